// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/choice.h"
#include "app/cli/leadlisting.h"
#include "app/cli/selection.h"
#include "app/cli/textwidth.h"
#include "core/exchange/recordjson.h"
#include "core/rules/when.h"
#include "core/workspace/boardservice.h"

#include <QLocale>

#include <algorithm>

namespace kindling::cli {

namespace {

constexpr qint64 usualCards = 5;

/// A column with its first cards read.
struct ShownColumn
{
    BoardColumn column;
    std::vector<Lead> cards;
};

/// Temperature, stage, owner, source, and the choices that the user made.
Result<FieldId> axisTyped(const Session &session, const Arguments &arguments)
{
    const QString by = arguments.value(QLatin1String("by")).value_or(QStringLiteral("temperature"));
    const auto wanted = findField(by, &session.vocabulary());
    QStringList keys;
    for (const FieldId axis : boardAxes(session.vocabulary())) {
        if (wanted && wanted->field == axis)
            return axis;
        keys += fieldKey(axis, &session.vocabulary());
    }
    return usage(QStringLiteral("--by"), Words::tr("“%1” is none of %2.").arg(by, keys.join(QStringLiteral(", "))));
}

/// The order of the cards: "own", or a field as in `leads`; next follow-up first when nothing is said.
Result<void> orderTyped(Session &session, const Arguments &arguments, BoardQuery &query)
{
    const auto sort = arguments.value(QLatin1String("sort"));
    query.ownOrder = sort == QStringLiteral("own");
    if (!sort || query.ownOrder)
        return {};
    Result<std::vector<SortKey>> keys = sortNamed(session, *sort);
    if (!keys)
        return keys.error();
    query.sort = std::move(*keys);
    return {};
}

bool namesOutcome(const Filter &filter)
{
    if (filter.kind == Filter::Kind::Test)
        return filter.test.field == LeadField::Outcome;
    return std::any_of(filter.children.begin(), filter.children.end(), namesOutcome);
}

/// The board is of open leads unless the filter speaks of outcomes itself.
Result<Filter> boardFilter(const Session &session, const Arguments &arguments)
{
    const Result<Filter> wanted = filterGiven(session, arguments);
    if (!wanted || namesOutcome(*wanted))
        return wanted;
    const Result<Filter> open = session.filter(QStringLiteral("outcome:open"));
    if (!open)
        return open;
    return Filter::all({*open, *wanted});
}

Result<std::vector<ShownColumn>> columnsOf(Session &session, const BoardQuery &query, qint64 cards)
{
    const Result<Board> board = session.wait(session.workspace().board().board(query));
    if (!board)
        return board.error();
    std::vector<ShownColumn> shown;
    for (const BoardColumn &column : board->columns) {
        const auto begin = column.leads->ids.begin();
        const auto end = begin + std::min(std::ptrdiff_t(column.leads->ids.size()), std::ptrdiff_t(cards));
        const Result<std::vector<Lead>> leads = session.wait(session.workspace().leads().rows({begin, end}, session.past()));
        if (!leads)
            return leads.error();
        shown.push_back({column, *leads});
    }
    return shown;
}

QString keyOfColumn(const BoardColumn &column, FieldId by)
{
    return by == LeadField::Temperature ? keyOf(static_cast<Temperature>(column.key)) : column.name;
}

/// Whole days since the lead that waits longest was last touched.
qint64 longestWaitDays(const BoardColumn &column, Session &session)
{
    return (session.now() - column.waitsSince) / (24 * 3'600'000);
}

QJsonValue waitJson(const BoardColumn &column, Session &session)
{
    return QJsonObject{{QStringLiteral("id"), column.waitsLongest.toString()}, {QStringLiteral("days"), longestWaitDays(column, session)}};
}

void showJson(Session &session, const std::vector<ShownColumn> &columns, FieldId by)
{
    QJsonArray list;
    qint64 total = 0;
    const QString currency = session.vocabulary().currency;
    for (const auto &[column, cards] : columns) {
        QJsonArray leads;
        for (const Lead &lead : cards)
            leads += leadJson(lead, session.fields());
        const qint64 count = qint64(column.leads->ids.size());
        total += count;
        list += QJsonObject{{QStringLiteral("key"), textJson(keyOfColumn(column, by))},
                            {QStringLiteral("name"), textJson(column.name)},
                            {QStringLiteral("count"), count},
                            {QStringLiteral("value"), sumJson(column.leads->value, currency)},
                            {QStringLiteral("valueAll"), sumsJson(column.leads->value)},
                            {QStringLiteral("weighted"), sumJson(column.weighted, currency)},
                            {QStringLiteral("weightedAll"), sumsJson(column.weighted)},
                            {QStringLiteral("overdue"), column.overdue},
                            {QStringLiteral("longestWait"), column.waitsLongest.isNull() ? QJsonValue() : waitJson(column, session)},
                            {QStringLiteral("limit"), column.limit ? QJsonValue(*column.limit) : QJsonValue()},
                            {QStringLiteral("leads"), leads}};
    }
    session.output().document({{QStringLiteral("by"), fieldKey(by, &session.vocabulary())},
                               {QStringLiteral("asOf"), timeJson(session.now(), session.zone())},
                               {QStringLiteral("total"), total},
                               {QStringLiteral("columns"), list}});
}

QString headText(const BoardColumn &column, Session &session)
{
    const QLocale locale;
    const QString currency = session.vocabulary().currency;
    const QString name = column.name.isEmpty() ? Words::tr("None") : singleLine(column.name);
    QStringList parts{locale.toString(column.leads->ids.size()), column.leads->value.display(locale, currency),
                      Words::tr("weighted %1").arg(column.weighted.display(locale, currency))};
    if (column.overdue > 0)
        parts += Words::tr("%1 late").arg(column.overdue);
    if (!column.waitsLongest.isNull())
        parts += Words::tr("longest wait %1").arg(ageInWords(session.now() - column.waitsSince));
    if (column.limit)
        parts += Words::tr("at most %1").arg(*column.limit);
    return name + QStringLiteral("   ") + parts.join(QStringLiteral(" · "));
}

void showText(Session &session, const std::vector<ShownColumn> &columns)
{
    static const std::vector<FieldId> fields{LeadField::Name, LeadField::Company, LeadField::Stage, LeadField::Value,
                                             LeadField::NextFollowUp};
    bool first = true;
    for (const auto &[column, cards] : columns) {
        session.output().text((first ? QString() : QStringLiteral("\n")) + headText(column, session));
        first = false;
        if (!cards.empty())
            session.output().text(leadTable(cards, fields, session));
    }
    if (const QString note = session.pastNote(); !note.isEmpty())
        session.output().text(u'\n' + note);
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const Result<qint64> cards = arguments.number(QLatin1String("limit"), 0, usualCards);
    if (!cards)
        return cards.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<FieldId> by = axisTyped(session, arguments);
    if (!by)
        return by.error();
    const Result<Filter> filter = boardFilter(session, arguments);
    if (!filter)
        return filter.error();
    BoardQuery query;
    query.by = *by;
    query.filter = *filter;
    query.past = session.past();
    if (const Result<void> order = orderTyped(session, arguments, query); !order)
        return order.error();
    const Result<std::vector<ShownColumn>> columns = columnsOf(session, query, *cards);
    if (!columns)
        return columns.error();
    if (session.output().wantsJson())
        showJson(session, *columns, *by);
    else
        showText(session, *columns);
    return ExitCode::Done;
}

} // namespace

Command boardCommand()
{
    return {"board",
            "",
            QT_TRANSLATE_NOOP("kindling", "Show the board"),
            QT_TRANSLATE_NOOP(
                "kindling",
                "Shows the open leads in columns, cold, warm and hot, each with its number, its value, its value weighted by the "
                "stages' chances, how many follow-ups are late, how long the longest has waited for a word, and the first cards."),
            {{"by", "FIELD",
              QT_TRANSLATE_NOOP("kindling", "What the columns are: temperature, stage, owner, source, or a choice of your own.")},
             {"sort", "FIELD[:desc]",
              QT_TRANSLATE_NOOP("kindling",
                                "The order of the cards, or “own” as they were arranged by hand; next follow-up first without it.")},
             filterOption(),
             segmentOption(),
             {"limit", "N", QT_TRANSLATE_NOOP("kindling", "So many cards of each column; 5 without it.")}},
            {{"board --by owner --filter 'value>=5000'", QT_TRANSLATE_NOOP("kindling", "Who works on the large ones.")}},
            0,
            0,
            run,
            true};
}

} // namespace kindling::cli
