// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/charts/barchart.h"
#include "ui/charts/figuretable.h"
#include "ui/charts/funnelview.h"
#include "ui/charts/sharebars.h"
#include "ui/pages/reportspage.h"

#include <QMenu>
#include <QTableWidget>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// Four leads through a web form, of which one bought and one was lost; two by referral, of which one bought; one of no source.
class Report
{
public:
    void fill()
    {
        LeadMove won;
        won.outcome = Outcome::Won;
        LeadMove lost;
        lost.outcome = Outcome::Lost;
        lost.reason = u"price"_s;
        const LeadId web[] = {lead(u"A"_s, u"Web form"_s), lead(u"B"_s, u"Web form"_s), lead(u"C"_s, u"Web form"_s),
                              lead(u"D"_s, u"Web form"_s)};
        const LeadId friends[] = {lead(u"E"_s, u"Referral"_s), lead(u"F"_s, u"Referral"_s)};
        lead(u"G"_s, {});
        answerOf(workspace->leads().move({web[0], friends[0]}, won));
        answerOf(workspace->leads().move({web[1]}, lost));
    }
    LeadId lead(const QString &name, const QString &source)
    {
        Lead draft;
        draft.name = name;
        draft.source = source;
        draft.value = Money{100'000, u"EUR"_s};
        return answerOf(workspace->leads().add(draft)).leads.front();
    }
    void show()
    {
        page = std::make_unique<Shown<ReportsPage>>(*workspace, m_theme, nullptr);
        QObject::connect(&**page, &Page::leadsWanted, &**page, [this](const QString &title, const LeadListPtr &leads) {
            opened = title;
            openedCount = leads->ids.size();
        });
    }
    ShareBars *bars(const QString &name) { return waitForNamed<ShareBars>(&**page, name); }

    TemporaryWorkspace workspace;
    QString opened;
    size_t openedCount = 0;

private:
    Theme m_theme;

public:
    std::unique_ptr<Shown<ReportsPage>> page;
};

/// Chooses an entry of the menu of a chip.
void choose(QPushButton *chip, const QString &entry)
{
    QVERIFY(chip);
    Q_EMIT chip->menu()->aboutToShow();
    for (QAction *action : chip->menu()->actions()) {
        if (action->text() == entry) {
            action->trigger();
            return;
        }
    }
    QFAIL(qPrintable(u"there is no “%1”"_s.arg(entry)));
}

} // namespace

/// The owner's figures, and the leads behind each of them.
class TestReportsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatBecameOfThem();
    void tellsWhichSourcesBuy();
    void everyFigureOpensItsLeads();
    void theTableSaysTheSame();
    void aPeriodWithoutLeadsIsEmpty();
    void withNothingAtAllItSaysWhatToDo();
    void everyReportIsThere();
    void peopleWithIntervalsAndTheirLeads();
    void anotherMeasureAndAnotherSplit();
    void rowsOfTheirOwnAreSplit();
    void theFunnelIsSplit();
    void anOwnerLeavesTheOthersOut();
    void aPeriodIsComparedWithTheOneBefore();
    void theFunnelWithinSomeDays();
};

void TestReportsPage::countsWhatBecameOfThem()
{
    Report report;
    report.fill();
    report.show();
    // Two won of three decided: 66.7 %.
    QTRY_VERIFY(showsText(&**report.page, u"66.7 %"_s));
    QTRY_VERIFY(mentions(&**report.page, u"2 won of 3 decided"_s));
    QVERIFY(waitForButton(&**report.page, u"Show the won leads"_s)->text().contains(u"2,000"_s));
    QStringList figures;
    for (const ShareBar &bar : report.bars(u"What became of them"_s)->bars())
        figures += bar.name + u' ' + bar.figure;
    QCOMPARE(figures, (QStringList{u"Open 4"_s, u"Won 2"_s, u"Lost 1"_s, u"Disqualified 0"_s}));
}

void TestReportsPage::tellsWhichSourcesBuy()
{
    Report report;
    report.fill();
    report.show();
    QTRY_COMPARE(report.bars(u"Customers by source"_s)->bars().size(), size_t(3));
    const std::vector<ShareBar> &bars = report.bars(u"Customers by source"_s)->bars();
    // Referral 1 of 2, web form 1 of 4, none of the one without a source.
    QCOMPARE(bars[0].name, u"Referral"_s);
    QCOMPARE(bars[0].share, 0.5);
    QCOMPARE(bars[1].name, u"Web form"_s);
    QCOMPARE(bars[1].share, 0.25);
    QCOMPARE(bars[2].name, u"No source"_s);
    QCOMPARE(bars[2].share, 0.0);
    QVERIFY(bars[1].sentence.startsWith(u"Web form: 1 of 4 leads bought, 25.0 %"_s));
}

void TestReportsPage::everyFigureOpensItsLeads()
{
    Report report;
    report.fill();
    report.show();
    QTRY_COMPARE(report.bars(u"Customers by source"_s)->bars().size(), size_t(3));
    ShareBars *sources = report.bars(u"Customers by source"_s);
    QTest::mouseClick(sources, Qt::LeftButton, {}, {20, 45}); // the second row
    QTRY_COMPARE(report.opened, u"Web form"_s);
    QCOMPARE(report.openedCount, size_t(4));
    ShareBars *outcomes = report.bars(u"What became of them"_s);
    QTRY_COMPARE(outcomes->bars().size(), size_t(4)); // an answer of its own
    outcomes->setFocus();
    QTest::keyClick(outcomes, Qt::Key_Down);
    QTest::keyClick(outcomes, Qt::Key_Down);
    QTest::keyClick(outcomes, Qt::Key_Return); // by keyboard
    QTRY_COMPARE(report.opened, u"Won"_s);
    QCOMPARE(report.openedCount, size_t(2));
    auto *funnel = waitForNamed<FunnelView>(&**report.page, u"Funnel"_s);
    QTest::mouseClick(funnel, Qt::LeftButton, {}, {funnel->width() / 2, 20});
    QTRY_COMPARE(report.opened, u"Reached Prospect"_s);
    QCOMPARE(report.openedCount, size_t(7));
    waitForButton(&**report.page, u"Snapshot"_s)->click();
    QTRY_VERIFY(showsText(&**report.page, u"4 leads"_s)); // where the open ones stand
    QTest::mouseClick(funnel, Qt::LeftButton, {}, {funnel->width() / 2, 20});
    QTRY_COMPARE(report.opened, u"In Prospect"_s);
    QCOMPARE(report.openedCount, size_t(4));
}

void TestReportsPage::theTableSaysTheSame()
{
    Report report;
    report.fill();
    report.show();
    QTRY_VERIFY(mentions(&**report.page, u"7 leads"_s));
    waitForButton(&**report.page, u"As a table"_s)->click();
    auto *table = waitForNamed<QTableWidget>(&**report.page, u"Funnel in figures"_s);
    QVERIFY(table);
    QCOMPARE(table->item(0, 0)->text(), u"Prospect"_s);
    QCOMPARE(table->item(0, 1)->text(), u"7"_s);
    const int last = table->rowCount() - 1;
    QCOMPARE(table->item(last, 0)->text(), u"Customer"_s);
    QCOMPARE(table->item(last, 1)->text(), u"2"_s); // who won has reached it
    QVERIFY(!visibleNamed<FunnelView>(&**report.page, u"Funnel"_s));
}

void TestReportsPage::aPeriodWithoutLeadsIsEmpty()
{
    Report report;
    report.fill();
    report.show();
    QTRY_VERIFY(mentions(&**report.page, u"7 leads"_s));
    QMenu *periods = waitForButton(&**report.page, u"Period"_s)->menu();
    for (QAction *period : periods->actions()) {
        if (period->text() == u"last year")
            period->trigger();
    }
    QTRY_VERIFY(showsText(&**report.page, u"0 leads"_s));
    QTRY_VERIFY(showsText(&**report.page, u"–"_s)); // no rate of nothing
    QTRY_VERIFY(visibleButton(&**report.page, u"Period"_s)); // and the period can be changed again
}

void TestReportsPage::withNothingAtAllItSaysWhatToDo()
{
    Report report;
    report.show();
    QTRY_VERIFY(mentions(&**report.page, u"nothing to count yet"_s));
    QTRY_VERIFY(visibleButton(&**report.page, u"Import leads"_s));
}

void TestReportsPage::everyReportIsThere()
{
    Report report;
    report.fill();
    report.show();
    const std::pair<QString, QString> titles[] = {{u"Trend"_s, u"Month by month"_s},
                                                  {u"Conversion"_s, u"Time until customer"_s},
                                                  {u"Time in stage"_s, u"Time in stage"_s},
                                                  {u"People"_s, u"Results by person"_s},
                                                  {u"Sources"_s, u"Where leads come from"_s},
                                                  {u"Who buys"_s, u"Who buys"_s},
                                                  {u"Reasons"_s, u"Why they were won and lost"_s},
                                                  {u"Answer time"_s, u"Answer time"_s},
                                                  {u"Velocity"_s, u"Velocity"_s}};
    for (const auto &[tab, title] : titles) {
        waitForButton(&**report.page, u"Report: "_s + tab)->click();
        QTRY_VERIFY2(showsText(&**report.page, title), qPrintable(tab));
        QTRY_VERIFY2(visibleNamed<FigureChart>(&**report.page, title), qPrintable(tab));
        QVERIFY(!waitForNamed<FigureChart>(&**report.page, title)->accessibleDescription().isEmpty());
    }
    waitForButton(&**report.page, u"Report: Funnel"_s)->click();
    QTRY_VERIFY(visibleNamed<FunnelView>(&**report.page, u"Funnel"_s));
}

void TestReportsPage::peopleWithIntervalsAndTheirLeads()
{
    Report report;
    report.fill();
    report.show();
    waitForButton(&**report.page, u"Report: People"_s)->click();
    QTRY_VERIFY(visibleNamed<BarChart>(&**report.page, u"Results by person"_s));
    auto *chart = waitForNamed<BarChart>(&**report.page, u"Results by person"_s);
    // All leads are of Ines: two won of three decided.
    QCOMPARE(chart->markCount(), 1);
    QVERIFY(chart->sentenceOf(0).contains(u"won of decided 66.7 % (20.8–93.9)"_s));
    QTest::mouseClick(chart, Qt::LeftButton, {}, {60, 16});
    QCOMPARE(report.opened, u"Ines: Won of decided"_s);
    QCOMPARE(report.openedCount, size_t(3));
    waitForButton(&**report.page, u"As a table"_s)->click();
    auto *table = waitForNamed<FigureTable>(&**report.page, u"Figures of the report"_s);
    QVERIFY(table);
    QCOMPARE(table->item(0, 0)->text(), u"Ines"_s);
    Q_EMIT table->cellActivated(1, 4); // the total's won leads
    QCOMPARE(report.openedCount, size_t(2));
}

void TestReportsPage::anotherMeasureAndAnotherSplit()
{
    Report report;
    report.fill();
    report.show();
    waitForButton(&**report.page, u"Report: People"_s)->click();
    QTRY_VERIFY(visibleNamed<BarChart>(&**report.page, u"Results by person"_s));
    auto *chart = waitForNamed<BarChart>(&**report.page, u"Results by person"_s);
    choose(waitForButton(&**report.page, u"Won of decided"_s), u"Came in"_s);
    QTest::mouseClick(chart, Qt::LeftButton, {}, {60, 16});
    QCOMPARE(report.openedCount, size_t(7));
    choose(waitForButton(&**report.page, u"By owner"_s), u"Source"_s);
    QTRY_COMPARE(chart->markCount(), 3);
    QTRY_VERIFY(visibleButton(&**report.page, u"By source"_s));
}

void TestReportsPage::rowsOfTheirOwnAreSplit()
{
    Report report;
    report.fill();
    report.show();
    waitForButton(&**report.page, u"Report: Reasons"_s)->click();
    auto *chart = waitForNamed<BarChart>(&**report.page, u"Why they were won and lost"_s);
    QTRY_COMPARE(chart->markCount(), 2); // lost for the price; won
    choose(waitForButton(&**report.page, u"All together"_s), u"Source"_s);
    QTRY_COMPARE(chart->markCount(), 3); // won by either source
    QVERIFY(visibleButton(&**report.page, u"By source"_s));
    Q_EMIT chart->markChosen(2);
    QVERIFY2(report.opened.startsWith(u"Won: No reason given · "_s), qPrintable(report.opened));
    QCOMPARE(report.openedCount, size_t(1));
    choose(waitForButton(&**report.page, u"By source"_s), u"All together"_s);
    QTRY_COMPARE(chart->markCount(), 2);
}

void TestReportsPage::theFunnelIsSplit()
{
    Report report;
    report.fill();
    report.show();
    waitForButton(&**report.page, u"Report: Funnel"_s)->click();
    auto *funnel = waitForNamed<FunnelView>(&**report.page, u"Funnel"_s);
    choose(waitForButton(&**report.page, u"All together"_s), u"Source"_s);
    auto *chart = waitForNamed<BarChart>(&**report.page, u"Funnel of each group"_s);
    QTRY_VERIFY(!funnel->isVisible());
    QVERIFY(chart->sentenceOf(0).startsWith(u"Prospect · Web form: leads 4"_s));
    Q_EMIT chart->markChosen(0);
    QCOMPARE(report.openedCount, size_t(4));
    waitForButton(&**report.page, u"As a table"_s)->click();
    auto *table = waitForNamed<QTableWidget>(&**report.page, u"Funnel in figures"_s);
    QCOMPARE(table->item(0, 0)->text(), u"Prospect · Web form"_s);
    waitForButton(&**report.page, u"Report: Conversion"_s)->click(); // marks of what is not answered yet open nothing, and hurt nothing
    for (BarChart *bars : (**report.page).findChildren<BarChart *>())
        Q_EMIT bars->markChosen(2);
    waitForButton(&**report.page, u"Report: Funnel"_s)->click();
    QTRY_VERIFY(table->isVisible());
    QVERIFY(!chart->isVisible());
    waitForButton(&**report.page, u"As a table"_s)->click();
    choose(waitForButton(&**report.page, u"By source"_s), u"All together"_s);
    QTRY_VERIFY(funnel->isVisible());
    QVERIFY(!chart->isVisible());
}

void TestReportsPage::anOwnerLeavesTheOthersOut()
{
    Report report;
    report.fill();
    LeadMove handOver;
    handOver.owner = u"Rui"_s;
    answerOf(report.workspace->leads().move({report.lead(u"H"_s, {})}, handOver));
    report.show();
    QTRY_VERIFY(mentions(&**report.page, u"8 leads"_s));
    choose(waitForButton(&**report.page, u"Owner: all"_s), u"Rui"_s);
    QTRY_VERIFY(mentions(&**report.page, u"1 leads"_s));
    QTRY_VERIFY(visibleButton(&**report.page, u"Owner: Rui"_s));
}

void TestReportsPage::aPeriodIsComparedWithTheOneBefore()
{
    Report report;
    report.fill();
    report.show();
    QVERIFY(!visibleButton(&**report.page, u"Not compared"_s)); // nothing is before all time
    choose(waitForButton(&**report.page, u"Period"_s), u"this quarter"_s);
    choose(waitForButton(&**report.page, u"Not compared"_s), u"With the period before"_s);
    waitForButton(&**report.page, u"Report: People"_s)->click();
    QTRY_VERIFY(mentions(&**report.page, u"◇"_s));
    QTRY_VERIFY(visibleButton(&**report.page, u"Compared with the period before"_s));
}

void TestReportsPage::theFunnelWithinSomeDays()
{
    Report report;
    report.fill();
    report.show();
    QTRY_VERIFY(mentions(&**report.page, u"7 leads"_s));
    choose(waitForButton(&**report.page, u"Reached however late"_s), u"Within 30 days of coming in"_s);
    // All came in this minute: nobody has had thirty days.
    QTRY_VERIFY(waitForNamed<FunnelView>(&**report.page, u"Funnel"_s)->sentenceOf(0).contains(u"7 too young to be judged"_s));
    waitForButton(&**report.page, u"Moves"_s)->click();
    QTRY_VERIFY(waitForNamed<FunnelView>(&**report.page, u"Funnel"_s)->sentenceOf(0).contains(u"came here"_s));
    QVERIFY(!visibleButton(&**report.page, u"Reached within"_s)); // only a cohort is followed over time
}

QTEST_MAIN(TestReportsPage)
#include "tst_reportspage.moc"
