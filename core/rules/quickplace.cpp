// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quickplace.h"

#include "core/rules/quickwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace kindling::quickwords {

bool Town::isPlain() const
{
    return std::all_of(code.begin(), code.end(), [](QChar c) { return c.isDigit(); });
}

std::optional<Town> townIn(const QString &line)
{
    static const QRegularExpression town(
        QStringLiteral("(?:^|[,|·]\\s*)(?:[A-Z]{1,3}-)?(\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4,5}(?:-\\d{3})?)\\s+"
                       "(\\p{Lu}[\\p{L} .'-]+?(?: \\d{1,2})?)(?:\\s*[,|·]\\s*(\\p{L}[\\p{L} .'()-]+))?$"));
    const QRegularExpressionMatch match = town.match(line);
    const Town found{match.captured(1), match.captured(2).trimmed(), match.captured(3), match.capturedStart()};
    if (!match.hasMatch() || isCurrency(found.name) || !(found.country.isEmpty() || isCountry(found.country)))
        return std::nullopt;
    return found;
}

bool hasStreet(const QString &text)
{
    static const QRegularExpression street(
        QStringLiteral("(str\\.|stra(ß|ss)e|weg|allee|platz|gasse|street|road|avenue|lane|gatan|vägen|straat|laan|rua|via|rue|calle|ulice|"
                       "piazza|plaza|avenida)\\b.*\\d|^\\d+\\w?\\s.*(street|st\\.?|road|rd\\.?|avenue|ave\\.?|lane|rue)\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return !text.contains(u'@') && (street.match(text).hasMatch() || (isStreet(text) && text.back().isDigit()));
}

bool isStreet(const QString &piece)
{
    static const QRegularExpression street(
        QStringLiteral(
            "^(?:(?:C/(?!o\\b)\\s?|(?:calle|via|viale|corso|piazza|plaza|paseo|rua|rue|avenida|avda\\.?|av\\.|praça|largo|boulevard|"
            "ul\\.|ulica|al\\.|aleja|nám\\.|náměstí)\\s+)(?-i:\\p{Lu}).*|.*(?:str\\.|stra(?:ß|ss)e|weg|allee|platz|gasse|street|road|"
            "avenue|lane|gatan|vägen|gade|straat|laan)(?:\\s+\\d{1,4}\\s?\\p{L}?)?)$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return street.match(piece).hasMatch();
}

bool isHouse(const QString &piece)
{
    static const QRegularExpression house(QStringLiteral("^\\d{1,4}\\s?(?:[a-z]|bis)?$"), QRegularExpression::CaseInsensitiveOption);
    return house.match(piece).hasMatch();
}

qsizetype streetBefore(const QString &rest)
{
    static const QRegularExpression street(
        QStringLiteral("(?:^|[,|·]\\s*)([^,|·]*\\p{L}[^,|·]*(?:,\\s*|\\s)\\d{1,4}\\s?(?:\\p{L}|bis)?)$"));
    const QRegularExpressionMatch match = street.match(rest);
    return match.hasMatch() && !match.captured(1).contains(u'@') && !hasLegalForm(match.captured(1)) ? match.capturedStart(1) : -1;
}

} // namespace kindling::quickwords
