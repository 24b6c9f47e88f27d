// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/mailfile.h"

#include <QDateTime>
#include <QStringList>

namespace kindling {

namespace {

constexpr qsizetype wordBytes = 45; ///< of an encoded word: 75 characters with what belongs to it (RFC 2047, 2)
constexpr qsizetype lineBytes = 57; ///< 76 characters of base64 (RFC 2045, 6.8)

/// One line, whatever was in it.
QString oneLine(const QString &text)
{
    return text.simplified();
}

/// A header's text in encoded words; letters are never cut in two.
QByteArray encoded(const QString &text)
{
    bool plain = true;
    for (const QChar c : text)
        plain = plain && c.unicode() >= 32 && c.unicode() < 127;
    if (plain && !text.contains(QStringLiteral("=?")))
        return text.toLatin1();
    QByteArrayList words;
    QByteArray word;
    const auto close = [&] {
        if (!word.isEmpty())
            words += "=?UTF-8?B?" + word.toBase64() + "?=";
        word.clear();
    };
    for (const uint point : text.toUcs4()) {
        const char32_t letter = point;
        const QByteArray bytes = QString::fromUcs4(&letter, 1).toUtf8();
        if (word.size() + bytes.size() > wordBytes)
            close();
        word += bytes;
    }
    close();
    return words.join("\r\n ");
}

} // namespace

QByteArray mailFile(const QString &to, const QString &subject, const QString &body, UtcMs now)
{
    const QByteArray date = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(Qt::RFC2822Date).toLatin1();
    QByteArray text = "X-Unsent: 1\r\nDate: " + date + "\r\nTo: " + oneLine(to).toUtf8() + "\r\nSubject: " + encoded(oneLine(subject))
        + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    QString lines = body;
    lines.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\n', QStringLiteral("\r\n"));
    const QByteArray bytes = lines.toUtf8();
    for (qsizetype at = 0; at < bytes.size(); at += lineBytes)
        text += bytes.mid(at, lineBytes).toBase64() + "\r\n";
    return text;
}

} // namespace kindling
