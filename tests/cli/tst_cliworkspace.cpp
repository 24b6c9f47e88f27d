// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

/// The file behind --workspace: making one, and leaving alone what is none.
class TestWorkspaceFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_terminal = std::make_unique<Terminal>(); }
    void cleanup() { m_terminal.reset(); }

    void makesAnEmptyWorkspace();
    void makesTheSameSampleForASeed();
    void leavesAFileThatIsThere();
    void refusesWhatIsNoDatabase_data();
    void refusesWhatIsNoDatabase();
    void refusesAWorkspaceOfANewerProgram();
    void refusesAFolderItMayNotWriteTo_data();
    void refusesAFolderItMayNotWriteTo();
    void exportsForASpreadsheet();
    void exportsJson();
    void saysWhenTheAnswerDoesNotFit();

private:
    std::unique_ptr<Terminal> m_terminal;
};

void TestWorkspaceFiles::makesAnEmptyWorkspace()
{
    const QJsonObject made = m_terminal->json({QStringLiteral("init")});
    QCOMPARE(made.value(QStringLiteral("workspace")), m_terminal->workspace());
    QCOMPARE(made.value(QStringLiteral("leads")), 0);
    QCOMPARE(QFile::permissions(m_terminal->workspace()) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    QCOMPARE(m_terminal->json({QStringLiteral("leads")}).value(QStringLiteral("total")), 0);
    QCOMPARE(m_terminal->run({QStringLiteral("undo")}).code, 1);
    QCOMPARE(m_terminal->run({QStringLiteral("redo")}).code, 1);
}

void TestWorkspaceFiles::makesTheSameSampleForASeed()
{
    const auto leads = [this](const QString &seed) {
        QFile::remove(m_terminal->workspace());
        const QJsonObject made =
            m_terminal->json({QStringLiteral("init"), QStringLiteral("--sample"), QStringLiteral("50"), QStringLiteral("--seed"), seed});
        QStringList names{QString::number(made.value(QStringLiteral("leads")).toInt())};
        const QJsonObject listed = m_terminal->json({QStringLiteral("leads"), QStringLiteral("--sort"), QStringLiteral("name")});
        for (const QJsonValue &lead : listed.value(QStringLiteral("leads")).toArray())
            names += lead.toObject().value(QStringLiteral("name")).toString();
        return names;
    };
    const QStringList first = leads(QStringLiteral("7"));
    QCOMPARE(first.size(), 51);
    QCOMPARE(first.first(), QStringLiteral("50"));
    QCOMPARE(leads(QStringLiteral("7")), first);
    QVERIFY(leads(QStringLiteral("8")) != first);
    QCOMPARE(m_terminal->run({QStringLiteral("verify")}).code, 0);
}

void TestWorkspaceFiles::leavesAFileThatIsThere()
{
    m_terminal->run({QStringLiteral("add"), QStringLiteral("name=Ana")});
    const Run again = m_terminal->run({QStringLiteral("init")});
    QCOMPARE(again.code, 1);
    QVERIFY2(again.err.contains(m_terminal->workspace()), qPrintable(again.err));
    QCOMPARE(m_terminal->json({QStringLiteral("leads")}).value(QStringLiteral("total")), 1);
}

void TestWorkspaceFiles::refusesWhatIsNoDatabase_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("Name,Email\nAna,ana@a.example\n").repeated(100);
    QTest::newRow("noise") << QByteArray::fromHex("00ff13377f").repeated(2000);
    QTest::newRow("head of a database, and nothing behind it") << QByteArray("SQLite format 3\0", 16) + QByteArray(40, 'x');
}

void TestWorkspaceFiles::refusesWhatIsNoDatabase()
{
    QFETCH(QByteArray, bytes);
    m_terminal->file(QStringLiteral("w.db"), bytes);
    const QString table = m_terminal->file(QStringLiteral("a.csv"), "Name,Email\nAna,ana@a.example\n");
    for (const QStringList &words : {QStringList{QStringLiteral("leads")}, QStringList{QStringLiteral("add"), QStringLiteral("name=Ana")},
                                     QStringList{QStringLiteral("import"), table}}) {
        const Run run = m_terminal->run(words);
        QCOMPARE(run.code, 1);
        QCOMPARE(run.out, QString());
        QVERIFY2(run.err.count(u'\n') == 1 && run.err.contains(QStringLiteral("w.db")), qPrintable(run.err));
        QCOMPARE(m_terminal->bytesOf(QStringLiteral("w.db")), bytes);
    }
}

void TestWorkspaceFiles::refusesAWorkspaceOfANewerProgram()
{
    m_terminal->run({QStringLiteral("init")});
    QByteArray bytes = m_terminal->bytesOf(QStringLiteral("w.db"));
    // user_version stands big-endian at byte 60 of the header (SQLite file format, 1.3); the change counters before it stay as they are.
    bytes.replace(60, 4, QByteArray::fromHex("0000270f"));
    m_terminal->file(QStringLiteral("w.db"), bytes);
    const Run run = m_terminal->run({QStringLiteral("add"), QStringLiteral("name=Ana")});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(QStringLiteral("newer")), qPrintable(run.err));
    QCOMPARE(m_terminal->bytesOf(QStringLiteral("w.db")), bytes);
}

void TestWorkspaceFiles::refusesAFolderItMayNotWriteTo_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("read-only folder") << QStringLiteral("closed/w.db");
    QTest::newRow("below a file") << QStringLiteral("file.txt/w.db");
#ifdef Q_OS_LINUX
    QTest::newRow("where not even root may write") << QStringLiteral("/proc/w.db");
#endif
}

void TestWorkspaceFiles::refusesAFolderItMayNotWriteTo()
{
    QFETCH(QString, path);
    m_terminal->file(QStringLiteral("file.txt"), "text");
    const QString closed = m_terminal->path(QStringLiteral("closed"));
    QVERIFY(QDir().mkdir(closed));
    QVERIFY(QFile::setPermissions(closed, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
#ifdef Q_OS_UNIX
    if (path.startsWith(QStringLiteral("closed")) && geteuid() == 0)
        QSKIP("root may write to a read-only folder");
#endif
    const QString table = m_terminal->file(QStringLiteral("a.csv"), "Name,Email\nAna,ana@a.example\n");
    for (const QStringList &words : {QStringList{QStringLiteral("init")}, QStringList{QStringLiteral("add"), QStringLiteral("name=Ana")},
                                     QStringList{QStringLiteral("import"), table}}) {
        const Run run = m_terminal->runAlone(QStringList{QStringLiteral("--workspace"), path} + words);
        QCOMPARE(run.code, 1);
        QCOMPARE(run.out, QString());
        QVERIFY2(run.err.count(u'\n') == 1 && run.err.contains(QStringLiteral("w.db")), qPrintable(run.err));
    }
    QCOMPARE(m_terminal->bytesOf(QStringLiteral("file.txt")), QByteArray("text"));
}

void TestWorkspaceFiles::exportsForASpreadsheet()
{
    m_terminal->run({QStringLiteral("add"), QStringLiteral("name==HYPERLINK(\"http://x\")"), QStringLiteral("phone=+49 30 123456"),
                     QStringLiteral("notes=one\ntwo, \"three\"")});
    const QString all = m_terminal->run({QStringLiteral("export"), QStringLiteral("leads")}).out;
    QVERIFY(all.startsWith(QStringLiteral("id,externalId,name,company,")));
    QVERIFY2(all.contains(QStringLiteral("\"'=HYPERLINK(\"\"http://x\"\")\"")), qPrintable(all));
    QVERIFY(all.contains(QStringLiteral(",+49 30 123456,")));
    QVERIFY(all.contains(QStringLiteral("\"one\ntwo, \"\"three\"\"\"")));
    const QString raw = m_terminal->run({QStringLiteral("export"), QStringLiteral("leads"), QStringLiteral("--raw")}).out;
    QVERIFY(raw.contains(QStringLiteral("\"=HYPERLINK(")));
    QCOMPARE(
        m_terminal
            ->run({QStringLiteral("export"), QStringLiteral("leads"), QStringLiteral("-o"), m_terminal->path(QStringLiteral("out.csv"))})
            .code,
        0);
    QCOMPARE(QString::fromUtf8(m_terminal->bytesOf(QStringLiteral("out.csv"))), all);
    const Run nowhere = m_terminal->run(
        {QStringLiteral("export"), QStringLiteral("leads"), QStringLiteral("-o"), m_terminal->path(QStringLiteral("no/such/out.csv"))});
    QCOMPARE(nowhere.code, 1);
}

void TestWorkspaceFiles::exportsJson()
{
    m_terminal->run({QStringLiteral("add"), QStringLiteral("name=Ana")});
    m_terminal->run({QStringLiteral("add"), QStringLiteral("name=Bo")});
    const QJsonObject all =
        m_terminal->run({QStringLiteral("export"), QStringLiteral("leads"), QStringLiteral("--format"), QStringLiteral("json")}).json();
    QCOMPARE(all.value(QStringLiteral("total")), 2);
    QCOMPARE(all, m_terminal->json({QStringLiteral("leads")}));
}

void TestWorkspaceFiles::saysWhenTheAnswerDoesNotFit()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("this system has no /dev/full");
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(qEnvironmentVariable("KINDLING_CLI"), {QStringLiteral("--help")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
}

QTEST_GUILESS_MAIN(TestWorkspaceFiles)
#include "tst_cliworkspace.moc"
