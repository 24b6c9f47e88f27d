// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#ifdef KINDLING_HAS_DBUS
#include "support/privatebus.h"
#include "support/temporaryworkspace.h"
#include "ui/notifications/desktopnotifier.h"
#include "ui/notifications/reminders.h"

#include <QTemporaryDir>
#endif

using namespace Qt::StringLiterals;

#ifdef KINDLING_HAS_DBUS

using namespace kindling;

namespace {

/// A desktop with a notification daemon that is not ours: dunst, on a display and a session bus of its own.
class DunstDesktop
{
public:
    /// Empty when all of it runs; otherwise what is missing.
    QString start()
    {
        for (const QString &program : {u"Xvfb"_s, u"dunst"_s, u"dunstctl"_s}) {
            if (QStandardPaths::findExecutable(program).isEmpty())
                return program;
        }
        if (!m_bus.start())
            return u"dbus-daemon"_s;
        m_display.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"800x600x24"_s});
        if (!m_display.waitForReadyRead(10'000))
            return u"a display"_s;
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(u"DISPLAY"_s, u":"_s + QString::fromLatin1(m_display.readLine()).trimmed());
        m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus.address());
        QFile configuration(m_folder.filePath(u"dunstrc"_s));
        // Its menu of buttons is shown by a program of the user's choice, which prints the line that was chosen.
        if (!configuration.open(QIODevice::WriteOnly) || configuration.write("[global]\n    dmenu = /bin/grep Done\n") < 0)
            return u"a folder"_s;
        configuration.close();
        m_daemon.setProcessEnvironment(m_environment);
        m_daemon.start(u"dunst"_s, {u"-conf"_s, configuration.fileName()});
        const QDBusConnection bus = m_bus.connection(u"look"_s);
        return QTest::qWaitFor([&] { return DesktopNotifier::isAvailable(bus); }, 10'000) ? QString() : u"the service of dunst"_s;
    }
    ~DunstDesktop()
    {
        for (QProcess *process : {&m_daemon, &m_display}) {
            process->kill();
            process->waitForFinished();
        }
    }

    QDBusConnection connection() const { return m_bus.connection(u"program"_s); }
    /// What dunst is asked on its command line, as its user would.
    QString ask(const QStringList &what) const
    {
        QProcess control;
        control.setProcessEnvironment(m_environment);
        control.start(u"dunstctl"_s, what);
        control.waitForFinished();
        return QString::fromUtf8(control.readAllStandardOutput()).trimmed();
    }
    int shown() const { return ask({u"count"_s, u"displayed"_s}).toInt(); }

private:
    PrivateBus m_bus;
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QProcess m_display;
    QProcess m_daemon;
};

} // namespace

/// Reminders with a notification daemon as people have it: they show, their buttons work, and they go when they are dealt with.
class TestPackagedDaemon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aButtonOfTheDaemonDoesIt();
    void aClickOpensTheLead();
    void whatIsDoneElsewhereGoes();

private:
    LeadId due(TemporaryWorkspace &w) const;

    DunstDesktop m_desktop;
};

void TestPackagedDaemon::initTestCase()
{
    const QString missing = m_desktop.start();
    if (!missing.isEmpty())
        QSKIP(qPrintable(u"There is no %1 here"_s.arg(missing)));
}

LeadId TestPackagedDaemon::due(TemporaryWorkspace &w) const
{
    FollowUp call;
    call.lead = w.add(u"Marta & <b>Ona</b>"_s);
    call.note = u"about the oven"_s;
    call.localTime = u"2026-03-02T12:00:00"_s;
    call.zone = u"Europe/Berlin"_s;
    answerOf(w->followUps().plan(call));
    return call.lead;
}

void TestPackagedDaemon::aButtonOfTheDaemonDoesIt()
{
    TemporaryWorkspace w;
    const LeadId marta = due(w);
    Reminders reminders(*w, std::make_unique<DesktopNotifier>(m_desktop.connection()),
                        std::make_unique<DesktopNotifier>(QDBusConnection(u"no window"_s)));
    QTRY_COMPARE(m_desktop.shown(), 1);
    m_desktop.ask({u"context"_s}); // its menu, in which Done is chosen
    QTRY_COMPARE(answerOf(w->leads().dossier(marta)).followUps.front().state, FollowUpState::Done);
    QTRY_COMPARE(m_desktop.shown(), 0);
}

void TestPackagedDaemon::aClickOpensTheLead()
{
    TemporaryWorkspace w;
    const LeadId marta = due(w);
    Reminders reminders(*w, std::make_unique<DesktopNotifier>(m_desktop.connection()),
                        std::make_unique<DesktopNotifier>(QDBusConnection(u"no window"_s)));
    LeadId opened;
    connect(&reminders, &Reminders::openWanted, this, [&](LeadId id) { opened = id; });
    QTRY_COMPARE(m_desktop.shown(), 1);
    m_desktop.ask({u"action"_s, u"0"_s});
    QTRY_COMPARE(opened, marta);
    QTRY_COMPARE(m_desktop.shown(), 0);
}

void TestPackagedDaemon::whatIsDoneElsewhereGoes()
{
    TemporaryWorkspace w;
    const LeadId marta = due(w);
    Reminders reminders(*w, std::make_unique<DesktopNotifier>(m_desktop.connection()),
                        std::make_unique<DesktopNotifier>(QDBusConnection(u"no window"_s)));
    QTRY_COMPARE(m_desktop.shown(), 1);
    answerOf(w->followUps().complete(answerOf(w->leads().dossier(marta)).followUps.front().id));
    QTRY_COMPARE(m_desktop.shown(), 0);
}

#else

class TestPackagedDaemon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void needsDBus() { QSKIP("this build has no Qt D-Bus"); }
};

#endif

QTEST_GUILESS_MAIN(TestPackagedDaemon)
#include "tst_packageddaemon.moc"
