// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/searchterms.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// What is typed into a search, taken apart.
class TestSearchTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesApart_data();
    void takesApart();
};

void TestSearchTerms::takesApart_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("terms"); // text/digits,digits
    QTest::newRow("nothing") << u"  "_s << QString();
    QTest::newRow("words") << u"Márta OLIV"_s << u"marta oliv"_s;
    QTest::newRow("a phrase") << u"\"casa do\" forno"_s << u"casa do forno"_s;
    QTest::newRow("a number, as dialled at home") << u"030 23125-126"_s << u"03023125-126/3023125126"_s;
    QTest::newRow("with a country code") << u"+49 30 23125 126"_s << u"+493023125126/493023125126,03023125126"_s;
    QTest::newRow("with its zero in brackets") << u"+49 (0)30 23125126"_s << u"+49(0)3023125126/493023125126,03023125126"_s;
    QTest::newRow("dialled from abroad") << u"00351 912 345 678"_s << u"00351912345678/351912345678,0912345678"_s;
    QTest::newRow("of one digit of country") << u"+1 415 555 0132"_s << u"+14155550132/14155550132,04155550132"_s;
    QTest::newRow("its last digits") << u"0132"_s << u"0132/132"_s;
    QTest::newRow("too few digits") << u"+49"_s << u"+49"_s;
    QTest::newRow("a name and a number") << u"marta 0151234"_s << u"marta 0151234/151234"_s;
}

void TestSearchTerms::takesApart()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, terms);
    QStringList read;
    for (const SearchTerm &term : searchTerms(typed))
        read += QString::fromUtf8(term.text) + (term.digits.isEmpty() ? QString() : u'/' + QString::fromUtf8(term.digits.join(',')));
    QCOMPARE(read.join(u' '), terms);
}

QTEST_MAIN(TestSearchTerms)
#include "tst_searchterms.moc"
