// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/boardservice.h"

namespace kindling {

/// An order that a board can be sorted in, said in words.
struct BoardSort
{
    const char *key; ///< as it is remembered
    const char *label; ///< English; "sorted by %1"
    LeadField field;
    bool descending;
};

/// How a board is looked at. Remembered from one start to the next.
struct BoardLook
{
    FieldId by = LeadField::Temperature;
    std::vector<FieldId> cardFields{LeadField::Company, LeadField::Value, LeadField::NextFollowUp, LeadField::LastActivity};
    QString sort; ///< key of one of boardSorts(); the user's own order when it is "own"
    bool lanes = false;

    bool isOwnOrder() const { return sort == u"own"; }
    std::vector<SortKey> sortKeys() const;
    /// "next step", "my own order".
    QString sortLabel() const;
    bool shows(FieldId field) const;

    static BoardLook remembered(const Vocabulary &words);
    void remember(const Vocabulary &words) const;
};

std::span<const BoardSort> boardSorts();

/// What can be shown on a card beside the name, in the order in which it is shown.
std::vector<FieldId> offeredCardFields(const Vocabulary &words);

/// "Next step", "Days quiet", else the label of the field.
QString cardFieldLabel(FieldId field, const Vocabulary &words);

} // namespace kindling
