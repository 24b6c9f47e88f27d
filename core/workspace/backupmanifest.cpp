// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/backupmanifest.h"

#include "core/base/sha256.h"
#include "core/base/translations.h"
#include "core/store/attachmentstore.h"
#include "core/store/migrations.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace kindling {

namespace {

constexpr int backupFormat = 1;

bool isPlausible(const BackupPart &part, bool first)
{
    const QString name = first ? backup::workspaceMember : backup::filesMember + AttachmentStore::placeInFolder(part.hash);
    return part.name == name && part.size >= 0 && isSha256(part.hash);
}

/// Nothing of a part is taken for a path before it has the name that its place and its hash give it.
bool arePlausible(const std::vector<BackupPart> &parts)
{
    QSet<QString> names;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (!isPlausible(parts[i], i == 0) || names.contains(parts[i].name))
            return false;
        names.insert(parts[i].name);
    }
    return !parts.empty();
}

} // namespace

qint64 BackupManifest::bytes() const
{
    qint64 sum = 0;
    for (const BackupPart &part : parts)
        sum += part.size;
    return sum;
}

QString missingFilesText(const BackupManifest &manifest)
{
    if (manifest.missing.isEmpty())
        return {};
    return sentence(
               "These attached files are not beside the workspace, or not what they were, and are not in the backup: %1. If the backup "
               "before had them, it is kept beside it.")
        .arg(manifest.missing.join(QStringLiteral(", ")));
}

QByteArray manifestText(const BackupManifest &manifest)
{
    QJsonArray parts;
    for (const BackupPart &part : manifest.parts)
        parts +=
            QJsonObject{{QStringLiteral("name"), part.name}, {QStringLiteral("size"), part.size}, {QStringLiteral("sha256"), part.hash}};
    const QDateTime made = QDateTime::fromMSecsSinceEpoch(manifest.made, Qt::UTC);
    return QJsonDocument(QJsonObject{{QStringLiteral("program"), QStringLiteral("Kindling")},
                                     {QStringLiteral("format"), backupFormat},
                                     {QStringLiteral("schema"), manifest.schema},
                                     {QStringLiteral("workspace"), manifest.workspace},
                                     {QStringLiteral("made"), made.toString(Qt::ISODateWithMs)},
                                     {QStringLiteral("leads"), manifest.leads},
                                     {QStringLiteral("missing"), QJsonArray::fromStringList(manifest.missing)},
                                     {QStringLiteral("parts"), parts}})
        .toJson();
}

Result<BackupManifest> readManifest(const QByteArray &text, const QString &file)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    if (object[QStringLiteral("program")] != QStringLiteral("Kindling"))
        return Error{ErrorCode::BackupDamaged, file, sentence("its list of parts is damaged, or not Kindling's")};
    BackupManifest manifest;
    manifest.schema = object[QStringLiteral("schema")].toInt();
    if (object[QStringLiteral("format")].toInt() > backupFormat || manifest.schema > schemaVersion)
        return tooNew(file, manifest.schema);
    manifest.workspace = object[QStringLiteral("workspace")].toString();
    manifest.made = QDateTime::fromString(object[QStringLiteral("made")].toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
    manifest.leads = object[QStringLiteral("leads")].toInteger();
    const QJsonArray missing = object[QStringLiteral("missing")].toArray();
    for (const QJsonValue &name : missing)
        manifest.missing += name.toString();
    const QJsonArray parts = object[QStringLiteral("parts")].toArray();
    for (const QJsonValue &value : parts) {
        const QJsonObject part = value.toObject();
        manifest.parts.push_back({part[QStringLiteral("name")].toString(), part[QStringLiteral("sha256")].toString(),
                                  part[QStringLiteral("size")].toInteger(-1)});
    }
    if (!arePlausible(manifest.parts))
        return Error{ErrorCode::BackupDamaged, file, sentence("its list of parts is damaged")};
    return manifest;
}

} // namespace kindling
