// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/worker.h"

namespace kindling {

Result<std::unique_ptr<Worker>> Worker::start(const QString &path, Connection::Mode mode)
{
    std::unique_ptr<Worker> worker(new Worker(path, mode));
    worker->QThread::start();
    {
        std::unique_lock lock(worker->m_mutex);
        worker->m_wake.wait(lock, [&] { return worker->m_opened.has_value(); });
    }
    if (!*worker->m_opened)
        return worker->m_opened->error();
    return worker;
}

Worker::~Worker()
{
    stop();
}

void Worker::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping)
            return;
        m_tasks.push_back(std::move(task));
        ++m_busy;
    }
    m_wake.notify_all();
}

void Worker::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    wait();
    m_tasks.clear();
}

void Worker::run()
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(m_path, m_mode);
    {
        const std::lock_guard lock(m_mutex);
        m_opened = connection ? Result<void>() : Result<void>(connection.error());
    }
    m_wake.notify_all();
    while (connection) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [&] { return m_stopping || !m_tasks.empty(); });
            if (m_stopping)
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task(**connection);
        --m_busy;
    }
}

} // namespace kindling
