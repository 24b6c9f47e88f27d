// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/rowcursor.h"

#include "core/base/textfold.h"
#include "core/domain/filteroperand.h"
#include "core/domain/segment.h"

#include <QtConcurrent>

#include <algorithm>
#include <numeric>

namespace kindling {

namespace {

using Operator = FilterTest::Operator;
using Parts = ColumnSnapshot::Parts;
constexpr int deepestSegment = 8; ///< segments within segments; more is a circle

/// The rows whose entries pass; `without` says what becomes of leads that have none. Chunks are looked through on all cores.
template <typename Columns, typename Passes>
RowSet matchEntries(const Parts &parts, const Columns &columns, bool without, Passes passes)
{
    const auto &chunks = columns.chunks();
    std::vector<std::vector<quint32>> exceptions(chunks.size()); // the rows that are not as those without entries
    std::vector<size_t> which(chunks.size());
    std::iota(which.begin(), which.end(), size_t(0));
    QtConcurrent::blockingMap(which, [&](size_t index) {
        const auto &chunk = *chunks[index];
        RowCursor cursor(parts);
        for (size_t lead = 0; lead < chunk.leads.size(); ++lead) {
            if (passes(chunk.of(lead)) == without)
                continue;
            if (const auto row = cursor.rowOf(chunk.leads[lead]))
                exceptions[index].push_back(*row);
        }
    });
    RowSet odd(parts.rows, false);
    for (const std::vector<quint32> &rows : exceptions) {
        for (const quint32 row : rows)
            odd.insert(row);
    }
    if (!without)
        return odd;
    RowSet all(parts.rows, true);
    all.subtract(odd);
    return all;
}

template <typename Enum>
bool names(const QStringList &keys, Enum value)
{
    return keys.contains(keyOf(value));
}

template <typename Enum>
bool namesAny(const QStringList &keys)
{
    const auto values = allOf<Enum>();
    return std::any_of(values.begin(), values.end(), [&](Enum value) { return names(keys, value); });
}

FactCodes followUpCodes(const CountTest &test)
{
    const bool open = test.details.isEmpty() || test.details.contains(overdueKey());
    FactCodes codes;
    for (const FollowUpKind kind : allOf<FollowUpKind>())
        for (const FollowUpState state : allOf<FollowUpState>()) {
            const bool wanted =
                (test.kinds.isEmpty() || names(test.kinds, kind)) && (names(test.details, state) || (open && state == FollowUpState::Open));
            codes.set(size_t(followUpCode(kind, state)), wanted);
        }
    return codes;
}

/// Stages, owners, temperatures or outcomes as the numbers that stays have.
std::vector<qint64> stayValues(const Parts &parts, const StayTest &test, const FilterContext &context)
{
    std::vector<qint64> values;
    for (const QString &word : test.words) {
        if (test.axis == Axis::Temperature || test.axis == Axis::Outcome) {
            const auto temperature = fromKey<Temperature>(word);
            const auto outcome = fromKey<Outcome>(word);
            if (test.axis == Axis::Temperature ? temperature.has_value() : outcome.has_value())
                values.push_back(test.axis == Axis::Temperature ? qint64(*temperature) : qint64(*outcome));
        } else if (test.axis == Axis::Stage) {
            if (const Stage *stage = context.vocabulary ? context.vocabulary->stageNamed(word) : nullptr)
                values.push_back(stage->id.value());
        } else if (word.isEmpty()) {
            values.push_back(0);
        } else {
            const Dictionary &owners = parts.dictionaries->owners;
            const QString name = word == u"me" && context.vocabulary ? context.vocabulary->me : word;
            const std::vector<char> wanted = owners.equalTo({name});
            for (quint32 code = 1; code < owners.size(); ++code) {
                if (wanted[code])
                    values.push_back(owners.id(code));
            }
        }
    }
    return values;
}

void addNeeds(const Filter &filter, const Vocabulary *vocabulary, int depth, TimelineNeeds &needs)
{
    if (filter.kind == Filter::Kind::Count)
        (filter.count.of == CountTest::Of::Activities ? needs.activities : needs.followUps) = true;
    if (filter.kind == Filter::Kind::Stay)
        needs.stays[size_t(filter.stay.axis)] = true;
    if (const auto text = filter.kind == Filter::Kind::Test ? storedTextOf(filter.test.field) : std::nullopt)
        needs.texts[*text] = true;
    const Segment *segment = filter.kind == Filter::Kind::Segment && vocabulary ? vocabulary->segmentNamed(filter.text) : nullptr;
    if (segment && !segment->isFrozen() && depth < deepestSegment)
        addNeeds(segment->filter, vocabulary, depth + 1, needs);
    for (const Filter &child : filter.children)
        addNeeds(child, vocabulary, depth, needs);
}

} // namespace

FactCodes activityCodes(const CountTest &test)
{
    const bool anyDirection = !namesAny<Direction>(test.details);
    const bool anyOutcome = !namesAny<CallOutcome>(test.details);
    FactCodes codes;
    for (const ActivityKind kind : allOf<ActivityKind>())
        for (const Direction direction : allOf<Direction>())
            for (const CallOutcome outcome : allOf<CallOutcome>()) {
                const bool wanted = (test.kinds.isEmpty() || names(test.kinds, kind)) && (anyDirection || names(test.details, direction))
                    && (anyOutcome || names(test.details, outcome));
                codes.set(size_t(activityCode(kind, direction, outcome)), wanted);
            }
    return codes;
}

TimelineNeeds timelineNeeds(const Filter &filter, const Vocabulary *vocabulary)
{
    TimelineNeeds needs;
    addNeeds(filter, vocabulary, 0, needs);
    return needs;
}

RowSet evaluateCount(const Parts &parts, const CountTest &test, const TimelineColumns &columns, const FilterContext &context)
{
    std::optional<TimeSpan> span = windowOperand(test.window, context);
    if (!span)
        return RowSet(parts.rows, false);
    const bool activities = test.of == CountTest::Of::Activities;
    const bool late = test.details.contains(overdueKey()) && !test.details.contains(keyOf(FollowUpState::Open));
    if (!activities && late)
        span->until = std::min(span->until, context.now);
    const FactCodes codes = activities ? activityCodes(test) : followUpCodes(test);
    const NumberSpan wanted{test.count, test.count};
    return matchEntries(parts, columns, meets(qint64(0), test.op, wanted), [&](std::span<const KeptFact> facts) {
        qint64 count = 0;
        for (const KeptFact &kept : facts) {
            const UtcMs at = factTime(kept.fact);
            count += codes[size_t(factCode(kept.fact))] && at >= span->from && at < span->until;
        }
        return meets(count, test.op, wanted);
    });
}

RowSet evaluateStay(const Parts &parts, const StayTest &test, const AxisColumns &columns, const FilterContext &context)
{
    const std::optional<TimeSpan> span = windowOperand(test.window, context);
    if (!span)
        return RowSet(parts.rows, false);
    const std::vector<qint64> values = stayValues(parts, test, context);
    const auto wanted = [&](const KeptStay &stay) {
        return test.words.isEmpty() || std::find(values.begin(), values.end(), stay.value) != values.end();
    };
    const auto within = [&](UtcMs at) { return at >= span->from && at < span->until; };
    return matchEntries(parts, columns, false, [&](std::span<const KeptStay> stays) {
        for (size_t i = 0; i < stays.size(); ++i) {
            const KeptStay &stay = stays[i];
            const bool passes = test.verb == StayTest::Verb::Was ? stay.from < span->until && stay.until > span->from
                : test.verb == StayTest::Verb::Became            ? i > 0 && within(stay.from)
                                                                 : stay.until != StayFact::present && within(stay.until);
            if (passes && wanted(stay))
                return true;
        }
        return false;
    });
}

TimelineSources timelineOf(const TimelineSources &sources, std::span<const LeadId> leads)
{
    TimelineSources some;
    if (sources.activities)
        some.activities = std::make_shared<const TimelineColumns>(sources.activities->only(leads));
    if (sources.followUps)
        some.followUps = std::make_shared<const TimelineColumns>(sources.followUps->only(leads));
    for (size_t axis = 0; axis < sources.stays.size(); ++axis) {
        if (sources.stays[axis])
            some.stays[axis] = std::make_shared<const AxisColumns>(sources.stays[axis]->only(leads));
    }
    for (size_t field = 0; field < sources.texts.size(); ++field) {
        if (sources.texts[field])
            some.texts[field] = std::make_shared<const TextColumn>(sources.texts[field]->only(leads));
    }
    return some;
}

RowSet evaluateStoredText(const Parts &parts, const FilterTest &test, const TextColumn &column)
{
    if (test.words.contains(QString())) { // leads without a value, and those of the other words
        FilterTest without{test.field, FilterTest::Operator::None, {}};
        FilterTest others = test;
        others.words.removeAll(QString());
        RowSet rows = evaluateStoredText(parts, without, column);
        if (!others.words.isEmpty())
            rows.unite(evaluateStoredText(parts, others, column));
        return rows;
    }
    if (test.op == FilterTest::Operator::None || test.op == FilterTest::Operator::Any)
        return matchEntries(parts, column, test.op == FilterTest::Operator::None,
                            [&](std::span<const KeptText> texts) { return texts.empty() == (test.op == FilterTest::Operator::None); });
    QByteArrayList wanted;
    for (const QString &word : test.words)
        wanted += foldedUtf8(word);
    const bool whole = test.op == FilterTest::Operator::Is;
    return matchEntries(parts, column, false, [&](std::span<const KeptText> texts) {
        return std::any_of(texts.begin(), texts.end(), [&](const KeptText &kept) {
            return std::any_of(wanted.begin(), wanted.end(),
                               [&](const QByteArray &word) { return whole ? kept.text == word : kept.text.contains(word); });
        });
    });
}

RowSet evaluateMembers(const Parts &parts, const std::vector<LeadId> &members)
{
    RowSet rows(parts.rows, false);
    RowCursor cursor(parts);
    for (const LeadId lead : members) {
        if (const auto row = cursor.rowOf(lead.value()))
            rows.insert(*row);
    }
    return rows;
}

} // namespace kindling
