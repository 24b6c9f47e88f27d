// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ziparchive.h"
#include "core/exchange/zipwriter.h"
#include "core/store/workspacefile.h"
#include "core/workspace/privacyservice.h"
#include "support/backedupbusiness.h"
#include "support/databasedump.h"

#include <QRandomGenerator>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// Another zip file with the parts of a backup and a manifest of its own.
void forge(const QString &from, const QString &to, const std::function<QByteArray(QByteArray)> &change)
{
    const auto archive = ZipArchive::open(from);
    const auto read = [&](const QString &name) { return (*(*archive)->member(name, 1 << 30))->readAll(); };
    const QByteArray manifest = read(backup::manifestMember);
    const auto zip = ZipWriter::create(to);
    const Result<BackupManifest> made = readManifest(manifest, {});
    QVERIFY(made);
    for (const BackupPart &part : made->parts)
        QVERIFY((*zip)->addBytes(part.name, read(part.name)));
    QVERIFY((*zip)->addBytes(backup::manifestMember, change(manifest)));
    Progress progress;
    QVERIFY((*zip)->finish(progress, 0, 1));
}

} // namespace

/// Backups: whole, and equal to what they were made of; nothing else is taken for one.
class TestBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsItsSource();
    void saysWhatItIs();
    void isItsOwnersOnly();
    void opensWithAnyZipProgram();
    void isOfOneMomentWhileOthersWrite();
    void replacesABackupAndNothingElse();
    void aFileThatIsMissingIsNamedAndTheRestSaved();
    void anOlderOneWithMoreFilesIsKept();
    void oneOfAnotherWorkspaceIsKept();
    void oneAfterTheOther();
    void aLockThatNamesNobodyIsForgotten();
    void whatKilledProgramsLeftGoes();
    void cancelledItLeavesNothing();
    void noFlippedBitGoesUnnoticed();
    void cutOffAnywhereItIsRefused();
    void whatIsNoBackupIsRefused();
    void aManifestNamesNoOtherPlace();
    void aNewerFormatIsRefused();
    void theOpenFileIsLeftToSqlite();
    void anErasedLeadComesBackOnlyByTheBackup();
};

void TestBackup::equalsItsSource()
{
    BackedUpBusiness b;
    const BackupManifest made = b.backUp();
    QCOMPARE(made.leads, 31);
    QCOMPARE(made.files(), 2);
    QVERIFY(made.missing.isEmpty());
    const ChangeId last = b.w->history().nextUndo()->id;
    b.w.close();
    const QStringList before = contentOf(b.w.path());
    const Restored copy = restored(b.other(), b.backup());
    QCOMPARE(copy.kept, QString());
    QCOMPARE(difference(contentOf(b.other()), before), QString());
    QCOMPARE(filesIn(b.other() + u".files"_s), filesIn(b.w.path() + u".files"_s));
    OpenOptions options;
    const auto opened = Workspace::open(b.other(), options);
    QVERIFY(opened);
    QCOMPARE(answerOf((*opened)->verify()), QStringList());
    QCOMPARE((*opened)->history().nextUndo()->id, last); // its history too
    answerOf((*opened)->history().undo());
    QVERIFY(answerOf((*opened)->leads().dossier(b.marta)).attachments.empty());
}

void TestBackup::saysWhatItIs()
{
    BackedUpBusiness b;
    b.backUp();
    const BackupManifest look = answerOf(b.w->backups().look(b.backup()));
    QCOMPARE(look.workspace, u"w.kindling"_s);
    QCOMPARE(look.made, TemporaryWorkspace::noon);
    QCOMPARE(look.leads, 31);
    QCOMPARE(look.files(), 2);
    Progress progress;
    QCOMPARE(checkBackup(b.backup(), progress)->leads, 31);
    QCOMPARE(progress.done(), progress.total());
    QCOMPARE(progress.total(), look.bytes());
    QCOMPARE(backupName(u"/home/ines/leads.kindling"_s, QDate(2026, 11, 26)), u"leads 2026-11-26.zip"_s);
}

void TestBackup::isItsOwnersOnly()
{
    BackedUpBusiness b;
    b.backUp();
    QCOMPARE(QFile::permissions(b.backup()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), 0);
    restored(b.other(), b.backup());
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther;
    QCOMPARE(QFile::permissions(b.other()) & others, 0);
    QDirIterator beside(b.other() + u".files"_s, QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    QCOMPARE(QFile::permissions(b.other() + u".files"_s) & others, 0);
    QVERIFY(beside.hasNext());
    while (beside.hasNext())
        QCOMPARE(QFile::permissions(beside.next()) & others, 0);
    QVERIFY(!namesIn(b.backup()).contains(u"b.zip.kindling-part"_s));
    QVERIFY(!namesIn(b.backup()).contains(u"other.kindling.restoring"_s));
}

void TestBackup::opensWithAnyZipProgram()
{
    BackedUpBusiness b;
    b.backUp();
    // Stored as they are, under the names that they have beside each other: the bytes stand in the file.
    const QByteArray bytes = bytesOf(b.backup());
    QVERIFY(bytes.startsWith("PK\x03\x04"));
    QVERIFY(bytes.contains("workspace.kindling.files/"));
    QVERIFY(bytes.contains("three ovens"));
    QVERIFY(bytes.contains("SQLite format 3"));
}

void TestBackup::isOfOneMomentWhileOthersWrite()
{
    BackedUpBusiness b;
    const auto progress = std::make_shared<Progress>();
    std::vector<QFuture<Result<BackupManifest>>> backups;
    for (int i = 0; i < 5; ++i) {
        backups.push_back(b.w->backups().write(b.w.file(u"b%1.zip"_s.arg(i)), progress));
        for (int j = 0; j < 20; ++j) { // each with a follow-up, which the lead counts
            FollowUp call;
            call.lead = b.w.add(u"Lead %1 %2"_s.arg(i).arg(j));
            call.localTime = u"2026-03-03T09:00:00"_s;
            call.zone = u"Europe/Berlin"_s;
            answerOf(b.w->followUps().plan(call));
        }
    }
    for (size_t i = 0; i < backups.size(); ++i) {
        const BackupManifest made = answerOf(backups[i]);
        const QString copy = b.w.file(u"copy%1.kindling"_s.arg(i));
        restored(copy, b.w.file(u"b%1.zip"_s.arg(i)));
        const auto opened = Workspace::open(copy);
        QVERIFY(opened);
        QCOMPARE(answerOf((*opened)->verify()), QStringList());
        QVERIFY(made.leads >= 31 + 20 * qint64(i));
    }
}

void TestBackup::replacesABackupAndNothingElse()
{
    BackedUpBusiness b;
    b.backUp();
    b.w.add(u"Another"_s);
    QCOMPARE(b.backUp().leads, 32);
    QCOMPARE(answerOf(b.w->backups().look(b.backup())).leads, 32);
    const QString letter = b.w.write(u"letter.zip"_s, "dear Marta");
    const auto progress = std::make_shared<Progress>();
    QCOMPARE(errorOf(b.w->backups().write(letter, progress)).code, ErrorCode::FileNotWritable);
    QCOMPARE(bytesOf(letter), "dear Marta");
    QCOMPARE(errorOf(b.w->backups().write(b.w.path(), progress)).code, ErrorCode::FileNotWritable); // itself
    QCOMPARE(errorOf(b.w->backups().write(b.w.file(u"not mounted/b.zip"_s), progress)).code, ErrorCode::FileNotWritable);
    QVERIFY(!QFile::exists(b.w.file(u"not mounted"_s)));
    QCOMPARE(answerOf(b.w->verify()), QStringList());
}

void TestBackup::aFileThatIsMissingIsNamedAndTheRestSaved()
{
    BackedUpBusiness b;
    b.attach({b.w.write(u"contract.pdf"_s, "signed")});
    const std::vector<Attachment> files = answerOf(b.w->leads().dossier(b.marta)).attachments;
    for (const Attachment &file : files) {
        const QString place = b.w.path() + u".files/"_s + file.hash.left(2) + u'/' + file.hash;
        if (file.name == u"offer.pdf")
            QVERIFY(QFile::remove(place));
        if (file.name == u"contract.pdf") {
            QFile::setPermissions(place, QFile::ReadOwner | QFile::WriteOwner);
            writeBytes(place, "SIGNED"); // as many bytes, and others
        }
    }
    const BackupManifest made = b.backUp();
    QCOMPARE(made.missing, (QStringList{u"contract.pdf"_s, u"offer.pdf"_s}));
    QCOMPARE(made.files(), 1);
    QCOMPARE(answerOf(b.w->backups().look(b.backup())).missing, made.missing);
    restored(b.other(), b.backup());
    QCOMPARE(filesIn(b.other() + u".files"_s).values(), QList<QByteArray>{QByteArray(300'000, 'p')});
}

void TestBackup::anOlderOneWithMoreFilesIsKept()
{
    BackedUpBusiness b;
    b.backUp();
    b.backUp(); // nothing is missing: replaced
    const QString kept = b.w.file(u"b kept.zip"_s);
    QVERIFY(!QFile::exists(kept));
    QVERIFY(QDir(b.w.path() + u".files"_s).removeRecursively());
    QCOMPARE(b.backUp().missing.size(), 2);
    QCOMPARE(backupManifest(kept)->files(), 2);
    b.backUp(); // the one before has no more than the new one
    QVERIFY(!QFile::exists(b.w.file(u"b kept 2.zip"_s)));
}

void TestBackup::oneOfAnotherWorkspaceIsKept()
{
    BackedUpBusiness b;
    b.backUp();
    Progress progress;
    OpenOptions options;
    options.create = true;
    QVERIFY(Workspace::open(b.other(), options));
    QVERIFY(writeBackup(b.other(), b.backup(), 0, progress));
    QCOMPARE(backupManifest(b.w.file(u"b kept.zip"_s))->leads, 31);
    // Made anew where it was, because it was not there that day.
    b.backUp();
    const QString path = b.w.path();
    b.w.close();
    QVERIFY(QFile::remove(path));
    b.w.open();
    QCOMPARE(b.backUp().leads, 0);
    QCOMPARE(backupManifest(b.w.file(u"b kept 3.zip"_s))->leads, 31);
}

void TestBackup::oneAfterTheOther()
{
    BackedUpBusiness b;
    b.backUp();
    const auto backup = lockForCopying(b.w.path());
    QVERIFY(backup);
    b.w.close();
    Progress progress;
    QCOMPARE(codeOf(restoreBackup(b.w.path(), b.backup(), when, progress)), ErrorCode::WorkspaceInUse);
    QCOMPARE(codeOf(writeBackup(b.w.path(), b.backup(), 0, progress)), ErrorCode::WorkspaceInUse);
    b.w.open();
    QCOMPARE(b.w.list(u"name:Marta"_s)->ids.size(), 1U);
}

void TestBackup::aLockThatNamesNobodyIsForgotten()
{
    BackedUpBusiness b;
    b.w.write(u"w.kindling.copying"_s, {}); // killed before its name was in it
    QCOMPARE(b.backUp().leads, 31);
}

void TestBackup::whatKilledProgramsLeftGoes()
{
    BackedUpBusiness b;
    const QString old = b.w.file(u"b of another day.zip.kindling-part"_s);
    const QString young = b.w.file(u"somebody's.zip.kindling-part"_s);
    for (const QString &folder : {old, young, b.backup() + u".kindling-part"_s})
        QVERIFY(QDir().mkpath(folder));
    const std::filesystem::path oldPath(old.toStdU16String());
    std::filesystem::last_write_time(oldPath, std::filesystem::last_write_time(oldPath) - std::chrono::hours(48));
    b.backUp();
    QVERIFY(!QFile::exists(old));
    QVERIFY(QFile::exists(young)); // it may be under way
    QVERIFY(!QFile::exists(b.backup() + u".kindling-part"_s));
}

void TestBackup::cancelledItLeavesNothing()
{
    BackedUpBusiness b;
    const QStringList before = namesIn(b.backup());
    const auto progress = std::make_shared<Progress>();
    progress->cancel();
    QCOMPARE(errorOf(b.w->backups().write(b.backup(), progress)).code, ErrorCode::Cancelled);
    QCOMPARE(namesIn(b.backup()), before);
    b.backUp();
    const QStringList after = namesIn(b.backup());
    QCOMPARE(errorOf(b.w->backups().unpack(b.backup(), progress)).code, ErrorCode::Cancelled);
    QCOMPARE(namesIn(b.backup()), after);
}

/// A bit that is in no part (a date of the zip file, say) may be flipped: what is unpacked is the same then.
void TestBackup::noFlippedBitGoesUnnoticed()
{
    BackedUpBusiness b;
    b.backUp();
    const QByteArray whole = bytesOf(b.backup());
    Progress progress;
    const Result<BackupManifest> made = unpackBackup(b.backup(), b.w.file(u"whole"_s), progress);
    QVERIFY(made);
    const QByteArray manifest = manifestText(*made);
    const auto parts = filesIn(b.w.file(u"whole"_s));
    QRandomGenerator random(5);
    int refused = 0;
    for (int i = 0; i < 150; ++i) {
        QByteArray bytes = whole;
        // Half of them in the last kilobytes, where the lists are.
        const qsizetype from = i % 2 ? bytes.size() - 2000 : 0;
        const qsizetype at = from + random.bounded(int(bytes.size() - from));
        bytes[at] = char(bytes[at] ^ (1 << random.bounded(8)));
        writeBytes(b.w.file(u"flipped.zip"_s), bytes);
        const QString folder = b.w.file(u"flipped%1"_s.arg(i));
        const Result<BackupManifest> unpacked = unpackBackup(b.w.file(u"flipped.zip"_s), folder, progress);
        if (unpacked) {
            QVERIFY2(filesIn(folder) == parts, qPrintable(QString::number(at)));
            QVERIFY2(manifestText(*unpacked) == manifest, qPrintable(QString::number(at)));
        } else {
            ++refused;
            const ErrorCode code = unpacked.error().code;
            QVERIFY2(code == ErrorCode::BackupDamaged || code == ErrorCode::WorkspaceTooNew, qPrintable(errorSentence(unpacked.error())));
        }
        QDir(folder).removeRecursively();
    }
    QVERIFY(refused > 75);
}

void TestBackup::cutOffAnywhereItIsRefused()
{
    BackedUpBusiness b;
    b.backUp();
    const QByteArray whole = bytesOf(b.backup());
    const QStringList before = namesIn(b.backup());
    Progress progress;
    for (int i = 0; i < 20; ++i) {
        const QString cut = b.w.write(u"cut.zip"_s, whole.left(whole.size() * i / 20));
        QCOMPARE(codeOf(restoreBackup(b.other(), cut, when, progress)), ErrorCode::BackupDamaged);
        QVERIFY(QFile::remove(cut));
    }
    QCOMPARE(namesIn(b.backup()), before); // no half workspace either
}

void TestBackup::whatIsNoBackupIsRefused()
{
    BackedUpBusiness b;
    Progress progress;
    QCOMPARE(codeOf(backupManifest(b.w.file(u"nothing.zip"_s))), ErrorCode::FileNotFound);
    QCOMPARE(codeOf(backupManifest(b.w.write(u"letter.zip"_s, "dear Marta"))), ErrorCode::BackupDamaged);
    QCOMPARE(codeOf(backupManifest(b.w.write(u"empty.zip"_s, {}))), ErrorCode::BackupDamaged);
    QCOMPARE(codeOf(backupManifest(QFileInfo(b.w.path()).absolutePath())), ErrorCode::BackupDamaged);
    QCOMPARE(codeOf(backupManifest(b.w.path())), ErrorCode::BackupDamaged);
    QCOMPARE(codeOf(writeBackup(b.w.file(u"none.kindling"_s), b.backup(), 0, progress)), ErrorCode::WorkspaceMissing);
    QCOMPARE(codeOf(writeBackup(b.w.write(u"letter"_s, "dear Marta"), b.backup(), 0, progress)), ErrorCode::NotAWorkspace);
    QVERIFY(!QFile::exists(b.backup()));
}

void TestBackup::aManifestNamesNoOtherPlace()
{
    BackedUpBusiness b;
    b.backUp();
    Progress progress;
    int number = 0;
    const std::pair<QByteArray, QByteArray> changes[] = {{"workspace.kindling.files/", "../../../"},
                                                         {"\"workspace.kindling\"", "\"backup.json\""},
                                                         {"\"parts\"", "\"pieces\""},
                                                         {"\"size\": ", "\"size\": -"},
                                                         {"Kindling", "Sparkling"}};
    for (const auto &[from, to] : changes) {
        const QString forged = b.w.file(u"forged%1.zip"_s.arg(++number));
        forge(b.backup(), forged, [&, from = from, to = to](QByteArray text) { return text.replace(from, to); });
        QCOMPARE(codeOf(restoreBackup(b.other(), forged, when, progress)), ErrorCode::BackupDamaged);
        QVERIFY(!QFile::exists(b.other()));
    }
}

void TestBackup::aNewerFormatIsRefused()
{
    BackedUpBusiness b;
    b.backUp();
    Progress progress;
    const QString newer = b.w.file(u"newer.zip"_s);
    forge(b.backup(), newer, [](QByteArray text) { return text.replace("\"schema\": ", "\"schema\": 9"); });
    QCOMPARE(codeOf(restoreBackup(b.other(), newer, when, progress)), ErrorCode::WorkspaceTooNew);
}

/// Opening and closing the database beside SQLite drops the locks of the process; another process that backs it up would then take the log
/// away as the last one to leave.
void TestBackup::theOpenFileIsLeftToSqlite()
{
#ifndef Q_OS_UNIX
    QSKIP("locks belong to the handle here: another one that is closed drops none of them");
#else
    BackedUpBusiness b;
    const QByteArray path = QFile::encodeName(b.w.path());
    const auto isLocked = [&] {
        const pid_t child = fork();
        if (child == 0) {
            struct flock asked = {};
            asked.l_type = F_WRLCK;
            asked.l_start = 0x40000002; // SQLite's SHARED_FIRST and SHARED_SIZE
            asked.l_len = 510;
            const int file = open(path.constData(), O_RDWR);
            _exit(fcntl(file, F_GETLK, &asked) == 0 && asked.l_type == F_RDLCK ? 0 : 1);
        }
        int status = -1;
        waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    };
    QVERIFY(isLocked());
    const auto progress = std::make_shared<Progress>();
    b.backUp();
    QVERIFY(isLocked());
    QCOMPARE(errorOf(b.w->backups().write(b.w.path(), progress)).code, ErrorCode::FileNotWritable);
    QCOMPARE(errorOf(b.w->backups().look(b.w.path())).code, ErrorCode::BackupDamaged);
    QCOMPARE(errorOf(b.w->backups().unpack(b.w.path(), progress)).code, ErrorCode::BackupDamaged);
    QCOMPARE(errorOf(b.w->imports().recognise(b.w.path(), progress)).code, ErrorCode::NotText);
    QCOMPARE(errorOf(b.w->attachments().attach(b.marta, {b.w.path()}, progress)).code, ErrorCode::FileNotReadable);
    QVERIFY(isLocked());
    QFile::link(b.w.path(), b.w.file(u"link.zip"_s));
    QCOMPARE(errorOf(b.w->backups().look(b.w.file(u"link.zip"_s))).code, ErrorCode::BackupDamaged);
    QVERIFY(isLocked());
    { // that this test sees it
        QFile file(b.w.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
    }
    QVERIFY(!isLocked());
#endif
}

void TestBackup::anErasedLeadComesBackOnlyByTheBackup()
{
    BackedUpBusiness b;
    b.backUp();
    answerOf(b.w->privacy().erase(b.marta));
    b.backUp(u"after.zip"_s);
    QVERIFY(bytesOf(b.backup()).contains("Marta Oliveira"));
    QVERIFY(!bytesOf(b.w.file(u"after.zip"_s)).contains("Marta Oliveira"));
    QVERIFY(!bytesOf(b.w.file(u"after.zip"_s)).contains("three ovens"));
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
