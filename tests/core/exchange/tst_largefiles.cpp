// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/draftreading.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Files as large as they come: read in the memory of a small one.
class TestLargeFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streamsInConstantMemory();
    void aMillionCellsInARow();
    void tooFewAndTooManyCells();
};

namespace {

/// The most memory that this process ever had, in bytes; nothing where the system does not tell.
std::optional<qint64> peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return std::nullopt;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').front().toLongLong() * 1024;
    }
    return std::nullopt;
}

} // namespace

void TestLargeFiles::streamsInConstantMemory()
{
    if (!peakMemory())
        QSKIP("this system does not tell the peak of memory");
    QTemporaryDir folder;
    QFile file(folder.filePath(u"large.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Name,Company,Email,Phone,Notes\n");
    const QByteArray filler(300, 'n');
    constexpr int rows = 700'000;
    QByteArray piece;
    for (int i = 0; i < rows; ++i) {
        const QByteArray number = QByteArray::number(i);
        piece += "Lead " + number + ",Company " + number + ",lead" + number + "@large.example,+351 21 123 4567," + filler + '\n';
        if (piece.size() > (1 << 20) || i + 1 == rows) {
            file.write(piece);
            piece.resize(0);
        }
    }
    file.close();
    QVERIFY(QFileInfo(file).size() > 250'000'000);
    const qint64 before = *peakMemory();
    const auto mapping = mappingOf(file.fileName());
    QVERIFY(mapping.ok());
    qint64 leads = 0;
    const DraftSink sink{[&leads](LeadDraft &&) {
                             ++leads;
                             return Result<void>();
                         },
                         [](CompanyDraft &&) { return Result<void>(); }, [](RejectedRow &&) { return Result<void>(); }};
    Progress progress;
    QVERIFY(readDrafts(file.fileName(), *mapping, draftContext(), sink, progress).ok());
    QCOMPARE(leads, qint64(rows));
    const qint64 grown = *peakMemory() - before;
#ifndef KINDLING_SANITIZED // the address sanitizer keeps what was freed for a while, to see who still uses it
    QVERIFY2(grown < 40'000'000, qPrintable(QString::number(grown)));
#endif
    QTest::setBenchmarkResult(qreal(grown), QTest::BytesAllocated);
}

void TestLargeFiles::aMillionCellsInARow()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"wide.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Name,City\nMarta,Lisboa\n" + QByteArray("x,").repeated(1'000'000) + "x\nJan,Bremen\n");
    file.close();
    const auto drafts = draftsOf(file.fileName());
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.size(), size_t(2));
    QCOMPARE(drafts->rejected.size(), size_t(1));
    QCOMPARE(drafts->rejected.front().line, qint64(3));
    QVERIFY(!drafts->rejected.front().reason.isEmpty());
}

void TestLargeFiles::tooFewAndTooManyCells()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"ragged.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Name,Company,City\nMarta\nJan,Peters,Bremen,,,\nAna,One,Porto,more,\n");
    file.close();
    const auto drafts = draftsOf(file.fileName());
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.size(), size_t(2)); // too few cells are empty ones, and so are empty cells beyond the last column
    QCOMPARE(drafts->rejected.size(), size_t(1));
    QCOMPARE(drafts->rejected.front().cells.value(3), u"more"_s);
}

QTEST_GUILESS_MAIN(TestLargeFiles)
#include "tst_largefiles.moc"
