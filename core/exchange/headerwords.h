// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importdraft.h"

#include <optional>

namespace kindling {

/// What a header says its column is, and how surely (0 to 1).
struct HeaderMeaning
{
    ImportTarget target;
    double weight = 0;
};

/// Reads a header in en, de, fr, es, pt, it, nl, sv, pl or cs, as exports of other programs write it.
std::optional<HeaderMeaning> leadHeader(QStringView header);
/// The same for a file of companies.
std::optional<HeaderMeaning> companyHeader(QStringView header);

/// "email2" is one of several emails: a word of a header without the numbers in it.
QString withoutDigits(QString word);

/// What a column without a name is called, by its number from 1.
QString unnamedColumn(qsizetype number);

/// The label that a header gives to an email or phone ("Work", "Home", "Mobile", "Other"); empty when it gives none.
QString contactLabel(QStringView header);
/// True for "Email status", "Marketing status": its cells are words of a state and not yes or no.
bool isSubscriptionState(QStringView header);
/// True for "Do not contact": neither by email nor by phone.
bool forbidsAllContact(QStringView header);
/// What the two columns are called that ImportService::writeRejects() adds; an import leaves them out.
QString rejectLineHeader();
QString rejectReasonHeader();
bool isRejectHeader(QStringView header);
/// "engage_date" and "Date entered Engaging" give "engage"; empty when the header names no date of something.
QString datedWord(QStringView header);

} // namespace kindling
