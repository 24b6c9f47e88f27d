// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

/// Files of every kind through `import`: those that become leads, and those that must change nothing.
class TestImportFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_terminal = std::make_unique<Terminal>(); }
    void cleanup() { m_terminal.reset(); }

    void bringsDealsWithoutAnyOption();
    void createsNothingTheSecondTime();
    void isUndoneAsOne();
    void writesNothingInATrial();
    void takesColumnsByHand();
    void takesColumnsThatNobodyKnows();
    void readsTheEncodingAsAsked();
    void refusesAColumnThatIsNotThere();
    void asksForTheOrderOfDates();
    void keepsRejectedRows();
    void treatsMatchesAsAsked_data();
    void treatsMatchesAsAsked();
    void bringsCompanies();
    void refusesFilesThatAreNoTables_data();
    void refusesFilesThatAreNoTables();
    void leavesAWorkspaceAsItWasWhenAFileIsRefused();
    void leavesNothingWhenItIsStopped();
    void saysWhatAFolderIsFor();

private:
    QJsonObject json(const QStringList &words) const { return m_terminal->json(words); }
    QJsonObject import(const QString &file, const QStringList &options = {}) const
    {
        return json(QStringList{QStringLiteral("import"), file} + options);
    }
    int total(const QString &filter = {}) const
    {
        return json({QStringLiteral("leads"), QStringLiteral("--filter=") + filter}).value(QStringLiteral("total")).toInt(-1);
    }
    QString deals() const
    {
        return m_terminal->file(QStringLiteral("deals.csv"),
                                "opportunity_id,sales_agent,account,deal_stage,engage_date,close_date,close_value\n"
                                "A1,Ines,Cancity,Won,2016-10-20,2017-03-01,1054\n"
                                "A2,Ines,Isdom,Lost,2016-10-25,2017-03-11,0\n"
                                "A3,Paul,Cancity,Engaging,2017-10-25,,\n"
                                "A4,Paul,,Prospecting,,,\n");
    }

    std::unique_ptr<Terminal> m_terminal;
};

void TestImportFiles::bringsDealsWithoutAnyOption()
{
    const QJsonObject result = import(deals());
    QCOMPARE(result.value(QStringLiteral("created")), 4);
    QCOMPARE(result.value(QStringLiteral("rejected")), 0);
    QCOMPARE(result.value(QStringLiteral("missingContact")), 1);
    QCOMPARE(result.value(QStringLiteral("companies")), 2);
    QVERIFY(result.value(QStringLiteral("import")).toString().toLongLong() > 0);
    QCOMPARE(total(), 4);
    QCOMPARE(total(QStringLiteral("outcome:won")), 1);
    QCOMPARE(total(QStringLiteral("outcome:lost")), 1);
    const QJsonObject won = json({QStringLiteral("leads"), QStringLiteral("--filter=outcome:won")});
    const QJsonObject lead = won.value(QStringLiteral("leads")).toArray().at(0).toObject();
    QCOMPARE(lead.value(QStringLiteral("company")), QStringLiteral("Cancity"));
    QCOMPARE(lead.value(QStringLiteral("owner")), QStringLiteral("Ines"));
    QVERIFY(lead.value(QStringLiteral("closed")).toString().startsWith(QStringLiteral("2017-03-01")));
    const QJsonObject funnel = json({QStringLiteral("report"), QStringLiteral("funnel")});
    QCOMPARE(funnel.value(QStringLiteral("total")), 4);
    QCOMPARE(funnel.value(QStringLiteral("won")), 1);
    QCOMPARE(funnel.value(QStringLiteral("wonValue")).toObject().value(QStringLiteral("amount")), QStringLiteral("1054.00"));
    QCOMPARE(funnel.value(QStringLiteral("winRate")).toObject().value(QStringLiteral("share")), 0.5);
    QVERIFY(!funnel.value(QStringLiteral("definition")).toString().isEmpty());
    const QJsonObject quarter = json(QStringLiteral("report funnel --from 2016-Q4 --to 2016-12").split(u' '));
    QCOMPARE(quarter.value(QStringLiteral("total")), 2);
    QCOMPARE(quarter.value(QStringLiteral("until")), QStringLiteral("2017-01-01T00:00:00+01:00"));
    const Run text = m_terminal->run({QStringLiteral("report"), QStringLiteral("funnel")});
    QVERIFY2(text.out.contains(QStringLiteral("█")), qPrintable(text.out));
}

void TestImportFiles::createsNothingTheSecondTime()
{
    const QString file = deals();
    import(file);
    const QJsonObject again = import(file);
    QCOMPARE(again.value(QStringLiteral("created")), 0);
    QCOMPARE(again.value(QStringLiteral("rejected")), 0);
    QCOMPARE(total(), 4);
}

void TestImportFiles::isUndoneAsOne()
{
    const Run imported = m_terminal->run({QStringLiteral("import"), deals()});
    QCOMPARE(imported.code, 0);
    QVERIFY2(imported.out.contains(QStringLiteral("4  created")), qPrintable(imported.out));
    QCOMPARE(m_terminal->run({QStringLiteral("undo")}).code, 0);
    QCOMPARE(total(), 0);
    QCOMPARE(json({QStringLiteral("companies")}).value(QStringLiteral("total")), 0);
    const Run verified = m_terminal->run({QStringLiteral("verify")});
    QVERIFY2(verified.code == 0, qPrintable(verified.out));
    QCOMPARE(m_terminal->run({QStringLiteral("redo")}).code, 0);
    QCOMPARE(total(), 4);
}

void TestImportFiles::writesNothingInATrial()
{
    const QJsonObject trial = import(deals(), {QStringLiteral("--dry-run")});
    QCOMPARE(trial.value(QStringLiteral("created")), 4);
    QVERIFY(trial.value(QStringLiteral("import")).isNull());
    QCOMPARE(trial.value(QStringLiteral("preview")).toArray().size(), 4);
    QVERIFY(!QFile::exists(m_terminal->workspace()));
    m_terminal->run({QStringLiteral("add"), QStringLiteral("name=Ana")});
    import(deals(), {QStringLiteral("--dry-run")});
    QCOMPARE(total(), 1);
}

void TestImportFiles::takesColumnsByHand()
{
    const QString file =
        m_terminal->file(QStringLiteral("odd.csv"), "Wer,x=y,Secret,Email\nMarta,Porto,12,marta@casa.example\nBo,Berlin,13,bo@b.example\n");
    const QJsonObject result = import(file,
                                      {QStringLiteral("--map"), QStringLiteral("Wer=name"), QStringLiteral("--map"),
                                       QStringLiteral("x=y=city"), QStringLiteral("--map"), QStringLiteral("Secret=ignore")});
    QCOMPARE(result.value(QStringLiteral("created")), 2);
    QCOMPARE(total(QStringLiteral("city:Porto")), 1);
    const QJsonObject lead =
        json({QStringLiteral("leads"), QStringLiteral("--filter=city:Porto")}).value(QStringLiteral("leads")).toArray().at(0).toObject();
    QCOMPARE(lead.value(QStringLiteral("name")), QStringLiteral("Marta"));
    QVERIFY(lead.value(QStringLiteral("notes")).isNull());
}

void TestImportFiles::takesColumnsThatNobodyKnows()
{
    const QString file = m_terminal->file(QStringLiteral("fair.csv"),
                                          "Bezugsmensch,Werkstatt,Gau\nAnna Berg,Ofenbau Berg,Bonn\nUte Lang,Backhaus Lang,Ulm\n");
    const Run refused = m_terminal->run({QStringLiteral("import"), file});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains(QStringLiteral("--map")), qPrintable(refused.err));
    const QStringList named{QStringLiteral("import"), file, QStringLiteral("--map"), QStringLiteral("Bezugsmensch=name"),
                            QStringLiteral("--dry-run")};
    QVERIFY(m_terminal->run(named).err.contains(QStringLiteral("--no-header"))); // it may have been a row
    const QJsonObject rows = import(
        file, {QStringLiteral("--no-header"), QStringLiteral("--map"), QStringLiteral("Column 1=name"), QStringLiteral("--dry-run")});
    QCOMPARE(rows.value(QStringLiteral("created")), 3);
    QCOMPARE(import(file, {QStringLiteral("--map"), QStringLiteral("Bezugsmensch=name")}).value(QStringLiteral("created")), 2);
    QCOMPARE(total(QStringLiteral("name:\"Anna Berg\"")), 1);
}

void TestImportFiles::readsTheEncodingAsAsked()
{
    const QString file = m_terminal->file(QStringLiteral("zakaznici.csv"), "Name,Email\nJi\xF8\xED,jiri@rehor.example\n");
    QCOMPARE(import(file, {QStringLiteral("--encoding=CP1250")}).value(QStringLiteral("created")), 1);
    QCOMPARE(total(QStringLiteral("name:Jiří")), 1);
    const Run wrong = m_terminal->run({QStringLiteral("import"), file, QStringLiteral("--encoding=klingon")});
    QCOMPARE(wrong.code, 2);
    QVERIFY(wrong.err.contains(QStringLiteral("“klingon” is no encoding that is known")));
}

void TestImportFiles::refusesAColumnThatIsNotThere()
{
    const Run run = m_terminal->run({QStringLiteral("import"), deals(), QStringLiteral("--map"), QStringLiteral("Nowhere=name")});
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains(QStringLiteral("deal_stage")), qPrintable(run.err));
    QVERIFY(!QFile::exists(m_terminal->workspace()));
}

void TestImportFiles::asksForTheOrderOfDates()
{
    const QString file =
        m_terminal->file(QStringLiteral("dates.csv"), "Name,Email,Created\nAna,ana@a.example,03/04/2026\nBo,bo@b.example,05/06/2026\n");
    const Run unclear = m_terminal->run({QStringLiteral("import"), file});
    QCOMPARE(unclear.code, 1);
    QVERIFY2(unclear.err.contains(QStringLiteral("--date-order")), qPrintable(unclear.err));
    QVERIFY(!QFile::exists(m_terminal->workspace()));
    QCOMPARE(import(file, {QStringLiteral("--date-order"), QStringLiteral("dmy")}).value(QStringLiteral("created")), 2);
    const QJsonObject found = json({QStringLiteral("search"), QStringLiteral("ana@a.example")});
    const QString created = found.value(QStringLiteral("leads")).toArray().at(0).toObject().value(QStringLiteral("created")).toString();
    QVERIFY2(created.startsWith(QStringLiteral("2026-04-03")), qPrintable(created));
}

void TestImportFiles::keepsRejectedRows()
{
    const QString file =
        m_terminal->file(QStringLiteral("some.csv"), "Name,Email,Company\nAna,ana@a.example,Alpha\n,,\n,not an address,\n");
    const QString rejects = m_terminal->path(QStringLiteral("bad.csv"));
    const Run run = m_terminal->run({QStringLiteral("--json"), QStringLiteral("import"), file, QStringLiteral("--rejects"), rejects});
    QCOMPARE(run.code, 3);
    QCOMPARE(run.json().value(QStringLiteral("created")), 1);
    const int rejected = run.json().value(QStringLiteral("rejected")).toInt();
    QVERIFY(rejected >= 1);
    QCOMPARE(run.json().value(QStringLiteral("rejectedRows")).toArray().size(), rejected);
    QVERIFY(m_terminal->bytesOf(QStringLiteral("bad.csv")).contains("not an address"));
}

void TestImportFiles::treatsMatchesAsAsked_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("city");
    QTest::addColumn<QString>("jobTitle");
    QTest::addColumn<int>("leads");
    QTest::newRow("skip") << QStringLiteral("skip") << QStringLiteral("Porto") << QString() << 1;
    QTest::newRow("fill") << QStringLiteral("fill") << QStringLiteral("Porto") << QStringLiteral("Baker") << 1;
    QTest::newRow("overwrite") << QStringLiteral("overwrite") << QStringLiteral("Berlin") << QStringLiteral("Baker") << 1;
    QTest::newRow("create") << QStringLiteral("create") << QStringLiteral("Porto") << QString() << 2;
}

void TestImportFiles::treatsMatchesAsAsked()
{
    QFETCH(QString, way);
    QFETCH(QString, city);
    QFETCH(QString, jobTitle);
    QFETCH(int, leads);
    const QString id =
        json({QStringLiteral("add"), QStringLiteral("name=Ana"), QStringLiteral("email=ana@a.example"), QStringLiteral("city=Porto")})
            .value(QStringLiteral("id"))
            .toString();
    const QString file = m_terminal->file(QStringLiteral("ana.csv"), "Name,Email,City,Job title\nAna,ana@a.example,Berlin,Baker\n");
    import(file, {QStringLiteral("--on-match"), way});
    const QJsonObject lead = json({QStringLiteral("show"), id});
    QCOMPARE(lead.value(QStringLiteral("city")).toString(), city);
    QCOMPARE(lead.value(QStringLiteral("jobTitle")).toString(), jobTitle);
    QCOMPARE(total(), leads);
}

void TestImportFiles::bringsCompanies()
{
    const QString file = m_terminal->file(QStringLiteral("accounts.csv"),
                                          "account,sector,year_established,revenue,employees,office_location,subsidiary_of\n"
                                          "Acme Corporation,technology,1996,1100.04,2822,United States,\n"
                                          "Betasoloin,medical,1999,251.41,495,Kenya,Acme Corporation\n");
    const QJsonObject result = import(file);
    QCOMPARE(result.value(QStringLiteral("records")), QStringLiteral("companies"));
    QCOMPARE(result.value(QStringLiteral("created")), 2);
    const QJsonObject companies = json({QStringLiteral("companies"), QStringLiteral("beta")});
    QCOMPARE(companies.value(QStringLiteral("total")), 1);
    const QJsonObject company = companies.value(QStringLiteral("companies")).toArray().at(0).toObject();
    QCOMPARE(company.value(QStringLiteral("industry")), QStringLiteral("medical"));
    QCOMPARE(company.value(QStringLiteral("employees")), 495);
    QCOMPARE(company.value(QStringLiteral("country")), QStringLiteral("Kenya"));
}

void TestImportFiles::refusesFilesThatAreNoTables_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("picture") << QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")
            + QByteArray(4000, '\0');
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank lines") << QByteArray("\n\n\n");
    QTest::newRow("endless line") << "Name,Email\n" + QByteArray(20 * 1024 * 1024, 'a');
    QTest::newRow("half of UTF-16") << QByteArray::fromHex("fffe")
            + QByteArray("N\0a\0m\0e\0,\0E\0m\0a\0i\0l\0\n\0A\0n\0a\0,\0a\0@\0a\0.\0d", 41);
    QTest::newRow("no usable column") << QByteArray("Weather,Mood\n1.5,2.5\n3.5,4.5\n");
}

void TestImportFiles::refusesFilesThatAreNoTables()
{
    QFETCH(QByteArray, bytes);
    const Run run = m_terminal->run({QStringLiteral("import"), m_terminal->file(QStringLiteral("file.csv"), bytes)});
    QVERIFY2(run.code == 1, qPrintable(run.out + run.err));
    QCOMPARE(run.out, QString());
    QVERIFY2(run.err.count(u'\n') == 1 && run.err.contains(QStringLiteral("file.csv")), qPrintable(run.err));
    QVERIFY(!QFile::exists(m_terminal->workspace()));
}

void TestImportFiles::leavesAWorkspaceAsItWasWhenAFileIsRefused()
{
    m_terminal->run({QStringLiteral("add"), QStringLiteral("name=Ana")});
    QCOMPARE(m_terminal->run({QStringLiteral("import"), m_terminal->path(QStringLiteral("nowhere.csv"))}).code, 1);
    QCOMPARE(m_terminal->run({QStringLiteral("import"), m_terminal->path(QString())}).code, 1);
    QCOMPARE(json({QStringLiteral("history")}).value(QStringLiteral("changes")).toArray().size(), 1);
    QCOMPARE(total(), 1);
}

void TestImportFiles::saysWhatAFolderIsFor()
{
    const Run run = m_terminal->run({QStringLiteral("import"), QDir::tempPath()});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(QStringLiteral("one by one")), qPrintable(run.err));
}

void TestImportFiles::leavesNothingWhenItIsStopped()
{
    QByteArray rows = "Name,Email\n";
    for (int i = 0; i < 300'000; ++i)
        rows += "Lead " + QByteArray::number(i) + ",lead" + QByteArray::number(i) + "@many.example\n";
    const QString file = m_terminal->file(QStringLiteral("many.csv"), rows);
    QProcess process;
    process.start(qEnvironmentVariable("KINDLING_CLI"),
                  {QStringLiteral("--workspace"), m_terminal->workspace(), QStringLiteral("import"), file});
    QTRY_VERIFY(QFile::exists(m_terminal->workspace()));
    // Meanwhile nobody else may write there.
    const Run second = m_terminal->run({QStringLiteral("leads")});
    QCOMPARE(second.code, 1);
    QVERIFY2(second.err.contains(QStringLiteral("another Kindling")), qPrintable(second.err));
    process.terminate();
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    QVERIFY(!QFile::exists(m_terminal->workspace()));
}

QTEST_GUILESS_MAIN(TestImportFiles)
#include "tst_cliimport.moc"
