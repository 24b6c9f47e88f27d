// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/rules/reportperiod.h"

#include <QPushButton>

namespace kindling {

/// A pill that says for which days something is counted, and lets another stretch be chosen.
class PeriodChip final : public QPushButton
{
    Q_OBJECT

public:
    PeriodChip(const QDate &today, QWidget *parent);

    UtcMs from(const QTimeZone &zone) const { return m_period.from.startOfDay(zone).toMSecsSinceEpoch(); }
    UtcMs until(const QTimeZone &zone) const { return m_period.until.startOfDay(zone).toMSecsSinceEpoch(); } ///< exclusive

Q_SIGNALS:
    void chosen();

private:
    void choose(const ReportPeriod &period);

    ReportPeriod m_period;
};

} // namespace kindling
