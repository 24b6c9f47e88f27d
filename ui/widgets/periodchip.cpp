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
    const QDate year(today.year(), 1, 1);
    const QDate quarter(today.year(), (today.month() - 1) / 3 * 3 + 1, 1);
    const std::tuple<QString, QDate, QDate> periods[] = {{tr("all time"), m_from, m_until},
                                                         {tr("this year"), year, year.addYears(1)},
                                                         {tr("last year"), year.addYears(-1), year},
                                                         {tr("the last 12 months"), today.addMonths(-12), today.addDays(1)},
                                                         {tr("this quarter"), quarter, quarter.addMonths(3)},
                                                         {tr("last quarter"), quarter.addMonths(-3), quarter},
                                                         {tr("the last 30 days"), today.addDays(-30), today.addDays(1)}};
    for (const auto &[label, from, until] : periods) {
        menu->addAction(label, this, [this, text = label, begin = from, end = until] {
            choose(text, begin, end);
            Q_EMIT chosen();
        });
    }
    setMenu(menu);
    choose(tr("all time"), m_from, m_until);
}

void PeriodChip::choose(const QString &label, const QDate &from, const QDate &until)
{
    m_from = from;
    m_until = until;
    setText(tr("Period: %1").arg(label));
    setAccessibleName(text());
}

} // namespace kindling
