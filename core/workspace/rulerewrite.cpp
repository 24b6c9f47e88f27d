// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/rulerewrite.h"

#include "core/base/try.h"
#include "core/domain/segment.h"
#include "core/rules/filterrewrite.h"
#include "core/rules/filtertext.h"
#include "core/store/segmentrepository.h"
#include "core/store/viewrepository.h"
#include "core/store/wordrepository.h"
#include "core/workspace/engine.h"

namespace kindling {

namespace {

Result<void> rewriteViews(Writing &writing, const FilterContext &context, const std::function<Filter(Filter)> &rewrite)
{
    ViewRepository repository(writing.connection, &writing.journal);
    KINDLING_GET(views, repository.views(writing.vocabulary));
    for (SavedView &view : views) {
        const Filter before = readFilter(view.filter, context);
        const Filter filter = rewrite(before);
        if (filter == before)
            continue;
        view.filter = filterText(filter, context);
        KINDLING_TRY(repository.save(view, writing.vocabulary));
    }
    return {};
}

} // namespace

Result<void> rewriteRules(Writing &writing, const std::function<Filter(Filter)> &rewrite)
{
    const FilterContext context{&writing.vocabulary, writing.now, QTimeZone::utc()};
    SegmentRepository repository(writing.connection, &writing.journal);
    for (const SegmentPtr &segment : writing.vocabulary.segments) {
        const Filter filter = rewrite(segment->filter);
        if (filter == segment->filter)
            continue;
        Segment changed = *segment;
        changed.text = filterText(filter, context);
        KINDLING_TRY(repository.save(changed));
    }
    KINDLING_TRY(rewriteViews(writing, context, rewrite));
    ScoringRules scoring = writing.vocabulary.scoring;
    for (ScoreRule &rule : scoring.rules) {
        const Filter before = readFilter(rule.text, context);
        const Filter filter = rewrite(before);
        if (filter != before)
            rule.text = filterText(filter, context);
    }
    return scoring == writing.vocabulary.scoring ? Result<void>()
                                                 : writeSetting(writing.journal, WorkspaceSetting::Scoring, scoringText(scoring));
}

Result<void> renameCompanyInRules(Writing &writing, const QStringList &from, const QString &to)
{
    return rewriteRules(writing, [&](Filter filter) {
        for (const QString &name : from) {
            if (name != to)
                filter = withValueRenamed(std::move(filter), LeadField::Company, name, to);
        }
        return filter;
    });
}

} // namespace kindling
