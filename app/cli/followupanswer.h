// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exitcode.h"
#include "app/cli/session.h"
#include "core/workspace/followupservice.h"

#include <QJsonObject>

namespace kindling::cli {

/// Prints the follow-up that a write made or changed: the named one, or (with a null id) the one that the change made.
Result<ExitCode> showFollowUp(Session &session, const Written &written, FollowUpId id, const QString &sentence);

/// Carries out a write to one follow-up, and prints what became of it, or that it was so already.
Result<ExitCode> changeFollowUp(Session &session, FollowUpId id, const QFuture<Result<Written>> &write, const QString &sentence);

/// What commands of the form “ID WHEN” do: carries out `write` with the follow-up and the time they name.
using TimeChange = QFuture<Result<Written>> (*)(FollowUpService &, FollowUpId, const PlannedTime &);
Result<ExitCode> changeTime(Session &session, const Arguments &arguments, TimeChange write, const QString &sentence);

/// A follow-up together with who it is for.
QJsonObject dueJson(const DueFollowUp &due, const QTimeZone &zone);

} // namespace kindling::cli
