// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>

namespace kindling {

namespace {

constexpr int places = 6;
constexpr qint64 one = 1'000'000;
constexpr qint64 largest = 9'000'000'000'000;

Error unreadable(QStringView text)
{
    return {ErrorCode::InvalidValue, text.toString(), QCoreApplication::translate("kindling", "a number, as in 1234.5")};
}

/// Digits with at most one '.', the decimal sign; empty when the signs make no sense.
QString plainNumber(const QString &typed)
{
    static const QRegularExpression plain(QStringLiteral("^\\d+([.,]\\d+)?$"));
    static const QRegularExpression commas(QStringLiteral("^\\d{1,3}(,\\d{3})+(\\.\\d+)?$"));
    static const QRegularExpression dots(QStringLiteral("^\\d{1,3}(\\.\\d{3})+(,\\d+)?$"));
    QString text = typed;
    // "1,234" groups thousands, as everywhere in the program; "1.234" does, too, but for "0.234" there is only one reading.
    if (!typed.startsWith(u'0') && commas.match(text).hasMatch())
        return text.remove(u',');
    if (!typed.startsWith(u'0') && dots.match(text).hasMatch())
        return text.remove(u'.').replace(u',', u'.');
    return plain.match(text).hasMatch() ? text.replace(u',', u'.') : QString();
}

} // namespace

Result<Decimal> Decimal::parse(QStringView text)
{
    QString digits = text.toString().simplified().remove(u' ').remove(QChar(0xA0)).remove(u'\'').remove(u'%');
    const bool negative = digits.startsWith(u'-') || digits.startsWith(QChar(0x2212));
    if (negative || digits.startsWith(u'+'))
        digits.remove(0, 1);
    qint64 factor = 1;
    if (digits.endsWith(u'k', Qt::CaseInsensitive) || digits.endsWith(u'm', Qt::CaseInsensitive)) {
        factor = digits.endsWith(u'k', Qt::CaseInsensitive) ? 1'000 : 1'000'000;
        digits.chop(1);
    }
    const QString number = plainNumber(digits);
    const QString whole = number.section(u'.', 0, 0);
    const QString fraction = number.section(u'.', 1);
    if (number.isEmpty() || whole.size() > 13 || fraction.size() > places)
        return unreadable(text);
    if (whole.toLongLong() >= largest / factor)
        return unreadable(text);
    const qint64 millionths = whole.toLongLong() * one + fraction.leftJustified(places, u'0').toLongLong();
    return Decimal{(negative ? -1 : 1) * millionths * factor};
}

Result<Decimal> Decimal::parse(QStringView text, QChar decimalSign)
{
    QString canonical = text.toString().trimmed();
    const QChar grouping = decimalSign == u'.' ? u',' : u'.';
    const qsizetype sign = canonical.indexOf(decimalSign);
    // "1,5" in a file of decimal points is no group of thousands: left to the general reading.
    const qsizetype group = canonical.lastIndexOf(grouping);
    if (group >= 0 && (sign < 0 ? canonical.size() : sign) - group != 4)
        return parse(text);
    canonical.remove(grouping);
    const qsizetype point = canonical.indexOf(decimalSign);
    if (point < 0)
        return parse(canonical);
    canonical[point] = u'.';
    qsizetype end = point + 1;
    while (end < canonical.size() && canonical[end].isDigit())
        ++end;
    if (end - point == 4)
        canonical.insert(end, u'0'); // three digits would be thousands
    return parse(canonical);
}

QString Decimal::text() const
{
    const qint64 amount = std::abs(millionths);
    QString text = QString::number(amount / one);
    if (amount % one != 0) {
        text += u'.' + QString::number(amount % one).rightJustified(places, u'0');
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.size() - text.indexOf(u'.') == 4)
            text += u'0'; // "1.234" would be read as grouped thousands
    }
    return millionths < 0 ? u'-' + text : text;
}

QString Decimal::display(const QLocale &locale) const
{
    const QString plain = text();
    const qsizetype point = plain.indexOf(u'.');
    const QString whole = locale.toString(std::abs(millionths) / one);
    const QString sign = millionths < 0 ? locale.negativeSign() : QString();
    return sign + whole + (point < 0 ? QString() : locale.decimalPoint() + plain.mid(point + 1));
}

} // namespace kindling
