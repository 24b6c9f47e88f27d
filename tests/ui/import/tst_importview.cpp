// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/historyservice.h"
#include "support/desk.h"
#include "ui/import/importview.h"
#include "ui/import/mappingtable.h"
#include "ui/import/plantables.h"

#include <QComboBox>
#include <QTableWidget>
#include <QTimer>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

class Import
{
public:
    Import()
        : view(*workspace, m_theme, nullptr)
    {
    }

    void begin(const QByteArray &content, const QString &name = u"fair.csv"_s) { view->begin(workspace.write(name, content)); }
    QPushButton *importButton()
    {
        QPushButton *found = waitForButton(&view, u"Import"_s);
        return found && found->isEnabled() ? found : nullptr;
    }
    QString cell(const QString &table, int row, int column)
    {
        const auto *found = waitForNamed<QTableWidget>(&view, table);
        const QTableWidgetItem *item = found ? found->item(row, column) : nullptr;
        return item ? item->text() : QString();
    }
    void choose(QComboBox *box, const QString &text)
    {
        const int index = box->findText(text);
        QVERIFY2(index >= 0, qPrintable(text));
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    QComboBox *combo(const QString &beginning)
    {
        for (QComboBox *box : view->findChildren<QComboBox *>()) {
            if (box->isVisible() && box->accessibleName().startsWith(beginning))
                return box;
        }
        return nullptr;
    }

    TemporaryWorkspace workspace;

private:
    Theme m_theme;

public:
    Shown<ImportView> view;
};

const QByteArray fair = "Name,Firm,E-Mail,Quirk\n"
                        "Marta Oliveira,Padaria Estrela,marta@estrela.example,blue\n"
                        "Jan Peters,Backerei Peters,jan@peters.example,green\n";

} // namespace

/// A file becomes leads: nothing is written before it is accepted.
class TestImportView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowTheFileIsRead();
    void saysHowSureItIsOfEachColumn();
    void anotherChoiceChangesThePreview();
    void columnsThatNobodyKnowsAreAskedFor();
    void anotherEncodingReadsTheFileAgain();
    void asksOnceForTheOrderOfDates();
    void offersUnknownStages_data();
    void offersUnknownStages();
    void showsWhichLeadsAreThereAlready();
    void showsProblemsByRow();
    void writesOnlyWhenAccepted();
    void whatWasTakenBackIsNotDone();
    void aFileThatIsNoTableSaysSo();
    void cancelLeavesNothingBehind();
};

void TestImportView::saysHowTheFileIsRead()
{
    Import import;
    import.begin(fair);
    QTRY_VERIFY(showsText(&import.view, u"4 columns with commas between them, UTF-8. Each row becomes a lead."_s));
    QTRY_VERIFY(showsText(&import.view, u"Import fair.csv"_s));
    import.begin("Name;Stadt;Website\nPadaria Estrela;Porto;estrela.example\nPeters;Berlin;peters.example\n");
    QTRY_VERIFY(mentions(&import.view, u"3 columns with semicolons between them"_s));
}

void TestImportView::saysHowSureItIsOfEachColumn()
{
    Import import;
    import.begin(fair);
    QTRY_COMPARE(import.cell(u"Columns of the file"_s, 0, 0), u"Name"_s);
    QCOMPARE(import.cell(u"Columns of the file"_s, 0, 3), u"sure"_s);
    QCOMPARE(import.cell(u"Columns of the file"_s, 2, 1), u"marta@estrela.example, jan@peters.example"_s);
    QCOMPARE(import.combo(u"E-Mail becomes"_s)->currentText(), u"Email"_s);
    // Nobody knows what a quirk is: kept in the notes, and said so.
    QCOMPARE(import.cell(u"Columns of the file"_s, 3, 3), u"unknown"_s);
    ImportColumn guessed;
    guessed.confidence = 0.4;
    QCOMPARE(surenessWord(guessed), u"a guess"_s);
    guessed.confidence = 0.6;
    QCOMPARE(surenessWord(guessed), u"likely"_s);
}

void TestImportView::anotherChoiceChangesThePreview()
{
    Import import;
    import.begin(fair);
    QTRY_COMPARE(import.cell(u"Preview of the rows"_s, 0, 3), u"Padaria Estrela"_s);
    import.choose(import.combo(u"Firm becomes"_s), u"City"_s);
    QTRY_COMPARE(import.cell(u"Preview of the rows"_s, 0, 3), QString());
    QCOMPARE(import.cell(u"Columns of the file"_s, 1, 3), u"your choice"_s);
}

void TestImportView::columnsThatNobodyKnowsAreAskedFor()
{
    Import import;
    import.begin("Bezugsmensch,Werkstatt,Gau\nAnna Berg,Ofenbau Berg,Bonn\nUte Lang,Backhaus Lang,Ulm\n");
    QTRY_VERIFY(showsText(&import.view, u"Say first which column is the name, the company, the email or the phone."_s));
    QVERIFY(!import.importButton());
    import.choose(import.combo(u"Bezugsmensch becomes"_s), u"Name"_s);
    QTRY_COMPARE(import.cell(u"Preview of the rows"_s, 0, 2), u"Anna Berg"_s);
    QTRY_VERIFY(import.importButton());
}

void TestImportView::anotherEncodingReadsTheFileAgain()
{
    Import import;
    import.begin("Name,Email\nJi\xF8\xED,jiri@rehor.example\n"); // windows-1250
    QTRY_COMPARE(import.cell(u"Columns of the file"_s, 0, 1), u"Jiøí"_s);
    QComboBox *letters = import.combo(u"The letters of the file are"_s);
    QVERIFY(letters);
    QCOMPARE(letters->currentText(), u"Western European (windows-1252)"_s);
    import.choose(letters, u"Central European (windows-1250)"_s);
    QTRY_COMPARE(import.cell(u"Columns of the file"_s, 0, 1), u"Jiří"_s);
    QTRY_VERIFY(mentions(&import.view, u"windows-1250"_s));
    QTRY_COMPARE(import.cell(u"Preview of the rows"_s, 0, 2), u"Jiří"_s);
}

void TestImportView::asksOnceForTheOrderOfDates()
{
    Import import;
    import.begin("Name,Created\nMarta,03/04/2026\nJan,05/06/2026\n");
    QTRY_VERIFY(mentions(&import.view, u"Say first how the dates are to be read"_s));
    QVERIFY(!import.importButton());
    import.choose(import.combo(u"Dates such as"_s), u"day first (3 April)"_s);
    QTRY_VERIFY(import.importButton());
    import.importButton()->click();
    QTRY_COMPARE(import.workspace.list(u"created:2026-04"_s)->ids.size(), size_t(1)); // Marta, on 3 April
    QTRY_VERIFY(mentions(&import.view, u"Done: 2 created"_s)); // the view has heard of it, too
    // Where the file decides itself, nobody is asked.
    import.begin("Name,Created\nEva,03/04/2026\nIvo,25/06/2026\n", u"clear.csv"_s);
    QTRY_VERIFY(import.importButton());
    QVERIFY(!import.combo(u"Dates such as"_s));
}

void TestImportView::offersUnknownStages_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("notes");
    QTest::newRow("new stage") << u"become new stages"_s << u"Tasting"_s << QString();
    QTest::newRow("notes") << u"stay in the notes"_s << u"Prospect"_s << u"Stage: Tasting"_s;
}

void TestImportView::offersUnknownStages()
{
    QFETCH(const QString, choice);
    QFETCH(const QString, stage);
    QFETCH(const QString, notes);
    Import import;
    import.begin("Name,Stage\nMarta,Tasting\nJan,Proposal\n");
    QComboBox *question = nullptr;
    QTRY_VERIFY((question = import.combo(u"Stages that are new here (Tasting)"_s)));
    import.choose(question, choice);
    // The plan is made anew with what was chosen: when the timer has rung, the button is off until it is there.
    const QList<QTimer *> timers = import.view->findChildren<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
    const auto waits = [](const QTimer *timer) { return timer->isSingleShot() && timer->isActive(); };
    QTRY_VERIFY(std::none_of(timers.begin(), timers.end(), waits) && import.importButton());
    import.importButton()->click();
    QTRY_COMPARE(import.workspace.list(u"marta"_s)->ids.size(), size_t(1));
    const Lead marta = import.workspace.lead(import.workspace.list(u"marta"_s)->ids.front());
    QCOMPARE(import.workspace->vocabulary()->stageName(marta.stage), stage);
    QCOMPARE(marta.notes, notes);
}

void TestImportView::showsWhichLeadsAreThereAlready()
{
    Import import;
    Lead there;
    there.name = u"Marta Oliveira"_s;
    there.emails = {{*EmailAddress::parse(u"marta@estrela.example"_s), {}, ContactState::Usable}};
    answerOf(import.workspace->leads().add(there));
    import.begin(fair);
    QTRY_VERIFY(import.cell(u"Preview of the rows"_s, 0, 1).startsWith(u"updates by email"_s));
    QCOMPARE(import.cell(u"Preview of the rows"_s, 1, 1), u"new"_s);
    QTRY_VERIFY(visibleButton(&import.view, u"Import 2"_s));
    import.choose(import.combo(u"Leads that are there already"_s), u"leave as they are"_s);
    QTRY_VERIFY(import.cell(u"Preview of the rows"_s, 0, 1).startsWith(u"skipped"_s));
    QTRY_VERIFY(visibleButton(&import.view, u"Import 1"_s));
}

void TestImportView::showsProblemsByRow()
{
    Import import;
    import.begin("Name,Email,City\nMarta,marta@estrela.example,Porto\nAna,not an address,Porto\n,,Faro\n");
    QTRY_COMPARE(import.cell(u"Problems"_s, 0, 0), u"3"_s);
    QVERIFY(import.cell(u"Problems"_s, 0, 1).contains(u"not an address"_s));
    QCOMPARE(import.cell(u"Problems"_s, 1, 0), u"4"_s);
    QVERIFY(import.cell(u"Problems"_s, 1, 1).startsWith(u"rejected: "_s));
    QTRY_VERIFY(mentions(&import.view, u"2 new · 1 rejected"_s));
}

void TestImportView::writesOnlyWhenAccepted()
{
    Import import;
    import.begin(fair);
    QTRY_VERIFY(import.importButton());
    QVERIFY(import.workspace.list({})->ids.empty());
    import.importButton()->setFocus();
    QTest::keyClick(import.importButton(), Qt::Key_Space);
    QCOMPARE(import.view->window()->focusWidget(), waitForNamed<QTableWidget>(&import.view, u"Preview of the rows"_s));
    QTRY_COMPARE(import.workspace.list({})->ids.size(), size_t(2));
    QTRY_VERIFY(mentions(&import.view, u"Done: 2 created"_s));
    QCOMPARE(import.view->window()->focusWidget(), waitForButton(&import.view, u"Close"_s)); // neither Import, which is gone, nor Cancel
    bool closed = false;
    connect(&import.view, &ImportView::closed, this, [&] { closed = true; });
    waitForButton(&import.view, u"Close"_s)->click();
    QVERIFY(closed);
    // The same file again: nothing to do.
    import.begin(fair);
    QPushButton *nothing = nullptr;
    QTRY_VERIFY((nothing = visibleButton(&import.view, u"Nothing to import"_s)));
    QVERIFY(!nothing->isEnabled());
}

void TestImportView::whatWasTakenBackIsNotDone()
{
    Import import;
    import.begin(fair);
    QTRY_VERIFY(import.importButton());
    import.importButton()->click();
    QTRY_VERIFY(mentions(&import.view, u"Done: 2 created"_s));
    answerOf(import.workspace->history().undo());
    QTRY_VERIFY(mentions(&import.view, u"Taken back"_s));
    QVERIFY(!mentions(&import.view, u"Done:"_s));
    answerOf(import.workspace->history().redo());
    QTRY_VERIFY(mentions(&import.view, u"Done: 2 created"_s));
    answerOf(import.workspace->history().undo());
    import.workspace.add(u"Somebody else"_s); // nothing is there to be done again now
    QTRY_VERIFY(mentions(&import.view, u"Taken back"_s));
    QVERIFY(!visibleNamed<QTableWidget>(&import.view, u"Preview of the rows"_s)->isEnabled());
    import.begin(fair);
    QTRY_VERIFY(import.importButton());
    QVERIFY(visibleNamed<QTableWidget>(&import.view, u"Preview of the rows"_s)->isEnabled());
}

void TestImportView::aFileThatIsNoTableSaysSo()
{
    Import import;
    import.begin(QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0", 20), u"photo.png"_s);
    QTRY_VERIFY(visibleNamed<QFrame>(&import.view, u"Problem"_s));
    QVERIFY(!import.importButton());
}

void TestImportView::cancelLeavesNothingBehind()
{
    Import import;
    import.begin(fair);
    QTRY_VERIFY(import.importButton());
    bool closed = false;
    connect(&import.view, &ImportView::closed, this, [&] { closed = true; });
    waitForButton(&import.view, u"Cancel"_s)->click();
    QVERIFY(closed);
    QVERIFY(import.workspace.list({})->ids.empty());
    QVERIFY(!import.workspace->history().nextUndo());
}

QTEST_MAIN(TestImportView)
#include "tst_importview.moc"
