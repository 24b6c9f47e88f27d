// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Campaigns, magnets, channels and rates, by the commands that a script would use.
class TestCampaigns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_terminal.reset(); }

    void plansSpendsAndReports();
    void refusesWhatCannotBe();
    void notesWhoTookAMagnet();
    void addsCurrenciesAtARate();
    void forecastsAgainstGoals();

private:
    QJsonObject json(const QStringList &words) const { return m_terminal->json(words); }
    int code(const QStringList &words) const { return m_terminal->run(words).code; }

    std::unique_ptr<Terminal> m_terminal;
};

void TestCampaigns::init()
{
    m_terminal = std::make_unique<Terminal>();
    QCOMPARE(code({u"init"_s}), 0);
}

void TestCampaigns::plansSpendsAndReports()
{
    const QJsonObject made = json({u"campaign"_s, u"add"_s, u"Fair"_s, u"--channel"_s, u"Trade fair"_s, u"--from"_s, u"2026-03"_s,
                                   u"--to"_s, u"2026-03"_s, u"--budget"_s, u"4000"_s, u"--goal-leads"_s, u"60"_s});
    QVERIFY(!made.value(u"id"_s).toString().isEmpty());
    QCOMPARE(made.value(u"from"_s).toString(), u"2026-03-01"_s);
    QCOMPARE(made.value(u"to"_s).toString(), u"2026-03-31"_s);
    QVERIFY(made.value(u"cost"_s).isNull()); // unknown, not zero
    json({u"add"_s, u"name=Ada"_s, u"campaign=Fair"_s, u"value=1000"_s});
    const QString ada = json({u"add"_s, u"name=Bob"_s, u"campaign=Fair"_s, u"value=1000"_s}).value(u"id"_s).toString();
    QCOMPARE(code({u"move"_s, ada, u"--outcome"_s, u"won"_s}), 0);
    const QJsonObject spent = json({u"campaign"_s, u"cost"_s, u"Fair"_s, u"400"_s, u"--date"_s, u"2026-02-01"_s, u"--note"_s, u"Stand"_s});
    QCOMPARE(spent.value(u"costs"_s).toArray().first().toObject().value(u"date"_s).toString(), u"2026-02-01"_s);
    const QJsonObject row = json({u"report"_s, u"campaigns"_s}).value(u"rows"_s).toArray().first().toObject();
    QCOMPARE(row.value(u"leads"_s).toInt(), 2);
    QCOMPARE(row.value(u"won"_s).toInt(), 1);
    QCOMPARE(row.value(u"costPerLead"_s).toObject().value(u"amount"_s).toString(), u"200.00"_s);
    QCOMPARE(row.value(u"return"_s).toDouble(), 1.5);
    QVERIFY(m_terminal->run({u"campaign"_s, u"show"_s, u"fair"_s}).out.contains(u"Stand"_s));
    QVERIFY(m_terminal->run({u"campaign"_s}).out.contains(u"Trade fair"_s));
    QCOMPARE(code({u"campaign"_s, u"edit"_s, u"Fair"_s, u"--name"_s, u"Spring fair"_s, u"--budget"_s, u""_s}), 0);
    QVERIFY(json({u"campaign"_s, u"show"_s, u"Spring fair"_s}).value(u"budget"_s).isNull());
    QCOMPARE(code({u"campaign"_s, u"remove"_s, u"Spring fair"_s}), 0);
    QCOMPARE(code({u"undo"_s}), 0);
    QCOMPARE(json({u"campaign"_s, u"show"_s, u"Spring fair"_s}).value(u"costs"_s).toArray().size(), 1);
}

void TestCampaigns::refusesWhatCannotBe()
{
    QCOMPARE(code({u"campaign"_s, u"show"_s, u"Nowhere"_s}), 1);
    QCOMPARE(code({u"campaign"_s, u"add"_s}), 2);
    QCOMPARE(code({u"campaign"_s, u"cost"_s, u"Fair"_s, u"much"_s}), 1);
    QCOMPARE(code({u"campaign"_s, u"add"_s, u"Fair"_s, u"--from"_s, u"soon"_s}), 2);
    QCOMPARE(code({u"campaign"_s, u"magnet"_s, u"Guide"_s, u"--kind"_s, u"magic"_s}), 2);
    QCOMPARE(code({u"report"_s, u"campaigns"_s, u"--credit"_s, u"middle"_s}), 2);
    QCOMPARE(code({u"campaign"_s, u"dance"_s}), 2);
}

void TestCampaigns::notesWhoTookAMagnet()
{
    const QString ada = json({u"add"_s, u"name=Ada"_s, u"source=Paid search"_s}).value(u"id"_s).toString();
    QCOMPARE(code({u"campaign"_s, u"channel"_s, u"Paid search"_s, u"Online"_s}), 0);
    QCOMPARE(
        json({u"campaign"_s, u"magnet"_s, u"Guide"_s, u"--kind"_s, u"webinar"_s, u"--campaign"_s, u"Fair"_s}).value(u"kind"_s).toString(),
        u"webinar"_s);
    QCOMPARE(json({u"log"_s, ada, u"webinar"_s, u"--magnet"_s, u"Guide"_s}).value(u"magnet"_s).toString(), u"Guide"_s);
    const QJsonArray touches = json({u"campaign"_s, u"touches"_s, ada}).value(u"touches"_s).toArray();
    QCOMPARE(touches.size(), 2);
    QCOMPARE(touches.at(1).toObject().value(u"campaign"_s).toString(), u"Fair"_s);
    const QJsonArray last = json({u"report"_s, u"campaigns"_s, u"--credit"_s, u"last"_s}).value(u"rows"_s).toArray();
    QCOMPARE(last.first().toObject().value(u"name"_s).toString(), u"Fair"_s);
    const QJsonArray rows = json({u"report"_s, u"sources"_s, u"--channels"_s}).value(u"rows"_s).toArray();
    QCOMPARE(rows.first().toObject().value(u"name"_s).toString(), u"Online"_s);
}

void TestCampaigns::addsCurrenciesAtARate()
{
    json({u"add"_s, u"name=Ada"_s, u"campaign=Fair"_s});
    json({u"campaign"_s, u"cost"_s, u"Fair"_s, u"100 EUR"_s});
    json({u"campaign"_s, u"cost"_s, u"Fair"_s, u"100 USD"_s});
    const auto cost = [this] { return json({u"report"_s, u"campaigns"_s}).value(u"rows"_s).toArray().first().toObject().value(u"cost"_s); };
    QCOMPARE(cost().toArray().size(), 2); // apart
    const QString currency = json({u"rate"_s, u"add"_s, u"USD"_s, u"0.9"_s, u"--in"_s, u"EUR"_s})
                                 .value(u"rates"_s)
                                 .toArray()
                                 .first()
                                 .toObject()
                                 .value(u"currency"_s)
                                 .toString();
    QCOMPARE(currency, u"USD"_s);
    QCOMPARE(code({u"rate"_s, u"add"_s, u"USD"_s, u"none"_s}), 1);
    QCOMPARE(code({u"rate"_s, u"add"_s, u"XX"_s, u"1"_s}), 1);
}

void TestCampaigns::forecastsAgainstGoals()
{
    QCOMPARE(code({u"team"_s, u"add"_s, u"Ines"_s}), 0);
    const QJsonArray goals = json({u"goal"_s, u"set"_s, u"2026-Q1"_s, u"12000 EUR"_s, u"--for"_s, u"Ines"_s}).value(u"goals"_s).toArray();
    QCOMPARE(goals.size(), 3);
    QCOMPARE(goals.at(2).toObject().value(u"month"_s).toString(), u"2026-03"_s);
    QCOMPARE(code({u"goal"_s, u"remove"_s, u"2026-02"_s, u"--for"_s, u"Ines"_s}), 0);
    QCOMPARE(json({u"goal"_s}).value(u"goals"_s).toArray().size(), 2);
    QCOMPARE(code({u"goal"_s, u"set"_s, u"soon"_s, u"1"_s}), 2);
    json({u"add"_s, u"name=Ada"_s, u"value=1000"_s});
    const QJsonObject forecast = json({u"report"_s, u"forecast"_s});
    QCOMPARE(forecast.value(u"rows"_s).toArray().size(), 6);
    QVERIFY(forecast.value(u"total"_s).toObject().value(u"expected"_s).isNull()); // one lead is no history
    QVERIFY(forecast.value(u"sentence"_s).toString().contains(u"too little history"_s));
    QCOMPARE(code({u"forecast"_s, u"keep"_s}), 0);
    QCOMPARE(json({u"forecast"_s}).value(u"forecasts"_s).toArray().size(), 1);
    QCOMPARE(code({u"report"_s, u"grades"_s}), 0);
    QCOMPARE(code({u"report"_s, u"forecast"_s, u"--by"_s, u"owner"_s}), 0);
}

QTEST_GUILESS_MAIN(TestCampaigns)

#include "tst_clicampaigns.moc"
