// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/dayservice.h"
#include "support/desk.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QListView>
#include <QPlainTextEdit>
#include <QProgressBar>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// What a screen reader says of a control: its accessible name, else the text on it.
QString spoken(const QWidget *widget)
{
    if (!widget->accessibleName().isEmpty())
        return widget->accessibleName();
    const auto *choice = qobject_cast<const QAbstractButton *>(widget);
    return choice ? choice->text() : QString();
}

/// The controls of a window that the keyboard reaches and nobody could name, or that share a name.
QStringList unnamed(QWidget *inside)
{
    QStringList wrong;
    QStringList names;
    for (const QWidget *widget : inside->findChildren<QWidget *>()) {
        const bool reached = widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
        const bool part = qobject_cast<QComboBox *>(widget->parentWidget()) || widget->focusProxy();
        // The form takes keys for what is in it; the tabs of a bar are named one by one.
        const QByteArray kind(widget->metaObject()->className());
        const bool frame = kind == "kindling::CallForm" || kind == "QTabBar";
        if (!reached || part || frame)
            continue;
        const QString name = spoken(widget);
        if (name.trimmed().isEmpty())
            wrong += QString::fromLatin1(widget->metaObject()->className());
        else if (names.contains(name))
            wrong += u"twice: "_s + name;
        names += name;
    }
    return wrong;
}

/// Presses a key where the keyboard is.
void type(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget *focus = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
    QVERIFY(focus);
    QTest::keyClick(focus, key, modifiers);
}

void type(const QString &text)
{
    QVERIFY(QApplication::focusWidget());
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void planCalls(Desk &desk, int count)
{
    for (int i = 0; i < count; ++i) {
        Lead lead;
        lead.name = u"Lead %1"_s.arg(i);
        lead.phones.push_back({*PhoneNumber::parse(u"030 1000%1"_s.arg(i, 2, 10, QLatin1Char('0')), u"DE"_s), {}, ContactState::Usable});
        FollowUp call;
        call.lead = answerOf(desk.workspace->leads().add(lead)).leads.front();
        call.localTime = u"2026-03-01T09:%1:00"_s.arg(i, 2, 10, QLatin1Char('0'));
        call.zone = u"Europe/Berlin"_s;
        answerOf(desk.workspace->followUps().plan(call));
    }
}

/// The session is at this lead and has the keyboard: only then do keys mean this call.
bool calling(Desk &desk, const QString &name)
{
    const QWidget *focus = QApplication::focusWidget();
    return desk.dialog() && showsText(desk.dialog(), name) && focus && focus->window() == desk.dialog();
}

} // namespace

/// A calling session in the real window, by keyboard alone.
class TestCallingSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenLeadsByKeyboardAlone();
    void isLeftAndResumedAfterARestart();
    void skipsWhoIsNotThereAnyMore();
    void leavesOutWhoWantsNoCalls();
};

void TestCallingSession::tenLeadsByKeyboardAlone()
{
    Desk desk;
    planCalls(desk, 10);
    desk.window().activateWindow();
    QTRY_VERIFY(desk.window().isActiveWindow());
    type(Qt::Key_1, Qt::ControlModifier); // Today
    QTRY_VERIFY(desk.named<QListView>(u"What to do today"_s));
    // Not the number of lines alone: eight that are planned and a new one are eleven lines, too.
    QTRY_VERIFY(desk.waitForNamed<QListView>(u"What to do today"_s)->model()->index(10, 0).data().toString().startsWith(u"Lead 9"_s));
    QCOMPARE(desk.waitForNamed<QListView>(u"What to do today"_s)->model()->rowCount(), 11);
    QCOMPARE(unnamed(&desk.window()), QStringList());
    type(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    for (int i = 0; i < 10; ++i) {
        const QString name = u"Lead %1"_s.arg(i);
        QTRY_VERIFY2(calling(desk, name), qPrintable(name));
        QTRY_VERIFY(showsText(desk.dialog(), u"%1 of 10"_s.arg(i + 1)));
        QCOMPARE(unnamed(desk.dialog()), QStringList());
        if (i == 9) {
            type(Qt::Key_N); // the last is skipped
            break;
        }
        type(i % 2 == 0 ? Qt::Key_6 : Qt::Key_1); // no answer, or spoke with the decision maker
        type(u"note %1"_s.arg(i));
        type(Qt::Key_Return, Qt::ControlModifier);
    }
    QTRY_VERIFY(mentions(desk.dialog(), u"9 called, 1 skipped"_s));
    type(Qt::Key_Return);
    QTRY_VERIFY(!desk.dialog());
    QTRY_VERIFY(!answerOf(desk.workspace->day().session()));
    // Nine calls, each with its note, its next step, and what was planned closed: nine changes that undo one by one.
    for (int i = 0; i < 9; ++i) {
        const LeadId id = desk.workspace.list(u"name:\"Lead %1\""_s.arg(i))->ids.front();
        const LeadDossier dossier = answerOf(desk.workspace->leads().dossier(id));
        QVERIFY2(dossier.activities.size() == 1, qPrintable(u"%1: %2 calls"_s.arg(i).arg(dossier.activities.size())));
        QCOMPARE(dossier.activities.front().note, u"note %1"_s.arg(i));
        QCOMPARE(dossier.activities.front().outcome, i % 2 == 0 ? CallOutcome::NoAnswer : CallOutcome::Connected);
        QCOMPARE(dossier.followUps.size(), size_t(2));
        QCOMPARE(dossier.followUps.front().localTime, i % 2 == 0 ? u"2026-03-03T09:00:00"_s : u"2026-03-09T09:00:00"_s);
        QCOMPARE(dossier.followUps.back().state, FollowUpState::Done);
    }
}

void TestCallingSession::leavesOutWhoWantsNoCalls()
{
    Desk desk;
    planCalls(desk, 3);
    const LeadId barred = desk.workspace.list(u"name:\"Lead 1\""_s)->ids.front();
    answerOf(desk.workspace->leads().edit({barred}, {{LeadField::DoNotCall, u"yes"_s}}));
    desk.window().activateWindow();
    QTRY_VERIFY(desk.window().isActiveWindow());
    type(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(desk.named<QListView>(u"What to do today"_s));
    QTRY_VERIFY(desk.waitForNamed<QListView>(u"What to do today"_s)->model()->index(3, 0).data().toString().startsWith(u"Lead 2"_s));
    type(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(calling(desk, u"Lead 0"_s));
    QTRY_VERIFY(showsText(desk.dialog(), u"1 of 2"_s));
    QVERIFY(showsText(&desk.window(), u"Left out because they want no calls: 1"_s));
    type(Qt::Key_N);
    QTRY_VERIFY(calling(desk, u"Lead 2"_s));
}

void TestCallingSession::isLeftAndResumedAfterARestart()
{
    Desk desk;
    planCalls(desk, 3);
    desk.window().activateWindow();
    QTRY_VERIFY(desk.window().isActiveWindow());
    type(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(desk.named<QListView>(u"What to do today"_s));
    QTRY_VERIFY(desk.waitForNamed<QListView>(u"What to do today"_s)->model()->index(3, 0).data().toString().startsWith(u"Lead 2"_s));
    QCOMPARE(desk.waitForNamed<QListView>(u"What to do today"_s)->model()->rowCount(), 4);
    type(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(calling(desk, u"Lead 0"_s));
    type(Qt::Key_6);
    type(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(calling(desk, u"Lead 1"_s));
    QTest::keyClicks(waitForNamed<QPlainTextEdit>(desk.dialog(), u"Note"_s), u"half a"_s);
    type(Qt::Key_Escape);
    QTRY_VERIFY(!desk.dialog());
    QTRY_VERIFY(desk.button(u"Resume calling, 2 of 3"_s));
    const CallingSession kept = answerOf(desk.workspace->day().session()).value_or(CallingSession());
    QCOMPARE(kept.place, 1);
    QCOMPARE(kept.called, 1);
    QTRY_COMPARE(answerOf(desk.workspace->day().draft(kept.leads.at(1))), u"half a"_s); // written, before a new window reads it
    desk.open(); // a new window, as after a restart
    desk.window().activateWindow();
    QTRY_VERIFY(desk.window().isActiveWindow());
    QTRY_VERIFY(desk.action(u"Resume calling"_s)->isEnabled());
    type(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(calling(desk, u"Lead 1"_s));
    QTRY_VERIFY(showsText(desk.dialog(), u"2 of 3"_s));
    QTRY_COMPARE(waitForNamed<QPlainTextEdit>(desk.dialog(), u"Note"_s)->toPlainText(), u"half a"_s);
}

void TestCallingSession::skipsWhoIsNotThereAnyMore()
{
    Desk desk;
    planCalls(desk, 1);
    CallingSession session;
    session.title = u"Old"_s;
    session.leads = {LeadId(4711), desk.workspace.list(u"\"Lead 0\""_s)->ids.front()};
    answerOf(desk.workspace->day().keepSession(session));
    desk.open();
    QTRY_VERIFY(desk.action(u"Resume calling"_s)->isEnabled());
    desk.action(u"Resume calling"_s)->trigger();
    QTRY_VERIFY(calling(desk, u"Lead 0"_s));
    QTRY_VERIFY(showsText(desk.dialog(), u"2 of 2"_s));
}

QTEST_MAIN(TestCallingSession)
#include "tst_callingsession.moc"
