// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

namespace kindling {

/// One column of the board.
struct BoardColumn
{
    qint64 key = 0; ///< the enumerator or id of the axis value; 0 also for "none"
    QString name; ///< "Hot", "Sales qualified", "Ines"; empty for leads without a value
    LeadListPtr leads;
    MoneySum weighted; ///< each value times the chance of its stage
    qint64 overdue = 0;
    LeadId waitsLongest; ///< the one that nobody has been in touch with for longest, planned or not; null without leads
    UtcMs waitsSince = 0;
    std::optional<int> limit; ///< how many it should have at most

    bool isOverLimit() const { return limit && leads->ids.size() > size_t(*limit); }
};

/// The leads of one owner, beside the columns of the board.
struct BoardLane
{
    QString owner; ///< empty for nobody
    std::vector<LeadListPtr> cells; ///< one for each column
    qint64 count = 0;
    MoneySum value;
};

struct Board
{
    std::vector<BoardColumn> columns;
    std::vector<BoardLane> lanes; ///< by name; none unless they were asked for
};

struct BoardQuery
{
    FieldId by = LeadField::Temperature; ///< one of boardAxes()
    Filter filter; ///< usually outcome:open
    std::vector<SortKey> sort; ///< next follow-up first when empty
    bool ownOrder = false; ///< as the user arranged the cards, in place of `sort`; what nobody moved: newest first
    bool lanes = false; ///< by owner
    PastMoment past = std::nullopt; ///< as it stood on the evening of a past day; nobody knows what was planned then
};

/// What a board can have as columns: temperature, stage, owner, source, and the choices that the user made.
std::vector<FieldId> boardAxes(const Vocabulary &words);

/// The neighbours that a card is put between, in the user's own order.
struct CardSpot
{
    LeadId above;
    LeadId below;
};

/// What putting a card somewhere changes; the unset parts stay.
struct CardMove
{
    LeadMove move;
    std::vector<FieldEdit> edits;
    std::optional<CardSpot> spot;
};

/// What putting a card into a column changes.
CardMove moveInto(FieldId by, const BoardColumn &column, const Vocabulary &words);

/// The board: its columns from the columns of core/index, and what it is told by hand. Writes are one undoable change each. Thread of the
/// workspace.
class BoardService
{
public:
    explicit BoardService(std::shared_ptr<Engine> engine);

    QFuture<Result<Board>> board(const BoardQuery &query, ProgressPtr progress = {});

    /// Moves cards to another column, another owner, another spot, all at once. Errors as for LeadService::move().
    QFuture<Result<Written>> move(std::vector<LeadId> ids, const CardMove &move, ProgressPtr progress = {});
    /// A soft limit of a column: nothing is refused, the board says when there are more. None takes it away. Error: InvalidValue for
    /// less than one.
    QFuture<Result<Written>> setLimit(FieldId by, const BoardColumn &column, std::optional<int> most);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
