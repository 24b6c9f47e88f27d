// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/segment.h"
#include "core/workspace/fieldservice.h"
#include "core/workspace/viewservice.h"
#include "support/listedleads.h"
#include "ui/leads/bulkbar.h"

#include <QClipboard>
#include <QComboBox>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>

using namespace kindling;
using namespace Qt::StringLiterals;

/// The list of leads as one works in it.
class TestLeadsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsAQuestionFromElsewhere();
    void sortsByOneAndBySeveral();
    void columnsAreChosenAndReset();
    void saysWhatTheFilterMeans();
    void saysWhatIsNotThere();
    void partsOfTheFilterAreTakenAway();
    void aViewIsSavedAndComesBack();
    void editsInPlace();
    void aWrongValueIsRefused();
    void worksOnAllThatMatch();
    void theSelectionStaysForTheNextWish();
    void keepsTheChosenAsASegment();
    void deleteEmptiesACell();
    void aColumnOfOnesOwn();
    void typingInACellIsNotDisturbed();
    void importIsOfferedWhereThereIsNothing();
    void whatIsOpenedWhileAListComesStays();
    void altAndANumberChooseAView();
    void tabsWithoutRoomAreInTheMenu();
    void tagsMany();
    void copiesAsATable();
    void aListFromElsewhereStaysUntilAViewIsChosen();
};

void TestLeadsPage::sortsByOneAndBySeveral()
{
    Leads leads;
    leads.add(u"Ana"_s, u"B"_s, 100);
    leads.add(u"Eva"_s, u"A"_s, 300);
    leads.add(u"Ivo"_s, u"B"_s, 200);
    QTRY_COMPARE(leads.table()->leads().rowCount(), 3);
    leads.click(u"Company"_s);
    QTRY_COMPARE(leads.names().front(), u"Eva"_s);
    QVERIFY(leads.heads().contains(u"Company ▴"_s));
    leads.click(u"Value"_s, Qt::ShiftModifier);
    QTRY_COMPARE(leads.names(), (QStringList{u"Eva"_s, u"Ivo"_s, u"Ana"_s})); // the dearer of company B first
    QVERIFY(leads.heads().contains(u"Company ▴1"_s) && leads.heads().contains(u"Value ▾2"_s));
    leads.click(u"Value"_s, Qt::ShiftModifier); // turned round
    QTRY_COMPARE(leads.names(), (QStringList{u"Eva"_s, u"Ana"_s, u"Ivo"_s}));
}

void TestLeadsPage::columnsAreChosenAndReset()
{
    Leads leads;
    leads.add(u"Ana"_s, u"B"_s, 100);
    QTRY_COMPARE(leads.table()->leads().rowCount(), 1);
    const QStringList usual = leads.heads();
    waitForButton(&leads.page, u"Choose columns"_s)->click();
    auto *list = leads.page->findChild<QListWidget *>();
    QVERIFY(list);
    const auto item = [&](const QString &label) { return list->findItems(label, Qt::MatchExactly).front(); };
    item(u"Email"_s)->setCheckState(Qt::Checked);
    item(u"Stage"_s)->setCheckState(Qt::Unchecked);
    QVERIFY(leads.heads().contains(u"Email"_s) && !leads.heads().contains(u"Stage"_s));
    list->setCurrentItem(item(u"Email"_s));
    while (list->row(item(u"Email"_s)) > 0)
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier); // moved by keyboard
    QCOMPARE(leads.heads().front(), u"Email"_s);
    waitForButton(list->parentWidget(), u"Usual columns"_s)->click();
    QCOMPARE(leads.heads(), usual);
}

void TestLeadsPage::saysWhatTheFilterMeans()
{
    Leads leads;
    leads.add(u"Ana"_s, u"B"_s, 100);
    leads.add(u"Eva"_s, u"A"_s, 300);
    QTRY_COMPARE(leads.table()->leads().rowCount(), 2);
    leads.filter()->setText(u"value>=200"_s);
    QTRY_COMPARE(leads.names(), QStringList{u"Eva"_s});
    QTRY_VERIFY(mentions(&leads.page, u"200"_s));
    leads.filter()->setText(u"temperature:tepid"_s);
    QTRY_VERIFY(mentions(&leads.page, u"tepid"_s));
    QCOMPARE(leads.names(), QStringList{u"Eva"_s}); // what was shown stays
}

void TestLeadsPage::saysWhatIsNotThere()
{
    Leads leads;
    leads.add(u"Ana"_s, u"B"_s, 100);
    leads.filter()->setText(u"-tags:nosuch"_s);
    QTRY_VERIFY(mentions(&leads.page, u"No tag is called “nosuch”."_s));
    QTRY_COMPARE(leads.names(), QStringList{u"Ana"_s}); // the filter is read as it stands
    leads.filter()->setText(u"company:B"_s);
    QTRY_VERIFY(!mentions(&leads.page, u"No tag"_s));
}

void TestLeadsPage::partsOfTheFilterAreTakenAway()
{
    Leads leads;
    leads.add(u"Ana"_s, u"B"_s, 100);
    leads.add(u"Eva"_s, u"A"_s, 300);
    leads.filter()->setText(u"company:A value>=200"_s);
    QTRY_COMPARE(leads.names(), QStringList{u"Eva"_s});
    QPushButton *part = nullptr;
    QTRY_VERIFY((part = visibleButton(&leads.page, u"Take away value>=200"_s)));
    part->click();
    QTRY_COMPARE(leads.filter()->text(), u"company:A"_s);
}

void TestLeadsPage::aViewIsSavedAndComesBack()
{
    Leads leads;
    leads.page->resize(1300, 700); // room for one tab more
    leads.add(u"Ana"_s, u"B"_s, 100);
    leads.add(u"Eva"_s, u"A"_s, 300);
    QTRY_COMPARE(leads.table()->leads().rowCount(), 2);
    QVERIFY(!visibleButton(&leads.page, u"Save view"_s));
    leads.filter()->setText(u"value>=200"_s);
    leads.click(u"Value"_s);
    QPushButton *save = nullptr;
    QTRY_VERIFY((save = visibleButton(&leads.page, u"Save view"_s)));
    QVERIFY(visibleButton(&leads.page, u"All open, changed"_s));
    QCOMPARE(visibleButton(&leads.page, u"Lost"_s)->text(), u"Lost"_s);
    save->click();
    auto *name = waitForNamed<QLineEdit>(&leads.page, u"Name of the view"_s);
    QVERIFY(name);
    name->setText(u"Big ones"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(visibleButton(&leads.page, u"Big ones"_s));
    waitForButton(&leads.page, u"All open"_s)->click();
    QTRY_COMPARE(leads.table()->leads().rowCount(), 2);
    waitForButton(&leads.page, u"Big ones"_s)->click();
    QTRY_COMPARE(leads.names(), QStringList{u"Eva"_s});
    QCOMPARE(leads.filter()->text().trimmed(), u"value>=200"_s);
    QVERIFY(leads.heads().contains(u"Value ▾"_s));
    answerOf(leads.workspace->history().undo());
    QTRY_VERIFY(!visibleButton(&leads.page, u"Big ones"_s));
}

void TestLeadsPage::editsInPlace()
{
    Leads leads;
    const LeadId ana = leads.add(u"Ana"_s, u"B"_s, 100);
    LeadTable *table = leads.table();
    QTRY_VERIFY(table->leads().leadAt(0));
    const auto &fields = table->leads().fields();
    const auto place = std::find(fields.begin(), fields.end(), FieldId(LeadField::Temperature)) - fields.begin();
    const QModelIndex cell = table->leads().index(0, int(place));
    table->setCurrentIndex(cell);
    table->edit(cell);
    auto *box = table->viewport()->findChild<QComboBox *>();
    QVERIFY(box); // a list of the temperatures
    QCOMPARE(box->currentText(), u"Cold"_s);
    box->setCurrentText(u"Hot"_s);
    table->itemDelegate()->setModelData(box, table->model(), cell);
    QTRY_COMPARE(leads.workspace.lead(ana).temperature, Temperature::Hot);
    answerOf(leads.workspace->history().undo());
    QCOMPARE(leads.workspace.lead(ana).temperature, Temperature::Cold);
}

void TestLeadsPage::aWrongValueIsRefused()
{
    Leads leads;
    leads.add(u"Ana"_s, u"B"_s, 100);
    QTRY_VERIFY(leads.table()->leads().leadAt(0));
    bool failed = false;
    connect(&leads.page, &Page::failed, this, [&](const Error &) { failed = true; });
    leads.table()->leads().setData(leads.table()->leads().index(0, 5), u"a lot"_s, Qt::EditRole);
    QTRY_VERIFY(failed);
}

void TestLeadsPage::worksOnAllThatMatch()
{
    Leads leads;
    for (int i = 0; i < 30; ++i)
        leads.add(u"Lead %1"_s.arg(i), u"B"_s, i);
    QTRY_COMPARE(leads.table()->leads().rowCount(), 30);
    auto *bar = leads.page->findChild<BulkBar *>();
    QVERIFY(!bar->isVisible());
    leads.table()->setCurrentIndex(leads.table()->leads().index(0, 0));
    leads.table()->setFocus();
    QTest::keyClick(leads.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTRY_VERIFY(showsText(bar, u"2 chosen"_s));
    waitForButton(bar, u"Choose all 30 that match"_s)->click();
    QTRY_VERIFY(showsText(bar, u"All 30 chosen"_s));
    QCOMPARE(leads.page->selectedLeads().size(), size_t(30));
    LeadMove warm;
    warm.temperature = Temperature::Warm;
    Q_EMIT bar->moveWanted(warm, u"warm"_s);
    QTRY_COMPARE(leads.workspace.list(u"temperature:warm"_s)->ids.size(), size_t(30));
    answerOf(leads.workspace->history().undo()); // one
    QCOMPARE(leads.workspace.list(u"temperature:warm"_s)->ids.size(), size_t(0));
}

void TestLeadsPage::theSelectionStaysForTheNextWish()
{
    Leads leads;
    for (int i = 0; i < 5; ++i)
        leads.add(u"Lead %1"_s.arg(i), u"B"_s, i);
    QTRY_COMPARE(leads.table()->leads().rowCount(), 5);
    auto *bar = leads.page->findChild<BulkBar *>();
    leads.table()->setCurrentIndex(leads.table()->leads().index(0, 0));
    leads.table()->setFocus();
    QTest::keyClick(leads.table(), Qt::Key_Down, Qt::ShiftModifier);
    const std::vector<LeadId> chosen = leads.page->selectedLeads();
    QCOMPARE(chosen.size(), size_t(2));
    Q_EMIT bar->tagWanted({u"fair"_s}, {});
    QTRY_COMPARE(leads.workspace.list(u"tag:fair"_s)->ids.size(), size_t(2));
    QTest::qWait(50);
    QCOMPARE(leads.page->selectedLeads().size(), size_t(2));
    Q_EMIT bar->editWanted(LeadField::City, u"Porto"_s);
    QTRY_COMPARE(leads.workspace.list(u"city:Porto tag:fair"_s)->ids.size(), size_t(2));
}

void TestLeadsPage::keepsTheChosenAsASegment()
{
    Leads leads;
    for (int i = 0; i < 4; ++i)
        leads.add(u"Lead %1"_s.arg(i), u"B"_s, i);
    QTRY_COMPARE(leads.table()->leads().rowCount(), 4);
    leads.table()->setCurrentIndex(leads.table()->leads().index(0, 0));
    leads.table()->setFocus();
    QTest::keyClick(leads.table(), Qt::Key_Down, Qt::ShiftModifier);
    waitForButton(&leads.page, u"Keep as segment"_s)->click();
    auto *name = waitForNamed<QLineEdit>(&leads.page, u"Name of the segment"_s);
    QVERIFY(name);
    name->setText(u"These two"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(leads.workspace->vocabulary()->segmentNamed(u"These two"));
    QCOMPARE(leads.workspace.list(u"segment:\"These two\""_s)->ids.size(), size_t(2));
}

void TestLeadsPage::deleteEmptiesACell()
{
    Leads leads;
    const LeadId ana = leads.add(u"Ana"_s, u"B"_s, 100);
    QTRY_VERIFY(leads.table()->leads().leadAt(0));
    leads.table()->setFocus();
    leads.table()->setCurrentIndex(leads.table()->leads().index(0, leads.table()->leads().columnOf(LeadField::Value)));
    QTest::keyClick(leads.table(), Qt::Key_Delete);
    QTRY_VERIFY(!leads.workspace.lead(ana).value);
}

void TestLeadsPage::aColumnOfOnesOwn()
{
    Leads leads;
    CustomField level;
    level.label = u"Oven count"_s;
    level.type = FieldType::Number;
    const CustomField made = answerOf(leads.workspace->fields().add(level));
    const LeadId ana = leads.add(u"Ana"_s, u"B"_s, 100);
    answerOf(leads.workspace->leads().edit({ana}, {{FieldId(made.id), u"7"_s}}));
    QTRY_COMPARE(leads.table()->leads().rowCount(), 1);
    waitForButton(&leads.page, u"Choose columns"_s)->click();
    auto *list = leads.page->findChild<QListWidget *>();
    list->findItems(u"Oven count"_s, Qt::MatchExactly).front()->setCheckState(Qt::Checked);
    const int column = leads.table()->leads().columnOf(made.id);
    QVERIFY(column >= 0);
    QTRY_COMPARE(leads.table()->leads().index(0, column).data().toString(), u"7"_s);
    leads.click(u"Oven count"_s);
    QVERIFY(leads.heads().contains(u"Oven count ▾"_s));
}

void TestLeadsPage::typingInACellIsNotDisturbed()
{
    Leads leads;
    leads.add(u"Ana"_s, u"B"_s, 100);
    LeadTable *table = leads.table();
    QTRY_VERIFY(table->leads().leadAt(0));
    const QModelIndex cell = table->leads().index(0, table->leads().columnOf(LeadField::Company));
    table->setCurrentIndex(cell);
    table->edit(cell);
    auto *line = table->viewport()->findChild<QLineEdit *>();
    QVERIFY(line);
    line->setText(u"Half a na"_s);
    leads.workspace.add(u"Eva"_s); // somebody adds a lead meanwhile
    QTest::qWait(100);
    QVERIFY(table->isEditing());
    QCOMPARE(table->viewport()->findChild<QLineEdit *>()->text(), u"Half a na"_s);
    QCOMPARE(table->leads().rowCount(), 1);
    QTest::keyClick(line, Qt::Key_Escape);
    QTRY_COMPARE(table->leads().rowCount(), 2); // now it shows
}

void TestLeadsPage::importIsOfferedWhereThereIsNothing()
{
    Leads leads;
    QTRY_VERIFY(visibleButton(&leads.page, u"Import leads"_s));
    leads.add(u"Ana"_s, u"B"_s, 100);
    QTRY_COMPARE(leads.names(), QStringList{u"Ana"_s});
    leads.filter()->setText(u"zzzz"_s);
    QTRY_VERIFY(mentions(&leads.page, u"No lead matches"_s));
    QVERIFY(!visibleButton(&leads.page, u"Import leads"_s));
}

void TestLeadsPage::whatIsOpenedWhileAListComesStays()
{
    Leads leads;
    const LeadId ana = leads.add(u"Ana"_s, u"B"_s, 100);
    const LeadId eva = leads.add(u"Eva"_s, u"A"_s, 300);
    QTRY_COMPARE(leads.names(), (QStringList{u"Eva"_s, u"Ana"_s}));
    leads.filter()->setText(u"Eva"_s);
    QTRY_COMPARE(leads.names(), QStringList{u"Eva"_s});
    QTRY_COMPARE(leads.table()->currentLead(), eva);
    waitForButton(&leads.page, u"All"_s)->click(); // asks for another list, which may be there at once
    leads.page->followLead(ana); // as Find anything opens one
    const QSignalSpy chosen(&leads.page, &Page::leadChosen);
    QTRY_COMPARE(leads.names().size(), 2);
    QCOMPARE(leads.table()->currentLead(), ana); // and not the first one
    QCOMPARE(chosen.count(), 0);
}

void TestLeadsPage::altAndANumberChooseAView()
{
    Leads leads;
    leads.add(u"Ana"_s, u"B"_s, 100);
    QTRY_COMPARE(leads.table()->leads().rowCount(), 1);
    leads.table()->setFocus();
    QTest::keyClick(leads.table(), Qt::Key_2, Qt::AltModifier); // Hot, mine
    QTRY_COMPARE(leads.table()->leads().rowCount(), 0);
    QVERIFY(leads.filter()->text().contains(u"temperature:hot"_s));
}

void TestLeadsPage::tabsWithoutRoomAreInTheMenu()
{
    Leads leads;
    leads.page->resize(420, 600);
    QPushButton *more = nullptr;
    QTRY_VERIFY((more = visibleButton(&leads.page, u"More views"_s)));
    QTRY_VERIFY(visibleButton(&leads.page, u"All open"_s)); // the chosen one has its place
    QVERIFY(!visibleButton(&leads.page, u"Lost"_s));
    Q_EMIT more->menu()->aboutToShow();
    QStringList offered;
    for (const QAction *action : more->menu()->actions())
        offered += action->text();
    QVERIFY(offered.contains(u"Lost"_s));
    leads.page->resize(1300, 600);
    QTRY_VERIFY(visibleButton(&leads.page, u"Lost"_s));
}

void TestLeadsPage::tagsMany()
{
    TemporaryWorkspace workspace;
    const LeadId ana = workspace.add(u"Ana"_s);
    const LeadId eva = workspace.add(u"Eva"_s);
    answerOf(workspace->leads().edit({ana}, {{LeadField::Tags, u"oven"_s}}));
    answerOf(workspace->leads().tag({ana, eva}, {u"Fair"_s, u"OVEN"_s}, {}));
    QCOMPARE(workspace.lead(ana).tags.size(), 2); // the oven was there already
    QCOMPARE(workspace.lead(eva).tags.size(), 2);
    answerOf(workspace->leads().tag({ana, eva}, {}, {u"fair"_s}));
    QCOMPARE(workspace.lead(ana).tags, QStringList{u"oven"_s});
    answerOf(workspace->history().undo());
    QCOMPARE(workspace.lead(ana).tags.size(), 2);
}

void TestLeadsPage::copiesAsATable()
{
    Leads leads;
    leads.add(u"Ana"_s, u"B"_s, 100);
    leads.add(u"Eva"_s, u"A"_s, 300);
    QTRY_COMPARE(leads.table()->leads().rowCount(), 2);
    leads.click(u"Name"_s);
    QTRY_COMPARE(leads.names(), (QStringList{u"Ana"_s, u"Eva"_s}));
    leads.table()->selectAll();
    leads.table()->setFocus();
    QTest::keyClick(leads.table(), Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::clipboard()->mimeData() && QApplication::clipboard()->mimeData()->hasHtml());
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QVERIFY(lines[0].startsWith(u"Name\tCompany\tTemperature"_s));
    QVERIFY(lines[1].startsWith(u"Ana\tB\tCold"_s)); // in the order of the list, as it is read there
    QVERIFY(lines[2].startsWith(u"Eva\tA\tCold"_s));
    const qsizetype value = lines[0].split(u'\t').indexOf(u"Value (EUR)"_s);
    QVERIFY(value > 0);
    QCOMPARE(lines[2].split(u'\t')[value], u"300.00"_s); // a number, to be summed
}

void TestLeadsPage::aListFromElsewhereStaysUntilAViewIsChosen()
{
    Leads leads;
    const LeadId ana = leads.add(u"Ana"_s, u"B"_s, 100);
    leads.add(u"Eva"_s, u"A"_s, 300);
    QTRY_COMPARE(leads.table()->leads().rowCount(), 2);
    auto list = std::make_shared<LeadList>();
    list->ids = {ana};
    leads.page->showLeads(u"Reached Proposal"_s, list);
    QTRY_COMPARE(leads.names(), QStringList{u"Ana"_s});
    QTRY_VERIFY(visibleButton(&leads.page, u"Reached Proposal"_s));
    leads.workspace.add(u"Ivo"_s);
    QTest::qWait(50);
    QCOMPARE(leads.names(), QStringList{u"Ana"_s});
    waitForButton(&leads.page, u"All open"_s)->click();
    QTRY_COMPARE(leads.table()->leads().rowCount(), 3);
    QVERIFY(!visibleButton(&leads.page, u"Reached Proposal"_s));
}

void TestLeadsPage::followsAQuestionFromElsewhere()
{
    Leads leads;
    const LeadId ines = leads.workspace.add(u"Inês"_s, u"Café Lopes"_s);
    leads.workspace.add(u"Marta"_s, u"Café Lopes 48"_s);
    FilterTest test;
    test.field = LeadField::Company;
    test.words = {u"Café Lopes"_s};
    leads.page->showMatching(u"Café Lopes"_s, Filter::of(test));
    QTRY_COMPARE(leads.names(), QStringList{u"Inês"_s}); // and nobody of a company that has the name in its own
    QVERIFY(visibleButton(&leads.page, u"Café Lopes"_s)->isChecked());
    answerOf(leads.workspace->leads().edit({ines}, {{LeadField::Company, u"Other"_s}}));
    QTRY_COMPARE(leads.names(), QStringList());
    waitForButton(&leads.page, u"All open"_s)->click();
    QTRY_VERIFY(leads.names().contains(u"Marta"_s));
    QVERIFY(!visibleButton(&leads.page, u"Café Lopes"_s));
}

QTEST_MAIN(TestLeadsPage)
#include "tst_leadspage.moc"
