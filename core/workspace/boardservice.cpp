// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/boardservice.h"

#include "core/base/try.h"
#include "core/store/boardrepository.h"
#include "core/workspace/engine.h"
#include "core/workspace/leadcommands.h"
#include "core/workspace/timetravel.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

using ColumnKeys = std::vector<std::pair<qint64, QString>>;

/// What a board needs of the store beside the columns of core/index.
struct HandMade
{
    ColumnKeys members;
    ColumnKeys sources;
    std::map<qint64, int> limits;
    std::vector<PlacedCard> placed;
};

QString axisKey(FieldId by)
{
    return by.isCustom() ? by.custom().toString() : fieldKey(by.builtIn());
}

Result<HandMade> readHandMade(Connection &connection, const BoardQuery &query)
{
    BoardRepository repository(connection);
    HandMade made;
    if (query.by == LeadField::Owner || query.lanes) {
        KINDLING_GET(members, repository.words(QStringLiteral("member")));
        made.members = std::move(members);
    }
    if (query.by == LeadField::Source) {
        KINDLING_GET(sources, repository.words(QStringLiteral("source")));
        made.sources = std::move(sources);
    }
    if (query.ownOrder) {
        KINDLING_GET(placed, repository.placed());
        made.placed = std::move(placed);
    }
    KINDLING_GET(limits, repository.limits(axisKey(query.by)));
    made.limits = std::move(limits);
    return made;
}

bool isOccupied(const std::vector<GroupTotals> &groups, qint64 key)
{
    return std::any_of(groups.begin(), groups.end(), [key](const GroupTotals &group) { return group.key == key; });
}

/// The options of a choice, those no longer offered only while leads stand there, and none.
ColumnKeys optionKeys(const CustomField &field, const std::vector<GroupTotals> &groups)
{
    ColumnKeys keys;
    if (field.type == FieldType::YesNo)
        keys = {{2, QCoreApplication::translate("kindling", "Yes")}, {1, QCoreApplication::translate("kindling", "No")}};
    for (const FieldOption &option : field.options) {
        if (!option.removed || isOccupied(groups, option.id.value()))
            keys.emplace_back(option.id.value(), option.name);
    }
    if (isOccupied(groups, 0))
        keys.emplace_back(0, QString());
    return keys;
}

/// Everybody has a column, to be given leads; a source only while leads came through it.
ColumnKeys wordKeys(const ColumnKeys &words, bool emptyToo, const std::vector<GroupTotals> &groups)
{
    ColumnKeys keys;
    std::copy_if(words.begin(), words.end(), std::back_inserter(keys),
                 [&](const auto &word) { return emptyToo || isOccupied(groups, word.first); });
    if (isOccupied(groups, 0))
        keys.emplace_back(0, QString());
    return keys;
}

/// The values of an axis that have a column.
ColumnKeys columnKeys(FieldId by, const Vocabulary &words, const HandMade &made, const std::vector<GroupTotals> &groups)
{
    if (const CustomField *field = words.field(by.custom()))
        return optionKeys(*field, groups);
    if (by == LeadField::Owner)
        return wordKeys(made.members, true, groups);
    if (by == LeadField::Source)
        return wordKeys(made.sources, false, groups);
    ColumnKeys keys;
    if (by == LeadField::Stage) {
        for (const Stage &stage : words.stages)
            keys.emplace_back(stage.id.value(), stage.name);
        for (const GroupTotals &group : groups) { // on a past day
            if (!words.stage(StageId(group.key)))
                keys.emplace_back(group.key, QCoreApplication::translate("kindling", "A stage that is no more"));
        }
        return keys;
    }
    for (const Temperature t : allOf<Temperature>())
        keys.emplace_back(qint64(t), labelOf(t));
    return keys;
}

class BoardMaking
{
public:
    BoardMaking(const ColumnSnapshot &columns, RowSet rows, const BoardQuery &query, HandMade made)
        : m_columns(columns)
        , m_rows(std::move(rows))
        , m_query(query)
        , m_made(std::move(made))
    {
        if (query.ownOrder)
            m_sort = {{LeadField::Id, true}};
        else if (query.sort.empty())
            m_sort = {{LeadField::NextFollowUp, false}};
        else
            m_sort = query.sort;
    }

    Board make(const Vocabulary &words, UtcMs now)
    {
        const std::vector<GroupTotals> groups = m_columns.group(m_rows, m_query.by, now);
        std::map<qint64, std::vector<LeadId>> leads = m_columns.groupSorted(m_rows, m_query.by, m_sort);
        Board board;
        for (auto &[key, name] : columnKeys(m_query.by, words, m_made, groups)) {
            BoardColumn column;
            column.key = key;
            column.name = name;
            if (const auto limit = m_made.limits.find(key); limit != m_made.limits.end())
                column.limit = limit->second;
            const auto group = std::find_if(groups.begin(), groups.end(), [id = key](const GroupTotals &g) { return g.key == id; });
            MoneySum value;
            if (group != groups.end()) {
                value = group->value;
                column.weighted = group->weighted;
                column.overdue = group->overdue;
                column.waitsLongest = group->waitsLongest;
                column.waitsSince = group->waitsSince;
            }
            column.leads = listOf(std::move(leads[key]), value);
            board.columns.push_back(std::move(column));
        }
        if (m_query.lanes)
            addLanes(board, now);
        return board;
    }

private:
    LeadListPtr listOf(std::vector<LeadId> leads, const MoneySum &value) const
    {
        if (m_query.ownOrder)
            putInOwnOrder(leads, m_made.placed);
        auto list = std::make_shared<LeadList>();
        list->ids = std::move(leads);
        list->value = value;
        return list;
    }

    void addLanes(Board &board, UtcMs now)
    {
        auto cells = m_columns.crossSorted(m_rows, LeadField::Owner, m_query.by, m_sort);
        for (const GroupTotals &owner : m_columns.group(m_rows, LeadField::Owner, now)) {
            BoardLane lane;
            const auto member =
                std::find_if(m_made.members.begin(), m_made.members.end(), [&](const auto &word) { return word.first == owner.key; });
            lane.owner = member == m_made.members.end() ? QString() : member->second;
            lane.count = owner.count;
            lane.value = owner.value;
            for (const BoardColumn &column : board.columns)
                lane.cells.push_back(listOf(std::move(cells[{owner.key, column.key}]), {}));
            board.lanes.push_back(std::move(lane));
        }
    }

    const ColumnSnapshot &m_columns;
    RowSet m_rows;
    const BoardQuery &m_query;
    HandMade m_made;
    std::vector<SortKey> m_sort;
};

/// Puts leads between two others in the user's own order, in the order given.
Result<void> arrange(Writing &writing, const std::vector<LeadId> &ids, const CardSpot &spot)
{
    BoardRepository board(writing.connection, &writing.journal);
    const auto neighbour = [&](LeadId lead) -> Result<std::optional<CardPlace>> {
        if (lead.isNull() || std::find(ids.begin(), ids.end(), lead) != ids.end())
            return std::optional<CardPlace>();
        KINDLING_GET(place, board.placeOf(lead));
        return std::optional(place);
    };
    for (const bool again : {false, true}) {
        KINDLING_GET(above, neighbour(spot.above));
        KINDLING_GET(below, neighbour(spot.below));
        const auto places = placesBetween(above, below, ids.size());
        if (!places && !again) {
            KINDLING_TRY(board.spreadAround(below ? below->anchor : above->anchor));
            continue;
        }
        if (!places)
            return Error{ErrorCode::InvalidValue, QString::number(ids.size()),
                         QCoreApplication::translate("kindling", "a number of cards to move at once")};
        for (size_t i = 0; i < places->size(); ++i)
            KINDLING_TRY(board.place({ids[i], (*places)[i]}));
        break;
    }
    return {};
}

} // namespace

std::vector<FieldId> boardAxes(const Vocabulary &words)
{
    std::vector<FieldId> axes{LeadField::Temperature, LeadField::Stage, LeadField::Owner, LeadField::Source};
    for (const CustomField &field : words.fields) {
        if (!field.removed && (field.type == FieldType::Choice || field.type == FieldType::YesNo))
            axes.emplace_back(field.id);
    }
    return axes;
}

CardMove moveInto(FieldId by, const BoardColumn &column, const Vocabulary &words)
{
    CardMove move;
    if (by == LeadField::Temperature) {
        move.move.temperature = Temperature(column.key);
    } else if (by == LeadField::Stage) {
        move.move.stage = StageId(column.key);
    } else if (by == LeadField::Owner) {
        move.move.owner = column.name;
    } else {
        const CustomField *field = words.field(by.custom());
        const bool yesNo = field && field->type == FieldType::YesNo && column.key != 0;
        move.edits = {{by, yesNo ? (column.key == 2 ? QStringLiteral("yes") : QStringLiteral("no")) : column.name}};
    }
    return move;
}

BoardService::BoardService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<Board>> BoardService::board(const BoardQuery &query, ProgressPtr progress)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<Board>([engine, query, progress = std::move(progress)](const SnapshotPtr &columns) -> Result<Board> {
        const auto words = engine->vocabulary();
        // The longest wait in the heads of the columns is one since the last activity.
        KINDLING_GET(from, engine->travel().viewpoint(columns, query.past, query.past.has_value(), progress.get()));
        KINDLING_TRY(from.prepareOrder(*engine, query.sort, progress.get()));
        KINDLING_GET(rows, from.evaluate(*engine, query.filter, progress.get()));
        KINDLING_GET(made, engine->readNow<HandMade>([&query](Connection &connection) { return readHandMade(connection, query); }));
        return BoardMaking(*from.columns, std::move(rows), query, std::move(made)).make(*words, from.moment);
    });
}

QFuture<Result<Written>> BoardService::move(std::vector<LeadId> ids, const CardMove &move, ProgressPtr progress)
{
    const Engine *engine = m_engine.get();
    return m_engine->change(ChangeHead::Kind::Do, [engine, ids = std::move(ids), move, progress](Writing &writing) -> Result<void> {
        LeadMove to = move.move;
        to.backZone = QString::fromUtf8(engine->clock().zone().id());
        writing.label = QCoreApplication::translate("kindling", "Arrange the board");
        if (to.temperature || to.stage || to.owner || to.outcome)
            KINDLING_TRY(moveLeads(writing, ids, to, progress.get()));
        if (!move.edits.empty())
            KINDLING_TRY(editLeads(writing, engine->clock().zone(), ids, move.edits, progress.get()));
        return move.spot ? arrange(writing, ids, *move.spot) : Result<void>();
    });
}

QFuture<Result<Written>> BoardService::setLimit(FieldId by, const BoardColumn &column, std::optional<int> most)
{
    return m_engine->change(ChangeHead::Kind::Do, [by, key = column.key, name = column.name, most](Writing &writing) -> Result<void> {
        if (most && *most < 1)
            return Error{ErrorCode::InvalidValue, QString::number(*most),
                         QCoreApplication::translate("kindling", "a limit, which is 1 or more")};
        writing.label = QCoreApplication::translate("kindling", "Change the limit of %1").arg(name);
        return BoardRepository(writing.connection, &writing.journal).setLimit(axisKey(by), key, most);
    });
}

} // namespace kindling
