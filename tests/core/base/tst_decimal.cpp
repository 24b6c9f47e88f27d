// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Numbers that a person wrote come back as they were.
class TestDecimal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsWithAKnownSign_data();
    void readsWithAKnownSign();
    void refuses_data();
    void refuses();
    void showsInTheWayOfTheLocale();
};

void TestDecimal::reads_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << u"42"_s << u"42"_s;
    QTest::newRow("point") << u"1234.5"_s << u"1234.5"_s;
    QTest::newRow("comma") << u"1234,5"_s << u"1234.5"_s;
    QTest::newRow("grouped with commas") << u"1,234,567.25"_s << u"1234567.25"_s;
    QTest::newRow("grouped with points") << u"1.234.567,25"_s << u"1234567.25"_s;
    QTest::newRow("three digits are thousands") << u"1.234"_s << u"1234"_s;
    QTest::newRow("but not after a zero") << u"0.234"_s << u"0.2340"_s;
    QTest::newRow("negative") << u"-0.5"_s << u"-0.5"_s;
    QTest::newRow("six places") << u"0.000001"_s << u"0.000001"_s;
    QTest::newRow("thousand") << u"5k"_s << u"5000"_s;
    QTest::newRow("share") << u"12,5 %"_s << u"12.5"_s;
    QTest::newRow("spaced") << u"1 000"_s << u"1000"_s;
}

void TestDecimal::reads()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    const Result<Decimal> number = Decimal::parse(typed);
    QVERIFY(number.ok());
    QCOMPARE(number->text(), text);
    QCOMPARE(*Decimal::parse(number->text()), *number);
}

void TestDecimal::readsWithAKnownSign_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QChar>("sign");
    QTest::addColumn<QString>("text");
    QTest::newRow("three places") << u"1.234"_s << QChar(u'.') << u"1.2340"_s;
    QTest::newRow("thousands") << u"1.234"_s << QChar(u',') << u"1234"_s;
    QTest::newRow("German") << u"1.234,5"_s << QChar(u',') << u"1234.5"_s;
    QTest::newRow("a stray decimal comma is not lost") << u"1,5"_s << QChar(u'.') << u"1.5"_s;
}

void TestDecimal::readsWithAKnownSign()
{
    QFETCH(QString, typed);
    QFETCH(QChar, sign);
    QFETCH(QString, text);
    const Result<Decimal> number = Decimal::parse(typed, sign);
    QVERIFY(number.ok());
    QCOMPARE(number->text(), text);
}

void TestDecimal::refuses_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"", "-", "many", "1.2.3", "12 apples", "1e5", "0.0000001", "10000000000000", "9000000000m"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TestDecimal::refuses()
{
    QFETCH(QString, typed);
    QCOMPARE(Decimal::parse(typed).error().code, ErrorCode::InvalidValue);
}

void TestDecimal::showsInTheWayOfTheLocale()
{
    QCOMPARE(Decimal::parse(u"-1234.5")->display(QLocale(u"en_US"_s)), u"-1,234.5"_s);
    QCOMPARE(Decimal::parse(u"1234.5")->display(QLocale(u"de_DE"_s)), u"1.234,5"_s);
}

QTEST_GUILESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
