// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/try.h"
#include "core/index/grouping.h"
#include "core/rules/pastfilter.h"
#include "core/workspace/engine.h"
#include "core/workspace/reportasked.h"
#include "core/workspace/reportground.h"
#include "core/workspace/timetravel.h"

#include <algorithm>
#include <array>

namespace kindling {

namespace {

/// The group of each lead as seen from somewhere; `notThere` for those that are not meant.
Grouping groupsFrom(const Viewpoint &from, FieldId by, const RowSet &meant)
{
    Grouping grouping = by == LeadField::Stage ? standingGroups(*from.columns) : groupingBy(*from.columns, by);
    for (quint32 row = 0; row < grouping.groups.size(); ++row) {
        if (!meant.contains(row))
            grouping.groups[row] = ReportInput::notThere;
    }
    return grouping;
}

} // namespace

Result<ReportAnswer> ReportService::movesBetween(Engine &engine, Kept &kept, const SnapshotPtr &present, const ReportQuery &query,
                                                 const Filter &filter)
{
    const std::array<FieldId, 4> axes{LeadField::Stage, LeadField::Temperature, LeadField::Owner, LeadField::Outcome};
    const FieldId by = query.by.value_or(LeadField::Stage);
    const auto words = engine.vocabulary();
    if (std::find(axes.begin(), axes.end(), by) == axes.end()) // where no stays are kept, only today is known
        return Error{ErrorCode::UnknownField, fieldLabel(by, words.get()), {}};
    const UtcMs end = std::min(query.until - 1, query.asOf);
    const bool activities = asksLastActivity(filter, {}, words.get()) || timelineNeeds(filter, words.get()).activities;
    KINDLING_GET(now, engine.travel().viewpoint(present, end < engine.clock().now() ? PastMoment(end) : std::nullopt, activities));
    KINDLING_GET(before, engine.travel().viewpoint(present, query.from - 1, activities));
    KINDLING_GET(here, now.evaluate(engine, filter));
    KINDLING_GET(there, before.evaluate(engine, filter));
    const Grouping is = groupsFrom(now, by, here);
    const Grouping was = groupsFrom(before, by, there);
    there.unite(here);
    std::vector<quint32> chosen;
    there.forEach([&](quint32 row) { chosen.push_back(row); });
    KINDLING_GET(ground, groundOf(engine, kept, now));
    ReportInput input = ground->input(chosen);
    input.groups = is.groups;
    input.groupsBefore = was.groups;
    input.groupNames = is.names;
    input.groupLabel = fieldLabel(by, words.get());
    return ReportAnswer{query, kindling::report(input, query), std::nullopt, ground, now.past ? PastMoment(end) : std::nullopt};
}

} // namespace kindling
