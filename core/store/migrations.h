// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace kindling {

class Connection;

/// "Kndl", in the header of every workspace (SQLite's application_id).
inline constexpr qint32 applicationId = 0x4B6E646C;

/// The schema this program writes: the highest number in core/store/migrations.
inline constexpr int schemaVersion = 14;

/// Brings a database from `PRAGMA user_version` to schemaVersion, each step in its own transaction. Error WorkspaceTooNew for a version
/// that this program does not know: the file's header may not say so yet, while its write-ahead log does.
Result<void> migrate(Connection &connection);

/// The refusal of a workspace whose schema has this version.
Error tooNew(const QString &file, int version);

} // namespace kindling
