// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/backupmanifest.h"

#include <QDialog>

namespace kindling {

/// Asks before a backup takes the place of the workspace: what it is, and what becomes of what is there. Accepted: it is wanted.
class RestoreDialog final : public QDialog
{
    Q_OBJECT

public:
    RestoreDialog(const BackupManifest &backup, QWidget *parent);

    /// "1,204 leads, 12 attached files"
    static QString extent(const BackupManifest &backup);
};

} // namespace kindling
