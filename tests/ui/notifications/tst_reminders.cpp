// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/notifications/autostart.h"
#include "ui/notifications/notifier.h"
#include "ui/notifications/reminders.h"
#include "ui/notifications/windownotifier.h"

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
        bool digest = false;
    };
    explicit RecordingNotifier(std::vector<Shown> &shown)
        : m_shown(shown)
    {
    }
    void notify(qint64 key, const QString &title, const QString &text, bool digest) override
    {
        m_shown.push_back({key, title, text, digest});
    }
    void withdraw(qint64 key) override { withdrawn.push_back(key); }

    std::vector<qint64> withdrawn;

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
        reminders = std::make_unique<Reminders>(*workspace, std::move(made), std::make_unique<RecordingNotifier>(inside));
    }

    TemporaryWorkspace workspace; // Monday noon
    std::vector<RecordingNotifier::Shown> shown;
    std::vector<RecordingNotifier::Shown> inside;
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
    void whatIsDoneElsewhereIsWithdrawn();
    void theMessageForManyGoesWithTheLastOfThem();
    void whatTheDesktopDoesNotTakeTheWindowSays();
    void aRestartBringsNothingTwice();
    void withoutADesktopTheWindowSaysIt();
    void theProgramStartsWithTheSession();
};

void TestReminders::oneThatIsDueIsShown()
{
    Evening evening;
    const LeadId marta = evening.planned(u"Marta"_s, u"2026-03-02T11:30:00"_s, u"about the oven"_s);
    evening.planned(u"Jan"_s, u"2026-03-02T18:00:00"_s); // not yet
    evening.begin();
    QTRY_COMPARE(evening.shown.size(), size_t(1));
    QCOMPARE(evening.shown.front().title, u"Marta"_s);
    QVERIFY(evening.shown.front().text.startsWith(u"Call: about the oven"_s));
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
    QTRY_COMPARE(evening.shown.size(), size_t(1));
    QCOMPARE(evening.shown.front().title, u"3 follow-ups are due"_s);
    QCOMPARE(evening.shown.front().text, u"Marta, Jan, Ana"_s);
    QVERIFY(evening.shown.front().digest);
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
    QTRY_COMPARE(evening.shown.size(), size_t(1));
    const auto followUp = [&] { return answerOf(evening.workspace->leads().dossier(marta)).followUps.front(); };
    Q_EMIT evening.notifier->snoozeWanted(evening.shown.front().key);
    QTRY_COMPARE(followUp().snoozedUntil.value_or(0), TemporaryWorkspace::noon + hour);
    Q_EMIT evening.notifier->doneWanted(evening.shown.front().key);
    QTRY_COMPARE(followUp().state, FollowUpState::Done);
}

void TestReminders::whatIsDoneElsewhereIsWithdrawn()
{
    Evening evening;
    const LeadId marta = evening.planned(u"Marta"_s, u"2026-03-02T11:30:00"_s);
    const LeadId jan = evening.planned(u"Jan"_s, u"2026-03-02T11:59:00"_s);
    evening.begin();
    QTRY_COMPARE(evening.shown.size(), size_t(2));
    const auto followUp = [&](LeadId lead) { return answerOf(evening.workspace->leads().dossier(lead)).followUps.front(); };
    answerOf(evening.workspace->followUps().complete(followUp(marta).id)); // in the lead panel
    QTRY_COMPARE(evening.notifier->withdrawn, std::vector<qint64>{followUp(marta).id.value()});
    answerOf(evening.workspace->followUps().snooze(followUp(jan).id, TemporaryWorkspace::noon + hour));
    QTRY_COMPARE(evening.notifier->withdrawn.size(), size_t(2));
    QCOMPARE(evening.notifier->withdrawn.back(), followUp(jan).id.value());
}

void TestReminders::theMessageForManyGoesWithTheLastOfThem()
{
    Evening evening;
    std::vector<LeadId> leads;
    for (const QString &name : {u"Marta"_s, u"Jan"_s, u"Ana"_s})
        leads.push_back(evening.planned(name, u"2026-03-01T09:00:00"_s));
    evening.begin();
    QTRY_COMPARE(evening.shown.size(), size_t(1));
    for (const LeadId lead : leads) {
        QCOMPARE(evening.notifier->withdrawn.size(), size_t(0));
        answerOf(evening.workspace->followUps().complete(answerOf(evening.workspace->leads().dossier(lead)).followUps.front().id));
        QTest::qWait(60); // nothing may happen here, and that takes a moment
    }
    QTRY_COMPARE(evening.notifier->withdrawn, std::vector<qint64>{Notifier::digestKey});
}

void TestReminders::whatTheDesktopDoesNotTakeTheWindowSays()
{
    Evening evening;
    evening.planned(u"Marta"_s, u"2026-03-02T11:59:30"_s);
    evening.begin();
    QTRY_COMPARE(evening.shown.size(), size_t(1));
    QVERIFY(evening.inside.empty());
    const RecordingNotifier::Shown &lost = evening.shown.front();
    Q_EMIT evening.notifier->undelivered(lost.key, lost.title, lost.text, lost.digest); // the service went away
    QCOMPARE(evening.inside.size(), size_t(1));
    QCOMPARE(evening.inside.front().title, u"Marta"_s);
}

void TestReminders::aRestartBringsNothingTwice()
{
    Evening evening;
    evening.planned(u"Marta"_s, u"2026-03-02T11:59:30"_s);
    evening.begin();
    QTRY_COMPARE(evening.shown.size(), size_t(1));
    evening.workspace.add(u"Ana"_s); // one thread writes: by now it is noted as shown
    evening.reminders.reset();
    evening.workspace.open();
    evening.begin();
    evening.planned(u"Jan"_s, u"2026-03-02T11:59:40"_s); // due at once
    QTRY_COMPARE(evening.shown.size(), size_t(2));
    QCOMPARE(evening.shown[1].title, u"Jan"_s);
}

void TestReminders::withoutADesktopTheWindowSaysIt()
{
    Evening evening;
    const LeadId marta = evening.planned(u"Marta"_s, u"2026-03-02T11:59:30"_s);
    Theme theme;
    QWidget window;
    auto inside = std::make_unique<WindowNotifier>(theme, &window);
    WindowNotifier *notifier = inside.get();
    Reminders reminders(*evening.workspace, nullptr, std::move(inside));
    window.show();
    QTRY_COMPARE(notifier->lines(), 1);
    QTRY_VERIFY(visibleNamed<QFrame>(&window, u"Reminders"_s));
    waitForNamed<QPushButton>(&window, u"Done: Marta"_s)->click();
    QTRY_COMPARE(answerOf(evening.workspace->leads().dossier(marta)).followUps.front().state, FollowUpState::Done);
    QCOMPARE(notifier->lines(), 0);
    QVERIFY(!notifier->bar()->isVisible());
    for (int i = 0; i < 10; ++i)
        notifier->notify(i + 1, u"L%1"_s.arg(i), u"Call"_s, false);
    QCOMPARE(notifier->lines(), 4); // the window is for work; Today has them all
    notifier->withdraw(8);
    QCOMPARE(notifier->lines(), 3);
    QVERIFY(!visibleNamed<QPushButton>(&window, u"Done: L7"_s));
    notifier->withdraw(4711); // never shown
    QCOMPARE(notifier->lines(), 3);
}

void TestReminders::theProgramStartsWithTheSession()
{
    QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    QVERIFY(!Autostart::isOn());
    QVERIFY(Autostart::set(true).ok());
    QVERIFY(Autostart::isOn());
#if !defined(Q_OS_WIN) && !defined(Q_OS_MACOS)
    QFile entry(home.filePath(u"autostart/kindling.desktop"_s));
    QVERIFY(entry.open(QIODevice::ReadOnly));
    const QByteArray text = entry.readAll();
    QVERIFY(text.startsWith("[Desktop Entry]\n"));
    QVERIFY(text.contains("\" --background\n"));
    QVERIFY(Autostart::entry(u"/opt/a b/$x%y"_s).contains("Exec=\"/opt/a b/\\\\$x%%y\" --background"));
#endif
    QVERIFY(Autostart::set(false).ok());
    QVERIFY(!Autostart::isOn());
    QVERIFY(Autostart::set(false).ok()); // twice is as good as once
}

QTEST_MAIN(TestReminders)
#include "tst_reminders.moc"
