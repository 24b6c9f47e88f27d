// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/searchterms.h"

#include "core/base/textfold.h"

#include <QRegularExpression>

#include <algorithm>

namespace kindling {

namespace {

constexpr qsizetype fewestDigits = 3;
constexpr qsizetype fewestAtHome = 6; ///< digits of a number without its country code that still mean something

bool looksLikeNumber(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.digitValue() >= 0 || QStringView(u"+-./()").contains(c); });
}

/// How many digits the country code of an international number has (ITU-T E.164, list of assigned country codes).
qsizetype countryCodeLength(QStringView digits)
{
    if (digits.startsWith(u'1') || digits.startsWith(u'7'))
        return 1;
    static constexpr std::u16string_view ofTwo = u"20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 "
                                                 u"63 64 65 66 81 82 84 86 90 91 92 93 94 95 98";
    return QStringView(ofTwo).contains(digits.left(2)) ? 2 : 3;
}

/// Digits as they stand in E.164 numbers: without the zero in brackets and the zeros of the trunk or international prefix.
QByteArrayList numberDigits(QString text)
{
    text.remove(QStringLiteral("(0)"));
    QString digits = digitsOf(text);
    const bool international = text.startsWith(u'+') || digits.startsWith(QStringLiteral("00"));
    while (digits.startsWith(u'0'))
        digits.remove(0, 1);
    if (digits.size() < fewestDigits)
        return {};
    QByteArrayList all{digits.toUtf8()};
    const QString atHome = international ? digits.mid(countryCodeLength(digits)) : QString();
    if (atHome.size() >= fewestAtHome)
        all += '0' + atHome.toUtf8();
    return all;
}

} // namespace

std::vector<SearchTerm> searchTerms(const QString &text)
{
    const QString compact = QString(text).remove(u' ');
    if (looksLikeNumber(compact) && digitsOf(compact).size() >= fewestDigits)
        return {{compact.toUtf8(), numberDigits(compact)}};
    static const QRegularExpression parts(QStringLiteral("\"([^\"]*)\"?|(\\S+)"));
    std::vector<SearchTerm> terms;
    for (auto match = parts.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch part = match.next();
        const QString word = part.captured(part.capturedStart(2) >= 0 ? 2 : 1);
        const QByteArray folds = foldedUtf8(word);
        if (!folds.isEmpty())
            terms.push_back({folds, looksLikeNumber(word) ? numberDigits(word) : QByteArrayList()});
    }
    return terms;
}

} // namespace kindling
