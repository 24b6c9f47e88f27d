// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QDate>
#include <QPushButton>

namespace kindling {

/// A pill that says for which days something is counted, and lets another stretch be chosen.
class PeriodChip final : public QPushButton
{
    Q_OBJECT

public:
    PeriodChip(const QDate &today, QWidget *parent);

    UtcMs from(const QTimeZone &zone) const { return m_from.startOfDay(zone).toMSecsSinceEpoch(); }
    UtcMs until(const QTimeZone &zone) const { return m_until.startOfDay(zone).toMSecsSinceEpoch(); } ///< exclusive
    bool isAllTime() const { return m_from.year() == firstYear; }

Q_SIGNALS:
    void chosen();

private:
    static constexpr int firstYear = 1970;
    static constexpr int lastYear = 2200;
    void choose(const QString &label, const QDate &from, const QDate &until);

    QDate m_from{firstYear, 1, 1};
    QDate m_until{lastYear, 1, 1};
};

} // namespace kindling
