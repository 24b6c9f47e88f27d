// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importreader.h"

#include <QDir>
#include <QTemporaryDir>
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
    void mavenPipeline();

private:
    QString written(const QByteArray &bytes);
    static ImportContext context();

    QTemporaryDir m_folder;
};

namespace {

struct Drafts
{
    std::vector<LeadDraft> leads;
    std::vector<RejectedRow> rejected;
};

Result<Drafts> drafts(const QString &path, const ImportMapping &mapping, const ImportContext &context)
{
    Drafts all;
    const DraftSink sink{[&](LeadDraft &&draft) {
                             all.leads.push_back(std::move(draft));
                             return Result<void>();
                         },
                         [](CompanyDraft &&) { return Result<void>(); },
                         [&](RejectedRow &&row) {
                             all.rejected.push_back(std::move(row));
                             return Result<void>();
                         }};
    Progress progress;
    if (const Result<void> read = readDrafts(path, mapping, context, sink, progress); !read)
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
    const QString path = written(bytes);
    Progress progress;
    const auto mapping = recogniseFile(path, context(), progress);
    QVERIFY(mapping.ok());
    const auto read = drafts(path, *mapping, context());
    QVERIFY(read.ok());
    QCOMPARE(read->leads.size(), size_t(1000));
    QCOMPARE(read->rejected.size(), size_t(1));
    QCOMPARE(read->rejected.front().line, 2);
    QCOMPARE(read->leads.back().line, 1002);
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
