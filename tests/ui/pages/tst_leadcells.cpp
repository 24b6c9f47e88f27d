// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/fieldservice.h"
#include "support/listedleads.h"
#include "ui/leads/bulkbar.h"
#include "ui/widgets/dayedit.h"

#include <QAbstractItemView>
#include <QCalendarWidget>
#include <QCompleter>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// A list in which a person types.
class Cells : public Leads
{
public:
    QModelIndex cell(FieldId field, int row = 0) { return table()->leads().index(row, table()->leads().columnOf(field)); }
    void goTo(FieldId field, int row = 0)
    {
        table()->setFocus();
        table()->setCurrentIndex(cell(field, row));
    }
    /// The editor of a cell, opened by its key.
    QWidget *edit(FieldId field, int row = 0)
    {
        goTo(field, row);
        QTest::keyClick(table(), Qt::Key_F2);
        for (QWidget *editor : table()->viewport()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            if (editor->isVisible() && editor->property("editedField").isValid())
                return editor;
        }
        qFatal("nothing is edited");
    }
    void show(LeadField field)
    {
        table()->setColumns({{LeadField::Name, 0}, {LeadField::Company, 0}, {field, 0}});
        QTRY_VERIFY(table()->leads().leadAt(0));
    }
};

} // namespace

/// Typing into the cells of the list: nothing is written that nobody typed, and nothing that was typed is lost.
class TestLeadCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavingAnEmptyDayLeavesItEmpty();
    void openingAndLeavingACellWritesNothing();
    void aDayIsTypedInWords();
    void aDayIsPickedInTheCalendar();
    void aCompanyThatIsThereIsOffered();
    void whatIsWrongStaysToBeMended();
    void whatIsWrongOutlivesALookElsewhere();
    void whatIsWrongGivesWayToAnotherValue();
    void deleteDoesNotTakeAName();
    void aNameIsNotEmptiedInPlace();
    void fromTheFilterIntoTheList();
    void theKeyboardStaysInItsColumn();
    void theMenuOpensWithoutAMenuKey();
    void emptyingAFieldOfManyIsAButtonOfItsOwn();
    void whatCannotBeReadStaysInItsQuestion();
    void whoIsNotListedIsNotChosen();
    void sortingShowsTheTop();
    void theFilterIsReachedFromAnywhereOnThePage();
    void anOwnViewIsSavedOver();
};

void TestLeadCells::leavingAnEmptyDayLeavesItEmpty()
{
    Cells cells;
    const LeadId ana = cells.add(u"Ana"_s, u"B"_s, 100);
    cells.show(LeadField::ExpectedClose);
    QTest::keyClick(cells.edit(LeadField::ExpectedClose), Qt::Key_Tab);
    QTRY_VERIFY(!cells.table()->isEditing() || cells.table()->currentIndex() != cells.cell(LeadField::ExpectedClose));
    QVERIFY(!cells.workspace.lead(ana).expectedClose);
    QCOMPARE(answerOf(cells.workspace->history().entries(10)).size(), size_t(1)); // that she was added
}

void TestLeadCells::openingAndLeavingACellWritesNothing()
{
    Cells cells;
    const auto addField = [&](const QString &label, FieldType type, const QStringList &options) {
        CustomField draft;
        draft.label = label;
        draft.type = type;
        for (const QString &option : options)
            draft.options.push_back({{}, option, false});
        answerOf(cells.workspace->fields().add(draft));
        const auto words = cells.workspace->vocabulary();
        return words->fields.back();
    };
    const CustomField one = addField(u"Tier"_s, FieldType::Choice, {u"Gold"_s, u"Silver"_s});
    const CustomField several = addField(u"Interests"_s, FieldType::Choices, {u"Ovens"_s, u"Mixers"_s});
    addField(u"Partner"_s, FieldType::YesNo, {});
    addField(u"Renewal"_s, FieldType::Date, {});
    const LeadId ana = cells.add(u"Ana"_s, u"B"_s, 100);
    answerOf(cells.workspace->leads().edit({ana}, {{one.id, u"Gold"_s}, {several.id, u"Ovens; Mixers"_s}}));
    answerOf(cells.workspace->fields().edit(one.id, u"Tier"_s, {one.options[1]})); // what she has is offered no more
    answerOf(cells.workspace->fields().edit(several.id, u"Interests"_s, {several.options[1]}));
    const size_t changes = answerOf(cells.workspace->history().entries(100)).size();
    const auto words = cells.workspace->vocabulary();
    int opened = 0;
    for (const FieldEntry &entry : fieldCatalogue(words.get())) {
        if (!entry.editable)
            continue;
        cells.table()->setColumns({{entry.field, 0}, {LeadField::Created, 0}}); // what Tab goes to is not edited
        QTRY_VERIFY(cells.table()->leads().leadAt(0));
        QWidget *editor = cells.edit(entry.field);
        QTest::keyClick(editor, Qt::Key_Tab);
        QTRY_VERIFY2(!cells.table()->isEditing(), qPrintable(entry.label));
        ++opened;
    }
    QVERIFY(opened > 30);
    QTest::qWait(50);
    QCOMPARE(answerOf(cells.workspace->history().entries(100)).size(), changes);
    const Lead now = cells.workspace.lead(ana);
    QVERIFY(!now.archived && !now.temperaturePinned);
    QCOMPARE(fieldText(now, several.id, {words.get(), {}}), u"Ovens; Mixers"_s);
}

void TestLeadCells::aDayIsTypedInWords()
{
    Cells cells;
    const LeadId ana = cells.add(u"Ana"_s, u"B"_s, 100);
    cells.show(LeadField::ExpectedClose);
    QWidget *editor = cells.edit(LeadField::ExpectedClose);
    QTest::keyClicks(editor, u"in 2 weeks"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(cells.workspace.lead(ana).expectedClose, QDate(2026, 3, 16)); // the clock says 2 March
    editor = cells.edit(LeadField::ExpectedClose);
    static_cast<QLineEdit *>(editor)->clear();
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(!cells.workspace.lead(ana).expectedClose);
}

void TestLeadCells::aDayIsPickedInTheCalendar()
{
    Cells cells;
    const LeadId ana = cells.add(u"Ana"_s, u"B"_s, 100);
    cells.show(LeadField::ExpectedClose);
    auto *editor = qobject_cast<DayEdit *>(cells.edit(LeadField::ExpectedClose));
    QVERIFY(editor);
    QTest::keyClick(editor, Qt::Key_Down, Qt::AltModifier);
    auto *calendar = editor->findChild<QCalendarWidget *>();
    QVERIFY(calendar && calendar->isVisible());
    QCOMPARE(calendar->selectedDate(), QDate(2026, 3, 2));
    Q_EMIT calendar->activated(QDate(2026, 3, 9));
    QCOMPARE(editor->text(), u"2026-03-09"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(cells.workspace.lead(ana).expectedClose, QDate(2026, 3, 9));
}

void TestLeadCells::aCompanyThatIsThereIsOffered()
{
    Cells cells;
    const LeadId ana = cells.add(u"Ana"_s, u"Alpha Bakery"_s, 100);
    cells.add(u"Eva"_s, u"Zeta Ovens"_s, 300);
    QTRY_COMPARE(cells.table()->leads().rowCount(), 2);
    QTRY_VERIFY(cells.table()->leads().leadAt(1));
    auto *editor = static_cast<QLineEdit *>(cells.edit(LeadField::Company, cells.table()->leads().rowOf(ana)));
    editor->selectAll();
    QTest::keyClicks(editor, u"zeta"_s);
    auto *offered = editor->findChild<QCompleter *>();
    QVERIFY(offered);
    QTRY_VERIFY(offered->popup()->isVisible());
    QTest::keyClick(offered->popup(), Qt::Key_Down);
    QTest::keyClick(offered->popup(), Qt::Key_Return);
    QTRY_COMPARE(editor->text(), u"Zeta Ovens"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(cells.workspace.lead(ana).company, u"Zeta Ovens"_s);
}

void TestLeadCells::whatIsWrongStaysToBeMended()
{
    Cells cells;
    const LeadId ana = cells.add(u"Ana"_s, u"B"_s, 100);
    QTRY_VERIFY(cells.table()->leads().leadAt(0));
    auto *editor = qobject_cast<QLineEdit *>(cells.edit(LeadField::Value));
    QVERIFY(editor);
    editor->setText(u"abc"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(cells.table()->isEditing());
    QVERIFY(editor->isVisible() && editor->text() == u"abc");
    QVERIFY(editor->property("wrong").toBool() && editor->accessibleDescription().contains(u"abc"));
    editor->setText(u"250"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(cells.workspace.lead(ana).value, (Money{25'000, u"EUR"_s}));
}

void TestLeadCells::whatIsWrongOutlivesALookElsewhere()
{
    Cells cells;
    const LeadId ana = cells.add(u"Ana"_s, u"B"_s, 100);
    const LeadId eva = cells.add(u"Eva"_s, u"A"_s, 300);
    QTRY_COMPARE(cells.table()->leads().rowCount(), 2);
    QTRY_VERIFY(cells.table()->leads().leadAt(1));
    const int row = cells.table()->leads().rowOf(ana);
    const std::optional<Money> before = cells.workspace.lead(ana).value;
    const auto edited = [&] { return static_cast<QLineEdit *>(cells.edit(LeadField::Value, row)); };
    const QString stored = edited()->text();
    QSignalSpy said(cells.table(), &LeadTable::message);
    edited()->setText(u"abc"_s);
    const QRect other = cells.table()->visualRect(cells.cell(LeadField::Name, cells.table()->leads().rowOf(eva)));
    QTest::mouseClick(cells.table()->viewport(), Qt::LeftButton, {}, other.center());
    QTRY_VERIFY(!cells.table()->isEditing());
    QCOMPARE(cells.table()->currentLead(), eva);
    QCOMPARE(said.size(), 1); // why it is not saved, and that it is not lost
    QVERIFY(said.front().front().toString().contains(u"abc"_s));
    const QModelIndex left = cells.cell(LeadField::Value, row); // read to those who do not see it
    QTRY_COMPARE(left.data(Qt::AccessibleTextRole).toString(), u"abc (not saved)"_s);
    QVERIFY(left.data(Qt::DisplayRole).toString().contains(u"100"_s));
    QCOMPARE(cells.workspace.lead(ana).value, before);
    QLineEdit *again = edited();
    QCOMPARE(again->text(), u"abc"_s);
    QTRY_VERIFY(again->property("wrong").toBool());
    cells.filter()->setFocus(); // left for anything else, it is the same
    QTRY_VERIFY(!cells.table()->isEditing());
    again = edited();
    QCOMPARE(again->text(), u"abc"_s);
    QTest::keyClick(again, Qt::Key_Escape);
    QTRY_VERIFY(!cells.table()->isEditing());
    QCOMPARE(edited()->text(), stored);
    edited()->setText(u"25x"_s);
    cells.goTo(LeadField::Name, 0);
    QTRY_VERIFY(!cells.table()->isEditing());
    again = edited();
    QCOMPARE(again->text(), u"25x"_s);
    again->setText(u"250"_s);
    QTest::keyClick(again, Qt::Key_Return);
    QTRY_COMPARE(cells.workspace.lead(ana).value, (Money{25'000, u"EUR"_s}));
    QTRY_VERIFY(cells.table()->leads().leadAt(row));
    QVERIFY(edited()->text() != u"25x");
}

void TestLeadCells::whatIsWrongGivesWayToAnotherValue()
{
    Cells cells;
    const LeadId ana = cells.add(u"Ana"_s, u"B"_s, 100);
    QTRY_VERIFY(cells.table()->leads().leadAt(0));
    const auto edited = [&] { return static_cast<QLineEdit *>(cells.edit(LeadField::Value)); };
    edited()->setText(u"abc"_s);
    cells.filter()->setFocus();
    QTRY_VERIFY(!cells.table()->isEditing());
    answerOf(cells.workspace->leads().edit({ana}, {{LeadField::Value, u"700 EUR"_s}}));
    QTRY_VERIFY(cells.table()->leads().leadAt(0) && cells.table()->leads().leadAt(0)->value == Money({70'000, u"EUR"_s}));
    QLineEdit *again = edited();
    QVERIFY2(again->text().contains(u"700"_s), qPrintable(again->text()));
    QVERIFY(!again->property("wrong").toBool());
}

void TestLeadCells::deleteDoesNotTakeAName()
{
    Cells cells;
    const LeadId ana = cells.add(u"Ana"_s, u"B"_s, 100);
    QTRY_VERIFY(cells.table()->leads().leadAt(0));
    QSignalSpy said(cells.table(), &LeadTable::message);
    QSignalSpy done(&cells.page, &Page::message); // of the table, too
    cells.goTo(LeadField::Name);
    QTest::keyClick(cells.table(), Qt::Key_Delete);
    QCOMPARE(said.size(), 1);
    QVERIFY(!said.takeFirst().at(1).toBool());
    cells.goTo(LeadField::Company);
    QTest::keyClick(cells.table(), Qt::Key_Delete);
    QTRY_COMPARE(cells.workspace.lead(ana).company, QString());
    QCOMPARE(cells.workspace.lead(ana).name, u"Ana"_s);
    QTRY_COMPARE(done.size(), 2);
    QVERIFY(done.back().at(1).toBool()); // told when it is saved, and it undoes
    cells.goTo(LeadField::Stage);
    QTest::keyClick(cells.table(), Qt::Key_Delete); // never empty: told, and nothing is written
    QCOMPARE(said.size(), 1);
    QVERIFY(!said.front().at(1).toBool());
}

void TestLeadCells::aNameIsNotEmptiedInPlace()
{
    Cells cells;
    const LeadId ana = cells.add(u"Ana"_s, u"B"_s, 100);
    QTRY_VERIFY(cells.table()->leads().leadAt(0));
    auto *editor = static_cast<QLineEdit *>(cells.edit(LeadField::Name));
    editor->setText(u" "_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(cells.table()->isEditing()); // told there, to be mended
    QVERIFY(editor->accessibleDescription().startsWith(u"A lead keeps its name"_s));
    QSignalSpy said(cells.table(), &LeadTable::message);
    cells.filter()->setFocus();
    QTRY_VERIFY(!cells.table()->isEditing());
    QCOMPARE(said.size(), 1);
    QCOMPARE(cells.workspace.lead(ana).name, u"Ana"_s);
    QCOMPARE(static_cast<QLineEdit *>(cells.edit(LeadField::Name))->text(), u"Ana"_s); // an emptied text is nothing to keep
}

void TestLeadCells::fromTheFilterIntoTheList()
{
    Cells cells;
    cells.add(u"Ana"_s, u"B"_s, 100);
    const LeadId eva = cells.add(u"Eva"_s, u"A"_s, 300);
    QTRY_COMPARE(cells.table()->leads().rowCount(), 2);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Return}) {
        cells.filter()->setFocus();
        cells.filter()->setText(u"company:A"_s);
        QTRY_COMPARE(cells.names(), QStringList{u"Eva"_s});
        QTest::keyClick(cells.filter(), key);
        QVERIFY(cells.table()->hasFocus());
        QCOMPARE(cells.table()->currentLead(), eva);
    }
    cells.filter()->setFocus();
    cells.filter()->clear();
    QTest::keyClicks(cells.filter(), u"compan"_s); // words are offered: the keys are for them
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(cells.filter(), Qt::Key_Down);
    QVERIFY(!cells.table()->hasFocus());
    QApplication::activePopupWidget()->hide();
    cells.filter()->setText(u"company:Nobody"_s);
    QTRY_COMPARE(cells.table()->leads().rowCount(), 0);
    QTest::keyClick(cells.filter(), Qt::Key_Down); // nothing to go to
    QVERIFY(cells.filter()->hasFocus());
}

void TestLeadCells::theKeyboardStaysInItsColumn()
{
    Cells cells;
    const LeadId ana = cells.add(u"Ana"_s, u"B"_s, 100);
    cells.add(u"Eva"_s, u"A"_s, 300);
    QTRY_COMPARE(cells.table()->leads().rowCount(), 2);
    QTRY_VERIFY(cells.table()->leads().leadAt(1));
    const int row = cells.table()->leads().rowOf(ana);
    auto *editor = static_cast<QLineEdit *>(cells.edit(LeadField::Value, row));
    editor->setText(u"9999"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(cells.workspace.lead(ana).value, (Money{999'900, u"EUR"_s}));
    QTRY_VERIFY(cells.table()->leads().leadAt(cells.table()->leads().rowOf(ana)));
    QTest::qWait(50); // the list has been made anew
    QCOMPARE(cells.table()->currentLead(), ana);
    QCOMPARE(cells.table()->leads().fieldAt(cells.table()->currentIndex().column()), FieldId(LeadField::Value));
}

void TestLeadCells::theMenuOpensWithoutAMenuKey()
{
    Cells cells;
    cells.add(u"Ana"_s, u"B"_s, 100);
    QTRY_VERIFY(cells.table()->leads().leadAt(0));
    cells.goTo(LeadField::Company);
    QTest::keyClick(cells.table(), Qt::Key_F10, Qt::ShiftModifier);
    auto *menu = cells.table()->findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    menu->close();
}

void TestLeadCells::emptyingAFieldOfManyIsAButtonOfItsOwn()
{
    Cells cells;
    const LeadId ana = cells.add(u"Ana"_s, u"B"_s, 100);
    const LeadId eva = cells.add(u"Eva"_s, u"A"_s, 300);
    QTRY_COMPARE(cells.table()->leads().rowCount(), 2);
    cells.table()->setFocus();
    cells.table()->selectAll();
    auto *bar = cells.page->findChild<BulkBar *>();
    const auto ask = [&](const QString &field) {
        QMenu *fields = waitForButton(bar, u"Set a field"_s)->menu();
        Q_EMIT fields->aboutToShow();
        for (QAction *action : fields->actions()) {
            if (action->text() == field + u" …"_s) // and not “Company size” too
                action->trigger();
        }
        return waitForNamed<QLineEdit>(bar, field);
    };
    QLineEdit *name = ask(u"Name"_s);
    QVERIFY(!visibleButton(name->window(), u"Empty it"_s)); // leads keep their names
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(name->isVisible());
    QVERIFY(mentions(name->window(), u"Leads keep their names"_s));
    const QPointer<QWidget> question = name->window();
    question->close();
    QTRY_VERIFY(!question); // a window that goes takes other popups along
    QLineEdit *company = ask(u"Company"_s);
    QTest::keyClick(company, Qt::Key_Return); // nothing was typed: nothing is done
    QVERIFY(company->isVisible());
    QCOMPARE(cells.workspace.lead(ana).company, u"B"_s);
    waitForButton(company->window(), u"Empty it"_s)->click();
    QTRY_COMPARE(cells.workspace.lead(ana).company, QString());
    QCOMPARE(cells.workspace.lead(eva).company, QString());
}

void TestLeadCells::whatCannotBeReadStaysInItsQuestion()
{
    Cells cells;
    const LeadId ana = cells.add(u"Ana"_s, u"B"_s, 100);
    cells.add(u"Eva"_s, u"A"_s, 300);
    QTRY_COMPARE(cells.table()->leads().rowCount(), 2);
    cells.table()->selectAll();
    auto *bar = cells.page->findChild<BulkBar *>();
    QMenu *fields = waitForButton(bar, u"Set a field"_s)->menu();
    Q_EMIT fields->aboutToShow();
    for (QAction *action : fields->actions()) {
        if (action->text() == u"Value …"_s)
            action->trigger();
    }
    auto *value = waitForNamed<QLineEdit>(bar, u"Value"_s);
    value->setText(u"ca. 5000"_s);
    QTest::keyClick(value, Qt::Key_Return);
    QVERIFY(value->isVisible());
    QCOMPARE(value->text(), u"ca. 5000"_s);
    QVERIFY(mentions(value->window(), u"cannot be read as an amount, as in"_s));
    QVERIFY(value->accessibleDescription().contains(u"ca. 5000"_s));
    value->setText(u"5k"_s);
    QTest::keyClick(value, Qt::Key_Return);
    QTRY_COMPARE(cells.workspace.lead(ana).value, (Money{500'000, u"EUR"_s}));
}

void TestLeadCells::whoIsNotListedIsNotChosen()
{
    Cells cells;
    const LeadId ana = cells.add(u"Ana"_s, u"B"_s, 100);
    const LeadId eva = cells.add(u"Eva"_s, u"A"_s, 300);
    QTRY_COMPARE(cells.table()->leads().rowCount(), 2);
    cells.table()->chooseLead(ana);
    QSignalSpy chosen(&cells.page, &Page::leadChosen);
    cells.filter()->setText(u"company:A"_s);
    QTRY_COMPARE(cells.names(), QStringList{u"Eva"_s});
    QTRY_COMPARE(cells.table()->currentLead(), eva); // a command would not meet who is out of sight
    QVERIFY(!chosen.isEmpty());
    QCOMPARE(chosen.last().at(0).value<LeadId>(), eva);
}

void TestLeadCells::sortingShowsTheTop()
{
    Cells cells;
    const LeadId ana = cells.add(u"Ana"_s, u"B"_s, 100);
    const LeadId eva = cells.add(u"Eva"_s, u"A"_s, 300);
    QTRY_COMPARE(cells.table()->leads().rowCount(), 2);
    cells.filter()->setText(u"value>=1"_s); // the first of it is chosen by nobody
    cells.click(u"Value"_s);
    QTRY_COMPARE(cells.names(), (QStringList{u"Eva"_s, u"Ana"_s}));
    QTRY_COMPARE(cells.table()->currentLead(), eva);
    cells.goTo(LeadField::Name, 1); // this one was
    QCOMPARE(cells.table()->currentLead(), ana);
    cells.click(u"Company"_s);
    QTRY_COMPARE(cells.names(), (QStringList{u"Eva"_s, u"Ana"_s}));
    QTRY_COMPARE(cells.table()->currentLead(), ana);
}

void TestLeadCells::theFilterIsReachedFromAnywhereOnThePage()
{
    Cells cells;
    cells.add(u"Ana"_s, u"B"_s, 100);
    QTRY_COMPARE(cells.table()->leads().rowCount(), 1);
    cells.filter()->setText(u"company:Nobody"_s);
    QTRY_VERIFY(!cells.table()->isVisible());
    cells.page->focusContent(); // there is no list: what to change is the filter
    QTRY_VERIFY(cells.filter()->hasFocus());
}

void TestLeadCells::anOwnViewIsSavedOver()
{
    Cells cells;
    cells.page->resize(1300, 700);
    cells.add(u"Ana"_s, u"B"_s, 100);
    cells.add(u"Eva"_s, u"A"_s, 300);
    QTRY_COMPARE(cells.table()->leads().rowCount(), 2);
    cells.filter()->setText(u"value>=200"_s);
    waitForButton(&cells.page, u"Save view"_s)->click();
    auto *name = waitForNamed<QLineEdit>(&cells.page, u"Name of the view"_s);
    name->setText(u"Big ones"_s);
    QTest::keyClick(name, Qt::Key_Return);
    waitForButton(&cells.page, u"Big ones"_s);
    QTRY_VERIFY(!visibleButton(&cells.page, u"Save view"_s));
    cells.filter()->setText(u"value>=300"_s);
    waitForButton(&cells.page, u"Save view"_s)->click(); // it is one's own: no name is asked
    QTRY_VERIFY(!visibleButton(&cells.page, u"Save view"_s));
    waitForButton(&cells.page, u"All open"_s)->click();
    waitForButton(&cells.page, u"Big ones"_s)->click();
    QTRY_COMPARE(cells.filter()->text().trimmed(), u"value>=300"_s);
}

QTEST_MAIN(TestLeadCells)
#include "tst_leadcells.moc"
