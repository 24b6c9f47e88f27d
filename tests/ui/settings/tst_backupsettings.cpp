// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/attachmentservice.h"
#include "core/workspace/restore.h"
#include "support/desk.h"
#include "ui/dialogs/restoredialog.h"
#include "ui/settings/backupsettings.h"

#include <QFileDialog>
#include <QSignalSpy>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Backups made and restored in the window.
class TestBackupSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { const CleanSettings clean; }
    void theButtonMakesOne();
    void missingFilesAreNamed();
    void whatIsRestoredIsAskedFirst();
    void whatIsNoBackupIsRefused();
    void theMenuLeadsThere();
};

namespace {

/// The open question whether to restore.
RestoreDialog *question(QWidget *in)
{
    RestoreDialog *found = nullptr;
    if (!QTest::qWaitFor([&] { return (found = in->window()->findChild<RestoreDialog *>()) && found->isVisible(); }, patienceMs))
        qFatal("nothing is asked");
    return found;
}

} // namespace

void TestBackupSettings::theButtonMakesOne()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s);
    Shown<BackupSettings> settings(*w, nullptr);
    QTRY_VERIFY(showsText(&settings, u"No backup was made from here yet."_s));
    const QSignalSpy told(&settings, &BackupSettings::message);
    const QSignalSpy jobs(&settings, &BackupSettings::jobStarted);
    waitForButton(&settings, u"Back up …"_s)->click();
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = settings->findChild<QFileDialog *>()));
    QVERIFY(dialog->selectedFiles().first().endsWith(u"w %1.zip"_s.arg(QDate::currentDate().toString(Qt::ISODate))));
    Q_EMIT dialog->fileSelected(w.file(u"b.zip"_s));
    dialog->close();
    QCOMPARE(jobs.count(), 1);
    QVERIFY(!waitForButton(&settings, u"Restore …"_s)->isEnabled()); // one after the other
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(told.first().first().toString(), u"Backed up to b.zip: 1 lead, 0 attached files"_s);
    QTRY_VERIFY(waitForButton(&settings, u"Restore …"_s)->isEnabled());
    QTRY_VERIFY(mentions(&settings, u"Last backup from here: 2 Mar 2026"_s));
    QCOMPARE(backupManifest(w.file(u"b.zip"_s))->leads, 1);
    BackupSettings again(*w, nullptr);
    again.show();
    QTRY_VERIFY(mentions(&again, u"b.zip"_s)); // remembered
}

void TestBackupSettings::missingFilesAreNamed()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    answerOf(w->attachments().attach(marta, {w.write(u"offer.pdf"_s, "three ovens")}, std::make_shared<Progress>()));
    QVERIFY(QDir(w.path() + u".files"_s).removeRecursively());
    Shown<BackupSettings> settings(*w, nullptr);
    settings->backUpTo(w.file(u"b.zip"_s));
    QTRY_VERIFY(mentions(&settings, u"offer.pdf"_s));
}

void TestBackupSettings::whatIsRestoredIsAskedFirst()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s);
    Progress progress;
    QVERIFY(writeBackup(w.path(), w.file(u"b.zip"_s), TemporaryWorkspace::noon, progress));
    w.add(u"Came later"_s);
    Shown<BackupSettings> settings(*w, nullptr);
    const QSignalSpy ready(&settings, &BackupSettings::restoreReady);
    settings->restoreFrom(w.file(u"b.zip"_s));
    RestoreDialog *asked = question(&settings);
    QTRY_VERIFY(mentions(asked, u"2 Mar 2026"_s) && mentions(asked, u"1 lead,"_s));
    QTest::keyClick(asked, Qt::Key_Return); // stands on Cancel
    QTRY_VERIFY(!settings->findChild<RestoreDialog *>());
    QVERIFY(!QFile::exists(w.path() + u".restoring"_s));
    settings->restoreFrom(w.file(u"b.zip"_s));
    waitForButton(question(&settings), u"Restore"_s)->click();
    QTRY_COMPARE(ready.count(), 1);
    w.close();
    QVERIFY(putInPlace(w.path(), QDateTime::currentDateTime()));
    w.open();
    QCOMPARE(w.list(u"name:any"_s)->ids.size(), 1U);
}

void TestBackupSettings::whatIsNoBackupIsRefused()
{
    TemporaryWorkspace w;
    Shown<BackupSettings> settings(*w, nullptr);
    const QSignalSpy failed(&settings, &BackupSettings::failed);
    settings->restoreFrom(w.write(u"letter.zip"_s, "dear Marta"));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::BackupDamaged);
    QVERIFY(!settings->findChild<RestoreDialog *>());
}

void TestBackupSettings::theMenuLeadsThere()
{
    Desk desk;
    for (const QString &entry : {u"Back up …"_s, u"Restore a backup …"_s}) {
        desk.action(entry)->trigger();
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = desk.window().findChild<QFileDialog *>()));
        dialog->close();
        QTRY_VERIFY(!desk.window().findChild<QFileDialog *>());
    }
}

QTEST_MAIN(TestBackupSettings)
#include "tst_backupsettings.moc"
