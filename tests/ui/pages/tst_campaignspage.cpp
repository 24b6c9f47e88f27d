// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/campaignspage.h"

#include "core/workspace/campaignservice.h"
#include "core/workspace/forecastservice.h"
#include "support/desk.h"
#include "ui/campaigns/campaigndialog.h"
#include "ui/reports/figurespane.h"
#include "ui/settings/channelsettings.h"
#include "ui/settings/goalsettings.h"
#include "ui/settings/ratesettings.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// Chooses an entry of the menu that a pill opens.
void pick(QPushButton *chip, const QString &text)
{
    QVERIFY(chip && chip->menu());
    Q_EMIT chip->menu()->aboutToShow();
    for (QAction *action : chip->menu()->actions()) {
        if (action->text() == text) {
            action->trigger();
            return;
        }
    }
    QFAIL(qPrintable(u"there is no "_s + text));
}

} // namespace

/// Campaigns by hand: figures that open their leads, a plan, costs, and the settings beside them.
class TestCampaignsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void plansACampaignFromNothing();
    void opensTheLeadsBehindAFigure();
    void switchesBasisAndCredit();
    void writesCostsDown();
    void keepsLeadMagnets();
    void refusesWhatCannotBeRead();
    void editsChannelsAndRates();
    void whatIsBeingTypedStays();
    void setsGoals();
    void showsTheForecast();

private:
    QTableWidget *table() const { return waitForNamed<QTableWidget>(m_page.get(), u"Campaigns"_s); }
    QString cell(const QString &campaign, const QString &column) const
    {
        for (int row = 0; row < table()->rowCount(); ++row) {
            for (int i = 0; table()->item(row, 0)->text() == campaign && i < table()->columnCount(); ++i) {
                if (table()->horizontalHeaderItem(i)->text() == column)
                    return table()->item(row, i)->text().replace(QChar(QChar::Nbsp), u' ');
            }
        }
        return u"none"_s;
    }
    void add(const QString &name, const QString &campaign)
    {
        Lead lead;
        lead.name = name;
        lead.campaign = campaign;
        answerOf((*m_w)->leads().add(lead));
    }

    std::unique_ptr<TemporaryWorkspace> m_w;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<CampaignsPage> m_page;
};

void TestCampaignsPage::init()
{
    m_w = std::make_unique<TemporaryWorkspace>();
    m_theme = std::make_unique<Theme>();
    m_page = std::make_unique<CampaignsPage>(**m_w, *m_theme, nullptr);
    m_page->resize(1000, 720);
    m_page->show();
}

void TestCampaignsPage::cleanup()
{
    m_page.reset();
    m_theme.reset();
    m_w.reset();
}

void TestCampaignsPage::plansACampaignFromNothing()
{
    QTRY_VERIFY(visibleButton(m_page.get(), u"Plan a campaign"_s));
    waitForButton(m_page.get(), u"Plan a campaign"_s)->click();
    auto *dialog = m_page->findChild<CampaignDialog *>();
    QVERIFY(dialog);
    waitForNamed<QLineEdit>(dialog, u"Name of the campaign"_s)->setText(u"Spring fair"_s);
    waitForNamed<QComboBox>(dialog, u"Channel"_s)->setCurrentText(u"Trade fair"_s);
    waitForNamed<QSpinBox>(dialog, u"Goal in leads"_s)->setValue(60);
    waitForNamed<QLineEdit>(dialog, u"Planned budget"_s)->setText(u"4000 EUR"_s);
    QSignalSpy told(m_page.get(), &Page::message);
    waitForButton(dialog, u"Add campaign"_s)->click();
    QTRY_COMPARE(told.count(), 1);
    const Campaign made = *answerOf((*m_w)->campaigns().marketing()).campaignNamed(u"Spring fair"_s);
    QCOMPARE(made.channel, u"Trade fair"_s);
    QVERIFY(!made.first.isValid());
    QCOMPARE(made.budget, std::optional(Money{400'000, u"EUR"_s}));
    QTRY_VERIFY(mentions(m_page.get(), u"Spring fair"_s)); // its card
    QTRY_VERIFY(mentions(m_page.get(), u"Trade fair"_s));
}

void TestCampaignsPage::opensTheLeadsBehindAFigure()
{
    add(u"Ada"_s, u"Fair"_s);
    add(u"Bob"_s, u"Fair"_s);
    QTRY_COMPARE(cell(u"Fair"_s, u"Leads"_s), u"2"_s);
    QCOMPARE(cell(u"Fair"_s, u"Cost"_s), u"–"_s); // unknown is no zero
    QSignalSpy wanted(m_page.get(), &Page::leadsWanted);
    Q_EMIT table()->cellActivated(0, 1);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.front().at(0).toString(), u"Fair: Leads"_s);
    QCOMPARE(wanted.front().at(1).value<LeadListPtr>()->ids.size(), size_t(2));
    waitForButton(m_page.get(), u"Its leads"_s)->click();
    QCOMPARE(wanted.count(), 2);
}

void TestCampaignsPage::switchesBasisAndCredit()
{
    add(u"Ada"_s, u"Fair"_s);
    QTRY_COMPARE(cell(u"Fair"_s, u"Leads"_s), u"1"_s);
    pick(waitForNamed<QPushButton>(m_page.get(), u"Basis: leads created"_s), u"Money spent in the period"_s);
    QTRY_VERIFY(mentions(m_page.get(), u"Basis: money spent in the period"_s));
    Activity webinar;
    webinar.lead = m_w->list(u"Ada"_s)->ids.front();
    webinar.kind = ActivityKind::Webinar;
    webinar.campaign = u"Live talk"_s;
    webinar.at = m_w->clock().now();
    answerOf((*m_w)->leads().log(webinar));
    pick(waitForNamed<QPushButton>(m_page.get(), u"Counted by: First touch"_s), u"The last one that reached it"_s);
    QTRY_COMPARE(cell(u"Live talk"_s, u"Leads"_s), u"1"_s);
    pick(waitForNamed<QPushButton>(m_page.get(), u"Period: all time"_s), u"last year"_s);
    QTRY_COMPARE(cell(u"Live talk"_s, u"Leads"_s), u"none"_s);
}

void TestCampaignsPage::writesCostsDown()
{
    add(u"Ada"_s, u"Fair"_s);
    QTRY_COMPARE(cell(u"Fair"_s, u"Leads"_s), u"1"_s);
    QTRY_VERIFY(visibleNamed<QLineEdit>(m_page.get(), u"Amount of the new cost"_s));
    waitForNamed<QLineEdit>(m_page.get(), u"Amount of the new cost"_s)->setText(u"250 EUR"_s);
    waitForNamed<QLineEdit>(m_page.get(), u"What the new cost is for"_s)->setText(u"Stand"_s);
    waitForButton(m_page.get(), u"Add cost"_s)->click();
    QTRY_COMPARE(cell(u"Fair"_s, u"Cost"_s), u"€ 250"_s);
    auto *costs = waitForNamed<QTableWidget>(m_page.get(), u"Costs of the campaign"_s);
    QTRY_COMPARE(costs->rowCount(), 1);
    costs->item(0, 1)->setText(u"300"_s);
    QTRY_COMPARE(cell(u"Fair"_s, u"Cost"_s), u"€ 300"_s);
    costs->setCurrentCell(0, 0);
    waitForNamed<QPushButton>(m_page.get(), u"Remove the chosen cost"_s)->click();
    QTRY_COMPARE(cell(u"Fair"_s, u"Cost"_s), u"–"_s);
}

void TestCampaignsPage::keepsLeadMagnets()
{
    add(u"Ada"_s, u"Fair"_s);
    QTRY_VERIFY(visibleNamed<QLineEdit>(m_page.get(), u"Name of a new lead magnet"_s));
    waitForNamed<QLineEdit>(m_page.get(), u"Name of a new lead magnet"_s)->setText(u"Oven guide"_s);
    waitForNamed<QPushButton>(m_page.get(), u"Add the lead magnet"_s)->click();
    QTRY_VERIFY(mentions(m_page.get(), u"Oven guide (ebook)"_s));
    QCOMPARE(answerOf((*m_w)->campaigns().marketing()).magnets.front().campaign, u"Fair"_s);
}

void TestCampaignsPage::refusesWhatCannotBeRead()
{
    add(u"Ada"_s, u"Fair"_s);
    QTRY_VERIFY(visibleNamed<QLineEdit>(m_page.get(), u"Amount of the new cost"_s));
    QSignalSpy refused(m_page.get(), &Page::failed);
    waitForNamed<QLineEdit>(m_page.get(), u"Amount of the new cost"_s)->setText(u"much"_s);
    waitForButton(m_page.get(), u"Add cost"_s)->click();
    QCOMPARE(refused.count(), 1);
    waitForNamed<QPushButton>(m_page.get(), u"Edit the campaign"_s)->click();
    auto *dialog = m_page->findChild<CampaignDialog *>();
    waitForNamed<QLineEdit>(dialog, u"Name of the campaign"_s)->clear();
    waitForButton(dialog, u"Save campaign"_s)->click();
    QTRY_VERIFY(mentions(dialog, u"name"_s)); // the reason, and the dialog stays
    QVERIFY(dialog->isVisible());
}

void TestCampaignsPage::editsChannelsAndRates()
{
    Lead lead;
    lead.name = u"Ada"_s;
    lead.source = u"Paid search"_s;
    answerOf((*m_w)->leads().add(lead));
    ChannelSettings channels(**m_w, nullptr);
    channels.show();
    auto *sources = waitForNamed<QTableWidget>(&channels, u"Sources and their channels"_s);
    QTRY_COMPARE(sources->rowCount(), 1);
    sources->item(0, 1)->setText(u"Online"_s);
    QTRY_COMPARE(sources->rowCount(), 2); // Online is one now
    QTRY_COMPARE(sources->item(1, 2)->text(), u"Online → Paid search"_s);
    RateSettings rates(**m_w, nullptr);
    rates.show();
    waitForNamed<QLineEdit>(&rates, u"Currency of the rate"_s)->setText(u"chf"_s);
    waitForNamed<QLineEdit>(&rates, u"What one unit is worth"_s)->setText(u"1.05"_s);
    waitForButton(&rates, u"Add rate"_s)->click();
    auto *table = waitForNamed<QTableWidget>(&rates, u"Rates between currencies"_s);
    QTRY_COMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 1)->text(), u"CHF"_s);
    table->setCurrentCell(0, 0);
    waitForNamed<QPushButton>(&rates, u"Remove the chosen rate"_s)->click();
    QTRY_COMPARE(table->rowCount(), 0);
}

void TestCampaignsPage::whatIsBeingTypedStays()
{
    Lead lead;
    lead.name = u"Ada"_s;
    lead.source = u"Paid search"_s;
    answerOf((*m_w)->leads().add(lead));
    Shown<ChannelSettings> channels(**m_w, nullptr);
    Shown<GoalSettings> goals(**m_w, nullptr);
    Lead fromFair; // brings another source
    fromFair.name = u"Bob"_s;
    fromFair.source = u"Trade fair"_s;
    Lead ofZoe; // brings another member
    ofZoe.name = u"Eve"_s;
    ofZoe.owner = u"Zoe"_s;
    for (const auto &[table, next] : {std::pair(waitForNamed<QTableWidget>(&channels, u"Sources and their channels"_s), fromFair),
                                      std::pair(waitForNamed<QTableWidget>(&goals, u"Goals by person and month"_s), ofZoe)}) {
        QTRY_VERIFY(table->rowCount() > 0);
        const int before = table->rowCount();
        table->editItem(table->item(0, 1));
        const QPointer<QLineEdit> editor = table->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"50"_s);
        answerOf((*m_w)->leads().add(next));
        QTRY_COMPARE(table->rowCount(), before + 1);
        QVERIFY(editor);
        QCOMPARE(editor->text(), u"50"_s);
    }
}

void TestCampaignsPage::setsGoals()
{
    Lead lead;
    lead.name = u"Ada"_s;
    lead.owner = u"Ines"_s;
    answerOf((*m_w)->leads().add(lead));
    GoalSettings settings(**m_w, nullptr);
    settings.show();
    auto *goals = waitForNamed<QTableWidget>(&settings, u"Goals by person and month"_s);
    QTRY_COMPARE(goals->rowCount(), 2); // the team and Ines
    goals->item(1, 2)->setText(u"5000 EUR"_s);
    QTRY_COMPARE(answerOf((*m_w)->forecasts().goals()).size(), size_t(1));
    const SalesGoal goal = answerOf((*m_w)->forecasts().goals()).front();
    QCOMPARE(goal.member, u"Ines"_s);
    QCOMPARE(goal.month, QDate(2026, 4, 1));
    QSignalSpy refused(&settings, &GoalSettings::failed);
    goals->item(0, 1)->setText(u"much"_s);
    QCOMPARE(refused.count(), 1);
    QTRY_COMPARE(goals->item(1, 2)->text().replace(QChar(QChar::Nbsp), u' '), u"€ 5,000"_s);
    goals->item(1, 2)->setText({});
    QTRY_VERIFY(answerOf((*m_w)->forecasts().goals()).empty());
}

void TestCampaignsPage::showsTheForecast()
{
    answerOf((*m_w)->imports().addSample(300, 1, std::make_shared<Progress>()));
    answerOf((*m_w)->forecasts().setGoal(u"Ines"_s, {2026, 3, 1}, Money{1'000'000, u"EUR"_s}));
    FiguresPane pane(**m_w, *m_theme, nullptr);
    pane.resize(900, 600);
    pane.show();
    ReportScope scope;
    scope.asOf = m_w->clock().now();
    scope.until = scope.asOf;
    pane.ask(ReportKind::Forecast, scope);
    QTRY_VERIFY(mentions(&pane, u"the present leads should bring"_s));
    QTRY_VERIFY(visibleNamed<QWidget>(&pane, u"Forecast"_s)); // the chart says what it is
    pick(waitForButton(&pane, u"Month by month"_s), u"Person by person"_s);
    QTRY_VERIFY(visibleButton(&pane, u"Person by person"_s));
    QSignalSpy told(&pane, &FiguresPane::message);
    pick(waitForButton(&pane, u"Person by person"_s), u"Keep this forecast"_s);
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(answerOf((*m_w)->forecasts().kept()).size(), size_t(1));
    pick(waitForButton(&pane, u"Person by person"_s), u"Past forecasts"_s);
    QTRY_VERIFY(mentions(&pane, u"old enough to be graded"_s));
}

QTEST_MAIN(TestCampaignsPage)

#include "tst_campaignspage.moc"
