// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

#include <atomic>

namespace kindling {

/// Milliseconds since 1970-01-01T00:00:00Z.
using UtcMs = qint64;

/// 24 hours, in milliseconds. Days of the calendar may be longer or shorter: see walltime.h.
inline constexpr qint64 dayMs = 24 * qint64(3'600'000);

/// Where the program gets the time from, so that a test can choose it. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual UtcMs now() const = 0;
    virtual QTimeZone zone() const = 0;
};

class SystemClock final : public Clock
{
public:
    UtcMs now() const override;
    QTimeZone zone() const override;
};

/// A clock that stands still until it is told: for tests and for reproducible samples.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(UtcMs now, const QTimeZone &zone = QTimeZone::utc())
        : m_now(now)
        , m_zone(zone)
    {
    }
    UtcMs now() const override { return m_now.load(); }
    QTimeZone zone() const override { return m_zone; }
    void set(UtcMs now) { m_now.store(now); }
    void advance(qint64 ms) { m_now.fetch_add(ms); }

private:
    std::atomic<UtcMs> m_now; // a test turns it while the workspace's threads read it
    QTimeZone m_zone;
};

} // namespace kindling
