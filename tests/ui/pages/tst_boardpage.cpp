// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/board/boardbar.h"
#include "ui/board/boardcolumnview.h"
#include "ui/board/boardview.h"
#include "ui/board/outcometarget.h"
#include "ui/pages/boardpage.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSpinBox>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

class BoardTable
{
public:
    BoardTable()
        : page(*workspace, m_theme, nullptr)
    {
    }

    /// The list of a column by its name, once the board is there.
    BoardColumnView *column(const QString &name)
    {
        for (BoardColumnView *view : page->findChildren<BoardColumnView *>()) {
            if (view->column().name == name)
                return view;
        }
        return nullptr;
    }
    qsizetype cards(const QString &name)
    {
        const BoardColumnView *view = column(name);
        return view && view->column().leads ? qsizetype(view->column().leads->ids.size()) : -1;
    }
    void choose(const QString &columnName, int row)
    {
        QListView *list = column(columnName)->list();
        list->setFocus();
        list->setCurrentIndex(list->model()->index(row, 0));
    }
    void press(const QString &columnName, Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(column(columnName)->list(), key, modifiers);
    }
    /// The names of a column's cards from the top.
    QStringList names(const QString &columnName)
    {
        QStringList names;
        const BoardColumnView *view = column(columnName);
        const std::vector<LeadId> ids = view->cards()->ids; // reading a lead lets the board show another list meanwhile
        for (const LeadId id : ids)
            names += workspace.lead(id).name;
        return names;
    }
    /// Chooses in the menu of a chip.
    void pick(const QString &chip, const QString &entry)
    {
        QMenu *menu = visibleButton(&page, chip)->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text() == entry) {
                action->trigger();
                return;
            }
        }
        qFatal("no entry %s", qPrintable(entry));
    }
    /// Drags leads over a column and lets them go at a height of its list, as the window system tells it.
    void drop(const std::vector<LeadId> &leads, const QString &columnName, int y)
    {
        QWidget *viewport = column(columnName)->list()->viewport();
        LeadFiles files(*workspace);
        const std::unique_ptr<QMimeData> carried(files.dragOf(leads));
        const QPoint at(40, y);
        QDragEnterEvent enter(at, Qt::MoveAction, carried.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent move(at, Qt::MoveAction, carried.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &move);
        QDropEvent drop(at, Qt::MoveAction, carried.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &drop);
    }
    BoardView *view() { return page->findChild<BoardView *>(); }

    TemporaryWorkspace workspace;

private:
    Theme m_theme;

public:
    Shown<BoardPage> page;
};

} // namespace

/// The open leads as cards in columns.
class TestBoardPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatToDoWhenItIsEmpty();
    void columnsCountAndSum();
    void aCardMovesByKeyboardAndUndoes();
    void severalCardsMoveAtOnce();
    void theFirstColumnHasNothingLeftOfIt();
    void arrowsGoFromColumnToColumn();
    void aDropMovesTheCard();
    void lostAsksWhy();
    void goesByStageAndOwner();
    void aFilterThatCannotBeReadSaysSo();
    void aFailedMoveLeavesTheCard();
    void theLongestWaitIsSaidAndFound();
    void theKeyboardFollowsTheCard();
    void severalColumnsGiveCardsToOneDrag();
    void escPutsTheCardBack();
    void aSortedBoardSaysHowToArrange();
    void theOwnOrderTakesDropsAndKeys();
    void aLimitIsSetAndSaidWhenItIsPassed();
    void filtersByOwner();
    void lanesTellOwnersApart();
    void theCardShowsWhatIsChosen();
    void theMenuMovesWhereNoKeyReaches();
    void theLookIsRemembered();
};

void TestBoardPage::saysWhatToDoWhenItIsEmpty()
{
    BoardTable board;
    QTRY_VERIFY(mentions(&board.page, u"Import a file, or add a lead"_s));
    bool wanted = false;
    connect(&board.page, &Page::importWanted, this, [&] { wanted = true; });
    visibleButton(&board.page, u"Import leads"_s)->click();
    QVERIFY(wanted);
    board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    QVERIFY(!mentions(&board.page, u"Import a file, or add a lead"_s));
}

void TestBoardPage::columnsCountAndSum()
{
    BoardTable board;
    const LeadId marta = board.workspace.add(u"Marta"_s);
    const LeadId jan = board.workspace.add(u"Jan"_s);
    answerOf(board.workspace->leads().edit({marta}, {{LeadField::Value, u"4000"_s}}));
    answerOf(board.workspace->leads().edit({jan}, {{LeadField::Value, u"500"_s}}));
    // A prospect closes with 5 %: 4,500 is weighted 225.
    QTRY_COMPARE(board.cards(u"Cold"_s), 2);
    QTRY_VERIFY(board.column(u"Cold"_s)->list()->accessibleName().startsWith(u"Cold, 2 leads, "_s));
    QTRY_VERIFY(board.column(u"Cold"_s)->list()->accessibleName().contains(u"4,500"_s));
    QVERIFY(mentions(&board.page, u"225"_s));
    QCOMPARE(board.cards(u"Warm"_s), 0);
    QCOMPARE(board.page->statusText().section(u"     "_s, 0, 0), u"2 open leads"_s);
}

void TestBoardPage::aCardMovesByKeyboardAndUndoes()
{
    BoardTable board;
    const LeadId marta = board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    QString said;
    connect(&board.page, &Page::message, this, [&](const QString &text, bool undoable) { said = undoable ? text : QString(); });
    board.choose(u"Cold"_s, 0);
    board.press(u"Cold"_s, Qt::Key_Right, Qt::ControlModifier);
    QTRY_COMPARE(board.cards(u"Warm"_s), 1);
    QTRY_COMPARE(said, u"Marta is warm now"_s);
    QCOMPARE(board.workspace.lead(marta).temperature, Temperature::Warm);
    answerOf(board.workspace->history().undo());
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
}

void TestBoardPage::severalCardsMoveAtOnce()
{
    BoardTable board;
    for (const QString &name : {u"Marta"_s, u"Jan"_s, u"Ana"_s})
        board.workspace.add(name);
    QTRY_COMPARE(board.cards(u"Cold"_s), 3);
    board.choose(u"Cold"_s, 0);
    board.column(u"Cold"_s)->list()->selectAll();
    board.press(u"Cold"_s, Qt::Key_Right, Qt::ControlModifier);
    QTRY_COMPARE(board.cards(u"Warm"_s), 3);
    answerOf(board.workspace->history().undo()); // one move, one undo
    QTRY_COMPARE(board.cards(u"Cold"_s), 3);
}

void TestBoardPage::theFirstColumnHasNothingLeftOfIt()
{
    BoardTable board;
    const LeadId marta = board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    board.choose(u"Cold"_s, 0);
    const auto before = board.workspace->history().nextUndo();
    board.press(u"Cold"_s, Qt::Key_Left, Qt::ControlModifier);
    QTest::qWait(30);
    QCOMPARE(board.workspace.lead(marta).temperature, Temperature::Cold);
    QCOMPARE(board.workspace->history().nextUndo()->id, before->id);
}

void TestBoardPage::arrowsGoFromColumnToColumn()
{
    BoardTable board;
    board.workspace.add(u"Marta"_s);
    const LeadId jan = board.workspace.add(u"Jan"_s);
    LeadMove hot;
    hot.temperature = Temperature::Hot;
    answerOf(board.workspace->leads().move({jan}, hot));
    QTRY_COMPARE(board.cards(u"Hot"_s), 1);
    board.choose(u"Cold"_s, 0);
    board.press(u"Cold"_s, Qt::Key_Right, Qt::NoModifier);
    QVERIFY(board.column(u"Warm"_s)->list()->hasFocus());
    board.press(u"Warm"_s, Qt::Key_Right, Qt::NoModifier);
    QVERIFY(board.column(u"Hot"_s)->list()->hasFocus());
    QCOMPARE(board.column(u"Hot"_s)->current(), jan);
    LeadId opened;
    connect(&board.page, &Page::leadOpened, this, [&](LeadId id) { opened = id; });
    board.press(u"Hot"_s, Qt::Key_Return, Qt::NoModifier);
    QCOMPARE(opened, jan);
}

void TestBoardPage::aDropMovesTheCard()
{
    BoardTable board;
    const LeadId marta = board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    board.drop({marta}, u"Hot"_s, 20);
    QTRY_COMPARE(board.cards(u"Hot"_s), 1);
    QCOMPARE(board.workspace.lead(marta).temperature, Temperature::Hot);
}

void TestBoardPage::lostAsksWhy()
{
    BoardTable board;
    const LeadId marta = board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    const QList<OutcomeTarget *> targets = board.page->findChildren<OutcomeTarget *>();
    QCOMPARE(targets.size(), 3);
    QVERIFY(!targets[1]->isVisible()); // they show while a card is dragged
    Q_EMIT board.column(u"Cold"_s)->list()->dragBegan();
    QVERIFY(targets[1]->isVisible());
    Q_EMIT targets[1]->dropped({marta});
    Q_EMIT board.column(u"Cold"_s)->list()->dragEnded();
    QVERIFY(!targets[1]->isVisible());
    QComboBox *reason = nullptr;
    QTRY_VERIFY((reason = visibleNamed<QComboBox>(&board.page, u"Reason"_s)));
    reason->setCurrentText(u"Too expensive"_s);
    QTest::keyClick(reason->lineEdit(), Qt::Key_Return);
    QTRY_COMPARE(board.workspace.lead(marta).outcome, Outcome::Lost);
    QCOMPARE(board.workspace.lead(marta).reason, u"Too expensive"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 0); // the board shows open leads
}

void TestBoardPage::goesByStageAndOwner()
{
    BoardTable board;
    board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    QMenu *axes = visibleButton(&board.page, u"Columns by"_s)->menu();
    QCOMPARE(axes->actions().size(), 4);
    axes->actions()[1]->trigger();
    QTRY_COMPARE(board.cards(u"Prospect"_s), 1);
    QCOMPARE(board.page->findChildren<BoardColumnView *>().size(), qsizetype(board.workspace->vocabulary()->stages.size()));
    axes->actions()[2]->trigger();
    QTRY_COMPARE(board.cards(u"Ines"_s), 1);
}

void TestBoardPage::aFilterThatCannotBeReadSaysSo()
{
    BoardTable board;
    board.workspace.add(u"Marta"_s);
    board.workspace.add(u"Jan"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 2);
    auto *filter = visibleNamed<QLineEdit>(&board.page, u"Filter the board"_s);
    filter->setText(u"marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    filter->setText(u"temperature:tepid"_s);
    QTRY_VERIFY(mentions(&board.page, u"tepid"_s));
    QCOMPARE(board.cards(u"Cold"_s), 1); // what was shown stays
}

void TestBoardPage::aFailedMoveLeavesTheCard()
{
    BoardTable board;
    board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    bool failed = false;
    connect(&board.page, &Page::failed, this, [&](const Error &) { failed = true; });
    Q_EMIT board.column(u"Warm"_s)->dropped({LeadId(4711)}, 0); // no such lead any more
    QTRY_VERIFY(failed);
    QCOMPARE(board.cards(u"Cold"_s), 1);
    QCOMPARE(board.cards(u"Warm"_s), 0);
}

void TestBoardPage::theLongestWaitIsSaidAndFound()
{
    BoardTable board;
    const LeadId marta = board.workspace.add(u"Marta"_s);
    board.workspace.clock().advance(qint64(44) * 24 * 3'600'000);
    board.workspace.add(u"Jan"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 2);
    QVERIFY(mentions(&board.page, u"longest wait 44 d"_s));
    board.pick(u"More about Cold"_s, u"Go to the longest wait"_s);
    QCOMPARE(board.column(u"Cold"_s)->current(), marta);
}

void TestBoardPage::theKeyboardFollowsTheCard()
{
    BoardTable board;
    const LeadId marta = board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    board.choose(u"Cold"_s, 0);
    board.press(u"Cold"_s, Qt::Key_Right, Qt::ControlModifier);
    QTRY_VERIFY(board.column(u"Warm"_s)->list()->hasFocus());
    QCOMPARE(board.column(u"Warm"_s)->selected(), std::vector{marta});
    board.press(u"Warm"_s, Qt::Key_Right, Qt::ControlModifier);
    QTRY_VERIFY(board.column(u"Hot"_s)->list()->hasFocus());
    QCOMPARE(board.workspace.lead(marta).temperature, Temperature::Hot);
}

void TestBoardPage::severalColumnsGiveCardsToOneDrag()
{
    BoardTable board;
    const LeadId marta = board.workspace.add(u"Marta"_s);
    const LeadId jan = board.workspace.add(u"Jan"_s);
    LeadMove hot;
    hot.temperature = Temperature::Hot;
    answerOf(board.workspace->leads().move({jan}, hot));
    QTRY_COMPARE(board.cards(u"Hot"_s), 1);
    const auto click = [&](const QString &name, Qt::KeyboardModifiers modifiers) {
        CardList *list = board.column(name)->list();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, modifiers, list->visualRect(list->model()->index(0, 0)).center());
    };
    click(u"Cold"_s, Qt::NoModifier);
    click(u"Hot"_s, Qt::ControlModifier);
    QCOMPARE(board.view()->selected().size(), 2U);
    QCOMPARE(board.view()->selected().front(), jan); // the one that was clicked last is the current one
    click(u"Cold"_s, Qt::NoModifier); // without Ctrl: that one alone
    QCOMPARE(board.view()->selected(), std::vector{marta});
}

void TestBoardPage::escPutsTheCardBack()
{
    BoardTable board;
    const LeadId marta = board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    board.choose(u"Cold"_s, 0);
    const auto before = board.workspace->history().nextUndo();
    Q_EMIT board.page->findChildren<OutcomeTarget *>()[1]->dropped({marta});
    QComboBox *reason = nullptr;
    QTRY_VERIFY((reason = visibleNamed<QComboBox>(&board.page, u"Reason"_s)));
    QTest::keyClick(reason, Qt::Key_Escape);
    QTRY_VERIFY(!visibleNamed<QComboBox>(&board.page, u"Reason"_s));
    QCOMPARE(board.workspace.lead(marta).outcome, Outcome::Open);
    QCOMPARE(board.workspace->history().nextUndo()->id, before->id); // nothing was written
    QCOMPARE(board.column(u"Cold"_s)->current(), marta);
    QVERIFY(board.column(u"Cold"_s)->list()->hasFocus());
}

void TestBoardPage::aSortedBoardSaysHowToArrange()
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

void TestBoardPage::theOwnOrderTakesDropsAndKeys()
{
    BoardTable board;
    const LeadId marta = board.workspace.add(u"Marta"_s);
    const LeadId jan = board.workspace.add(u"Jan"_s);
    board.workspace.add(u"Ana"_s);
    board.pick(u"Order"_s, u"My own order"_s);
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

void TestBoardPage::aLimitIsSetAndSaidWhenItIsPassed()
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

void TestBoardPage::filtersByOwner()
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

void TestBoardPage::lanesTellOwnersApart()
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

void TestBoardPage::theCardShowsWhatIsChosen()
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

void TestBoardPage::theMenuMovesWhereNoKeyReaches()
{
    BoardTable board;
    const LeadId marta = board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    board.choose(u"Cold"_s, 0);
    Q_EMIT board.column(u"Cold"_s)->list()->menuWanted(QPoint(10, 10));
    QMenu *to = nullptr;
    for (QMenu *menu : board.page->findChildren<QMenu *>()) {
        if (menu->title() == u"Move to"_s)
            to = menu;
    }
    QVERIFY(to);
    to->actions().last()->trigger();
    to->parentWidget()->close();
    QTRY_COMPARE(board.workspace.lead(marta).temperature, Temperature::Hot);
}

void TestBoardPage::theLookIsRemembered()
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

QTEST_MAIN(TestBoardPage)
#include "tst_boardpage.moc"
