// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/leadlisting.h"
#include "app/cli/selection.h"
#include "app/cli/texttable.h"
#include "app/cli/verb.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"
#include "core/workspace/viewservice.h"

#include <algorithm>

namespace kindling::cli {

namespace {

QString sentenceOf(const Session &session, const SavedView &view)
{
    const FilterContext context{&session.vocabulary(), session.now(), session.zone()};
    return filterSentence(readFilter(view.filter, context), context);
}

QJsonObject viewJson(const Session &session, const SavedView &view)
{
    QJsonArray columns;
    for (const ListColumn &column : view.columns)
        columns += fieldKey(column.field, &session.vocabulary());
    return {{QStringLiteral("id"), view.id.toString()},
            {QStringLiteral("name"), view.name},
            {QStringLiteral("filter"), view.filter},
            {QStringLiteral("sentence"), sentenceOf(session, view)},
            {QStringLiteral("columns"), columns},
            {QStringLiteral("sort"), sortText(view.sort, &session.vocabulary()).replace(u' ', u',')},
            {QStringLiteral("pinned"), view.pinned}};
}

void print(Session &session, const SavedView &view, const QString &done)
{
    Output &output = session.output();
    if (output.wantsJson()) {
        output.document(viewJson(session, view));
        return;
    }
    output.text((done.isEmpty() ? QString() : done + u' ') + view.name);
    output.text(sentenceOf(session, view));
    if (!view.filter.isEmpty())
        output.text(view.filter);
}

/// Puts what was typed into a view: its filter, columns and order, as far as they were.
Result<void> take(Session &session, const Arguments &arguments, SavedView &view)
{
    const QString filter = arguments.positional().mid(2).join(u' ');
    if (const Result<Filter> read = session.filter(filter); !read)
        return read.error();
    if (!filter.isEmpty())
        view.filter = filter;
    const Result<std::optional<std::vector<FieldId>>> columns = columnsGiven(session, arguments);
    if (!columns)
        return columns.error();
    if (*columns) {
        view.columns.clear();
        for (const FieldId field : **columns)
            view.columns.push_back({field, 0});
    }
    if (const auto sort = arguments.value(QLatin1String("sort"))) {
        const Result<std::vector<SortKey>> keys = sortNamed(session, *sort);
        if (!keys)
            return keys.error();
        view.sort = *keys;
    }
    if (arguments.has(QLatin1String("pin")) || arguments.has(QLatin1String("unpin")))
        view.pinned = arguments.has(QLatin1String("pin"));
    view.name = arguments.value(QLatin1String("name")).value_or(view.name);
    return {};
}

Result<ExitCode> save(Session &session, SavedView view, const QString &done)
{
    const Result<SavedView> saved = session.wait(session.workspace().views().save(std::move(view)));
    if (!saved)
        return saved.error();
    print(session, *saved, done);
    return ExitCode::Done;
}

Result<ExitCode> list(Session &session, const Arguments &)
{
    const Result<std::vector<SavedView>> views = session.wait(session.workspace().views().list());
    if (!views)
        return views.error();
    if (session.output().wantsJson()) {
        QJsonArray all;
        for (const SavedView &view : *views)
            all += viewJson(session, view);
        session.output().document({{QStringLiteral("views"), all}});
        return ExitCode::Done;
    }
    if (views->empty()) {
        session.output().text(Words::tr("There are no saved views yet; “view add NAME FILTER” makes one."));
        return ExitCode::Done;
    }
    TextTable table({{Words::tr("Name")}, {Words::tr("Leads")}, {Words::tr("Sorted by")}});
    for (const SavedView &view : *views)
        table.add({view.name, sentenceOf(session, view), sortText(view.sort, &session.vocabulary())});
    session.output().text(table.text(Output::width()));
    return ExitCode::Done;
}

Result<ExitCode> add(Session &session, const Arguments &arguments)
{
    SavedView view;
    view.name = arguments.at(1);
    const Result<void> taken = take(session, arguments, view);
    return taken ? save(session, view, Words::tr("Added.")) : Result<ExitCode>(taken.error());
}

Result<ExitCode> show(Session &session, const Arguments &arguments)
{
    const Result<SavedView> view = viewNamed(session, arguments.at(1));
    if (!view)
        return view.error();
    print(session, *view, {});
    return ExitCode::Done;
}

Result<ExitCode> edit(Session &session, const Arguments &arguments)
{
    Result<SavedView> view = viewNamed(session, arguments.at(1));
    if (!view)
        return view.error();
    const Result<void> taken = take(session, arguments, *view);
    return taken ? save(session, *view, Words::tr("Saved.")) : Result<ExitCode>(taken.error());
}

Result<ExitCode> remove(Session &session, const Arguments &arguments)
{
    const Result<SavedView> view = viewNamed(session, arguments.at(1));
    if (!view)
        return view.error();
    const Result<Written> written = session.wait(session.workspace().views().remove(view->id));
    if (!written)
        return written.error();
    if (session.output().wantsJson())
        session.output().document({{QStringLiteral("id"), view->id.toString()}, {QStringLiteral("change"), idJson(written->change)}});
    else
        session.output().text(Words::tr("Removed; “undo” brings it back."));
    return ExitCode::Done;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    static constexpr const char *nameIt = QT_TRANSLATE_NOOP("kindling", "Name the view.");
    static const Verb verbs[] = {{"list", 1, list, nullptr},
                                 {"add", 2, add, nameIt},
                                 {"show", 2, show, nameIt},
                                 {"edit", 2, edit, nameIt},
                                 {"remove", 2, remove, nameIt}};
    return runVerb(QStringLiteral("view"), verbs, session, arguments);
}

} // namespace

Command viewCommand()
{
    return {
        "view",
        "list|add|show|edit|remove [NAME] [FILTER]",
        QT_TRANSLATE_NOOP("kindling", "Keep ways to look at the leads"),
        QT_TRANSLATE_NOOP("kindling",
                          "A saved view is a filter, columns and an order under a name. Pinned ones stand as tabs above the list in the "
                          "window. List the leads of one with “leads --view NAME”."),
        {{"name", "TEXT", QT_TRANSLATE_NOOP("kindling", "For edit: the new name.")},
         columnsOption(),
         {"sort", "FIELDS", QT_TRANSLATE_NOOP("kindling", "The fields to sort by; “:desc” after one turns it round.")},
         {"pin", nullptr, QT_TRANSLATE_NOOP("kindling", "Show it as a tab, as a new one is.")},
         {"unpin", nullptr, QT_TRANSLATE_NOOP("kindling", "Keep it in the menu of views.")}},
        {{"view add 'Big and quiet' 'value>=5000 lastActivity<-30d' --sort value:desc",
          QT_TRANSLATE_NOOP("kindling", "What is worth much and was left alone, the most valuable first.")}},
        0,
        -1,
        run};
}

} // namespace kindling::cli
