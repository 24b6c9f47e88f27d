// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/splitfigures.h"
#include "support/sixleads.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

QStringList fullNames(const Figures &figures)
{
    QStringList names;
    for (const FigureRow &row : figures.rows)
        names += row.fullName();
    return names;
}

FigureValue figure(const Figures &figures, const QString &row, const QString &column)
{
    for (const FigureRow &candidate : figures.rows) {
        if (candidate.fullName() == row)
            return candidate.figures[*figures.column(column)];
    }
    return u"no such row"_s;
}

FigureValue count(qint64 number)
{
    return number;
}

ReportQuery byOwner(ReportKind kind, ReportQuery::Basis basis = ReportQuery::Basis::Entered)
{
    ReportQuery query = of(kind, basis);
    query.by = LeadField::Owner;
    return query;
}

} // namespace

/// Reports with rows of their own, told of each owner; the leads are in sixleads.h.
class TestSplitFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stagesOfEachOwner();
    void reasonsOfEachOwner();
    void answerTimesOfEachOwner();
    void theSameMonthsForEachOwner();
    void aPeriodBeginsWhereItBegins();
    void onlyTheLargestGroupsAreShown();
    void aGroupIsAsLargeAsItsLeads();
    void theGroupsOfAnotherPeriodAreTheSame();
    void withoutAFieldNothingIsSplit();
    void noLeadsAtAll();
    void csvHasAColumnForTheGroup();
};

void TestSplitFigures::stagesOfEachOwner()
{
    const Figures figures = SixLeads().ask(byOwner(ReportKind::Stages));
    // Ann and Ben have three stays each, of lead 4 none counts; who never stood in a stage has no row there.
    QCOMPARE(fullNames(figures),
             (QStringList{u"Prospect · Ann"_s, u"Prospect · Ben"_s, u"Prospect · No owner"_s, u"Sales qualified · Ann"_s,
                          u"Sales qualified · Ben"_s}));
    QCOMPARE(figures.groupLabel, u"Owner"_s);
    QCOMPARE(figures.rowLabel, u"Stage"_s);
    QCOMPARE(figure(figures, u"Prospect · Ann"_s, u"median"_s), FigureValue(Days{12})); // half way between 4 and 20
    QCOMPARE(figure(figures, u"Prospect · Ben"_s, u"stillThere"_s), count(1)); // lead 3
    QCOMPARE(figure(figures, u"Sales qualified · Ben"_s, u"median"_s), FigureValue(Days{10}));
    QCOMPARE(figures.rows[0].leads[0].list(), (std::vector<quint32>{0, 1}));
    QVERIFY(figures.sentence.contains(u"Prospect"_s)); // of all
}

void TestSplitFigures::reasonsOfEachOwner()
{
    const Figures figures = SixLeads().ask(byOwner(ReportKind::Reasons, ReportQuery::Basis::Happened));
    QCOMPARE(fullNames(figures),
             (QStringList{u"Price · Ann"_s, u"Disqualified: No reason given · No owner"_s, u"Won: No reason given · Ann"_s,
                          u"Won: No reason given · Ben"_s}));
    QCOMPARE(figure(figures, u"Price · Ann"_s, u"ofOutcome"_s), FigureValue(Rate::of(1, 1)));
    QCOMPARE(figure(figures, u"Won: No reason given · Ben"_s, u"leads"_s), count(2));
}

void TestSplitFigures::answerTimesOfEachOwner()
{
    SixLeads business;
    business.touched = {1 * day + 3 * minute, 2 * day + 120 * minute, 0, 0, 0, 0};
    const Figures figures = business.ask(byOwner(ReportKind::Response));
    QCOMPARE(figure(figures, u"Within 5 minutes · Ann"_s, u"winRate"_s), FigureValue(Rate::of(1, 1)));
    QCOMPARE(figure(figures, u"Within 5 minutes · Ann"_s, u"ofAll"_s), FigureValue(Rate::of(1, 2)));
    QCOMPARE(figure(figures, u"Not yet · Ben"_s, u"ofAll"_s), FigureValue(Rate::of(3, 3)));
    QCOMPARE(at(figures, u"All"_s, u"leads"_s), count(6)); // the total stays that of all
}

void TestSplitFigures::theSameMonthsForEachOwner()
{
    const Figures figures = SixLeads().ask(byOwner(ReportKind::Trend));
    QCOMPARE(fullNames(figures).first(3), (QStringList{u"Jan 1970 · Ben"_s, u"Jan 1970 · Ann"_s, u"Jan 1970 · No owner"_s}));
    QCOMPARE(figures.rows.size(), size_t(4 * 3)); // also the months in which Ann got nothing
    QCOMPARE(figure(figures, u"Jan 1970 · Ben"_s, u"leads"_s), count(2));
    QCOMPARE(figure(figures, u"Jan 1970 · Ben"_s, u"won"_s), count(2)); // lead 4 before it came in
    QCOMPARE(figure(figures, u"Feb 1970 · Ben"_s, u"leads"_s), count(1));
    QCOMPARE(figure(figures, u"Apr 1970 · Ann"_s, u"leads"_s), count(0));
}

void TestSplitFigures::aPeriodBeginsWhereItBegins()
{
    ReportQuery query = byOwner(ReportKind::Trend);
    query.from = 2 * day; // in the middle of January: lead 0 came in before
    const Figures figures = SixLeads().ask(query);
    QCOMPARE(figure(figures, u"Jan 1970 · Ann"_s, u"leads"_s), count(1));
}

void TestSplitFigures::onlyTheLargestGroupsAreShown()
{
    SixLeads business;
    business.owners = {0, 1, 2, 3, 4, 5};
    business.names = {{}, u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s};
    const Figures figures = business.ask(byOwner(ReportKind::Trend));
    QCOMPARE(figures.shownGroups.size(), size_t(5));
    QVERIFY(figures.notes.contains(u"Only the 5 largest groups are shown."_s));
}

void TestSplitFigures::aGroupIsAsLargeAsItsLeads()
{
    // Leads 0 to 4, of a group each, came to both stages; 5 and 6, of the sixth group, stayed in the first one.
    const std::vector<quint32> groups{0, 1, 2, 3, 4, 5, 5};
    const std::vector<QString> names{u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s, u"F"_s};
    const std::vector<quint32> chosen{0, 1, 2, 3, 4, 5, 6};
    Figures whole;
    whole.rows = {{u"First"_s, {count(7)}, {std::vector<quint32>(chosen)}},
                  {u"Second"_s, {count(5)}, {std::vector<quint32>{0, 1, 2, 3, 4}}}};
    const Figures split = splitFigures(whole, {groups, names, u"Source"_s, {}}, chosen, [&](auto) { return whole; });
    QCOMPARE(split.shownGroups, (std::vector<quint32>{5, 0, 1, 2, 3}));
}

void TestSplitFigures::theGroupsOfAnotherPeriodAreTheSame()
{
    SixLeads business;
    ReportInput input = business.reported();
    input.groups = business.owners;
    input.groupNames = business.names;
    input.groupLabel = u"Owner"_s;
    input.days = &business.days;
    const std::vector<quint32> shown{1};
    input.shownGroups = shown;
    ReportQuery query = byOwner(ReportKind::Trend);
    query.asOf = query.until = 100 * day;
    const Figures figures = report(input, query);
    QCOMPARE(figures.shownGroups, shown);
    QCOMPARE(fullNames(figures).front(), u"Jan 1970 · Ann"_s); // though Ben has more leads
    QCOMPARE(figures.rows.size(), size_t(4));
}

void TestSplitFigures::withoutAFieldNothingIsSplit()
{
    const Figures figures = SixLeads().ask(of(ReportKind::Stages));
    QCOMPARE(fullNames(figures), (QStringList{u"Prospect"_s, u"Sales qualified"_s}));
    QCOMPARE(figures.groupLabel, QString());
}

void TestSplitFigures::noLeadsAtAll()
{
    SixLeads business;
    business.chosen.clear();
    for (const ReportKind kind : {ReportKind::Stages, ReportKind::Reasons, ReportKind::Response, ReportKind::Trend}) {
        const Figures figures = business.ask(byOwner(kind));
        QVERIFY(figures.rows.empty());
        QVERIFY(!figures.definition.isEmpty());
    }
}

void TestSplitFigures::csvHasAColumnForTheGroup()
{
    const QByteArray csv = figuresCsv(SixLeads().ask(byOwner(ReportKind::Stages)));
    QVERIFY2(csv.startsWith("Stage,Owner,Stays"), csv.constData());
    QVERIFY(csv.contains("\r\nProspect,Ann,2,"));
}

QTEST_GUILESS_MAIN(TestSplitFigures)
#include "tst_splitfigures.moc"
