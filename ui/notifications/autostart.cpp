// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>

namespace kindling {

#ifdef Q_OS_WIN

namespace {

QSettings runKey()
{
    return {QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"), QSettings::NativeFormat};
}

} // namespace

QString Autostart::path()
{
    return QStringLiteral("Kindling");
}

QByteArray Autostart::entry(const QString &program)
{
    return ('"' + QDir::toNativeSeparators(program) + QStringLiteral("\" --background")).toUtf8();
}

bool Autostart::isOn()
{
    return runKey().contains(path());
}

Result<void> Autostart::set(bool on)
{
    QSettings run = runKey();
    if (on)
        run.setValue(path(), QString::fromUtf8(entry(QCoreApplication::applicationFilePath())));
    else
        run.remove(path());
    return {};
}

#else

QString Autostart::path()
{
#ifdef Q_OS_MACOS
    return QDir::homePath() + QStringLiteral("/Library/LaunchAgents/org.kindling.Kindling.plist");
#else
    return QStandardPaths::writableLocation(QStandardPaths::ConfigLocation) + QStringLiteral("/autostart/kindling.desktop");
#endif
}

QByteArray Autostart::entry(const QString &program)
{
#ifdef Q_OS_MACOS
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\"><dict><key>Label</key><string>org.kindling.Kindling</string>"
           "<key>ProgramArguments</key><array><string>"
        + program.toHtmlEscaped().toUtf8() + "</string><string>--background</string></array><key>RunAtLoad</key><true/></dict></plist>\n";
#else
    // Quoted as the specification of desktop entries wants it: these four mean something within quotes, and % everywhere.
    QString quoted = program;
    for (const QString &special : {QStringLiteral("\\"), QStringLiteral("\""), QStringLiteral("`"), QStringLiteral("$")})
        quoted.replace(special, u'\\' + special);
    quoted.replace(QStringLiteral("\\"), QStringLiteral("\\\\")).replace(u'%', QStringLiteral("%%"));
    return "[Desktop Entry]\nType=Application\nName=Kindling\nIcon=kindling\nExec=\"" + quoted.toUtf8()
        + "\" --background\nX-GNOME-Autostart-enabled=true\n";
#endif
}

bool Autostart::isOn()
{
    return QFileInfo::exists(path());
}

Result<void> Autostart::set(bool on)
{
    const QFileInfo file(path());
    if (!on) {
        if (file.exists() && !QFile::remove(path()))
            return Error{ErrorCode::FileNotWritable, path(), {}};
        return {};
    }
    QDir().mkpath(file.absolutePath());
    QSaveFile out(path());
    const QByteArray text = entry(QCoreApplication::applicationFilePath());
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        return Error{ErrorCode::FileNotWritable, path(), out.errorString()};
    return {};
}

#endif

} // namespace kindling
