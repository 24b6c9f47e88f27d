// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace kindling {

/// A session bus of our own, on which nobody is but who comes: it starts no services.
class PrivateBus
{
public:
    bool start()
    {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (daemon.isEmpty())
            return false;
        QFile configuration(m_folder.filePath(QStringLiteral("bus.conf")));
        if (!configuration.open(QIODevice::WriteOnly) || configuration.write(m_rules) < 0)
            return false;
        configuration.close();
        m_process.start(daemon,
                        {QStringLiteral("--config-file=") + configuration.fileName(), QStringLiteral("--nofork"),
                         QStringLiteral("--nopidfile"), QStringLiteral("--print-address")});
        if (!m_process.waitForStarted() || !m_process.waitForReadyRead())
            return false;
        m_address = QString::fromUtf8(m_process.readLine()).trimmed();
        return !m_address.isEmpty();
    }
    ~PrivateBus()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QString address() const { return m_address; }
    QDBusConnection connection(const QString &name) const { return QDBusConnection::connectToBus(m_address, name); }

private:
    static constexpr const char *m_rules = "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                                           "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                                           "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>\n";
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_address;
};

} // namespace kindling
