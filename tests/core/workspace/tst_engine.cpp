// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/engine.h"

#include "support/temporaryworkspace.h"

#include <thread>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

void waitFor(const QFuture<Result<void>> &future)
{
    while (!future.isFinished())
        QTest::qWait(1);
    QVERIFY(future.resultCount() == 1 && future.result());
}

} // namespace

/// The threads of a workspace: in what order things are done, what is dropped at the end, and what those see who look on meanwhile.
class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWorkerDoesOneTaskAfterTheOther();
    void aWorkerDropsWhatHasNotBegun();
    void aWorkerThatCannotOpenSaysWhy();
    void writesInTheOrderAsked();
    void tellsOfAChangeAfterItIsThere();
    void readersSeeWholeChanges();
    void columnsCatchUpWithWhatWasWrittenWhileTheyLoad();
    void reportsCatchUpWithMovesMadeMeanwhile();
    void closesInTheMiddleOfEverything();
    void twoBeginnersMakeOneWorkspace();
};

void TestEngine::aWorkerDoesOneTaskAfterTheOther()
{
    TemporaryWorkspace w;
    Result<std::unique_ptr<Worker>> worker = Worker::start(w.path(), Connection::Mode::Reader);
    QVERIFY(worker);
    std::vector<int> order;
    std::atomic<int> done = 0;
    for (int i = 0; i < 100; ++i) {
        (*worker)->post([&order, &done, i](Connection &connection) {
            order.push_back(int(connection.integer(u"SELECT ?"_s, {i})->value_or(-1)));
            ++done;
        });
    }
    QTRY_COMPARE(done.load(), 100);
    QTRY_COMPARE((*worker)->busy(), 0);
    (*worker)->stop();
    for (int i = 0; i < 100; ++i)
        QCOMPARE(order[size_t(i)], i);
}

void TestEngine::aWorkerDropsWhatHasNotBegun()
{
    TemporaryWorkspace w;
    Result<std::unique_ptr<Worker>> worker = Worker::start(w.path(), Connection::Mode::Reader);
    QVERIFY(worker);
    std::atomic<bool> began = false;
    std::atomic<bool> mayEnd = false;
    (*worker)->post([&](Connection &) {
        began = true;
        while (!mayEnd)
            std::this_thread::yield();
    });
    auto promise = std::make_shared<QPromise<int>>();
    promise->start();
    QFuture<int> dropped = promise->future();
    (*worker)->post([promise = std::move(promise)](Connection &) { promise->addResult(1); });
    while (!began)
        std::this_thread::yield();
    QCOMPARE((*worker)->busy(), 2);
    std::thread ender([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        mayEnd = true;
    });
    (*worker)->stop(); // waits for the one that runs
    ender.join();
    QVERIFY(mayEnd);
    QTRY_VERIFY(dropped.isFinished());
    QVERIFY(dropped.isCanceled());
    QCOMPARE(dropped.resultCount(), 0);
    (*worker)->post([&](Connection &) { qFatal("a stopped worker works"); });
}

void TestEngine::aWorkerThatCannotOpenSaysWhy()
{
    TemporaryWorkspace w;
    const Result<std::unique_ptr<Worker>> worker = Worker::start(w.file(u"no/folder/x.db"_s), Connection::Mode::Reader);
    QVERIFY(!worker);
    QCOMPARE(worker.error().code, ErrorCode::FileNotReadable);
}

void TestEngine::writesInTheOrderAsked()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    std::vector<QFuture<Result<Written>>> futures;
    for (int i = 0; i < 50; ++i)
        futures.push_back(w->leads().edit({id}, {{LeadField::City, QString::number(i)}}));
    ChangeId last;
    for (const auto &future : futures) {
        const Written written = answerOf(future);
        QVERIFY(written.change > last);
        last = written.change;
    }
    QCOMPARE(w.lead(id).city, u"49"_s);
    QCOMPARE(w.lead(id).revision, last);
}

void TestEngine::tellsOfAChangeAfterItIsThere()
{
    TemporaryWorkspace w;
    waitFor(w->columnsReady());
    int told = 0;
    connect(&*w, &Workspace::changed, this, [&](const ChangeSet &changes) {
        ++told;
        QCOMPARE(changes.leads.size(), size_t(1));
        // Whoever asks now gets the lead: from the store, from the columns, and Undo names it.
        QCOMPARE(w.lead(changes.leads.front()).name, u"Lead %1"_s.arg(told));
        QVERIFY(w.list(u"\"lead %1\""_s.arg(told))->ids == changes.leads);
    });
    for (int i = 1; i <= 3; ++i) {
        const LeadId id = w.add(u"Lead %1"_s.arg(i));
        QTRY_COMPARE(told, i);
        QVERIFY(!id.isNull());
    }
    // Nothing changed: nobody is told.
    answerOf(w->leads().edit({w.list({})->ids.front()}, {{LeadField::City, QString()}}));
    QTest::qWait(20);
    QCOMPARE(told, 3);
}

void TestEngine::readersSeeWholeChanges()
{
    TemporaryWorkspace w;
    std::vector<LeadId> ids;
    for (int i = 0; i < 40; ++i)
        ids.push_back(w.add(u"Lead %1"_s.arg(i)));
    waitFor(w->columnsReady());
    // Each write sets all cities at once; whoever reads meanwhile finds one city only.
    std::vector<QFuture<Result<Written>>> writes;
    int looks = 0;
    for (int round = 0; round < 20; ++round) {
        writes.push_back(w->leads().edit(ids, {{LeadField::City, u"City %1"_s.arg(round)}}));
        QSet<QString> cities;
        for (const Lead &lead : answerOf(w->leads().rows(ids)))
            cities.insert(lead.city);
        QCOMPARE(cities.size(), 1);
        const LeadListPtr listed = answerOf(w->leads().list({{}, {{LeadField::City, false}}}));
        QCOMPARE(listed->ids.size(), ids.size());
        ++looks;
    }
    for (const auto &write : writes)
        answerOf(write);
    QCOMPARE(w.list(u"city:\"City 19\""_s)->ids.size(), ids.size());
    QCOMPARE(looks, 20);
}

void TestEngine::columnsCatchUpWithWhatWasWrittenWhileTheyLoad()
{
    TemporaryWorkspace w;
    const auto progress = std::make_shared<Progress>();
    answerOf(w->imports().addSample(3000, 1, progress));
    for (int attempt = 0; attempt < 5; ++attempt) {
        w.open(); // the columns are not there yet
        const QFuture<Result<void>> loading = w->columnsReady();
        std::vector<QFuture<Result<Written>>> writes;
        for (int i = 0; i < 30; ++i) {
            Lead lead;
            lead.name = u"Late %1 %2"_s.arg(attempt).arg(i);
            lead.company = u"Company %1 %2"_s.arg(attempt).arg(i);
            lead.tags = {u"tag%1x%2"_s.arg(attempt).arg(i)};
            writes.push_back(w->leads().add(lead));
        }
        while (!loading.isFinished())
            QTest::qWait(1);
        for (const auto &write : writes)
            answerOf(write);
        for (int i = 0; i < 30; ++i) {
            QCOMPARE(w.list(u"tag:tag%1x%2 company:\"Company %1 %2\""_s.arg(attempt).arg(i))->ids.size(), size_t(1));
            QCOMPARE(answerOf(w->find().names({u"late %1 %2"_s.arg(attempt).arg(i), {}})).total > 0, true);
        }
        QCOMPARE(answerOf(w->verify()), QStringList());
    }
}

void TestEngine::reportsCatchUpWithMovesMadeMeanwhile()
{
    TemporaryWorkspace w;
    std::vector<LeadId> ids;
    for (int i = 0; i < 30; ++i)
        ids.push_back(w.add(u"Lead %1"_s.arg(i)));
    FunnelQuery query;
    query.basis = FunnelQuery::Basis::Cohort;
    query.from = 0;
    query.until = TemporaryWorkspace::noon * 2;
    query.asOf = TemporaryWorkspace::noon * 2;
    const std::vector<Stage> stages = w->vocabulary()->stages;
    for (int round = 0; round < 15; ++round) {
        w.open(); // the stays are read anew, while leads go two stages on and one back
        std::vector<QFuture<Result<Written>>> moves;
        std::vector<QFuture<Result<FunnelAnswer>>> looks;
        for (const size_t stage : {size_t(2), size_t(1)}) {
            LeadMove move;
            move.stage = stages[stage].id;
            w.clock().advance(1000);
            looks.push_back(w->reports().funnel(query));
            moves.push_back(w->leads().move({ids[size_t(2 * round)], ids[size_t(2 * round + 1)]}, move));
        }
        for (const auto &look : looks)
            answerOf(look);
        for (const auto &move : moves)
            answerOf(move);
        const FunnelAnswer answer = answerOf(w->reports().funnel(query));
        w.open();
        const FunnelAnswer afresh = answerOf(w->reports().funnel(query));
        QCOMPARE(answer.leads.size(), afresh.leads.size());
        for (size_t step = 0; step < answer.leads.size(); ++step) {
            std::vector<LeadId> is = answer.leads[step]->ids;
            std::vector<LeadId> shouldBe = afresh.leads[step]->ids;
            std::sort(is.begin(), is.end());
            std::sort(shouldBe.begin(), shouldBe.end());
            QCOMPARE(is, shouldBe);
        }
    }
}

void TestEngine::closesInTheMiddleOfEverything()
{
    TemporaryWorkspace w;
    answerOf(w->imports().addSample(2000, 1, std::make_shared<Progress>()));
    for (int i = 0; i < 25; ++i) {
        w.open();
        // All at once, and nobody waits: lists, checks, reports, writes, an import. Closing ends them without a crash.
        const auto verify = w->verify();
        const auto list = w->leads().list({});
        const auto funnel = w->reports().funnel({});
        const auto add = w->leads().add([] {
            Lead lead;
            lead.name = u"Zzqx"_s;
            return lead;
        }());
        const auto sample = w->imports().addSample(500, 2, std::make_shared<Progress>());
        if (i % 3 == 1)
            QTest::qWait(i);
        w.close();
        for (const bool finished : {verify.isFinished(), list.isFinished(), funnel.isFinished(), add.isFinished(), sample.isFinished()})
            QVERIFY(finished); // with an answer or cancelled, but nobody waits for ever
    }
    w.open();
    QCOMPARE(answerOf(w->verify()), QStringList());
    // Each change is there as a whole: samples with all their leads.
    const Result<std::unique_ptr<Connection>> reader = Connection::open(w.path(), Connection::Mode::Reader);
    QVERIFY(reader);
    const auto count = [&](const QString &sql) { return (*reader)->integer(u"SELECT count(*) FROM "_s + sql)->value_or(-1); };
    QCOMPARE(count(u"lead"_s),
             2000 + 500 * count(u"change WHERE label LIKE '% 500 leads'"_s) + count(u"change WHERE label = 'Add Zzqx'"_s));
}

void TestEngine::twoBeginnersMakeOneWorkspace()
{
    // Two programs start at the same moment and find no workspace: one makes it, the other is told that it is in use, or opens it
    // afterwards.
    for (int round = 0; round < 10; ++round) {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"new/w.kindling"_s);
        std::atomic<int> opened = 0;
        std::atomic<int> refused = 0;
        const auto begin = [&] {
            OpenOptions options;
            options.create = true;
            const Result<std::shared_ptr<Engine>> engine = Engine::open(path, options);
            if (engine)
                ++opened;
            else if (engine.error().code == ErrorCode::WorkspaceInUse)
                ++refused;
        };
        std::thread first(begin);
        std::thread second(begin);
        first.join();
        second.join();
        QCOMPARE(opened + refused, 2);
        QVERIFY(opened > 0);
        OpenOptions options;
        Result<std::unique_ptr<Workspace>> workspace = Workspace::open(path, options);
        QVERIFY(workspace);
        QCOMPARE((*workspace)->vocabulary()->stages.size(), size_t(6));
        QCOMPARE(answerOf((*workspace)->verify()), QStringList());
    }
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
