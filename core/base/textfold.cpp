// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"

#include <algorithm>

namespace kindling {

namespace {

/// Letters that Unicode does not decompose but people type without their mark.
QStringView plainLetters(char16_t c)
{
    switch (c) {
    case u'ß': return u"ss";
    case u'æ': return u"ae";
    case u'œ': return u"oe";
    case u'ø': return u"o";
    case u'ł': return u"l";
    case u'đ':
    case u'ð': return u"d";
    case u'þ': return u"th";
    case u'ı': return u"i";
    default: return {};
    }
}

bool isPlainAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

template <typename Keep>
QString decomposed(QStringView text, Keep keep)
{
    const QString source = isPlainAscii(text) ? text.toString() : text.toString().normalized(QString::NormalizationForm_KD);
    QString result;
    result.reserve(source.size());
    for (const QChar c : source) {
        if (c.isMark())
            continue;
        const QChar lower = c.toLower();
        const QStringView plain = plainLetters(lower.unicode());
        if (!plain.isEmpty())
            result += plain;
        else
            keep(result, lower);
    }
    return result;
}

} // namespace

QString folded(QStringView text)
{
    QString result = decomposed(text, [](QString &out, QChar c) {
        if (!c.isSpace())
            out += c;
        else if (!out.isEmpty() && out.back() != u' ')
            out += u' ';
    });
    if (result.endsWith(u' '))
        result.chop(1);
    return result;
}

QByteArray foldedUtf8(QStringView text)
{
    return folded(text).toUtf8();
}

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (const int value = c.digitValue(); value >= 0)
            digits += QChar(u'0' + value);
    }
    return digits;
}

QString wordKey(QStringView text)
{
    return decomposed(text, [](QString &out, QChar c) {
        if (c.isLetterOrNumber())
            out += c;
    });
}

} // namespace kindling
