// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/pages/todaypage.h"

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
    void press(Qt::Key key) { QTest::keyClick(list(), key); }

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
    void cCalls();
    void withNothingDueItSaysWhatToDo();
};

void TestTodayPage::groupsByHowMuchItPresses()
{
    Today today;
    today.planned(u"Marta"_s, -3 * day, u"about the oven"_s);
    today.planned(u"Jan"_s, 2 * hour);
    today.planned(u"Ana"_s, 3 * day);
    today.planned(u"Eva"_s, 20 * day); // later than a week: not here
    today.show();
    QTRY_COMPARE(today.texts().size(), 6);
    QCOMPARE(today.texts()[0], u"Overdue, 1"_s);
    QVERIFY(today.texts()[1].startsWith(u"Marta, Call: about the oven, "_s));
    QCOMPARE(today.texts()[2], u"Due today, 1"_s);
    QCOMPARE(today.texts()[3], u"Jan, Call, Today 14:00"_s);
    QCOMPARE(today.texts()[4], u"Next seven days, 1"_s);
    QVERIFY(today.texts()[5].startsWith(u"Ana, Call, "_s));
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
    QTRY_COMPARE(today.texts().size(), 2);
    QCOMPARE(said, u"Done: Marta"_s);
    QCOMPARE(answerOf(today.workspace->leads().dossier(marta)).followUps.front().state, FollowUpState::Done);
    answerOf(today.workspace->history().undo());
    QTRY_COMPARE(today.texts().size(), 4);
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

void TestTodayPage::cCalls()
{
    Today today;
    const LeadId marta = today.planned(u"Marta"_s, -day);
    today.show();
    QTRY_COMPARE(today.texts().size(), 2);
    LeadId called;
    connect(&**today.page, &TodayPage::callWanted, this, [&](LeadId id) { called = id; });
    today.press(Qt::Key_C);
    QCOMPARE(called, marta);
    QCOMPARE((**today.page).selectedLeads(), std::vector{marta});
}

void TestTodayPage::withNothingDueItSaysWhatToDo()
{
    Today today;
    today.show();
    QTRY_VERIFY(mentions(&**today.page, u"Plan the next step of a lead"_s));
    bool wanted = false;
    connect(&**today.page, &TodayPage::leadsPageWanted, this, [&] { wanted = true; });
    visibleButton(&**today.page, u"Go to leads"_s)->click();
    QVERIFY(wanted);
    QCOMPARE((**today.page).statusText(), u"Nothing left for today"_s);
}

QTEST_MAIN(TestTodayPage)
#include "tst_todaypage.moc"
