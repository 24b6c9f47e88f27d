// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/mailtemplate.h"

#include <QRegularExpression>

#include <algorithm>

namespace kindling {

namespace {

std::optional<QString> valueOf(QStringView word, const Lead &lead, const QString &me)
{
    if (word == u"name")
        return lead.name;
    if (word == u"firstName")
        return lead.name.section(u' ', 0, 0);
    if (word == u"company")
        return lead.company;
    if (word == u"me")
        return me;
    return std::nullopt;
}

QString filled(const QString &text, const Lead &lead, const QString &me)
{
    static const QRegularExpression braces(QStringLiteral(" ?\\{(\\w+)\\}"));
    QString result;
    qsizetype at = 0;
    for (auto match = braces.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch word = match.next();
        const std::optional<QString> value = valueOf(word.capturedView(1), lead, me);
        if (!value)
            continue;
        result += text.mid(at, word.capturedStart() - at);
        const bool spaced = word.capturedView(0).startsWith(u' ');
        result += value->isEmpty() ? QString() : (spaced ? u' ' + *value : *value);
        at = word.capturedEnd();
    }
    return result + text.mid(at);
}

} // namespace

MailDraft filledTemplate(const MailTemplate &mail, const Lead &lead, const QString &me)
{
    const EmailEntry *email = lead.usableEmail();
    return {email ? email->address.asTyped() : QString(), filled(mail.subject, lead, me).simplified(), filled(mail.body, lead, me)};
}

QUrl mailtoUrl(const MailDraft &draft)
{
    QString body = draft.body;
    body.replace(u'\n', QStringLiteral("\r\n"));
    const QByteArray text = "mailto:" + QUrl::toPercentEncoding(draft.to, "@") + "?subject=" + QUrl::toPercentEncoding(draft.subject)
        + "&body=" + QUrl::toPercentEncoding(body);
    return QUrl::fromEncoded(text);
}

} // namespace kindling
