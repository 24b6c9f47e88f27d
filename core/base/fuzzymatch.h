// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace kindling {

/// Insertions, removals, replacements and swaps of neighbours that turn one text into the other (optimal string alignment); `most` + 1
/// when there are more. Quadratic in the lengths, which are words.
int editDistance(QStringView a, QStringView b, int most);

/// How many slips a typed word of that length may have: none under four letters, one under eight, then two.
int slipsAllowed(qsizetype length);

enum class Slips { Forgiven, Refused };

/// How well a typed text fits a name: every typed word begins a word of the name (0), stands inside of one (1), or is like the
/// beginning of one but for some slips (3 and more). The sum over the words, smaller is better; nothing when a word fits nowhere. Both are
/// folded here.
std::optional<int> matchScore(const QString &typed, const QString &name, Slips slips = Slips::Forgiven);

} // namespace kindling
