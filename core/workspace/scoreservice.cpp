// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/scoreservice.h"

#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/base/walltime.h"
#include "core/store/factsreader.h"
#include "core/store/leadrepository.h"
#include "core/store/leadwriter.h"
#include "core/store/pastfacts.h"
#include "core/store/timelinereader.h"
#include "core/workspace/engine.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace kindling {

namespace {

constexpr size_t leadsAtOnce = 500;

/// The timeline of one lead, as the columns would have it.
Result<TimelineSources> readTimeline(Connection &connection, LeadId lead, const TimelineNeeds &needs)
{
    const std::vector<LeadId> only{lead};
    TimelineReader reader(connection);
    TimelineSources sources;
    if (needs.activities) {
        KINDLING_GET(facts, reader.activities(&only));
        sources.activities = std::make_shared<const TimelineColumns>(std::move(facts));
    }
    if (needs.followUps) {
        KINDLING_GET(facts, reader.followUps(&only));
        sources.followUps = std::make_shared<const TimelineColumns>(std::move(facts));
    }
    for (size_t axis = 0; axis < sources.stays.size(); ++axis) {
        if (!needs.stays[axis])
            continue;
        KINDLING_GET(stays, reader.stays(Axis(axis), &only));
        sources.stays[axis] = std::make_shared<const AxisColumns>(std::move(stays));
    }
    for (size_t field = 0; field < sources.texts.size(); ++field) {
        if (!needs.texts[field])
            continue;
        KINDLING_GET(texts, reader.texts(storedTextFields[field], &only));
        sources.texts[field] = std::make_shared<const TextColumn>(std::move(texts));
    }
    return sources;
}

/// One lead on one day: what it was, and what had happened with it.
struct Moment
{
    SnapshotPtr columns; ///< of the one lead
    TimelineSources timeline;
    FilterContext context;
    std::vector<ScoreTerm> terms;
};

Result<std::vector<ScoreReason>> reasonsOf(const Moment &moment, const ScoringRules &scoring)
{
    const std::vector<ReadScoreRule> rules = readScoreRules(scoring, moment.context);
    std::vector<ScoreReason> reasons;
    for (size_t i = 0; i < rules.size(); ++i) {
        KINDLING_GET(given, termPoints(*moment.columns, 0, moment.terms[i], moment.context, moment.timeline));
        if (given.points == 0 && rules[i].problem.isEmpty())
            continue;
        reasons.push_back({rules[i].rule.half, ruleCondition(rules[i], moment.context), given.points, given.activities, rules[i].problem});
    }
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const ScoreReason &a, const ScoreReason &b) { return a.half != b.half ? a.half < b.half : a.points > b.points; });
    return reasons;
}

/// The columns of one lead, with the words of the workspace.
Result<SnapshotPtr> columnsOf(Connection &connection, const LeadFacts &facts)
{
    KINDLING_GET(dictionaries, FactsReader(connection).dictionariesWith(facts.company));
    ColumnsBuilder builder(dictionaries);
    builder.add(facts);
    Columns columns;
    columns.load(std::move(builder));
    return columns.snapshot();
}

/// Reads all it needs of the one lead, so nobody waits for a million others to be loaded.
Result<ScoreExplanation> explained(const Engine &engine, Connection &connection, LeadId id, const std::optional<QDate> &wanted)
{
    const QDate today = engine.scores().today();
    ScoreExplanation answer;
    answer.day = wanted.value_or(today);
    if (!answer.day.isValid() || answer.day > today)
        return Error{ErrorCode::InvalidValue, answer.day.toString(Qt::ISODate), sentence("a day that is not after today")};
    const auto words = engine.vocabulary();
    Moment moment;
    moment.context = {words.get(), endOfDay(answer.day, engine.clock().zone()), engine.clock().zone()};
    moment.terms = scoreTerms(words->scoring, moment.context);
    KINDLING_GET(lead, LeadRepository(connection).lead(id)); // of a merged lead: the survivor
    answer.lead = lead.id;
    const UtcMs now = std::max(engine.clock().now(), lead.created); // a file may say that it came tomorrow
    const UtcMs known = answer.day == today ? now : std::min(moment.context.now, now);
    KINDLING_GET(facts, factsAsOf(connection, lead.id, known));
    KINDLING_GET(timeline, readTimeline(connection, lead.id, scoreNeeds(moment.terms, *words)));
    moment.timeline = std::move(timeline);
    KINDLING_GET(columns, columnsOf(connection, facts));
    moment.columns = columns;
    KINDLING_GET(halves, scoreRows(*moment.columns, moment.terms, moment.context, moment.timeline));
    answer.score = {halves.front().fit, halves.front().engagement};
    answer.suggested = words->scoring.suggestion(answer.score.total());
    answer.temperature = facts.temperature;
    answer.pinned = facts.pinned;
    KINDLING_GET(reasons, reasonsOf(moment, words->scoring));
    answer.reasons = std::move(reasons);
    return answer;
}

Filter openLeads()
{
    FilterTest open;
    open.field = LeadField::Outcome;
    open.words = {keyOf(Outcome::Open)};
    return Filter::of(open);
}

/// Rules that are kept already stay, even when what they speak of is gone; others have to be right.
Result<ScoringRules> checkedAgainst(const Vocabulary &words, ScoringRules scoring, const FilterContext &context)
{
    for (ScoreRule &rule : scoring.rules) {
        if (std::find(words.scoring.rules.begin(), words.scoring.rules.end(), rule) != words.scoring.rules.end())
            continue;
        KINDLING_GET(checked, checkedRule(rule, context));
        rule = std::move(checked);
    }
    KINDLING_TRY(checkLimits(scoring));
    return scoring;
}

Result<ScorePreview> previewed(Engine &engine, const ColumnSnapshot &columns, const ScoringRules &typed, const Progress *progress)
{
    const auto words = engine.vocabulary();
    const FilterContext context{words.get(), endOfDay(engine.scores().today(), engine.clock().zone()), engine.clock().zone()};
    KINDLING_GET(scoring, checkedAgainst(*words, typed, context));
    KINDLING_TRY(engine.scores().ensure(columns, words, progress));
    const ScoreColumnsPtr before = columns.scores();
    const std::vector<ScoreTerm> terms = scoreTerms(scoring, context);
    KINDLING_GET(sources, engine.timelineSources(scoreNeeds(terms, *words)));
    KINDLING_GET(after, scoreRows(columns, terms, context, sources, progress));
    KINDLING_GET(open, columns.evaluate(openLeads(), context, progress));
    ScorePreview preview;
    std::array<std::vector<std::pair<int, LeadId>>, 3> become;
    open.forEach([&](quint32 row) {
        const int score = LeadScore{after[row].fit, after[row].engagement}.total();
        const Temperature was = words->scoring.suggestion(before->at(row).total());
        const Temperature is = scoring.suggestion(score);
        ++preview.leads;
        ++preview.groups[size_t(was)].before;
        ++preview.groups[size_t(is)].after;
        if (was != is)
            become[size_t(is)].emplace_back(-score, columns.idAt(row));
    });
    for (size_t i = 0; i < become.size(); ++i) {
        std::sort(become[i].begin(), become[i].end());
        auto list = std::make_shared<LeadList>();
        for (const auto &[score, id] : become[i])
            list->ids.push_back(id);
        preview.become[i] = std::move(list);
    }
    return preview;
}

using Suggestions = std::vector<std::pair<LeadId, Temperature>>;

/// The open leads that nobody pinned whose temperature is not what their score suggests.
Result<Suggestions> suggestions(Engine &engine, const ColumnSnapshot &columns, const std::optional<std::vector<LeadId>> &only,
                                const Progress *progress)
{
    const auto words = engine.vocabulary();
    const FilterContext context{words.get(), engine.clock().now(), engine.clock().zone()};
    KINDLING_TRY(engine.scores().ensure(columns, words, progress));
    const ScoreColumnsPtr scores = columns.scores();
    Suggestions moves;
    for (const Temperature temperature : allOf<Temperature>()) {
        FilterTest has;
        has.field = LeadField::Temperature;
        has.words = {keyOf(temperature)};
        FilterTest pinned;
        pinned.field = LeadField::TemperaturePinned;
        pinned.words = {QStringLiteral("no")};
        KINDLING_GET(rows, columns.evaluate(Filter::all({openLeads(), Filter::of(has), Filter::of(pinned)}), context, progress));
        rows.forEach([&](quint32 row) {
            const LeadId id = columns.idAt(row);
            const Temperature suggested = words->scoring.suggestion(scores->at(row).total());
            const bool wanted = !only || std::find(only->begin(), only->end(), id) != only->end();
            if (wanted && suggested != temperature)
                moves.emplace_back(id, suggested);
        });
    }
    std::sort(moves.begin(), moves.end());
    return moves;
}

Result<void> follow(Writing &writing, const Suggestions &moves, Progress *progress)
{
    LeadRepository repository(writing.connection);
    LeadWriter writer(writing.connection, writing.journal);
    for (size_t from = 0; from < moves.size(); from += leadsAtOnce) {
        const size_t until = std::min(from + leadsAtOnce, moves.size());
        std::vector<LeadId> ids;
        for (size_t i = from; i < until; ++i)
            ids.push_back(moves[i].first);
        KINDLING_GET(leads, repository.leads(ids));
        for (Lead &lead : leads) {
            const auto move = std::lower_bound(moves.begin(), moves.end(), std::pair(lead.id, Temperature::Cold));
            const Lead before = lead;
            lead.temperature = move->second;
            KINDLING_TRY(writer.save(before, lead, writing.now));
        }
        if (progress) {
            progress->report(qint64(until), qint64(moves.size()));
            if (progress->cancelled())
                return Error{ErrorCode::Cancelled, {}, {}};
        }
    }
    if (!moves.empty())
        writing.label =
            sentence("Follow the score: %1").arg(QCoreApplication::translate("kindling", "%n lead(s)", nullptr, int(moves.size())));
    return {};
}

} // namespace

qint64 ScorePreview::moved() const
{
    return std::accumulate(become.begin(), become.end(), qint64(0),
                           [](qint64 sum, const LeadListPtr &list) { return sum + qint64(list->ids.size()); });
}

ScoreService::ScoreService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<bool>> ScoreService::ready(ProgressPtr progress)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<bool>([engine, progress](const SnapshotPtr &columns) -> Result<bool> {
        KINDLING_TRY(engine->scores().ensure(*columns, engine->vocabulary(), progress.get()));
        return true;
    });
}

void ScoreService::keep()
{
    m_engine->keepScored();
}

QFuture<Result<ScoreExplanation>> ScoreService::explain(LeadId lead, std::optional<QDate> day)
{
    const Engine *engine = m_engine.get();
    return m_engine->read<ScoreExplanation>(
        [engine, lead, day](Connection &connection) { return explained(*engine, connection, lead, day); });
}

QFuture<Result<ScorePreview>> ScoreService::preview(const ScoringRules &scoring, ProgressPtr progress)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<ScorePreview>(
        [engine, scoring, progress](const SnapshotPtr &columns) { return previewed(*engine, *columns, scoring, progress.get()); });
}

QFuture<Result<Written>> ScoreService::save(const ScoringRules &scoring)
{
    const QTimeZone zone = m_engine->clock().zone();
    return m_engine->change(ChangeHead::Kind::Do, [scoring, zone](Writing &writing) -> Result<void> {
        const FilterContext context{&writing.vocabulary, writing.now, zone};
        KINDLING_GET(checked, checkedAgainst(writing.vocabulary, scoring, context));
        writing.label = sentence("Change the rules of the score");
        if (checked == writing.vocabulary.scoring)
            return {};
        return writeSetting(writing.journal, WorkspaceSetting::Scoring, scoringText(checked));
    });
}

QFuture<Result<Written>> ScoreService::follow(std::optional<std::vector<LeadId>> leads, ProgressPtr progress)
{
    // Looked up beside the writer, which must not wait for timelines; who was pinned meanwhile is one undo away.
    Engine *engine = m_engine.get();
    return m_engine
        ->ask<Suggestions>([engine, leads = std::move(leads), progress](const SnapshotPtr &columns) {
            return suggestions(*engine, *columns, leads, progress.get());
        })
        .then(QtFuture::Launch::Sync,
              [engine, progress](const Result<Suggestions> &moves) {
                  return engine->change(ChangeHead::Kind::Do, [moves, progress](Writing &writing) -> Result<void> {
                      return moves ? kindling::follow(writing, *moves, progress.get()) : Result<void>(moves.error());
                  });
              })
        .unwrap();
}

QFuture<Result<Written>> ScoreService::unpin(LeadId id)
{
    const Engine *engine = m_engine.get();
    return m_engine->change(ChangeHead::Kind::Do, [engine, id](Writing &writing) -> Result<void> {
        KINDLING_GET(known, explained(*engine, writing.connection, id, {}));
        KINDLING_GET(lead, LeadRepository(writing.connection).lead(known.lead));
        lead.temperaturePinned = false;
        lead.temperature = known.suggested;
        writing.label = sentence("Let the score decide about %1").arg(lead.displayName());
        const Result<bool> saved = LeadWriter(writing.connection, writing.journal).save(lead, writing.now);
        return saved ? Result<void>() : Result<void>(saved.error());
    });
}

} // namespace kindling
