// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace kindling {

/// One member of a backup.
struct BackupPart
{
    QString name; ///< in the zip file
    QString hash; ///< SHA-256
    qint64 size = 0; ///< bytes
};

/// What a backup says of itself: the member "backup.json" of the zip file, written last.
struct BackupManifest
{
    QString workspace; ///< the name of the file that was backed up, without its folder
    UtcMs made = 0;
    int schema = 0; ///< of the workspace in it
    qint64 leads = 0;
    QStringList missing; ///< attached files that were not beside the workspace, or were not what they had been
    std::vector<BackupPart> parts; ///< all members but the manifest; the workspace first

    qint64 files() const { return qint64(parts.size()) - 1; } ///< contents of attached files
    qint64 bytes() const; ///< of all parts
};

namespace backup {

/// The members have the names that the files would have beside each other: unpacked by any zip program, they are a workspace.
inline const QString manifestMember = QStringLiteral("backup.json");
inline const QString workspaceMember = QStringLiteral("workspace.kindling");
inline const QString filesMember = QStringLiteral("workspace.kindling.files/"); ///< then "ab/abcd…", as in the folder

} // namespace backup

/// What is missing from a backup, for who made it; empty when nothing is.
QString missingFilesText(const BackupManifest &manifest);

QByteArray manifestText(const BackupManifest &manifest);

/// Errors: BackupDamaged, with `file` as its subject; also when it names members that no backup has. WorkspaceTooNew.
Result<BackupManifest> readManifest(const QByteArray &text, const QString &file);

} // namespace kindling
