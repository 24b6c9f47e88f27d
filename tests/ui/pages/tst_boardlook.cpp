// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/boardtable.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// How the user arranges the board: order, lanes, limits, what a card shows.
class TestBoardLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSortedBoardSaysHowToArrange();
    void theOwnOrderTakesDropsAndKeys();
    void aLimitIsSetAndSaidWhenItIsPassed();
    void filtersByOwner();
    void lanesTellOwnersApart();
    void theCardShowsWhatIsChosen();
    void theLookIsRemembered();
};

void TestBoardLook::aSortedBoardSaysHowToArrange()
{
    BoardTable board;
    const LeadId marta = board.workspace.add(u"Marta"_s);
    board.workspace.add(u"Jan"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 2);
    QString said;
    connect(&board.page, &Page::message, this, [&](const QString &text, bool) { said = text; });
    board.drop({marta}, u"Cold"_s, 10);
    QTRY_COMPARE(said, u"The board is sorted by next step. Choose “My own order” above to arrange cards by hand."_s);
}

void TestBoardLook::theOwnOrderTakesDropsAndKeys()
{
    BoardTable board;
    board.pick(u"Order"_s, u"My own order"_s); // before there are cards: in either order these would stand alike
    const LeadId marta = board.workspace.add(u"Marta"_s);
    const LeadId jan = board.workspace.add(u"Jan"_s);
    board.workspace.add(u"Ana"_s);
    QTRY_COMPARE(board.names(u"Cold"_s), (QStringList{u"Ana"_s, u"Jan"_s, u"Marta"_s}));
    board.drop({marta}, u"Cold"_s, 4); // on the upper half of the first card
    QTRY_COMPARE(board.names(u"Cold"_s), (QStringList{u"Marta"_s, u"Ana"_s, u"Jan"_s}));
    board.choose(u"Cold"_s, 2);
    board.press(u"Cold"_s, Qt::Key_Up, Qt::ControlModifier);
    QTRY_COMPARE(board.names(u"Cold"_s), (QStringList{u"Marta"_s, u"Jan"_s, u"Ana"_s}));
    QCOMPARE(board.column(u"Cold"_s)->current(), jan);
    board.press(u"Cold"_s, Qt::Key_Down, Qt::ControlModifier);
    QTRY_COMPARE(board.names(u"Cold"_s), (QStringList{u"Marta"_s, u"Ana"_s, u"Jan"_s}));
    answerOf(board.workspace->history().undo());
    QTRY_COMPARE(board.names(u"Cold"_s), (QStringList{u"Marta"_s, u"Jan"_s, u"Ana"_s}));
}

void TestBoardLook::aLimitIsSetAndSaidWhenItIsPassed()
{
    BoardTable board;
    board.workspace.add(u"Marta"_s);
    board.workspace.add(u"Jan"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 2);
    board.pick(u"More about Cold"_s, u"Set a limit …"_s);
    QSpinBox *most = nullptr;
    QTRY_VERIFY((most = visibleNamed<QSpinBox>(&board.page, u"Leads at most"_s)));
    most->setValue(1);
    QTest::keyClick(most, Qt::Key_Return);
    QTRY_VERIFY(showsText(&board.page, u"2 of at most 1"_s));
    board.pick(u"More about Cold"_s, u"No limit"_s);
    QTRY_VERIFY(showsText(&board.page, u"2"_s));
}

void TestBoardLook::filtersByOwner()
{
    BoardTable board;
    board.workspace.add(u"Marta"_s);
    const LeadId jan = board.workspace.add(u"Jan"_s);
    LeadMove move;
    move.owner = u"Tom & Co"_s;
    answerOf(board.workspace->leads().move({jan}, move));
    QTRY_COMPARE(board.cards(u"Cold"_s), 2);
    board.pick(u"Owner"_s, u"Mine"_s);
    QTRY_COMPARE(board.names(u"Cold"_s), QStringList{u"Marta"_s});
    board.pick(u"Owner"_s, u"Tom && Co"_s);
    QTRY_COMPARE(board.names(u"Cold"_s), QStringList{u"Jan"_s});
    board.pick(u"Owner"_s, u"Nobody"_s);
    QTRY_VERIFY(mentions(&board.page, u"No open lead matches"_s));
    board.pick(u"Owner"_s, u"Anyone"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 2);
}

void TestBoardLook::lanesTellOwnersApart()
{
    BoardTable board;
    const LeadId marta = board.workspace.add(u"Marta"_s);
    const LeadId jan = board.workspace.add(u"Jan"_s);
    LeadMove move;
    move.owner = u"Tom"_s;
    answerOf(board.workspace->leads().move({jan}, move));
    board.pick(u"What the cards show"_s, u"Lanes by owner"_s);
    QTRY_VERIFY(mentions(&board.page, u"Tom   1 lead"_s));
    QCOMPARE(board.page->findChildren<BoardColumnView *>().size(), 6);
    // Dropped into the lane of somebody else it is theirs.
    const QList<CardList *> lists = board.page->findChildren<CardList *>();
    const auto cell =
        std::find_if(lists.begin(), lists.end(), [](const CardList *l) { return l->accessibleName().startsWith(u"Tom, Hot"_s); });
    QVERIFY(cell != lists.end());
    Q_EMIT(*cell)->dropped({marta}, 0);
    QTRY_COMPARE(board.workspace.lead(marta).owner, u"Tom"_s);
    QCOMPARE(board.workspace.lead(marta).temperature, Temperature::Hot);
    QTRY_COMPARE(board.page->findChildren<BoardColumnView *>().size(), 3); // Ines has none left
}

void TestBoardLook::theCardShowsWhatIsChosen()
{
    BoardTable board;
    board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    const int before = board.column(u"Cold"_s)->rowHeight();
    board.pick(u"What the cards show"_s, u"City"_s);
    const int withCity = board.column(u"Cold"_s)->rowHeight();
    QCOMPARE(withCity, before + 23); // a line more
    board.pick(u"What the cards show"_s, u"Value"_s); // beside the name: no line of its own
    QCOMPARE(board.column(u"Cold"_s)->rowHeight(), withCity);
    CardList *list = board.column(u"Cold"_s)->list();
    QTRY_COMPARE(list->visualRect(list->model()->index(0, 0)).height(), withCity);
}

void TestBoardLook::theLookIsRemembered()
{
    BoardTable board;
    board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    board.pick(u"Columns by"_s, u"Stage"_s);
    board.pick(u"Order"_s, u"Value, highest first"_s);
    board.pick(u"What the cards show"_s, u"Company"_s);
    const BoardLook look = BoardLook::remembered(*board.workspace->vocabulary());
    QVERIFY(look.by == LeadField::Stage);
    QCOMPARE(look.sortKeys(), (std::vector<SortKey>{{LeadField::Value, true}}));
    QVERIFY(!look.shows(LeadField::Company));
    QVERIFY(look.shows(LeadField::NextFollowUp));
}

QTEST_MAIN(TestBoardLook)
#include "tst_boardlook.moc"
