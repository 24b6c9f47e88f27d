// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/viewservice.h"
#include "support/desk.h"
#include "ui/charts/barchart.h"
#include "ui/charts/columnchart.h"
#include "ui/charts/funnelview.h"
#include "ui/pages/reportspage.h"
#include "ui/reports/dashboardcard.h"
#include "ui/reports/dashboardpane.h"
#include "ui/reports/reportbook.h"

#include <QFile>
#include <QMenu>

using namespace kindling;
using namespace Qt::StringLiterals;

/// The owner's page of chosen charts.
class TestDashboardPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheUsualCharts();
    void asManyAcrossAsThereIsRoomFor();
    void everyMarkOpensItsLeads();
    void everyChartOpensItsReport();
    void areMovedAndTakenOff();
    void aReportIsPutOnWithWhatWasChosen();
    void whatIsSplitIsTold();
    void aChartThatCannotBeMadeSaysSo();
    void isSavedAsAReportOfSeveralPages();

private:
    std::vector<DashboardCard *> cards() const
    {
        std::vector<DashboardCard *> shown;
        for (DashboardCard *card : (*m_page)->findChildren<DashboardCard *>()) {
            if (card->isVisible())
                shown.push_back(card);
        }
        std::sort(shown.begin(), shown.end(),
                  [](const QWidget *a, const QWidget *b) { return std::pair(a->y(), a->x()) < std::pair(b->y(), b->x()); });
        return shown;
    }
    DashboardCard *card(const QString &title) const
    {
        for (DashboardCard *each : cards()) {
            if (visibleButton(each, u"Open the report: "_s + title))
                return each;
        }
        return nullptr;
    }
    static void choose(DashboardCard *card, const QString &entry)
    {
        for (QMenu *menu : card->findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (action->text() == entry) {
                    action->trigger();
                    return;
                }
            }
        }
        QFAIL("no such entry");
    }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
    Theme m_theme;
    std::unique_ptr<Shown<ReportsPage>> m_page;
};

void TestDashboardPage::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
    Lead draft;
    draft.name = u"Marta"_s;
    draft.source = u"Web"_s;
    draft.owner = u"Ines"_s;
    const LeadId marta = answerOf((*m_workspace)->leads().add(draft)).leads.front();
    draft.name = u"Rui"_s;
    answerOf((*m_workspace)->leads().add(draft));
    LeadMove won;
    won.outcome = Outcome::Won;
    answerOf((*m_workspace)->leads().move({marta}, won));
    m_page = std::make_unique<Shown<ReportsPage>>(**m_workspace, m_theme, nullptr);
    (*m_page)->showDashboard();
}

void TestDashboardPage::cleanup()
{
    m_page.reset();
    m_workspace.reset();
}

void TestDashboardPage::showsTheUsualCharts()
{
    QTRY_COMPARE(cards().size(), usualDashboard().size());
    QTRY_VERIFY(card(u"Funnel"_s)->findChild<FunnelView *>()->isVisible());
    QTRY_VERIFY(card(u"Sources"_s)->findChild<BarChart *>()->isVisible());
    QTRY_VERIFY(mentions(card(u"Sources"_s), u"the last 12 months · all leads"_s));
    QVERIFY(!visibleButton(&**m_page, u"Period: "_s)); // each chart has its own
}

void TestDashboardPage::asManyAcrossAsThereIsRoomFor()
{
    const auto across = [&] {
        const auto shown = cards();
        return std::count_if(shown.begin(), shown.end(), [&](const QWidget *card) { return card->y() == shown.front()->y(); });
    };
    (*m_page)->resize(1060, 700);
    QTRY_COMPARE(cards().size(), usualDashboard().size());
    QTRY_COMPARE(across(), 2);
    (*m_page)->resize(1700, 1000);
    QTRY_COMPARE(across(), 3);
    (*m_page)->resize(600, 700);
    QTRY_COMPARE(across(), 1);
}

void TestDashboardPage::everyMarkOpensItsLeads()
{
    QTRY_COMPARE(cards().size(), usualDashboard().size());
    QString opened;
    size_t count = 0;
    connect(&**m_page, &Page::leadsWanted, this, [&](const QString &title, const LeadListPtr &leads) {
        opened = title;
        count = leads->ids.size();
    });
    auto *funnel = card(u"Funnel"_s)->findChild<FunnelView *>();
    QTRY_VERIFY(funnel->isVisible() && funnel->markCount() > 0);
    funnel->setFocus();
    QTest::keyClick(funnel, Qt::Key_Down);
    QTest::keyClick(funnel, Qt::Key_Return);
    QCOMPARE(opened, u"Prospect"_s);
    QCOMPARE(count, size_t(2));
    auto *sources = card(u"Sources"_s)->findChild<BarChart *>();
    QTRY_VERIFY(sources->isVisible() && sources->markCount() > 0);
    Q_EMIT sources->markChosen(0);
    QVERIFY(opened.startsWith(u"Web: "_s));
}

void TestDashboardPage::everyChartOpensItsReport()
{
    QTRY_COMPARE(cards().size(), usualDashboard().size());
    waitForButton(card(u"People"_s), u"Open the report"_s)->click();
    QVERIFY(waitForNamed<QPushButton>(&**m_page, u"Report: People"_s)->isChecked());
    QTRY_VERIFY(visibleButton(&**m_page, u"Period: the last 12 months"_s));
    QTRY_VERIFY(cards().empty());
}

void TestDashboardPage::areMovedAndTakenOff()
{
    QTRY_COMPARE(cards().size(), usualDashboard().size());
    choose(card(u"Funnel"_s), u"Move back"_s);
    QTRY_VERIFY(visibleButton(cards().front(), u"Open the report: Trend"_s));
    QCOMPARE(answerOf((*m_workspace)->views().dashboard())[1].report, u"funnel"_s);
    choose(card(u"Trend"_s), u"Take off the dashboard"_s);
    QTRY_COMPARE(cards().size(), usualDashboard().size() - 1);
    QTRY_VERIFY(visibleButton(cards().front(), u"Open the report: Funnel"_s));
    answerOf((*m_workspace)->history().undo());
    QTRY_COMPARE(cards().size(), usualDashboard().size());
}

void TestDashboardPage::aReportIsPutOnWithWhatWasChosen()
{
    waitForNamed<QPushButton>(&**m_page, u"Report: People"_s)->click();
    QTRY_VERIFY(visibleButton(&**m_page, u"Put on the dashboard"_s));
    const auto chip = waitForButton(&**m_page, u"Period: "_s);
    for (QAction *action : chip->menu()->actions()) {
        if (action->text() == u"this year"_s)
            action->trigger();
    }
    waitForButton(&**m_page, u"Put on the dashboard"_s)->click();
    QTRY_COMPARE(answerOf((*m_workspace)->views().dashboard()).size(), usualDashboard().size() + 1);
    const DashboardChart added = answerOf((*m_workspace)->views().dashboard()).back();
    QCOMPARE(added.report, u"people"_s);
    QCOMPARE(added.period, u"thisYear"_s);
}

void TestDashboardPage::whatIsSplitIsTold()
{
    DashboardChart funnel;
    funnel.report = u"funnel"_s;
    funnel.by = u"source"_s;
    DashboardChart trend = funnel;
    trend.report = u"trend"_s;
    answerOf((*m_workspace)->views().saveDashboard({funnel, trend}));
    QTRY_COMPARE(cards().size(), size_t(2));
    QString opened;
    connect(&**m_page, &Page::leadsWanted, this, [&](const QString &title) { opened = title; });
    auto *bars = waitForNamed<BarChart>(card(u"Funnel by source"_s), u"Funnel by source"_s);
    QVERIFY(bars->sentenceOf(0).startsWith(u"Prospect · Web: "_s));
    Q_EMIT bars->markChosen(0);
    QCOMPARE(opened, u"Prospect · Web: Of all"_s);
    funnel.report = u"campaigns"_s; // has a row for each campaign and nothing else
    QCOMPARE(questionOf(funnel, *(*m_workspace)->vocabulary(), (*m_workspace)->clock().now(), QTimeZone::utc()).error().code,
             ErrorCode::UnknownField);
    auto *columns = waitForNamed<ColumnChart>(card(u"Trend by source"_s), u"Trend by source"_s);
    Q_EMIT columns->markChosen(0);
    QVERIFY2(opened.endsWith(u" · Web: Came in"_s), qPrintable(opened));
}

void TestDashboardPage::aChartThatCannotBeMadeSaysSo()
{
    DashboardChart gone;
    gone.report = u"people"_s;
    gone.segment = u"Bakeries"_s;
    answerOf((*m_workspace)->views().saveDashboard({gone}));
    QTRY_COMPARE(cards().size(), size_t(1));
    QTRY_VERIFY(mentions(cards().front(), u"“Bakeries”"_s));
    choose(cards().front(), u"Take off the dashboard"_s);
    QTRY_VERIFY(mentions(&**m_page, u"The dashboard is empty"_s));
}

void TestDashboardPage::isSavedAsAReportOfSeveralPages()
{
    answerOf((*m_workspace)->views().saveFirm(u"Padaria Estrela"_s));
    DashboardChart gone;
    gone.report = u"people"_s;
    gone.segment = u"Bakeries"_s;
    DashboardChart people;
    people.report = u"people"_s;
    DashboardChart funnel;
    funnel.report = u"funnel"_s;
    answerOf((*m_workspace)->views().saveDashboard({funnel, people, gone}));
    ReportBook book(**m_workspace, m_theme, nullptr);
    int pages = 0;
    QString refused;
    connect(&book, &ReportBook::written, this, [&](const QString &, int count) { pages = count; });
    connect(&book, &ReportBook::failed, this, [&](const Error &error) { refused = error.subject; });
    const QString path = m_workspace->file(u"report.pdf"_s);
    book.write(path);
    QTRY_COMPARE(pages, 4); // the first, two charts, and the one that says why it cannot be made
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF"));
    QCOMPARE(bytes.count("/Type /Page\n"), 4);
    book.write(m_workspace->file(u"no/such/folder/report.pdf"_s));
    QTRY_VERIFY(refused.endsWith(u"report.pdf"_s));
}

QTEST_MAIN(TestDashboardPage)
#include "tst_dashboardpage.moc"
