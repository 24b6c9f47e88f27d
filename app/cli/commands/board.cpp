// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/choice.h"
#include "app/cli/leadlisting.h"
#include "app/cli/selection.h"
#include "app/cli/spelling.h"
#include "app/cli/texttable.h"
#include "app/cli/textwidth.h"
#include "app/cli/verb.h"
#include "core/exchange/recordjson.h"
#include "core/rules/when.h"
#include "core/workspace/boardservice.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace kindling::cli {

namespace {

constexpr qint64 usualCards = 5;

/// A column with its first cards read.
struct ShownColumn
{
    BoardColumn column;
    std::vector<Lead> cards;
};

struct ShownBoard
{
    FieldId by;
    std::vector<ShownColumn> columns;
    std::vector<BoardLane> lanes;
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
    return noneOf(QStringLiteral("--by"), by, keys);
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
Result<Filter> boardFilter(Session &session, const Arguments &arguments)
{
    const Result<Filter> wanted = filterGiven(session, arguments);
    if (!wanted || namesOutcome(*wanted))
        return wanted;
    const Result<Filter> open = session.filter(QStringLiteral("outcome:open"));
    if (!open)
        return open;
    return Filter::all({*open, *wanted});
}

Result<ShownBoard> boardShown(Session &session, const BoardQuery &query, qint64 cards)
{
    const Result<Board> board = session.wait(session.workspace().board().board(query));
    if (!board)
        return board.error();
    ShownBoard shown{query.by, {}, board->lanes};
    for (const BoardColumn &column : board->columns) {
        const auto begin = column.leads->ids.begin();
        const auto end = begin + std::min(std::ptrdiff_t(column.leads->ids.size()), std::ptrdiff_t(cards));
        const Result<std::vector<Lead>> leads = session.wait(session.workspace().leads().rows({begin, end}, session.past()));
        if (!leads)
            return leads.error();
        shown.columns.push_back({column, *leads});
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
    return (session.now() - column.waitsSince) / dayMs;
}

QJsonValue waitJson(const BoardColumn &column, Session &session)
{
    return QJsonObject{{QStringLiteral("id"), column.waitsLongest.toString()}, {QStringLiteral("days"), longestWaitDays(column, session)}};
}

/// The lanes with the number of cards beside each column.
QJsonArray lanesJson(Session &session, const ShownBoard &board)
{
    QJsonArray lanes;
    for (const BoardLane &lane : board.lanes) {
        QJsonArray counts;
        for (const LeadListPtr &cell : lane.cells)
            counts += qint64(cell->ids.size());
        lanes += QJsonObject{{QStringLiteral("owner"), textJson(lane.owner)},
                             {QStringLiteral("count"), lane.count},
                             {QStringLiteral("value"), sumJson(lane.value, session.vocabulary().currency)},
                             {QStringLiteral("columns"), counts}};
    }
    return lanes;
}

void showJson(Session &session, const ShownBoard &board)
{
    QJsonArray list;
    qint64 total = 0;
    const QString currency = session.vocabulary().currency;
    for (const auto &[column, cards] : board.columns) {
        QJsonArray leads;
        for (const Lead &lead : cards)
            leads += leadJson(lead, session.fields());
        const qint64 count = qint64(column.leads->ids.size());
        total += count;
        list += QJsonObject{{QStringLiteral("key"), textJson(keyOfColumn(column, board.by))},
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
    QJsonObject document{{QStringLiteral("by"), fieldKey(board.by, &session.vocabulary())},
                         {QStringLiteral("asOf"), timeJson(session.now(), session.zone())},
                         {QStringLiteral("total"), total},
                         {QStringLiteral("columns"), list}};
    if (!board.lanes.empty())
        document.insert(QStringLiteral("lanes"), lanesJson(session, board));
    session.output().document(document);
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

/// A table with a line for each owner and the number of cards in each column.
void showLanes(Session &session, const ShownBoard &board)
{
    const QLocale locale;
    std::vector<TextTable::Column> heads{{Words::tr("Owner")}};
    for (const ShownColumn &shown : board.columns)
        heads.push_back({shown.column.name.isEmpty() ? Words::tr("None") : singleLine(shown.column.name), true});
    heads.push_back({Words::tr("Value"), true});
    TextTable table(heads);
    for (const BoardLane &lane : board.lanes) {
        QStringList cells{lane.owner.isEmpty() ? Words::tr("Nobody") : singleLine(lane.owner)};
        for (const LeadListPtr &cell : lane.cells)
            cells += locale.toString(qulonglong(cell->ids.size()));
        table.add(cells + QStringList{lane.value.display(locale, session.vocabulary().currency)});
    }
    session.output().text(QStringLiteral("\n") + table.text(Output::width()));
}

void showText(Session &session, const ShownBoard &board)
{
    static const std::vector<FieldId> fields{LeadField::Name, LeadField::Company, LeadField::Stage, LeadField::Value,
                                             LeadField::NextFollowUp};
    bool first = true;
    for (const auto &[column, cards] : board.columns) {
        session.output().text((first ? QString() : QStringLiteral("\n")) + headText(column, session));
        first = false;
        if (!cards.empty())
            session.output().text(leadTable(cards, fields, session));
    }
    if (!board.lanes.empty())
        showLanes(session, board);
    if (const QString note = session.pastNote(); !note.isEmpty())
        session.output().text(u'\n' + note);
}

Result<ExitCode> show(Session &session, const Arguments &arguments)
{
    const Result<qint64> cards = arguments.number(QLatin1String("limit"), 0, usualCards);
    if (!cards)
        return cards.error();
    const Result<FieldId> by = axisTyped(session, arguments);
    if (!by)
        return by.error();
    const Result<Filter> filter = boardFilter(session, arguments);
    if (!filter)
        return filter.error();
    BoardQuery query;
    tellBroken(session, *filter);
    query.by = *by;
    query.filter = *filter;
    query.past = session.past();
    query.lanes = arguments.has(QLatin1String("lanes"));
    if (const Result<void> order = orderTyped(session, arguments, query); !order)
        return order.error();
    const Result<ShownBoard> board = boardShown(session, query, *cards);
    if (!board)
        return board.error();
    if (session.output().wantsJson())
        showJson(session, *board);
    else
        showText(session, *board);
    return ExitCode::Done;
}

Result<std::optional<int>> mostTyped(const QString &typed)
{
    if (typed == u"none")
        return std::optional<int>();
    bool ok = false;
    const int most = typed.toInt(&ok);
    if (!ok || most < 1)
        return usage(QStringLiteral("board limit"), Words::tr("Write a number of at least 1, or “none”; not “%1”.").arg(typed));
    return std::optional(most);
}

Result<ExitCode> limit(Session &session, const Arguments &arguments)
{
    if (session.past())
        return usage(QStringLiteral("--as-of"), Words::tr("The past cannot be changed: say the limit without --as-of."));
    const Result<FieldId> by = axisTyped(session, arguments);
    if (!by)
        return by.error();
    const Result<std::optional<int>> most = mostTyped(arguments.at(2));
    if (!most)
        return most.error();
    const Result<Board> board = session.wait(
        session.workspace().board().board({.by = *by, .filter = {}, .sort = {}, .ownOrder = false, .lanes = false, .past = {}}));
    if (!board)
        return board.error();
    const QString typed = arguments.at(1);
    QStringList names;
    for (const BoardColumn &column : board->columns) {
        names += keyOfColumn(column, *by);
        if (typed.compare(column.name, Qt::CaseInsensitive) != 0 && typed.compare(names.back(), Qt::CaseInsensitive) != 0)
            continue;
        const Result<Written> written = session.wait(session.workspace().board().setLimit(*by, column, *most));
        if (!written)
            return written.error();
        if (session.output().wantsJson())
            session.output().document(
                {{QStringLiteral("column"), names.back()}, {QStringLiteral("limit"), *most ? QJsonValue(**most) : QJsonValue()}});
        else
            session.output().text(*most ? Words::tr("%1: at most %2.").arg(column.name).arg(**most)
                                        : Words::tr("%1: no limit.").arg(column.name));
        return ExitCode::Done;
    }
    return noneOf(QStringLiteral("board limit"), typed, names);
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    static constexpr std::array<Verb, 2> verbs{
        {{"show", 1, show, ""},
         {"limit", 3, limit, QT_TRANSLATE_NOOP("kindling", "Write the column and the most it should have: board limit hot 20.")}}};
    return runVerb(QStringLiteral("board"), verbs, session, arguments);
}

} // namespace

Command boardCommand()
{
    return {
        "board",
        "[show|limit COLUMN N|none]",
        QT_TRANSLATE_NOOP("kindling", "Show the board"),
        QT_TRANSLATE_NOOP("kindling",
                          "Shows the open leads in columns, cold, warm and hot, each with its number, its value, its value weighted by the "
                          "stages' chances, how many follow-ups are late, how long the longest has waited for a word, and the first cards. "
                          "“limit” says how many a column should have at most: "
                          "nothing is refused, the board tells when there are more."),
        {{"by", "FIELD",
          QT_TRANSLATE_NOOP("kindling", "What the columns are: temperature, stage, owner, source, or a choice of your own.")},
         {"sort", "FIELD[:desc]",
          QT_TRANSLATE_NOOP("kindling",
                            "The order of the cards, or “own” as they were arranged by hand; next follow-up first without it.")},
         filterOption(),
         segmentOption(),
         {"lanes", nullptr, QT_TRANSLATE_NOOP("kindling", "Also tell how many cards each owner has in each column.")},
         {"limit", "N", QT_TRANSLATE_NOOP("kindling", "So many cards of each column; 5 without it.")}},
        {{"board --by owner --filter 'value>=5000'", QT_TRANSLATE_NOOP("kindling", "Who works on the large ones.")}},
        0,
        3,
        run,
        true};
}

} // namespace kindling::cli
