// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/cadence.h"
#include "core/rules/plannedstep.h"

#include <QLocale>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs noon = 1772449200000; // Monday, 2 March 2026, 12:00 in Berlin
constexpr qint64 day = 24 * 3'600'000;

QTimeZone berlin()
{
    return QTimeZone("Europe/Berlin");
}

FollowUp planned(qint64 id, FollowUpKind kind, UtcMs due)
{
    FollowUp followUp;
    followUp.id = FollowUpId(id);
    followUp.kind = kind;
    followUp.due = due;
    return followUp;
}

QString proposed(const Cadence &cadence, const Touches &touches, const WorkRules &work = defaultWorkRules())
{
    return proposeTouch(cadence, touches, work, noon, berlin()).when.local.toString(u"yyyy-MM-dd HH:mm"_s);
}

} // namespace

/// When to be in touch next, and what was just done.
class TestCadence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsFromTheLastTouch();
    void prefersAWorkingDayButNotTooLate();
    void saysWhy();
    void closesWhatWasPlanned();
    void readsATimeWithARhythm_data();
    void readsATimeWithARhythm();
    void saysWhatItUnderstood();
};

void TestCadence::countsFromTheLastTouch()
{
    const Cadence hot{u"hot"_s, false, 3, 7};
    QCOMPARE(proposed(hot, {noon, 1}), u"2026-03-05 09:00"_s);
    QCOMPARE(proposed(hot, {noon - day, 1}), u"2026-03-04 09:00"_s);
    QCOMPARE(proposed(hot, {noon - 30 * day, 1}), u"2026-03-03 09:00"_s); // long overdue: tomorrow
    QCOMPARE(proposed(hot, {}), u"2026-03-05 09:00"_s);
}

void TestCadence::prefersAWorkingDayButNotTooLate()
{
    QCOMPARE(proposed({u"hot"_s, false, 5, 7}, {noon, 1}), u"2026-03-09 09:00"_s); // Saturday becomes Monday
    QCOMPARE(proposed({u"hot"_s, false, 5, 6}, {noon, 1}), u"2026-03-08 09:00"_s); // Monday would be the seventh day
    WorkRules work = defaultWorkRules();
    work.dayStarts = QTime(8, 30);
    QCOMPARE(proposed({u"hot"_s, false, 3, 7}, {noon, 1}, work), u"2026-03-05 08:30"_s);
}

void TestCadence::saysWhy()
{
    const auto reason = [](const Touches &touches) {
        return proposeTouch({u"hot"_s, false, 3, 7}, touches, defaultWorkRules(), noon, berlin()).reason;
    };
    QVERIFY(reason({noon - 2 * day, 4}).startsWith(u"hot: every 3 days, at most 7; last touch 2 day"_s));
    QVERIFY(reason({noon - 2 * day, 4}).endsWith(u", 4 so far"_s));
    QCOMPARE(reason({}), u"hot: every 3 days, at most 7; no touch yet"_s);
    QCOMPARE(cadenceInWords({u"Key accounts"_s, true, 10, 20}), u"Key accounts: every 10 days, at most 20"_s);
}

void TestCadence::closesWhatWasPlanned()
{
    std::vector<FollowUp> all{planned(1, FollowUpKind::Call, noon + day), planned(2, FollowUpKind::Call, noon - day),
                              planned(3, FollowUpKind::Email, noon), planned(4, FollowUpKind::Call, noon - 2 * day)};
    all.back().state = FollowUpState::Done;
    QCOMPARE(fulfilledBy(ActivityKind::Call, all, noon)->id, FollowUpId(2)); // the most urgent open one
    QCOMPARE(fulfilledBy(ActivityKind::Email, all, noon)->id, FollowUpId(3));
    QVERIFY(!fulfilledBy(ActivityKind::Note, all, noon));
    QVERIFY(!fulfilledBy(ActivityKind::Meeting, all, noon));
    QVERIFY(!fulfilledBy(ActivityKind::Call, {planned(5, FollowUpKind::Call, noon + 10 * day)}, noon)); // that one is still to come
}

void TestCadence::readsATimeWithARhythm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("repeat");
    QTest::newRow("time alone") << u"tomorrow 9"_s << u"2026-03-03 09:00"_s << QString();
    QTest::newRow("both") << u"mon 9:00 every 2 weeks"_s << u"2026-03-09 09:00"_s << u"every 2 weeks"_s;
    QTest::newRow("rhythm alone") << u"every weekday"_s << u"2026-03-03 00:00"_s << u"every weekday"_s;
    QTest::newRow("first monday") << u"first monday"_s << u"2026-04-06 00:00"_s << u"first monday"_s;
    QTest::newRow("after done") << u"tomorrow 9 10 days after done"_s << u"2026-03-03 09:00"_s << u"10 days after done"_s;
}

void TestCadence::readsATimeWithARhythm()
{
    QFETCH(QString, text);
    QFETCH(QString, when);
    QFETCH(QString, repeat);
    const Result<PlannedStep> step = parseStep(text, noon, berlin(), defaultWorkRules());
    QVERIFY(step.ok());
    QCOMPARE(step->when.local.toString(u"yyyy-MM-dd HH:mm"_s), when);
    QCOMPARE(step->repeat, repeat);
}

void TestCadence::saysWhatItUnderstood()
{
    const QLocale english(u"en_GB"_s);
    const auto words = [&](const QString &text) {
        return stepInWords(*parseStep(text, noon, berlin(), defaultWorkRules()), noon, berlin(), english);
    };
    QCOMPARE(words(u"tomorrow 9"_s), u"Tuesday 3 March 2026, 09:00 (tomorrow)"_s);
    QCOMPARE(words(u"today"_s), u"Monday 2 March 2026 (today)"_s);
    QVERIFY(words(u"in 2 weeks"_s).startsWith(u"Monday 16 March 2026 (in 14 day"_s));
    QVERIFY(words(u"2026-03-29 02:30"_s).contains(u"03:30"_s) && words(u"2026-03-29 02:30"_s).contains(u"put forward"_s));
    QVERIFY(words(u"2026-10-25 02:30"_s).contains(u"comes twice"_s));
    QCOMPARE(words(u"meeting tomorrow 9 !"_s), u"Meeting, Tuesday 3 March 2026, 09:00 (tomorrow), urgent"_s);
    QVERIFY(!parseStep(u"meeting"_s, noon, berlin(), defaultWorkRules()).ok());
    QVERIFY(words(u"mon 9 every week"_s).endsWith(u", every week"_s));
}

QTEST_GUILESS_MAIN(TestCadence)
#include "tst_cadence.moc"
