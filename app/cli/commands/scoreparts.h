// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exitcode.h"
#include "app/cli/session.h"

namespace kindling::cli {

// The parts of the command `score` that are about its rules. Each is run on a workspace that is open.

/// The rules with their numbers, and from which score on warm and hot are suggested.
Result<ExitCode> listRules(Session &session, const Arguments &arguments);
/// add, edit, remove, limits, reset; with --preview only what it would do.
Result<ExitCode> changeRule(Session &session, const Arguments &arguments);
/// Who would move with a rule more.
Result<ExitCode> previewRules(Session &session, const Arguments &arguments);
/// Gives leads the temperature that their score suggests.
Result<ExitCode> followScores(Session &session, const Arguments &arguments);

} // namespace kindling::cli
