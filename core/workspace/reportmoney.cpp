// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/reportasked.h"

#include "core/base/try.h"
#include "core/index/expectedcloses.h"
#include "core/store/forecastrepository.h"
#include "core/workspace/engine.h"
#include "core/workspace/timetravel.h"

#include <QCoreApplication>

// What reports need that speak of costs, rates and goals.

namespace kindling {

namespace {

/// Whose goals the leads of a filter are held against: the team's when all are asked for, a member's when the filter is of that one.
std::optional<QString> goalOwner(const Filter &filter)
{
    if (filter.isEmpty())
        return QString();
    if (filter.kind == Filter::Kind::All && filter.children.size() == 1)
        return goalOwner(filter.children.front());
    const bool one = filter.kind == Filter::Kind::Test && filter.test.field == FieldId(LeadField::Owner)
        && filter.test.op == FilterTest::Operator::Is && filter.test.words.size() == 1;
    return one ? std::optional(filter.test.words.front()) : std::nullopt;
}

} // namespace

/// Costs, and who counts for which campaign. After the split.
Result<void> ReportService::addCosts(Engine &engine, Kept &kept, Asked &asked, const ReportQuery &query, const ReportGround &ground,
                                     const Viewpoint &from, bool filtered)
{
    KINDLING_GET(campaigns, CampaignGround::read(engine));
    asked.campaigns = std::move(campaigns);
    if (query.kind == ReportKind::Sources && query.channels) {
        asked.campaigns->joinChannels(asked.grouping);
        asked.input.groupLabel = QCoreApplication::translate("kindling", "Channel");
    }
    asked.campaigns->shareCosts(asked.grouping, query);
    if (query.kind == ReportKind::Campaigns) {
        TouchCache::Touches touches = std::make_shared<const std::vector<StoredTouch>>();
        if (query.credit != ReportQuery::Credit::First) {
            KINDLING_GET(read, kept.touches.touches(engine, from.columns));
            touches = read;
        }
        asked.campaigns->credit(asked.grouping, ground, query, *touches);
    }
    asked.input.groups = asked.grouping.groups;
    asked.input.groupNames = asked.grouping.names;
    asked.campaigns->fill(asked.input);
    if (filtered) {
        KINDLING_GET(all, from.evaluate(engine, {}));
        all.forEach([&](quint32 row) { asked.everybody.push_back(row); });
    } else {
        asked.everybody = asked.chosen;
    }
    asked.input.everybody = asked.everybody;
    return {};
}

/// Rates, goals, kept forecasts, and when leads are expected to close.
Result<void> ReportService::addForecast(Engine &engine, Asked &asked, const Filter &filter, const ColumnSnapshot &columns)
{
    KINDLING_GET(campaigns, CampaignGround::read(engine));
    asked.campaigns = std::move(campaigns);
    asked.campaigns->fill(asked.input);
    KINDLING_GET(goals,
                 engine.readNow<std::vector<SalesGoal>>([](Connection &connection) { return ForecastRepository(connection).goals(); }));
    KINDLING_GET(kept,
                 engine.readNow<std::vector<KeptForecast>>([](Connection &connection) { return ForecastRepository(connection).kept(); }));
    asked.goals = std::move(goals);
    asked.kept = std::move(kept);
    asked.expectedClose = expectedCloses(columns);
    asked.input.goals = asked.goals;
    asked.input.kept = asked.kept;
    asked.input.expectedClose = asked.expectedClose;
    asked.input.goalOf = goalOwner(filter);
    return {};
}

} // namespace kindling
