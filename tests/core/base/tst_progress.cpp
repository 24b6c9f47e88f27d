// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/try.h"

#include <QDateTime>
#include <QTest>

#include <thread>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

Result<int> halved(int number)
{
    return number % 2 == 0 ? Result<int>(number / 2) : Error{ErrorCode::InvalidValue, QString::number(number), u"even number"_s};
}

Result<QString> quarterInWords(int number)
{
    KINDLING_GET(half, halved(number));
    KINDLING_GET(quarter, halved(half));
    return QString::number(quarter);
}

Result<void> checkQuarter(int number, int &checked)
{
    KINDLING_TRY(quarterInWords(number));
    ++checked;
    return {};
}

} // namespace

/// The small things everything stands on: a result or its error, how far a job is, what time it is.
class TestProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aResultIsAValueOrAnError();
    void aResultMayHoldWhatCannotBeCopied();
    void anErrorLeavesTheFunction();
    void progressIsSeenFromOtherThreads();
    void aFixedClockStandsStill();
    void theSystemClockRuns();
};

void TestProgress::aResultIsAValueOrAnError()
{
    const Result<int> good = halved(8);
    QVERIFY(good.ok() && good);
    QCOMPARE(*good, 4);
    const Result<int> bad = halved(7);
    QVERIFY(!bad.ok() && !bad);
    QCOMPARE(bad.error(), (Error{ErrorCode::InvalidValue, u"7"_s, u"even number"_s}));
    QVERIFY(Result<void>().ok());
    const Result<void> refused = Error{ErrorCode::Cancelled, {}, {}};
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Cancelled);
}

void TestProgress::aResultMayHoldWhatCannotBeCopied()
{
    Result<std::unique_ptr<int>> held = std::make_unique<int>(3);
    QVERIFY(held);
    const std::unique_ptr<int> taken = std::move(*held);
    QCOMPARE(*taken, 3);
    Result<QString> text = u"text"_s;
    text->append(u'!');
    QCOMPARE(*text, u"text!"_s);
}

void TestProgress::anErrorLeavesTheFunction()
{
    QCOMPARE(*quarterInWords(12), u"3"_s);
    QCOMPARE(quarterInWords(7).error().subject, u"7"_s); // the first step
    QCOMPARE(quarterInWords(6).error().subject, u"3"_s); // the second
    int checked = 0;
    QVERIFY(checkQuarter(12, checked));
    QVERIFY(!checkQuarter(6, checked));
    QCOMPARE(checked, 1);
}

void TestProgress::progressIsSeenFromOtherThreads()
{
    const auto progress = std::make_shared<Progress>();
    QCOMPARE(progress->total(), 0); // not known yet
    QVERIFY(!progress->cancelled());
    std::thread worker([progress] {
        for (qint64 done = 0; !progress->cancelled(); ++done)
            progress->report(done, 5'000'000'000);
    });
    QTRY_VERIFY(progress->done() > 0);
    QCOMPARE(progress->total(), 5'000'000'000);
    progress->cancel();
    worker.join(); // it ends because it was asked to
}

void TestProgress::aFixedClockStandsStill()
{
    FixedClock clock(1000, QTimeZone("Europe/Berlin"));
    QCOMPARE(clock.now(), 1000);
    QCOMPARE(clock.now(), 1000);
    clock.advance(5);
    clock.advance(-10);
    QCOMPARE(clock.now(), 995);
    clock.set(7);
    QCOMPARE(clock.now(), 7);
    QCOMPARE(clock.zone(), QTimeZone("Europe/Berlin"));
    QCOMPARE(FixedClock(0).zone(), QTimeZone::utc());
}

void TestProgress::theSystemClockRuns()
{
    const SystemClock clock;
    const UtcMs before = QDateTime::currentMSecsSinceEpoch();
    const UtcMs now = clock.now();
    QVERIFY(before <= now && now <= QDateTime::currentMSecsSinceEpoch());
    QCOMPARE(clock.zone(), QTimeZone("Europe/Berlin")); // the tests run under TZ=Europe/Berlin
}

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
