// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The reports beside the funnel, as a script reads them.
class TestCliReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void peopleHaveRatesWithIntervals();
    void everyReportSaysWhatItCounted_data();
    void everyReportSaysWhatItCounted();
    void splitsByAnyChoice();
    void splitsRowsOfTheirOwn();
    void curvesHaveTheirSteps();
    void comparesTwoPeriods();
    void followsLeadsForSomeDays();
    void countsMoves();
    void comparesTheFunnel();
    void writesEveryReportIntoAFolder();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();

private:
    QJsonObject json(const QString &line) const { return m_terminal.json(line.split(u' ')); }

    Terminal m_terminal;
};

void TestCliReports::initTestCase()
{
    // Ann: two won after 10 and 20 days, one lost after 30. Ben: one lost. Cleo: one open.
    const QString file = m_terminal.file(u"deals.csv"_s,
                                         "opportunity_id,sales_agent,account,deal_stage,created,close_date,close_value,source\n"
                                         "1,Ann,Alpha,Won,2026-01-01,2026-01-11,100,Web\n"
                                         "2,Ann,Beta,Won,2026-03-20,2026-04-09,200,Web\n"
                                         "3,Ann,Gamma,Lost,2026-02-01,2026-03-03,,Fair\n"
                                         "4,Ben,Delta,Lost,2026-02-01,2026-02-15,,Web\n"
                                         "5,Cleo,Epsilon,Proposal,2026-02-01,,300,\n");
    const Run run = m_terminal.run({u"import"_s, file});
    QVERIFY2(run.code == 0, qPrintable(run.err));
}

void TestCliReports::peopleHaveRatesWithIntervals()
{
    const QJsonObject report = json(u"report people"_s);
    const QJsonObject ann = rowNamed(report, u"Ann"_s);
    QCOMPARE(ann.value(u"won"_s).toInt(), 2);
    const QJsonObject rate = ann.value(u"winRate"_s).toObject();
    QCOMPARE(rate.value(u"hits"_s).toInt(), 2);
    QCOMPARE(rate.value(u"of"_s).toInt(), 3);
    // Wilson, 2 of 3.
    QVERIFY(std::abs(rate.value(u"low"_s).toDouble() - 0.2076596) < 1e-6);
    QVERIFY(std::abs(rate.value(u"high"_s).toDouble() - 0.9385081) < 1e-6);
    QCOMPARE(ann.value(u"cycleWon"_s).toDouble(), 15.0); // 10 and 20, the second over a change of the clocks
    QCOMPARE(ann.value(u"cycleLost"_s).toDouble(), 30.0);
    QCOMPARE(ann.value(u"wonValue"_s).toObject().value(u"amount"_s).toString(), u"300.00"_s);
    QCOMPARE(report.value(u"total"_s).toObject().value(u"winRate"_s).toObject().value(u"of"_s).toInt(), 4);
    const Run text = m_terminal.run({u"report"_s, u"people"_s});
    QVERIFY(text.out.contains(u"66.7 %"_s));
    QVERIFY(text.out.contains(u"Wilson"_s));
}

void TestCliReports::everyReportSaysWhatItCounted_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"people", "sources", "insights", "conversion", "stages", "velocity", "reasons", "response", "trend"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestCliReports::everyReportSaysWhatItCounted()
{
    QFETCH(QString, name);
    const QJsonObject report = json(u"report "_s + name);
    QCOMPARE(report.value(u"report"_s).toString(), name);
    QVERIFY(report.value(u"definition"_s).toString().size() > 40);
    QVERIFY(report.value(u"rows"_s).isArray());
    QVERIFY(!report.value(u"asOf"_s).toString().isEmpty());
    QCOMPARE(m_terminal.run({u"report"_s, name}).code, 0);
}

void TestCliReports::splitsByAnyChoice()
{
    const QJsonObject report = json(u"report people --by source"_s);
    QCOMPARE(rowNamed(report, u"Web"_s).value(u"won"_s).toInt(), 2);
    QCOMPARE(rowNamed(report, u"Fair"_s).value(u"lost"_s).toInt(), 1);
    QCOMPARE(rowNamed(report, u"No source"_s).value(u"open"_s).toInt(), 1);
}

void TestCliReports::splitsRowsOfTheirOwn()
{
    const auto leadsOf = [](const QJsonArray &rows, const QString &group) {
        qint64 leads = -1;
        for (const QJsonValue &row : rows) {
            if (row.toObject().value(u"group"_s).toString() == group)
                leads = std::max(leads, row.toObject().value(u"leads"_s).toInteger());
        }
        return leads;
    };
    // The funnel of each source begins with all its leads, and these are all there are.
    const QJsonObject funnel = json(u"report funnel --by source"_s);
    QCOMPARE(funnel.value(u"split"_s).toObject().value(u"by"_s).toString(), u"Source"_s);
    const QJsonArray split = funnel.value(u"split"_s).toObject().value(u"rows"_s).toArray();
    const qint64 all = leadsOf(split, u"Web"_s) + leadsOf(split, u"Fair"_s) + leadsOf(split, u"No source"_s);
    QCOMPARE(all, funnel.value(u"total"_s).toInteger());
    QVERIFY(m_terminal.run(u"report funnel --by source"_s.split(u' ')).out.contains(u" · Web"_s));
    QVERIFY(!json(u"report funnel"_s).contains(u"split"_s));
    const QJsonObject compared = json(u"report funnel --by source --from 2026-02 --compare-to 2026-01"_s);
    QVERIFY(compared.value(u"split"_s).toObject().value(u"rows"_s).toArray().first().toObject().contains(u"before"_s));
    for (const char *name : {"trend", "stages", "reasons", "response"}) {
        const QJsonObject report = json(u"report %1 --by source"_s.arg(QLatin1String(name)));
        const QJsonArray rows = report.value(u"rows"_s).toArray();
        QVERIFY2(!rows.isEmpty(), name);
        for (const QJsonValue &row : rows)
            QVERIFY2(!row.toObject().value(u"group"_s).toString().isEmpty(), name);
    }
}

void TestCliReports::curvesHaveTheirSteps()
{
    const QJsonObject report = json(u"report conversion --by owner --filter owner:Ann"_s);
    const QJsonArray steps = report.value(u"curves"_s).toArray().first().toObject().value(u"steps"_s).toArray();
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps.first().toObject().value(u"day"_s).toDouble(), 10.0);
    QVERIFY(std::abs(steps.first().toObject().value(u"share"_s).toDouble() - 1.0 / 3) < 1e-9);
    QCOMPARE(steps.first().toObject().value(u"atRisk"_s).toInt(), 3); // the lost one is among those who have not bought
}

void TestCliReports::comparesTwoPeriods()
{
    const QJsonObject report = json(u"report people --from 2026-Q2 --to 2026-Q2 --compare-from 2026-Q1 --compare-to 2026-Q1"_s);
    QCOMPARE(rowNamed(report, u"Ann"_s).value(u"won"_s).toInt(), 1);
    QCOMPARE(rowNamed(report.value(u"before"_s).toObject(), u"Ann"_s).value(u"won"_s).toInt(), 1);
    QCOMPARE(rowNamed(report.value(u"before"_s).toObject(), u"Ann"_s).value(u"lost"_s).toInt(), 1);
}

void TestCliReports::followsLeadsForSomeDays()
{
    const auto customers = [&](const QString &line) {
        return json(line).value(u"steps"_s).toArray().last().toObject().value(u"count"_s).toInt();
    };
    QCOMPARE(customers(u"report funnel"_s), 2);
    QCOMPARE(customers(u"report funnel --within 15"_s), 1); // the other took twenty days
    QCOMPARE(json(u"report funnel --within 15"_s).value(u"withinDays"_s).toInt(), 15);
}

void TestCliReports::countsMoves()
{
    const QJsonObject report = json(u"report funnel --basis events --from 2026-Q2 --to 2026-Q2"_s);
    QCOMPARE(report.value(u"basis"_s).toString(), u"events"_s);
    QCOMPARE(report.value(u"steps"_s).toArray().last().toObject().value(u"count"_s).toInt(), 1);
}

void TestCliReports::comparesTheFunnel()
{
    const QJsonObject report = json(u"report funnel --from 2026-02 --to 2026-02 --compare-from 2026-01 --compare-to 2026-01"_s);
    QCOMPARE(report.value(u"total"_s).toInt(), 3);
    QCOMPARE(report.value(u"before"_s).toObject().value(u"total"_s).toInt(), 1);
    QCOMPARE(report.value(u"before"_s).toObject().value(u"won"_s).toInt(), 1);
    QVERIFY(m_terminal.run(u"report funnel --from 2026-02 --compare-to 2026-01"_s.split(u' ')).out.contains(u"Before, for comparison"_s));
    // Months are laid beside each other by their place in the period.
    const QJsonObject trend = json(u"report trend --from 2026-02 --to 2026-03 --compare-from 2025-12 --compare-to 2026-01"_s);
    const QJsonArray now = trend.value(u"rows"_s).toArray();
    const QJsonArray before = trend.value(u"before"_s).toObject().value(u"rows"_s).toArray();
    QCOMPARE(now.size(), 2);
    QCOMPARE(before.size(), 2);
    QCOMPARE(before.at(1).toObject().value(u"name"_s), now.at(1).toObject().value(u"name"_s));
    QCOMPARE(now.at(0).toObject().value(u"leads"_s).toInt(), 3);
    QCOMPARE(before.at(0).toObject().value(u"leads"_s).toInt(), 0); // December
    QCOMPARE(before.at(1).toObject().value(u"leads"_s).toInt(), 1); // January
}

void TestCliReports::writesEveryReportIntoAFolder()
{
    const QString folder = m_terminal.path(u"out/reports"_s);
    const QJsonObject written = m_terminal.json({u"report"_s, u"all"_s, u"--from"_s, u"2026"_s, u"-o"_s, folder});
    const QJsonArray files = written.value(u"files"_s).toArray();
    QVERIFY(files.contains(u"funnel.csv"_s) && files.contains(u"moves.json"_s));
    for (const QJsonValue &name : files) {
        const QByteArray bytes = m_terminal.bytesOf(u"out/reports/"_s + name.toString());
        QVERIFY2(!bytes.isEmpty(), qPrintable(name.toString()));
        if (name.toString().endsWith(u".json"_s))
            QVERIFY2(!QJsonDocument::fromJson(bytes).object().isEmpty(), qPrintable(name.toString()));
    }
    QVERIFY(m_terminal.bytesOf(u"out/reports/people.csv"_s).contains("Ann"));
    QCOMPARE(m_terminal.run({u"report"_s, u"all"_s, u"-o"_s, folder}).code, 0); // again, in their place
    const QString file = m_terminal.file(u"taken"_s, "a file");
    QCOMPARE(m_terminal.run({u"report"_s, u"all"_s, u"-o"_s, file}).code, 1);
}

void TestCliReports::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("field of many values") << u"report people --by notes"_s << u"notes"_s;
    QTest::newRow("rows of its own") << u"report campaigns --by region"_s << u"cannot be split"_s;
    QTest::newRow("a funnel of many values") << u"report funnel --by notes"_s << u"notes"_s;
    QTest::newRow("what its rows are") << u"report reasons --by reason"_s << u"already"_s;
    QTest::newRow("a forecast by place") << u"report forecast --by city"_s << u"owner"_s;
    QTest::newRow("unknown chart") << u"dashboard add nonsense"_s << u"funnel"_s;
    QTest::newRow("too few questions") << u"framework save CHAMP Money"_s << u"three to seven"_s;
    QTest::newRow("goal of nobody") << u"goal set 2026-03 500 --for Nobody"_s << u"Ann"_s;
    QTest::newRow("a rate into itself") << u"rate add EUR 1.0"_s << u"needs no rate"_s;
    QTest::newRow("unknown basis") << u"report people --basis snapshot"_s << u"cohort, events"_s;
    QTest::newRow("unknown goal") << u"report conversion --goal wedding"_s << u"customer, qualified"_s;
    QTest::newRow("a snapshot has no time") << u"report funnel --basis snapshot --within 30"_s << u"cohort"_s;
    QTest::newRow("unknown order") << u"report funnel --order random"_s << u"may-skip, must-pass"_s;
    QTest::newRow("no folder") << u"report all"_s << u"-o FOLDER"_s;
    QTest::newRow("days") << u"report funnel --within none"_s << u"--within"_s;
}

void TestCliReports::refusesWhatMakesNoSense()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    const Run run = m_terminal.run(line.split(u' '));
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains(says), qPrintable(run.err));
}

QTEST_GUILESS_MAIN(TestCliReports)
#include "tst_clireports.moc"
