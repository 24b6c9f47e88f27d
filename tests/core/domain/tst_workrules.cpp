// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/workrules.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// How the team works, as it is stored.
class TestWorkRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesBeingStored();
    void readsWhatIsWrongAsUsual_data();
    void readsWhatIsWrongAsUsual();
    void knowsWorkingDays();
    void putsCadencesOfSegmentsFirst();
};

void TestWorkRules::survivesBeingStored()
{
    WorkRules rules = defaultWorkRules();
    rules.callOutcomes = {{u"Sent me to the assistant"_s, CallOutcome::SpokeElsewhere}, {{}, CallOutcome::NoAnswer}};
    rules.cadences = {{u"Key accounts"_s, true, 10, 20}, {u"hot"_s, false, 2, 4}};
    rules.templates = {{u"Offer"_s, u"Our offer"_s, u"Hello {firstName},\n…"_s}};
    rules.workingDays = {false, true, true, true, true, true, false};
    rules.holidays = {QDate(2026, 4, 3), QDate(2026, 12, 25)};
    rules.dayStarts = QTime(8, 30);
    rules.keepsQuiet = true;
    rules.quietFrom = QTime(19, 0);
    rules.restsOnFreeDays = true;
    QCOMPARE(workRulesFromText(workRulesText(rules)), rules);
}

void TestWorkRules::readsWhatIsWrongAsUsual_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no JSON") << u"{oops"_s;
    QTest::newRow("another shape") << uR"({"callOutcomes": 7, "cadences": "hot", "workingDays": [1], "dayStarts": "25:99"})"_s;
    QTest::newRow("unknown outcomes only") << uR"({"callOutcomes": [{"name": "x", "kind": "beamed"}]})"_s;
}

void TestWorkRules::readsWhatIsWrongAsUsual()
{
    QFETCH(QString, text);
    QCOMPARE(workRulesFromText(text), defaultWorkRules());
}

void TestWorkRules::knowsWorkingDays()
{
    WorkRules rules = defaultWorkRules();
    rules.holidays = {QDate(2026, 3, 9)};
    QVERIFY(rules.isWorkingDay(QDate(2026, 3, 6))); // Friday
    QVERIFY(!rules.isWorkingDay(QDate(2026, 3, 7)));
    QVERIFY(!rules.isWorkingDay(QDate(2026, 3, 9)));
    QCOMPARE(rules.workingDayAfter(QDate(2026, 3, 6), 1), QDate(2026, 3, 10));
    QCOMPARE(rules.workingDayAfter(QDate(2026, 3, 6), 2), QDate(2026, 3, 11));
}

void TestWorkRules::putsCadencesOfSegmentsFirst()
{
    const WorkRules rules = workRulesFromText(
        uR"({"cadences": [{"of": "hot", "every": 3, "atMost": 1}, {"of": "Key", "segment": true, "every": 0, "atMost": 9}]})"_s);
    QCOMPARE(rules.cadences.size(), size_t(2));
    QCOMPARE(rules.cadences[0], (Cadence{u"Key"_s, true, 1, 9})); // never less than a day
    QCOMPARE(rules.cadences[1], (Cadence{u"hot"_s, false, 3, 3})); // at most is never below every
    QCOMPARE(rules.cadenceOf(Temperature::Hot)->everyDays, 3);
    QVERIFY(!rules.cadenceOf(Temperature::Cold));
}

QTEST_GUILESS_MAIN(TestWorkRules)
#include "tst_workrules.moc"
