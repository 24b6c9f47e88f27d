// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "support/databasedump.h"
#include "support/temporarystore.h"

#include <QDir>
#include <QProcess>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the test cannot write %s", qPrintable(path));
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The file of a workspace: made whole or not at all, looked at before it is touched, and one program's at a time.
class TestWorkspaceFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMadeWithItsDefaults();
    void leavesNothingBesideIt();
    void doesNotReplaceAFile();
    void startsAfreshAfterAKilledBeginning();
    void readsTheHeaderOnly();
    void isLockedOnce();
    void forgetsTheLockOfADeadProgram();
    void forgetsALockThatNamesNobody();
    void anOlderFormatIsKept();
};

void TestWorkspaceFile::isMadeWithItsDefaults()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"new/folder/Ümläut & space.kindling"_s);
    QVERIFY(succeeds(createWorkspaceFile(path, u"CHF"_s, u"CH"_s)));
    QVERIFY(succeeds(checkWorkspaceFile(path)));
    const auto connection = valueOf(Connection::open(path, Connection::Mode::Reader));
    const Vocabulary words = valueOf(readVocabulary(*connection));
    QCOMPARE(words.currency, u"CHF"_s);
    QCOMPARE(words.country, u"CH"_s);
    QCOMPARE(words.stages.size(), size_t(6));
    QCOMPARE(words.stages.front().kind, StageKind::Prospect);
    QCOMPARE(words.stages.back().kind, StageKind::Customer);
    QCOMPARE(words.stages.back().winPercent, 100);
    QCOMPARE(valueOf(connection->integer(u"SELECT count(*) FROM change"_s)), std::optional<qint64>(0)); // the defaults are no step to undo
}

void TestWorkspaceFile::leavesNothingBesideIt()
{
    QTemporaryDir folder;
    QVERIFY(succeeds(createWorkspaceFile(folder.filePath(u"w.kindling"_s), u"EUR"_s, u"DE"_s)));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"w.kindling"_s});
    QCOMPARE(QFile::permissions(folder.filePath(u"w.kindling"_s)) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
}

void TestWorkspaceFile::doesNotReplaceAFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"w.kindling"_s);
    put(path, "mine");
    QCOMPARE(refusalOf(createWorkspaceFile(path, u"EUR"_s, u"DE"_s)).code, ErrorCode::FileNotWritable);
    QCOMPARE(bytesOf(path), QByteArray("mine"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"w.kindling"_s});
    put(folder.filePath(u"file"_s), "no folder");
    QCOMPARE(refusalOf(createWorkspaceFile(folder.filePath(u"file/w.kindling"_s), u"EUR"_s, u"DE"_s)).code, ErrorCode::FileNotWritable);
}

void TestWorkspaceFile::startsAfreshAfterAKilledBeginning()
{
    // A program that was killed while it made the file leaves a beginning and a log that has nothing to do with what is made now.
    TemporaryStore other;
    other.add(u"Marta"_s);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"w.kindling"_s);
    put(path + u".new"_s, bytesOf(other.path()).left(5000));
    put(path + u".new-wal"_s, bytesOf(other.path() + u"-wal"_s));
    QVERIFY(succeeds(createWorkspaceFile(path, u"EUR"_s, u"DE"_s)));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"w.kindling"_s});
    const auto connection = valueOf(Connection::open(path, Connection::Mode::Reader));
    QCOMPARE(valueOf(connection->integer(u"SELECT count(*) FROM lead"_s)), std::optional<qint64>(0));
    QCOMPARE(valueOf(connection->text(u"PRAGMA integrity_check"_s)), u"ok"_s);
}

void TestWorkspaceFile::readsTheHeaderOnly()
{
    TemporaryStore store;
    store.close();
    const QByteArray whole = bytesOf(store.path());
    const auto codeFor = [&](const QByteArray &bytes) {
        put(store.path(), bytes);
        const Result<void> checked = checkWorkspaceFile(store.path());
        return checked ? ErrorCode::Usage : checked.error().code; // Usage: nothing is wrong
    };
    QCOMPARE(codeFor(whole), ErrorCode::Usage);
    QCOMPARE(codeFor({}), ErrorCode::NotAWorkspace);
    QCOMPARE(codeFor(whole.left(99)), ErrorCode::NotAWorkspace);
    QCOMPARE(codeFor(QByteArray(whole).replace(0, 6, "sqlite")), ErrorCode::NotAWorkspace);
    // Somebody else's SQLite file: application_id, big-endian at byte 68 (sqlite.org/fileformat.html, 1.3).
    QCOMPARE(codeFor(QByteArray(whole).replace(68, 4, "GPKG")), ErrorCode::NotAWorkspace);
    // user_version at byte 60: one more than this program knows, and the largest there is.
    QCOMPARE(codeFor(QByteArray(whole).replace(60, 4, QByteArray(3, '\0') + char(schemaVersion + 1))), ErrorCode::WorkspaceTooNew);
    QCOMPARE(codeFor(QByteArray(whole).replace(60, 4, QByteArray::fromHex("7fffffff"))), ErrorCode::WorkspaceTooNew);
    QCOMPARE(checkWorkspaceFile(store.file(u"none"_s)).error().code, ErrorCode::WorkspaceMissing);
    QCOMPARE(checkWorkspaceFile(QFileInfo(store.path()).absolutePath()).error().code, ErrorCode::NotAWorkspace); // a folder
}

void TestWorkspaceFile::isLockedOnce()
{
    TemporaryStore store;
    {
        const auto lock = lockWorkspace(store.path());
        QVERIFY(lock);
        const Error error = refusalOf(lockWorkspace(store.path()));
        QCOMPARE(error.code, ErrorCode::WorkspaceInUse);
        QCOMPARE(error.subject, u"w.kindling"_s);
        QVERIFY2(error.detail.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(error.detail));
    }
    QVERIFY(lockWorkspace(store.path()));
    QVERIFY(!QFile::exists(store.path() + u".lock"_s));
}

void TestWorkspaceFile::forgetsTheLockOfADeadProgram()
{
    QProcess gone;
    gone.start(u"true"_s, QStringList());
    if (!gone.waitForStarted())
        QSKIP("needs a program that ends at once");
    const qint64 pid = gone.processId();
    QVERIFY(gone.waitForFinished());
    TemporaryStore store;
    put(store.path() + u".lock"_s, QByteArray::number(pid) + "\ntrue\n" + QSysInfo::machineHostName().toUtf8() + '\n');
    QVERIFY(lockWorkspace(store.path()));
}

/// A program was killed between making its lock file and writing its name into it.
void TestWorkspaceFile::forgetsALockThatNamesNobody()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("12")}) {
        TemporaryStore store;
        put(store.path() + u".lock"_s, bytes);
        QVERIFY(lockWorkspace(store.path()));
    }
}

void TestWorkspaceFile::anOlderFormatIsKept()
{
    TemporaryStore store;
    store.add(u"Marta"_s);
    const QString kept = store.file(u"w format %1.kindling"_s.arg(schemaVersion - 1));
    QVERIFY(succeeds(keepOldFormat(*store))); // it is of this format
    QVERIFY(!QFile::exists(kept));
    QVERIFY(succeeds(store->execute(u"PRAGMA user_version = %1"_s.arg(schemaVersion - 1))));
    const QStringList before = contentOf(store.path());
    QVERIFY(succeeds(keepOldFormat(*store)));
    QCOMPARE(difference(contentOf(kept), before), QString());
    QCOMPARE(QFile::permissions(kept) & (QFile::ReadGroup | QFile::ReadOther), 0);
    const auto old = valueOf(Connection::open(kept, Connection::Mode::Reader));
    QCOMPARE(valueOf(old->integer(u"PRAGMA user_version"_s)).value_or(0), schemaVersion - 1);
    QCOMPARE(valueOf(old->integer(u"PRAGMA application_id"_s)).value_or(0), applicationId);
    store.add(u"Came later"_s);
    QVERIFY(succeeds(keepOldFormat(*store))); // what is kept stays as it was
    QCOMPARE(difference(contentOf(kept), before), QString());
}

QTEST_GUILESS_MAIN(TestWorkspaceFile)
#include "tst_workspacefile.moc"
