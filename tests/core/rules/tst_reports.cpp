// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sixleads.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

QStringList rowNames(const Figures &figures)
{
    QStringList names;
    for (const FigureRow &row : figures.rows)
        names += row.name;
    return names;
}

FigureValue count(qint64 number)
{
    return number;
}

std::vector<quint32> behind(const Figures &figures, size_t row, const QString &column)
{
    return figures.rows[row].leads[*figures.column(column)].list();
}

} // namespace

/// The reports, with every figure worked out by hand from the table above.
class TestReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleAreComparedByWhatWasDecided();
    void aPeriodCountsWhatHappenedInIt();
    void aCohortCountsOnlyWhoCameIn();
    void everyFigureHasItsLeads();
    void datesThatContradictAreLeftOutAndCounted();
    void conversionCountsTheOpenOnes();
    void timeUntilQualified();
    void timeInStageCountsWhoIsStillThere();
    void velocityIsOpenTimesRateTimesValueByTime();
    void reasonsAreSharesOfTheirOutcome();
    void answerTimeIsTheFirstTouch();
    void monthByMonth();
    void longSpansBecomeQuartersAndYears();
    void noLeadsAtAll_data();
    void noLeadsAtAll();
    void currenciesStayApart();
    void manyLeadsAreCountedLikeFew();
};

void TestReports::peopleAreComparedByWhatWasDecided()
{
    const Figures figures = SixLeads().ask(of(ReportKind::People, ReportQuery::Basis::Happened));
    QCOMPARE(rowNames(figures), (QStringList{u"Ben"_s, u"Ann"_s, u"No owner"_s})); // best first, who decided nothing last
    QCOMPARE(at(figures, u"Ann"_s, u"leads"_s), count(2));
    QCOMPARE(at(figures, u"Ann"_s, u"qualified"_s), count(1));
    QCOMPARE(at(figures, u"Ann"_s, u"winRate"_s), FigureValue(Rate::of(1, 2)));
    QCOMPARE(at(figures, u"Ann"_s, u"cycleWon"_s), FigureValue(Days{10}));
    QCOMPARE(at(figures, u"Ann"_s, u"cycleLost"_s), FigureValue(Days{20}));
    QCOMPARE(at(figures, u"Ben"_s, u"winRate"_s), FigureValue(Rate::of(2, 2)));
    QCOMPARE(at(figures, u"Ben"_s, u"open"_s), count(1));
    QCOMPARE(inWords(at(figures, u"Ben"_s, u"wonValue"_s)), u"€ 700"_s);
    QCOMPARE(at(figures, u"No owner"_s, u"winRate"_s), FigureValue(Rate::of(0, 0))); // disqualified was never in the race
    QCOMPARE(at(figures, u"All"_s, u"winRate"_s), FigureValue(Rate::of(3, 4)));
}

void TestReports::aPeriodCountsWhatHappenedInIt()
{
    ReportQuery query = of(ReportKind::People, ReportQuery::Basis::Happened);
    query.from = 20 * day;
    query.until = 30 * day; // without its end
    const Figures figures = SixLeads().ask(query);
    QCOMPARE(at(figures, u"Ann"_s, u"lost"_s), count(1));
    QCOMPARE(at(figures, u"Ann"_s, u"leads"_s), count(0)); // she came in earlier
    QCOMPARE(at(figures, u"Ben"_s, u"won"_s), count(1));
    QCOMPARE(at(figures, u"All"_s, u"winRate"_s), FigureValue(Rate::of(1, 2)));
}

void TestReports::aCohortCountsOnlyWhoCameIn()
{
    ReportQuery query = of(ReportKind::Sources);
    query.until = 4 * day; // leads 0, 1 and 2
    const Figures figures = SixLeads().ask(query);
    QCOMPARE(at(figures, u"All"_s, u"leads"_s), count(3));
    QCOMPARE(at(figures, u"All"_s, u"wonOfLeads"_s), FigureValue(Rate::of(2, 3)));
    QCOMPARE(at(figures, u"All"_s, u"open"_s), count(0));
    QCOMPARE(at(figures, u"Ben"_s, u"wonOfLeads"_s), FigureValue(Rate::of(1, 1)));
}

void TestReports::everyFigureHasItsLeads()
{
    const Figures figures = SixLeads().ask(of(ReportKind::People, ReportQuery::Basis::Happened));
    QCOMPARE(behind(figures, 0, u"won"_s), (std::vector<quint32>{2, 4}));
    QCOMPARE(behind(figures, 1, u"winRate"_s), (std::vector<quint32>{0, 1}));
    QCOMPARE(behind(figures, 0, u"open"_s), std::vector<quint32>{3});
    for (const FigureRow &row : figures.rows)
        QCOMPARE(row.leads.size(), figures.columns.size());
}

void TestReports::datesThatContradictAreLeftOutAndCounted()
{
    const Figures figures = SixLeads().ask(of(ReportKind::People, ReportQuery::Basis::Happened));
    QCOMPARE(at(figures, u"Ben"_s, u"cycleWon"_s), FigureValue(Days{20})); // without lead 4: minus ten days
    QCOMPARE(figures.notes.size(), 1);
    QVERIFY(figures.notes.front().startsWith(u"1 "));
}

void TestReports::conversionCountsTheOpenOnes()
{
    const Figures figures = SixLeads().ask(of(ReportKind::Conversion));
    // Watched: 0 and 2 bought after 10 and 20 days; 1, 3 and 5 had 98, 96 and 95 days without; 4 contradicts itself.
    QCOMPARE(at(figures, u"All"_s, u"leads"_s), count(5));
    QCOMPARE(at(figures, u"All"_s, u"reached"_s), count(2));
    QVERIFY(std::abs(*figureNumber(at(figures, u"All"_s, u"by30"_s)) - 0.4) < 1e-12);
    QVERIFY(std::abs(*figureNumber(at(figures, u"All"_s, u"by90"_s)) - 0.4) < 1e-12);
    QCOMPARE(at(figures, u"All"_s, u"by180"_s), FigureValue()); // nobody was watched that long
    QCOMPARE(at(figures, u"All"_s, u"median"_s), FigureValue());
    // One curve for each owner and for those without.
    QCOMPARE(figures.curves.size(), size_t(3));
    QCOMPARE(figures.curves[0].curve.shareBy(10), 0.5); // Ann: one of two
    QCOMPARE(figures.notes.size(), 1);
}

void TestReports::timeUntilQualified()
{
    ReportQuery query = of(ReportKind::Conversion);
    query.goal = ReportQuery::Goal::Qualified;
    const Figures figures = SixLeads().ask(query, false);
    // 0 after 4 days, 2 after 10, of five.
    QCOMPARE(figures.curves.size(), size_t(1));
    const SurvivalCurve &curve = figures.curves.front().curve;
    QVERIFY(std::abs(curve.shareBy(4) - 0.2) < 1e-12);
    QVERIFY(std::abs(curve.shareBy(9.5) - 0.2) < 1e-12);
    QVERIFY(std::abs(curve.shareBy(10) - 0.4) < 1e-12);
}

void TestReports::timeInStageCountsWhoIsStillThere()
{
    const Figures figures = SixLeads().ask(of(ReportKind::Stages), false);
    QCOMPARE(rowNames(figures), (QStringList{u"Prospect"_s, u"Sales qualified"_s}));
    // Prospect: ended after 1, 4, 10 and 20 days, one still there after 96. Lead 4 was decided before it stood there.
    QCOMPARE(at(figures, u"Prospect"_s, u"stays"_s), count(5));
    QCOMPARE(at(figures, u"Prospect"_s, u"stillThere"_s), count(1));
    QCOMPARE(at(figures, u"Prospect"_s, u"median"_s), FigureValue(Days{10}));
    QCOMPARE(at(figures, u"Prospect"_s, u"endedMedian"_s), FigureValue(Days{7}));
    QCOMPARE(at(figures, u"Prospect"_s, u"p90"_s), FigureValue()); // one of five has not left
    QCOMPARE(at(figures, u"Prospect"_s, u"endedP90"_s), FigureValue(Days{20}));
    QCOMPARE(at(figures, u"Sales qualified"_s, u"median"_s), FigureValue(Days{8})); // 6 and 10
    QVERIFY(figures.sentence.contains(u"Prospect"));
}

void TestReports::velocityIsOpenTimesRateTimesValueByTime()
{
    const Figures figures = SixLeads().ask(of(ReportKind::Velocity, ReportQuery::Basis::Happened), false);
    // 1 open × 3/4 × 1,700/3 EUR ÷ 15 days × 30.436875 days = 862.38 EUR.
    QCOMPARE(inWords(at(figures, u"All"_s, u"perMonth"_s)), u"€ 862.38"_s);
    QCOMPARE(inWords(at(figures, u"All"_s, u"meanValue"_s)), u"€ 566.67"_s);
    QCOMPARE(at(figures, u"All"_s, u"cycleWon"_s), FigureValue(Days{15}));
}

void TestReports::reasonsAreSharesOfTheirOutcome()
{
    const Figures figures = SixLeads().ask(of(ReportKind::Reasons, ReportQuery::Basis::Happened), false);
    QCOMPARE(rowNames(figures), (QStringList{u"Price"_s, u"Disqualified: No reason given"_s, u"Won: No reason given"_s}));
    QCOMPARE(figures.rows[0].figures[0], FigureValue(u"Lost"_s));
    QCOMPARE(figures.rows[0].figures[2], FigureValue(Rate::of(1, 1)));
    QCOMPARE(figures.rows[1].figures[0], FigureValue(u"Disqualified"_s));
    QCOMPARE(figures.rows[2].figures[1], count(3));
}

void TestReports::answerTimeIsTheFirstTouch()
{
    SixLeads business;
    business.touched = {1 * day + 3 * minute, 2 * day + 120 * minute, 0, 0, 0, 0};
    const Figures figures = business.ask(of(ReportKind::Response), false);
    QCOMPARE(at(figures, u"Within 5 minutes"_s, u"winRate"_s), FigureValue(Rate::of(1, 1)));
    QCOMPARE(at(figures, u"Within an hour"_s, u"leads"_s), count(0));
    QCOMPARE(at(figures, u"Within 4 hours"_s, u"winRate"_s), FigureValue(Rate::of(0, 1)));
    QCOMPARE(at(figures, u"Not yet"_s, u"leads"_s), count(4));
    QCOMPARE(at(figures, u"Not yet"_s, u"ofAll"_s), FigureValue(Rate::of(4, 6)));
    QVERIFY(figures.sentence.contains(u"More than half"));
}

void TestReports::monthByMonth()
{
    ReportQuery query = of(ReportKind::Trend);
    query.ripeDays = 60;
    const Figures figures = SixLeads().ask(query, false);
    QCOMPARE(rowNames(figures), (QStringList{u"Jan 1970"_s, u"Feb 1970"_s, u"Mar 1970"_s, u"Apr 1970"_s}));
    QCOMPARE(at(figures, u"Jan 1970"_s, u"leads"_s), count(5));
    QCOMPARE(at(figures, u"Jan 1970"_s, u"won"_s), count(3));
    QCOMPARE(at(figures, u"Jan 1970"_s, u"lost"_s), count(1));
    QCOMPARE(at(figures, u"Jan 1970"_s, u"wonOfLeads"_s), FigureValue(Rate::of(2, 5)));
    QCOMPARE(at(figures, u"Feb 1970"_s, u"wonOfLeads"_s), FigureValue(Rate::of(1, 1)));
    QVERIFY(!figures.rows[0].unripe); // its end is 69 days ago
    QVERIFY(figures.rows[1].unripe);
}

void TestReports::longSpansBecomeQuartersAndYears()
{
    SixLeads business;
    ReportQuery query = of(ReportKind::Trend);
    const auto namesAsOf = [&](const QDate &today) {
        ReportInput input = business.reported();
        const LocalDays days(QTimeZone::utc(), 0, 0);
        input.days = &days;
        query.asOf = today.startOfDay(Qt::UTC).toMSecsSinceEpoch();
        query.until = query.asOf + 1;
        return rowNames(report(input, query));
    };
    QCOMPARE(namesAsOf(QDate(1974, 12, 31)).size(), 60);
    QCOMPARE(namesAsOf(QDate(1975, 1, 1)).front(), u"Q1 1970"_s);
    QCOMPARE(namesAsOf(QDate(1975, 1, 1)).size(), 21);
    QCOMPARE(namesAsOf(QDate(1985, 1, 1)).front(), u"1970"_s);
    QCOMPARE(namesAsOf(QDate(1985, 1, 1)).size(), 16);
}

void TestReports::noLeadsAtAll_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = int(ReportKind::People); kind <= int(ReportKind::Trend); ++kind)
        QTest::addRow("report %d", kind) << kind;
}

void TestReports::noLeadsAtAll()
{
    QFETCH(int, kind);
    SixLeads business;
    business.chosen.clear();
    const Figures figures = business.ask(of(ReportKind(kind)));
    QVERIFY(!figures.title.isEmpty());
    QVERIFY(!figures.definition.isEmpty());
    QCOMPARE(figures.sentence, QString());
    for (const FigureRow &row : figures.rows)
        QCOMPARE(row.figures.size(), figures.columns.size());
    QVERIFY(figures.drawn < figures.columns.size());
}

void TestReports::manyLeadsAreCountedLikeFew()
{
    constexpr quint32 times = 20'000; // so many are counted in two halves
    const SixLeads many = SixLeads().repeated(times);
    const Figures stages = many.ask(of(ReportKind::Stages), false);
    QCOMPARE(at(stages, u"Prospect"_s, u"stays"_s), count(5 * times));
    QCOMPARE(at(stages, u"Prospect"_s, u"stillThere"_s), count(1 * times));
    QCOMPARE(at(stages, u"Prospect"_s, u"median"_s), FigureValue(Days{10}));
    const std::vector<quint32> stood = behind(stages, 0, u"stays"_s);
    QVERIFY(std::is_sorted(stood.begin(), stood.end()));
    QCOMPARE(stood.size(), size_t(5) * times);
    const Figures people = many.ask(of(ReportKind::People, ReportQuery::Basis::Happened));
    QCOMPARE(at(people, u"Ann"_s, u"winRate"_s), FigureValue(Rate::of(1 * times, 2 * times)));
    QCOMPARE(at(people, u"Ann"_s, u"cycleLost"_s), FigureValue(Days{20}));
    QCOMPARE(inWords(at(people, u"Ben"_s, u"wonValue"_s)), u"€ 14,000,000"_s);
    QCOMPARE(people.notes.size(), 1); // the dates that contradict each other, counted in both halves
    QVERIFY2(people.notes.front().contains(QString::number(times)), qPrintable(people.notes.front()));
}

void TestReports::currenciesStayApart()
{
    SixLeads business;
    business.leads[2].currency = 1;
    const Figures figures = business.ask(of(ReportKind::People, ReportQuery::Basis::Happened));
    QCOMPARE(inWords(at(figures, u"Ben"_s, u"wonValue"_s)), u"€ 200 + $ 500"_s);
    QVERIFY(!figureNumber(at(figures, u"Ben"_s, u"wonValue"_s))); // no common length to draw
    QCOMPARE(*figureNumber(at(figures, u"Ann"_s, u"wonValue"_s)), 1000.0);
}

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
