// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/selection.h"
#include "app/cli/texttable.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"
#include "core/rules/todaywords.h"
#include "core/workspace/dayservice.h"

#include <QJsonArray>
#include <QLocale>

namespace kindling::cli {

namespace {

QJsonObject rowJson(const TodayRow &row, const Session &session)
{
    return {{QStringLiteral("group"), todayGroupKey(row.group)},
            {QStringLiteral("id"), row.lead.id.toString()},
            {QStringLiteral("name"), textJson(row.lead.displayName())},
            {QStringLiteral("company"), textJson(row.lead.company)},
            {QStringLiteral("temperature"), keyOf(row.lead.temperature)},
            {QStringLiteral("owner"), textJson(row.lead.owner)},
            {QStringLiteral("reason"), row.reason},
            {QStringLiteral("contact"), textJson(row.contact)},
            {QStringLiteral("lastWord"), textJson(row.lastWord)},
            {QStringLiteral("followUp"), row.followUp ? QJsonValue(followUpJson(*row.followUp, session.zone())) : QJsonValue()}};
}

void showJson(Session &session, const TodayList &list)
{
    QJsonObject counts;
    for (size_t group = 0; group < todayGroups; ++group)
        counts.insert(todayGroupKey(TodayGroup(group)), list.counts[group]);
    QJsonArray rows;
    for (const TodayRow &row : list.rows)
        rows += rowJson(row, session);
    session.output().document({{QStringLiteral("counts"), counts}, {QStringLiteral("rows"), rows}});
}

void showText(Session &session, const TodayList &list)
{
    Output &output = session.output();
    if (list.rows.empty()) {
        output.text(Words::tr("Nothing to do: every open lead has its next step, and none is due this week."));
        return;
    }
    size_t at = 0;
    for (size_t group = 0; group < todayGroups; ++group) {
        if (list.counts[group] == 0)
            continue;
        output.text(QStringLiteral("%1 (%2)").arg(todayGroupName(TodayGroup(group)), QLocale().toString(list.counts[group])));
        TextTable table({{Words::tr("Who")},
                         {Words::tr("Company")},
                         {Words::tr("Why")},
                         {Words::tr("Contact")},
                         {Words::tr("Last word")},
                         {Words::tr("Id")}});
        for (; at < list.rows.size() && size_t(list.rows[at].group) == group; ++at) {
            const TodayRow &row = list.rows[at];
            table.add({row.lead.displayName(), row.lead.name.isEmpty() ? QString() : row.lead.company, row.reason, row.contact,
                       row.lastWord.left(60), row.lead.id.toString()});
        }
        output.text(table.text(Output::width()));
    }
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    TodayQuery query;
    query.mine = arguments.has(QLatin1String("mine"));
    query.limit = 20;
    if (const auto text = arguments.value(QLatin1String("limit"))) {
        bool number = false;
        query.limit = text->toUInt(&number);
        if (!number || query.limit == 0)
            return usage(QStringLiteral("--limit"), Words::tr("“%1” is not a number of rows.").arg(*text));
    }
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<Filter> among = filterGiven(session, arguments);
    if (!among)
        return among.error();
    tellBroken(session, *among);
    query.among = *among;
    if (const Result<Written> back = session.wait(session.workspace().leads().bringBack()); !back)
        return back.error();
    const Result<TodayList> list = session.wait(session.workspace().day().today(query));
    if (!list)
        return list.error();
    if (session.output().wantsJson())
        showJson(session, *list);
    else
        showText(session, *list);
    return ExitCode::Done;
}

} // namespace

Command todayCommand()
{
    return {
        "today",
        "",
        QT_TRANSLATE_NOOP("kindling", "Show what wants doing today, the most urgent first"),
        QT_TRANSLATE_NOOP("kindling",
                          "One queue: overdue, due today, new and not contacted yet, going cold (warm or hot, quiet for longer than the "
                          "stage allows, nothing planned), without a next step, and the next seven days. Each line says why it is here. "
                          "Lost and disqualified leads whose day has come are opened first."),
        {{"mine", nullptr, QT_TRANSLATE_NOOP("kindling", "Only the leads that you own.")},
         segmentOption(),
         {"limit", "N", QT_TRANSLATE_NOOP("kindling", "Rows of each group; 20 without it. The counts are of all.")}},
        {{"today --mine", QT_TRANSLATE_NOOP("kindling", "Your own day.")}},
        0,
        0,
        run};
}

} // namespace kindling::cli
