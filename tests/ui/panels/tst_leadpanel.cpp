// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/panels/leadpanel.h"
#include "ui/widgets/momentfield.h"
#include "ui/widgets/stagebar.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

class Panel
{
public:
    Panel()
        : panel(*workspace, m_theme, nullptr)
    {
        id = workspace.add(u"Marta <b>Oliveira"_s, u"Padaria Estrela"_s);
        panel->showLead(id);
    }
    bool shown() { return showsText(&panel, u"Marta <b>Oliveira"_s); }
    Lead lead() { return workspace.lead(id); }
    void planCall(const QString &localTime, const QString &note = {})
    {
        FollowUp call;
        call.lead = id;
        call.localTime = localTime;
        call.zone = u"Europe/Berlin"_s;
        call.note = note;
        answerOf(workspace->followUps().plan(call));
    }
    LeadDossier dossier() { return answerOf(workspace->leads().dossier(id)); }

    TemporaryWorkspace workspace;
    LeadId id;

private:
    Theme m_theme;

public:
    Shown<LeadPanel> panel;
};

} // namespace

/// Everything about one lead, and each change of it one step to undo.
class TestLeadPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsNamesAsTheyAre();
    void temperatureAndStageMove();
    void bantGoesRoundItsAnswers();
    void theComposerWritesNoteAndNextStepAsOne();
    void theComposerIsOneLineUntilItIsUsed();
    void whatIsBeingWrittenStaysWithItsLead();
    void aMeetingIsLoggedWhenItWasAndHowLongItTook();
    void whatIsStillToComeIsNoMeetingYet();
    void aChangeDoesNotTurnBackToTheLeadBefore();
    void inALowWindowTheComposerHasItsRoom();
    void aNextStepThatIsNoneIsRefused();
    void aFollowUpIsDoneFromItsCard();
    void aFollowUpIsMadeUrgentOnItsCard();
    void fieldsAreEditedInPlace();
    void aFieldThatCannotBeReadGoesBack();
    void historyTakesBackOneChange();
    void anArchivedLeadAndOneThatIsGone();
    void whereNoLeadIsAWordStands();
    void aFieldThatCannotBeReadIsKeptWhenItIsLeft();
};

void TestLeadPanel::showsNamesAsTheyAre()
{
    Panel p;
    QTRY_VERIFY(p.shown()); // no rich text is guessed
    QTRY_VERIFY(showsText(&p.panel, u"Padaria Estrela"_s));
    QTRY_VERIFY(showsText(&p.panel, u"Prospect since today"_s));
    QVERIFY(!waitForButton(&p.panel, u"Email"_s)->isEnabled()); // there is no address
}

void TestLeadPanel::temperatureAndStageMove()
{
    Panel p;
    QTRY_VERIFY(p.shown());
    waitForButton(&p.panel, u"Hot"_s)->click();
    QTRY_COMPARE(p.lead().temperature, Temperature::Hot);
    auto *stage = waitForNamed<StageBar>(&p.panel, u"Stage"_s);
    stage->setFocus();
    QTest::keyClick(stage, Qt::Key_Right);
    QTest::keyClick(stage, Qt::Key_Return);
    QTRY_COMPARE(p.workspace->vocabulary()->stageName(p.lead().stage), u"Information qualified"_s);
    QTRY_VERIFY(showsText(&p.panel, u"Information qualified since today"_s));
    auto *timeline = waitForNamed<QListView>(&p.panel, u"Timeline"_s);
    QTRY_COMPARE(timeline->model()->rowCount(), 1); // both within the same minute as it came in: no stay of any length
}

void TestLeadPanel::bantGoesRoundItsAnswers()
{
    Panel p;
    QTRY_VERIFY(p.shown());
    for (const Answer answer : {Answer::No, Answer::Partly, Answer::Yes, Answer::Unknown}) {
        QPushButton *budget = nullptr;
        QTRY_VERIFY((budget = visibleButton(&p.panel, u"Budget: "_s)));
        budget->click();
        QTRY_COMPARE(p.lead().bant.budget.answer, answer);
        QTRY_COMPARE(waitForButton(&p.panel, u"Budget: "_s)->accessibleName(), u"Budget: %1"_s.arg(labelOf(answer)));
    }
}

void TestLeadPanel::theComposerWritesNoteAndNextStepAsOne()
{
    Panel p;
    QTRY_VERIFY(p.shown());
    p.panel->focusComposer();
    auto *text = waitForNamed<QPlainTextEdit>(&p.panel, u"What happened"_s);
    QTRY_VERIFY(text->hasFocus());
    QTest::keyClicks(text, u"Wants two ovens"_s);
    auto *next = waitForNamed<QLineEdit>(&p.panel, u"Next step"_s);
    QVERIFY(next);
    next->setText(u"tomorrow 9"_s);
    QTRY_VERIFY(showsText(&p.panel, u"Tuesday 3 March 2026, 09:00 (tomorrow)"_s)); // said back before it is saved
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(p.dossier().activities.size(), size_t(1));
    QCOMPARE(p.dossier().activities.front().note, u"Wants two ovens"_s);
    QCOMPARE(p.dossier().followUps.size(), size_t(1));
    QTRY_COMPARE(text->toPlainText(), QString());
    answerOf(p.workspace->history().undo());
    QVERIFY(p.dossier().activities.empty() && p.dossier().followUps.empty());
}

void TestLeadPanel::theComposerIsOneLineUntilItIsUsed()
{
    Panel p;
    QTRY_VERIFY(p.shown());
    auto *text = waitForNamed<QPlainTextEdit>(&p.panel, u"What happened"_s);
    QVERIFY(!visibleButton(&p.panel, u"Save"_s));
    const int closed = text->height();
    text->setFocus();
    QTRY_VERIFY(visibleButton(&p.panel, u"Save"_s));
    QVERIFY(text->height() > closed);
    waitForNamed<QListView>(&p.panel, u"Timeline"_s)->setFocus();
    QTRY_VERIFY(!visibleButton(&p.panel, u"Save"_s)); // nothing was written
    text->setFocus();
    QTest::keyClicks(text, u"half a sentence"_s);
    waitForNamed<QListView>(&p.panel, u"Timeline"_s)->setFocus();
    QTest::qWait(20);
    QTRY_VERIFY(visibleButton(&p.panel, u"Save"_s)); // what was written stays in sight
}

void TestLeadPanel::whatIsBeingWrittenStaysWithItsLead()
{
    Panel p;
    const LeadId jan = p.workspace.add(u"Jan Peters"_s);
    QTRY_VERIFY(p.shown());
    p.panel->focusComposer();
    auto *text = waitForNamed<QPlainTextEdit>(&p.panel, u"What happened"_s);
    QTest::keyClicks(text, u"half a no"_s);
    auto *kind = waitForNamed<QComboBox>(&p.panel, u"Kind of activity"_s);
    kind->setCurrentText(labelOf(ActivityKind::Meeting));
    waitForNamed<QSpinBox>(&p.panel, u"How many minutes it took"_s)->setValue(25);
    p.panel->showLead(jan);
    QTRY_VERIFY(showsText(&p.panel, u"Jan Peters"_s));
    QCOMPARE(text->toPlainText(), QString());
    QCOMPARE(kind->currentText(), labelOf(ActivityKind::Note));
    p.panel->showLead(p.id);
    QTRY_VERIFY(p.shown());
    QCOMPARE(text->toPlainText(), u"half a no"_s);
    QCOMPARE(kind->currentText(), labelOf(ActivityKind::Meeting));
    QCOMPARE(waitForNamed<QSpinBox>(&p.panel, u"How many minutes it took"_s)->value(), 25);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(text->toPlainText(), QString());
    QTRY_COMPARE(p.dossier().activities.size(), size_t(1));
    p.panel->showLead(jan);
    QTRY_VERIFY(showsText(&p.panel, u"Jan Peters"_s));
    p.panel->showLead(p.id);
    QTRY_VERIFY(p.shown());
    QCOMPARE(text->toPlainText(), QString()); // it is saved
}

void TestLeadPanel::aMeetingIsLoggedWhenItWasAndHowLongItTook()
{
    Panel p;
    QTRY_VERIFY(p.shown());
    p.panel->focusComposer();
    auto *text = waitForNamed<QPlainTextEdit>(&p.panel, u"What happened"_s);
    QTRY_VERIFY(text->hasFocus());
    QVERIFY(!visibleNamed<MomentField>(&p.panel, u"When it happened"_s)); // a note is of now
    auto *kind = waitForNamed<QComboBox>(&p.panel, u"Kind of activity"_s);
    kind->setCurrentText(u"Email"_s);
    QTRY_VERIFY(visibleNamed<MomentField>(&p.panel, u"When it happened"_s));
    QVERIFY(!visibleNamed<QSpinBox>(&p.panel, u"How many minutes it took"_s));
    kind->setCurrentText(u"Meeting"_s);
    auto *at = waitForNamed<MomentField>(&p.panel, u"When it happened"_s);
    QCOMPARE(at->dateTime(), QDateTime({2026, 3, 2}, {12, 0}));
    at->setFocus();
    QTest::keyClick(at, Qt::Key_Right, Qt::ControlModifier);
    QTest::keyClick(at, Qt::Key_Space);
    QVERIFY(at->hasFocus()); // from day to month to year
    QTest::keyClick(at, Qt::Key_Tab); // goes on at once, and not through day, month and year
    QVERIFY(!at->hasFocus());
    at->setDateTime(QDateTime({2026, 3, 1}, {15, 30}));
    waitForNamed<QSpinBox>(&p.panel, u"How many minutes it took"_s)->setValue(45);
    text->setFocus();
    QTest::keyClicks(text, u"Saw the bakery"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(p.dossier().activities.size(), size_t(1));
    const Activity meeting = p.dossier().activities.front();
    QCOMPARE(meeting.kind, ActivityKind::Meeting);
    QCOMPARE(meeting.at, QDateTime({2026, 3, 1}, {15, 30}, QTimeZone("Europe/Berlin")).toMSecsSinceEpoch());
    QCOMPARE(meeting.durationSeconds, 45 * 60);
    QTRY_COMPARE(kind->currentText(), u"Note"_s); // ready for the next one
    kind->setCurrentText(u"Meeting"_s);
    QCOMPARE(waitForNamed<MomentField>(&p.panel, u"When it happened"_s)->dateTime(), QDateTime({2026, 3, 2}, {12, 0}));
}

/// The lead that is shown changes while another one is on its way.
void TestLeadPanel::aChangeDoesNotTurnBackToTheLeadBefore()
{
    Panel p;
    const LeadId other = p.workspace.add(u"Jan Kowalski"_s);
    QTRY_VERIFY(p.shown());
    p.panel->showLead(other);
    ChangeSet changes;
    changes.leads = {p.id};
    Q_EMIT p.workspace->changed(changes);
    QTRY_VERIFY(showsText(&p.panel, u"Jan Kowalski"_s));
    QCOMPARE(p.panel->lead(), other);
}

void TestLeadPanel::whatIsStillToComeIsNoMeetingYet()
{
    Panel p;
    QTRY_VERIFY(p.shown());
    std::optional<Error> failed;
    connect(&p.panel, &LeadPanel::failed, this, [&](const Error &error) { failed = error; });
    p.panel->focusComposer();
    QTRY_VERIFY(visibleButton(&p.panel, u"Save"_s));
    waitForNamed<QComboBox>(&p.panel, u"Kind of activity"_s)->setCurrentText(u"Meeting"_s);
    waitForNamed<MomentField>(&p.panel, u"When it happened"_s)->setDateTime(QDateTime({2026, 3, 4}, {15, 30}));
    waitForButton(&p.panel, u"Save"_s)->click();
    QVERIFY(failed.has_value());
    QCOMPARE(failed->code, ErrorCode::InvalidValue);
    QVERIFY(p.dossier().activities.empty());
}

void TestLeadPanel::inALowWindowTheComposerHasItsRoom()
{
    Panel p;
    QTRY_VERIFY(p.shown());
    p.planCall(u"2026-03-03T09:00:00"_s);
    QTRY_VERIFY(visibleButton(&p.panel, u"Snooze: Call"_s));
    p.panel->resize(330, 660); // beside the list in a window of 1280 by 800
    p.panel->focusComposer();
    QTRY_VERIFY(visibleButton(&p.panel, u"Save"_s));
    auto *kind = waitForNamed<QComboBox>(&p.panel, u"Kind of activity"_s);
    kind->setCurrentText(u"Meeting"_s);
    const auto span = [&](const QWidget *part) { return QRect(part->mapTo(&p.panel, QPoint()), part->size()); };
    const QWidget *text = waitForNamed<QPlainTextEdit>(&p.panel, u"What happened"_s);
    const QWidget *at = waitForNamed<MomentField>(&p.panel, u"When it happened"_s);
    const QWidget *tabs = p.panel->findChild<QTabWidget *>();
    for (const int height : {660, 560, 480, 800}) { // lower than its parts: it scrolls, and nothing lies over another
        p.panel->resize(330, height);
        QTRY_VERIFY(span(text).bottom() < span(at).top());
        QTRY_VERIFY(span(at).bottom() < span(kind).top());
        QTRY_VERIFY(at->height() >= at->minimumSizeHint().height());
        QTRY_VERIFY(span(kind).bottom() < span(tabs).top());
        QTRY_VERIFY(tabs->height() >= tabs->sizeHint().height());
        QTRY_VERIFY(span(text).top() >= 0 && span(text).bottom() < height); // what is written into stays in sight
    }
}

void TestLeadPanel::aNextStepThatIsNoneIsRefused()
{
    Panel p;
    QTRY_VERIFY(p.shown());
    bool failed = false;
    connect(&p.panel, &LeadPanel::failed, this, [&](const Error &) { failed = true; });
    p.panel->focusComposer();
    auto *next = waitForNamed<QLineEdit>(&p.panel, u"Next step"_s);
    QTRY_VERIFY((next = visibleNamed<QLineEdit>(&p.panel, u"Next step"_s)));
    next->setText(u"when pigs fly"_s);
    QTRY_VERIFY(mentions(&p.panel, u"Not understood yet"_s));
    QTest::keyClick(next, Qt::Key_Return);
    QVERIFY(failed);
    QVERIFY(p.dossier().followUps.empty());
    QCOMPARE(next->text(), u"when pigs fly"_s); // nothing typed is lost
}

void TestLeadPanel::aFollowUpIsDoneFromItsCard()
{
    Panel p;
    QTRY_VERIFY(p.shown());
    p.planCall(u"2026-03-02T14:00:00"_s, u"about the oven"_s);
    QTRY_VERIFY(showsText(&p.panel, u"Call: about the oven"_s));
    QTRY_VERIFY(showsText(&p.panel, u"Today 14:00, planned by Ines"_s));
    waitForButton(&p.panel, u"Done: Call"_s)->click();
    QTRY_COMPARE(p.dossier().followUps.front().state, FollowUpState::Done);
    QTRY_VERIFY(!showsText(&p.panel, u"Call: about the oven"_s));
}

void TestLeadPanel::aFollowUpIsMadeUrgentOnItsCard()
{
    Panel p;
    QTRY_VERIFY(p.shown());
    p.planCall(u"2026-03-03T09:00:00"_s);
    const auto choose = [&](const QString &priority) {
        for (QAction *entry : waitForButton(&p.panel, u"Snooze: Call"_s)->menu()->actions()) {
            if (!entry->menu())
                continue;
            for (QAction *choice : entry->menu()->actions()) {
                if (choice->text() == priority)
                    choice->trigger();
            }
        }
    };
    QTRY_VERIFY(visibleButton(&p.panel, u"Snooze: Call"_s));
    choose(u"High"_s);
    QTRY_COMPARE(p.dossier().followUps.front().priority, FollowUpPriority::High);
    QTRY_VERIFY(mentions(&p.panel, u"priority high"_s));
    choose(u"Normal"_s);
    QTRY_COMPARE(p.dossier().followUps.front().priority, FollowUpPriority::Normal);
    answerOf(p.workspace->history().undo());
    QCOMPARE(p.dossier().followUps.front().priority, FollowUpPriority::High);
}

void TestLeadPanel::fieldsAreEditedInPlace()
{
    Panel p;
    QTRY_VERIFY(p.shown());
    p.panel->findChild<QTabWidget *>()->setCurrentIndex(1);
    auto *fields = waitForNamed<QTableWidget>(&p.panel, u"Fields"_s);
    const QList<QTableWidgetItem *> city = fields->findItems(u"City"_s, Qt::MatchExactly);
    QCOMPARE(city.size(), 1);
    fields->item(city.front()->row(), 1)->setText(u"Porto"_s);
    QTRY_COMPARE(p.lead().city, u"Porto"_s);
    QTRY_VERIFY(showsText(&p.panel, u"Padaria Estrela · Porto"_s));
}

void TestLeadPanel::aFieldThatCannotBeReadGoesBack()
{
    Panel p;
    QTRY_VERIFY(p.shown());
    bool failed = false;
    connect(&p.panel, &LeadPanel::failed, this, [&](const Error &) { failed = true; });
    p.panel->findChild<QTabWidget *>()->setCurrentIndex(1);
    auto *fields = waitForNamed<QTableWidget>(&p.panel, u"Fields"_s);
    QTableWidgetItem *value = fields->item(fields->findItems(u"Value"_s, Qt::MatchExactly).front()->row(), 1);
    value->setText(u"a lot"_s);
    QTRY_VERIFY(failed);
    QTRY_COMPARE(value->text(), QString());
}

void TestLeadPanel::historyTakesBackOneChange()
{
    Panel p;
    QTRY_VERIFY(p.shown());
    answerOf(p.workspace->leads().edit({p.id}, {{LeadField::City, u"Porto"_s}}));
    answerOf(p.workspace->leads().edit({p.id}, {{LeadField::Country, u"Portugal"_s}}));
    const LeadDossier dossier = p.dossier();
    QCOMPARE(dossier.changes.size(), size_t(3));
    answerOf(p.workspace->history().undo(dossier.changes[1].change.id)); // the city, not the last one
    QCOMPARE(p.lead().city, QString());
    QCOMPARE(p.lead().country, u"Portugal"_s);
    QTRY_VERIFY(showsText(&p.panel, u"Padaria Estrela"_s));
}

void TestLeadPanel::anArchivedLeadAndOneThatIsGone()
{
    Panel p;
    QTRY_VERIFY(p.shown());
    for (QAction *entry : waitForButton(&p.panel, u"More"_s)->menu()->actions()) {
        if (entry->text() == u"Archive"_s)
            entry->trigger();
    }
    QTRY_VERIFY(p.lead().archived);
    answerOf(p.workspace->history().undo());
    answerOf(p.workspace->history().undo()); // the lead itself
    QTRY_VERIFY(!p.shown());
    QVERIFY(p.panel->lead().isNull());
}

void TestLeadPanel::whereNoLeadIsAWordStands()
{
    const QString word = u"Everything about a lead stands here once one is chosen."_s;
    Panel p;
    QTRY_VERIFY(p.shown());
    QVERIFY(!showsText(&p.panel, word));
    p.panel->showLead({}); // the list has none
    QTRY_VERIFY(showsText(&p.panel, word));
    QVERIFY(!p.shown());
    p.panel->showLead(p.id);
    QTRY_VERIFY(p.shown());
    QVERIFY(!showsText(&p.panel, word));
}

void TestLeadPanel::aFieldThatCannotBeReadIsKeptWhenItIsLeft()
{
    Panel p;
    QTRY_VERIFY(p.shown());
    QString said;
    connect(&p.panel, &LeadPanel::message, this, [&](const QString &text) { said = text; });
    p.panel->findChild<QTabWidget *>()->setCurrentIndex(1);
    auto *fields = waitForNamed<QTableWidget>(&p.panel, u"Fields"_s);
    const int row = fields->findItems(u"Value"_s, Qt::MatchExactly).front()->row();
    const auto edited = [&] {
        fields->setCurrentCell(row, 1);
        fields->editItem(fields->item(row, 1));
        return waitForNamed<QLineEdit>(fields, u"Value"_s);
    };
    edited()->setText(u"a lot"_s);
    fields->setCurrentCell(row + 1, 1);
    QTRY_VERIFY(said.contains(u"a lot"_s));
    QVERIFY(!p.lead().value);
    QLineEdit *again = edited();
    QCOMPARE(again->text(), u"a lot"_s);
    again->setText(u"250"_s);
    QTest::keyClick(again, Qt::Key_Return);
    QTRY_COMPARE(p.lead().value, (Money{25'000, u"EUR"_s}));
}

QTEST_MAIN(TestLeadPanel)
#include "tst_leadpanel.moc"
