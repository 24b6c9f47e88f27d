// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/draftreading.h"

#include <QDir>
#include <QTest>

#include <map>

using namespace kindling;

/// Files in, drafts out: what the recognition decides and what each row becomes.
class TestImportReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostileFiles_data();
    void hostileFiles();
    void headersOfOtherPrograms_data();
    void headersOfOtherPrograms();
    void encodings_data();
    void encodings();
    void datesOfUnclearOrderAreAskedFor();
    void wonAndLostDealsHaveACourse();
    void openQuoteCostsItsLineOnly();
    void thousandsOfAFileThatShowsNoDecimalSign();
    void amountsWithoutCents();
    void placeholdersAreEmpty();
    void eachColumnHasItsDecimalSign();
    void eachColumnHasItsOrderOfDates();
    void datesOfBothOrdersAreAskedFor();
    void filesOfKindlingAreReadAsWritten();
    void unknownHeadersAreHeaders_data();
    void unknownHeadersAreHeaders();
    void aZeroByteCostsItsRowOnly();
    void aZeroByteNearTheBeginning();
    void notesStayAsWritten();
    void apostrophesOfCardsStay();
    void severalContactsInACell_data();
    void severalContactsInACell();
    void mavenPipeline();

private:
    QString written(const QByteArray &bytes);
    Result<Drafts> draftsOf(const QByteArray &bytes);
    std::vector<LeadDraft> leadsOf(const QByteArray &bytes);
    static ImportContext context();

    QTemporaryDir m_folder;
};

namespace {

Result<Drafts> drafts(const QString &path, const ImportMapping &mapping, const ImportContext &context)
{
    Drafts all;
    Progress progress;
    if (const Result<void> read = readDrafts(path, mapping, context, sinkInto(all), progress); !read)
        return read.error();
    return all;
}

UtcMs day(int year, int month, int date)
{
    return QDateTime(QDate(year, month, date), QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch();
}

} // namespace

QString TestImportReader::written(const QByteArray &bytes)
{
    QFile file(m_folder.filePath(QStringLiteral("leads.csv")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

ImportContext TestImportReader::context()
{
    ImportContext context;
    context.vocabulary.stages = defaultStages();
    context.vocabulary.currency = QStringLiteral("USD");
    context.vocabulary.country = QStringLiteral("US");
    context.now = day(2026, 1, 1);
    return context;
}

void TestImportReader::hostileFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << QByteArray() << ErrorCode::EmptyFile;
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << ErrorCode::NotText;
    QTest::newRow("zero bytes") << QByteArray("Name,Email\nInes,\0a@b.de\n", 24) << ErrorCode::NotText;
    QTest::newRow("half a UTF-16 file") << QByteArray("\xFF\xFEN\0a\0m\0e\0\n\0I", 13) << ErrorCode::BrokenEncoding;
    QTest::newRow("a line of 17 MB") << QByteArray(17 << 20, 'a') << ErrorCode::LineTooLong;
    QTest::newRow("10,000 columns") << QByteArray("a,").repeated(10'000) + "a\n" << ErrorCode::LineTooLong;
}

void TestImportReader::hostileFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    Progress progress;
    const auto mapping = recogniseFile(written(bytes), context(), progress);
    QVERIFY(!mapping);
    QCOMPARE(mapping.error().code, code);
}

void TestImportReader::headersOfOtherPrograms_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("targets");
    QTest::newRow("LinkedIn") << QByteArray("First Name,Last Name,URL,Email Address,Company,Position,Connected On")
                              << "givenName familyName website email company jobTitle created";
    QTest::newRow("HubSpot") << QByteArray("Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lifecycle Stage,Create Date")
                             << "externalId givenName familyName email phone owner stage created";
    QTest::newRow("Pipedrive") << QByteArray(
        "Person - Name,Person - Phone,Person - Email (Work),Organization - Name,Deal - Value,Deal - Stage")
                               << "name phone email company value stage";
    QTest::newRow("Salesforce") << QByteArray("Lead ID,First Name,Last Name,Company,Email,Mobile Phone,Lead Source,Lead Status,Rating")
                                << "externalId givenName familyName company email phone source stage temperature";
    QTest::newRow("German") << QByteArray("Vorname;Nachname;Firma;E-Mail;Telefon;PLZ;Ort;Bemerkung")
                            << "givenName familyName company email phone postalCode city note";
}

void TestImportReader::headersOfOtherPrograms()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, targets);
    Progress progress;
    const auto mapping = recogniseFile(written(header + '\n'), context(), progress);
    QVERIFY(mapping.ok());
    QStringList found;
    for (const ImportColumn &column : mapping->columns)
        found += targetKey(column.target);
    QCOMPARE(found.join(u' '), targets);
}

void TestImportReader::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    const QByteArray utf16("\xFF\xFEN\0a\0m\0e\0,\0C\0i\0t\0y\0\n\0J\0\xFC\0r\0g\0,\0U\0l\0m\0\n\0", 40);
    QTest::newRow("UTF-8") << QByteArray("Name,City\nJ\xC3\xBCrg,Ulm\n") << "UTF-8";
    QTest::newRow("with mark") << QByteArray("\xEF\xBB\xBFName,City\nJ\xC3\xBCrg,Ulm\n") << "UTF-8";
    QTest::newRow("windows-1252") << QByteArray("Name,City\nJ\xFCrg,Ulm\n") << "windows-1252";
    QTest::newRow("UTF-16") << utf16 << "UTF-16LE";
    QTest::newRow("a bad byte") << QByteArray("Name,City\nJ\xFCrg,K\xC3\xB6ln \xC3\xBC\n") << "UTF-8";
}

void TestImportReader::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    const QString path = written(bytes);
    Progress progress;
    const auto mapping = recogniseFile(path, context(), progress);
    QVERIFY(mapping.ok());
    QCOMPARE(mapping->encoding, encoding);
    const auto read = drafts(path, *mapping, context());
    QVERIFY(read.ok());
    QCOMPARE(read->leads.size(), size_t(1));
    QCOMPARE(read->leads.front().lead.name, QStringLiteral("Jürg"));
}

void TestImportReader::datesOfUnclearOrderAreAskedFor()
{
    const QString path = written("Name,Created\nInes,03/04/2026\n");
    Progress progress;
    auto mapping = recogniseFile(path, context(), progress);
    QVERIFY(mapping.ok());
    QVERIFY(mapping->datesUnclear);
    const auto refused = drafts(path, *mapping, context());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::UnclearDates);
    mapping->dateOrder = DateOrder::Dmy;
    const auto read = drafts(path, *mapping, context());
    QVERIFY(read.ok());
    QCOMPARE(read->leads.front().lead.created, day(2026, 4, 3));
}

void TestImportReader::wonAndLostDealsHaveACourse()
{
    const QString path = written("opportunity_id,account,deal_stage,engage_date,close_date,close_value\n"
                                 "A,Cancity,Won,2016-10-20,2017-03-01,1054\n"
                                 "B,,Lost,2016-11-01,2017-02-01,0\n"
                                 "C,Isdom,Engaging,2016-12-01,,\n"
                                 "D,Isdom,Prospecting,,,\n");
    Progress progress;
    const auto mapping = recogniseFile(path, context(), progress);
    QVERIFY(mapping.ok());
    QCOMPARE(mapping->newStages, QStringList{QStringLiteral("Engaging")});
    const auto read = drafts(path, *mapping, context());
    QVERIFY(read.ok());
    QCOMPARE(read->leads.size(), size_t(4));
    const LeadDraft &won = read->leads[0];
    QCOMPARE(won.lead.outcome, Outcome::Won);
    QCOMPARE(won.lead.created, day(2016, 10, 20));
    QCOMPARE(won.lead.outcomeSince, day(2017, 3, 1));
    QCOMPARE(won.lead.value->minor, 105'400);
    QCOMPARE(won.history.size(), size_t(2));
    QCOMPARE(won.history[0].stage, QStringLiteral("Engaging"));
    QCOMPARE(won.history[1].stage, QStringLiteral("Customer"));
    const LeadDraft &lost = read->leads[1];
    QCOMPARE(lost.stage, QStringLiteral("Engaging"));
    QCOMPARE(lost.lead.outcome, Outcome::Lost);
    QCOMPARE(lost.lead.outcomeSince, day(2017, 2, 1));
    QVERIFY(lost.lead.missesContact());
    QCOMPARE(read->leads[3].stage, QStringLiteral("Prospect"));
    QCOMPARE(read->leads[3].lead.created, context().now);
}

void TestImportReader::openQuoteCostsItsLineOnly()
{
    QByteArray bytes = "Name,Email\n\"Ines,ines@example.com\n";
    for (int i = 0; i < 1000; ++i)
        bytes += "Lead " + QByteArray::number(i) + ",lead" + QByteArray::number(i) + "@example.com\n";
    const auto read = draftsOf(bytes);
    QVERIFY(read.ok());
    QCOMPARE(read->leads.size(), size_t(1000));
    QCOMPARE(read->rejected.size(), size_t(1));
    QCOMPARE(read->rejected.front().line, 2);
    QCOMPARE(read->leads.back().line, 1002);
}

Result<Drafts> TestImportReader::draftsOf(const QByteArray &bytes)
{
    const QString path = written(bytes);
    Progress progress;
    const auto mapping = recogniseFile(path, context(), progress);
    return mapping ? drafts(path, *mapping, context()) : Result<Drafts>(mapping.error());
}

std::vector<LeadDraft> TestImportReader::leadsOf(const QByteArray &bytes)
{
    const auto read = draftsOf(bytes);
    return read ? read->leads : std::vector<LeadDraft>();
}

void TestImportReader::thousandsOfAFileThatShowsNoDecimalSign()
{
    for (const QByteArray &bytes : {QByteArray("Name;E-Mail;Umsatz\nA;a@x.example;1.500 €\nB;b@x.example;12.500 €\n"),
                                    QByteArray("Name,Email,Value\nA,a@x.example,\"€1,500\"\nB,b@x.example,\"€12,500\"\n"),
                                    QByteArray("Name,Email,Value,Ratio\nA,a@x.example,€1.500,\"0,5\"\nB,b@x.example,€12.500,\"1,5\"\n")}) {
        const std::vector<LeadDraft> leads = leadsOf(bytes);
        QCOMPARE(leads.size(), size_t(2));
        QCOMPARE(leads[0].lead.value, std::optional(Money{150'000, QStringLiteral("EUR")}));
        QCOMPARE(leads[1].lead.value, std::optional(Money{1'250'000, QStringLiteral("EUR")}));
    }
    // One amount with a decimal sign tells for the others of its column.
    const std::vector<LeadDraft> leads = leadsOf("Name,Email,Value\nA,a@x.example,1.500\nB,b@x.example,12.5\n");
    QCOMPARE(leads[0].lead.value->minor, 150);
}

void TestImportReader::amountsWithoutCents()
{
    const std::vector<LeadDraft> leads =
        leadsOf("Name;E-Mail;Umsatz\nA;a@x.example;1.500,-\nB;b@x.example;2.000,-- €\nC;c@x.example;CHF 1'500.-\nD;d@x.example;3.000\n");
    QCOMPARE(leads[0].lead.value->minor, 150'000);
    QCOMPARE(leads[1].lead.value, std::optional(Money{200'000, QStringLiteral("EUR")}));
    QCOMPARE(leads[2].lead.value, std::optional(Money{150'000, QStringLiteral("CHF")}));
    QCOMPARE(leads[3].lead.value->minor, 300'000);
}

void TestImportReader::placeholdersAreEmpty()
{
    for (const char *word : {"-", "--", "n/a", "N/A", "k.A.", "k. A.", "#N/A"}) {
        const QByteArray cell(word);
        const std::vector<LeadDraft> leads = leadsOf("Name,Company,Email,City,Amount,Notes\nAna," + cell + ",a@x.example," + cell + ','
                                                     + cell + ',' + cell + "\nBo,Boots,b@x.example,Bonn,5,none\n");
        const Lead &lead = leads.front().lead;
        QCOMPARE(lead.company, QString());
        QCOMPARE(lead.city, QString());
        QVERIFY(!lead.value && leads.front().problems.isEmpty());
        QCOMPARE(lead.notes, QString::fromUtf8(cell));
        QCOMPARE(leads.back().lead.company, QStringLiteral("Boots"));
    }
}

void TestImportReader::eachColumnHasItsDecimalSign()
{
    const std::vector<LeadDraft> leads =
        leadsOf("Name,Email,Discount,Value\nA,a@x.example,\"1,5\",1200.50\nB,b@x.example,\"2,5\",90.25\nC,c@x.example,\"2,5\",\n");
    QCOMPARE(leads.size(), size_t(3));
    QCOMPARE(leads[0].lead.value->minor, 120'050);
    QCOMPARE(leads[1].lead.value->minor, 9'025);
}

void TestImportReader::eachColumnHasItsOrderOfDates()
{
    const std::vector<LeadDraft> leads = leadsOf("Name,Email,Created,Expected close date\n"
                                                 "A,a@x.example,25/04/2026,06/25/2026\n"
                                                 "B,b@x.example,03/04/2026,03/04/2026\n");
    QCOMPARE(leads.size(), size_t(2));
    QCOMPARE(leads[1].lead.created, day(2026, 4, 3));
    QCOMPARE(leads[1].lead.expectedClose, std::optional(QDate(2026, 3, 4)));
}

void TestImportReader::datesOfBothOrdersAreAskedFor()
{
    const QString path = written("Name,Created\nA,25/04/2026\nB,26/04/2026\nC,06/25/2026\nD,03/04/2026\n");
    Progress progress;
    auto mapping = recogniseFile(path, context(), progress);
    QVERIFY(mapping.ok());
    QVERIFY(mapping->datesUnclear);
    QCOMPARE(drafts(path, *mapping, context()).error().code, ErrorCode::UnclearDates);
    mapping->dateOrder = DateOrder::Mdy;
    const auto read = drafts(path, *mapping, context());
    QVERIFY(read.ok());
    QCOMPARE(read->leads[0].lead.created, day(2026, 4, 25));
    QCOMPARE(read->leads[3].lead.created, day(2026, 3, 4));
    // No question where every date is clear by itself.
    const auto clear = recogniseFile(written("Name,Created\nA,25/04/2026\nC,06/25/2026\n"), context(), progress);
    QVERIFY(clear.ok());
    QVERIFY(!clear->datesUnclear);
}

void TestImportReader::filesOfKindlingAreReadAsWritten()
{
    const QString path = written("id,externalId,name,email,value,stageSince,nextFollowUp,qualifiedThrough,Discount,Since,notes\n"
                                 "1,a,Ana,a@x.example,12.500 KWD,2026-01-01,,,\"1,5\",03/04/2026,<x> 1<2 </b>\n"
                                 "2,b,Bea,b@x.example,90.250 KWD,2026-01-01,,,\"2,5\",04/05/2026,\n");
    Progress progress;
    const auto mapping = recogniseFile(path, context(), progress);
    QVERIFY(mapping.ok());
    QVERIFY(mapping->isOwnExport());
    QVERIFY(!mapping->datesUnclear);
    const auto read = drafts(path, *mapping, context());
    QVERIFY(read.ok());
    QCOMPARE(read->leads[0].lead.value, std::optional(Money{12'500, QStringLiteral("KWD")}));
    QVERIFY2(read->leads[0].lead.notes.contains(QStringLiteral("<x> 1<2 </b>")), qPrintable(read->leads[0].lead.notes));
}

void TestImportReader::unknownHeadersAreHeaders_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("headerLine");
    QTest::newRow("unknown words") << QByteArray("Bezugsmensch,Werkstatt,Gau\nAnna Berg,Ofenbau Berg,Bonn\nUte Lang,Backhaus,Ulm\n")
                                   << qint64(0);
    QTest::newRow("a word that comes again") << QByteArray("Anna Berg,Ofenbau,Bonn\nUte Lang,Backhaus,Bonn\n") << qint64(-1);
    QTest::newRow("the same word twice") << QByteArray("Bonn,Bonn\nAnna Berg,Ofenbau\n") << qint64(-1);
    QTest::newRow("an address") << QByteArray("Anna Berg,anna@x.example\nUte Lang,Backhaus\n") << qint64(-1);
    QTest::newRow("digits") << QByteArray("Anna Berg,Haus 7\nUte Lang,Backhaus\n") << qint64(-1);
}

void TestImportReader::unknownHeadersAreHeaders()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, headerLine);
    const QString path = written(bytes);
    Progress progress;
    const auto mapping = recogniseFile(path, context(), progress, {{}, {}, true});
    QVERIFY(mapping.ok());
    QCOMPARE(mapping->headerLine, headerLine);
    QCOMPARE(mapping->headerGuessed, headerLine == 0);
    if (headerLine < 0)
        return;
    const auto plain = recogniseFile(path, context(), progress, {{}, {}, true, true}); // it is a row, says the user
    QVERIFY(plain.ok());
    QCOMPARE(plain->headerLine, qint64(-1));
    QCOMPARE(plain->columns[0].header, QStringLiteral("Column 1"));
    QCOMPARE(plain->columns[0].samples.front(), QStringLiteral("Bezugsmensch"));
    QCOMPARE(mapping->columns[0].header, QStringLiteral("Bezugsmensch"));
    QVERIFY(!hasUsableColumn(*mapping));
    const auto refused = recogniseFile(path, context(), progress);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NoUsableColumn);
}

void TestImportReader::aZeroByteCostsItsRowOnly()
{
    QByteArray bytes = "Name,Email\n";
    for (int i = 0; i < 300; ++i)
        bytes += "Lead " + QByteArray::number(i) + ",lead" + QByteArray::number(i) + "@example.com\n";
    bytes += QByteArray("Ines,i\0@b.de\n", 13) + "Jan,jan@example.com\n";
    const auto read = draftsOf(bytes);
    QVERIFY(read.ok());
    QCOMPARE(read->leads.size(), size_t(301));
    QCOMPARE(read->rejected.size(), size_t(1));
    QCOMPARE(read->rejected.front().line, 302);
    QVERIFY(read->rejected.front().reason.contains(QStringLiteral("zero bytes")));
}

void TestImportReader::aZeroByteNearTheBeginning()
{
    const auto read = draftsOf(QByteArray("Name,Email,Notes\nA,a@x.example,ok\nB\0,b@x.example,ok\nC,c@x.example,ok\n", 69));
    QVERIFY(read.ok());
    QCOMPARE(read->leads.size(), size_t(2));
    QCOMPARE(read->rejected.size(), size_t(1));
    QCOMPARE(read->rejected.front().line, 3);
}

void TestImportReader::notesStayAsWritten()
{
    const std::vector<LeadDraft> leads = leadsOf("Name,Email,Notes\r\nA,a@x.example,\"<x> 1<2 </b>\r\nsecond\rthird\"\r\n");
    QCOMPARE(leads.front().lead.notes, QStringLiteral("<x> 1<2 </b>\nsecond\nthird"));
}

void TestImportReader::apostrophesOfCardsStay()
{
    const std::vector<LeadDraft> cards = leadsOf("BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEMAIL:a@x.example\nNOTE:'=1+1\nEND:VCARD\n");
    QCOMPARE(cards.size(), size_t(1));
    QVERIFY2(cards.front().lead.notes.contains(QStringLiteral("'=1+1")), qPrintable(cards.front().lead.notes));
    QCOMPARE(leadsOf("Name,Email,Notes\nA,a@x.example,'=1+1\n").front().lead.notes, QStringLiteral("=1+1"));
}

void TestImportReader::severalContactsInACell_data()
{
    QTest::addColumn<QByteArray>("email");
    QTest::addColumn<QByteArray>("phone");
    QTest::addColumn<QString>("emails");
    QTest::addColumn<QString>("phones");
    QTest::addColumn<QString>("notes");
    const QByteArray phone("+49 30 1234567");
    const QString number = QStringLiteral("+49301234567");
    const QString both = number + QStringLiteral(" +491717654321");
    const QByteArray email("a@x.example");
    const QString address = QStringLiteral("a@x.example");
    QTest::newRow("phones, comma") << email << QByteArray("+49 30 1234567, +49 171 7654321") << address << both << QString();
    QTest::newRow("phones, slash") << email << QByteArray("+49 30 1234567 / +49 171 7654321") << address << both << QString();
    QTest::newRow("one phone") << email << QByteArray("+49 30 / 1234567") << address << number << QString();
    QTest::newRow("mailto") << QByteArray("mailto:a@x.example") << phone << address << number << QString();
    QTest::newRow("name") << QByteArray("Bob <a@x.example>") << phone << address << number << QStringLiteral("Email: Bob <a@x.example>");
    QTest::newRow("family name first") << QByteArray("\"Berg, Bob\" <a@x.example>") << phone << address << number
                                       << QStringLiteral("Email: \"Berg, Bob\" <a@x.example>");
    QTest::newRow("brackets") << QByteArray("<a@x.example>") << phone << address << number << QString();
    QTest::newRow("remark") << QByteArray("a@x.example (work)") << phone << address << number
                            << QStringLiteral("Email: a@x.example (work)");
    QTest::newRow("slash") << QByteArray("a@x.example / b@x.example") << phone << QStringLiteral("a@x.example b@x.example") << number
                           << QString();
}

void TestImportReader::severalContactsInACell()
{
    QFETCH(QByteArray, email);
    QFETCH(QByteArray, phone);
    QFETCH(QString, emails);
    QFETCH(QString, phones);
    QFETCH(QString, notes);
    const std::vector<LeadDraft> leads =
        leadsOf("Name,Email,Phone\nAna,\"" + email.replace("\"", "\"\"") + "\",\"" + phone + "\"\nBea,b@y.example,030 765432\n");
    QCOMPARE(leads.size(), size_t(2));
    const Lead &lead = leads.front().lead;
    QStringList found;
    for (const EmailEntry &entry : lead.emails)
        found += entry.address.normalised();
    QCOMPARE(found.join(u' '), emails);
    found.clear();
    for (const PhoneEntry &entry : lead.phones)
        found += entry.number.normalised();
    QCOMPARE(found.join(u' '), phones);
    QCOMPARE(lead.notes, notes);
    QCOMPARE(leads.front().problems, QStringList());
}

void TestImportReader::mavenPipeline()
{
    QDir folder(QStringLiteral(KINDLING_SOURCE_DIR "/../shared/data/maven_crm_opportunities"));
    if (!folder.exists()) // a worktree lies one folder deeper
        folder.setPath(QStringLiteral(KINDLING_SOURCE_DIR "/../../shared/data/maven_crm_opportunities"));
    if (!folder.exists())
        QSKIP("the data set is not beside the source tree");
    const QString path = folder.filePath(QStringLiteral("sales_pipeline.csv"));
    Progress progress;
    const auto mapping = recogniseFile(path, context(), progress);
    QVERIFY(mapping.ok());
    const auto read = drafts(path, *mapping, context());
    QVERIFY(read.ok());
    QCOMPARE(read->leads.size(), size_t(8800));
    std::map<Outcome, int> outcomes;
    qint64 wonValue = 0;
    for (const LeadDraft &draft : read->leads) {
        ++outcomes[draft.lead.outcome];
        wonValue += draft.lead.outcome == Outcome::Won ? draft.lead.value->minor : 0;
    }
    QCOMPARE(outcomes[Outcome::Won], 4238);
    QCOMPARE(outcomes[Outcome::Lost], 2473);
    QCOMPARE(outcomes[Outcome::Open], 2089);
    QCOMPARE(wonValue, 1'000'553'400);
    const auto accounts = recogniseFile(folder.filePath(QStringLiteral("accounts.csv")), context(), progress);
    QVERIFY(accounts.ok());
    QCOMPARE(accounts->records, ImportMapping::Records::Companies);
}

QTEST_GUILESS_MAIN(TestImportReader)
#include "tst_importreader.moc"
