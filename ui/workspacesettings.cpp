// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspacesettings.h"

#include <QCryptographicHash>

namespace kindling {

QString settingsKey(const QString &what, const QString &workspacePath)
{
    const QByteArray hash = QCryptographicHash::hash(workspacePath.toUtf8(), QCryptographicHash::Sha256);
    return what + u'/' + QString::fromLatin1(hash.toHex().left(16));
}

} // namespace kindling
