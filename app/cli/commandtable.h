// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QString>

#include <span>

namespace kindling::cli {

/// All commands, in the order in which they are listed.
std::span<const Command> commandTable();
const Command *commandNamed(QStringView name);

/// Options that every command takes.
std::span<const Option> globalOptions();

/// The command whose name is nearest to a mistyped one; nothing when none is near.
QString nearestCommand(const QString &typed);

} // namespace kindling::cli
