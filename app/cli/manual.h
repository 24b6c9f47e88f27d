// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QString>

namespace kindling::cli {

/// What the program is and which commands it has: `kindling-cli --help`.
QString programHelp();

/// One command with its options and examples: `kindling-cli help leads`.
QString commandHelp(const Command &command);

/// The manual page of section 1 in roff, of the same texts.
QString manualPage();

} // namespace kindling::cli
