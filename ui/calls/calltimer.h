// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QElapsedTimer>
#include <QString>

namespace kindling {

/// How long a call lasts: from when the number was dialled, else from when its form was opened.
class CallTimer
{
public:
    void start(UtcMs now)
    {
        m_began = now;
        m_elapsed.start();
    }
    UtcMs began() const { return m_began; }
    int seconds() const { return int(m_elapsed.elapsed() / 1000); }
    /// "04:30".
    QString text() const
    {
        return QStringLiteral("%1:%2").arg(seconds() / 60, 2, 10, QLatin1Char('0')).arg(seconds() % 60, 2, 10, QLatin1Char('0'));
    }

private:
    UtcMs m_began = 0;
    QElapsedTimer m_elapsed;
};

} // namespace kindling
