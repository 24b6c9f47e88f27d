// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kindling {

/// Loads the words of the program into the running application; both programs call it first. English is written in the source, but for the
/// sentences whose words depend on a number.
void installTranslations();

/// A sentence or name of the core in the user's language. The texts are literals, in English.
QString sentence(const char *english);

} // namespace kindling
