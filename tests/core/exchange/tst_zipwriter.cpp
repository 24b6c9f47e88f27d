// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/zipwriter.h"

#include "core/exchange/ziparchive.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Zip files as we write them.
class TestZipWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatGoesInComesOut();
    void writesOverNothing();
    void cancelledItLeavesNothing();
    void aFileThatIsGoneIsAnError();

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test cannot write");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void TestZipWriter::whatGoesInComesOut()
{
    const QByteArray large(3'000'000, 'x');
    const QString path = m_folder.filePath(u"Übergabe.zip"_s);
    Progress progress;
    {
        const auto zip = ZipWriter::create(path);
        QVERIFY(zip);
        QVERIFY((*zip)->addFile(u"a/größe.bin"_s, write(u"größe.bin"_s, large)));
        for (int i = 0; i < 50; ++i) // the bytes are kept until the end, however many there are
            QVERIFY((*zip)->addBytes(QString::number(i), QByteArray::number(i)));
        QVERIFY(!QFile::exists(path));
        QVERIFY((*zip)->finish(progress, 100, 300));
    }
    QCOMPARE(progress.total(), 400);
    QCOMPARE(progress.done(), 400);
    const auto archive = ZipArchive::open(path);
    QVERIFY(archive);
    QCOMPARE((*(*archive)->member(u"a/größe.bin"_s, large.size()))->readAll(), large);
    QCOMPARE((*(*archive)->member(u"49"_s, 2))->readAll(), "49");
    QVERIFY(QFile(path).size() > large.size()); // stored as it is
}

void TestZipWriter::writesOverNothing()
{
    const QString path = write(u"there.zip"_s, "something");
    const auto zip = ZipWriter::create(path);
    QVERIFY(!zip);
    QCOMPARE(zip.error().code, ErrorCode::FileNotWritable);
}

void TestZipWriter::cancelledItLeavesNothing()
{
    const QString source = write(u"source"_s, QByteArray(1'000'000, 'x'));
    const QStringList before = QDir(m_folder.path()).entryList(QDir::Files);
    const auto zip = ZipWriter::create(m_folder.filePath(u"cancelled.zip"_s));
    QVERIFY((*zip)->addFile(u"a"_s, source));
    Progress progress;
    progress.cancel();
    const Result<void> finished = (*zip)->finish(progress, 0, 1);
    QVERIFY(!finished);
    QCOMPARE(finished.error().code, ErrorCode::Cancelled);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), before);
}

void TestZipWriter::aFileThatIsGoneIsAnError()
{
    const QString source = write(u"going"_s, "x");
    const auto zip = ZipWriter::create(m_folder.filePath(u"gone.zip"_s));
    QVERIFY((*zip)->addFile(u"a"_s, source));
    QVERIFY(QFile::remove(source));
    Progress progress;
    const Result<void> finished = (*zip)->finish(progress, 0, 1);
    QVERIFY(!finished);
    QCOMPARE(finished.error().code, ErrorCode::FileNotWritable);
}

QTEST_GUILESS_MAIN(TestZipWriter)
#include "tst_zipwriter.moc"
