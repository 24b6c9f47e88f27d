// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/leadfield.h"

#include <array>
#include <vector>

namespace kindling {

/// What becomes of one field when two leads become one.
struct MergeChoice
{
    FieldId field;
    std::array<QString, 2> values; ///< as text (see fieldText): the survivor's and the other's
    int winner = 0; ///< 0: the survivor's, 1: the other's
    bool keepsBoth = false; ///< emails, phones, tags, notes, several choices, long texts: nothing loses, the winner comes first

    bool differs() const { return values[0] != values[1] && !(values[0].isEmpty() || values[1].isEmpty()); }
    bool operator==(const MergeChoice &) const = default;
};

/// How two leads will become one, before it is done: for each field that either has, whose value wins. A person may change the winners.
struct MergePlan
{
    Lead survivor; ///< keeps its id
    Lead other;
    std::vector<MergeChoice> choices; ///< in the order of the catalogue, fields of one's own last

    MergeChoice *choice(FieldId field);
    int winner(FieldId field) const; ///< 0 when there is no choice for the field
};

/// The lead that should survive: the one that was not archived, else the one of which more is known, else the older one.
bool survivesBetter(const Lead &a, const Lead &b, const FieldContext &context);

/// The usual plan: an empty field takes the other's value, otherwise the survivor's stands; but the whole name before the initial, the
/// stage that is further, the decided before the open outcome, the warmer temperature, the first source and campaign, and the surer answers
/// of the qualification.
MergePlan planMerge(const Lead &survivor, const Lead &other, const FieldContext &context);

/// The survivor as it will be. Of stage, temperature, owner and outcome only the value is set; the store brings the winner's times along.
Lead mergedLead(const MergePlan &plan, const FieldContext &context);

} // namespace kindling
