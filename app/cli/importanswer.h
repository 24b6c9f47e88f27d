// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/importrequest.h"
#include "app/cli/session.h"

namespace kindling::cli {

/// Prints what an import would do (--dry-run): the columns, the counts, the first rows and the problems.
void showPlan(Session &session, const ImportRequest &request, const ImportPlan &plan);

/// Prints what an import did, with the id of the change that undoes it.
void showResult(Session &session, const ImportRequest &request, const ImportPlan &plan, const ImportResult &result);

} // namespace kindling::cli
