// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/session.h"
#include "core/workspace/historyservice.h"

namespace kindling::cli {

/// Prints the change that an undo or redo wrote: the newest of the history, whose label says which it was.
Result<ExitCode> showTurnedRound(Session &session, const Written &written);

} // namespace kindling::cli
