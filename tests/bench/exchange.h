// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/table.h"

namespace kindling {
class Workspace;
}

/// Exports of all leads in every format, each imported again into an empty workspace, and the whole workspace as a folder and back.
void benchExchange(kindling::Workspace &workspace, const QString &folder, qint64 leads, Table &table);

/// A backup of the workspace into a folder: written, compared, unpacked.
void benchBackup(kindling::Workspace &workspace, const QString &folder, Table &table);
