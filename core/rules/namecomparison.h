// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/comparerparts.h"

namespace kindling {

/// What two names say about whether they are one person's.
struct NameEvidence
{
    double bits = 0;
    quint32 clues = 0;
    bool known = false; ///< both have a name
    bool whole = false; ///< given and family name agree, at least nearly
    bool conflict = false; ///< these are two people
    bool otherFamily = false; ///< the given name agrees, the family name does not
};

/// Compares the words of two names in whatever order they stand; what agrees counts by how rare it is in the base. Private to core/rules.
NameEvidence compareNames(const LeadComparer::Parts &base, const ComparableLead &a, const ComparableLead &b);

} // namespace kindling
