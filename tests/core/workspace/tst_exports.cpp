// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/exportservice.h"
#include "support/temporaryworkspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Files that leave the program, opened by programs that are not ours (Debian's vobject, icalendar and openpyxl, and LibreOffice).
class TestExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void cardsAreReadByVobject();
    void foldedCardsComeBack();
    void followUpsAreReadByIcalendar();
    void workbooksAreReadByOpenpyxl();
    void libreOfficeOpensWorkbooksAndCsv();
    void csvComesBackWithoutLoss();
    void companiesComeBackToo();
    void jsonHasEverything();
    void filesAreForTheOwnerOnly();
    void cancelledExportsLeaveNothing();
    void addressesNotToBeUsedStayHere();
    void textsThatAWorkbookCutsAreTold();

private:
    qint64 write(const ExportRequest &request, const QString &name);
    QByteArray bytesOf(const QString &name) const;
    /// What a program says, as JSON; nothing when it is not installed.
    std::optional<QJsonDocument> asked(const QString &script, const QString &name);
    LeadId m_marta;
    std::unique_ptr<TemporaryWorkspace> m_workspace;
};

namespace {

ExportRequest requestFor(ExportRecords records, ExportFormat format)
{
    ExportRequest request;
    request.records = records;
    request.format = format;
    return request;
}

const QString oddNote =
    u"first line\nsecond; with, signs \\ and “quotes” and a long sentence that has to be folded: Žofie Müller says привет"_s;

} // namespace

void TestExports::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
    Lead lead;
    lead.name = u"Marta Oliveira"_s;
    lead.company = u"Padaria, Estrela; Lda"_s;
    lead.jobTitle = u"=HYPERLINK(\"http://evil.example\")"_s;
    lead.emails = {{*EmailAddress::parse(u"marta@estrela.example"), u"Work"_s, ContactState::Usable},
                   {*EmailAddress::parse(u"old@estrela.example"), {}, ContactState::DoNotUse}};
    lead.phones = {{*PhoneNumber::parse(u"+351 912 345 678", u"PT"_s), u"Bakery; back door"_s, ContactState::Usable}};
    lead.city = u"Lisboa"_s;
    lead.value = Money{123'450, u"EUR"_s};
    lead.expectedClose = QDate(2026, 12, 24);
    lead.tags = {u"baker"_s, u"vip"_s};
    lead.notes = oddNote;
    m_marta = answerOf((*m_workspace)->leads().add(lead)).leads.front();
    FollowUp followUp;
    followUp.lead = m_marta;
    followUp.kind = FollowUpKind::Call;
    followUp.localTime = u"2026-07-01T09:00:00"_s;
    followUp.zone = u"Europe/Berlin"_s;
    followUp.note = u"ask about\nthe oven"_s;
    answerOf((*m_workspace)->followUps().plan(followUp));
    followUp.localTime = u"2026-07-02T00:00:00"_s;
    followUp.wholeDay = true;
    followUp.note = u"whole day"_s;
    answerOf((*m_workspace)->followUps().plan(followUp));
    Activity call;
    call.lead = m_marta;
    call.kind = ActivityKind::Call;
    call.at = TemporaryWorkspace::noon;
    call.outcome = CallOutcome::Connected;
    call.note = u"likes rye"_s;
    answerOf((*m_workspace)->leads().log(call));
}

void TestExports::cleanup()
{
    m_workspace.reset();
}

qint64 TestExports::write(const ExportRequest &request, const QString &name)
{
    return answerOf((*m_workspace)->exports().write(request, m_workspace->file(name), std::make_shared<Progress>())).count;
}

QByteArray TestExports::bytesOf(const QString &name) const
{
    QFile file(m_workspace->file(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::optional<QJsonDocument> TestExports::asked(const QString &script, const QString &name)
{
    QProcess python;
    python.start(u"/usr/bin/python3"_s, {QStringLiteral(KINDLING_SOURCE_DIR "/tests/data/oracles/") + script, m_workspace->file(name)});
    if (!python.waitForFinished(60'000))
        return std::nullopt;
    const QByteArray said = python.readAllStandardError();
    if (said.contains("ModuleNotFoundError"))
        return std::nullopt;
    if (python.exitCode() != 0)
        qWarning("%s", said.constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput());
}

void TestExports::cardsAreReadByVobject()
{
    QCOMPARE(write(requestFor(ExportRecords::Leads, ExportFormat::Cards), u"leads.vcf"_s), qint64(1));
    const auto cards = asked(u"vcards.py"_s, u"leads.vcf"_s);
    if (!cards)
        QSKIP("python3-vobject is not installed");
    QCOMPARE(cards->array().size(), 1);
    const QJsonObject card = cards->array()[0].toObject();
    QCOMPARE(card[u"version"].toString(), u"4.0"_s);
    QCOMPARE(card[u"fn"].toString(), u"Marta Oliveira"_s);
    QCOMPARE(card[u"emails"].toArray(), QJsonArray{u"marta@estrela.example"_s});
    QCOMPARE(card[u"phones"].toArray(), QJsonArray{u"+351 912 345 678"_s});
    QCOMPARE(card[u"org"].toArray()[0].toString(), u"Padaria, Estrela; Lda"_s);
    QCOMPARE(card[u"note"].toString(), oddNote);
    QCOMPARE(card[u"city"].toString(), u"Lisboa"_s);
}

void TestExports::foldedCardsComeBack()
{
    write(requestFor(ExportRecords::Leads, ExportFormat::Cards), u"leads.vcf"_s);
    for (const QByteArray &line : bytesOf(u"leads.vcf"_s).split('\n'))
        QVERIFY2(line.size() <= 76, line.constData()); // 75 and the CR
    TemporaryWorkspace other;
    const ImportResult result = other.import(m_workspace->file(u"leads.vcf"_s));
    QCOMPARE(result.counts.created, qint64(1));
    const Lead lead = other.lead(other.list({})->ids.front());
    QCOMPARE(lead.name, u"Marta Oliveira"_s);
    QCOMPARE(lead.company, u"Padaria, Estrela; Lda"_s);
    QCOMPARE(lead.notes, oddNote);
    QCOMPARE(lead.externalId, QString());
    QCOMPARE(lead.emails.front().label, u"Work"_s);
    QCOMPARE(lead.phones.front().label, u"Bakery; back door"_s); // a label of the user's own
    QCOMPARE(lead.tags, (QStringList{u"baker"_s, u"vip"_s}));
}

void TestExports::followUpsAreReadByIcalendar()
{
    QCOMPARE(write(requestFor(ExportRecords::FollowUps, ExportFormat::Calendar), u"todo.ics"_s), qint64(2));
    const auto answer = asked(u"calendar_todos.py"_s, u"todo.ics"_s);
    if (!answer)
        QSKIP("python3-icalendar is not installed");
    const QJsonArray todos = answer->object()[u"todos"].toArray();
    QCOMPARE(todos.size(), 2);
    const QJsonObject call = todos[0].toObject();
    QCOMPARE(call[u"due"].toString(), u"2026-07-01T09:00:00+02:00"_s); // nine o'clock in Berlin, in summer
    QCOMPARE(call[u"note"].toString(), u"ask about\nthe oven"_s);
    QCOMPARE(call[u"status"].toString(), u"NEEDS-ACTION"_s);
    QVERIFY(call[u"summary"].toString().contains(u"Marta Oliveira"_s));
    QCOMPARE(todos[1].toObject()[u"due"].toString(), u"2026-07-02"_s);
    QCOMPARE(answer->object()[u"zones"].toArray().size(), 1);
}

void TestExports::workbooksAreReadByOpenpyxl()
{
    write(requestFor(ExportRecords::Leads, ExportFormat::Workbook), u"leads.xlsx"_s);
    const auto answer = asked(u"workbook.py"_s, u"leads.xlsx"_s);
    if (!answer)
        QSKIP("python3-openpyxl is not installed");
    const QJsonObject sheet = answer->array()[0].toObject();
    QCOMPARE(sheet[u"frozen"].toString(), u"A2"_s);
    QVERIFY(sheet[u"filter"].toString().startsWith(u"A1:"_s));
    const QJsonArray header = sheet[u"rows"].toArray()[0].toArray();
    const QJsonArray row = sheet[u"rows"].toArray()[1].toArray();
    const auto cell = [&](const QString &label) {
        for (qsizetype i = 0; i < header.size(); ++i) {
            if (header[i][u"value"_s].toString() == label)
                return row[i].toObject();
        }
        return QJsonObject();
    };
    QCOMPARE(cell(u"Value"_s)[u"type"].toString(), u"n"_s);
    QCOMPARE(cell(u"Value"_s)[u"value"].toString(), u"1234.5"_s);
    QVERIFY(cell(u"Value"_s)[u"format"].toString().contains(u"EUR"_s));
    QCOMPARE(cell(u"Expected close"_s)[u"type"].toString(), u"d"_s);
    QCOMPARE(cell(u"Expected close"_s)[u"value"].toString(), u"2026-12-24 00:00:00"_s);
    QCOMPARE(cell(u"Created"_s)[u"value"].toString(), u"2026-03-02 12:00:00"_s); // the time of the wall in Berlin
    QCOMPARE(cell(u"Phone"_s)[u"type"].toString(), u"s"_s);
    for (const QString &number : {u"Fit"_s, u"Engagement"_s, u"Score"_s, u"Qualification"_s})
        QVERIFY2(!cell(number).contains(u"value"_s) || cell(number)[u"value"].isNull() || cell(number)[u"type"].toString() == u"n"_s,
                 qPrintable(number));
    QCOMPARE(cell(u"Score"_s)[u"type"].toString(), u"n"_s);
    QCOMPARE(cell(u"Job title"_s)[u"type"].toString(), u"s"_s); // text that looks like a formula stays text
    QCOMPARE(cell(u"Id"_s)[u"value"].toString(), m_marta.toString());
}

void TestExports::libreOfficeOpensWorkbooksAndCsv()
{
    const QString office = QStandardPaths::findExecutable(u"soffice"_s);
    if (office.isEmpty())
        QSKIP("LibreOffice is not installed");
    write(requestFor(ExportRecords::Leads, ExportFormat::Workbook), u"book.xlsx"_s);
    write(requestFor(ExportRecords::Leads, ExportFormat::Csv), u"table.csv"_s);
    for (const QStringList &open : {QStringList{m_workspace->file(u"book.xlsx"_s)},
                                    QStringList{u"--infilter=CSV:44,34,UTF8,1"_s, m_workspace->file(u"table.csv"_s)}}) {
        QProcess process;
        process.start(office,
                      QStringList{u"-env:UserInstallation=file://"_s + m_workspace->file(u"profile"_s), u"--headless"_s, u"--convert-to"_s,
                                  u"fods"_s, u"--outdir"_s, m_workspace->file(u"office"_s)}
                          + open);
        QVERIFY(process.waitForFinished(50'000));
    }
    for (const QString &name : {u"office/book.fods"_s, u"office/table.fods"_s}) {
        const QByteArray sheet = bytesOf(name);
        QVERIFY2(sheet.contains("Marta Oliveira"), qPrintable(name));
        QVERIFY2(sheet.contains("Žofie Müller says привет"), qPrintable(name));
        // Nothing of it runs: no cell is a formula or a link.
        QVERIFY2(!sheet.contains("table:formula") && !sheet.contains("xlink:href=\"http://evil"), qPrintable(name));
    }
    QVERIFY(bytesOf(u"office/book.fods"_s).contains("office:date-value=\"2026-12-24\""));
}

void TestExports::csvComesBackWithoutLoss()
{
    write(requestFor(ExportRecords::Leads, ExportFormat::Csv), u"leads.csv"_s);
    QVERIFY(bytesOf(u"leads.csv"_s).contains("'=HYPERLINK"));
    TemporaryWorkspace other;
    other.import(m_workspace->file(u"leads.csv"_s));
    const Lead before = m_workspace->lead(m_marta);
    const Lead after = other.lead(other.list({})->ids.front());
    const auto words = (*m_workspace)->vocabulary();
    const FieldContext context{words.get(), m_workspace->clock().zone()};
    for (const LeadFieldInfo &info : leadFields()) {
        // Given by the program, and what belongs to activities and follow-ups, which are files of their own.
        const bool own = info.field == LeadField::Id || info.field == LeadField::LastActivity || info.field == LeadField::NextFollowUp;
        if (!own)
            QCOMPARE(fieldText(after, info.field, context), fieldText(before, info.field, context));
    }
}

void TestExports::companiesComeBackToo()
{
    QCOMPARE(write(requestFor(ExportRecords::Companies, ExportFormat::Csv), u"companies.csv"_s), qint64(1));
    TemporaryWorkspace other;
    QCOMPARE(other.import(m_workspace->file(u"companies.csv"_s)).counts.created, qint64(1));
    QCOMPARE(answerOf(other->companies().list({}, 10)).front().name, u"Padaria, Estrela; Lda"_s);
}

void TestExports::jsonHasEverything()
{
    for (const auto &[records, name] :
         {std::pair(ExportRecords::Leads, u"leads"_s), std::pair(ExportRecords::Companies, u"companies"_s),
          std::pair(ExportRecords::Activities, u"activities"_s), std::pair(ExportRecords::FollowUps, u"followUps"_s)}) {
        const qint64 count = write(requestFor(records, ExportFormat::Json), u"out.json"_s);
        const QJsonObject json = QJsonDocument::fromJson(bytesOf(u"out.json"_s)).object();
        QCOMPARE(json[name].toArray().size(), count);
        QCOMPARE(json[u"total"].toInteger(), count);
        QVERIFY(count > 0);
    }
    QVERIFY(bytesOf(u"out.json"_s).contains("ask about"));
}

void TestExports::filesAreForTheOwnerOnly()
{
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Workbook, ExportFormat::Cards, ExportFormat::Json}) {
        write(requestFor(ExportRecords::Leads, format), u"out"_s);
        QCOMPARE(QFile::permissions(m_workspace->file(u"out"_s))
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }
}

void TestExports::cancelledExportsLeaveNothing()
{
    const auto progress = std::make_shared<Progress>();
    progress->cancel();
    const auto error =
        errorOf((*m_workspace)
                    ->exports()
                    .write(requestFor(ExportRecords::Leads, ExportFormat::Workbook), m_workspace->file(u"none.xlsx"_s), progress));
    QCOMPARE(error.code, ErrorCode::Cancelled);
    QCOMPARE(QDir(QFileInfo(m_workspace->path()).path()).entryList({u"none*"_s}), QStringList());
}

void TestExports::addressesNotToBeUsedStayHere()
{
    write(requestFor(ExportRecords::Leads, ExportFormat::Cards), u"leads.vcf"_s);
    QVERIFY(!bytesOf(u"leads.vcf"_s).contains("old@estrela.example"));
}

void TestExports::textsThatAWorkbookCutsAreTold()
{
    const auto written = [&](ExportFormat format) {
        return answerOf(
            (*m_workspace)
                ->exports()
                .write(requestFor(ExportRecords::Leads, format), m_workspace->file(keyOf(format)), std::make_shared<Progress>()));
    };
    QCOMPARE(written(ExportFormat::Workbook).cutCells, qint64(0));
    QCOMPARE(cutSentence(written(ExportFormat::Workbook)), QString());
    for (const QString &name : {u"Ada"_s, u"Bo"_s, u"Cy"_s, u"Di"_s}) {
        Lead lead;
        lead.name = name;
        lead.notes = QString(32'766, u'x') + u"\U0001F525 end"_s; // the sign is two of UTF-16
        answerOf((*m_workspace)->leads().add(lead));
    }
    const ExportedRecords book = written(ExportFormat::Workbook);
    QCOMPARE(book.count, qint64(5));
    QCOMPARE(book.cutCells, qint64(4));
    QCOMPARE(book.cutIn.size(), 3);
    QVERIFY2(cutSentence(book).contains(book.cutIn.join(u", "_s) + u", …"_s), qPrintable(cutSentence(book)));
    const ExportedRecords table = written(ExportFormat::Csv);
    QCOMPARE(table.cutCells, qint64(0));
    QCOMPARE(bytesOf(u"csv"_s).count(" end"), 4);
}

QTEST_GUILESS_MAIN(TestExports)
#include "tst_exports.moc"
