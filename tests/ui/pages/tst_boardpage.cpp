// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/board/boardcolumnview.h"
#include "ui/board/outcometarget.h"
#include "ui/pages/boardpage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

class Board
{
public:
    Board()
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
};

void TestBoardPage::saysWhatToDoWhenItIsEmpty()
{
    Board board;
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
    Board board;
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
    Board board;
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
    Board board;
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
    Board board;
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
    Board board;
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
    Board board;
    const LeadId marta = board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    const QAbstractItemModel *from = board.column(u"Cold"_s)->list()->model();
    const std::unique_ptr<QMimeData> drag(from->mimeData({from->index(0, 0)}));
    board.column(u"Hot"_s)->list()->model()->dropMimeData(drag.get(), Qt::MoveAction, -1, -1, {});
    QTRY_COMPARE(board.cards(u"Hot"_s), 1);
    QCOMPARE(board.workspace.lead(marta).temperature, Temperature::Hot);
}

void TestBoardPage::lostAsksWhy()
{
    Board board;
    const LeadId marta = board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    const QList<OutcomeTarget *> targets = board.page->findChildren<OutcomeTarget *>();
    QCOMPARE(targets.size(), 2);
    QVERIFY(!targets[1]->isVisible()); // they show while a card is dragged
    Q_EMIT board.column(u"Cold"_s)->dragBegan();
    QVERIFY(targets[1]->isVisible());
    Q_EMIT targets[1]->dropped({marta});
    Q_EMIT board.column(u"Cold"_s)->dragEnded();
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
    Board board;
    board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    QMenu *axes = visibleButton(&board.page, u"Columns by"_s)->menu();
    QCOMPARE(axes->actions().size(), 3);
    axes->actions()[1]->trigger();
    QTRY_COMPARE(board.cards(u"Prospect"_s), 1);
    QCOMPARE(board.page->findChildren<BoardColumnView *>().size(), qsizetype(board.workspace->vocabulary()->stages.size()));
    axes->actions()[2]->trigger();
    QTRY_COMPARE(board.cards(u"Ines"_s), 1);
}

void TestBoardPage::aFilterThatCannotBeReadSaysSo()
{
    Board board;
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
    Board board;
    board.workspace.add(u"Marta"_s);
    QTRY_COMPARE(board.cards(u"Cold"_s), 1);
    bool failed = false;
    connect(&board.page, &Page::failed, this, [&](const Error &) { failed = true; });
    Q_EMIT board.column(u"Warm"_s)->dropped({LeadId(4711)}); // no such lead any more
    QTRY_VERIFY(failed);
    QCOMPARE(board.cards(u"Cold"_s), 1);
    QCOMPARE(board.cards(u"Warm"_s), 0);
}

QTEST_MAIN(TestBoardPage)
#include "tst_boardpage.moc"
