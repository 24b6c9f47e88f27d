// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/celltext.h"

#include <QRegularExpression>

namespace kindling {

QStringList severalValues(const QString &text, bool commas)
{
    QString plain = text;
    plain.replace(QStringLiteral(" ::: "), QStringLiteral("\n")).replace(u';', u'\n');
    if (commas)
        plain.replace(u',', u'\n');
    QStringList values;
    for (const QString &part : plain.split(u'\n', Qt::SkipEmptyParts)) {
        if (const QString value = part.trimmed(); !value.isEmpty())
            values += value;
    }
    return values;
}

QString plainNote(const QString &text)
{
    static const QRegularExpression markup(QStringLiteral("<(?:/(?:p|div|b|i|ul|li|a|span|strong)|br ?/?)>"),
                                           QRegularExpression::CaseInsensitiveOption);
    if (!text.contains(markup))
        return text;
    static const QRegularExpression lineEnds(QStringLiteral("<(?:br ?/?|/p|/div|/li)>"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tags(QStringLiteral("<[^<>]*>"));
    QString plain = text;
    plain.replace(lineEnds, QStringLiteral("\n")).remove(tags);
    plain.replace(QStringLiteral("&nbsp;"), QStringLiteral(" ")).replace(QStringLiteral("&lt;"), QStringLiteral("<"));
    plain.replace(QStringLiteral("&gt;"), QStringLiteral(">")).replace(QStringLiteral("&quot;"), QStringLiteral("\""));
    return plain.replace(QStringLiteral("&#39;"), QStringLiteral("'")).replace(QStringLiteral("&amp;"), QStringLiteral("&")).trimmed();
}

bool saysNo(const QString &text)
{
    static const QStringList no{QStringLiteral("0"), QStringLiteral("no"),   QStringLiteral("false"), QStringLiteral("n"),
                                QStringLiteral("f"), QStringLiteral("nein"), QStringLiteral("non"),   QStringLiteral("falsch"),
                                QStringLiteral("-"), QStringLiteral("faux"), QStringLiteral("falso")};
    return no.contains(text, Qt::CaseInsensitive);
}

} // namespace kindling
