// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/watchservice.h"
#include "support/temporaryworkspace.h"

#include <QDir>

#include <thread>

using namespace kindling;
using namespace Qt::StringLiterals;

/// A folder that is looked through: each file once, when it is whole, by a mapping that somebody has chosen.
class TestWatchService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void importsEachFileOnce();
    void theSameContentUnderAnotherName();
    void unknownFilesWaitForAMapping();
    void failedFilesAreReadAgainWhenTheyChange();
    void knownProgramsNeedNone();
    void growingFilesWait();
    void rejectedRowsAreKeptBeside();
    void rejectedRowsOverwriteNothing();
    void otherFilesAreLeftAlone();
    void eachFileIsOneUndo();
    void peopleComeBeforeTheirDeals();
    void aFolderThatIsNotThere();

private:
    QString put(const QString &name, const QByteArray &bytes) const;
    std::vector<WatchedFile> sweep(int settleMs = 0);

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    QString m_folder;
};

namespace {

const QByteArray cards = "BEGIN:VCARD\nVERSION:3.0\nFN:Marta\nEMAIL:marta@estrela.example\nEND:VCARD\n";

} // namespace

void TestWatchService::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
    m_folder = m_workspace->file(u"inbox"_s);
    QVERIFY(QDir().mkpath(m_folder));
}

QString TestWatchService::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

std::vector<WatchedFile> TestWatchService::sweep(int settleMs)
{
    return answerOf((*m_workspace)->watch().sweep(m_folder, settleMs, std::make_shared<Progress>()));
}

void TestWatchService::importsEachFileOnce()
{
    put(u"a.vcf"_s, cards);
    const std::vector<WatchedFile> first = sweep();
    QCOMPARE(first.size(), size_t(1));
    QCOMPARE(first[0].state, WatchedFile::State::Imported);
    QCOMPARE(first[0].counts.created, qint64(1));
    QCOMPARE(sweep()[0].state, WatchedFile::State::Known);
    m_workspace->open(); // also after a restart
    QCOMPARE(sweep()[0].state, WatchedFile::State::Known);
    QCOMPARE(m_workspace->list({})->ids.size(), size_t(1));
}

void TestWatchService::theSameContentUnderAnotherName()
{
    put(u"a.vcf"_s, cards);
    sweep();
    put(u"b.vcf"_s, cards);
    QCOMPARE(sweep()[1].state, WatchedFile::State::Known);
}

void TestWatchService::unknownFilesWaitForAMapping()
{
    const QString path = put(u"form.csv"_s, "Email,Haus\nmarta@estrela.example,Estrela\n");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite)
            && file.setFileTime(QDateTime::currentDateTime().addSecs(-600), QFileDevice::FileModificationTime));
    file.close();
    std::vector<WatchedFile> files = sweep();
    QCOMPARE(files[0].state, WatchedFile::State::Failed);
    QCOMPARE(files[0].error->code, ErrorCode::NoMapping);
    QCOMPARE(m_workspace->list({})->ids.size(), size_t(0));
    // Somebody imports such a file by hand, once; from then on the folder takes them.
    m_workspace->import(m_workspace->write(u"by-hand.csv"_s, "Email,Haus\njan@peters.example,Peters\n"));
    files = sweep();
    QCOMPARE(files[0].state, WatchedFile::State::Imported);
    QCOMPARE(m_workspace->list({})->ids.size(), size_t(2));
}

void TestWatchService::failedFilesAreReadAgainWhenTheyChange()
{
    const QString path = put(u"a.vcf"_s, QByteArray(cards.size(), '\0'));
    const auto written = [&](const QDateTime &at) {
        QFile file(path);
        return file.open(QIODevice::ReadWrite) && file.setFileTime(at, QFileDevice::FileModificationTime);
    };
    const QDateTime before = QDateTime::currentDateTime().addSecs(-600);
    QVERIFY(written(before));
    const WatchedFile first = sweep()[0];
    QCOMPARE(first.state, WatchedFile::State::Failed);
    put(u"a.vcf"_s, cards);
    QVERIFY(written(before)); // as if nothing had happened: it is not opened
    const WatchedFile second = sweep()[0];
    QCOMPARE(second.state, WatchedFile::State::Failed);
    QCOMPARE(second.error->code, first.error->code);
    QVERIFY(written(before.addSecs(1)));
    QCOMPARE(sweep()[0].state, WatchedFile::State::Imported);
}

void TestWatchService::knownProgramsNeedNone()
{
    put(u"hubspot.csv"_s, "Record ID,First Name,Last Name,Email\n1,Marta,Oliveira,marta@estrela.example\n");
    QCOMPARE(sweep()[0].state, WatchedFile::State::Imported);
}

void TestWatchService::growingFilesWait()
{
    const QString path = put(u"a.vcf"_s, cards);
    std::thread shop([path] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        QFile file(path);
        if (file.open(QIODevice::Append))
            file.write("BEGIN:VCARD\nFN:Jan\nEMAIL:jan@peters.example\nEND:VCARD\n");
    });
    const std::vector<WatchedFile> files = sweep(600);
    shop.join();
    QCOMPARE(files[0].state, WatchedFile::State::Growing);
    QCOMPARE(m_workspace->list({})->ids.size(), size_t(0));
    QCOMPARE(sweep()[0].counts.created, qint64(2));
    put(u"empty.csv"_s, {});
    QCOMPARE(sweep()[1].state, WatchedFile::State::Growing);
}

void TestWatchService::rejectedRowsAreKeptBeside()
{
    put(u"hubspot.csv"_s,
        "Record ID,First Name,Last Name,Email\n1,Marta,Oliveira,marta@estrela.example\n,,,\n2,Jan,Peters,jan@peters.example,too,many\n");
    const std::vector<WatchedFile> files = sweep();
    QCOMPARE(files[0].counts.rejected, qint64(1));
    QFile rejects(m_folder + u"/hubspot.csv-rejected.csv"_s);
    QVERIFY(rejects.open(QIODevice::ReadOnly));
    QVERIFY(rejects.readAll().contains("jan@peters.example"));
    QCOMPARE(sweep().size(), size_t(1)); // what is kept beside is no file to import
}

void TestWatchService::rejectedRowsOverwriteNothing()
{
    const QByteArray mine = "my own list";
    put(u"li.tsv-rejected.csv"_s, mine);
    put(u"li.csv"_s, "Record ID,First Name,Last Name,Email\n2,Jan,Peters,jan@peters.example,too,many\n");
    put(u"li.tsv"_s, "Record ID\tFirst Name\tLast Name\tEmail\n3,\tAna\tLima\tana@lima.example\ttoo\tmany\n");
    const std::vector<WatchedFile> files = sweep();
    QCOMPARE(files.size(), size_t(2));
    QCOMPARE(files[0].rejects, m_folder + u"/li.csv-rejected.csv"_s);
    QCOMPARE(files[1].rejects, m_folder + u"/li.tsv-rejected-2.csv"_s);
    QFile kept(m_folder + u"/li.tsv-rejected.csv"_s);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), mine);
    QCOMPARE(sweep().size(), size_t(2));
}

void TestWatchService::otherFilesAreLeftAlone()
{
    put(u".hidden.csv"_s, "Name\nMarta\n");
    put(u"upload.csv.part"_s, "Name\nMarta\n");
    put(u"readme.txt"_s, "Name\nMarta\n");
    QVERIFY(QDir().mkpath(m_folder + u"/folder.csv"_s));
    QCOMPARE(sweep().size(), size_t(0));
}

void TestWatchService::eachFileIsOneUndo()
{
    put(u"a.vcf"_s, cards);
    sweep();
    answerOf((*m_workspace)->history().undo());
    QCOMPARE(m_workspace->list({})->ids.size(), size_t(0));
    QCOMPARE(sweep()[0].state, WatchedFile::State::Known); // what was taken back does not come again by itself
}

void TestWatchService::aFolderThatIsNotThere()
{
    const Error error = errorOf((*m_workspace)->watch().sweep(m_folder + u"/nowhere"_s, 0, std::make_shared<Progress>()));
    QCOMPARE(error.code, ErrorCode::NotFound);
    QVERIFY2(errorSentence(error).contains(u"folder"_s) && errorSentence(error).contains(u"nowhere"_s), qPrintable(errorSentence(error)));
}

void TestWatchService::peopleComeBeforeTheirDeals()
{
    put(u"a-deals.csv"_s, "Record ID,Deal Name,Deal Stage,Amount,Associated Contact IDs\n901,Ovens,,800,101\n");
    put(u"b-people.csv"_s, "Record ID,First Name,Last Name,Email\n101,Marta,Oliveira,marta@estrela.example\n");
    const std::vector<WatchedFile> files = sweep();
    QCOMPARE(files.size(), size_t(2));
    QCOMPARE(files[0].state, WatchedFile::State::Imported);
    QCOMPARE(files[0].counts.updated, qint64(1));
    QCOMPARE(m_workspace->list({})->ids.size(), size_t(1));
    QCOMPARE(sweep().size(), size_t(2));
    QCOMPARE(m_workspace->list({})->ids.size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestWatchService)
#include "tst_watchservice.moc"
