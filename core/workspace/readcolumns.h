// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/index/columns.h"

namespace kindling {

class Connection;

/// Reads all leads into new columns. Of many leads the later half is read at the same time, on a connection of its own. Any thread that
/// owns the connection. Errors: Cancelled, and those of the database.
Result<ColumnsBuilder> readColumns(Connection &connection, const Progress &progress);

} // namespace kindling
