// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/attachmentstore.h"
#include "core/workspace/attachmentservice.h"
#include "core/workspace/duplicateservice.h"
#include "core/workspace/exportservice.h"
#include "support/temporaryworkspace.h"

#include <QCryptographicHash>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace kindling;
using namespace Qt::StringLiterals;

/// The files of leads: taken in by content, kept beside the workspace, and going along wherever the workspace goes.
class TestAttachmentService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsKeptUnderItsContent();
    void theSameContentIsKeptOnce();
    void nobodyElseReadsOrRunsIt();
    void whatIsNoFileIsRefusedWhole();
    void aCancelledCopyLeavesNothing();
    void removingAndAttachingUndo();
    void aVanishedFileSaysSo();
    void aCutFileCountsAsVanished();
    void theCopyToOpenHasItsNameAndIsOnesOwn();
    void filesGoAlongWithAMerge();
    void everythingExportedBringsTheFiles();
    void aDamagedFileInAnExportIsRefused();
};

namespace {

Written attach(TemporaryWorkspace &w, LeadId lead, const QStringList &paths)
{
    return answerOf(w->attachments().attach(lead, paths, std::make_shared<Progress>()));
}

std::vector<Attachment> filesOf(TemporaryWorkspace &w, LeadId lead)
{
    return answerOf(w->leads().dossier(lead)).attachments;
}

QString placeOf(const TemporaryWorkspace &w, const Attachment &file)
{
    return w.path() + u".files/"_s + file.hash.left(2) + u'/' + file.hash;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestAttachmentService::aFileIsKeptUnderItsContent()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    attach(w, marta, {w.write(u"Angebot Öfen.pdf"_s, "three ovens")});
    QCOMPARE(filesOf(w, marta).size(), 1U);
    const Attachment file = filesOf(w, marta).front();
    QCOMPARE(file.name, u"Angebot Öfen.pdf"_s);
    QCOMPARE(file.size, 11);
    QCOMPARE(file.who, u"Ines"_s);
    QCOMPARE(file.hash, QString::fromLatin1(QCryptographicHash::hash("three ovens", QCryptographicHash::Sha256).toHex()));
    QCOMPARE(contentOf(placeOf(w, file)), QByteArray("three ovens"));
    QCOMPARE(w->history().nextUndo()->label, u"Attach Angebot Öfen.pdf to Marta"_s);
}

void TestAttachmentService::theSameContentIsKeptOnce()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    const LeadId jan = w.add(u"Jan"_s);
    attach(w, marta, {w.write(u"a.pdf"_s, "same"), w.write(u"b.pdf"_s, "same")});
    attach(w, jan, {w.file(u"a.pdf"_s)});
    QCOMPARE(filesOf(w, marta).size(), 2U);
    QCOMPARE(QDir(w.path() + u".files"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    QCOMPARE(QFileInfo(placeOf(w, filesOf(w, jan).front())).dir().entryList(QDir::Files).size(), 1);
}

void TestAttachmentService::nobodyElseReadsOrRunsIt()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    const QString script = w.write(u"run.sh"_s, "#!/bin/sh");
    QFile::setPermissions(script, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    attach(w, marta, {script});
#ifdef Q_OS_UNIX
    struct stat about = {};
    QCOMPARE(stat(QFile::encodeName(placeOf(w, filesOf(w, marta).front())).constData(), &about), 0);
    QCOMPARE(about.st_mode & 0777U, 0600U);
    QCOMPARE(stat(QFile::encodeName(w.path() + u".files"_s).constData(), &about), 0);
    QCOMPARE(about.st_mode & 0777U, 0700U);
#endif
}

void TestAttachmentService::whatIsNoFileIsRefusedWhole()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    const QString good = w.write(u"a.pdf"_s, "good");
    const auto attachBoth = [&](const QString &bad) { return w->attachments().attach(marta, {good, bad}, std::make_shared<Progress>()); };
    QCOMPARE(errorOf(attachBoth(w.file(u"gone.pdf"_s))).code, ErrorCode::FileNotFound);
    QCOMPARE(errorOf(attachBoth(QFileInfo(w.path()).path())).code, ErrorCode::FileNotReadable); // a folder
#ifdef Q_OS_UNIX
    const QString pipe = w.file(u"pipe.pdf"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(errorOf(attachBoth(pipe)).code, ErrorCode::FileNotReadable); // would never end
#endif
    QVERIFY(filesOf(w, marta).empty());
    QCOMPARE(errorOf(w->attachments().attach(LeadId(4711), {good}, std::make_shared<Progress>())).code, ErrorCode::NotFound);
}

void TestAttachmentService::aCancelledCopyLeavesNothing()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    const auto progress = std::make_shared<Progress>();
    progress->cancel();
    QCOMPARE(errorOf(w->attachments().attach(marta, {w.write(u"a.pdf"_s, "content")}, progress)).code, ErrorCode::Cancelled);
    QVERIFY(filesOf(w, marta).empty());
    QVERIFY(QDir(w.path() + u".files"_s).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
}

void TestAttachmentService::removingAndAttachingUndo()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    attach(w, marta, {w.write(u"a.pdf"_s, "content")});
    answerOf(w->attachments().remove(filesOf(w, marta).front().id));
    QVERIFY(filesOf(w, marta).empty());
    answerOf(w->history().undo());
    QCOMPARE(filesOf(w, marta).front().name, u"a.pdf"_s);
    answerOf(w->history().undo());
    QVERIFY(filesOf(w, marta).empty());
    answerOf(w->history().redo());
    w.open();
    QCOMPARE(answerOf(w->attachments().present(filesOf(w, marta))).size(), 1U);
}

void TestAttachmentService::aVanishedFileSaysSo()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    attach(w, marta, {w.write(u"a.pdf"_s, "content"), w.write(u"b.pdf"_s, "other")});
    const std::vector<Attachment> files = filesOf(w, marta);
    QVERIFY(QFile::remove(placeOf(w, files.front())));
    QCOMPARE(answerOf(w->attachments().present(files)), std::vector{files.back().id});
    const Error error = errorOf(w->attachments().copyToOpen(files.front()));
    QCOMPARE(error.code, ErrorCode::AttachmentMissing);
    QVERIFY2(errorSentence(error).contains(files.front().name), qPrintable(errorSentence(error)));
    QVERIFY2(errorSentence(error).contains(u"w.kindling.files"_s), qPrintable(errorSentence(error)));
    attach(w, marta, {w.file(files.front().name)}); // attached anew it is there again, for both
    QCOMPARE(answerOf(w->attachments().present(files)).size(), 2U);
}

void TestAttachmentService::aCutFileCountsAsVanished()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    attach(w, marta, {w.write(u"a.pdf"_s, "content")});
    QVERIFY(QFile::resize(placeOf(w, filesOf(w, marta).front()), 3));
    QVERIFY(answerOf(w->attachments().present(filesOf(w, marta))).empty());
}

void TestAttachmentService::theCopyToOpenHasItsNameAndIsOnesOwn()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    attach(w, marta, {w.write(u"a.pdf"_s, "content")});
    const Attachment file = filesOf(w, marta).front();
    const QString copy = answerOf(w->attachments().copyToOpen(file));
    QCOMPARE(QFileInfo(copy).fileName(), u"a.pdf"_s);
    QFile changed(copy);
    QVERIFY(changed.open(QIODevice::WriteOnly));
    changed.write("changed by the other program");
    changed.close();
    QCOMPARE(contentOf(placeOf(w, file)), QByteArray("content"));
    QDir(QFileInfo(copy).path()).removeRecursively();
    const QString saved = answerOf(w->attachments().saveAs(file, w.file(u"elsewhere.pdf"_s)));
    QCOMPARE(contentOf(saved), QByteArray("content"));
}

void TestAttachmentService::filesGoAlongWithAMerge()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    const LeadId twin = w.add(u"Marta O."_s);
    attach(w, twin, {w.write(u"a.pdf"_s, "content")});
    answerOf(w->duplicates().merge({marta, {twin}, {}, {}}));
    QCOMPARE(filesOf(w, marta).front().name, u"a.pdf"_s);
    answerOf(w->history().undo());
    QVERIFY(filesOf(w, marta).empty());
    QCOMPARE(filesOf(w, twin).front().name, u"a.pdf"_s);
}

void TestAttachmentService::everythingExportedBringsTheFiles()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    attach(w, marta, {w.write(u"a.pdf"_s, "content")});
    const QString folder = w.file(u"everything"_s);
    answerOf(w->exports().writeAll(folder, std::make_shared<Progress>()));
    TemporaryWorkspace other;
    answerOf(other->exports().readAll(folder, std::make_shared<Progress>()));
    other.open();
    const std::vector<Attachment> files = filesOf(other, marta);
    QCOMPARE(files.size(), 1U);
    QCOMPARE(contentOf(placeOf(other, files.front())), QByteArray("content"));
}

void TestAttachmentService::aDamagedFileInAnExportIsRefused()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    attach(w, marta, {w.write(u"a.pdf"_s, "content")});
    const QString folder = w.file(u"everything"_s);
    answerOf(w->exports().writeAll(folder, std::make_shared<Progress>()));
    const Attachment file = filesOf(w, marta).front();
    QFile damaged(folder + u"/files/"_s + file.hash.left(2) + u'/' + file.hash);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("CONTENT");
    damaged.close();
    TemporaryWorkspace other;
    QCOMPARE(errorOf(other->exports().readAll(folder, std::make_shared<Progress>())).code, ErrorCode::IncompleteFolder);
    QCOMPARE(other.list(u""_s)->ids.size(), 0U); // whole or not at all
}

QTEST_GUILESS_MAIN(TestAttachmentService)
#include "tst_attachmentservice.moc"
