// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/attachmentname.h"

#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

constexpr std::array<const char *, 56> programEndings{
    "action", "apk",  "app", "appimage", "applescript", "appref-ms", "bash",  "bat",  "bin", "cmd",  "com",    "command",
    "cpl",    "csh",  "deb", "desktop",  "dll",         "dmg",       "dotm",  "docm", "exe", "fish", "gadget", "hta",
    "htm",    "html", "inf", "jar",      "js",          "jse",       "ksh",   "lnk",  "msc", "msi",  "msp",    "pkg",
    "pif",    "php",  "pl",  "ps1",      "py",          "reg",       "rpm",   "run",  "scr", "sh",   "svg",    "terminal",
    "url",    "vb",   "vbs", "webloc",   "wsf",         "xlsm",      "xhtml", "zsh"};

constexpr qsizetype longestName = 120;

} // namespace

bool isProgramName(QStringView name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot < 0)
        return true; // without an ending the system looks inside, and may find a program
    const QStringView ending = name.mid(dot + 1).trimmed();
    return ending.isEmpty() || std::any_of(programEndings.begin(), programEndings.end(), [&](const char *program) {
               return ending.compare(QLatin1String(program), Qt::CaseInsensitive) == 0;
           });
}

QString safeFileName(const QString &name)
{
    QString safe;
    for (const QChar c : name) {
        const bool special =
            c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || QStringLiteral("/\\:*?\"<>|").contains(c);
        safe += special ? QChar(u'_') : c;
    }
    safe = safe.trimmed();
    while (safe.startsWith(u'.'))
        safe.remove(0, 1);
    if (safe.size() > longestName) {
        const QString ending = QFileInfo(safe).suffix().left(16);
        safe = safe.left(longestName - ending.size() - 1) + (ending.isEmpty() ? QString() : u'.' + ending);
    }
    return safe.isEmpty() ? QStringLiteral("file") : safe;
}

} // namespace kindling
