// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// The board: what its heads say of all leads, where cards go, and what it is told by hand.
class TestBoardService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLongestWaitIsOfAllLeads();
    void lanesAreOwnersAndAddUp();
    void everyMemberHasAColumn();
    void sourcesAreColumns();
    void aCardGoesToAnotherColumnLaneAndSpotInOneChange();
    void theOwnOrderOutlivesARestartAndUndoes();
    void aFullGapIsSpreadWithoutMovingAnyCard();
    void aLimitIsSoftAndUndoes();
    void aLimitBelowOneIsRefused();
};

namespace {

constexpr qint64 day = 24 * 3'600'000;

std::vector<QString> names(TemporaryWorkspace &w, const LeadListPtr &list)
{
    std::vector<QString> names;
    for (const LeadId id : list->ids)
        names.push_back(w.lead(id).name);
    return names;
}

Board boardOf(TemporaryWorkspace &w, FieldId by, bool ownOrder = false, bool lanes = false)
{
    BoardQuery query;
    query.by = by;
    query.ownOrder = ownOrder;
    query.lanes = lanes;
    return answerOf(w->board().board(query));
}

const BoardColumn &columnOf(const Board &board, const QString &name)
{
    const auto found = std::find_if(board.columns.begin(), board.columns.end(), [&](const BoardColumn &c) { return c.name == name; });
    if (found == board.columns.end())
        qFatal("no column %s", qPrintable(name));
    return *found;
}

void give(TemporaryWorkspace &w, LeadId lead, const QString &owner)
{
    LeadMove move;
    move.owner = owner;
    answerOf(w->leads().move({lead}, move));
}

} // namespace

void TestBoardService::theLongestWaitIsOfAllLeads()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    const LeadId jan = w.add(u"Jan"_s);
    Activity call;
    call.lead = marta;
    call.kind = ActivityKind::Call;
    call.at = TemporaryWorkspace::noon - 44 * day;
    answerOf(w->leads().log(call));
    call.lead = jan;
    call.at = TemporaryWorkspace::noon - 3 * day;
    answerOf(w->leads().log(call));
    const Board board = boardOf(w, LeadField::Temperature);
    const BoardColumn &cold = columnOf(board, u"Cold"_s);
    QCOMPARE(cold.waitsLongest, marta);
    QCOMPARE(cold.waitsSince, TemporaryWorkspace::noon - 44 * day);
    QVERIFY(columnOf(board, u"Hot"_s).waitsLongest.isNull());
}

void TestBoardService::lanesAreOwnersAndAddUp()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    const LeadId jan = w.add(u"Jan"_s);
    const LeadId ana = w.add(u"Ana"_s);
    give(w, jan, u"Tom"_s);
    give(w, ana, QString());
    answerOf(w->leads().edit({marta, jan}, {{LeadField::Value, u"1000"_s}}));
    LeadMove hot;
    hot.temperature = Temperature::Hot;
    answerOf(w->leads().move({marta}, hot));
    const Board board = boardOf(w, LeadField::Temperature, false, true);
    QCOMPARE(board.lanes.size(), 3U);
    QCOMPARE(board.lanes[0].owner, u"Ines"_s);
    QCOMPARE(board.lanes[1].owner, u"Tom"_s);
    QCOMPARE(board.lanes[2].owner, QString());
    QCOMPARE(board.lanes[0].cells[2]->ids, std::vector{marta});
    QVERIFY(board.lanes[0].cells[0]->ids.empty());
    QCOMPARE(board.lanes[1].cells[0]->ids, std::vector{jan});
    QCOMPARE(board.lanes[1].value.parts().front().minor, 100'000);
    for (size_t column = 0; column < board.columns.size(); ++column) {
        size_t inLanes = 0;
        for (const BoardLane &lane : board.lanes)
            inLanes += lane.cells[column]->ids.size();
        QCOMPARE(inLanes, board.columns[column].leads->ids.size());
    }
}

void TestBoardService::everyMemberHasAColumn()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    give(w, marta, u"Tom"_s); // Ines has none left
    const Board board = boardOf(w, LeadField::Owner);
    QCOMPARE(columnOf(board, u"Tom"_s).leads->ids.size(), 1U);
    QVERIFY(columnOf(board, u"Ines"_s).leads->ids.empty());
    answerOf(w->board().move({marta}, moveInto(LeadField::Owner, columnOf(board, u"Ines"_s), *w->vocabulary())));
    QCOMPARE(w.lead(marta).owner, u"Ines"_s);
}

void TestBoardService::sourcesAreColumns()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    const LeadId jan = w.add(u"Jan"_s);
    answerOf(w->leads().edit({marta}, {{LeadField::Source, u"Fair"_s}}));
    const Board board = boardOf(w, LeadField::Source);
    QCOMPARE(board.columns.size(), 2U);
    QCOMPARE(board.columns.back().name, QString()); // without a source: last
    answerOf(w->board().move({jan}, moveInto(LeadField::Source, columnOf(board, u"Fair"_s), *w->vocabulary())));
    QCOMPARE(w.lead(jan).source, u"Fair"_s);
    answerOf(w->board().move({jan}, moveInto(LeadField::Source, board.columns.back(), *w->vocabulary())));
    QCOMPARE(w.lead(jan).source, QString());
}

void TestBoardService::aCardGoesToAnotherColumnLaneAndSpotInOneChange()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    const LeadId jan = w.add(u"Jan"_s);
    const LeadId ana = w.add(u"Ana"_s);
    LeadMove hot;
    hot.temperature = Temperature::Hot;
    answerOf(w->leads().move({jan, ana}, hot));
    CardMove move;
    move.move.temperature = Temperature::Hot;
    move.move.owner = u"Tom"_s;
    move.spot = CardSpot{ana, jan};
    const Written written = answerOf(w->board().move({marta}, move));
    QCOMPARE(names(w, columnOf(boardOf(w, LeadField::Temperature, true), u"Hot"_s).leads), (std::vector{u"Ana"_s, u"Marta"_s, u"Jan"_s}));
    QCOMPARE(w.lead(marta).owner, u"Tom"_s);
    QCOMPARE(w->history().nextUndo()->id, written.change);
    answerOf(w->history().undo());
    QCOMPARE(w.lead(marta).owner, u"Ines"_s);
    QCOMPARE(names(w, columnOf(boardOf(w, LeadField::Temperature, true), u"Cold"_s).leads), std::vector{u"Marta"_s});
}

void TestBoardService::theOwnOrderOutlivesARestartAndUndoes()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    const LeadId jan = w.add(u"Jan"_s);
    const LeadId ana = w.add(u"Ana"_s);
    QCOMPARE(names(w, columnOf(boardOf(w, LeadField::Temperature, true), u"Cold"_s).leads), (std::vector{u"Ana"_s, u"Jan"_s, u"Marta"_s}));
    CardMove top;
    top.spot = CardSpot{{}, ana};
    answerOf(w->board().move({marta}, top));
    CardMove between;
    between.spot = CardSpot{marta, ana};
    answerOf(w->board().move({jan}, between));
    w.open();
    // The same order on every board.
    QCOMPARE(names(w, columnOf(boardOf(w, LeadField::Owner, true), u"Ines"_s).leads), (std::vector{u"Marta"_s, u"Jan"_s, u"Ana"_s}));
    QCOMPARE(w->history().nextUndo()->label, u"Arrange the board"_s);
    answerOf(w->history().undo());
    answerOf(w->history().undo());
    QCOMPARE(names(w, columnOf(boardOf(w, LeadField::Owner, true), u"Ines"_s).leads), (std::vector{u"Ana"_s, u"Jan"_s, u"Marta"_s}));
}

void TestBoardService::aFullGapIsSpreadWithoutMovingAnyCard()
{
    TemporaryWorkspace w;
    const LeadId first = w.add(u"First"_s);
    std::vector<LeadId> added;
    for (int i = 0; i < 70; ++i)
        added.push_back(w.add(u"Lead %1"_s.arg(i)));
    // Each is put right above the first: 61 halvings of the gap and it is full.
    std::vector<QString> expected;
    for (const LeadId id : added) {
        CardMove move;
        move.spot = CardSpot{expected.empty() ? LeadId() : added[expected.size() - 1], first};
        answerOf(w->board().move({id}, move));
        expected.push_back(w.lead(id).name);
    }
    expected.push_back(u"First"_s);
    QCOMPARE(names(w, columnOf(boardOf(w, LeadField::Temperature, true), u"Cold"_s).leads), expected);
}

void TestBoardService::aLimitIsSoftAndUndoes()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s);
    const Board before = boardOf(w, LeadField::Temperature);
    QVERIFY(!before.columns.front().limit);
    answerOf(w->board().setLimit(LeadField::Temperature, before.columns.front(), 1));
    QVERIFY(!boardOf(w, LeadField::Temperature).columns.front().isOverLimit());
    w.add(u"Jan"_s); // nothing is refused
    QVERIFY(boardOf(w, LeadField::Temperature).columns.front().isOverLimit());
    QVERIFY(!boardOf(w, LeadField::Temperature).columns.back().limit); // of that column alone
    const Written changed = answerOf(w->board().setLimit(LeadField::Temperature, before.columns.front(), 2));
    QVERIFY(!boardOf(w, LeadField::Temperature).columns.front().isOverLimit());
    answerOf(w->history().undo(changed.change));
    QCOMPARE(boardOf(w, LeadField::Temperature).columns.front().limit, std::optional(1));
    answerOf(w->board().setLimit(LeadField::Temperature, before.columns.front(), std::nullopt));
    QVERIFY(!boardOf(w, LeadField::Temperature).columns.front().limit);
}

void TestBoardService::aLimitBelowOneIsRefused()
{
    TemporaryWorkspace w;
    const Board board = boardOf(w, LeadField::Temperature);
    QCOMPARE(errorOf(w->board().setLimit(LeadField::Temperature, board.columns.front(), 0)).code, ErrorCode::InvalidValue);
}

QTEST_GUILESS_MAIN(TestBoardService)
#include "tst_boardservice.moc"
