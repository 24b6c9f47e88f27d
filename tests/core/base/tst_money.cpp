// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <QLocale>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Amounts as people and files write them, kept as whole cents.
class TestMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsTheSignOfSeveral();
    void refuses_data();
    void refuses();
    void writesWhatItReads();
    void keepsCurrenciesApart();
};

void TestMoney::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    QTest::newRow("whole") << u"1234"_s << qint64(123400) << u"EUR"_s;
    QTest::newRow("English") << u"1,234.50"_s << qint64(123450) << u"EUR"_s;
    QTest::newRow("German") << u"1.234,50 €"_s << qint64(123450) << u"EUR"_s;
    QTest::newRow("one comma, two digits") << u"12,50"_s << qint64(1250) << u"EUR"_s;
    QTest::newRow("one dot, three digits groups") << u"1.234"_s << qint64(123400) << u"EUR"_s;
    QTest::newRow("one comma, three digits groups") << u"1,234"_s << qint64(123400) << u"EUR"_s;
    QTest::newRow("groups of both") << u"1.234.567"_s << qint64(123456700) << u"EUR"_s;
    QTest::newRow("Swiss") << u"CHF 1'234.50"_s << qint64(123450) << u"CHF"_s;
    QTest::newRow("code before") << u"USD 99.9"_s << qint64(9990) << u"USD"_s;
    QTest::newRow("sign before") << u"$50"_s << qint64(5000) << u"USD"_s;
    QTest::newRow("thousands") << u"USD 5k"_s << qint64(500000) << u"USD"_s;
    QTest::newRow("negative") << u"-3,20"_s << qint64(-320) << u"EUR"_s;
    QTest::newRow("yen have no decimals") << u"JPY 1500"_s << qint64(1500) << u"JPY"_s;
    QTest::newRow("dinars have three") << u"KWD 1.5"_s << qint64(1500) << u"KWD"_s;
    QTest::newRow("koruna") << u"100 000 Kč"_s << qint64(10000000) << u"CZK"_s;
    QTest::newRow("kronor") << u"12 000 kr"_s << qint64(1200000) << u"SEK"_s;
    QTest::newRow("kronor before") << u"Kr. 1.200,50"_s << qint64(120050) << u"SEK"_s;
    QTest::newRow("forint") << u"5 000Ft"_s << qint64(500000) << u"HUF"_s;
    QTest::newRow("real") << u"R$ 1.500,00"_s << qint64(150000) << u"BRL"_s;
    QTest::newRow("nought") << u"0"_s << qint64(0) << u"EUR"_s;
}

void TestMoney::reads()
{
    QFETCH(QString, text);
    QFETCH(qint64, minor);
    QFETCH(QString, currency);
    const Result<Money> money = Money::parse(text, u"EUR"_s);
    QVERIFY(money.ok());
    QCOMPARE(money->minor, minor);
    QCOMPARE(money->currency, currency);
}

void TestMoney::readsTheSignOfSeveral()
{
    QCOMPARE(Money::parse(u"500 kr"_s, u"NOK"_s)->currency, u"NOK"_s);
    QCOMPARE(Money::parse(u"500 kr"_s, u"ISK"_s)->currency, u"ISK"_s);
    QCOMPARE(Money::parse(u"¥ 500"_s, u"CNY"_s)->currency, u"CNY"_s);
    QCOMPARE((Money{50000, u"NOK"_s}).display(QLocale(u"en_GB"_s)), u"NOK\u00A0500"_s);
    QCOMPARE((Money{50000, u"SEK"_s}).display(QLocale(u"en_GB"_s)), u"SEK\u00A0500"_s); // kr would be anybody's
}

void TestMoney::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "abc", "12x", "1.2.3,4,5", "--5", "EUR", "999999999999999999999", "NaN", "1e400", "5 krone"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestMoney::refuses()
{
    QFETCH(QString, text);
    const Result<Money> money = Money::parse(text, u"EUR"_s);
    QVERIFY(!money.ok());
    QCOMPARE(money.error().code, ErrorCode::InvalidValue);
}

void TestMoney::writesWhatItReads()
{
    for (const Money &money :
         {Money{123450, u"EUR"_s}, Money{-5, u"EUR"_s}, Money{1500, u"JPY"_s}, Money{1234, u"KWD"_s}, Money{0, u"USD"_s}}) {
        const Result<Money> again = Money::parse(money.amountText(), money.currency);
        QVERIFY2(again.ok(), qPrintable(money.amountText()));
        // 1.234 of dinars reads as one thousand two hundred and thirty-four: three decimals are the one form that groups.
        if (Money::exponent(money.currency) != 3)
            QCOMPARE(*again, money);
    }
    QCOMPARE((Money{-5, u"EUR"_s}).amountText(), u"-0.05"_s);
    QCOMPARE((Money{123400, u"EUR"_s}).display(QLocale(u"en_GB"_s)), u"€\u00A01,234"_s);
    QCOMPARE((Money{123450, u"EUR"_s}).display(QLocale(u"en_GB"_s)), u"€\u00A01,234.50"_s);
}

void TestMoney::keepsCurrenciesApart()
{
    MoneySum sum;
    sum.add({100000, u"EUR"_s});
    sum.add({5000, u"USD"_s});
    sum.add({23400, u"EUR"_s});
    QCOMPARE(sum.parts(), (std::vector<Money>{{123400, u"EUR"_s}, {5000, u"USD"_s}}));
    QCOMPARE(sum.display(QLocale(u"en_GB"_s), u"EUR"_s), u"€\u00A01,234 + $\u00A050"_s);
    QCOMPARE(MoneySum().display(QLocale(u"en_GB"_s), u"EUR"_s), u"€\u00A00"_s);
}

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
