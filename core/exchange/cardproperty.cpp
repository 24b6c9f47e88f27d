// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/cardproperty.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <vector>

namespace kindling {

namespace {

/// Cuts at a sign outside of double quotes: parameters may hold ";" and ":" in quotes.
std::vector<QByteArray> cutOutsideQuotes(const QByteArray &text, char separator)
{
    std::vector<QByteArray> parts(1);
    bool quoted = false;
    for (const char c : text) {
        quoted = quoted != (c == '"');
        if (c == separator && !quoted)
            parts.emplace_back();
        else if (c != '"')
            parts.back() += c;
    }
    return parts;
}

qsizetype colonOf(const QByteArray &line)
{
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        quoted = quoted != (line[i] == '"');
        if (line[i] == ':' && !quoted)
            return i;
    }
    return line.indexOf(':');
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char upper = static_cast<char>(c & ~0x20);
    return upper >= 'A' && upper <= 'F' ? upper - 'A' + 10 : -1;
}

QByteArray fromQuotedPrintable(const QByteArray &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int high = text[i] == '=' && i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
        if (low >= 0) {
            bytes += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            bytes += text[i];
        }
    }
    return bytes;
}

void takeTypes(CardProperty &property, const QString &values)
{
    for (const QString &value : values.toLower().split(u',', Qt::SkipEmptyParts)) {
        if (value == u"pref")
            property.preference = property.preference == 0 ? 1 : property.preference;
        else
            property.types += value.trimmed();
    }
}

QChar unescaped(QChar c)
{
    return c == u'n' || c == u'N' ? QChar(u'\n') : c;
}

} // namespace

QString decodedText(const QByteArray &bytes, const QString &charset)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset.isEmpty() ? "UTF-8" : charset.toLatin1().constData(), &status);
    if (U_FAILURE(status)) {
        status = U_ZERO_ERROR;
        converter = ucnv_open("windows-1252", &status);
    }
    std::vector<char16_t> text(static_cast<size_t>(bytes.size()) * 2 + 1);
    const int32_t length = ucnv_toUChars(converter, text.data(), static_cast<int32_t>(text.size()), bytes.constData(),
                                         static_cast<int32_t>(bytes.size()), &status);
    ucnv_close(converter);
    return U_FAILURE(status) ? QString::fromUtf8(bytes) : QString::fromUtf16(text.data(), length);
}

std::optional<CardProperty> readCardProperty(const QByteArray &line)
{
    const qsizetype colon = colonOf(line);
    if (colon <= 0)
        return std::nullopt;
    CardProperty property;
    const std::vector<QByteArray> head = cutOutsideQuotes(line.first(colon), ';');
    QString name = QString::fromUtf8(head.front()).trimmed();
    if (const qsizetype dot = name.lastIndexOf(u'.'); dot >= 0) {
        property.group = name.left(dot).toLower();
        name = name.mid(dot + 1);
    }
    property.name = name.toUpper();
    QString charset;
    bool quotedPrintable = false;
    for (size_t i = 1; i < head.size(); ++i) {
        const QString parameter = QString::fromUtf8(head[i]);
        const qsizetype equals = parameter.indexOf(u'=');
        const QString key = equals < 0 ? QString() : parameter.left(equals).trimmed().toUpper();
        const QString value = parameter.mid(equals + 1).trimmed();
        if (key == u"CHARSET")
            charset = value;
        else if (value.compare(u"quoted-printable", Qt::CaseInsensitive) == 0)
            quotedPrintable = true;
        else if (key == u"PREF")
            property.preference = std::clamp(value.toInt(), 1, 100);
        else if (key.isEmpty() || key == u"TYPE")
            takeTypes(property, value);
    }
    const QByteArray value = line.mid(colon + 1);
    // Only encoded bytes are in the charset that is named: the others have been read as the file is encoded.
    property.raw = quotedPrintable ? decodedText(fromQuotedPrintable(value), charset) : QString::fromUtf8(value);
    return property;
}

QString CardProperty::text() const
{
    QString plain;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const bool escape = raw[i] == u'\\' && i + 1 < raw.size();
        plain += escape ? unescaped(raw[++i]) : raw[i];
    }
    return plain.trimmed();
}

QStringList CardProperty::parts(QChar separator) const
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const bool escape = raw[i] == u'\\' && i + 1 < raw.size();
        if (!escape && raw[i] == separator)
            parts += QString();
        else
            parts.back() += escape ? unescaped(raw[++i]) : raw[i];
    }
    for (QString &part : parts)
        part = part.trimmed();
    return parts;
}

QString labelOfTypes(const QStringList &types)
{
    struct Label
    {
        const char *label;
        QStringView type;
    };
    static constexpr std::array<Label, 7> labels{{{"Fax", u"fax"},
                                                  {"Mobile", u"cell"},
                                                  {"Mobile", u"iphone"},
                                                  {"Work", u"work"},
                                                  {"Home", u"home"},
                                                  {"Pager", u"pager"},
                                                  {"Other", u"other"}}};
    for (const Label &label : labels) {
        if (types.contains(label.type))
            return QLatin1String(label.label);
    }
    return {};
}

} // namespace kindling
