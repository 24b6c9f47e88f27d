// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"
#include "ui/notifications/notifier.h"
#include "ui/notifications/reminders.h"

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs hour = 3'600'000;

/// Keeps what would have been shown, and can be pressed.
class RecordingNotifier final : public Notifier
{
public:
    struct Shown
    {
        qint64 key;
        QString title;
        QString text;
    };
    explicit RecordingNotifier(std::vector<Shown> &shown)
        : m_shown(shown)
    {
    }
    void notify(qint64 key, const QString &title, const QString &text) override { m_shown.push_back({key, title, text}); }

private:
    std::vector<Shown> &m_shown;
};

class Evening
{
public:
    LeadId planned(const QString &name, const QString &localTime, const QString &note = {})
    {
        const LeadId lead = workspace.add(name);
        FollowUp call;
        call.lead = lead;
        call.localTime = localTime;
        call.zone = u"Europe/Berlin"_s;
        call.note = note;
        answerOf(workspace->followUps().plan(call));
        return lead;
    }
    void begin()
    {
        auto made = std::make_unique<RecordingNotifier>(shown);
        notifier = made.get();
        reminders = std::make_unique<Reminders>(*workspace, std::move(made));
    }

    TemporaryWorkspace workspace; // Monday noon
    std::vector<RecordingNotifier::Shown> shown;
    RecordingNotifier *notifier = nullptr;
    std::unique_ptr<Reminders> reminders;
};

} // namespace

/// Due follow-ups come to the desktop, each once.
class TestReminders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneThatIsDueIsShown();
    void missedOnesComeTogether();
    void doneAndSnoozeWork();
    void withoutADesktopTheWindowSaysIt();
};

void TestReminders::oneThatIsDueIsShown()
{
    Evening evening;
    const LeadId marta = evening.planned(u"Marta"_s, u"2026-03-02T11:30:00"_s, u"about the oven"_s);
    evening.planned(u"Jan"_s, u"2026-03-02T18:00:00"_s); // not yet
    evening.begin();
    QTRY_COMPARE_WITH_TIMEOUT(evening.shown.size(), size_t(1), 4000);
    QCOMPARE(evening.shown.front().title, u"Marta"_s);
    QCOMPARE(evening.shown.front().text, u"Call: about the oven"_s);
    LeadId opened;
    connect(evening.reminders.get(), &Reminders::openWanted, this, [&](LeadId id) { opened = id; });
    Q_EMIT evening.notifier->openWanted(evening.shown.front().key);
    QCOMPARE(opened, marta);
}

void TestReminders::missedOnesComeTogether()
{
    Evening evening;
    for (const QString &name : {u"Marta"_s, u"Jan"_s, u"Ana"_s})
        evening.planned(name, u"2026-03-01T09:00:00"_s);
    evening.begin();
    QTRY_COMPARE_WITH_TIMEOUT(evening.shown.size(), size_t(1), 4000);
    QCOMPARE(evening.shown.front().title, u"3 follow-ups are due"_s);
    bool today = false;
    connect(evening.reminders.get(), &Reminders::todayWanted, this, [&] { today = true; });
    Q_EMIT evening.notifier->openWanted(evening.shown.front().key);
    QVERIFY(today);
}

void TestReminders::doneAndSnoozeWork()
{
    Evening evening;
    const LeadId marta = evening.planned(u"Marta"_s, u"2026-03-02T11:30:00"_s);
    evening.begin();
    QTRY_COMPARE_WITH_TIMEOUT(evening.shown.size(), size_t(1), 4000);
    const auto followUp = [&] { return answerOf(evening.workspace->leads().dossier(marta)).followUps.front(); };
    Q_EMIT evening.notifier->snoozeWanted(evening.shown.front().key);
    QTRY_COMPARE(followUp().snoozedUntil.value_or(0), TemporaryWorkspace::noon + hour);
    Q_EMIT evening.notifier->doneWanted(evening.shown.front().key);
    QTRY_COMPARE(followUp().state, FollowUpState::Done);
}

void TestReminders::withoutADesktopTheWindowSaysIt()
{
    Evening evening;
    evening.planned(u"Marta"_s, u"2026-03-02T11:30:00"_s);
    Reminders reminders(*evening.workspace, nullptr);
    QString said;
    connect(&reminders, &Reminders::fallback, this, [&](const QString &text) { said = text; });
    QTRY_COMPARE_WITH_TIMEOUT(said, u"Marta · Call"_s, 4000);
}

QTEST_MAIN(TestReminders)
#include "tst_reminders.moc"
