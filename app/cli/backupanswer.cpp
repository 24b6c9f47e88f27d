// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/backupanswer.h"

#include "app/cli/words.h"
#include "core/exchange/recordjson.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

namespace kindling::cli {

QJsonObject backupJson(const QString &path, const BackupManifest &backup)
{
    return {{QStringLiteral("backup"), path},
            {QStringLiteral("made"), timeJson(backup.made, QTimeZone::systemTimeZone())},
            {QStringLiteral("leads"), backup.leads},
            {QStringLiteral("files"), backup.files()},
            {QStringLiteral("missing"), QJsonArray::fromStringList(backup.missing)}};
}

QString backupWords(const BackupManifest &backup)
{
    const QLocale locale;
    return Words::tr("of %1: leads %2, attached files %3")
        .arg(locale.toString(QDateTime::fromMSecsSinceEpoch(backup.made), QStringLiteral("d MMM yyyy, HH:mm")),
             locale.toString(backup.leads), locale.toString(backup.files()));
}

} // namespace kindling::cli
