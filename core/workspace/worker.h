// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"

#include <QThread>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace kindling {

/// A thread with a connection of its own that does one task after the other. Tasks that have not begun when it stops are dropped; their
/// promises end as cancelled.
class Worker final : public QThread
{
public:
    using Task = std::function<void(Connection &)>;

    /// Opens the connection on the new thread, to which it belongs, and waits to know whether it could.
    static Result<std::unique_ptr<Worker>> start(const QString &path, Connection::Mode mode);
    ~Worker() override;

    void post(Task task);
    /// Tasks that run or wait. Any thread.
    int busy() const { return m_busy.load(std::memory_order_relaxed); }
    /// Waits for the task that runs and ends the thread.
    void stop();

protected:
    void run() override;

private:
    Worker(QString path, Connection::Mode mode)
        : m_path(std::move(path))
        , m_mode(mode)
    {
    }

    QString m_path;
    Connection::Mode m_mode;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    std::atomic<int> m_busy = 0;
    bool m_stopping = false;
    std::optional<Result<void>> m_opened;
};

} // namespace kindling
