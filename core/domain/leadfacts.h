// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/customfield.h"
#include "core/domain/enums.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace kindling {

/// One value of a custom field: texts folded in UTF-8, the currency of an amount as it is; else the number that stands for the value.
struct FieldFact
{
    qint64 field = 0;
    qint64 number = 0; ///< millionths, minor units, UTC midnight of a date, 1 or 0, or the id of an option
    QByteArray text;
};

/// The searchable and countable facts of one lead, as the store hands them to the columns. Zero stands for none in ids and times.
/// Words are held by the id of their row; `Dictionaries` has the names.
struct LeadFacts
{
    qint64 id = 0;
    qint64 company = 0;
    qint64 stage = 0;
    qint64 owner = 0;
    qint64 source = 0;
    qint64 campaign = 0;
    qint64 reason = 0;
    Temperature temperature = Temperature::Cold;
    Outcome outcome = Outcome::Open;
    QualifiedThrough qualifiedThrough = QualifiedThrough::None;
    quint8 bant = 0; ///< four answers of two bits: budget lowest, then authority, need, timeline
    bool archived = false;
    bool pinned = false; ///< the temperature
    bool doNotEmail = false;
    bool doNotCall = false;
    Consent consent = Consent::Unknown;
    bool hasValue = false;
    qint64 valueMinor = 0;
    UtcMs created = 0;
    UtcMs stageSince = 0;
    UtcMs outcomeSince = 0;
    UtcMs lastActivity = 0;
    UtcMs nextFollowUp = 0;
    UtcMs expectedClose = 0; ///< UTC midnight of the date
    UtcMs backOn = 0; ///< the same
    QByteArray words; ///< UTF-8, each ended by \x1f: job title, industry, company size, city, region, country, language, currency
    QByteArray text; ///< folded UTF-8: name \x1f emails (space-joined) \x1f phone digits (space-joined) \x1f external id
    std::vector<qint64> tags;
    std::vector<FieldFact> fields;
};

/// The names behind the ids of LeadFacts.
struct Dictionaries
{
    struct Entry
    {
        qint64 id = 0;
        QString name;
    };
    std::vector<Entry> companies;
    std::vector<Entry> stages; ///< in funnel order
    std::vector<int> winPercents; ///< beside `stages`
    std::vector<Entry> owners;
    std::vector<Entry> sources;
    std::vector<Entry> campaigns;
    std::vector<Entry> reasons;
    std::vector<Entry> tags;
    std::vector<CustomField> fields;
    std::vector<FieldId> card{}; ///< the questions of the qualification framework in use
};

} // namespace kindling
