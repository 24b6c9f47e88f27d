// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/leadlisting.h"
#include "app/cli/selection.h"
#include "app/cli/words.h"
#include "core/workspace/scoreservice.h"

#include <QLocale>

namespace kindling::cli {

namespace {

constexpr qint64 usualLimit = 50; ///< for people; a script gets all

struct Listing
{
    LeadListPtr list;
    std::vector<LeadId> shown;
    std::optional<std::vector<FieldId>> columns;
};

/// What --view says, for what the other options leave open; its filter and theirs hold together.
Result<void> takeView(Session &session, const Arguments &arguments, Listing &listing, LeadQuery &query)
{
    const std::optional<QString> name = arguments.value(QLatin1String("view"));
    if (!name)
        return {};
    const Result<SavedView> view = viewNamed(session, *name);
    if (!view)
        return view.error();
    const FilterContext context{&session.vocabulary(), session.now(), session.zone()};
    query.filter = Filter::all({readFilter(view->filter, context), query.filter});
    if (query.sort.empty())
        query.sort = view->sort;
    if (!listing.columns && !view->columns.empty()) {
        listing.columns.emplace();
        for (const ListColumn &column : view->columns)
            listing.columns->push_back(column.field);
    }
    return {};
}

Result<Listing> findLeads(Session &session, const Arguments &arguments)
{
    Listing listing;
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<std::optional<std::vector<FieldId>>> columns = columnsGiven(session, arguments);
    if (!columns)
        return columns.error();
    listing.columns = *columns;
    const Result<std::vector<SortKey>> sort = sortNamed(session, arguments.value(QLatin1String("sort")).value_or(QString()));
    if (!sort)
        return sort.error();
    const Result<qint64> limit = arguments.number(QLatin1String("limit"), 0, session.output().wantsJson() ? 0 : usualLimit);
    if (!limit)
        return limit.error();
    const Result<Filter> filter = filterGiven(session, arguments);
    if (!filter)
        return filter.error();
    LeadQuery query{*filter, *sort};
    if (const Result<void> viewed = takeView(session, arguments, listing, query); !viewed)
        return viewed.error();
    tellBroken(session, query.filter);
    const Result<LeadListPtr> list = leadsMatching(session, query);
    if (!list)
        return list.error();
    listing.list = *list;
    listing.shown = listing.list->ids;
    if (*limit > 0 && listing.shown.size() > size_t(*limit))
        listing.shown.resize(size_t(*limit));
    return listing;
}

Result<ExitCode> showTable(Session &session, const Listing &listing)
{
    std::vector<Lead> leads;
    const Result<void> fetched = forEachPage(
        session, listing.shown, [&leads](const std::vector<Lead> &page) { leads.insert(leads.end(), page.begin(), page.end()); });
    if (!fetched)
        return fetched.error();
    Output &output = session.output();
    const qint64 total = qint64(listing.list->ids.size());
    if (!leads.empty())
        output.text(leadTable(leads, listing.columns.value_or(usualColumns()), session) + u'\n');
    const QString worth = listing.list->value.display(QLocale(), session.vocabulary().currency);
    QString foot = Words::tr("Leads: %1 · %2").arg(QLocale().toString(total), worth);
    if (qint64(leads.size()) < total)
        foot += u' ' + Words::tr("(the first %1; --limit 0 shows all)").arg(leads.size());
    output.text(foot);
    if (const QString note = session.pastNote(); !note.isEmpty())
        output.text(note);
    return ExitCode::Done;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const Result<Listing> listing = findLeads(session, arguments);
    if (!listing)
        return listing.error();
    const bool asJson = session.output().wantsJson();
    if (showsScores(listing->columns ? &*listing->columns : asJson ? nullptr : &usualColumns())) {
        const auto progress = std::make_shared<Progress>();
        const Result<bool> scored = session.wait(session.workspace().scores().ready(progress), progress, Words::tr("Scoring"));
        if (!scored)
            return scored.error();
    }
    if (!asJson)
        return showTable(session, *listing);
    const Result<void> written =
        writeLeadDocument(session, listing->shown, qint64(listing->list->ids.size()), listing->columns ? &*listing->columns : nullptr,
                          [&session](const QByteArray &piece) { session.output().bytes(piece); });
    if (!written)
        return written.error();
    return ExitCode::Done;
}

} // namespace

Command leadsCommand()
{
    return {"leads",
            "",
            QT_TRANSLATE_NOOP("kindling", "List leads"),
            QT_TRANSLATE_NOOP("kindling", "Lists the leads that match a filter, newest first unless sorted, with their number and value."),
            {filterOption(),
             segmentOption(),
             {"view", "NAME", QT_TRANSLATE_NOOP("kindling", "A saved view: its filter, columns and order.")},
             columnsOption(),
             {"sort", "FIELDS", QT_TRANSLATE_NOOP("kindling", "The fields to sort by; “:desc” after one turns it round.")},
             {"limit", "N", QT_TRANSLATE_NOOP("kindling", "At most so many leads; 0 for all. Without it 50, and with --json all.")}},
            {{"leads --filter 'temperature:hot nextFollowUp:none' --sort value:desc",
              QT_TRANSLATE_NOOP("kindling", "Hot leads without a next step, the most valuable first.")}},
            0,
            0,
            run,
            true};
}

} // namespace kindling::cli
