// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/table.h"
#include "core/workspace/workspace.h"

namespace kindling {

/// One row for each report over all leads of a workspace, and one for what the first of them has to gather.
void benchReports(Workspace &workspace, Table &table);

/// Two rows for the decided leads of a file: our prediction, and naive Bayes on the same split.
void benchPredictionOf(const QString &file, Table &table);

} // namespace kindling
