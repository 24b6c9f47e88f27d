// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/databasedump.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr int many = 20'001; // one more than a change lists lead by lead

QByteArray table(int rows)
{
    QByteArray text = "Name,Email,Company,Value\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += "Lead " + n + ",lead" + n + "@a.example,Company " + QByteArray::number(i % 50) + "," + n + "\n";
    }
    return text;
}

} // namespace

/// Work on so many leads that the rest of the program asks again instead of being told one by one.
class TestBulk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfEverythingAtOnce();
    void undoesAndRedoesEverything();
    void stopsInTheMiddleWithoutATrace();
    void endsWithTheWorkspace();
};

void TestBulk::tellsOfEverythingAtOnce()
{
    TemporaryWorkspace w;
    w.list({}); // the columns are there
    std::vector<ChangeSet> told;
    connect(&*w, &Workspace::changed, this, [&](const ChangeSet &changes) { told.push_back(changes); });
    const ImportResult imported = w.import(w.write(u"many.csv"_s, table(many)));
    QCOMPARE(imported.counts.created, many);
    QTRY_COMPARE(told.size(), size_t(1));
    QVERIFY(told[0].everything && told[0].leads.empty() && told[0].companies);
    QCOMPARE(w.list({})->ids.size(), size_t(many));
    // 0 + 1 + … + 20,000 = 200,010,000 euro
    QCOMPARE(w.list({})->value.parts(), (std::vector<Money>{{20'001'000'000, u"EUR"_s}}));
    QCOMPARE(w.list(u"company:\"Company 7\" value>=20000"_s)->ids.size(), size_t(0));
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestBulk::undoesAndRedoesEverything()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s);
    w.import(w.write(u"many.csv"_s, table(many)));
    const QStringList before = contentOf(w.path());
    const LeadListPtr all = w.list(u"email:any"_s);
    LeadMove move;
    move.temperature = Temperature::Hot;
    w.clock().advance(1000);
    answerOf(w->leads().move(all->ids, move));
    QCOMPARE(w.list(u"temperature:hot"_s)->ids.size(), size_t(many));
    const QStringList after = contentOf(w.path());

    answerOf(w->history().undo());
    QVERIFY(contentOf(w.path()) == before);
    QCOMPARE(w.list(u"temperature:hot"_s)->ids.size(), size_t(0));
    answerOf(w->history().redo());
    QVERIFY(contentOf(w.path()) == after);
    QCOMPARE(w.list(u"temperature:hot"_s)->ids.size(), size_t(many));
    answerOf(w->history().undo());
    answerOf(w->history().undo()); // the import
    QCOMPARE(w.list({})->ids.size(), size_t(1));
    QCOMPARE(answerOf(w->companies().list({}, 10)).size(), size_t(0));
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestBulk::stopsInTheMiddleWithoutATrace()
{
    TemporaryWorkspace w;
    const QString path = w.write(u"many.csv"_s, table(many));
    w.import(path);
    const QStringList before = contentOf(w.path());
    const LeadListPtr all = w.list({});
    const auto cancelledInTheMiddle = [&](const std::function<QFuture<Result<Written>>(ProgressPtr)> &work) {
        const auto progress = std::make_shared<Progress>();
        QFuture<Result<Written>> future = work(progress);
        while (progress->done() == 0 && !future.isFinished())
            QTest::qWait(0);
        progress->cancel();
        while (!future.isFinished())
            QTest::qWait(0);
        const Result<Written> result = future.result();
        return !result && result.error().code == ErrorCode::Cancelled;
    };
    QVERIFY(cancelledInTheMiddle([&](ProgressPtr progress) {
        return w->leads().edit(all->ids, {{LeadField::City, u"Porto"_s}}, progress);
    }));
    QVERIFY(cancelledInTheMiddle([&](ProgressPtr progress) { return w->leads().archive(all->ids, true, progress); }));
    QVERIFY(cancelledInTheMiddle([&](ProgressPtr progress) { return w->history().undo({}, progress); }));
    QVERIFY(contentOf(w.path()) == before);
    QCOMPARE(w.list({})->ids.size(), size_t(many));
    QVERIFY(!w->history().nextRedo());
    QCOMPARE(answerOf(w->verify()), QStringList());
    answerOf(w->history().undo()); // and it works when it is let
    QCOMPARE(w.list({})->ids.size(), size_t(0));
}

void TestBulk::endsWithTheWorkspace()
{
    // The window is closed while an import is written: next time there is none of it, or all.
    TemporaryWorkspace w;
    const QString path = w.write(u"many.csv"_s, table(many));
    const auto progress = std::make_shared<Progress>();
    const ImportMapping mapping = answerOf(w->imports().recognise(path, progress));
    const QFuture<Result<ImportResult>> running = w->imports().run({path, mapping, {}, {}, {}, {}, {}}, progress);
    while (progress->done() == 0 && !running.isFinished())
        QTest::qWait(0);
    progress->cancel();
    w.close();
    QVERIFY(running.isFinished());
    w.open();
    const size_t leads = w.list({})->ids.size();
    QVERIFY2(leads == 0 || leads == size_t(many), qPrintable(QString::number(leads)));
    QCOMPARE(answerOf(w->verify()), QStringList());
}

QTEST_GUILESS_MAIN(TestBulk)
#include "tst_bulk.moc"
