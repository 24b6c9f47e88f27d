// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/index/columnsnapshot.h"

#include <QStringList>

namespace kindling {

class Connection;

/// What is wrong with a workspace, in words: SQLite's integrity and foreign keys, counters that the store derives, stays that overlap, and
/// columns that differ from the store. Empty when all is well.
Result<QStringList> findings(Connection &connection, const ColumnSnapshot &columns);

} // namespace kindling
