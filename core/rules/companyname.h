// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace kindling {

/// The name of a company as it is compared: folded, without its legal form (GmbH & Co. KG, Ltd, S.A., s.r.o., Sp. z o.o., Lda …), without
/// "the" in front, "and" and "&" as one, words separated by single spaces. A name that is nothing but a legal form is kept whole.
/// Takes a name as folded() gives it, in UTF-8.
std::string companyKey(std::string_view foldedName);

/// How alike two company keys are, 0 to 1: equal keys 1; one slip or a very high Jaro–Winkler counts by the letters; a key whose words all
/// stand in the other ("padaria estrela" and "padaria estrela lisboa") 0.9. Keys with different numbers in them are 0: "Shop 12" is not
/// "Shop 13".
double companyLikeness(std::string_view a, std::string_view b);

} // namespace kindling
