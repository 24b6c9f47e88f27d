// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvreader.h"

#include <QBuffer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace kindling;

/// Records and cells, compared with Python's csv where Python is at hand.
class TestCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreCountedWithinCells();
    void tellsATooLongCellFromAnOpenQuote();
    void agreesWithPython();
};

namespace {

QByteArray recordsOf(const QByteArray &text)
{
    QBuffer buffer;
    buffer.setData(text);
    buffer.open(QIODevice::ReadOnly);
    TextSource source(buffer, QStringLiteral("UTF-8"));
    CsvReader reader(source, ',');
    QByteArray records;
    while (reader.next()) {
        for (const QByteArrayView cell : reader.cells())
            records += cell.toByteArray().toHex() + ' ';
        records += '\n';
    }
    return records;
}

/// A CSV of cells that need every kind of quoting; the same for a seed.
QByteArray randomTable(quint32 seed)
{
    static const QByteArray signs = "ab ,;\"\n\r'\t";
    QRandomGenerator random(seed);
    QByteArray text;
    for (int row = 0; row < 200; ++row) {
        for (int column = 0; column < 5; ++column) {
            QByteArray cell;
            for (int i = random.bounded(12); i > 0; --i)
                cell += signs[random.bounded(static_cast<int>(signs.size()))];
            text += column > 0 ? "," : "";
            text += '"' + cell.replace("\"", "\"\"") + '"';
        }
        text += row % 2 ? "\r\n" : "\n";
    }
    return text;
}

} // namespace

void TestCsvReader::linesAreCountedWithinCells()
{
    QBuffer buffer;
    buffer.setData("a,\"b\nc\"\r\n\r\nd,e\r");
    buffer.open(QIODevice::ReadOnly);
    TextSource source(buffer, QStringLiteral("UTF-8"));
    CsvReader reader(source, ',');
    QVERIFY(reader.next());
    QCOMPARE(reader.texts(), (QStringList{QStringLiteral("a"), QStringLiteral("b\nc")}));
    QVERIFY(reader.next());
    QCOMPARE(reader.line(), 4);
    QCOMPARE(reader.texts(), (QStringList{QStringLiteral("d"), QStringLiteral("e")}));
    QVERIFY(!reader.next());
}

void TestCsvReader::tellsATooLongCellFromAnOpenQuote()
{
    const QByteArray lines = QByteArray(60, 'x') + '\n' + QByteArray(60, 'y');
    QBuffer buffer;
    buffer.setData("a,\"" + lines + "\",\"c\nd\"\ne,f\n\"" + lines + "\ng,h\n");
    buffer.open(QIODevice::ReadOnly);
    TextSource source(buffer, QStringLiteral("UTF-8"));
    CsvReader reader(source, ',', 100);
    QVERIFY(reader.next());
    QCOMPARE(reader.fault(), RecordFault::TooLong); // and the whole record is over
    QVERIFY(reader.texts().front().startsWith(QStringLiteral("a,")));
    QVERIFY(reader.next());
    QCOMPARE(reader.texts(), (QStringList{QStringLiteral("e"), QStringLiteral("f")}));
    QCOMPARE(reader.line(), 4);
    QVERIFY(reader.next());
    QCOMPARE(reader.fault(), RecordFault::OpenQuote);
    QVERIFY(reader.next());
    QVERIFY(reader.next());
    QCOMPARE(reader.texts(), (QStringList{QStringLiteral("g"), QStringLiteral("h")}));
}

void TestCsvReader::agreesWithPython()
{
    const QString python = QStringLiteral("/usr/bin/python3");
    if (!QFile::exists(python))
        QSKIP("no Python to compare with");
    const QString program = QStringLiteral("import csv,io,sys\n"
                                           "text=io.TextIOWrapper(sys.stdin.buffer,'utf-8',newline='')\n"
                                           "for r in csv.reader(text):\n"
                                           "    if r: print(''.join(c.encode().hex()+' ' for c in r))\n");
    for (quint32 seed = 1; seed <= 10; ++seed) {
        const QByteArray table = randomTable(seed);
        QProcess process;
        process.start(python, {QStringLiteral("-c"), program});
        process.write(table);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(recordsOf(table), process.readAllStandardOutput());
    }
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
