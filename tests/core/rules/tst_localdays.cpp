// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/localdays.h"

#include <QDateTime>
#include <QTest>

using namespace kindling;

/// Days by the clock on the wall.
class TestLocalDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void midnightsAreWholeDaysApart_data();
    void midnightsAreWholeDaysApart();
    void hoursArePartsOfADay();
    void backwardsIsNegative();
    void agreesWithTheZoneOnEveryDay();
};

namespace {

const QTimeZone berlin("Europe/Berlin");

UtcMs midnight(const QDate &date, const QTimeZone &zone)
{
    return date.startOfDay(zone).toMSecsSinceEpoch();
}

} // namespace

void TestLocalDays::midnightsAreWholeDaysApart_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("until");
    QTest::addColumn<double>("days");
    QTest::newRow("in winter") << QDate(2026, 1, 1) << QDate(2026, 2, 1) << 31.0;
    QTest::newRow("over the change in spring") << QDate(2026, 3, 28) << QDate(2026, 3, 30) << 2.0; // 47 hours
    QTest::newRow("over the change in autumn") << QDate(2026, 10, 24) << QDate(2026, 10, 26) << 2.0; // 49 hours
    QTest::newRow("over both") << QDate(2026, 1, 1) << QDate(2027, 1, 1) << 365.0;
    QTest::newRow("the same day") << QDate(2026, 7, 1) << QDate(2026, 7, 1) << 0.0;
}

void TestLocalDays::midnightsAreWholeDaysApart()
{
    QFETCH(QDate, from);
    QFETCH(QDate, until);
    const LocalDays days(berlin, 0, midnight(QDate(2030, 1, 1), berlin));
    QTEST(days.between(midnight(from, berlin), midnight(until, berlin)), "days");
}

void TestLocalDays::hoursArePartsOfADay()
{
    const LocalDays days(QTimeZone::utc(), 0, 0);
    QCOMPARE(days.between(0, 36 * 3'600'000), 1.5);
}

void TestLocalDays::backwardsIsNegative()
{
    const LocalDays days(berlin, 0, midnight(QDate(2030, 1, 1), berlin));
    QCOMPARE(days.between(midnight(QDate(2026, 3, 30), berlin), midnight(QDate(2026, 3, 28), berlin)), -2.0);
}

void TestLocalDays::agreesWithTheZoneOnEveryDay()
{
    const LocalDays days(berlin, 0, midnight(QDate(2030, 1, 1), berlin));
    const QDate first(2016, 10, 20);
    for (QDate day = first; day < QDate(2027, 1, 1); day = day.addDays(1))
        QCOMPARE(days.between(midnight(first, berlin), midnight(day, berlin)), double(first.daysTo(day)));
}

QTEST_GUILESS_MAIN(TestLocalDays)
#include "tst_localdays.moc"
