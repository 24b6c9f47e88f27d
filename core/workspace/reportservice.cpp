// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/reportservice.h"

#include "core/base/inhalves.h"
#include "core/base/try.h"
#include "core/index/grouping.h"
#include "core/rules/funnelfigures.h"
#include "core/rules/pastfilter.h"
#include "core/rules/splitfigures.h"
#include "core/store/wordrepository.h"
#include "core/workspace/engine.h"
#include "core/workspace/reportasked.h"
#include "core/workspace/reportground.h"
#include "core/workspace/timetravel.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

std::vector<quint32> indicesOf(const RowSet &rows)
{
    std::vector<quint32> indices;
    indices.reserve(size_t(rows.count()));
    rows.forEach([&](quint32 row) { indices.push_back(row); });
    return indices;
}

LeadListPtr listOf(const std::vector<quint32> &indices, const ReportGround &ground, const MoneySum &value, const PastMoment &past)
{
    auto list = std::make_shared<LeadList>();
    list->ids = ground.idsOf(indices);
    list->value = value;
    list->past = past;
    return list;
}

/// By what a report is split when nobody says; nothing for those that are not.
std::optional<FieldId> usualSplit(ReportKind kind)
{
    switch (kind) {
    case ReportKind::People: return LeadField::Owner;
    case ReportKind::Sources:
    case ReportKind::Conversion: return LeadField::Source;
    case ReportKind::Campaigns: return LeadField::Campaign;
    case ReportKind::Insights: return LeadField::Industry;
    case ReportKind::Reasons:
    case ReportKind::Stages:
    case ReportKind::Velocity:
    case ReportKind::Response:
    case ReportKind::Trend:
    case ReportKind::Forecast:
    case ReportKind::Grades:
    case ReportKind::Prediction:
    case ReportKind::Traits: break;
    case ReportKind::Moves: return LeadField::Stage;
    }
    return std::nullopt;
}

/// True of what we do that reaches the lead, as an activity is packed.
bool reaches(int code)
{
    const auto kind = static_cast<ActivityKind>(code & 15);
    const auto direction = static_cast<Direction>(code >> 4 & 3);
    const bool ours =
        kind == ActivityKind::Call || kind == ActivityKind::Email || kind == ActivityKind::Meeting || kind == ActivityKind::Message;
    return ours && direction != Direction::Incoming;
}

using ActivityChunks = std::span<const std::shared_ptr<const TimelineColumns::Chunk>>;

/// Our first touch since they came in of the leads in these chunks.
void findTouches(ActivityChunks chunks, const ReportGround &ground, UtcMs asOf, std::vector<UtcMs> &touched)
{
    const ColumnSnapshot &columns = ground.columns();
    quint32 row = 0;
    for (const auto &chunk : chunks) {
        for (size_t lead = 0; lead < chunk->leads.size(); ++lead) {
            const LeadId id(chunk->leads[lead]);
            while (row < columns.rowCount() && columns.idAt(row) < id) // both are in order of id, but for leads that came lately
                ++row;
            const bool here = row < columns.rowCount() && columns.idAt(row) == id;
            const std::optional<quint32> found = here ? std::optional(row) : columns.rowOf(id);
            if (!found)
                continue;
            for (const KeptFact &kept : chunk->of(lead)) {
                if (factTime(kept.fact) < ground.leads()[*found].created || factTime(kept.fact) > asOf || !reaches(factCode(kept.fact)))
                    continue;
                touched[*found] = factTime(kept.fact);
                break;
            }
        }
    }
}

/// Our first touch of each lead since it came in; 0 where there is none. Each lead is in one chunk only.
std::vector<UtcMs> firstTouches(const TimelineColumns &activities, const ReportGround &ground, UtcMs asOf)
{
    std::vector<UtcMs> touched(ground.leads().size(), 0);
    const ActivityChunks chunks(activities.chunks());
    constexpr size_t severalChunks = 8;
    const auto some = [&](size_t first, size_t last) {
        findTouches(chunks.subspan(first, last - first), ground, asOf, touched);
        return true;
    };
    inHalves(chunks.size(), severalChunks, some, [](bool, bool) {});
    return touched;
}

/// Whether a filter asks of a past day what had happened by then.
bool happenings(Engine &engine, const Filter &filter, const PastMoment &past)
{
    const auto words = engine.vocabulary();
    return past && (asksLastActivity(filter, {}, words.get()) || timelineNeeds(filter, words.get()).activities);
}

/// Gives the months of an earlier period the names of those that they are compared with: the first beside the first.
void layBeside(Figures &before, const Figures &now)
{
    before.rows.resize(std::min(before.rows.size(), now.rows.size()));
    for (size_t row = 0; row < before.rows.size(); ++row) {
        before.rows[row].name = now.rows[row].name;
        before.rows[row].group = now.rows[row].group;
    }
}

/// The same question of another moment; what comes after it is not in its period.
template <typename Query>
Query asOf(Query query, UtcMs moment)
{
    query.asOf = moment;
    return query;
}

/// The fields that are filled when a lead comes in, and so may be learned from.
std::vector<PredictionField> predictionFields(const ColumnSnapshot &columns)
{
    std::vector<PredictionField> fields;
    for (const LeadField field : {LeadField::Source, LeadField::Campaign, LeadField::Company, LeadField::Industry, LeadField::CompanySize,
                                  LeadField::JobTitle, LeadField::City, LeadField::Region, LeadField::Country, LeadField::Language}) {
        Grouping grouping = groupingBy(columns, field);
        fields.push_back({fieldLabel(field), std::move(grouping.groups), std::move(grouping.names)});
    }
    return fields;
}

/// The groups of the leads by a field, and what it is called.
Result<Grouping> splitBy(const FieldId &by, const ColumnSnapshot &columns, const Vocabulary &words, QString &label)
{
    const std::optional<FieldEntry> field = fieldEntry(by, &words);
    if (!field || !ReportService::canSplitBy(*field))
        return Error{ErrorCode::UnknownField, field ? field->label : QString(), {}};
    label = field->label;
    return groupingBy(columns, by);
}

} // namespace

Result<void> ReportService::split(Asked &asked, const ReportQuery &query, const ColumnSnapshot &columns, const Vocabulary &words)
{
    if (query.kind == ReportKind::Reasons) {
        asked.reasons = groupingBy(columns, LeadField::Reason);
        asked.input.reasons = asked.reasons.groups;
        asked.input.reasonNames = asked.reasons.names;
    }
    const bool fixed = query.kind == ReportKind::Campaigns || query.kind == ReportKind::Grades;
    const bool byOwner = query.kind == ReportKind::Forecast && query.by;
    const std::optional<FieldId> by = byOwner ? FieldId(LeadField::Owner) : fixed || !query.by ? usualSplit(query.kind) : query.by;
    if (!by)
        return {};
    KINDLING_GET(grouping, splitBy(*by, columns, words, asked.input.groupLabel));
    asked.grouping = std::move(grouping);
    asked.input.groups = asked.grouping.groups;
    asked.input.groupNames = asked.grouping.names;
    return {};
}

namespace {

bool isForecast(const ReportQuery &query)
{
    return query.kind == ReportKind::Forecast || query.kind == ReportKind::Grades;
}

/// Whether a report says what its groups cost.
bool hasCosts(const ReportQuery &query)
{
    const bool bySource = query.kind == ReportKind::Sources && (!query.by || *query.by == FieldId(LeadField::Source));
    return query.kind == ReportKind::Campaigns || bySource;
}

/// The funnel of all leads of the input, each stage for each group, beside that of another period.
Figures splitFunnel(const FunnelReport &whole, const FunnelReport *before, FunnelInput input, const GroupSplit &by)
{
    const std::span<const quint32> chosen = *input.chosen;
    return splitFigures(funnelFigures(whole, before), by, chosen, [&](std::span<const quint32> leads) {
        input.chosen = leads;
        const FunnelReport some = kindling::funnel(input, whole.query);
        if (!before)
            return funnelFigures(some);
        const FunnelReport someBefore = kindling::funnel(input, before->query);
        return funnelFigures(some, &someBefore);
    });
}

/// The leads behind a figure; the row after the last is the total.
LeadListPtr leadsBehind(const Figures &figures, size_t row, size_t column, const ReportGround &ground, const PastMoment &past)
{
    const FigureRow &from = row < figures.rows.size() ? figures.rows[row] : figures.total;
    if (column >= from.leads.size())
        return std::make_shared<LeadList>();
    const std::vector<quint32> &behind = from.leads[column].list();
    return listOf(behind, ground, ground.valueOf(behind), past);
}

} // namespace

LeadListPtr ReportAnswer::leads(size_t row, size_t column) const
{
    return leadsBehind(figures, row, column, *ground, past);
}

LeadListPtr FunnelAnswer::splitLeads(size_t row, size_t column) const
{
    return leadsBehind(*split, row, column, *ground, past);
}

ReportService::ReportService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
    , m_kept(std::make_shared<Kept>())
{
}

bool ReportService::canSplitBy(const FieldEntry &field)
{
    if (field.field.isCustom())
        return field.type == FieldType::Choice || field.type == FieldType::YesNo;
    switch (field.field.builtIn()) {
    case LeadField::Temperature:
    case LeadField::Stage:
    case LeadField::Outcome:
    case LeadField::QualifiedThrough:
    case LeadField::Consent:
    case LeadField::Owner:
    case LeadField::Source:
    case LeadField::Campaign:
    case LeadField::Reason:
    case LeadField::Company:
    case LeadField::JobTitle:
    case LeadField::Industry:
    case LeadField::CompanySize:
    case LeadField::City:
    case LeadField::Region:
    case LeadField::Country:
    case LeadField::Language: return true;
    default: return false;
    }
}

Result<std::shared_ptr<const ReportGround>> ReportService::groundOf(Engine &engine, Kept &kept, const Viewpoint &from)
{
    const std::lock_guard lock(kept.mutex); // who comes second finds what the first has made
    std::shared_ptr<const StayColumns> stays = from.past ? from.past->stageStays : nullptr;
    if (!stays) {
        KINDLING_GET(present, engine.stageStays());
        stays = present;
    }
    const auto words = engine.vocabulary();
    std::shared_ptr<const ReportGround> ground = kept.ground.lock();
    if (ground && ground->isOf(from.columns, stays, words))
        return ground;
    ground = std::make_shared<const ReportGround>(from.columns, stays, words, engine.clock().zone(), engine.clock().now());
    kept.ground = ground;
    return ground;
}

QFuture<Result<FunnelAnswer>> ReportService::funnel(const FunnelQuery &query, const Filter &filter, const PastMoment &past,
                                                    const std::optional<ComparedPeriod> &before)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<FunnelAnswer>(
        [engine, kept = m_kept, query, filter, past, before](const SnapshotPtr &present) -> Result<FunnelAnswer> {
            KINDLING_GET(from, engine->travel().viewpoint(present, past, happenings(*engine, filter, past)));
            KINDLING_GET(rows, from.evaluate(*engine, filter));
            KINDLING_GET(ground, groundOf(*engine, *kept, from));
            const std::vector<quint32> chosen = indicesOf(rows);
            FunnelAnswer answer;
            answer.ground = ground;
            answer.past = past;
            const FunnelInput input{ground->stages(), ground->leads(), ground->stays(), from.columns->currencies(), chosen};
            FunnelQuery asked = past ? asOf(query, from.moment) : query;
            answer.report = kindling::funnel(input, asked);
            if (before) {
                asked.from = before->from;
                asked.until = before->until;
                answer.before = kindling::funnel(input, asked);
            }
            for (const FunnelStep &step : answer.report.steps)
                answer.leads.push_back(listOf(step.leads, *ground, step.value, past));
            std::vector<quint32> won;
            for (const quint32 lead : chosen) {
                if (answer.report.countsWon(ground->leads()[lead]))
                    won.push_back(lead);
            }
            answer.won = listOf(won, *ground, answer.report.wonValue, past);
            if (query.by) {
                QString label;
                KINDLING_GET(grouping, splitBy(*query.by, *from.columns, *engine->vocabulary(), label));
                GroupSplit by{grouping.groups, grouping.names, label, {}};
                const FunnelReport *earlier = answer.before ? &*answer.before : nullptr;
                answer.split = splitFunnel(answer.report, earlier, input, by);
                by.shown = answer.split->shownGroups;
                if (earlier)
                    answer.splitBefore = splitFunnel(*earlier, nullptr, input, by);
            }
            return answer;
        });
}

QFuture<Result<ReportAnswer>> ReportService::report(const ReportQuery &asked, const Filter &filter,
                                                    const std::optional<ComparedPeriod> &before, ProgressPtr progress,
                                                    const PastMoment &past)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<ReportAnswer>([engine, kept = m_kept, asked, filter, before, past,
                                        progress = std::move(progress)](const SnapshotPtr &present) -> Result<ReportAnswer> {
        if (asked.kind == ReportKind::Moves)
            return movesBetween(*engine, *kept, present, past ? asOf(asked, *past) : asked, filter);
        // Forecasts are kept of all leads, so all of them grade them.
        const Filter meant = asked.kind == ReportKind::Grades ? Filter() : filter;
        const bool activities = happenings(*engine, meant, past);
        KINDLING_GET(from, engine->travel().viewpoint(present, past, activities, progress.get()));
        const ReportQuery query = past ? asOf(asked, from.moment) : asked;
        KINDLING_GET(rows, from.evaluate(*engine, meant, progress.get()));
        KINDLING_GET(ground, groundOf(*engine, *kept, from));
        Asked made;
        made.chosen = indicesOf(rows);
        made.input = ground->input(made.chosen);
        KINDLING_TRY(split(made, query, *from.columns, *engine->vocabulary()));
        if (isForecast(query))
            KINDLING_TRY(addForecast(*engine, made, filter, *from.columns));
        if (hasCosts(query))
            KINDLING_TRY(addCosts(*engine, *kept, made, query, *ground, from, !filter.isEmpty()));
        if (query.kind == ReportKind::Response) {
            TimelineNeeds needs;
            needs.activities = true;
            KINDLING_GET(sources, engine->timelines().sources(needs, progress.get()));
            made.touched = firstTouches(*sources.activities, *ground, query.asOf);
            made.input.touched = made.touched;
        }
        if (query.kind == ReportKind::Prediction || query.kind == ReportKind::Traits) {
            made.fields = predictionFields(*from.columns);
            made.input.fields = made.fields;
        }
        ReportAnswer answer{query, kindling::report(made.input, query), std::nullopt, ground, past};
        if (before && made.fields.empty() && !isForecast(query)) {
            ReportQuery earlier = query;
            earlier.from = before->from;
            earlier.until = before->until;
            made.input.shownGroups = answer.figures.shownGroups;
            answer.before = kindling::report(made.input, earlier);
            if (query.kind == ReportKind::Trend)
                layBeside(*answer.before, answer.figures);
        }
        return answer;
    });
}

QFuture<Result<LeadChance>> ReportService::chance(LeadId lead)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<LeadChance>([engine, kept = m_kept, lead](const SnapshotPtr &columns) -> Result<LeadChance> {
        const std::optional<quint32> row = columns->rowOf(lead);
        if (!row)
            return Error{ErrorCode::NotFound, lead.toString(), QCoreApplication::translate("kindling", "lead")};
        const auto words = engine->vocabulary();
        const UtcMs now = engine->clock().now();
        KINDLING_GET(rows, engine->evaluate(*columns, {}, {words.get(), now, engine->clock().zone()}));
        KINDLING_GET(ground, groundOf(*engine, *kept, {columns, now, nullptr}));
        const std::vector<quint32> chosen = indicesOf(rows);
        const std::vector<PredictionField> fields = predictionFields(*columns);
        const PredictionInput input{ground->leads(), chosen, fields, now};
        const Prediction prediction = learnPrediction(input);
        if (!prediction.refusal.isEmpty())
            return LeadChance{prediction.refusal, 0, {}, 0.5, 0};
        return LeadChance{{}, prediction.chanceOf(input, *row), prediction.reasonsFor(input, *row), prediction.auc, prediction.testedOn};
    });
}

QFuture<Result<std::vector<GroupShare>>> ReportService::shares(LeadField by, const Filter &filter, int limit, const PastMoment &past)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<std::vector<GroupShare>>(
        [engine, by, filter, limit, past](const SnapshotPtr &columns) -> Result<std::vector<GroupShare>> {
            if (fieldInfo(by).type != FieldType::Word)
                return Error{ErrorCode::UnknownField, fieldLabel(by), {}};
            KINDLING_GET(from, engine->travel().viewpoint(columns, past, happenings(*engine, filter, past)));
            FilterTest isWon;
            isWon.field = LeadField::Outcome;
            isWon.words = {keyOf(Outcome::Won)};
            KINDLING_GET(all, from.evaluate(*engine, filter));
            KINDLING_GET(won, from.evaluate(*engine, Filter::all({filter, Filter::of(isWon)})));
            std::vector<GroupTotals> groups = from.columns->group(all, by, from.moment);
            std::unordered_map<qint64, qint64> wonOf;
            for (const GroupTotals &group : from.columns->group(won, by, from.moment))
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
