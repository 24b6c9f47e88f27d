// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace kindling {

/// "Jr.", "the elder": what tells a father from his son.
enum class Generation : quint8 { None, Younger, Elder };

/// A person's name as it is compared: its words in order (given names first, also when it was written "Oliveira, Marta"), without titles
/// and particles (Dr., Frau, von, de …).
struct PersonName
{
    std::vector<std::string> words; ///< folded; at most four, the first and the last ones
    Generation generation = Generation::None;
};

/// Takes a name as folded() gives it, in UTF-8.
PersonName personName(std::string_view foldedName);

/// The groups of given names that a word may stand for ("sascha" is Alexander and Alexandra), from our own short list of everyday forms in
/// the languages of Europe. Empty for words that are in none.
std::vector<quint16> givenNameGroups(std::string_view word);

/// The same word where languages write a sound in two ways: "kraemer" becomes "kramer", as folded() makes of "Krämer".
std::string plainSpelling(std::string_view word);

} // namespace kindling
