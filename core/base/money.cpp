// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include "core/base/cappedsum.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace kindling {

namespace {

// Times a percentage, and summed over some ten thousand such leads, an amount still fits 64 bits.
constexpr long double largestMinor = 9.0e14L;

struct CurrencySign
{
    QStringView sign;
    QStringView code;
    bool isShown = true; ///< and not only read: "kr" is that of several
};

constexpr std::array<CurrencySign, 10> signs{{
    {u"€", u"EUR"},
    {u"R$", u"BRL", false},
    {u"$", u"USD"},
    {u"£", u"GBP"},
    {u"¥", u"JPY"},
    {u"₹", u"INR"},
    {u"zł", u"PLN"},
    {u"Kč", u"CZK"},
    {u"Ft", u"HUF", false},
    {u"kr", u"SEK", false},
}};

QString signFor(const QString &currency)
{
    const auto found = std::find_if(signs.begin(), signs.end(), [&](const CurrencySign &s) { return s.isShown && s.code == currency; });
    return found == signs.end() ? currency : found->sign.toString();
}

/// Takes a sign of a currency out of the text, with its point ("kr."). One of letters stands by itself or behind the "k" of thousands:
/// there is none in "krone".
bool takeSign(QString &text, QStringView sign)
{
    const bool isWord = sign.back().isLetter();
    const bool asWritten = !isWord || sign == u"Ft"; // five "ft" are feet
    const qsizetype at = text.indexOf(sign, 0, asWritten ? Qt::CaseSensitive : Qt::CaseInsensitive);
    if (at < 0)
        return false;
    const QChar before = at > 0 ? text[at - 1].toLower() : QChar();
    qsizetype end = at + sign.size();
    if (isWord && ((before.isLetter() && before != u'k' && before != u'm') || (end < text.size() && text[end].isLetter())))
        return false;
    if (isWord && end < text.size() && text[end] == u'.')
        ++end;
    text = QString(text.left(at) + text.mid(end)).trimmed();
    return true;
}

/// The currency of a sign that several have: that of the workspace when it is one of them.
QString currencyOf(const CurrencySign &sign, const QString &fallback)
{
    static constexpr std::array<QStringView, 4> crowns{u"SEK", u"NOK", u"DKK", u"ISK"};
    static constexpr std::array<QStringView, 10> dollars{u"CAD", u"AUD", u"NZD", u"SGD", u"HKD", u"TWD", u"MXN", u"ARS", u"CLP", u"COP"};
    const bool isOwn = (sign.sign == u"kr" && std::find(crowns.begin(), crowns.end(), fallback) != crowns.end())
        || (sign.sign == u"$" && std::find(dollars.begin(), dollars.end(), fallback) != dollars.end())
        || (sign.sign == u"¥" && fallback == u"CNY");
    return isOwn ? fallback : sign.code.toString();
}

/// Takes a currency code or sign out of the text.
QString takeCurrency(QString &text, const QString &fallback)
{
    for (const CurrencySign &s : signs) {
        if (takeSign(text, s.sign))
            return currencyOf(s, fallback);
    }
    QString letters;
    for (const QChar c : std::as_const(text)) {
        if (c.isLetter())
            letters += c.toUpper();
    }
    if (letters.size() == 3 || (letters.size() == 4 && (letters.endsWith(u'K') || letters.endsWith(u'M')))) {
        const QString code = letters.left(3);
        text.remove(code, Qt::CaseInsensitive);
        return code;
    }
    return fallback;
}

/// The factor of a trailing "k" or "m"; takes it out.
qint64 takeFactor(QString &text)
{
    if (text.endsWith(u'k', Qt::CaseInsensitive)) {
        text.chop(1);
        return 1'000;
    }
    if (text.endsWith(u'm', Qt::CaseInsensitive)) {
        text.chop(1);
        return 1'000'000;
    }
    return 1;
}

/// Position of the decimal sign in digits with '.' and ','; -1 when there is none.
qsizetype decimalPosition(QStringView text)
{
    const qsizetype dot = text.lastIndexOf(u'.');
    const qsizetype comma = text.lastIndexOf(u',');
    const qsizetype last = std::max(dot, comma);
    if (last < 0)
        return -1;
    const bool both = dot >= 0 && comma >= 0;
    const bool single = text.count(text[last]) == 1;
    const bool groups = text.size() - last - 1 == 3 && last > 0 && last <= 3 && text.left(last) != u"0";
    if (!single && !both)
        return -1;
    return !both && groups ? -1 : last;
}

/// "1.234.567,50" groups by threes before its decimal sign; "1.2.3" is a date or a version, no amount. Indian lakhs group by twos.
bool isWellGrouped(QStringView text, qsizetype point)
{
    const QStringView whole = point < 0 ? text : text.left(point);
    const qsizetype last = std::max(whole.lastIndexOf(u'.'), whole.lastIndexOf(u','));
    if (last < 0)
        return true;
    const QChar sign = whole[last];
    if (whole.contains(sign == u'.' ? u',' : u'.') || (point >= 0 && (text[point] == sign || text.mid(point + 1).contains(sign))))
        return false;
    const QList<QStringView> groups = whole.split(sign);
    return groups.back().size() == 3
        && std::all_of(groups.begin() + 1, groups.end() - 1, [](QStringView g) { return g.size() == 2 || g.size() == 3; });
}

qint64 power10(int exponent)
{
    qint64 value = 1;
    for (int i = 0; i < exponent; ++i)
        value *= 10;
    return value;
}

} // namespace

int Money::exponent(QStringView currency)
{
    static constexpr std::array<QStringView, 8> none{u"JPY", u"KRW", u"VND", u"CLP", u"ISK", u"UGX", u"XAF", u"XOF"};
    static constexpr std::array<QStringView, 6> three{u"KWD", u"BHD", u"OMR", u"JOD", u"TND", u"LYD"};
    if (std::find(none.begin(), none.end(), currency) != none.end())
        return 0;
    return std::find(three.begin(), three.end(), currency) != three.end() ? 3 : 2;
}

Result<Money> Money::parse(QStringView text, const QString &fallback)
{
    const auto invalid = [&] {
        return Error{ErrorCode::InvalidValue, text.toString(),
                     QCoreApplication::translate("kindling", "an amount, as in 1234.50, 5k or 20 USD")};
    };
    QString rest = text.trimmed().toString();
    const QString currency = takeCurrency(rest, fallback);
    rest.remove(u' ').remove(QChar(0x00A0)).remove(QChar(0x202F)).remove(u'\'');
    const bool negative = rest.startsWith(u'-') || rest.startsWith(QChar(0x2212));
    if (negative || rest.startsWith(u'+'))
        rest.remove(0, 1);
    const qint64 factor = takeFactor(rest);
    const qsizetype point = decimalPosition(rest);
    if (!isWellGrouped(rest, point))
        return invalid();

    long double amount = 0;
    long double unit = 1;
    int digits = 0;
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const QChar c = rest[i];
        if (c == u'.' || c == u',')
            continue;
        if (c < u'0' || c > u'9' || ++digits > 15)
            return invalid();
        amount = amount * 10 + (c.unicode() - u'0');
        if (point >= 0 && i > point)
            unit *= 10;
    }
    if (digits == 0)
        return invalid();
    const long double minor = amount / unit * static_cast<long double>(factor) * static_cast<long double>(power10(exponent(currency)));
    if (minor > largestMinor)
        return invalid();
    const qint64 rounded = std::llround(minor);
    return Money{negative ? -rounded : rounded, currency};
}

Money Money::inCurrency(const QString &other) const
{
    const int more = exponent(other) - exponent(currency);
    if (more >= 0)
        return {minor * power10(more), other};
    return {std::llround(static_cast<long double>(minor) / static_cast<long double>(power10(-more))), other};
}

QString Money::amountText() const
{
    const int places = exponent(currency);
    const QString digits = QString::number(std::abs(minor)).rightJustified(places + 1, u'0');
    const QString sign = minor < 0 ? QStringLiteral("-") : QString();
    if (places == 0)
        return sign + digits;
    return sign + digits.left(digits.size() - places) + u'.' + digits.right(places);
}

QString Money::display(const QLocale &locale) const
{
    const int places = exponent(currency);
    const qint64 unit = power10(places);
    const qint64 whole = std::abs(minor) / unit;
    const qint64 part = std::abs(minor) % unit;
    QString amount = locale.toString(whole);
    if (part != 0)
        amount += locale.decimalPoint() + QString::number(part).rightJustified(places, u'0');
    return (minor < 0 ? QStringLiteral("−") : QString()) + signFor(currency) + QChar(0x00A0) + amount;
}

void MoneySum::add(const Money &money)
{
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), [&](const Money &part) { return part.currency == money.currency; });
    if (found == m_parts.end())
        m_parts.push_back(money);
    else
        found->minor = cappedSum(found->minor, money.minor);
}

QString MoneySum::display(const QLocale &locale, const QString &fallback) const
{
    if (m_parts.empty())
        return Money{0, fallback}.display(locale);
    QStringList texts;
    for (const Money &part : m_parts)
        texts += part.display(locale);
    return texts.join(QStringLiteral(" + "));
}

} // namespace kindling
