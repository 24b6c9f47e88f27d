// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"
#include "core/workspace/workspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Backups by the command line, as a timer and as a person in distress use it.
class TestCliBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_terminal.reset(); }

    void thereAndBack();
    void madeWhileTheWindowHasTheWorkspace();
    void restoredWhereNothingWas();
    void restoredInPlaceOfADamagedOne();
    void missingFilesAreTold();
    void aDamagedBackupIsFound();
    void refusesNonsense();

private:
    int leads() const { return m_terminal->json({u"leads"_s}).value(u"total"_s).toInt(-1); }

    std::unique_ptr<Terminal> m_terminal;
    QString m_marta;
    QString m_backup;
};

void TestCliBackup::init()
{
    m_terminal = std::make_unique<Terminal>();
    m_marta = m_terminal->json({u"add"_s, u"name=Marta Oliveira"_s}).value(u"id"_s).toString();
    const QString offer = m_terminal->file(u"offer.pdf"_s, "three ovens");
    QCOMPARE(m_terminal->run({u"files"_s, m_marta, u"--add"_s, offer}).code, 0);
    m_backup = m_terminal->path(u"b.zip"_s);
}

void TestCliBackup::thereAndBack()
{
    const QJsonObject made = m_terminal->json({u"backup"_s, m_backup});
    QCOMPARE(made.value(u"backup"_s), m_backup);
    QCOMPARE(made.value(u"leads"_s).toInt(), 1);
    QCOMPARE(made.value(u"files"_s).toInt(), 1);
    QVERIFY(made.value(u"missing"_s).toArray().isEmpty());
    m_terminal->json({u"add"_s, u"name=Came later"_s});
    const QJsonObject back = m_terminal->json({u"restore"_s, m_backup});
    QCOMPARE(back.value(u"made"_s), made.value(u"made"_s));
    QCOMPARE(back.value(u"workspace"_s), m_terminal->workspace());
    QCOMPARE(leads(), 1);
    const QString kept = back.value(u"kept"_s).toString();
    QCOMPARE(m_terminal->runAlone({u"--json"_s, u"-w"_s, kept, u"leads"_s}).json().value(u"total"_s).toInt(), 2);
    const Run text = m_terminal->run({u"restore"_s, u"b.zip"_s}); // by its name in this folder
    QCOMPARE(text.code, 0);
    QVERIFY2(text.out.contains(u"leads 1, attached files 1"_s) && text.out.contains(u"What was there before is kept as"_s),
             qPrintable(text.out));
}

void TestCliBackup::madeWhileTheWindowHasTheWorkspace()
{
    const auto open = kindling::Workspace::open(m_terminal->workspace());
    QVERIFY(open);
    QCOMPARE(m_terminal->run({u"backup"_s, m_backup}).code, 0);
    const Run refused = m_terminal->run({u"restore"_s, m_backup});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains(u"is open in another Kindling"_s), qPrintable(refused.err));
    QVERIFY(!QFile::exists(m_terminal->workspace() + u".restoring"_s));
}

void TestCliBackup::restoredWhereNothingWas()
{
    QCOMPARE(m_terminal->run({u"backup"_s, m_backup}).code, 0);
    const QString other = m_terminal->path(u"new/folder/other.kindling"_s);
    const QJsonObject back = m_terminal->runAlone({u"--json"_s, u"-w"_s, other, u"restore"_s, m_backup}).json();
    QVERIFY(back.value(u"kept"_s).isNull());
    QCOMPARE(m_terminal->runAlone({u"--json"_s, u"-w"_s, other, u"leads"_s}).json().value(u"total"_s).toInt(), 1);
    QCOMPARE(m_terminal->runAlone({u"-w"_s, other, u"verify"_s}).code, 0);
}

void TestCliBackup::restoredInPlaceOfADamagedOne()
{
    QCOMPARE(m_terminal->run({u"backup"_s, m_backup}).code, 0);
    m_terminal->file(u"w.db"_s, "the disk was broken");
    QCOMPARE(m_terminal->run({u"leads"_s}).code, 1);
    const QJsonObject back = m_terminal->json({u"restore"_s, m_backup});
    QCOMPARE(leads(), 1);
    QFile kept(back.value(u"kept"_s).toString());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), "the disk was broken");
}

void TestCliBackup::missingFilesAreTold()
{
    QVERIFY(QDir(m_terminal->workspace() + u".files"_s).removeRecursively());
    const Run made = m_terminal->run({u"backup"_s, m_backup});
    QCOMPARE(made.code, 3);
    QVERIFY2(made.err.contains(u"offer.pdf"_s), qPrintable(made.err));
    QCOMPARE(m_terminal->run({u"verify"_s, m_backup}).code, 0); // the rest is saved
}

void TestCliBackup::aDamagedBackupIsFound()
{
    QCOMPARE(m_terminal->run({u"backup"_s, m_backup}).code, 0);
    const Run whole = m_terminal->run({u"verify"_s, m_backup});
    QCOMPARE(whole.code, 0);
    QVERIFY2(whole.out.startsWith(u"All is well with the backup of"_s), qPrintable(whole.out));
    QByteArray bytes = m_terminal->bytesOf(u"b.zip"_s);
    bytes.replace("three ovens", "three owens");
    m_terminal->file(u"b.zip"_s, bytes);
    for (const QString &command : {u"verify"_s, u"restore"_s}) {
        const Run found = m_terminal->run({command, m_backup});
        QCOMPARE(found.code, 1);
        QVERIFY2(found.err.contains(u"b.zip is no whole backup: its part workspace.kindling.files/"_s), qPrintable(found.err));
    }
    QCOMPARE(leads(), 1);
}

void TestCliBackup::refusesNonsense()
{
    QCOMPARE(m_terminal->run({u"backup"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"restore"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"restore"_s, u"nothing.zip"_s}).code, 1);
    QCOMPARE(m_terminal->run({u"restore"_s, m_terminal->file(u"letter"_s, "dear Marta")}).code, 1);
    QCOMPARE(m_terminal->run({u"backup"_s, m_terminal->file(u"letter.zip"_s, "dear Marta")}).code, 1);
    QCOMPARE(m_terminal->run({u"backup"_s, m_terminal->workspace()}).code, 1);
    const Run gone = m_terminal->run({u"backup"_s, u"no disk/b.zip"_s});
    QCOMPARE(gone.code, 1);
    QVERIFY2(gone.err.contains(u"its folder is not there"_s), qPrintable(gone.err));
    QCOMPARE(m_terminal->runAlone({u"-w"_s, u"none.kindling"_s, u"backup"_s, m_backup}).code, 1);
    QVERIFY(!QFile::exists(m_backup));
    QCOMPARE(leads(), 1);
}

QTEST_GUILESS_MAIN(TestCliBackup)
#include "tst_clibackup.moc"
