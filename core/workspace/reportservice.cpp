// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/reportservice.h"

#include "core/base/try.h"
#include "core/store/wordrepository.h"
#include "core/workspace/engine.h"

#include <algorithm>
#include <limits>

namespace kindling {

namespace {

constexpr UtcMs forever = std::numeric_limits<UtcMs>::max();

/// The leads of a report and their stays, as the rule wants them.
struct Gathered
{
    std::vector<Stage> stages;
    std::vector<FunnelLead> leads;
    std::vector<LeadId> ids;
    std::vector<StageStay> stays;
};

/// Small numbers for the stages of the funnel. There are a handful, so that looking at each is faster than hashing, which counts at
/// millions.
class StageNumbers
{
public:
    static constexpr quint16 unknown = 0xFFFF;

    explicit StageNumbers(const std::vector<Stage> &stages)
    {
        for (const Stage &stage : stages)
            m_ids.push_back(stage.id.value());
    }
    quint16 of(qint64 stage) const
    {
        const auto found = std::find(m_ids.begin(), m_ids.end(), stage);
        return found == m_ids.end() ? unknown : quint16(found - m_ids.begin());
    }

private:
    std::vector<qint64> m_ids;
};

/// Which stages any lead ever stood in; the first one and the customers always belong.
std::vector<Stage> livedStages(const Vocabulary &words, const ColumnSnapshot &columns, const StayColumns &stays)
{
    const StageNumbers numbers(words.stages);
    std::vector<char> lived(size_t(StageNumbers::unknown) + 1, 0);
    for (quint32 row = 0; row < columns.rowCount(); ++row)
        lived[numbers.of(columns.standingAt(row).stage)] = 1;
    for (const StayColumns::Entry &stay : stays.entries())
        lived[numbers.of(stay.stage)] = 1;
    std::vector<Stage> stages;
    for (const Stage &stage : words.stages) {
        const bool frame = &stage == &words.stages.front() || stage.kind == StageKind::Customer;
        if (frame || lived[numbers.of(stage.id.value())])
            stages.push_back(stage);
    }
    return stages;
}

/// The rows of leads that are asked for in order of id: most often it is one of the next rows.
class RowWalk
{
public:
    explicit RowWalk(const ColumnSnapshot &columns)
        : m_columns(columns)
    {
    }
    std::optional<quint32> rowOf(LeadId lead)
    {
        while (m_row < m_columns.rowCount() && m_columns.idAt(m_row) < lead)
            ++m_row;
        const bool here = m_row < m_columns.rowCount() && m_columns.idAt(m_row) == lead;
        return here ? std::optional(m_row) : m_columns.rowOf(lead);
    }

private:
    const ColumnSnapshot &m_columns;
    quint32 m_row = 0;
};

Gathered gather(const Vocabulary &words, const ColumnSnapshot &columns, const RowSet &rows, const StayColumns &stays)
{
    Gathered all;
    all.stages = livedStages(words, columns, stays);
    const StageNumbers numbers(all.stages);
    const auto stepOf = [&](qint64 stage) {
        const quint16 number = numbers.of(stage);
        return number == StageNumbers::unknown ? quint16(0) : number;
    };

    constexpr quint32 absent = std::numeric_limits<quint32>::max();
    std::vector<quint32> indexOfRow(columns.rowCount(), absent);
    rows.forEach([&](quint32 row) {
        const ColumnSnapshot::Standing standing = columns.standingAt(row);
        indexOfRow[row] = quint32(all.leads.size());
        all.stays.push_back({quint32(all.leads.size()), stepOf(standing.stage), standing.stageSince, forever});
        all.leads.push_back(
            {standing.created, stepOf(standing.stage), standing.outcome, standing.outcomeSince, standing.valueMinor, standing.currency});
        all.ids.push_back(columns.idAt(row));
    });
    RowWalk walk(columns);
    qint64 lastLead = 0;
    quint32 index = absent;
    for (const StayColumns::Entry &stay : stays.entries()) { // ordered by lead: one look-up each
        if (stay.lead != lastLead) {
            lastLead = stay.lead;
            const auto row = walk.rowOf(LeadId(stay.lead));
            index = row ? indexOfRow[*row] : absent;
        }
        if (index != absent)
            all.stays.push_back({index, stepOf(stay.stage), stay.from, stay.until});
    }
    return all;
}

LeadListPtr listOf(const std::vector<quint32> &indices, const Gathered &all, const MoneySum &value)
{
    auto list = std::make_shared<LeadList>();
    list->ids.reserve(indices.size());
    for (const quint32 index : indices)
        list->ids.push_back(all.ids[index]);
    list->value = value;
    return list;
}

} // namespace

ReportService::ReportService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<FunnelAnswer>> ReportService::funnel(const FunnelQuery &query, const Filter &filter)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<FunnelAnswer>([engine, query, filter](const SnapshotPtr &columns) -> Result<FunnelAnswer> {
        const auto words = engine->vocabulary();
        const FilterContext context{words.get(), engine->clock().now(), engine->clock().zone()};
        KINDLING_GET(rows, engine->evaluate(*columns, filter, context));
        KINDLING_GET(stays, engine->stageStays());
        const Gathered all = gather(*words, *columns, rows, *stays);
        FunnelAnswer answer;
        answer.report = kindling::funnel({all.stages, all.leads, all.stays, columns->currencies()}, query);
        for (const FunnelStep &step : answer.report.steps)
            answer.leads.push_back(listOf(step.leads, all, step.value));
        std::vector<quint32> won;
        const auto inReport = [&](const FunnelLead &lead) {
            return query.basis == FunnelQuery::Basis::Snapshot || (lead.created >= query.from && lead.created < query.until);
        };
        for (quint32 i = 0; i < all.leads.size(); ++i) {
            const FunnelLead &lead = all.leads[i];
            if (lead.outcome == Outcome::Won && lead.outcomeSince <= query.asOf && inReport(lead))
                won.push_back(i);
        }
        answer.won = listOf(won, all, answer.report.wonValue);
        return answer;
    });
}

QFuture<Result<std::vector<GroupShare>>> ReportService::shares(LeadField by, const Filter &filter, int limit)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<std::vector<GroupShare>>(
        [engine, by, filter, limit](const SnapshotPtr &columns) -> Result<std::vector<GroupShare>> {
            if (fieldInfo(by).type != FieldType::Word)
                return Error{ErrorCode::UnknownField, fieldLabel(by), {}};
            const auto words = engine->vocabulary();
            const FilterContext context{words.get(), engine->clock().now(), engine->clock().zone()};
            FilterTest isWon;
            isWon.field = LeadField::Outcome;
            isWon.words = {keyOf(Outcome::Won)};
            KINDLING_GET(all, engine->evaluate(*columns, filter, context));
            KINDLING_GET(won, engine->evaluate(*columns, Filter::all({filter, Filter::of(isWon)}), context));
            std::vector<GroupTotals> groups = columns->group(all, by, context.now);
            std::unordered_map<qint64, qint64> wonOf;
            for (const GroupTotals &group : columns->group(won, by, context.now))
                wonOf[group.key] = group.count;
            std::stable_sort(groups.begin(), groups.end(), [](const GroupTotals &a, const GroupTotals &b) { return a.count > b.count; });
            groups.resize(std::min(groups.size(), size_t(limit)));
            return engine->readNow<std::vector<GroupShare>>([&](Connection &connection) -> Result<std::vector<GroupShare>> {
                WordRepository names(connection);
                std::vector<GroupShare> shares;
                for (const GroupTotals &group : groups) {
                    QString name;
                    if (group.key != 0) {
                        KINDLING_GET(found, names.name(group.key));
                        name = found;
                    }
                    shares.push_back({name, group.count, Rate::of(wonOf[group.key], group.count)});
                }
                return shares;
            });
        });
}

} // namespace kindling
