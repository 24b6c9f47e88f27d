// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/segmentservice.h"

#include "core/base/textfold.h"
#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/domain/filterproblem.h"
#include "core/rules/filterrewrite.h"
#include "core/rules/filtertext.h"
#include "core/store/segmentrepository.h"
#include "core/workspace/engine.h"
#include "core/workspace/rulerewrite.h"

#include <algorithm>

namespace kindling {

namespace {

constexpr qsizetype longestName = 80;

Result<Segment> presentSegment(const Writing &writing, SegmentId id)
{
    for (const SegmentPtr &segment : writing.vocabulary.segments) {
        if (segment->id == id)
            return *segment;
    }
    return Error{ErrorCode::NotFound, id.toString(), sentence("segment")};
}

Result<QString> freeName(const QString &typed, SegmentId own, const Vocabulary &vocabulary)
{
    const QString name = typed.simplified().left(longestName).remove(u'"');
    if (name.isEmpty())
        return Error{ErrorCode::NameMissing, {}, sentence("segment")};
    const Segment *other = vocabulary.segmentNamed(name);
    if (other && other->id != own)
        return Error{ErrorCode::NameTaken, name, sentence("segment")};
    return name;
}

/// The rules as they are kept; those that were broken before stay so, new ones have to be right.
Result<QString> rulesOf(const QString &typed, const QString &before, const FilterContext &context)
{
    if (typed == before)
        return typed;
    const Result<Filter> strict = parseFilter(typed, context);
    if (strict)
        return filterText(*strict, context);
    const Filter lenient = readFilter(typed, context);
    const Filter old = readFilter(before, context);
    const QStringList known = problemsOf(old, context);
    const QStringList problems = problemsOf(lenient, context);
    const bool allKnown = std::all_of(problems.begin(), problems.end(), [&](const QString &p) { return known.contains(p); });
    return allKnown && lenient.kind != Filter::Kind::Broken ? Result<QString>(filterText(lenient, context))
                                                            : Result<QString>(strict.error());
}

} // namespace

SegmentService::SegmentService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<std::vector<qint64>>> SegmentService::counts()
{
    Engine *engine = m_engine.get();
    return m_engine->ask<std::vector<qint64>>([engine](const SnapshotPtr &columns) -> Result<std::vector<qint64>> {
        const auto words = engine->vocabulary();
        const FilterContext context{words.get(), engine->clock().now(), engine->clock().zone()};
        std::vector<qint64> counts;
        for (const SegmentPtr &segment : words->segments) {
            KINDLING_GET(rows, engine->evaluate(*columns, Filter::segment(segment->name), context));
            counts.push_back(rows.count());
        }
        return counts;
    });
}

QFuture<Result<Segment>> SegmentService::add(const QString &name, const QString &text)
{
    const Engine *engine = m_engine.get();
    return m_engine->changeWith<Segment>(
        [engine, name, text](Writing &writing) -> Result<Segment> {
            const FilterContext context{&writing.vocabulary, writing.now, engine->clock().zone()};
            KINDLING_GET(free, freeName(name, {}, writing.vocabulary));
            KINDLING_GET(filter, parseFilter(text, context));
            Segment segment{nextId<SegmentId>(), free, filterText(filter, context), filter, {}, {}, {}};
            writing.label = sentence("Add segment %1").arg(free);
            KINDLING_TRY(SegmentRepository(writing.connection, &writing.journal).add(segment));
            return segment;
        },
        [](Segment &, const Written &) {});
}

QFuture<Result<Segment>> SegmentService::addByHand(const QString &name, std::vector<LeadId> leads)
{
    return m_engine->changeWith<Segment>(
        [name, leads = std::move(leads)](Writing &writing) mutable -> Result<Segment> {
            KINDLING_GET(free, freeName(name, {}, writing.vocabulary));
            std::sort(leads.begin(), leads.end());
            leads.erase(std::unique(leads.begin(), leads.end()), leads.end());
            Segment segment{nextId<SegmentId>(), free, {}, {}, writing.now, std::make_shared<const std::vector<LeadId>>(leads), {}};
            writing.label = sentence("Add segment %1").arg(free);
            KINDLING_TRY(SegmentRepository(writing.connection, &writing.journal).add(segment));
            return segment;
        },
        [](Segment &, const Written &) {});
}

QFuture<Result<Written>> SegmentService::edit(SegmentId id, const QString &name, const QString &text)
{
    const Engine *engine = m_engine.get();
    return m_engine->change(ChangeHead::Kind::Do, [engine, id, name, text](Writing &writing) -> Result<void> {
        const FilterContext context{&writing.vocabulary, writing.now, engine->clock().zone()};
        KINDLING_GET(segment, presentSegment(writing, id));
        KINDLING_GET(free, freeName(name, id, writing.vocabulary));
        KINDLING_GET(rules, rulesOf(text, segment.text, context));
        if (segment.isFrozen() && rules != segment.text)
            return Error{ErrorCode::Usage, segment.name,
                         segment.text.isEmpty()
                             ? sentence("Its leads were chosen by hand, it has no rules to follow.")
                             : sentence("It is frozen. Let it follow its rules again (thaw it) before they are changed.")};
        if (leadsToSegment(readFilter(rules, context), segment.name, writing.vocabulary))
            return Error{ErrorCode::BadFilter, segment.name, sentence("a segment cannot be made of itself.")};
        writing.label = sentence("Change segment %1").arg(segment.name);
        if (free != segment.name)
            KINDLING_TRY(rewriteRules(writing, [&](Filter filter) { return withSegmentRenamed(std::move(filter), segment.name, free); }));
        segment.name = free;
        segment.text = rules;
        return SegmentRepository(writing.connection, &writing.journal).save(segment);
    });
}

QFuture<Result<Written>> SegmentService::freeze(SegmentId id, ProgressPtr progress)
{
    Engine *engine = m_engine.get();
    return m_engine->changeOnColumns<Written>(
        [engine, id, progress](Writing &writing) -> Result<Written> {
            const FilterContext context{&writing.vocabulary, writing.now, engine->clock().zone()};
            KINDLING_GET(segment, presentSegment(writing, id));
            const SnapshotPtr columns = engine->snapshot();
            KINDLING_GET(rows, engine->evaluate(*columns, segment.filter, context, progress.get()));
            std::vector<LeadId> leads;
            rows.forEach([&](quint32 row) { leads.push_back(columns->idAt(row)); });
            std::sort(leads.begin(), leads.end());
            segment.members = std::make_shared<const std::vector<LeadId>>(std::move(leads));
            segment.frozenAt = writing.now;
            writing.label = sentence("Freeze segment %1").arg(segment.name);
            KINDLING_TRY(SegmentRepository(writing.connection, &writing.journal).save(segment));
            return Written{};
        },
        [](Written &answer, const Written &written) { answer = written; });
}

QFuture<Result<Written>> SegmentService::thaw(SegmentId id)
{
    return m_engine->change(ChangeHead::Kind::Do, [id](Writing &writing) -> Result<void> {
        KINDLING_GET(segment, presentSegment(writing, id));
        if (segment.text.isEmpty())
            return Error{ErrorCode::Usage, segment.name, sentence("Its leads were chosen by hand, it has no rules to follow.")};
        segment.frozenAt.reset();
        segment.members.reset();
        writing.label = sentence("Let segment %1 follow its rules").arg(segment.name);
        return SegmentRepository(writing.connection, &writing.journal).save(segment);
    });
}

QFuture<Result<Written>> SegmentService::remove(SegmentId id)
{
    return m_engine->change(ChangeHead::Kind::Do, [id](Writing &writing) -> Result<void> {
        KINDLING_GET(segment, presentSegment(writing, id));
        writing.label = sentence("Remove segment %1").arg(segment.name);
        return SegmentRepository(writing.connection, &writing.journal).remove(id);
    });
}

} // namespace kindling
