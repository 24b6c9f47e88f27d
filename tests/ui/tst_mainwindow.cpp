// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/import/importview.h"
#include "ui/pages/segmentspage.h"

#include <QAccessible>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>
#include <QTreeWidget>

using namespace kindling;
using namespace Qt::StringLiterals;

/// The frame around the pages.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoAndRedoNameWhatTheyDo();
    void whatIsNotSavedIsToldBeforeTheEnd();
    void anImportIsGoneOnWith();
    void undoFromTheHistoryTellsWhatStays();
    void aFileDroppedOnATextFieldOpensTheImport();
    void textDroppedOnATextFieldIsText();
    void theRailCounts();
    void thePanelClosesAndComesBack();
    void noShortcutIsGivenTwice();
    void everyPageIsReachedByKeyboard();
    void everyPageIsReachedByAssistivePrograms();
    void controlsHaveNamesOfTheirOwn();
    void commandsMoveTheChosenLead();
    void nothingIsDoneToALeadThatIsNotListed();
};

void TestMainWindow::undoAndRedoNameWhatTheyDo()
{
    Desk desk;
    QAction *undo = desk.action(u"Undo"_s);
    QAction *redo = desk.action(u"Redo"_s);
    QVERIFY(!undo->isEnabled() && !redo->isEnabled());
    const LeadId marta = desk.workspace.add(u"Marta & Sons"_s);
    LeadMove hot;
    hot.temperature = Temperature::Hot;
    answerOf(desk.workspace->leads().move({marta}, hot));
    QTRY_COMPARE(undo->text(), u"Undo: "_s + desk.workspace->history().nextUndo()->label.replace(u'&', u"&&"_s));
    QVERIFY(undo->text().contains(u"Marta && Sons"_s)); // no mnemonic out of a name
    undo->trigger();
    QTRY_VERIFY(redo->isEnabled());
    QVERIFY(redo->text().startsWith(u"Redo: "_s));
    QCOMPARE(desk.workspace.lead(marta).temperature, Temperature::Cold);
    redo->trigger();
    QTRY_COMPARE(desk.workspace.lead(marta).temperature, Temperature::Hot);
}

void TestMainWindow::whatIsNotSavedIsToldBeforeTheEnd()
{
    Desk desk;
    desk.action(u"Segments"_s)->trigger();
    auto *page = desk.window().findChild<SegmentsPage *>();
    page->startNew();
    desk.waitForNamed<QLineEdit>(u"Name of the segment"_s)->setText(u"Lost work"_s);
    QVERIFY(!desk.window().close());
    QTRY_VERIFY(desk.dialog());
    QVERIFY(mentions(desk.dialog(), u"Not saved yet: 1 segment."_s));
    waitForButton(desk.dialog(), u"Go back"_s)->click();
    QVERIFY(desk.window().isVisible());
    QTRY_VERIFY(!desk.dialog());
    QSignalSpy others(&desk.window(), &MainWindow::openWorkspaceWanted);
    desk.action(u"Open workspace"_s)->trigger(); // the window goes then, too
    QTRY_VERIFY(desk.dialog());
    QCOMPARE(others.size(), 0);
    waitForButton(desk.dialog(), u"Go on"_s)->click();
    QTRY_COMPARE(others.size(), 1);
    QTRY_VERIFY(!desk.dialog());
    QVERIFY(!desk.window().close());
    QTRY_VERIFY(desk.dialog());
    waitForButton(desk.dialog(), u"End without saving"_s)->click();
    QTRY_VERIFY(!desk.window().isVisible());
}

/// What was chosen of its columns is still there.
void TestMainWindow::anImportIsGoneOnWith()
{
    Desk desk;
    desk.window().importFile(desk.workspace.write(u"fair.csv"_s, "Name,Email\nMarta,marta@estrela.example\n"));
    auto *import = desk.window().findChild<ImportView *>();
    QTRY_VERIFY(import->isVisible() && visibleButton(import, u"Import 1"_s));
    desk.action(u"Companies"_s)->trigger();
    QTRY_VERIFY(!import->isVisible());
    desk.action(u"Import …"_s)->trigger();
    QTRY_VERIFY(import->isVisible());
    QVERIFY(!desk.dialog());
    waitForButton(import, u"Cancel"_s)->click();
    QTRY_VERIFY(!import->isVisible());
    QVERIFY(!import->isWaiting());
}

/// As the Undo of the menu does.
void TestMainWindow::undoFromTheHistoryTellsWhatStays()
{
    Desk desk;
    desk.workspace.import(desk.workspace.write(u"fair.csv"_s, "Name,Email\nMarta,marta@estrela.example\nJan,jan@peters.example\n"));
    const LeadId edited = desk.workspace.list({})->ids.front();
    answerOf(desk.workspace->leads().edit({edited}, {{LeadField::City, u"Porto"_s}}));
    desk.action(u"Leads"_s)->trigger();
    QTRY_COMPARE(desk.rows(), 2);
    desk.waitForNamed<QTableView>(u"Leads"_s)->setCurrentIndex(desk.waitForNamed<QTableView>(u"Leads"_s)->model()->index(0, 0));
    QTreeWidget *history = nullptr;
    for (QTabWidget *tabs : desk.window().findChildren<QTabWidget *>()) {
        if (auto *found = tabs->findChild<QTreeWidget *>(); found && found->accessibleName() == u"History of changes"_s) {
            tabs->setCurrentWidget(found);
            history = found;
        }
    }
    QVERIFY(history);
    QTRY_VERIFY(history->isVisible() && history->topLevelItemCount() > 0);
    const QTreeWidgetItem *import = history->topLevelItem(history->topLevelItemCount() - 1);
    QVERIFY2(import->text(0).startsWith(u"Import"_s), qPrintable(import->text(0)));
    Q_EMIT history->customContextMenuRequested(history->visualItemRect(import).center());
    auto *menu = history->findChild<QMenu *>();
    QVERIFY(menu);
    menu->actions().front()->trigger();
    menu->close();
    QTRY_VERIFY(desk.dialog());
    const auto *kept = desk.dialog()->findChild<QTableWidget *>();
    QVERIFY(kept);
    QCOMPARE(kept->rowCount(), 1);
    QVERIFY(mentions(&desk.window(), u"Taken back: Import"_s));
    desk.dialog()->close();
    QTRY_COMPARE(desk.rows(), 1);
    QCOMPARE(desk.workspace.lead(edited).city, u"Porto"_s);
}

void TestMainWindow::aFileDroppedOnATextFieldOpensTheImport()
{
    Desk desk;
    auto *find = desk.waitForNamed<QLineEdit>(u"Find"_s);
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(desk.workspace.write(u"fair.csv"_s, "Name,Email\nMarta,marta@estrela.example\n"))});
    file.setText(u"/somewhere/fair.csv"_s); // as file managers add it
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(find, &enter);
    QVERIFY(enter.isAccepted());
    QTRY_VERIFY(desk.named<QWidget>(u"Drop to import"_s));
    QDropEvent drop({5, 5}, Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(find, &drop);
    QVERIFY(!desk.named<QWidget>(u"Drop to import"_s));
    QTRY_VERIFY(showsText(&desk.window(), u"Import fair.csv"_s));
    QCOMPARE(find->text(), QString());
}

void TestMainWindow::textDroppedOnATextFieldIsText()
{
    Desk desk;
    auto *find = desk.waitForNamed<QLineEdit>(u"Find"_s);
    QMimeData text;
    text.setText(u"Marta"_s);
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(find, &enter);
    QVERIFY(enter.isAccepted());
    QVERIFY(!desk.named<QWidget>(u"Drop to import"_s));
}

void TestMainWindow::theRailCounts()
{
    Desk desk;
    desk.workspace.add(u"Marta"_s, u"Padaria Estrela"_s);
    desk.workspace.add(u"Jan"_s, u"Padaria Estrela"_s);
    const auto count = [&](const QString &page) {
        const QPushButton *entry = desk.waitForButton(page);
        for (const QLabel *label : entry->findChildren<QLabel *>())
            return label->text();
        return QString();
    };
    QTRY_COMPARE(count(u"Leads"_s), u"2"_s);
    QTRY_COMPARE(count(u"Companies"_s), u"1"_s);
    QCOMPARE(count(u"Today"_s), QString());
}

void TestMainWindow::thePanelClosesAndComesBack()
{
    Desk desk;
    desk.workspace.add(u"Marta Oliveira"_s);
    desk.action(u"Leads"_s)->trigger();
    QTRY_COMPARE(desk.rows(), 1);
    desk.waitForNamed<QTableView>(u"Leads"_s)->setCurrentIndex(desk.waitForNamed<QTableView>(u"Leads"_s)->model()->index(0, 0));
    QTRY_VERIFY(showsText(&desk.window(), u"Marta Oliveira"_s));
    desk.waitForButton(u"Close the lead panel"_s)->click();
    QVERIFY(!desk.button(u"Close the lead panel"_s));
    desk.action(u"Settings"_s)->trigger();
    desk.action(u"Leads"_s)->trigger();
    QVERIFY(!desk.button(u"Close the lead panel"_s)); // the page remembers
    auto *table = desk.waitForNamed<QTableView>(u"Leads"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return); // opening a lead brings it back
    QTRY_VERIFY(desk.button(u"Close the lead panel"_s));
    desk.action(u"Lead panel"_s)->trigger();
    QVERIFY(!desk.button(u"Close the lead panel"_s));
}

void TestMainWindow::noShortcutIsGivenTwice()
{
    QSet<QString> given;
    for (const CommandInfo &info : commands()) {
        const QString keys = QString::fromLatin1(info.shortcut);
        QVERIFY2(keys.isEmpty() || !given.contains(keys), qPrintable(keys));
        given.insert(keys);
    }
    Desk desk;
    for (const QAction *menu : desk.window().menuBar()->actions()) { // one and the same key would do neither
        const QString keys = QKeySequence::mnemonic(menu->text()).toString(QKeySequence::PortableText);
        QVERIFY2(!keys.isEmpty() && !given.contains(keys), qPrintable(menu->text()));
    }
}

void TestMainWindow::everyPageIsReachedByKeyboard()
{
    Desk desk;
    desk.workspace.add(u"Marta"_s);
    QVERIFY(QTest::qWaitForWindowActive(&desk.window(), patienceMs));
    const std::pair<Qt::Key, QString> pages[] = {{Qt::Key_1, u"Today"_s},     {Qt::Key_2, u"Leads"_s},   {Qt::Key_3, u"Board"_s},
                                                 {Qt::Key_4, u"Companies"_s}, {Qt::Key_5, u"Reports"_s}, {Qt::Key_Comma, u"Settings"_s}};
    for (const auto &[key, title] : pages) {
        QTest::keyClick(&desk.window(), key, Qt::ControlModifier);
        QTRY_VERIFY2(showsText(&desk.window(), title), qPrintable(title));
        QVERIFY2(QApplication::focusWidget() != nullptr, qPrintable(title));
    }
}

void TestMainWindow::everyPageIsReachedByAssistivePrograms()
{
    Desk desk;
    desk.workspace.add(u"Marta"_s);
    for (const QString &page :
         {u"Board"_s, u"Companies"_s, u"Reports"_s, u"Segments"_s, u"Campaigns"_s, u"Settings"_s, u"Today"_s, u"Leads"_s}) {
        auto *entry = desk.waitForNamed<QPushButton>(page);
        QVERIFY2(entry, qPrintable(page));
        // They toggle what can be checked; they do not click it.
        QAccessible::queryAccessibleInterface(entry)->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY2(entry->isChecked(), qPrintable(page));
        QTRY_VERIFY2(showsText(&desk.window(), page), qPrintable(page));
    }
}

void TestMainWindow::controlsHaveNamesOfTheirOwn()
{
    Desk desk;
    desk.workspace.add(u"Marta"_s, u"Padaria Estrela"_s);
    for (const QString &page : {u"Today"_s, u"Leads"_s, u"Board"_s, u"Companies"_s, u"Campaigns"_s, u"Reports"_s, u"Settings"_s}) {
        desk.action(page)->trigger();
        QTest::qWait(60);
        QHash<QString, QString> seen;
        for (const QWidget *widget : desk.window().findChildren<QWidget *>()) {
            const auto *push = qobject_cast<const QPushButton *>(widget);
            const bool control = push || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
            const bool part = widget->parentWidget() && widget->parentWidget()->inherits("QComboBox");
            if (!control || !widget->isVisible() || part || widget->inherits("QHeaderView"))
                continue;
            const QString own = widget->accessibleName().isEmpty() && push ? push->text().trimmed() : widget->accessibleName();
            const QString kind = push ? u"button "_s : QString::fromLatin1(widget->metaObject()->className());
            QVERIFY2(!own.isEmpty(), qPrintable(page + u": "_s + kind));
            QVERIFY2(!seen.contains(kind + own), qPrintable(page + u": twice "_s + kind + own));
            seen.insert(kind + own, own);
        }
    }
}

void TestMainWindow::commandsMoveTheChosenLead()
{
    Desk desk;
    const LeadId marta = desk.workspace.add(u"Marta"_s);
    desk.action(u"Leads"_s)->trigger();
    QTRY_COMPARE(desk.rows(), 1);
    desk.waitForNamed<QTableView>(u"Leads"_s)->setCurrentIndex(desk.waitForNamed<QTableView>(u"Leads"_s)->model()->index(0, 0));
    desk.action(u"Move to hot"_s)->trigger();
    QTRY_COMPARE(desk.workspace.lead(marta).temperature, Temperature::Hot);
    desk.action(u"Mark as won"_s)->trigger();
    QTRY_VERIFY(mentions(&desk.window(), u"won now"_s)); // first: it goes by itself
    desk.waitForButton(u"Undo"_s)->click(); // in the toast
    QTRY_COMPARE(desk.workspace.lead(marta).outcome, Outcome::Open);
}

void TestMainWindow::nothingIsDoneToALeadThatIsNotListed()
{
    Desk desk;
    const LeadId marta = desk.workspace.add(u"Marta Oliveira"_s);
    desk.action(u"Leads"_s)->trigger();
    QTRY_COMPARE(desk.rows(), 1);
    auto *table = desk.waitForNamed<QTableView>(u"Leads"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTRY_VERIFY(showsText(&desk.window(), u"Marta Oliveira"_s)); // in the panel
    desk.waitForNamed<QLineEdit>(u"Filter leads"_s)->setText(u"zzzz"_s);
    QTRY_VERIFY(!showsText(&desk.window(), u"Marta Oliveira"_s));
    desk.action(u"Archive"_s)->trigger();
    QTest::qWait(50);
    QVERIFY(!desk.workspace.lead(marta).archived);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
