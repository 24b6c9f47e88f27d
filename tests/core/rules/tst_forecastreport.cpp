// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/reportedleads.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr int today = 100; ///< 11 April 1970; May begins on day 120

/// Leads in the first stage since a day, in euros.
struct Business : ReportedLeads
{
    std::vector<quint32> owners;
    std::vector<QString> names{{}, u"Ines"_s, u"Tom"_s};
    std::vector<UtcMs> closes;
    std::vector<SalesGoal> goals;
    std::vector<KeptForecast> kept;
    std::vector<ExchangeRate> rates;
    std::optional<QString> goalOf = QString();

    quint32 add(int entered, Outcome outcome, int decided, qint64 euros, quint32 owner = 0, int closesOn = 0, quint16 currency = 0)
    {
        const auto lead = quint32(leads.size());
        leads.push_back({entered * day, 0, outcome, (outcome == Outcome::Open ? entered : decided) * day, euros * 100, currency});
        stays.push_back({lead, 0, entered * day, ongoing});
        stayBegin.push_back(quint32(stays.size()));
        chosen.push_back(lead);
        owners.push_back(owner);
        closes.push_back(closesOn * day);
        return lead;
    }
    /// Half of those that came on day 0 were won after ten days, the others lost after twenty.
    void addHistory()
    {
        for (int i = 0; i < 10; ++i) {
            add(0, Outcome::Won, 10, 0);
            add(0, Outcome::Lost, 20, 0);
        }
    }
    Figures ask(ReportKind kind = ReportKind::Forecast, bool byOwner = false) const
    {
        const MoneyExchange exchange(rates, u"EUR"_s, QTimeZone::utc());
        ReportInput input = reported();
        input.exchange = &exchange;
        input.expectedClose = closes;
        input.goals = goals;
        input.goalOf = goalOf;
        input.kept = kept;
        if (byOwner) {
            input.groups = owners;
            input.groupNames = names;
            input.groupLabel = u"Owner"_s;
        }
        ReportQuery query;
        query.kind = kind;
        query.asOf = today * day;
        if (byOwner)
            query.by = LeadField::Owner;
        return report(input, query);
    }
};

QString figure(const Figures &figures, size_t row, const QString &column)
{
    const FigureRow &of = row < figures.rows.size() ? figures.rows[row] : figures.total;
    return inWords(of.figures[*figures.column(column)]);
}

SalesGoal goal(const QString &member, int month, qint64 euros)
{
    return {{}, member, QDate(1970, month, 1), {euros * 100, u"EUR"_s}};
}

} // namespace

/// What the open leads should bring, and what past forecasts were worth, worked out by hand.
class TestForecastReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expectsByStageAndAge();
    void holdsItAgainstGoals();
    void countsByPerson();
    void saysWhatItCannotSay();
    void isSureWhenAllWereWon();
    void leavesOutWhatHasNoRate();
    void gradesWhatWasKept();
};

void TestForecastReport::expectsByStageAndAge()
{
    Business business;
    business.addHistory();
    const quint32 open = business.add(95, Outcome::Open, 0, 1000, 0, 125); // five days in its stage, to close on 6 May
    business.add(90, Outcome::Won, 99, 300); // on 10 April
    const Figures figures = business.ask();
    QCOMPARE(figures.rows.size(), size_t(6));
    QCOMPARE(figures.rows.front().leads[0].list().size(), size_t(1));
    QCOMPARE(figure(figures, 0, u"won"_s), u"€ 300"_s);
    // Of 22 followed from the first day 11 were won: one on day 9, while 21 were left, ten on day 10 of the 20 that were left then.
    // Five days in: 1/21 + 20/21 × 10/20 = 11/21, so 523.81, with the 300 that came already.
    const auto april = std::get<MoneyRange>(figures.rows[0].figures[*figures.column(u"expected")]);
    QCOMPARE(april.likely, (Money{82'381, u"EUR"_s}));
    // Its own variance 1000² × p (1 - p), and that of the history 523.81² × (1 - p) / (22 p): ±1.28155 × √(249,433 + 11,338) = 654.43.
    QCOMPARE(april.low, 30'000);
    QVERIFY(std::abs(april.high - 147'824) <= 2);
    QCOMPARE(std::get<MoneyRange>(figures.rows[1].figures[*figures.column(u"expected")]).likely.minor, 0); // later nobody was won
    QCOMPARE(figure(figures, 0, u"plain"_s), u"€ 0"_s);
    QCOMPARE(figure(figures, 1, u"plain"_s), u"€ 50"_s); // 5 % of 1,000, in May
    QCOMPARE(figure(figures, 6, u"plain"_s), u"€ 50"_s);
    QCOMPARE(figures.rows[0].leads[*figures.column(u"expected")].list().back(), open);
    QCOMPARE(figures.rows[1].leads[*figures.column(u"plain")].list(), std::vector<quint32>{open});
    QVERIFY(figures.notes.isEmpty());
    QVERIFY(figures.definition.contains(u"Leads that are still to come are not in it"_s));
}

void TestForecastReport::holdsItAgainstGoals()
{
    Business business;
    business.addHistory();
    business.add(95, Outcome::Open, 0, 1000, 1, 125);
    business.goals = {goal(u"Ines"_s, 4, 600), goal(u"Tom"_s, 4, 400), goal(u"Ines"_s, 12, 9999)};
    const Figures sum = business.ask();
    QCOMPARE(figure(sum, 0, u"goal"_s), u"€ 1,000"_s); // of its members together
    QCOMPARE(figure(sum, 0, u"ofGoal"_s), u"50.0 %"_s); // 500 expected
    QCOMPARE(figure(sum, 1, u"goal"_s), u"–"_s);
    business.goals.push_back(goal({}, 4, 2000));
    QCOMPARE(figure(business.ask(), 0, u"goal"_s), u"€ 2,000"_s); // what was said for the team
    business.goalOf = u"Tom"_s;
    QCOMPARE(figure(business.ask(), 0, u"goal"_s), u"€ 400"_s);
    business.goalOf.reset();
    QCOMPARE(figure(business.ask(), 0, u"goal"_s), u"–"_s); // a segment has no goal
}

void TestForecastReport::countsByPerson()
{
    Business business;
    business.addHistory();
    business.add(95, Outcome::Open, 0, 1000, 1, 125);
    business.add(95, Outcome::Open, 0, 3000, 2, 300);
    business.goals = {goal(u"Ines"_s, 4, 600), goal(u"Ines"_s, 5, 400)};
    const Figures figures = business.ask(ReportKind::Forecast, true);
    QCOMPARE(figures.rows.size(), size_t(2));
    QCOMPARE(figures.rows[0].name, u"Ines"_s);
    QCOMPARE(figure(figures, 0, u"goal"_s), u"€ 1,000"_s);
    QCOMPARE(std::get<MoneyRange>(figures.rows[0].figures[1]).likely.minor, 50'000);
    QCOMPARE(std::get<MoneyRange>(figures.rows[1].figures[1]).likely.minor, 150'000);
    QCOMPARE(std::get<MoneyRange>(figures.total.figures[1]).likely.minor, 200'000);
    QCOMPARE(figure(figures, 1, u"plain"_s), u"€ 150"_s); // whenever it closes
}

void TestForecastReport::saysWhatItCannotSay()
{
    QVERIFY(Business().ask().sentence.contains(u"no open leads"_s));
    QCOMPARE(figure(Business().ask(), 0, u"expected"_s), u"–"_s);
    Business young;
    young.add(95, Outcome::Open, 0, 1000);
    const Figures figures = young.ask();
    QCOMPARE(figure(figures, 6, u"expected"_s), u"–"_s); // not 0
    QCOMPARE(figure(figures, 6, u"plain"_s), u"€ 50"_s);
    QVERIFY(figures.sentence.contains(u"too little history"_s));
    QVERIFY(figures.notes.join(u' ').contains(u"€\u00A050"_s));
    young.addHistory();
    young.add(95, Outcome::Open, 0, 0);
    const QStringList notes = young.ask().notes;
    QCOMPARE(notes.size(), 2); // one without a value, one without a day to close
}

void TestForecastReport::isSureWhenAllWereWon()
{
    Business business;
    for (int i = 0; i < 20; ++i)
        business.add(0, Outcome::Won, 10, 0);
    business.add(95, Outcome::Open, 0, 1000, 0, 101);
    QCOMPARE(figure(business.ask(), 0, u"expected"_s), u"€ 1,000"_s); // all that history knows
}

void TestForecastReport::leavesOutWhatHasNoRate()
{
    Business business;
    business.addHistory();
    business.add(95, Outcome::Open, 0, 1000, 0, 101, 1);
    const Figures apart = business.ask();
    QCOMPARE(figure(apart, 6, u"expected"_s), u"–"_s);
    QVERIFY(apart.notes.join(u' ').contains(u"no rate"_s));
    business.rates = {{{}, u"USD"_s, u"EUR"_s, QDate(1970, 1, 1), Decimal{500'000}}};
    QCOMPARE(std::get<MoneyRange>(business.ask().total.figures[1]).likely.minor, 25'000); // 500 euros, half of the time
}

void TestForecastReport::gradesWhatWasKept()
{
    Business business;
    const quint32 came = business.add(30, Outcome::Won, 45, 500); // 15 February
    business.add(42, Outcome::Won, 50, 700); // was not there yet
    business.add(1, Outcome::Won, 35, 900); // was won before
    business.add(1, Outcome::Won, 70, 50); // in March
    const QDate february(1970, 2, 1);
    const QDate march(1970, 3, 1);
    business.kept = {{KeptForecastId(1),
                      40 * day,
                      u"EUR"_s,
                      {{february, 40'000, 10'000, 60'000, 30'000},
                       {march, 40'000, 10'000, 60'000, 30'000},
                       {march.addMonths(1), 40'000, 10'000, 60'000, 30'000}}}};
    const Figures figures = business.ask(ReportKind::Grades);
    QCOMPARE(figures.rows.size(), size_t(2)); // April has not ended
    QCOMPARE(figure(figures, 0, u"came"_s), u"€ 500"_s);
    QCOMPARE(figure(figures, 0, u"within"_s), u"Yes"_s);
    QCOMPARE(figures.rows[0].leads.front().list(), std::vector<quint32>{came});
    QCOMPARE(figure(figures, 1, u"came"_s), u"€ 50"_s);
    QCOMPARE(figure(figures, 1, u"within"_s), u"No"_s);
    QVERIFY(figures.sentence.contains(u"1 of 2"_s));
    QCOMPARE(figures.notes.size(), 1);
    QVERIFY(Business().ask(ReportKind::Grades).sentence.contains(u"old enough"_s));
}

QTEST_GUILESS_MAIN(TestForecastReport)

#include "tst_forecastreport.moc"
