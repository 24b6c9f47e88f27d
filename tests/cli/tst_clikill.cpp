// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

/// The program is killed at many moments of an import; afterwards there are all rows or none, and nothing is damaged.
class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesAllRowsOrNone();
    void leavesAnyWriteWholeOrUndone_data();
    void leavesAnyWriteWholeOrUndone();
    void leavesNoHalfWorkspace();
    void aRestoreLeavesTheOldOrTheNew();
    void aBackupIsWholeOrNotThere();

private:
    /// Starts the program and kills it so many milliseconds later (SIGKILL on Unix), if it is not through by then.
    static void killAfter(qint64 ms, const Terminal &terminal, const QStringList &words)
    {
        QProcess process;
        process.start(qEnvironmentVariable("KINDLING_CLI"), QStringList{QStringLiteral("--workspace"), terminal.workspace()} + words);
        QVERIFY(process.waitForStarted());
        QThread::msleep(quint64(ms));
        process.kill();
        process.waitForFinished(10'000);
    }

    /// What a kill must not tear: how many leads there are, how many are hot, how many are archived, and what undo would take back.
    static QString stateOf(const Terminal &terminal)
    {
        QStringList facts;
        for (const QString &filter : {QStringLiteral("name:any"), QStringLiteral("temperature:hot"), QStringLiteral("city:Porto")}) {
            const QJsonObject listed = terminal.json(
                {QStringLiteral("leads"), QStringLiteral("--limit"), QStringLiteral("1"), QStringLiteral("--filter"), filter});
            facts += QString::number(listed.value(QStringLiteral("total")).toInt(-1));
        }
        return facts.join(u' ');
    }
};

void TestKill::leavesAllRowsOrNone()
{
    constexpr int rows = 20'000;
    constexpr int kills = 12;
    Terminal terminal;
    QByteArray table = "Name,Company,Email,Value\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray n = QByteArray::number(i);
        table += "Lead " + n + ",Company " + QByteArray::number(i % 700) + ",lead" + n + "@example.org," + n + "\n";
    }
    const QString file = terminal.file(QStringLiteral("big.csv"), table);
    const QStringList import{QStringLiteral("import"), file};
    QCOMPARE(terminal.run({QStringLiteral("init")}).code, 0);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(terminal.run(import).code, 0);
    const qint64 duration = timer.elapsed();
    QCOMPARE(terminal.run({QStringLiteral("undo")}).code, 0);

    int none = 0;
    int all = 0;
    for (int i = 0; i < kills; ++i) {
        killAfter(duration * (i + 1) / (kills + 1), terminal, import);
        const int leads = terminal.json({QStringLiteral("leads"), QStringLiteral("--limit"), QStringLiteral("1")})
                              .value(QStringLiteral("total"))
                              .toInt(-1);
        QVERIFY2(leads == 0 || leads == rows, qPrintable(QString::number(leads)));
        const Run verified = terminal.run({QStringLiteral("verify")});
        QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.err));
        (leads == 0 ? none : all) += 1;
        if (leads == rows)
            QCOMPARE(terminal.run({QStringLiteral("undo")}).code, 0);
    }
    qInfo("killed %d times: %d times no row, %d times all rows", kills, none, all);
    QVERIFY(none > 0); // else no kill came in time to prove anything
}

void TestKill::leavesAnyWriteWholeOrUndone_data()
{
    QTest::addColumn<QStringList>("command");
    const auto row = [](const char *name, const QStringList &command) { QTest::newRow(name) << command; };
    row("a sample", {QStringLiteral("init"), QStringLiteral("--sample"), QStringLiteral("3000")});
    row("a bulk edit", {QStringLiteral("edit"), QStringLiteral("--filter"), QStringLiteral("name:any"), QStringLiteral("city=Porto")});
    row("a bulk move",
        {QStringLiteral("move"), QStringLiteral("--filter"), QStringLiteral("name:any"), QStringLiteral("--temperature"),
         QStringLiteral("hot")});
    row("an undo", {QStringLiteral("undo")});
    row("a redo", {QStringLiteral("redo")});
}

void TestKill::leavesAnyWriteWholeOrUndone()
{
    QFETCH(QStringList, command);
    constexpr int kills = 6;
    // From the same file each time: 2,000 leads, one bulk edit done and undone, so that there is something to undo and to redo.
    Terminal ground;
    QByteArray table = "Name,Email\n";
    for (int i = 0; i < 2000; ++i)
        table += "Lead " + QByteArray::number(i) + ",lead" + QByteArray::number(i) + "@example.org\n";
    QCOMPARE(ground.run({QStringLiteral("import"), ground.file(QStringLiteral("a.csv"), table)}).code, 0);
    QCOMPARE(
        ground.run({QStringLiteral("edit"), QStringLiteral("--filter"), QStringLiteral("name:any"), QStringLiteral("city=Braga")}).code, 0);
    if (command.first() == QStringLiteral("redo"))
        QCOMPARE(ground.run({QStringLiteral("undo")}).code, 0);
    const bool fromNothing = command.first() == QStringLiteral("init");
    const QByteArray bytes = ground.bytesOf(QStringLiteral("w.db"));
    const auto begin = [&](const Terminal &terminal) {
        if (!fromNothing)
            terminal.file(QStringLiteral("w.db"), bytes);
    };
    Terminal whole;
    begin(whole);
    const QString before = stateOf(whole);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(whole.run(command).code, 0);
    const qint64 duration = timer.elapsed();
    const QString after = stateOf(whole);

    for (int i = 0; i < kills; ++i) {
        Terminal terminal;
        begin(terminal);
        killAfter(duration * (i + 1) / (kills + 1), terminal, command);
        if (fromNothing && !QFile::exists(terminal.workspace()))
            continue; // killed before there was anything
        const QString state = stateOf(terminal);
        QVERIFY2(state == before || state == after || (fromNothing && state == QStringLiteral("0 0 0")), qPrintable(state));
        const Run verified = terminal.run({QStringLiteral("verify")});
        QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.err));
        // And the work can go on.
        const Run added = terminal.run({QStringLiteral("add"), QStringLiteral("name=Marta")});
        QVERIFY2(added.code == 0, qPrintable(added.err));
        QCOMPARE(terminal.run({QStringLiteral("undo")}).code, 0);
        QCOMPARE(stateOf(terminal), state);
    }
}

void TestKill::leavesNoHalfWorkspace()
{
    for (int ms = 0; ms < 40; ms += 4) {
        Terminal terminal;
        killAfter(ms, terminal, {QStringLiteral("init")});
        // There is a whole one or none, and the next program is not in the way of what the dead one left.
        const Run added = terminal.run({QStringLiteral("add"), QStringLiteral("name=Marta")});
        QVERIFY2(added.code == 0, qPrintable(added.err));
        QCOMPARE(terminal.run({QStringLiteral("verify")}).code, 0);
    }
}

void TestKill::aRestoreLeavesTheOldOrTheNew()
{
    constexpr int kills = 12;
    Terminal terminal;
    QCOMPARE(terminal.run({QStringLiteral("init"), QStringLiteral("--sample"), QStringLiteral("2000")}).code, 0);
    const QString backup = terminal.path(QStringLiteral("b.zip"));
    QCOMPARE(terminal.run({QStringLiteral("backup"), backup}).code, 0);
    QCOMPARE(terminal.run({QStringLiteral("add"), QStringLiteral("name=Came later")}).code, 0);
    const QByteArray bytes = terminal.bytesOf(QStringLiteral("w.db"));
    const QStringList restore{QStringLiteral("restore"), backup};
    Terminal whole;
    whole.file(QStringLiteral("w.db"), bytes);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(whole.run(restore).code, 0);
    const qint64 duration = timer.elapsed();
    int olds = 0;
    for (int i = 0; i < kills; ++i) {
        Terminal where;
        where.file(QStringLiteral("w.db"), bytes);
        killAfter(duration * (i + 1) / (kills + 1), where, restore);
        const int leads =
            where.json({QStringLiteral("leads"), QStringLiteral("--limit"), QStringLiteral("1")}).value(QStringLiteral("total")).toInt(-1);
        QVERIFY2(leads == 2000 || leads == 2001, qPrintable(QString::number(leads)));
        olds += leads == 2001 ? 1 : 0;
        const Run verified = where.run({QStringLiteral("verify")});
        QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.err));
        QCOMPARE(where.run(restore).code, 0);
        QVERIFY(!QFile::exists(where.workspace() + QStringLiteral(".restoring")));
    }
    qInfo("killed %d times: %d times the old one", kills, olds);
    QVERIFY(olds > 0); // else no kill came in time to prove anything
}

void TestKill::aBackupIsWholeOrNotThere()
{
    constexpr int kills = 10;
    Terminal terminal;
    QCOMPARE(terminal.run({QStringLiteral("init"), QStringLiteral("--sample"), QStringLiteral("2000")}).code, 0);
    const QString backup = terminal.path(QStringLiteral("b.zip"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(terminal.run({QStringLiteral("backup"), backup}).code, 0);
    const qint64 duration = timer.elapsed();
    const QByteArray first = terminal.bytesOf(QStringLiteral("b.zip"));
    for (int i = 0; i < kills; ++i) {
        killAfter(duration * (i + 1) / (kills + 1), terminal, {QStringLiteral("backup"), backup});
        QCOMPARE(terminal.run({QStringLiteral("verify"), backup}).code, 0); // the one before, or the new one
    }
    QCOMPARE(terminal.run({QStringLiteral("backup"), backup}).code, 0);
    QVERIFY(!QFile::exists(backup + QStringLiteral(".kindling-part"))); // what the dead left is gone
    QCOMPARE(terminal.bytesOf(QStringLiteral("b.zip")).size(), first.size());
    QCOMPARE(terminal.run({QStringLiteral("verify")}).code, 0);
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_clikill.moc"
