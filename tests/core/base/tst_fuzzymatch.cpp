// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fuzzymatch.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Names are found in spite of slips, accents and halves of words.
class TestFuzzyMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsSlips_data();
    void countsSlips();
    void scores_data();
    void scores();
};

void TestFuzzyMatch::countsSlips_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("distance");
    QTest::newRow("same") << u"marta"_s << u"marta"_s << 0;
    QTest::newRow("one more") << u"marta"_s << u"martha"_s << 1;
    QTest::newRow("one less") << u"oliveira"_s << u"olivera"_s << 1;
    QTest::newRow("another") << u"marta"_s << u"marda"_s << 1;
    QTest::newRow("swapped") << u"marta"_s << u"matra"_s << 1;
    QTest::newRow("two") << u"brandt"_s << u"brant "_s << 2;
    QTest::newRow("too many") << u"marta"_s << u"jonas"_s << 4; // most + 1
    QTest::newRow("empty") << QString() << u"ab"_s << 2;
}

void TestFuzzyMatch::countsSlips()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QFETCH(const int, distance);
    QCOMPARE(editDistance(a, b, 3), distance);
    QCOMPARE(editDistance(b, a, 3), distance);
}

void TestFuzzyMatch::scores_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("score"); // -1: no match
    QTest::newRow("beginning") << u"oli"_s << u"Marta Oliveira"_s << 0;
    QTest::newRow("both, in any order") << u"oliveira mar"_s << u"Marta Oliveira"_s << 0;
    QTest::newRow("inside") << u"veira"_s << u"Marta Oliveira"_s << 1;
    QTest::newRow("accents") << u"pekarna"_s << u"Novák Pekárna"_s << 0;
    QTest::newRow("a slip") << u"olivera"_s << u"Marta Oliveira"_s << 3;
    QTest::newRow("a slip while typing") << u"olivie"_s << u"Marta Oliveira"_s << 3;
    QTest::newRow("short words have none") << u"mrt"_s << u"Marta"_s << -1;
    QTest::newRow("one word fits nowhere") << u"marta brandt"_s << u"Marta Oliveira"_s << -1;
    QTest::newRow("nothing typed") << QString() << u"Marta"_s << 0;
}

void TestFuzzyMatch::scores()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, name);
    QFETCH(const int, score);
    QCOMPARE(matchScore(typed, name).value_or(-1), score);
}

QTEST_MAIN(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"
