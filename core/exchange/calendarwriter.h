// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/lead.h"

#include <QByteArray>
#include <QSet>

namespace kindling {

/// Writes follow-ups as to-dos of one iCalendar file (RFC 5545), piece by piece: head(), any number of toDo(), tail(). A planned time keeps
/// its wall time and zone, whose rules are written before it is first used; a whole day is a date.
class CalendarWriter
{
public:
    /// `now` stamps the entries.
    explicit CalendarWriter(UtcMs now)
        : m_now(now)
    {
    }

    QByteArray head() const;
    QByteArray toDo(const FollowUp &followUp, const Lead &lead);
    /// A meeting as an event of this length, at the address of the lead.
    QByteArray event(const FollowUp &followUp, const Lead &lead, int minutes);
    QByteArray tail() const;

private:
    UtcMs m_now;
    QSet<QByteArray> m_zones; ///< written already
};

} // namespace kindling
