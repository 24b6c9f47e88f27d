// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/linkaddress.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace kindling {

Result<QString> readLink(const QString &text)
{
    // What looks like a scheme may be a host with a port ("example.com:8080/x"), so that comes first.
    static const QRegularExpression bare(QStringLiteral("^(?:[\\w-]+\\.)+[^\\W\\d_][\\w-]+(?::\\d{1,5})?(?:[/?#]\\S*)?$"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression full(QStringLiteral("^(?:https?://[^\\s/?#]\\S*|mailto:[^\\s@]+@[^\\s@]\\S*|tel:[+(]?\\d[\\d().+-]*)$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QString typed = text.trimmed();
    const bool isBare = bare.match(typed).hasMatch();
    const QString link = isBare ? QStringLiteral("https://") + typed : typed;
    const QUrl url(link);
    const bool opens = (isBare || full.match(link).hasMatch()) && mayOpen(url);
    if (opens && (!url.scheme().startsWith(u"http", Qt::CaseInsensitive) || !url.host().isEmpty()))
        return link;
    return Error{ErrorCode::InvalidValue, typed,
                 QCoreApplication::translate("kindling",
                                             "a link, as in example.com, https://example.com, mailto:ines@example.com or tel:+4930123456")};
}

bool mayOpen(const QUrl &link)
{
    static const QStringList schemes{QStringLiteral("https"), QStringLiteral("http"), QStringLiteral("mailto"), QStringLiteral("tel")};
    return link.isValid() && schemes.contains(link.scheme().toLower());
}

} // namespace kindling
