// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/boardtable.h"
#include "ui/leads/leadtable.h"
#include "ui/pages/leadspage.h"
#include "ui/pages/reportspage.h"
#include "ui/panels/pastleadview.h"
#include "ui/widgets/pastbar.h"

#include <QMenu>
#include <QTableWidget>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Past days in the window: chosen by a chip, said by a bar, read-only, one key back. Marta was cold from the 2nd, hot from the 10th; it is
/// the 20th of April.
class TestPast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBoardStandsAsItStood();
    void nothingOfThePastCanBeChanged();
    void theListStandsAsItStood();
    void stepsAndPlaysMonthByMonth();
    void reportsStandAsTheyStood();
    void comparesWithToday();

private:
    static constexpr qint64 day = 24LL * 3'600'000;

    static LeadId fill(TemporaryWorkspace &workspace)
    {
        const LeadId marta = workspace.add(u"Marta"_s);
        workspace.clock().advance(8 * day);
        LeadMove hot;
        hot.temperature = Temperature::Hot;
        answerOf(workspace->leads().move({marta}, hot));
        workspace.clock().advance(41 * day);
        workspace.add(u"Jan"_s);
        return marta;
    }
    static PastBar *bar(QWidget *page) { return page->findChild<PastBar *>(); }
};

void TestPast::theBoardStandsAsItStood()
{
    BoardTable board;
    fill(board.workspace);
    QTRY_COMPARE(board.cards(u"Hot"_s), 1);
    QVERIFY(!bar(&board.page)->isVisible());
    bar(&board.page)->goTo(QDate(2026, 3, 5));
    QTRY_COMPARE(board.cards(u"Hot"_s), 0);
    QCOMPARE(board.cards(u"Cold"_s), 1); // without Jan
    QVERIFY(bar(&board.page)->isVisible());
    QTRY_VERIFY(mentions(&board.page, u"this is the past"_s));
    QVERIFY(!board.page->showsLeadPanel());
    QTest::keyClick(&board.page, Qt::Key_Escape);
    QTRY_COMPARE(board.cards(u"Hot"_s), 1);
    QCOMPARE(board.cards(u"Cold"_s), 1); // Jan
    QVERIFY(board.page->showsLeadPanel());
}

void TestPast::nothingOfThePastCanBeChanged()
{
    BoardTable board;
    const LeadId marta = fill(board.workspace);
    QTRY_COMPARE(board.cards(u"Hot"_s), 1);
    bar(&board.page)->goTo(QDate(2026, 3, 5));
    QTRY_COMPARE(board.cards(u"Hot"_s), 0); // one is cold today, too: the other one
    QCOMPARE(board.cards(u"Cold"_s), 1);
    QString said;
    connect(&board.page, &Page::message, this, [&](const QString &text, bool) { said = text; });
    board.choose(u"Cold"_s, 0);
    board.press(u"Cold"_s, Qt::Key_Right, Qt::ControlModifier);
    QTRY_VERIFY(said.contains(u"past"_s));
    QVERIFY(board.page->selectedLeads().empty());
    QCOMPARE(board.workspace.lead(marta).temperature, Temperature::Hot);
    auto *then = board.page->findChild<PastLeadView *>();
    QTRY_VERIFY(then->isVisible());
    QTRY_VERIFY(mentions(then, u"Cold, Prospect"_s));
    LeadId opened;
    connect(&board.page, &Page::leadOpened, this, [&](LeadId id) { opened = id; });
    waitForButton(then, u"Open as it is today"_s)->click();
    QCOMPARE(opened, marta);
    QVERIFY(!bar(&board.page)->isPast());
}

void TestPast::theListStandsAsItStood()
{
    TemporaryWorkspace workspace;
    const LeadId marta = fill(workspace);
    Theme theme;
    Shown<LeadsPage> page(*workspace, theme, nullptr);
    QTRY_COMPARE(page->listedLeads().size(), size_t(2));
    bar(&*page)->goTo(QDate(2026, 3, 5));
    QTRY_COMPARE(page->listedLeads(), (std::vector{marta}));
    auto *table = page->findChild<LeadTable *>();
    const int temperature = table->leads().columnOf(LeadField::Temperature);
    QTRY_COMPARE(table->leads().index(0, temperature).data().toString(), u"Cold"_s);
    const int next = table->leads().columnOf(LeadField::NextFollowUp);
    QCOMPARE(table->leads().index(0, next).data().toString(), u"not known"_s);
    QVERIFY(!(table->leads().flags(table->leads().index(0, 0)) & Qt::ItemIsEditable));
    QVERIFY(page->selectedLeads().empty());
    bar(&*page)->goToday();
    QTRY_COMPARE(page->listedLeads().size(), size_t(2));
    QTRY_VERIFY(table->leads().flags(table->leads().index(0, 0)) & Qt::ItemIsEditable);
}

void TestPast::stepsAndPlaysMonthByMonth()
{
    BoardTable board;
    fill(board.workspace);
    PastBar *past = bar(&board.page);
    past->goTo(QDate(2026, 3, 5));
    waitForNamed<QPushButton>(&board.page, u"A month later"_s)->click();
    QCOMPARE(past->day(), QDate(2026, 3, 31));
    waitForNamed<QPushButton>(&board.page, u"A month earlier"_s)->click();
    QCOMPARE(past->day(), QDate(2026, 2, 28));
    std::vector<QDate> days;
    connect(past, &PastBar::changed, this, [&] { days.push_back(past->day()); });
    waitForNamed<QPushButton>(&board.page, u"Play month by month"_s)->click();
    QTRY_VERIFY(!past->isPast()); // April is not over: today
    QCOMPARE(days.front(), QDate(2026, 3, 31));
    past->goTo(QDate(2099, 1, 1));
    QVERIFY(!past->isPast());
}

void TestPast::reportsStandAsTheyStood()
{
    TemporaryWorkspace workspace;
    fill(workspace);
    Theme theme;
    Shown<ReportsPage> page(*workspace, theme, nullptr);
    QTRY_VERIFY(page->statusText().startsWith(u"2 leads"_s));
    bar(&*page)->goTo(QDate(2026, 3, 5));
    QTRY_VERIFY(page->statusText().startsWith(u"1 leads"_s));
    QTest::keyClick(&*page, Qt::Key_Escape);
    QTRY_VERIFY(page->statusText().startsWith(u"2 leads"_s));
}

void TestPast::comparesWithToday()
{
    TemporaryWorkspace workspace;
    fill(workspace);
    Theme theme;
    Shown<ReportsPage> page(*workspace, theme, nullptr);
    bar(&*page)->goTo(QDate(2026, 3, 5));
    waitForNamed<QPushButton>(&*page, u"Compare this day with today"_s)->click();
    QVERIFY(!bar(&*page)->isPast());
    QTRY_VERIFY(mentions(&*page, u"1 leads came in"_s));
    QVERIFY(waitForNamed<QPushButton>(&*page, u"Report: Then and now"_s)->isChecked());
}

QTEST_MAIN(TestPast)
#include "tst_past.moc"
