// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kindling {

/// Loads the words of the program into the running application; both programs call it first. English is written in the source, but for the
/// sentences whose words depend on a number.
void installTranslations();

} // namespace kindling
