// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportscope.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace kindling {

QString ReportScope::inWords() const
{
    const QString day = QLocale().toString(QDateTime::fromMSecsSinceEpoch(asOf).date(), QLocale::ShortFormat);
    const QString words = QCoreApplication::translate("kindling::ReportsPage", "Period: %1. Leads: %2. As of %3.").arg(period, whose, day);
    if (beforeWords.isEmpty())
        return words;
    return words + u' ' + QCoreApplication::translate("kindling::ReportsPage", "◇ compared with %1.").arg(beforeWords);
}

} // namespace kindling
