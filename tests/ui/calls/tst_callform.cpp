// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/dayservice.h"
#include "support/desk.h"
#include "ui/dialogs/logcalldialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Catches what would go to the phone program.
class Phone : public QObject
{
    Q_OBJECT

public:
    Phone() { QDesktopServices::setUrlHandler(u"tel"_s, this, "dialled"); }
    ~Phone() override { QDesktopServices::unsetUrlHandler(u"tel"_s); }
    QStringList numbers;

public Q_SLOTS:
    void dialled(const QUrl &url) { numbers += url.toString(); }
};

namespace {

class CallDesk
{
public:
    CallDesk()
    {
        Lead lead;
        lead.name = u"Marta"_s;
        for (const QString &number : {u"030 111111"_s, u"030 222222"_s})
            lead.phones.push_back({*PhoneNumber::parse(number, u"DE"_s), {}, ContactState::Usable});
        marta = answerOf(workspace->leads().add(lead)).leads.front();
    }
    void open()
    {
        dialog = new LogCallDialog(*workspace, m_theme, marta, nullptr);
        saved = std::make_unique<QSignalSpy>(dialog, &LogCallDialog::saved);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        QTRY_VERIFY(showsText(dialog, u"Marta"_s));
    }
    ~CallDesk() { delete dialog; }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(dialog, key, modifiers); }
    void save()
    {
        QWidget *focus = dialog->focusWidget() ? dialog->focusWidget() : dialog.data();
        QTest::keyClick(focus, Qt::Key_Return, Qt::ControlModifier);
    }
    template <typename T>
    T *named(const QString &name)
    {
        return visibleNamed<T>(dialog, name);
    }
    template <typename T>
    T *waitForNamed(const QString &name)
    {
        return kindling::waitForNamed<T>(dialog, name);
    }
    LeadDossier dossier() { return answerOf(workspace->leads().dossier(marta)); }
    FollowUpId plan(const QString &localTime)
    {
        FollowUp call;
        call.lead = marta;
        call.localTime = localTime;
        call.zone = u"Europe/Berlin"_s;
        answerOf(workspace->followUps().plan(call));
        return dossier().followUps.front().id;
    }

private:
    CleanSettings m_settings;
    Theme m_theme;

public:
    TemporaryWorkspace workspace; // Monday noon
    LeadId marta;
    QPointer<LogCallDialog> dialog;
    std::unique_ptr<QSignalSpy> saved;
};

} // namespace

/// Five seconds from key to key.
class TestCallForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noAnswerIsTwoKeys();
    void dialsTheNumber();
    void theListIsTheTeams();
    void closesWhatWasPlanned();
    void aWrongNumberIsMarked();
    void notInterestedAsksWhy();
    void theNoteIsKeptWhenTheWindowCloses();
    void asksForAnOutcome();
    void saysWhatItUnderstandsOfTheNextStep();
    void countsTheAttempts();
};

void TestCallForm::noAnswerIsTwoKeys()
{
    CallDesk desk;
    desk.open();
    QElapsedTimer timer;
    timer.start();
    desk.press(Qt::Key_6);
    desk.save();
    QTRY_COMPARE(desk.saved->count(), 1);
    qInfo("no answer, from the first key to saved: %lld ms", timer.elapsed());
    const LeadDossier dossier = desk.dossier();
    QCOMPARE(dossier.activities.front().outcome, CallOutcome::NoAnswer);
    QVERIFY(!dossier.activities.front().durationSeconds); // nobody spoke
    QCOMPARE(dossier.followUps.front().localTime, u"2026-03-03T09:00:00"_s); // it is noon: the next working day, the other time of day
    answerOf(desk.workspace->history().undo());
    QVERIFY(desk.dossier().activities.empty() && desk.dossier().followUps.empty());
}

void TestCallForm::dialsTheNumber()
{
    Phone phone;
    CallDesk desk;
    desk.open();
    desk.press(Qt::Key_D);
    QTRY_COMPARE(phone.numbers, QStringList{u"tel:+4930111111"_s});
    desk.waitForNamed<QComboBox>(u"Number"_s)->setCurrentIndex(1);
    waitForButton(desk.dialog, u"Dial"_s)->click();
    QTRY_COMPARE(phone.numbers.size(), 2);
    QCOMPARE(phone.numbers.back(), u"tel:+4930222222"_s);
}

void TestCallForm::theListIsTheTeams()
{
    CallDesk desk;
    WorkRules work = desk.workspace->vocabulary()->work;
    work.callOutcomes = {{u"Sent me to the assistant"_s, CallOutcome::SpokeElsewhere}, {{}, CallOutcome::NoAnswer}};
    answerOf(desk.workspace->setWorkRules(work));
    desk.open();
    QTRY_VERIFY(visibleButton(desk.dialog, u"Sent me to the assistant"_s));
    QVERIFY(!visibleButton(desk.dialog, u"Voicemail"_s));
    desk.press(Qt::Key_3); // there is no third
    desk.press(Qt::Key_1);
    desk.save();
    QTRY_COMPARE(desk.saved->count(), 1);
    QCOMPARE(desk.dossier().activities.front().outcomeName, u"Sent me to the assistant"_s);
    QCOMPARE(desk.dossier().activities.front().outcome, CallOutcome::SpokeElsewhere);
}

void TestCallForm::closesWhatWasPlanned()
{
    CallDesk desk;
    const FollowUpId planned = desk.plan(u"2026-03-02T11:00:00"_s);
    desk.open();
    QCheckBox *closes = nullptr;
    for (QCheckBox *box : desk.dialog->findChildren<QCheckBox *>()) {
        if (box->isVisible() && box->text().startsWith(u"Closes what was planned: Call"_s))
            closes = box;
    }
    QVERIFY(closes && closes->isChecked());
    desk.press(Qt::Key_1);
    desk.save();
    QTRY_COMPARE(desk.saved->count(), 1);
    const std::vector<FollowUp> followUps = desk.dossier().followUps;
    QCOMPARE(followUps.size(), size_t(2));
    QCOMPARE(followUps.back().id, planned);
    QCOMPARE(followUps.back().state, FollowUpState::Done);
}

void TestCallForm::aWrongNumberIsMarked()
{
    CallDesk desk;
    desk.open();
    desk.waitForNamed<QComboBox>(u"Number"_s)->setCurrentIndex(1);
    desk.press(Qt::Key_8);
    desk.save();
    QTRY_COMPARE(desk.saved->count(), 1);
    const Lead lead = desk.workspace.lead(desk.marta);
    QCOMPARE(lead.phones[0].state, ContactState::Usable);
    QCOMPARE(lead.phones[1].state, ContactState::Invalid); // the one that was called
    QVERIFY(desk.dossier().followUps.empty());
}

void TestCallForm::notInterestedAsksWhy()
{
    CallDesk desk;
    desk.open();
    QVERIFY(!desk.named<QComboBox>(u"Reason"_s));
    desk.press(Qt::Key_9);
    auto *reason = desk.waitForNamed<QComboBox>(u"Reason"_s);
    QVERIFY(reason);
    desk.save(); // without a reason nothing is saved
    QTRY_VERIFY(mentions(desk.dialog, u"Why is it lost?"_s));
    QCOMPARE(desk.saved->count(), 0);
    QTest::keyClicks(reason->lineEdit(), u"Has an oven"_s);
    desk.save();
    QTRY_COMPARE(desk.saved->count(), 1);
    QCOMPARE(desk.workspace.lead(desk.marta).outcome, Outcome::Lost);
    QCOMPARE(desk.workspace.lead(desk.marta).reason, u"Has an oven"_s);
}

void TestCallForm::theNoteIsKeptWhenTheWindowCloses()
{
    CallDesk desk;
    desk.open();
    QTest::keyClicks(desk.waitForNamed<QPlainTextEdit>(u"Note"_s), u"wants two ovens"_s);
    desk.dialog->close();
    QTRY_VERIFY(desk.dialog.isNull());
    QTRY_COMPARE(answerOf(desk.workspace->day().draft(desk.marta)), u"wants two ovens"_s);
    desk.workspace.open(); // and after a restart
    desk.open();
    QTRY_COMPARE(desk.waitForNamed<QPlainTextEdit>(u"Note"_s)->toPlainText(), u"wants two ovens"_s);
    QTRY_VERIFY(mentions(desk.dialog, u"This note was not saved"_s));
    desk.press(Qt::Key_1);
    desk.save();
    QTRY_COMPARE(desk.saved->count(), 1);
    QCOMPARE(desk.dossier().activities.front().note, u"wants two ovens"_s);
    QTRY_COMPARE(answerOf(desk.workspace->day().draft(desk.marta)), QString());
}

void TestCallForm::asksForAnOutcome()
{
    CallDesk desk;
    desk.open();
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(mentions(desk.dialog, u"Choose an outcome, by the keys 1 to 9 too."_s));
    QVERIFY(desk.dossier().activities.empty());
}

void TestCallForm::saysWhatItUnderstandsOfTheNextStep()
{
    CallDesk desk;
    desk.open();
    desk.press(Qt::Key_1);
    auto *next = desk.waitForNamed<QLineEdit>(u"Next step"_s);
    QCOMPARE(next->text(), u"2026-03-09 09:00"_s);
    next->setText(u"fri 14:00 every 2 weeks"_s);
    QTRY_VERIFY(mentions(desk.dialog, u"Friday 6 March 2026, 14:00"_s) && mentions(desk.dialog, u"every 2 weeks"_s));
    next->setText(u"sometime"_s);
    QTRY_VERIFY(mentions(desk.dialog, u"Not understood yet"_s));
    desk.save();
    QCOMPARE(desk.saved->count(), 0);
    next->setText(u"fri 14:00 every 2 weeks"_s);
    desk.save();
    QTRY_COMPARE(desk.saved->count(), 1);
    QCOMPARE(desk.dossier().followUps.front().repeat, u"every 2 weeks"_s);
}

void TestCallForm::countsTheAttempts()
{
    CallDesk desk;
    for (int i = 0; i < 3; ++i) {
        Activity call;
        call.lead = desk.marta;
        call.kind = ActivityKind::Call;
        call.direction = Direction::Outgoing;
        call.outcome = i == 0 ? CallOutcome::Connected : CallOutcome::NoAnswer;
        call.at = TemporaryWorkspace::noon - (3 - i) * 3'600'000;
        answerOf(desk.workspace->leads().log(call));
    }
    desk.open();
    QTRY_VERIFY(showsText(desk.dialog, u"call number 4, nobody took the last 2"_s));
}

QTEST_MAIN(TestCallForm)
#include "tst_callform.moc"
