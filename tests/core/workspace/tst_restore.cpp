// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/restore.h"

#include "support/backedupbusiness.h"
#include "support/databasedump.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// A backup in the place of a workspace: what was there is kept, whenever the program ends.
class TestRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasThereIsKept();
    void whatIsOpenIsNotReplaced();
    void anInterruptedRenamingIsEnded_data();
    void anInterruptedRenamingIsEnded();
    void aNoteThatCannotBeReadIsNotForgotten();
};

void TestRestore::whatWasThereIsKept()
{
    BackedUpBusiness b;
    b.backUp();
    const LeadId later = b.w.add(u"Came later"_s);
    b.attach({b.w.write(u"later.txt"_s, "later")});
    b.w.close();
    const QStringList before = contentOf(b.w.path());
    const auto files = filesIn(b.w.path() + u".files"_s);
    const Restored first = restored(b.w.path(), b.backup());
    QCOMPARE(QFileInfo(first.kept).fileName(), u"w before restore 2026-03-02 120030.kindling"_s);
    QCOMPARE(difference(contentOf(first.kept), before), QString());
    QCOMPARE(filesIn(first.kept + u".files"_s), files);
    b.w.open();
    QCOMPARE(errorOf(b.w->leads().lead(later)).code, ErrorCode::NotFound);
    b.w.close();
    const Restored second = restored(b.w.path(), b.backup()); // in the same second
    QCOMPARE(QFileInfo(second.kept).fileName(), u"w before restore 2026-03-02 120030 2.kindling"_s);
    QCOMPARE(difference(contentOf(first.kept), before), QString());
}

void TestRestore::whatIsOpenIsNotReplaced()
{
    BackedUpBusiness b;
    b.backUp();
    const QStringList before = namesIn(b.backup());
    Progress progress;
    QCOMPARE(codeOf(restoreBackup(b.w.path(), b.backup(), when, progress)), ErrorCode::WorkspaceInUse);
    QCOMPARE(namesIn(b.backup()), before);
    answerOf(b.w->backups().unpack(b.backup(), std::make_shared<Progress>())); // that it can be, while it is open
    QCOMPARE(codeOf(putInPlace(b.w.path(), when)), ErrorCode::WorkspaceInUse);
    b.w.add(u"Goes on"_s);
    b.w.close();
    b.w.open(); // what was unpacked and not wanted after all goes
    QCOMPARE(b.w.list(u"name:Goes"_s)->ids.size(), 1U);
    QVERIFY(!QFile::exists(b.w.path() + u".restoring"_s));
    answerOf(b.w->backups().unpack(b.backup(), std::make_shared<Progress>()));
    b.w.close();
    QVERIFY(putInPlace(b.w.path(), when));
    QCOMPARE(codeOf(putInPlace(b.w.path(), when)), ErrorCode::FileNotFound);
    b.w.open();
    QCOMPARE(b.w.list(u"name:Goes"_s)->ids.size(), 0U);
}

void TestRestore::anInterruptedRenamingIsEnded_data()
{
    QTest::addColumn<int>("steps");
    QTest::addColumn<bool>("again");
    for (int steps = 0; steps <= 6; ++steps) {
        QTest::newRow(qPrintable(u"after %1 renamings"_s.arg(steps))) << steps << false;
        QTest::newRow(qPrintable(u"after %1 renamings, then restored again"_s.arg(steps))) << steps << true;
    }
}

void TestRestore::anInterruptedRenamingIsEnded()
{
    QFETCH(int, steps);
    QFETCH(bool, again);
    BackedUpBusiness b;
    b.backUp();
    answerOf(b.w->backups().unpack(b.backup(), std::make_shared<Progress>()));
    b.w.add(u"Came later"_s);
    b.attach({b.w.write(u"later.txt"_s, "later")});
    // As after a kill: the last writes are in the log beside the file.
    const QString copy = b.w.file(u"killed.kindling"_s);
    for (const QString &suffix : {u""_s, u"-wal"_s})
        QVERIFY(QFile::copy(b.w.path() + suffix, copy + suffix));
    b.w.close();
    const QStringList before = contentOf(b.w.path());
    const auto files = filesIn(b.w.path() + u".files"_s);
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(b.w.path() + suffix);
    for (const QString &suffix : {u""_s, u"-wal"_s})
        QVERIFY(QFile::rename(copy + suffix, b.w.path() + suffix));
    writeBytes(b.w.path() + u"-shm"_s, {});

    const QString kept = b.w.file(u"kept.kindling"_s);
    const QString unpacked = b.w.path() + u".restoring/"_s;
    writeBytes(unpacked + u"renaming"_s, "kept.kindling");
    const std::vector<Renaming> renamings = pendingRenamings(b.w.path(), kept);
    QCOMPARE(renamings.size(), size_t(6));
    for (int i = 0; i < steps; ++i)
        QVERIFY(QDir().rename(renamings[size_t(i)].from, renamings[size_t(i)].to));

    if (again) { // not opened, but restored once more, and by something that is no backup
        Progress progress;
        QCOMPARE(codeOf(restoreBackup(b.w.path(), b.w.write(u"letter.zip"_s, "dear Marta"), when, progress)), ErrorCode::BackupDamaged);
    }
    b.w.open();
    QCOMPARE(b.w.list(u"name:Came"_s)->ids.size(), 0U);
    QCOMPARE(b.w.list(u"name:Marta"_s)->ids.size(), 1U);
    QCOMPARE(answerOf(b.w->verify()), QStringList());
    QVERIFY(!QFile::exists(unpacked));
    QCOMPARE(filesIn(b.w.path() + u".files"_s).size(), 2);
    QCOMPARE(difference(contentOf(kept), before), QString());
    QCOMPARE(filesIn(kept + u".files"_s), files);
}

void TestRestore::aNoteThatCannotBeReadIsNotForgotten()
{
    BackedUpBusiness b;
    b.backUp();
    answerOf(b.w->backups().unpack(b.backup(), std::make_shared<Progress>()));
    b.w.close();
    const QString note = b.w.path() + u".restoring/renaming"_s;
    QVERIFY(QDir().mkpath(note)); // nobody can read a folder as a file, not even who may read everything
    Progress progress;
    QCOMPARE(codeOf(Workspace::open(b.w.path())), ErrorCode::FileNotReadable);
    QCOMPARE(codeOf(restoreBackup(b.w.path(), b.backup(), when, progress)), ErrorCode::FileNotReadable);
    QCOMPARE(codeOf(writeBackup(b.w.path(), b.w.file(u"c.zip"_s), 0, progress)), ErrorCode::FileNotReadable);
    QVERIFY(QFile::exists(b.w.path() + u".restoring/workspace.kindling"_s));
}

QTEST_GUILESS_MAIN(TestRestore)
#include "tst_restore.moc"
