// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#ifdef Q_OS_UNIX
#include <signal.h>
#endif

/// The program is killed at many moments of an import; afterwards there are all rows or none, and nothing is damaged.
class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesAllRowsOrNone();
};

void TestKill::leavesAllRowsOrNone()
{
#ifndef Q_OS_UNIX
    QSKIP("needs kill -9");
#else
    constexpr int rows = 20'000;
    constexpr int kills = 12;
    Terminal terminal;
    QByteArray table = "Name,Company,Email,Value\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray n = QByteArray::number(i);
        table += "Lead " + n + ",Company " + QByteArray::number(i % 700) + ",lead" + n + "@example.org," + n + "\n";
    }
    const QString file = terminal.file(QStringLiteral("big.csv"), table);
    const auto import = [&](QProcess &process) {
        process.start(qEnvironmentVariable("KINDLING_CLI"),
                      {QStringLiteral("--workspace"), terminal.workspace(), QStringLiteral("import"), file});
        QVERIFY(process.waitForStarted());
    };
    QCOMPARE(terminal.run({QStringLiteral("init")}).code, 0);
    QElapsedTimer timer;
    timer.start();
    {
        QProcess whole;
        import(whole);
        QVERIFY(whole.waitForFinished(120'000));
    }
    const qint64 duration = timer.elapsed();
    QCOMPARE(terminal.run({QStringLiteral("undo")}).code, 0);

    int none = 0;
    int all = 0;
    for (int i = 0; i < kills; ++i) {
        QProcess process;
        import(process);
        QThread::msleep(quint64(duration * (i + 1) / (kills + 1)));
        ::kill(pid_t(process.processId()), SIGKILL);
        process.waitForFinished(10'000);
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
#endif
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_clikill.moc"
