// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/leadassembly.h"

namespace kindling {

struct LeadAssembly::Row
{
    struct PhoneText
    {
        const ImportColumn *column;
        QString text;
        QString label;
    };

    LeadDraft draft;
    QString given;
    QString family;
    QString nameHeader; ///< of the column that the name is from
    QString currency;
    const ImportColumn *amountColumn = nullptr;
    QString amount; ///< read when the currency is known, which decides how many decimals it has
    std::vector<PhoneText> phones;
    std::optional<UtcMs> created;
    std::optional<UtcMs> closed;
    std::optional<UtcMs> stageSince;
    std::optional<Outcome> outcome; ///< from a column of its own
    std::optional<Outcome> stageOutcome; ///< from the word of the stage
    QString label; ///< of the present column
    QString told; ///< by the column before it
    bool noEmail = false;
    bool wantsNoEmail = false; ///< the person asked for it; the others may be addresses that do not work
    bool wantsNoCalls = false;
    bool withdrawn = false; ///< said of the consent itself, whatever other columns say
    bool noPhone = false;
    QStringList barred; ///< addresses that must not be used, in a file of Kindling's own
    QStringList labelled; ///< addresses with their labels, in such a file
};

} // namespace kindling
