// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include <QtGlobal>

namespace kindling {

/// How far a long job is, and whether it should stop. Shared by the job's thread and whoever watches; thread-safe.
class Progress
{
public:
    void report(qint64 done, qint64 total)
    {
        m_done.store(done, std::memory_order_relaxed);
        m_total.store(total, std::memory_order_relaxed);
    }
    qint64 done() const { return m_done.load(std::memory_order_relaxed); }
    /// 0 while the amount of work is not known.
    qint64 total() const { return m_total.load(std::memory_order_relaxed); }

    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }
    bool cancelled() const { return m_cancelled.load(std::memory_order_relaxed); }

private:
    std::atomic<qint64> m_done = 0;
    std::atomic<qint64> m_total = 0;
    std::atomic<bool> m_cancelled = false;
};

using ProgressPtr = std::shared_ptr<Progress>;

} // namespace kindling
