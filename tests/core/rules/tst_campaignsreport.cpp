// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/reportedleads.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// By day since 1 January 1970:
///
///   lead  campaign  created  stays                    outcome  value
///   0     Fair      1        Prospect 1–5, Sq 5–      won 11   1,000 EUR
///   1     Fair      2        Prospect 2–              lost 22
///   2     Web       3        Prospect 3–13, Mq 13–    open
///   3     Fair      50       Prospect 50–             open
///   4     –         4        Prospect 4–              won 8    500 USD
///
/// Spent: 300 EUR for Fair on day 0 and 100 on day 60; 50 EUR on day 10 for Post, which has no lead. Of Web nothing is known.
struct Business : ReportedLeads
{
    std::vector<quint32> everybody{0, 1, 2, 3, 4};
    std::vector<QString> names{{}, u"Fair"_s, u"Web"_s, u"Post"_s};
    std::vector<quint32> groups{1, 1, 2, 1, 0};
    std::vector<LeadCredit> credits{{0, 1}, {1, 1}, {2, 2}, {3, 1}, {4, 0}};
    std::vector<GroupCost> costs{{1, 0, {30'000, u"EUR"_s}}, {1, 60 * day, {10'000, u"EUR"_s}}, {3, 10 * day, {5'000, u"EUR"_s}}};
    std::vector<ExchangeRate> rates;
    LocalDays days{QTimeZone::utc(), 0, 100 * day};

    Business()
    {
        leads = {{1 * day, Sq, Outcome::Won, 11 * day, 100'000, 0},
                 {2 * day, Prospect, Outcome::Lost, 22 * day, 0, 0},
                 {3 * day, Mq, Outcome::Open, 3 * day, 0, 0},
                 {50 * day, Prospect, Outcome::Open, 50 * day, 0, 0},
                 {4 * day, Prospect, Outcome::Won, 8 * day, 50'000, 1}};
        stays = {{0, Prospect, 1 * day, 5 * day},  {0, Sq, 5 * day, ongoing},  {1, Prospect, 2 * day, ongoing},
                 {2, Prospect, 3 * day, 13 * day}, {2, Mq, 13 * day, ongoing}, {3, Prospect, 50 * day, ongoing},
                 {4, Prospect, 4 * day, ongoing}};
        stayBegin = {0, 2, 3, 5, 6, 7};
        chosen = {0, 1, 2, 3, 4};
    }

    Figures ask(ReportQuery query) const
    {
        const MoneyExchange exchange(rates, u"EUR"_s, QTimeZone::utc());
        ReportInput input = reported();
        input.everybody = everybody;
        input.groups = groups;
        input.groupNames = names;
        input.groupLabel = query.kind == ReportKind::Campaigns ? u"Campaign"_s : u"Source"_s;
        input.credits = credits;
        input.costs = costs;
        input.exchange = &exchange;
        input.marketingStep = Mq;
        input.qualifiedStep = Sq;
        input.days = &days;
        query.asOf = 100 * day;
        if (query.until == 0)
            query.until = query.asOf + 1;
        return report(input, query);
    }
};

ReportQuery campaigns(ReportQuery::Basis basis = ReportQuery::Basis::Entered, qint64 untilDay = 0)
{
    ReportQuery query;
    query.kind = ReportKind::Campaigns;
    query.basis = basis;
    query.until = untilDay * day;
    return query;
}

QString figure(const Figures &figures, const QString &row, const QString &column)
{
    return inWords(at(figures, row, column));
}

QString line(const Figures &figures, const QString &row)
{
    QStringList texts;
    for (const FigureColumn &column : figures.columns)
        texts += figure(figures, row, column.key);
    return texts.join(u" | "_s);
}

} // namespace

/// What campaigns brought and cost, with every figure worked out by hand from the table above.
class TestCampaignsReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAndDivides();
    void anUnknownCostIsNoZero();
    void leadsOfThePeriodBearTheirPart();
    void moneyOfThePeriodAgainstWhatHappened();
    void currenciesAreAddedOnlyAtARate();
    void aLeadMayCountForSeveral();
    void filteredLeadsBearOnlyTheirPart();
    void everyFigureOpensItsLeads();
    void sourcesSayWhatTheyCost();
    void nothingIsNothing();
};

void TestCampaignsReport::countsAndDivides()
{
    const Figures figures = Business().ask(campaigns());
    QCOMPARE(line(figures, u"Fair"_s), u"3 | 1 | 1 | 1 | € 1,000 | € 400 | € 133.33 | € 400 | € 400 | € 400 | +150 %"_s);
    QCOMPARE(figures.sentence, u"Fair brought back most for its money: +150 %; Post least: -100 %."_s);
    QVERIFY(figures.definition.contains(u"leads created in the period"_s));
    // All: the cost of 450 is compared with the three leads and the 1,000 of the campaigns whose costs are known.
    QCOMPARE(figure(figures, u"All"_s, u"leads"_s), u"5"_s);
    QCOMPARE(figure(figures, u"All"_s, u"cost"_s), u"€ 450"_s);
    QCOMPARE(figure(figures, u"All"_s, u"costPerLead"_s), u"€ 150"_s);
    QCOMPARE(figure(figures, u"All"_s, u"return"_s), u"+122 %"_s);
}

void TestCampaignsReport::anUnknownCostIsNoZero()
{
    const Figures figures = Business().ask(campaigns());
    QCOMPARE(line(figures, u"Web"_s), u"1 | 1 | 0 | 0 | – | – | – | – | – | – | –"_s);
    QCOMPARE(figure(figures, u"Post"_s, u"cost"_s), u"€ 50"_s);
    QCOMPARE(figure(figures, u"Post"_s, u"costPerLead"_s), u"–"_s); // nobody to divide by
    QCOMPARE(figure(figures, u"No campaign"_s, u"cost"_s), u"–"_s);
    Business free;
    free.costs = {{1, 0, {0, u"EUR"_s}}}; // known to be nothing
    QCOMPARE(figure(free.ask(campaigns()), u"Fair"_s, u"costPerLead"_s), u"€ 0"_s);
    QCOMPARE(figure(free.ask(campaigns()), u"Fair"_s, u"return"_s), u"–"_s);
}

void TestCampaignsReport::leadsOfThePeriodBearTheirPart()
{
    // Of three leads two came before day 10: they bear two thirds of the 400.
    const Figures figures = Business().ask(campaigns(ReportQuery::Basis::Entered, 10));
    QCOMPARE(figure(figures, u"Fair"_s, u"leads"_s), u"2"_s);
    QCOMPARE(figure(figures, u"Fair"_s, u"cost"_s), u"€ 266.67"_s);
    QCOMPARE(figure(figures, u"Fair"_s, u"costPerLead"_s), u"€ 133.34"_s); // 266.67 / 2
    QCOMPARE(figure(figures, u"Fair"_s, u"won"_s), u"1"_s); // on day 11, but it came in before
}

void TestCampaignsReport::moneyOfThePeriodAgainstWhatHappened()
{
    const Figures figures = Business().ask(campaigns(ReportQuery::Basis::Happened, 10));
    QCOMPARE(figure(figures, u"Fair"_s, u"cost"_s), u"€ 300"_s);
    QCOMPARE(figure(figures, u"Fair"_s, u"mql"_s), u"1"_s); // on day 5
    QCOMPARE(figure(figures, u"Fair"_s, u"won"_s), u"0"_s); // on day 11
    QCOMPARE(figure(figures, u"Web"_s, u"mql"_s), u"0"_s); // on day 13
    QCOMPARE(figure(figures, u"Post"_s, u"cost"_s), u"€ 0"_s); // known, and spent on day 10, which is not in it
    QVERIFY(figures.definition.contains(u"money spent in the period"_s));
}

void TestCampaignsReport::currenciesAreAddedOnlyAtARate()
{
    Business business;
    business.costs.push_back({1, 0, {10'000, u"USD"_s}});
    const Figures apart = business.ask(campaigns());
    QCOMPARE(figure(apart, u"Fair"_s, u"cost"_s), u"€ 400 + $ 100"_s);
    QCOMPARE(figure(apart, u"Fair"_s, u"return"_s), u"–"_s);
    QCOMPARE(apart.notes.size(), 1);
    QVERIFY(apart.notes.front().contains(u"USD"_s));
    business.rates = {{{}, u"USD"_s, u"EUR"_s, QDate(1970, 1, 1), Decimal{900'000}}};
    const Figures together = business.ask(campaigns());
    QCOMPARE(figure(together, u"Fair"_s, u"cost"_s), u"€ 490"_s);
    QCOMPARE(figure(together, u"Fair"_s, u"return"_s), u"+104 %"_s); // 510 / 490
    QCOMPARE(figure(together, u"No campaign"_s, u"revenue"_s), u"€ 450"_s);
    QVERIFY(together.notes.isEmpty());
}

void TestCampaignsReport::aLeadMayCountForSeveral()
{
    Business business;
    business.credits = {{0, 1}, {0, 2}, {1, 1}, {2, 2}, {3, 1}, {4, 0}};
    ReportQuery query = campaigns();
    query.credit = ReportQuery::Credit::Every;
    const Figures figures = business.ask(query);
    QCOMPARE(figure(figures, u"Fair"_s, u"won"_s), u"1"_s);
    QCOMPARE(figure(figures, u"Web"_s, u"won"_s), u"1"_s);
    QCOMPARE(figure(figures, u"All"_s, u"leads"_s), u"5"_s); // each once
    QCOMPARE(figure(figures, u"All"_s, u"won"_s), u"2"_s);
}

void TestCampaignsReport::filteredLeadsBearOnlyTheirPart()
{
    Business business;
    business.chosen = {0};
    QCOMPARE(figure(business.ask(campaigns()), u"Fair"_s, u"cost"_s), u"€ 133.33"_s);
    const Figures spent = business.ask(campaigns(ReportQuery::Basis::Happened));
    QCOMPARE(figure(spent, u"Fair"_s, u"cost"_s), u"€ 400"_s);
    QCOMPARE(spent.notes.size(), 1); // and says that they are those of all
}

void TestCampaignsReport::everyFigureOpensItsLeads()
{
    const Figures figures = Business().ask(campaigns());
    QCOMPARE(figures.rows.front().name, u"Fair"_s); // most leads first
    QCOMPARE(figures.rows.back().name, u"No campaign"_s);
    const FigureRow &fair = figures.rows.front();
    QCOMPARE(fair.leads.size(), figures.columns.size());
    QCOMPARE(fair.leads[*figures.column(u"leads"_s)].list(), (std::vector<quint32>{0, 1, 3}));
    QCOMPARE(fair.leads[*figures.column(u"sql"_s)].list(), std::vector<quint32>{0});
    QCOMPARE(fair.leads[*figures.column(u"costPerLead"_s)].list(), (std::vector<quint32>{0, 1, 3}));
    QCOMPARE(fair.leads[*figures.column(u"return"_s)].list(), std::vector<quint32>{0});
}

void TestCampaignsReport::sourcesSayWhatTheyCost()
{
    ReportQuery query = campaigns();
    query.kind = ReportKind::Sources;
    const Figures figures = Business().ask(query);
    QCOMPARE(figure(figures, u"Fair"_s, u"cost"_s), u"€ 400"_s);
    QCOMPARE(figure(figures, u"Fair"_s, u"costPerCustomer"_s), u"€ 400"_s);
    QCOMPARE(figure(figures, u"Fair"_s, u"return"_s), u"+150 %"_s);
    QCOMPARE(figure(figures, u"Web"_s, u"cost"_s), u"–"_s);
    QCOMPARE(figure(figures, u"All"_s, u"return"_s), u"+122 %"_s);
    QVERIFY(figures.definition.contains(u"no cost is known"_s));
}

void TestCampaignsReport::nothingIsNothing()
{
    Business business;
    business.leads.clear();
    business.stays.clear();
    business.stayBegin = {0};
    business.chosen.clear();
    business.everybody.clear();
    business.groups.clear();
    business.credits.clear();
    business.costs.clear();
    const Figures figures = business.ask(campaigns());
    QVERIFY(figures.rows.empty());
    QCOMPARE(figure(figures, u"All"_s, u"leads"_s), u"0"_s);
    QCOMPARE(figure(figures, u"All"_s, u"cost"_s), u"–"_s);
    QVERIFY(figures.sentence.isEmpty());
}

QTEST_GUILESS_MAIN(TestCampaignsReport)

#include "tst_campaignsreport.moc"
