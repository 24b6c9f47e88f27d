// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/boardtable.h"

using namespace kindling;
using namespace Qt::StringLiterals;

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
    void theMenuMovesWhereNoKeyReaches();
};

void TestBoardPage::saysWhatToDoWhenItIsEmpty()
{
    BoardTable board;
    QTRY_VERIFY(mentions(&board.page, u"Import a file, or add a lead"_s));
    bool wanted = false;
    connect(&board.page, &Page::importWanted, this, [&] { wanted = true; });
    waitForButton(&board.page, u"Import leads"_s)->click();
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
    QTRY_VERIFY(mentions(&board.page, u"225"_s));
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
    QMenu *axes = waitForButton(&board.page, u"Columns by"_s)->menu();
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
    auto *filter = waitForNamed<QLineEdit>(&board.page, u"Filter the board"_s);
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
    QTRY_VERIFY(mentions(&board.page, u"longest wait 44 d"_s));
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

QTEST_MAIN(TestBoardPage)
#include "tst_boardpage.moc"
