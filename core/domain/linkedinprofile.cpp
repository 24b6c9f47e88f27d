// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/linkedinprofile.h"

#include <QRegularExpression>
#include <QUrl>

namespace kindling {

QString linkedInProfile(const QString &address)
{
    // "/pub/jane-doe/1/2b/3c4" is how profiles without a name of their own were addressed: there the numbers tell namesakes apart.
    static const QRegularExpression profile(
        QStringLiteral("^(?:https?://)?(?:[a-z0-9-]+\\.)?linkedin\\.com/(?:(in)/([^/?#\\s]+)|(pub)/([^?#\\s]+))"),
        QRegularExpression::CaseInsensitiveOption);
    if (!address.contains(u"linkedin", Qt::CaseInsensitive))
        return {};
    const QRegularExpressionMatch match = profile.match(address.trimmed());
    if (!match.hasMatch())
        return {};
    const bool named = match.hasCaptured(1);
    QString path = QUrl::fromPercentEncoding(match.captured(named ? 2 : 4).toUtf8()).toLower();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path.isEmpty() ? QString() : (named ? QStringLiteral("in/") : QStringLiteral("pub/")) + path;
}

} // namespace kindling
