// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filecopy.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// A file on a disk with room for so many bytes: it takes what it can and says nothing, as a real one does.
class LastBytes : public QFile
{
public:
    LastBytes(const QString &path, qint64 room)
        : QFile(path)
        , m_room(room)
    {
    }

protected:
    qint64 writeData(const char *data, qint64 size) override
    {
        const qint64 taken = std::min(size, m_room);
        m_room -= taken;
        return QFile::writeData(data, taken);
    }

private:
    qint64 m_room;
};

} // namespace

/// Copies of files: hashed as they go by, counted, cancelled, and refused by a full disk.
class TestFileCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashesWhatGoesBy();
    void aFullDiskIsToldAsSuch();
    void stopsWhenCancelled();
    void aFolderIsItsOwnersOnly();

private:
    QTemporaryDir m_folder;
    QByteArray m_bytes = QByteArray(3'000'000, 'x');
};

void TestFileCopy::hashesWhatGoesBy()
{
    QBuffer source(&m_bytes);
    QVERIFY(source.open(QIODevice::ReadOnly));
    QFile target(m_folder.filePath(u"copy"_s));
    QVERIFY(target.open(QIODevice::ReadWrite));
    Progress progress;
    ByteTally tally(progress, 2 * m_bytes.size());
    const Result<StoredContent> poured = pour(source, u"source"_s, &target, tally);
    QVERIFY(poured);
    QCOMPARE(poured->size, m_bytes.size());
    QVERIFY(target.seek(0));
    const Result<StoredContent> again = pour(target, u"copy"_s, nullptr, tally); // only read
    QVERIFY(again);
    QCOMPARE(again->hash, poured->hash);
    QCOMPARE(progress.done(), progress.total());
    QVERIFY(reachDisk(target.fileName()));
    QVERIFY(!reachDisk(m_folder.filePath(u"no folder/copy"_s)));
}

void TestFileCopy::aFullDiskIsToldAsSuch()
{
    QBuffer source(&m_bytes);
    QVERIFY(source.open(QIODevice::ReadOnly));
    LastBytes target(m_folder.filePath(u"full"_s), 1'500'000);
    QVERIFY(target.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    Progress progress;
    ByteTally tally(progress, m_bytes.size());
    const Result<StoredContent> poured = pour(source, u"source"_s, &target, tally);
    QVERIFY(!poured);
    QCOMPARE(poured.error().code, ErrorCode::DiskFull);
    QCOMPARE(poured.error().subject, u"full"_s);
}

void TestFileCopy::stopsWhenCancelled()
{
    QBuffer source(&m_bytes);
    QVERIFY(source.open(QIODevice::ReadOnly));
    Progress progress;
    progress.cancel();
    ByteTally tally(progress, m_bytes.size());
    const Result<StoredContent> poured = pour(source, u"source"_s, nullptr, tally);
    QVERIFY(!poured);
    QCOMPARE(poured.error().code, ErrorCode::Cancelled);
}

void TestFileCopy::aFolderIsItsOwnersOnly()
{
    const QString folder = m_folder.filePath(u"private"_s);
    QVERIFY(makePrivateFolder(folder));
    QVERIFY(makePrivateFolder(folder)); // it is there
    QCOMPARE(QFile::permissions(folder) & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther), 0);
    QFile file(m_folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(!makePrivateFolder(file.fileName()));
}

QTEST_GUILESS_MAIN(TestFileCopy)
#include "tst_filecopy.moc"
