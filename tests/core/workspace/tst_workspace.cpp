// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporarystore.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

Error refusal(const QString &path, bool create = false)
{
    OpenOptions options;
    options.create = create;
    const Result<std::unique_ptr<Workspace>> opened = Workspace::open(path, options);
    return opened ? Error{ErrorCode::Usage, u"it opened"_s, {}} : opened.error();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Opening a workspace: what is refused stays as it was.
class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void belongsToItsOwnerOnly();
    void isOpenOnce();
    void missesAFileUnlessItMayMakeOne();
    void refusesWhatIsNoWorkspace_data();
    void refusesWhatIsNoWorkspace();
    void leavesANewerWorkspaceAlone();
    void changesItsCurrencyAsOneStep();
};

void TestWorkspace::belongsToItsOwnerOnly()
{
    TemporaryWorkspace w;
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    w.add(u"Marta"_s);
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QCOMPARE(QFile::permissions(w.path() + suffix) & others, QFileDevice::Permissions());
}

void TestWorkspace::isOpenOnce()
{
    TemporaryWorkspace w;
    QCOMPARE(refusal(w.path()).code, ErrorCode::WorkspaceInUse);
    w.close();
    QCOMPARE(refusal(w.path()).code, ErrorCode::Usage);
}

void TestWorkspace::missesAFileUnlessItMayMakeOne()
{
    TemporaryWorkspace w;
    QCOMPARE(refusal(w.file(u"none.kindling"_s)).code, ErrorCode::WorkspaceMissing);
    QVERIFY(!QFile::exists(w.file(u"none.kindling"_s)));
    QCOMPARE(refusal(w.file(u"new/folder/none.kindling"_s), true).detail, QString());
    QVERIFY(QFile::exists(w.file(u"new/folder/none.kindling"_s)));
}

void TestWorkspace::refusesWhatIsNoWorkspace_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a picture") << QByteArray(
        "\x89PNG\r\n\x1a\n and so on, long enough to be looked at by anybody who reads headers of files");
    QTest::newRow("a text") << QByteArray("name,email\nMarta,marta@estrela.example\n").repeated(20);
    QTest::newRow("the beginning of a database") << QByteArray("SQLite format 3\0", 16);
}

void TestWorkspace::refusesWhatIsNoWorkspace()
{
    QFETCH(QByteArray, content);
    TemporaryWorkspace w;
    const QString path = w.write(u"other.kindling"_s, content);
    const ErrorCode code = refusal(path, true).code;
    QVERIFY(code == ErrorCode::NotAWorkspace || code == ErrorCode::WorkspaceDamaged);
    QCOMPARE(bytesOf(path), content);
}

void TestWorkspace::leavesANewerWorkspaceAlone()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s);
    w.close();
    {
        const auto connection = valueOf(Connection::open(w.path(), Connection::Mode::Writer));
        QVERIFY(succeeds(connection->execute(u"PRAGMA user_version = 9999"_s)));
    }
    const QByteArray before = bytesOf(w.path());
    QCOMPARE(refusal(w.path()).code, ErrorCode::WorkspaceTooNew);
    QCOMPARE(bytesOf(w.path()), before);
}

void TestWorkspace::changesItsCurrencyAsOneStep()
{
    TemporaryWorkspace w;
    QCOMPARE(w->vocabulary()->currency, u"EUR"_s);
    answerOf(w->setCurrency(u"USD"_s));
    QCOMPARE(w->vocabulary()->currency, u"USD"_s);
    answerOf(w->history().undo());
    QCOMPARE(w->vocabulary()->currency, u"EUR"_s);
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
