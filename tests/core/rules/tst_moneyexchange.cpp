// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/moneyexchange.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Amounts at the rates that the user entered.
class TestMoneyExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsARateUntilTheNext();
    void turnsARateRound();
    void minorUnitsDiffer();
    void leavesWhatItDoesNotKnow();

private:
    static ExchangeRate rate(const QString &currency, const QString &in, const QDate &day, const QString &value)
    {
        return {{}, currency, in, day, *Decimal::parse(value)};
    }
    static QString text(const Money &money) { return money.amountText() + u' ' + money.currency; }
};

void TestMoneyExchange::holdsARateUntilTheNext()
{
    const MoneyExchange exchange({rate(u"USD"_s, u"EUR"_s, {2026, 3, 1}, u"0.8"_s), rate(u"USD"_s, u"EUR"_s, {2026, 1, 1}, u"0.9"_s)},
                                 u"EUR"_s, QTimeZone::utc());
    const Money hundred{10'000, u"USD"_s};
    QCOMPARE(text(exchange.exchanged(hundred, QDate(2026, 2, 28))), u"90.00 EUR"_s);
    QCOMPARE(text(exchange.exchanged(hundred, QDate(2026, 3, 1))), u"80.00 EUR"_s);
    QCOMPARE(text(exchange.exchanged(hundred, QDate(2030, 1, 1))), u"80.00 EUR"_s);
    QCOMPARE(text(exchange.exchanged(hundred, QDate(2020, 1, 1))), u"90.00 EUR"_s); // before the first, the first holds
    QCOMPARE(text(exchange.exchanged({500, u"EUR"_s}, QDate(2026, 2, 1))), u"5.00 EUR"_s);
}

void TestMoneyExchange::turnsARateRound()
{
    const MoneyExchange exchange({rate(u"EUR"_s, u"USD"_s, {2026, 1, 1}, u"1.25"_s)}, u"EUR"_s, QTimeZone::utc());
    QVERIFY(exchange.knows(u"USD"_s));
    QCOMPARE(text(exchange.exchanged({10'000, u"USD"_s}, QDate(2026, 2, 1))), u"80.00 EUR"_s);
}

void TestMoneyExchange::minorUnitsDiffer()
{
    // A yen has no minor units, a dinar a thousand: 16,000 yen at 0.00625 are 100.00 euros, 1.500 dinars at 3 are 4.50.
    const MoneyExchange exchange({rate(u"JPY"_s, u"EUR"_s, {2026, 1, 1}, u"0.00625"_s), rate(u"KWD"_s, u"EUR"_s, {2026, 1, 1}, u"3"_s)},
                                 u"EUR"_s, QTimeZone::utc());
    QCOMPARE(text(exchange.exchanged({16'000, u"JPY"_s}, QDate(2026, 2, 1))), u"100.00 EUR"_s);
    QCOMPARE(text(exchange.exchanged({1'500, u"KWD"_s}, QDate(2026, 2, 1))), u"4.50 EUR"_s);
}

void TestMoneyExchange::leavesWhatItDoesNotKnow()
{
    const MoneyExchange exchange({rate(u"USD"_s, u"GBP"_s, {2026, 1, 1}, u"0.7"_s)}, u"EUR"_s, QTimeZone::utc());
    QVERIFY(!exchange.knows(u"USD"_s));
    QVERIFY(exchange.knows(u"EUR"_s));
    QCOMPARE(text(exchange.exchanged({700, u"USD"_s}, QDate(2026, 2, 1))), u"7.00 USD"_s);
}

QTEST_GUILESS_MAIN(TestMoneyExchange)

#include "tst_moneyexchange.moc"
