// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#ifdef KINDLING_HAS_DBUS
#include "support/privatebus.h"
#include "support/temporaryworkspace.h"
#include "ui/notifications/desktopnotifier.h"
#include "ui/notifications/reminders.h"
#endif

using namespace Qt::StringLiterals;

#ifdef KINDLING_HAS_DBUS

using namespace kindling;

namespace {

const QString serviceName = u"org.freedesktop.Notifications"_s;
const QString objectPath = u"/org/freedesktop/Notifications"_s;

} // namespace

/// The notification service of a desktop, as the specification (1.2) has it. Keeps what was sent.
class NotificationDaemon : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Sent
    {
        uint id;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };
    std::vector<Sent> sent;
    std::vector<uint> closed;

public Q_SLOTS: // NOLINT: the names are those of the service
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &body, const QStringList &actions,
                const QVariantMap &hints, int)
    {
        sent.push_back({++m_last, title, body, actions, hints});
        return m_last;
    }
    void CloseNotification(uint id)
    {
        closed.push_back(id);
        Q_EMIT NotificationClosed(id, 3);
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    uint m_last = 40;
};

/// Reminders go over a real session bus to a notification service and its buttons come back.
class TestDesktopNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isThereOnlyWithAService();
    void aReminderIsShownWithItsButtons();
    void theButtonsWork();
    void whatIsDoneElsewhereIsClosed();
    void namesAreNoMarkup();
    void whenTheServiceGoesTheWindowIsTold();

private:
    void serve(NotificationDaemon &daemon, const QString &name);
    void leave(const QString &name);

    PrivateBus m_bus;
};

void TestDesktopNotifier::initTestCase()
{
    if (!m_bus.start())
        QSKIP("there is no dbus-daemon here to make a session bus with");
}

void TestDesktopNotifier::serve(NotificationDaemon &daemon, const QString &name)
{
    QDBusConnection bus = m_bus.connection(name);
    QVERIFY(bus.isConnected());
    QVERIFY(bus.registerObject(objectPath, &daemon, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerService(serviceName));
}

void TestDesktopNotifier::leave(const QString &name)
{
    m_bus.connection(name).unregisterService(serviceName);
    QDBusConnection::disconnectFromBus(name);
}

void TestDesktopNotifier::isThereOnlyWithAService()
{
    const QDBusConnection client = m_bus.connection(u"client"_s);
    QVERIFY(!DesktopNotifier::isAvailable(QDBusConnection(u"no such connection"_s)));
    QVERIFY(!DesktopNotifier::isAvailable(client));
    NotificationDaemon daemon;
    serve(daemon, u"service"_s);
    QVERIFY(DesktopNotifier::isAvailable(client));
    leave(u"service"_s);
}

void TestDesktopNotifier::aReminderIsShownWithItsButtons()
{
    NotificationDaemon daemon;
    serve(daemon, u"service"_s);
    DesktopNotifier notifier(m_bus.connection(u"client"_s));
    notifier.notify(7, u"Marta"_s, u"Call"_s, false);
    notifier.notify(0, u"12 follow-ups are due"_s, u"Ana, Jan"_s, true);
    QTRY_COMPARE(daemon.sent.size(), size_t(2));
    QCOMPARE(daemon.sent[0].title, u"Marta"_s);
    QCOMPARE(daemon.sent[0].actions,
             (QStringList{u"default"_s, u"Open"_s, u"open"_s, u"Open"_s, u"done"_s, u"Done"_s, u"snooze"_s, u"Snooze"_s}));
    QCOMPARE(daemon.sent[0].hints.value(u"desktop-entry"_s).toString(), u"kindling"_s);
    QVERIFY(!daemon.sent[1].actions.contains(u"done"_s)); // many cannot be done at once
    leave(u"service"_s);
}

void TestDesktopNotifier::theButtonsWork()
{
    NotificationDaemon daemon;
    serve(daemon, u"service"_s);
    TemporaryWorkspace w;
    std::vector<LeadId> leads;
    for (const QString &name : {u"Marta"_s, u"Jan"_s, u"Ana"_s}) {
        FollowUp call;
        call.lead = w.add(name);
        call.localTime = u"2026-03-02T12:00:00"_s;
        call.zone = u"Europe/Berlin"_s;
        answerOf(w->followUps().plan(call));
        leads.push_back(call.lead);
    }
    const auto followUp = [&](size_t lead) { return answerOf(w->leads().dossier(leads[lead])).followUps.front(); };
    Reminders reminders(*w, std::make_unique<DesktopNotifier>(m_bus.connection(u"client"_s)),
                        std::make_unique<DesktopNotifier>(m_bus.connection(u"second"_s)));
    LeadId opened;
    connect(&reminders, &Reminders::openWanted, this, [&](LeadId id) { opened = id; });
    QTRY_COMPARE(daemon.sent.size(), size_t(3));
    QTest::qWait(50); // the ids come back
    Q_EMIT daemon.ActionInvoked(daemon.sent[0].id, u"done"_s);
    Q_EMIT daemon.ActionInvoked(daemon.sent[1].id, u"snooze"_s);
    Q_EMIT daemon.ActionInvoked(daemon.sent[2].id, u"default"_s);
    Q_EMIT daemon.ActionInvoked(99999, u"done"_s); // another program's
    QTRY_COMPARE(followUp(0).state, FollowUpState::Done);
    QTRY_COMPARE(followUp(1).snoozedUntil.value_or(0), TemporaryWorkspace::noon + 3'600'000);
    QTRY_COMPARE(opened, leads[2]);
    QCOMPARE(followUp(2).state, FollowUpState::Open);
    leave(u"service"_s);
}

void TestDesktopNotifier::whatIsDoneElsewhereIsClosed()
{
    NotificationDaemon daemon;
    serve(daemon, u"service"_s);
    DesktopNotifier notifier(m_bus.connection(u"client"_s));
    notifier.notify(7, u"Marta"_s, u"Call"_s, false);
    notifier.notify(8, u"Jan"_s, u"Call"_s, false);
    notifier.withdraw(8); // before the service has answered
    QTRY_COMPARE(daemon.closed.size(), size_t(1));
    QCOMPARE(daemon.closed.back(), daemon.sent.back().id);
    notifier.withdraw(7);
    QTRY_COMPARE(daemon.closed.size(), size_t(2));
    QCOMPARE(daemon.closed.back(), daemon.sent.front().id);
    notifier.notify(9, u"Ana"_s, u"Call"_s, false);
    QTRY_COMPARE(daemon.sent.size(), size_t(3));
    bool opened = false;
    connect(&notifier, &Notifier::openWanted, this, [&] { opened = true; });
    Q_EMIT daemon.ActionInvoked(daemon.sent.back().id, u"default"_s); // comes after that they are closed
    QTRY_VERIFY(opened);
    notifier.withdraw(7); // there is nothing any more
    notifier.withdraw(9);
    QTRY_COMPARE(daemon.closed.size(), size_t(3));
    QCOMPARE(daemon.closed.back(), daemon.sent.back().id);
    leave(u"service"_s);
}

void TestDesktopNotifier::namesAreNoMarkup()
{
    NotificationDaemon daemon;
    serve(daemon, u"service"_s);
    DesktopNotifier notifier(m_bus.connection(u"client"_s));
    notifier.notify(7, u"Marta"_s, u"<img src=\"http://x.example\"> & <b>bold</b>"_s, false);
    QTRY_COMPARE(daemon.sent.size(), size_t(1));
    QVERIFY(!daemon.sent[0].body.contains(u'<'));
    leave(u"service"_s);
}

void TestDesktopNotifier::whenTheServiceGoesTheWindowIsTold()
{
    DesktopNotifier notifier(m_bus.connection(u"client"_s)); // nobody serves
    QStringList undelivered;
    connect(&notifier, &Notifier::undelivered, this, [&](qint64, const QString &title, const QString &, bool) { undelivered += title; });
    notifier.notify(7, u"Marta"_s, u"Call"_s, false);
    QTRY_COMPARE(undelivered, QStringList{u"Marta"_s});
}

#else

class TestDesktopNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void needsDBus() { QSKIP("this build has no Qt D-Bus"); }
};

#endif

QTEST_GUILESS_MAIN(TestDesktopNotifier)
#include "tst_desktopnotifier.moc"
