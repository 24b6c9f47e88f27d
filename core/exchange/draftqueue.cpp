// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/draftqueue.h"

#include "core/base/try.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

namespace kindling {

namespace {

using Draft = std::variant<LeadDraft, CompanyDraft, RejectedRow, TimelineDraft>;
using Batch = std::vector<Draft>;

constexpr size_t rowsInBatch = 256;
constexpr size_t batchesWaiting = 16;

/// Batches on their way from the reading thread to the taking one.
class DraftQueue
{
public:
    /// Reading thread. Waits while the queue is full; Cancelled once nobody takes any more.
    Result<void> put(Draft &&draft)
    {
        m_filling.push_back(std::move(draft));
        return m_filling.size() < rowsInBatch ? Result<void>() : send();
    }

    Result<void> send()
    {
        std::unique_lock lock(m_mutex);
        m_moved.wait(lock, [this] { return m_abandoned || m_batches.size() < batchesWaiting; });
        if (m_abandoned)
            return Error{ErrorCode::Cancelled, {}, {}};
        m_batches.push_back(std::exchange(m_filling, {}));
        m_moved.notify_all();
        return {};
    }

    /// Reading thread, at the end.
    void finish(Result<void> &&how)
    {
        const std::lock_guard lock(m_mutex);
        m_end = std::move(how);
        m_moved.notify_all();
    }

    /// Taking thread. Nothing at the end of the file.
    std::optional<Batch> take()
    {
        std::unique_lock lock(m_mutex);
        m_moved.wait(lock, [this] { return m_end || !m_batches.empty(); });
        if (m_batches.empty())
            return std::nullopt;
        Batch batch = std::move(m_batches.front());
        m_batches.pop_front();
        m_moved.notify_all();
        return batch;
    }

    /// Taking thread: what is still read is not wanted.
    void abandon()
    {
        const std::lock_guard lock(m_mutex);
        m_abandoned = true;
        m_moved.notify_all();
    }

    /// After the reading thread has ended: how it ended.
    const Result<void> &end() const { return *m_end; }

private:
    std::mutex m_mutex;
    std::condition_variable m_moved;
    Batch m_filling; ///< reading thread only
    std::deque<Batch> m_batches;
    std::optional<Result<void>> m_end;
    bool m_abandoned = false;
};

Result<void> takeAll(DraftQueue &queue, const DraftSink &sink)
{
    struct Taker
    {
        const DraftSink &sink;
        Result<void> operator()(LeadDraft &draft) const { return sink.lead(std::move(draft)); }
        Result<void> operator()(CompanyDraft &draft) const { return sink.company(std::move(draft)); }
        Result<void> operator()(TimelineDraft &draft) const { return sink.timeline(std::move(draft)); }
        Result<void> operator()(RejectedRow &row) const { return sink.rejected(std::move(row)); }
    };
    while (std::optional<Batch> batch = queue.take()) {
        for (Draft &draft : *batch)
            KINDLING_TRY(std::visit(Taker{sink}, draft));
    }
    return {};
}

} // namespace

Result<void> readDraftsAhead(const QString &path, const ImportMapping &mapping, const ImportContext &context, const DraftSink &sink,
                             Progress &progress)
{
    DraftQueue queue;
    PassedOver passedOver; // written by the reading thread, read after it has ended
    const DraftSink putting{
        [&](LeadDraft &&draft) { return queue.put(std::move(draft)); }, [&](CompanyDraft &&draft) { return queue.put(std::move(draft)); },
        [&](RejectedRow &&row) { return queue.put(std::move(row)); },   [&](TimelineDraft &&draft) { return queue.put(std::move(draft)); },
        [&](const PassedOver &count) { passedOver = count; },
    };
    std::thread reading([&] {
        Result<void> done = readDrafts(path, mapping, context, putting, progress);
        if (done)
            done = queue.send();
        queue.finish(std::move(done));
    });
    const Result<void> taken = takeAll(queue, sink);
    if (!taken)
        queue.abandon();
    reading.join();
    if (sink.passedOver)
        sink.passedOver(passedOver);
    return taken ? queue.end() : taken;
}

} // namespace kindling
