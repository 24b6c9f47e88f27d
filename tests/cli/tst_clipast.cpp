// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Past days on the command line: `--as-of`, and what moved between two of them.
class TestCliPast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void leadsOfThatDay();
    void boardOfThatDay();
    void oneLeadOfThatDay();
    void reportsOfThatDay();
    void whatMoved();
    void saysThatItIsThePast();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();

private:
    QJsonObject json(const QString &line) const { return m_terminal.json(line.split(u' ')); }

    Terminal m_terminal;
};

void TestCliPast::initTestCase()
{
    // Alpha won on 11 January, Beta lost on 3 March, Gamma open since 1 February.
    const QString file = m_terminal.file(u"deals.csv"_s,
                                         "opportunity_id,sales_agent,account,deal_stage,created,close_date,close_value\n"
                                         "1,Ann,Alpha,Won,2026-01-01,2026-01-11,100\n"
                                         "2,Ann,Beta,Lost,2026-02-01,2026-03-03,200\n"
                                         "3,Ben,Gamma,Proposal,2026-02-01,,300\n");
    const Run run = m_terminal.run({u"import"_s, file});
    QVERIFY2(run.code == 0, qPrintable(run.err));
}

void TestCliPast::leadsOfThatDay()
{
    QCOMPARE(json(u"leads --as-of 2025-12-31"_s).value(u"total"_s).toInt(), 0);
    QCOMPARE(json(u"leads --as-of 2026-01-05"_s).value(u"total"_s).toInt(), 1);
    QCOMPARE(json(u"--as-of 2026-02 leads --filter outcome:open"_s).value(u"total"_s).toInt(), 2);
    QCOMPARE(json(u"leads --as-of 2026-03-03 --filter outcome:open"_s).value(u"total"_s).toInt(), 1);
    const QJsonObject alpha = json(u"leads --as-of 2026-01-05"_s).value(u"leads"_s).toArray().first().toObject();
    QCOMPARE(alpha.value(u"outcome"_s).toString(), u"open"_s);
}

void TestCliPast::boardOfThatDay()
{
    QCOMPARE(json(u"board --as-of 2026-02-15"_s).value(u"total"_s).toInt(), 2);
    QCOMPARE(json(u"board"_s).value(u"total"_s).toInt(), 1);
    QVERIFY(json(u"board --as-of 2026-02-15"_s).value(u"asOf"_s).toString().startsWith(u"2026-02-15T23:59:59"_s));
}

void TestCliPast::oneLeadOfThatDay()
{
    const QString id = json(u"leads --filter company:Beta"_s).value(u"leads"_s).toArray().first().toObject().value(u"id"_s).toString();
    QCOMPARE(json(u"show "_s + id).value(u"outcome"_s).toString(), u"lost"_s);
    QCOMPARE(json(u"show --as-of 2026-02-15 "_s + id).value(u"outcome"_s).toString(), u"open"_s);
    QCOMPARE(m_terminal.run({u"show"_s, id, u"--as-of"_s, u"2026-01-15"_s}).code, 1);
}

void TestCliPast::reportsOfThatDay()
{
    const QJsonObject funnel = json(u"report funnel --as-of 2026-02-15"_s);
    QCOMPARE(funnel.value(u"total"_s).toInt(), 3);
    QCOMPARE(funnel.value(u"won"_s).toInt(), 1);
    QCOMPARE(funnel.value(u"lost"_s).toInt(), 0);
    QCOMPARE(funnel.value(u"open"_s).toInt(), 2);
    QCOMPARE(rowNamed(json(u"report people --as-of 2026-02-15"_s), u"Ann"_s).value(u"lost"_s).toInt(), 0);
    QCOMPARE(rowNamed(json(u"report people"_s), u"Ann"_s).value(u"lost"_s).toInt(), 1);
}

void TestCliPast::whatMoved()
{
    const QJsonObject report = json(u"report moves --from 2026-01-11 --to 2026-03 --by outcome"_s);
    const QJsonObject open = rowNamed(report, u"Open"_s);
    QCOMPARE(open.value(u"then"_s).toInt(), 1); // Alpha, on the evening of the 10th
    QCOMPARE(open.value(u"cameIn"_s).toInt(), 1); // Gamma
    QCOMPARE(open.value(u"movedOut"_s).toInt(), 1);
    QCOMPARE(open.value(u"now"_s).toInt(), 1);
    QCOMPARE(rowNamed(report, u"Won"_s).value(u"movedIn"_s).toInt(), 1);
    QCOMPARE(rowNamed(report, u"Lost"_s).value(u"cameIn"_s).toInt(), 1); // Beta came and went between
    QCOMPARE(report.value(u"notes"_s).toArray().first().toString(), u"Open → Won: 1"_s);
}

void TestCliPast::saysThatItIsThePast()
{
    QVERIFY(m_terminal.run({u"leads"_s, u"--as-of"_s, u"2026-02-15"_s}).out.contains(u"evening of 15 Feb 2026"_s));
    QVERIFY(m_terminal.run({u"board"_s, u"--as-of"_s, u"2026-02-15"_s}).out.contains(u"is not known"_s));
    QVERIFY(!m_terminal.run({u"leads"_s}).out.contains(u"evening"_s));
}

void TestCliPast::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("a day to come") << u"leads --as-of 2999-01-01"_s << u"2999-01-01"_s;
    QTest::newRow("no day") << u"leads --as-of yesterday"_s << u"2026-03-01"_s;
    QTest::newRow("nobody changes the past") << u"add name=Marta --as-of 2026-01-05"_s << u"add"_s;
    QTest::newRow("what was planned") << u"leads --as-of 2026-02-15 --filter nextFollowUp:none"_s << u"past day"_s;
    QTest::newRow("no stays") << u"report moves --from 2026-01 --by city"_s << u"City"_s;
}

void TestCliPast::refusesWhatMakesNoSense()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    const Run run = m_terminal.run(line.split(u' '));
    QVERIFY(run.code != 0);
    QVERIFY2(run.err.contains(says), qPrintable(run.err));
}

QTEST_GUILESS_MAIN(TestCliPast)
#include "tst_clipast.moc"
