// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/pages/todaypage.h"

#include <QLineEdit>
#include <QListView>
#include <QMenu>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs hour = 3'600'000;
constexpr UtcMs day = 24 * hour;

/// Noon of Monday, 2 March 2026.
class Today
{
public:
    /// A lead with a call planned so long after noon.
    LeadId planned(const QString &name, UtcMs after, const QString &note = {})
    {
        const LeadId lead = workspace.add(name);
        FollowUp call;
        call.lead = lead;
        call.kind = FollowUpKind::Call;
        call.note = note;
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(TemporaryWorkspace::noon + after, workspace.clock().zone());
        call.localTime = local.toString(u"yyyy-MM-ddTHH:mm:ss"_s);
        call.zone = QString::fromLatin1(workspace.clock().zone().id());
        answerOf(workspace->followUps().plan(call));
        return lead;
    }
    void show() { page = std::make_unique<Shown<TodayPage>>(*workspace, m_theme, nullptr); }
    QListView *list() { return visibleNamed<QListView>(&**page, u"What to do today"_s); }
    QStringList texts()
    {
        QStringList rows;
        if (const QListView *view = list()) {
            for (int row = 0; row < view->model()->rowCount(); ++row)
                rows += view->model()->index(row, 0).data().toString();
        }
        return rows;
    }
    void press(Qt::Key key) { QTest::keyClick(waitForNamed<QListView>(&**page, u"What to do today"_s), key); }
    Theme &theme() { return m_theme; }

    TemporaryWorkspace workspace;

private:
    Theme m_theme;

public:
    std::unique_ptr<Shown<TodayPage>> page;
};

} // namespace

/// The day's work, by one key each.
class TestTodayPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsByHowMuchItPresses();
    void dMarksDone();
    void sSnoozes();
    void rReschedulesAndPlans();
    void cCallsAndEWrites();
    void nSkipsUntilItIsShownAgain();
    void whatIsSkippedStaysSoOverARestartAndUntilTomorrow();
    void staysOnTheLeadThatIsBeingWorkedOn();
    void onlyMineIsRemembered();
    void withNothingDueItSaysWhatToDo();
};

void TestTodayPage::groupsByHowMuchItPresses()
{
    Today today;
    today.planned(u"Marta"_s, -3 * day, u"about the oven"_s);
    today.planned(u"Jan"_s, 2 * hour);
    today.planned(u"Ana"_s, 3 * day);
    today.planned(u"Eva"_s, 20 * day); // later than a week: not here
    today.workspace.add(u"Nina"_s);
    today.show();
    QTRY_COMPARE(today.texts().size(), 8);
    QCOMPARE(today.texts()[0], u"Overdue, 1"_s);
    QCOMPARE(today.texts()[1], u"Marta, Call: about the oven, 3 days late"_s);
    QCOMPARE(today.texts()[2], u"Due today, 1"_s);
    QCOMPARE(today.texts()[3], u"Jan, Call, Today 14:00"_s);
    QCOMPARE(today.texts()[4], u"New, not contacted yet, 1"_s);
    QCOMPARE(today.texts()[5], u"Nina, came in 0 min ago"_s);
    QCOMPARE(today.texts()[6], u"Next seven days, 1"_s);
    QVERIFY(today.texts()[7].startsWith(u"Ana, Call, "_s));
    QCOMPARE((**today.page).dueCount(), 2);
    QCOMPARE((**today.page).statusText(), u"2 to do today"_s);
}

void TestTodayPage::dMarksDone()
{
    Today today;
    const LeadId marta = today.planned(u"Marta"_s, -day);
    today.planned(u"Jan"_s, hour);
    today.show();
    QTRY_COMPARE(today.texts().size(), 4);
    QString said;
    connect(&**today.page, &Page::message, this, [&](const QString &text) { said = text; });
    today.press(Qt::Key_D);
    QTRY_COMPARE(today.texts().value(0), u"Due today, 1"_s);
    QTRY_COMPARE(said, u"Done: Marta"_s);
    QCOMPARE(today.texts()[3], u"Marta, came in 0 min ago"_s); // nothing planned any more
    QCOMPARE(answerOf(today.workspace->leads().dossier(marta)).followUps.front().state, FollowUpState::Done);
    answerOf(today.workspace->history().undo());
    QTRY_COMPARE(today.texts().value(0), u"Overdue, 1"_s);
}

void TestTodayPage::sSnoozes()
{
    Today today;
    const LeadId marta = today.planned(u"Marta"_s, -day);
    today.show();
    QTRY_COMPARE(today.texts().size(), 2);
    today.press(Qt::Key_S);
    QMenu *menu = nullptr;
    QTRY_VERIFY((menu = (**today.page).findChild<QMenu *>()) && menu->isVisible());
    QCOMPARE(menu->actions()[1]->text(), u"Tomorrow at nine"_s);
    menu->actions()[1]->trigger();
    menu->close();
    // Tuesday at nine in Berlin is eight in UTC: 21 hours after Monday noon.
    QTRY_COMPARE(answerOf(today.workspace->leads().dossier(marta)).followUps.front().snoozedUntil.value_or(0),
                 TemporaryWorkspace::noon + 21 * hour);
    QTRY_COMPARE(today.texts().value(0), u"Next seven days, 1"_s);
}

void TestTodayPage::rReschedulesAndPlans()
{
    Today today;
    const LeadId marta = today.planned(u"Marta"_s, -day);
    const LeadId nina = today.workspace.add(u"Nina"_s);
    today.show();
    QTRY_COMPARE(today.texts().size(), 4);
    const auto typeTime = [&](const QString &text) {
        today.press(Qt::Key_R);
        auto *field = waitForNamed<QLineEdit>(&**today.page, u"New time"_s);
        QVERIFY(field);
        QTest::keyClicks(field, text);
        QTRY_VERIFY(mentions(field->window(), u"Friday 6 March 2026, 14:00"_s)); // what was understood
        QTest::keyClick(field, Qt::Key_Return);
    };
    typeTime(u"fri 14:00"_s);
    QTRY_COMPARE(answerOf(today.workspace->leads().dossier(marta)).followUps.front().localTime, u"2026-03-06T14:00:00"_s);
    QTRY_COMPARE(today.texts().value(0), u"New, not contacted yet, 1"_s);
    typeTime(u"fri 14:00"_s); // nothing is planned with Nina: it is planned now
    QTRY_COMPARE(answerOf(today.workspace->leads().dossier(nina)).followUps.size(), size_t(1));
}

void TestTodayPage::cCallsAndEWrites()
{
    Today today;
    const LeadId marta = today.planned(u"Marta"_s, -day);
    today.show();
    QTRY_COMPARE(today.texts().size(), 2);
    LeadId called;
    LeadId written;
    LeadId opened;
    connect(&**today.page, &TodayPage::callWanted, this, [&](LeadId id) { called = id; });
    connect(&**today.page, &TodayPage::emailWanted, this, [&](LeadId id) { written = id; });
    connect(&**today.page, &Page::leadOpened, this, [&](LeadId id) { opened = id; });
    today.press(Qt::Key_C);
    today.press(Qt::Key_E);
    today.press(Qt::Key_Return);
    QCOMPARE(called, marta);
    QCOMPARE(written, marta);
    QCOMPARE(opened, marta);
    QCOMPARE((**today.page).selectedLeads(), std::vector{marta});
}

void TestTodayPage::nSkipsUntilItIsShownAgain()
{
    Today today;
    today.planned(u"Marta"_s, -2 * day);
    today.planned(u"Jan"_s, -day);
    today.show();
    QTRY_COMPARE(today.texts().size(), 3);
    today.press(Qt::Key_N);
    QTRY_COMPARE(today.texts().size(), 2);
    QVERIFY(today.texts()[1].startsWith(u"Jan, "_s));
    QPushButton *again = waitForButton(&**today.page, u"Skipped: 1"_s);
    QVERIFY(again);
    again->click();
    QTRY_COMPARE(today.texts().size(), 3);
    QVERIFY(!again->isVisible());
    today.press(Qt::Key_N);
    QTRY_COMPARE(today.texts().size(), 2);
    today.workspace.clock().advance(day); // tomorrow everything is back
    today.workspace.add(u"Nina"_s);
    QTRY_COMPARE(today.texts().value(0), u"Overdue, 2"_s);
}

void TestTodayPage::whatIsSkippedStaysSoOverARestartAndUntilTomorrow()
{
    const CleanSettings settings;
    Today today;
    today.planned(u"Marta"_s, -2 * day);
    today.planned(u"Jan"_s, -day);
    const auto open = [&] {
        auto opened = std::make_unique<TodayPage>(*today.workspace, today.theme(), nullptr);
        static_cast<QWidget &>(*opened).show();
        return opened;
    };
    const auto texts = [](TodayPage &page) {
        QStringList rows;
        const auto *list = page.findChild<QListView *>();
        for (int row = 0; row < list->model()->rowCount(); ++row)
            rows += list->model()->index(row, 0).data().toString();
        return rows;
    };
    std::unique_ptr<TodayPage> page = open();
    QTRY_COMPARE(texts(*page).size(), 3);
    page->findChild<QListView *>()->setFocus();
    QTest::keyClick(page->findChild<QListView *>(), Qt::Key_N);
    QTRY_COMPARE(texts(*page).size(), 2);
    page = open();
    QTRY_COMPARE(texts(*page).size(), 2);
    QVERIFY(texts(*page)[1].startsWith(u"Jan"_s));
    page->resize(715, 600); // beside the panel in a window of 1280
    QPushButton *chip = waitForButton(page.get(), u"Skipped: 1, show again"_s);
    QVERIFY(chip);
    QTRY_VERIFY(chip->width() >= chip->sizeHint().width());
    today.workspace.clock().advance(day);
    page = open();
    QTRY_COMPARE(texts(*page).size(), 3);
    page.reset();
}

void TestTodayPage::staysOnTheLeadThatIsBeingWorkedOn()
{
    Today today;
    today.planned(u"Marta"_s, -2 * day);
    const LeadId jan = today.planned(u"Jan"_s, -day);
    today.show();
    QTRY_COMPARE(today.texts().size(), 3);
    today.press(Qt::Key_Down);
    QCOMPARE((**today.page).selectedLeads(), std::vector{jan});
    today.planned(u"Olga"_s, -5 * day); // comes in above
    QTRY_COMPARE(today.texts().size(), 4);
    QCOMPARE((**today.page).selectedLeads(), std::vector{jan});
}

void TestTodayPage::onlyMineIsRemembered()
{
    Today today;
    today.planned(u"Marta"_s, -day);
    const LeadId his = today.planned(u"Jan"_s, -day);
    LeadMove move;
    move.owner = u"Jonas"_s;
    answerOf(today.workspace->leads().move({his}, move));
    today.show();
    QTRY_COMPARE(today.texts().size(), 3);
    waitForButton(&**today.page, u"Only mine"_s)->click();
    QTRY_COMPARE(today.texts().size(), 2);
    QVERIFY(QSettings().value(u"today/mine"_s).toBool());
}

void TestTodayPage::withNothingDueItSaysWhatToDo()
{
    Today today;
    today.show();
    QTRY_VERIFY(mentions(&**today.page, u"every open lead has its next step"_s));
    bool wanted = false;
    connect(&**today.page, &TodayPage::leadsPageWanted, this, [&] { wanted = true; });
    waitForButton(&**today.page, u"Go to leads"_s)->click();
    QVERIFY(wanted);
    QCOMPARE((**today.page).statusText(), u"Nothing left for today"_s);
}

QTEST_MAIN(TestTodayPage)
#include "tst_todaypage.moc"
