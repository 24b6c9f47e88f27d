// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/firsttouch.h"

#include <QTest>

using namespace kindling;

/// How long a lead waits for the first word from us.
class TestFirstTouch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyReachedOut();
    void theEarliestTouchCounts();
    void whatTheySendIsNoTouch();
    void anImportedPastCountsAsAtOnce();
    void theMedianIsOneOfThem();
};

namespace {

Activity activity(ActivityKind kind, Direction direction, UtcMs at)
{
    Activity made;
    made.kind = kind;
    made.direction = direction;
    made.at = at;
    return made;
}

} // namespace

void TestFirstTouch::nobodyReachedOut()
{
    QVERIFY(!firstTouch(100, {}));
    const std::vector<Activity> own{activity(ActivityKind::Note, Direction::None, 200),
                                    activity(ActivityKind::WebsiteVisit, Direction::None, 300)};
    QVERIFY(!firstTouch(100, own));
}

void TestFirstTouch::theEarliestTouchCounts()
{
    const std::vector<Activity> newestFirst{activity(ActivityKind::Call, Direction::Outgoing, 900),
                                            activity(ActivityKind::Email, Direction::None, 400)};
    QCOMPARE(firstTouch(100, newestFirst), std::optional<UtcMs>(400));
}

void TestFirstTouch::whatTheySendIsNoTouch()
{
    QVERIFY(!isTouch(ActivityKind::Email, Direction::Incoming));
    QVERIFY(!isTouch(ActivityKind::FormSubmission, Direction::Outgoing));
    QVERIFY(isTouch(ActivityKind::Meeting, Direction::None));
    QVERIFY(isTouch(ActivityKind::Message, Direction::Outgoing));
}

void TestFirstTouch::anImportedPastCountsAsAtOnce()
{
    const std::vector<Activity> before{activity(ActivityKind::Call, Direction::Outgoing, 50)};
    QCOMPARE(firstTouch(100, before), std::optional<UtcMs>(100));
}

void TestFirstTouch::theMedianIsOneOfThem()
{
    QVERIFY(!medianOf({}));
    QCOMPARE(medianOf({7}), std::optional<qint64>(7));
    QCOMPARE(medianOf({30, 10, 20}), std::optional<qint64>(20));
    QCOMPARE(medianOf({40, 10, 30, 20}), std::optional<qint64>(20)); // of an even number the lower of the two
}

QTEST_GUILESS_MAIN(TestFirstTouch)
#include "tst_firsttouch.moc"
