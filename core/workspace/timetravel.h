// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/pastday.h"
#include "core/index/columnsnapshot.h"
#include "core/index/staycolumns.h"

#include <array>
#include <mutex>

namespace kindling {

class Engine;

/// All leads as they stood on the evening of a past day. Immutable.
struct PastDay
{
    UtcMs moment = 0;
    SnapshotPtr columns; ///< rows are those of the present columns it was made from
    TimelineSources sources; ///< all stays, those after the moment too; activities only when they were asked for
    std::shared_ptr<const StayColumns> stageStays; ///< those that had ended
};
using PastDayPtr = std::shared_ptr<const PastDay>;

/// From where the leads are looked at: now, or the evening of a past day.
struct Viewpoint
{
    SnapshotPtr columns;
    UtcMs moment = 0;
    PastDayPtr past; ///< null for the present day

    /// The leads that a filter matches, as seen from here. Errors: BadFilter for what is not known of a past day, Cancelled.
    Result<RowSet> evaluate(Engine &engine, const Filter &filter, const Progress *progress = nullptr) const;
    /// Makes sure that the leads can be ordered. Errors: Usage for what is not known of a past day, Cancelled.
    Result<void> prepareOrder(Engine &engine, const std::vector<SortKey> &sort, const Progress *progress = nullptr) const;
};

/// Makes past days, and keeps the last two until somebody asks about now or a lead has changed. On any thread but the writer's.
class TimeTravel
{
public:
    explicit TimeTravel(Engine &engine)
        : m_engine(engine)
    {
    }

    /// `columns` are the present ones. `activities`: also what had happened, which is dear the first time. Errors: Cancelled, Database.
    Result<Viewpoint> viewpoint(const SnapshotPtr &columns, const PastMoment &moment, bool activities = false,
                                const Progress *progress = nullptr);

private:
    struct Kept
    {
        SnapshotPtr present;
        TimelineSources sources;
        PastDayPtr day;
    };
    Result<PastDayPtr> make(const SnapshotPtr &present, UtcMs moment, const TimelineSources &sources, const Progress *progress);

    Engine &m_engine;
    std::mutex m_mutex; ///< who comes second finds what the first has made
    std::array<Kept, 2> m_kept; ///< the one that was asked for last first
};

} // namespace kindling
