// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/domain/changeset.h"
#include "core/index/timelinecolumns.h"
#include "core/store/connection.h"

#include <mutex>
#include <optional>

namespace kindling {

/// Activities, follow-ups, stays and longer texts of all leads in memory: loaded when a filter first needs them, kept right by each change.
/// `sources` is called on any thread but the writer's, `refresh` on the writer's after each commit.
class TimelineCache
{
public:
    explicit TimelineCache(QString path)
        : m_path(std::move(path))
    {
    }

    /// Loads what is missing, on a connection of its own. Errors: Cancelled, Database.
    Result<TimelineSources> sources(const TimelineNeeds &needs, const Progress *progress);
    /// The columns as they are in memory; nothing when something that is needed is not loaded. Any thread.
    std::optional<TimelineSources> held(const TimelineNeeds &needs) const;

    Result<void> refresh(Connection &connection, const ChangeSet &changes);
    /// What is held is not right any more: it is loaded again when it is needed.
    void forget();

    size_t memoryBytes() const;

private:
    static Result<void> read(Connection &connection, const TimelineNeeds &needs, const std::vector<LeadId> *leads, const Progress *progress,
                             TimelineSources &sources);
    Result<void> load(const TimelineNeeds &wanted, const Progress *progress);
    bool takeOver(const TimelineSources &loaded, std::vector<LeadId> &missed);
    void adopt(const TimelineSources &sources);
    TimelineNeeds missing(const TimelineNeeds &needs) const;
    TimelineNeeds held() const;

    QString m_path;
    std::mutex m_loading; ///< one loads at a time; the others wait for it
    mutable std::mutex m_mutex; ///< guards what follows
    TimelineSources m_sources;
    bool m_isLoading = false;
    bool m_startOver = false; ///< so much changed while loading that it begins again
    std::vector<LeadId> m_missed; ///< changed while loading
};

} // namespace kindling
