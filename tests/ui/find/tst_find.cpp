// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/segmentservice.h"
#include "support/desk.h"
#include "ui/find/findinglist.h"

#include <QLineEdit>
#include <QPlainTextEdit>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// The window with a few leads, and its field that finds anything.
class FindField
{
public:
    FindField()
    {
        marta = desk.workspace.add(u"Marta Oliveira"_s, u"Padaria Estrela"_s);
        jan = desk.workspace.add(u"Jan Peters"_s, u"Board & Sons"_s);
        answerOf(
            desk.workspace->leads().edit({jan}, {{LeadField::Phone, u"030 23125001"_s}, {LeadField::Notes, u"wants a sourdough oven"_s}}));
        answerOf(desk.workspace->segments().add(u"Estrela people"_s, u"company:Estrela"_s));
        QCoreApplication::sendPostedEvents(); // the window hears now of what was added, and not while a filter waits for its timer
        field = desk.waitForNamed<QLineEdit>(u"Find"_s);
        field->setFocus();
    }

    FindingList *list() const { return desk.named<FindingList>(u"Found"_s); }
    /// What is shown, heads and all.
    QStringList rows() const
    {
        QStringList all;
        for (int row = 0; list() && row < list()->model()->rowCount(); ++row)
            all += list()->model()->index(row, 0).data().toString();
        return all;
    }
    void type(const QString &text)
    {
        field->clear();
        QTest::keyClicks(field, text);
    }
    QString current() const { return list() && list()->current() ? list()->current()->title : QString(); }

    Desk desk;
    LeadId marta;
    LeadId jan;
    QLineEdit *field = nullptr;
};

} // namespace

/// Ctrl+K: leads, companies, segments, pages, commands and notes in one field.
class TestFind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryKind();
    void whatIsCalledJustSoComesFirst();
    void forgivesSlips();
    void aSlipRunsNoCommand();
    void findsNotesWithTheirWords();
    void findsNumbersInAnyFormat();
    void enterOpensALead();
    void commandsActOnWhatWasFound();
    void aNoteIsNotLostWhenTheListChanges();
    void aSecondKeyCalls();
    void aSecondKeyWrites();
    void aSecondKeyPlans();
    void opensACompany();
    void opensASegment();
    void opensAllThatMatch();
    void opensAllCompaniesThatMatch();
    void saysHowManyNotesThereAre();
    void opensAPage();
    void runsACommand();
    void theKeyboardGoesBackToThePage();
    void undoReachesTheWindow();
    void whatWasOpenedComesFirst();
    void whatIsNotThereIsAdded();
    void arrowsStepOverHeads();
    void escapeClosesAndLeaves();
};

void TestFind::findsEveryKind()
{
    FindField found;
    found.type(u"estrela"_s);
    QTRY_COMPARE(found.rows().join(u'|'), u"Leads|Marta Oliveira|Companies|Padaria Estrela|Segments|Estrela people|Add|estrela"_s);
    QCOMPARE(found.current(), u"Marta Oliveira"_s); // the best one is chosen already
    QVERIFY(found.field->accessibleDescription().startsWith(u"Marta Oliveira, Padaria Estrela"_s));
}

void TestFind::whatIsCalledJustSoComesFirst()
{
    FindField found;
    answerOf(found.desk.workspace->segments().add(u"Estrela"_s, u"company:Estrela"_s));
    found.type(u"estrela"_s);
    QTRY_COMPARE(found.rows().join(u'|'),
                 u"Segments|Estrela|Leads|Marta Oliveira|Companies|Padaria Estrela|Segments|Estrela people|Add|estrela"_s);
    answerOf(found.desk.workspace->segments().add(u"Marta Oliveira"_s, u"company:Estrela"_s));
    found.type(u"marta oliveira"_s);
    QTRY_COMPARE(found.rows().join(u'|'), u"Leads|Marta Oliveira|Segments|Marta Oliveira|Add|marta oliveira"_s); // the lead before all
}

void TestFind::forgivesSlips()
{
    FindField found;
    found.type(u"olivera"_s);
    QTRY_COMPARE(found.rows().value(0), u"Names like this"_s); // the first letters, without the slip, find leads
    QVERIFY(found.rows().contains(u"Marta Oliveira"_s));
}

void TestFind::aSlipRunsNoCommand()
{
    FindField found;
    found.desk.action(u"Leads"_s)->trigger();
    QTRY_COMPARE(found.desk.rows(), 2);
    found.desk.waitForNamed<QTableView>(u"Leads"_s)->selectAll();
    found.field->setFocus();
    found.type(u"dark"_s); // one slip from “Mark as won”, which changes what is chosen
    QTRY_COMPARE(found.rows().join(u'|'), u"Add|dark"_s);
    found.type(u"marj"_s); // names that are like it are meant sooner
    QTRY_COMPARE(found.rows().join(u'|'), u"Names like this|Marta Oliveira|Add|marj"_s);
    found.type(u"mark won"_s);
    QTRY_COMPARE(found.current(), u"Mark as won"_s);
    found.type(u"raports"_s); // a page changes nothing
    QTRY_COMPARE(found.current(), u"Reports"_s);
    found.type(u"sortcuts"_s); // nor does this one, and yet it is not what Enter does
    QTRY_COMPARE(found.rows().join(u'|'), u"Add|sortcuts|Commands|Keyboard shortcuts"_s);
    QCOMPARE(found.list()->current()->kind, Finding::Kind::NewLead);
}

void TestFind::findsNotesWithTheirWords()
{
    FindField found;
    found.type(u"sourdough"_s);
    QTRY_VERIFY(found.rows().contains(u"In notes and timeline"_s));
    QCOMPARE(found.current(), u"Jan Peters"_s);
    QVERIFY(found.list()->current()->detail.contains(u"sourdough oven"_s));
}

void TestFind::findsNumbersInAnyFormat()
{
    FindField found;
    for (const QString &typed : {u"+49 (0)30 23125-001"_s, u"0049 30 2312"_s, u"03023125"_s, u"23125 001"_s}) {
        found.type(u"oliv"_s); // so that what is found is not what was found before
        QTRY_COMPARE(found.current(), u"Marta Oliveira"_s);
        found.type(typed);
        QTRY_COMPARE(found.current(), u"Jan Peters"_s);
    }
}

void TestFind::enterOpensALead()
{
    FindField found;
    found.type(u"oliv"_s);
    QTRY_COMPARE(found.current(), u"Marta Oliveira"_s);
    QTest::keyClick(found.field, Qt::Key_Return);
    QTRY_VERIFY(showsText(&found.desk.window(), u"Marta Oliveira"_s)); // in the panel
    QVERIFY(!found.list());
    QCOMPARE(found.field->text(), QString());
    QTRY_VERIFY(!found.field->hasFocus()); // what is typed next is for the page
}

void TestFind::commandsActOnWhatWasFound()
{
    FindField found;
    found.desk.action(u"Leads"_s)->trigger();
    QTRY_COMPARE(found.desk.rows(), 2);
    auto *filter = found.desk.waitForNamed<QLineEdit>(u"Filter leads"_s);
    filter->setText(u"Peters"_s);
    QTRY_COMPARE(found.desk.rows(), 1); // Marta is not in the list
    found.field->setFocus();
    found.type(u"oliv"_s);
    QTRY_COMPARE(found.current(), u"Marta Oliveira"_s);
    QTest::keyClick(found.field, Qt::Key_Return);
    QTRY_VERIFY(showsText(&found.desk.window(), u"Marta Oliveira"_s));
    found.desk.action(u"Move to hot"_s)->trigger();
    QTRY_COMPARE(found.desk.workspace.lead(found.marta).temperature, Temperature::Hot);
    QCOMPARE(found.desk.workspace.lead(found.jan).temperature, Temperature::Cold);
}

void TestFind::aNoteIsNotLostWhenTheListChanges()
{
    FindField found;
    found.desk.action(u"Leads"_s)->trigger();
    QTRY_COMPARE(found.desk.rows(), 2);
    found.field->setFocus();
    found.type(u"oliv"_s);
    QTRY_COMPARE(found.current(), u"Marta Oliveira"_s);
    QTest::keyClick(found.field, Qt::Key_Return, Qt::AltModifier);
    QTRY_VERIFY(qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()));
    auto *note = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
    QTest::keyClicks(note, u"half a no"_s);
    found.desk.workspace.add(u"Eva"_s); // the list is made anew
    QTRY_COMPARE(found.desk.rows(), 3);
    QTest::qWait(50);
    QCOMPARE(note->toPlainText(), u"half a no"_s);
    QTRY_VERIFY(showsText(&found.desk.window(), u"Marta Oliveira"_s));
}

void TestFind::aSecondKeyCalls()
{
    FindField found;
    found.type(u"oliv"_s);
    QTRY_COMPARE(found.current(), u"Marta Oliveira"_s);
    QTest::keyClick(found.field, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(found.desk.dialog());
    QTRY_VERIFY(mentions(found.desk.dialog(), u"Marta Oliveira"_s));
    found.desk.dialog()->close();
}

void TestFind::aSecondKeyWrites()
{
    FindField found;
    found.type(u"oliv"_s);
    QTRY_COMPARE(found.current(), u"Marta Oliveira"_s);
    QTest::keyClick(found.field, Qt::Key_Return, Qt::AltModifier);
    QTRY_VERIFY(qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"What happened"_s);
    QTRY_VERIFY(showsText(&found.desk.window(), u"Marta Oliveira"_s));
}

void TestFind::aSecondKeyPlans()
{
    FindField found;
    found.type(u"oliv"_s);
    QTRY_COMPARE(found.current(), u"Marta Oliveira"_s);
    QTest::keyClick(found.field, Qt::Key_Return, Qt::ShiftModifier);
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->accessibleName() == u"Next step");
    QTest::keyClicks(QApplication::focusWidget(), u"tomorrow 9"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(found.desk.workspace.lead(found.marta).nextFollowUp.has_value());
}

void TestFind::opensACompany()
{
    FindField found;
    found.type(u"padaria"_s);
    QTRY_VERIFY(found.rows().contains(u"Companies"_s));
    while (found.current() != u"Padaria Estrela")
        QTest::keyClick(found.field, Qt::Key_Down);
    QTest::keyClick(found.field, Qt::Key_Return);
    auto *table = found.desk.waitForNamed<QTableView>(u"Companies"_s);
    QVERIFY(table);
    QTRY_COMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"Padaria Estrela"_s);
}

void TestFind::opensASegment()
{
    FindField found;
    found.type(u"people"_s);
    QTRY_COMPARE(found.current(), u"Estrela people"_s);
    QTest::keyClick(found.field, Qt::Key_Return);
    QTRY_COMPARE(found.desk.rows(), 1);
}

void TestFind::opensAllThatMatch()
{
    FindField found;
    for (int i = 0; i < 12; ++i)
        found.desk.workspace.add(u"Nuno Alves %1"_s.arg(i));
    found.type(u"nuno"_s);
    const auto more = [&found] { return found.current().startsWith(u"and "_s); };
    QTRY_VERIFY(found.rows().join(u'|').contains(u"and "_s));
    for (int i = 0; i < 15 && !more(); ++i)
        QTest::keyClick(found.field, Qt::Key_Down);
    QVERIFY(more());
    QTest::keyClick(found.field, Qt::Key_Return);
    QTRY_COMPARE(found.desk.rows(), 12);
}

void TestFind::opensAllCompaniesThatMatch()
{
    FindField found;
    for (int i = 0; i < 9; ++i)
        found.desk.workspace.add(u"Nuno Alves %1"_s.arg(i), u"Granola %1 Lda"_s.arg(i));
    found.type(u"granola"_s);
    const auto companies = [&found] { return found.rows().join(u'|').section(u"|Companies|"_s, 1); };
    QTRY_COMPARE(companies(), u"Granola 0 Lda|Granola 1 Lda|Granola 2 Lda|and 6 more|Add|granola"_s);
    const auto more = [&found] { return found.list()->current()->kind == Finding::Kind::MoreCompanies; };
    for (int i = 0; i < 15 && !more(); ++i)
        QTest::keyClick(found.field, Qt::Key_Down);
    QVERIFY(more());
    QTest::keyClick(found.field, Qt::Key_Return);
    auto *table = found.desk.waitForNamed<QTableView>(u"Companies"_s);
    QTRY_COMPARE(table->model()->rowCount(), 9);
    // The page looks for the words as they stand: of those it would not find, only the number is told.
    found.field->setFocus();
    found.type(u"lda granola"_s);
    QTRY_COMPARE(companies(), u"Granola 0 Lda|Granola 1 Lda|Granola 2 Lda|and 6 more|Add|lda granola"_s);
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(found.field, Qt::Key_Down);
        QVERIFY(!more());
    }
}

void TestFind::saysHowManyNotesThereAre()
{
    FindField found;
    for (int i = 0; i < 5; ++i) {
        const LeadId lead = found.desk.workspace.add(u"Nuno Alves %1"_s.arg(i));
        answerOf(found.desk.workspace->leads().edit({lead}, {{LeadField::Notes, u"asked for rye"_s}}));
    }
    found.type(u"asked for rye"_s);
    QTRY_COMPARE(found.rows().size(), 7);
    QCOMPARE(found.rows().value(0), u"In notes and timeline"_s);
    QCOMPARE(found.rows().mid(4).join(u'|'), u"and 2 more|Add|asked for rye"_s);
    QTest::keyClick(found.field, Qt::Key_Down);
    QTest::keyClick(found.field, Qt::Key_Down);
    QTest::keyClick(found.field, Qt::Key_Down); // no list shows just these: it is stepped over
    QCOMPARE(found.list()->current()->kind, Finding::Kind::NewLead);
}

void TestFind::opensAPage()
{
    FindField found;
    found.type(u"reports"_s);
    QTRY_COMPARE(found.current(), u"Reports"_s);
    QTest::keyClick(found.field, Qt::Key_Return);
    QVERIFY(found.desk.named<QWidget>(u"Funnel"_s));
}

void TestFind::runsACommand()
{
    FindField found;
    found.type(u"shortc"_s);
    QTRY_COMPARE(found.current(), u"Keyboard shortcuts"_s);
    QTest::keyClick(found.field, Qt::Key_Return);
    QTRY_VERIFY(found.desk.dialog());
    found.desk.dialog()->close();
}

void TestFind::theKeyboardGoesBackToThePage()
{
    FindField found;
    found.desk.action(u"Leads"_s)->trigger();
    QTRY_COMPARE(found.desk.rows(), 2);
    found.field->setFocus();
    found.type(u"move to hot"_s);
    QTRY_COMPARE(found.current(), u"Move to hot"_s);
    QTest::keyClick(found.field, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), found.desk.named<QTableView>(u"Leads"_s));
    found.field->setFocus();
    found.type(u"write a note"_s);
    QTRY_COMPARE(found.current(), u"Write a note"_s);
    QTest::keyClick(found.field, Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"What happened"_s); // where the command takes it
}

void TestFind::undoReachesTheWindow()
{
    FindField found;
    found.desk.action(u"Leads"_s)->trigger();
    QTRY_COMPARE(found.desk.rows(), 2);
    found.desk.window().activateWindow();
    for (const QString &name : {u"Find"_s, u"Filter leads"_s}) {
        const int before = found.desk.rows();
        found.desk.workspace.add(u"Zoe Quist"_s);
        QTRY_COMPARE(found.desk.rows(), before + 1);
        auto *edit = found.desk.named<QLineEdit>(name);
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier); // nothing of its own
        QTRY_COMPARE(found.desk.rows(), before);
        QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(found.desk.rows(), before + 1);
    }
    found.field->setFocus();
    found.type(u"shortc"_s);
    QTest::keyClick(found.field, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(found.field->text(), QString()); // its own comes first
    QTest::qWait(50);
    QCOMPARE(found.desk.rows(), 4);
    found.type(u"reports"_s);
    QTRY_COMPARE(found.current(), u"Reports"_s);
    QTest::keyClick(found.field, Qt::Key_Return);
    QVERIFY(!found.field->isUndoAvailable()); // a command that was run is no text to take back
}

void TestFind::whatWasOpenedComesFirst()
{
    FindField found;
    for (const QString &typed : {u"jan"_s, u"marta"_s}) {
        found.type(typed);
        QTRY_VERIFY(found.current().toLower().startsWith(typed));
        QTest::keyClick(found.field, Qt::Key_Return);
        found.field->setFocus();
    }
    found.desk.action(u"Find"_s)->trigger();
    QTRY_COMPARE(found.rows().mid(0, 3), (QStringList{u"Opened lately"_s, u"Marta Oliveira"_s, u"Jan Peters"_s}));
    found.desk.open(); // also after a restart
    found.field = found.desk.waitForNamed<QLineEdit>(u"Find"_s);
    found.desk.action(u"Find"_s)->trigger();
    QTRY_COMPARE(found.rows().mid(0, 3), (QStringList{u"Opened lately"_s, u"Marta Oliveira"_s, u"Jan Peters"_s}));
}

void TestFind::whatIsNotThereIsAdded()
{
    FindField found;
    found.type(u"Zoe Quist, Quist Ltd, zoe@quist.example, hot"_s);
    QTRY_COMPARE(found.rows().join(u'|'), u"Add|Zoe Quist, Quist Ltd, zoe@quist.example, hot"_s);
    QTest::keyClick(found.field, Qt::Key_Return);
    QTRY_VERIFY(found.desk.dialog());
    QCOMPARE(waitForNamed<QLineEdit>(found.desk.dialog(), u"Company"_s)->text(), u"Quist Ltd"_s);
    waitForButton(found.desk.dialog(), u"Save lead"_s)->click();
    QTRY_COMPARE(found.desk.workspace.list(u"temperature:hot"_s)->ids.size(), size_t(1));
}

void TestFind::arrowsStepOverHeads()
{
    FindField found;
    found.type(u"estrela"_s);
    QTRY_COMPARE(found.current(), u"Marta Oliveira"_s);
    QTest::keyClick(found.field, Qt::Key_Down);
    QCOMPARE(found.current(), u"Padaria Estrela"_s);
    QTest::keyClick(found.field, Qt::Key_Up);
    QTest::keyClick(found.field, Qt::Key_Up);
    QCOMPARE(found.current(), u"Marta Oliveira"_s); // the first one stays
}

void TestFind::escapeClosesAndLeaves()
{
    FindField found;
    found.type(u"estrela"_s);
    QTRY_VERIFY(found.list());
    QTest::keyClick(found.field, Qt::Key_Escape);
    QVERIFY(!found.list());
    QVERIFY(found.field->hasFocus());
    QTest::keyClick(found.field, Qt::Key_Escape);
    QVERIFY(!found.field->hasFocus());
}

QTEST_MAIN(TestFind)
#include "tst_find.moc"
