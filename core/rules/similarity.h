// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace kindling {

/// How alike two words are, 0 (nothing in common) to 1 (equal): Jaro's comparator with Winkler's bonus of 0.1 for each of the first four
/// letters that agree (Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi–Sunter Model", 1990). Takes folded
/// UTF-8; letters beyond ASCII count once for each byte. Words over 64 bytes are compared by their beginning.
double jaroWinkler(std::string_view a, std::string_view b);

/// True when one slip of the fingers turns one word into the other: a letter too many, too few, another one, or two neighbours exchanged
/// (optimal string alignment at distance one). Equal words are not.
bool isOneSlipAway(std::string_view a, std::string_view b);

/// The consonants of a folded word as they sound alike in European languages ("meyer", "maier" and "mayr" become "mr"; "schmidt" and
/// "schmitt" "smt"), after its first sound. For words of other scripts the word itself.
std::string soundOf(std::string_view word);

} // namespace kindling
