// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/selection.h"

#include "app/cli/leadlisting.h"
#include "app/cli/typedvalues.h"
#include "app/cli/words.h"
#include "core/base/textfold.h"
#include "core/domain/filterproblem.h"
#include "core/exchange/recordjson.h"
#include "core/rules/filterhint.h"
#include "core/workspace/viewservice.h"

namespace kindling::cli {

namespace {

void tellUnknown(Session &session, const Filter &filter)
{
    for (const QString &hint : hintsOf(filter, session.vocabulary()))
        session.output().message(hint);
}

} // namespace

Option filterOption()
{
    return {"filter", "FILTER", QT_TRANSLATE_NOOP("kindling", "Only the leads that match; see Filters.")};
}

Option segmentOption()
{
    return {"segment", "NAME", QT_TRANSLATE_NOOP("kindling", "Only the leads of this segment.")};
}

Result<Filter> filterGiven(Session &session, const Arguments &arguments)
{
    const Result<Filter> filter = session.filter(arguments.value(QLatin1String("filter")).value_or(QString()));
    const std::optional<QString> name = arguments.value(QLatin1String("segment"));
    if (filter)
        tellUnknown(session, *filter);
    if (!filter || !name)
        return filter;
    const Result<Segment> segment = segmentNamed(session, *name);
    if (!segment)
        return segment.error();
    if (filter->isEmpty())
        return Filter::segment(segment->name);
    return Filter::all({Filter::segment(segment->name), *filter});
}

void tellBroken(Session &session, const Filter &filter)
{
    const FilterContext context{&session.vocabulary(), session.now(), session.zone()};
    if (const QString problem = problemOf(filter, context); !problem.isEmpty())
        session.output().message(Words::tr("Broken rule, which no lead meets: %1.").arg(problem));
    const Segment *segment = filter.kind == Filter::Kind::Segment ? session.vocabulary().segmentNamed(filter.text) : nullptr;
    if (segment && !segment->isFrozen())
        tellBroken(session, segment->filter); // no segment is made of itself
    for (const Filter &child : filter.children)
        tellBroken(session, child);
}

Result<Segment> segmentNamed(const Session &session, const QString &name)
{
    if (const Segment *segment = session.vocabulary().segmentNamed(name))
        return *segment;
    return Error{ErrorCode::NotFound, u'“' + name + u'”', Words::tr("segment")};
}

Result<SavedView> viewNamed(Session &session, const QString &name)
{
    const Result<std::vector<SavedView>> views = session.wait(session.workspace().views().list());
    if (!views)
        return views.error();
    for (const SavedView &view : *views) {
        if (folded(view.name) == folded(name))
            return view;
    }
    return Error{ErrorCode::NotFound, u'“' + name + u'”', Words::tr("view")};
}

Result<LeadListPtr> leadsMatching(Session &session, const LeadQuery &query)
{
    const auto progress = std::make_shared<Progress>();
    return session.wait(session.workspace().leads().list(query, progress, session.past()), progress);
}

Result<Selection> selectedLeads(Session &session, const Arguments &arguments)
{
    Selection selection;
    selection.rest = arguments.positional();
    selection.many = arguments.has(QLatin1String("filter")) || arguments.has(QLatin1String("segment"));
    if (selection.many) {
        const Result<Filter> filter = filterGiven(session, arguments);
        if (!filter)
            return filter.error();
        const Result<LeadListPtr> list = leadsMatching(session, {*filter, {}});
        if (!list)
            return list.error();
        selection.ids = (*list)->ids;
        return selection;
    }
    if (selection.rest.isEmpty())
        return usage(Words::tr("lead"), Words::tr("Name the lead by its id, or several by --filter."));
    const Result<LeadId> id = idTyped<LeadId>(selection.rest.takeFirst(), Words::tr("lead"));
    if (!id)
        return id.error();
    selection.ids = {*id};
    return selection;
}

Result<ExitCode> showLead(Session &session, LeadId id, ChangeId change, const QString &sentence)
{
    const Result<Lead> lead = session.wait(session.workspace().leads().lead(id));
    if (!lead)
        return lead.error();
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonObject json = leadJson(*lead, session.fields());
        json.insert(QStringLiteral("change"), idJson(change));
        output.document(json);
    } else {
        output.text(leadTable({*lead}, usualColumns(), session));
        output.text(Words::tr("%1 Lead %2, change %3.").arg(sentence, lead->id.toString(), change.toString()));
    }
    return ExitCode::Done;
}

Result<ExitCode> showWritten(Session &session, const Selection &selection, const Written &written)
{
    if (!selection.many)
        return showLead(session, selection.ids.front(), written.change, Words::tr("Saved."));
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonArray ids;
        for (const LeadId id : selection.ids)
            ids += id.toString();
        output.document({{QStringLiteral("change"), idJson(written.change)},
                         {QStringLiteral("total"), qint64(selection.ids.size())},
                         {QStringLiteral("ids"), ids}});
    } else if (selection.ids.empty()) {
        output.text(Words::tr("No lead matches; nothing was changed."));
    } else if (written.change.isNull()) {
        output.text(Words::tr("All leads that match are so already; nothing was changed."));
    } else {
        output.text(
            Words::tr("Leads changed: %1; “undo %2” takes it back.").arg(QString::number(selection.ids.size()), written.change.toString()));
    }
    return ExitCode::Done;
}

} // namespace kindling::cli
