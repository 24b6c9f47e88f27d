// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/workbookreader.h"
#include "support/draftreading.h"

#include <QTest>

#include <xlsxwriter.h>
#include <zip.h>

using namespace kindling;
using namespace Qt::StringLiterals;

/// xlsx files: cells of every kind, and workbooks that were made to do harm.
class TestWorkbookReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatAnotherLibraryWrote();
    void sheetsAreChosenByName();
    void cellsOfEveryKind();
    void currenciesByTheirFormat_data();
    void currenciesByTheirFormat();
    void zerosOfAFormatAreKept();
    void datesByTheirFormat_data();
    void datesByTheirFormat();
    void bombIsRefused();
    void sizesThatLieAreNotBelieved();
    void entitiesAreNotExpanded();
    void aMillionColumnsCostTheirRowOnly();
    void otherArchivesAreRefused();
    void rowsThatBreakOffAreRefused();

private:
    /// An xlsx file of raw parts.
    Lead leadWith(const char *header, double number, const QByteArray &format);
    QString packed(const QByteArray &sheet, const QByteArray &texts = {}, const QByteArray &styles = {});
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

namespace {

void addPart(zip_t *archive, const char *name, const QByteArray &bytes)
{
    zip_source_t *source = zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
    zip_file_add(archive, name, source, ZIP_FL_OVERWRITE);
}

const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

QByteArray sheetOf(const QByteArray &rows)
{
    return head + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
        + "</sheetData></worksheet>";
}

} // namespace

QString TestWorkbookReader::packed(const QByteArray &sheet, const QByteArray &texts, const QByteArray &styles)
{
    const QByteArray workbook = head
        + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
          "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Leads\" sheetId=\"1\" "
          "r:id=\"rId1\"/></sheets></workbook>";
    const QByteArray relations = head
        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
          "Type=\"x\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    const QString file = path(u"packed.xlsx"_s);
    QFile::remove(file);
    int code = 0;
    zip_t *archive = zip_open(QFile::encodeName(file).constData(), ZIP_CREATE, &code);
    addPart(archive, "xl/workbook.xml", workbook);
    addPart(archive, "xl/_rels/workbook.xml.rels", relations);
    addPart(archive, "xl/worksheets/sheet1.xml", sheet);
    if (!texts.isEmpty())
        addPart(archive, "xl/sharedStrings.xml", texts);
    if (!styles.isEmpty())
        addPart(archive, "xl/styles.xml", styles);
    return zip_close(archive) == 0 ? file : QString();
}

/// The only lead of a workbook that has a name and one number in a format.
Lead TestWorkbookReader::leadWith(const char *header, double number, const QByteArray &format)
{
    const QString file = path(u"number.xlsx"_s);
    lxw_workbook *workbook = workbook_new(QFile::encodeName(file).constData());
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, "Leads");
    lxw_format *shown = workbook_add_format(workbook);
    format_set_num_format(shown, format.constData());
    worksheet_write_string(sheet, 0, 0, "Name", nullptr);
    worksheet_write_string(sheet, 0, 1, header, nullptr);
    worksheet_write_string(sheet, 1, 0, "Marta", nullptr);
    worksheet_write_number(sheet, 1, 1, number, shown);
    const auto drafts = workbook_close(workbook) == LXW_NO_ERROR ? draftsOf(file) : std::nullopt;
    if (!drafts || drafts->leads.size() != 1)
        QTest::qFail("the workbook is not one lead", __FILE__, __LINE__);
    return drafts && !drafts->leads.empty() ? drafts->leads.front().lead : Lead();
}

void TestWorkbookReader::readsWhatAnotherLibraryWrote()
{
    const QString file = path(u"leads.xlsx"_s);
    lxw_workbook *workbook = workbook_new(QFile::encodeName(file).constData());
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, "Leads");
    lxw_format *date = workbook_add_format(workbook);
    format_set_num_format(date, "dd.mm.yyyy");
    const char *headers[] = {"Name", "Email", "Phone", "Value", "Created", "City"};
    for (lxw_col_t i = 0; i < 6; ++i)
        worksheet_write_string(sheet, 0, i, headers[i], nullptr);
    worksheet_write_string(sheet, 1, 0, "Jürgen Müller", nullptr);
    worksheet_write_string(sheet, 1, 1, "jm@mueller.example", nullptr);
    worksheet_write_number(sheet, 1, 2, 351912345678., nullptr);
    worksheet_write_number(sheet, 1, 3, 1234.5, nullptr);
    lxw_datetime when{2024, 3, 12, 0, 0, 0};
    worksheet_write_datetime(sheet, 1, 4, &when, date);
    worksheet_write_string(sheet, 3, 0, "Marta", nullptr); // a row is left out in between
    QCOMPARE(workbook_close(workbook), LXW_NO_ERROR);

    const auto drafts = draftsOf(file);
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.size(), size_t(2));
    const Lead &lead = drafts->leads.front().lead;
    QCOMPARE(lead.name, u"Jürgen Müller"_s);
    QCOMPARE(lead.value, std::optional(Money{123'450, u"EUR"_s}));
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(lead.created, Qt::UTC).date(), QDate(2024, 3, 12));
    QVERIFY(lead.phones.front().number.normalised().endsWith(u"351912345678"_s));
    QCOMPARE(drafts->leads.back().line, qint64(4));
}

void TestWorkbookReader::sheetsAreChosenByName()
{
    const QString file = path(u"sheets.xlsx"_s);
    lxw_workbook *workbook = workbook_new(QFile::encodeName(file).constData());
    lxw_worksheet *first = workbook_add_worksheet(workbook, "Cover");
    lxw_worksheet *second = workbook_add_worksheet(workbook, "Contacts");
    worksheet_write_string(first, 0, 0, "Name", nullptr);
    worksheet_write_string(first, 1, 0, "Nobody", nullptr);
    worksheet_write_string(second, 0, 0, "Name", nullptr);
    worksheet_write_string(second, 1, 0, "Marta", nullptr);
    QCOMPARE(workbook_close(workbook), LXW_NO_ERROR);
    const auto mapping = mappingOf(file);
    QVERIFY(mapping.ok());
    QCOMPARE(mapping->sheet, u"Cover"_s);
    QCOMPARE(mapping->sheets, (QStringList{u"Cover"_s, u"Contacts"_s}));
    const auto drafts = draftsOf(file, {u"Contacts"_s, {}});
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.front().lead.name, u"Marta"_s);
    const auto none = mappingOf(file, {u"Nowhere"_s, {}});
    QVERIFY(!none && none.error().code == ErrorCode::NotFound);
}

void TestWorkbookReader::cellsOfEveryKind()
{
    const QString file =
        packed(sheetOf("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>inline</t></is></c>"
                       "<c r=\"D1\" t=\"str\"><f>A1</f><v>formula</v></c><c r=\"E1\" t=\"b\"><v>1</v></c>"
                       "<c r=\"F1\" t=\"e\"><v>#N/A</v></c><c r=\"G1\"><v>0.10000000000000001</v></c>"
                       "<c r=\"H1\"><v>123456789012345</v></c><c r=\"I1\" t=\"s\"><v>99</v></c></row>"),
               head
                   + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><r><t>rich </t></r><r><t>text</t></r>"
                     "<rPh><t>reading</t></rPh></si></sst>");
    auto reader = WorkbookReader::open(file, {});
    QVERIFY(reader.ok());
    QVERIFY((*reader)->next());
    QCOMPARE((*reader)->texts(),
             (QStringList{u"rich text"_s, {}, u"inline"_s, u"formula"_s, u"true"_s, {}, u"0.1"_s, u"123456789012345"_s}));
    QVERIFY(!(*reader)->next());
    QVERIFY((*reader)->end().ok());
}

void TestWorkbookReader::currenciesByTheirFormat_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QString>("currency");
    QTest::newRow("a code") << QByteArray("[$CHF] #,##0.00") << u"CHF"_s;
    QTest::newRow("a sign of a locale") << QByteArray("[$£-809]#,##0.00") << u"GBP"_s;
    QTest::newRow("euros behind") << QByteArray("#,##0.00\\ [$€-407];[Red]-#,##0.00\\ [$€-407]") << u"EUR"_s;
    QTest::newRow("dollars") << QByteArray("[$$-409]#,##0.00") << u"USD"_s;
    QTest::newRow("other dollars") << QByteArray("[$$-1009]#,##0.00") << u"CAD"_s;
    QTest::newRow("a quoted sign") << QByteArray("\"$\"#,##0.00") << u"USD"_s;
    QTest::newRow("a bare sign") << QByteArray("#,##0 €") << u"EUR"_s;
    QTest::newRow("crowns") << QByteArray("#,##0.00 \"Kč\"") << u"CZK"_s;
    QTest::newRow("pesos") << QByteArray("[$$-240A] #,##0.00") << u"COP"_s;
    QTest::newRow("crowns of a locale") << QByteArray("[$kr-41D] #,##0.00") << u"SEK"_s;
    QTest::newRow("a locale and no sign") << QByteArray("[$-409]#,##0.00") << u"EUR"_s; // the workspace's
    QTest::newRow("none") << QByteArray("#,##0.00") << u"EUR"_s;
}

void TestWorkbookReader::currenciesByTheirFormat()
{
    QFETCH(QByteArray, format);
    QFETCH(QString, currency);
    QCOMPARE(leadWith("Value", 1234, format).value, (Money{123'400, currency}));
}

void TestWorkbookReader::zerosOfAFormatAreKept()
{
    QCOMPARE(leadWith("Postal code", 1067, "00000").postalCode, u"01067"_s);
    QCOMPARE(leadWith("Postal code", 1067, "0").postalCode, u"1067"_s);
}

void TestWorkbookReader::datesByTheirFormat_data()
{
    QTest::addColumn<double>("serial");
    QTest::addColumn<NumberKind>("kind");
    QTest::addColumn<bool>("since1904");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("date") << 45363.0 << NumberKind::Date << false << QByteArray("2024-03-12");
    QTest::newRow("date and time") << 45363.5 << NumberKind::Date << false << QByteArray("2024-03-12T12:00:00");
    QTest::newRow("a Mac's") << 43901.0 << NumberKind::Date << true << QByteArray("2024-03-12");
    QTest::newRow("time") << 0.25 << NumberKind::Time << false << QByteArray("06:00:00");
    QTest::newRow("the last second of a day") << 45363.99999 << NumberKind::Date << false << QByteArray("2024-03-12T23:59:59");
    QTest::newRow("no date at all") << -5.0 << NumberKind::Date << false << QByteArray("-5");
}

void TestWorkbookReader::datesByTheirFormat()
{
    QFETCH(double, serial);
    QFETCH(NumberKind, kind);
    QFETCH(bool, since1904);
    QTEST(serialText(serial, kind, since1904), "text");
}

void TestWorkbookReader::bombIsRefused()
{
    // 300 MB of the same row pack to a thousandth.
    const QByteArray row = "<row><c t=\"inlineStr\"><is><t>" + QByteArray(1000, 'a') + "</t></is></c></row>";
    const auto mapping = mappingOf(packed(sheetOf(row.repeated(100'000))));
    QVERIFY(!mapping);
    QCOMPARE(mapping.error().code, ErrorCode::NotText);
    QVERIFY2(mapping.error().detail.contains(u"unpacks to"_s), qPrintable(mapping.error().detail));
}

void TestWorkbookReader::sizesThatLieAreNotBelieved()
{
    const QString file = packed(sheetOf(QByteArray("<row><c t=\"inlineStr\"><is><t>Name</t></is></c></row>").repeated(10'000)));
    QFile bytes(file);
    QVERIFY(bytes.open(QIODevice::ReadWrite));
    QByteArray content = bytes.readAll();
    // In the central directory the size that the sheet unpacks to stands 22 bytes before its name: made to be 100.
    const qsizetype name = content.lastIndexOf("xl/worksheets/sheet1.xml");
    for (int i = 0; i < 4; ++i)
        content[name - 22 + i] = i == 0 ? char(100) : '\0';
    bytes.seek(0);
    bytes.write(content);
    bytes.close();
    const auto mapping = mappingOf(file);
    QVERIFY(!mapping);
    QCOMPARE(mapping.error().code, ErrorCode::NotText);
}

void TestWorkbookReader::entitiesAreNotExpanded()
{
    QByteArray types = "<!DOCTYPE worksheet [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 30; ++i)
        types += "<!ENTITY a" + QByteArray::number(i) + " \"&a" + QByteArray::number(i - 1) + ";&a" + QByteArray::number(i - 1) + ";\">";
    const QByteArray sheet =
        head + types + "]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>Name &a29;</t></is></c></row></sheetData></worksheet>";
    const auto mapping = mappingOf(packed(sheet));
    QVERIFY(!mapping);
    QCOMPARE(mapping.error().code, ErrorCode::NotText);
}

void TestWorkbookReader::aMillionColumnsCostTheirRowOnly()
{
    const QByteArray good = "<row><c t=\"inlineStr\"><is><t>Name</t></is></c></row><row><c t=\"inlineStr\"><is><t>Marta</t></is></c></row>";
    const QByteArray wide = "<row>" + QByteArray("<c><v>1</v></c>").repeated(1'000'000) + "</row>";
    const QByteArray far = "<row><c r=\"ZZZZZZZ9\"><v>1</v></c></row>";
    const auto drafts = draftsOf(packed(sheetOf(good + wide + far + "<row><c t=\"inlineStr\"><is><t>Jan</t></is></c></row>")));
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.size(), size_t(2));
    QCOMPARE(drafts->rejected.size(), size_t(2));
}

void TestWorkbookReader::otherArchivesAreRefused()
{
    const QString file = path(u"other.zip"_s);
    int code = 0;
    zip_t *archive = zip_open(QFile::encodeName(file).constData(), ZIP_CREATE, &code);
    const QByteArray content = "hello"; // read when the archive is closed
    addPart(archive, "readme.txt", content);
    QCOMPARE(zip_close(archive), 0);
    const auto mapping = mappingOf(file);
    QVERIFY(!mapping && mapping.error().code == ErrorCode::NotText);
    QFile half(path(u"half.xlsx"_s));
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write("PK\x03\x04" + QByteArray(500, 'x'));
    half.close();
    const auto damaged = mappingOf(half.fileName());
    QVERIFY(!damaged && damaged.error().code == ErrorCode::NotText);
}

void TestWorkbookReader::rowsThatBreakOffAreRefused()
{
    const auto mapping = mappingOf(packed(head + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>Name</t></is></c></row><row><c t="));
    QVERIFY(!mapping);
    QVERIFY2(mapping.error().detail.contains(u"break off"_s), qPrintable(mapping.error().detail));
}

QTEST_GUILESS_MAIN(TestWorkbookReader)
#include "tst_workbookreader.moc"
