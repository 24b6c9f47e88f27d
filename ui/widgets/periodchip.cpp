// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/periodchip.h"

#include "ui/widgets/basics.h"

#include <QMenu>

namespace kindling {

PeriodChip::PeriodChip(const QDate &today, QWidget *parent)
    : QPushButton(parent)
{
    setProperty("kind", QStringLiteral("chip"));
    setProperty("opens", true);
    auto *menu = new QMenu(this);
    const std::vector<ReportPeriod> periods = reportPeriods(today);
    for (const ReportPeriod &period : periods) {
        menu->addAction(period.label, this, [this, period] {
            choose(period);
            Q_EMIT chosen();
        });
    }
    setMenu(menu);
    choose(periods.front());
}

void PeriodChip::choose(const ReportPeriod &period)
{
    m_period = period;
    setText(tr("Period: %1").arg(period.label));
    setAccessibleName(text());
}

} // namespace kindling
