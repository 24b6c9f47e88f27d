// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/backupmanifest.h"

#include <QJsonObject>

namespace kindling::cli {

/// What a backup is, as JSON and as the parts of a sentence: "of 26 Nov 2026, 15:40: leads 1,204, files 12".
QJsonObject backupJson(const QString &path, const BackupManifest &backup);
QString backupWords(const BackupManifest &backup);

} // namespace kindling::cli
