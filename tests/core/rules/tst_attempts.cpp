// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/attempts.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

Activity call(CallOutcome outcome, Direction direction = Direction::Outgoing)
{
    Activity activity;
    activity.kind = ActivityKind::Call;
    activity.outcome = outcome;
    activity.direction = direction;
    return activity;
}

Activity note()
{
    Activity activity;
    activity.kind = ActivityKind::Note;
    return activity;
}

} // namespace

/// How often a lead was called.
class TestAttempts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
    void saysIt();
};

void TestAttempts::counts_data()
{
    QTest::addColumn<std::vector<Activity>>("newestFirst");
    QTest::addColumn<int>("calls");
    QTest::addColumn<int>("sinceAnswered");
    using O = CallOutcome;
    QTest::newRow("none") << std::vector<Activity>{note()} << 0 << 0;
    QTest::newRow("nobody answered") << std::vector<Activity>{call(O::NoAnswer), note(), call(O::Voicemail), call(O::Busy)} << 3 << 3;
    QTest::newRow("since the conversation") << std::vector<Activity>{call(O::NoAnswer), call(O::Connected), call(O::NoAnswer)} << 3 << 1;
    QTest::newRow("just spoken") << std::vector<Activity>{call(O::CallbackRequested), call(O::NoAnswer)} << 2 << 0;
    QTest::newRow("they called back") << std::vector<Activity>{call(O::Connected, Direction::Incoming), call(O::NoAnswer)} << 1 << 0;
}

void TestAttempts::counts()
{
    QFETCH(std::vector<Activity>, newestFirst);
    QFETCH(int, calls);
    QFETCH(int, sinceAnswered);
    const Attempts attempts = attemptsOf(newestFirst);
    QCOMPARE(attempts.calls, calls);
    QCOMPARE(attempts.sinceAnswered, sinceAnswered);
}

void TestAttempts::saysIt()
{
    QCOMPARE(attemptInWords({0, 0}), u"first call"_s);
    QCOMPARE(attemptInWords({3, 0}), u"call number 4"_s);
    QCOMPARE(attemptInWords({1, 1}), u"call number 2, nobody took the last one"_s);
    QCOMPARE(attemptInWords({5, 3}), u"call number 6, nobody took the last 3"_s);
}

QTEST_GUILESS_MAIN(TestAttempts)
#include "tst_attempts.moc"
