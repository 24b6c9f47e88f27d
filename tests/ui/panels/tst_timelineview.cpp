// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/panels/activityeditor.h"
#include "ui/panels/leadpanel.h"
#include "ui/widgets/linkpopup.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

class Panel
{
public:
    Panel()
        : panel(*workspace, m_theme, nullptr)
    {
        id = workspace.add(u"Marta"_s);
        workspace.clock().advance(60'000);
        log(ActivityKind::Note, u"Wants *two* ovens, see https://example.com/ovens"_s);
        log(ActivityKind::Call, u"Spoke about the terrace"_s);
        panel->showLead(id);
    }
    void log(ActivityKind kind, const QString &note)
    {
        Activity activity;
        activity.lead = id;
        activity.kind = kind;
        activity.note = note;
        answerOf(workspace->leads().log(activity));
        workspace.clock().advance(60'000);
    }
    QListView *list() { return visibleNamed<QListView>(&panel, u"Timeline"_s); }
    int rows() { return list() ? list()->model()->rowCount() : -1; }
    QStringList titles()
    {
        QStringList titles;
        for (int row = 0; row < rows(); ++row)
            titles += list()->model()->index(row, 0).data().toString();
        return titles;
    }
    std::vector<Activity> activities() { return answerOf(workspace->leads().dossier(id)).activities; }
    void choose(int row)
    {
        list()->setFocus();
        list()->setCurrentIndex(list()->model()->index(row, 0));
    }

    TemporaryWorkspace workspace;
    LeadId id;

private:
    Theme m_theme;

public:
    Shown<LeadPanel> panel;
};

} // namespace

/// The timeline of a lead: filtered, searched, and edited in its place.
class TestTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAllThatHappened();
    void isFilteredByKind();
    void isSearched();
    void anActivityIsEditedInItsPlace();
    void escLeavesItAsItWas();
    void anActivityIsRemovedAndComesBack();
    void whatWasNotLoggedIsNotEdited();
    void aLinkIsShownBeforeItOpens();
};

void TestTimelineView::tellsAllThatHappened()
{
    Panel p;
    answerOf(p.workspace->leads().edit({p.id}, {{LeadField::City, u"Porto"_s}}));
    QTRY_COMPARE(p.titles(), (QStringList{u"Changed: city"_s, u"Call"_s, u"Note"_s, u"Came in"_s}));
    const QString cameIn = p.list()->model()->index(3, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(cameIn.contains(u"First contact after 2 min"_s), qPrintable(cameIn));
}

void TestTimelineView::isFilteredByKind()
{
    Panel p;
    QTRY_COMPARE(p.rows(), 3);
    QMenu *menu = waitForButton(&p.panel, u"Timeline shows"_s)->menu();
    Q_EMIT menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->text() == u"Calls"_s)
            action->trigger();
    }
    QCOMPARE(p.titles(), QStringList{u"Call"_s});
    QTRY_VERIFY(visibleButton(&p.panel, u"Timeline shows: Calls"_s));
    Q_EMIT menu->aboutToShow();
    menu->actions().front()->trigger();
    QCOMPARE(p.rows(), 3);
}

void TestTimelineView::isSearched()
{
    Panel p;
    QTRY_COMPARE(p.rows(), 3);
    auto *search = waitForNamed<QLineEdit>(&p.panel, u"Find in the timeline"_s);
    search->setText(u"ÓVENS two"_s); // any case, any accent, each word somewhere
    QCOMPARE(p.titles(), QStringList{u"Note"_s});
    search->setText(u"balcony"_s);
    QCOMPARE(p.rows(), 0);
    QTRY_VERIFY(mentions(&p.panel, u"Nothing of that kind"_s));
    search->clear();
    QCOMPARE(p.rows(), 3);
}

void TestTimelineView::anActivityIsEditedInItsPlace()
{
    Panel p;
    QTRY_COMPARE(p.rows(), 3);
    p.choose(0);
    QTest::keyClick(p.list(), Qt::Key_F2);
    auto *editor = p.panel->findChild<ActivityEditor *>();
    QVERIFY(editor);
    auto *note = waitForNamed<QPlainTextEdit>(editor, u"Note"_s);
    QCOMPARE(note->toPlainText(), u"Spoke about the terrace"_s); // as it was typed
    note->setPlainText(u"Spoke about the balcony"_s);
    waitForNamed<QComboBox>(editor, u"How the call went"_s)->setCurrentText(u"Voicemail"_s);
    QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(p.activities().front().note, u"Spoke about the balcony"_s);
    QCOMPARE(p.activities().front().outcome, CallOutcome::Voicemail);
    QCOMPARE(p.activities().front().at, TemporaryWorkspace::noon + 120'000); // to the second, as it was
    QTRY_COMPARE(p.titles().front(), u"Call, voicemail"_s);
    answerOf(p.workspace->history().undo());
    QCOMPARE(p.activities().front().note, u"Spoke about the terrace"_s);
}

void TestTimelineView::escLeavesItAsItWas()
{
    Panel p;
    QTRY_COMPARE(p.rows(), 3);
    p.choose(0);
    QTest::keyClick(p.list(), Qt::Key_Return);
    auto *note = waitForNamed<QPlainTextEdit>(&p.panel, u"Note"_s);
    QVERIFY(note);
    note->setPlainText(u"something else"_s);
    QTest::keyClick(note, Qt::Key_Escape);
    QTRY_VERIFY(!p.panel->findChild<ActivityEditor *>());
    QCOMPARE(p.activities().front().note, u"Spoke about the terrace"_s);
    QVERIFY(p.list()->hasFocus());
}

void TestTimelineView::anActivityIsRemovedAndComesBack()
{
    Panel p;
    QTRY_COMPARE(p.rows(), 3);
    bool undoable = false;
    connect(&p.panel, &LeadPanel::message, this, [&](const QString &, bool canUndo) { undoable = canUndo; });
    p.choose(0);
    QTest::keyClick(p.list(), Qt::Key_Delete);
    QTRY_COMPARE(p.rows(), 2);
    QTRY_VERIFY(undoable);
    answerOf(p.workspace->history().undo());
    QTRY_COMPARE(p.rows(), 3);
}

void TestTimelineView::whatWasNotLoggedIsNotEdited()
{
    Panel p;
    QTRY_COMPARE(p.rows(), 3);
    p.choose(2); // how it came in
    QTest::keyClick(p.list(), Qt::Key_F2);
    QTest::keyClick(p.list(), Qt::Key_Delete);
    QVERIFY(!p.panel->findChild<ActivityEditor *>());
    QCOMPARE(p.activities().size(), 2U);
}

void TestTimelineView::aLinkIsShownBeforeItOpens()
{
    Panel p;
    QTRY_COMPARE(p.rows(), 3);
    const QRect note = p.list()->visualRect(p.list()->model()->index(1, 0));
    LinkPopup *popup = nullptr;
    for (int x = note.left() + 32; x < note.right() && !popup; x += 8) { // where exactly depends on the font
        for (int y = note.top() + 30; y < note.bottom() && !popup; y += 6) {
            QTest::mouseClick(p.list()->viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(x, y));
            popup = p.panel->findChild<LinkPopup *>();
        }
    }
    QVERIFY(popup);
    QTRY_VERIFY(showsText(popup, u"https://example.com/ovens"_s)); // in full
    QUrl opened;
    connect(popup, &LinkPopup::accepted, this, [&](const QUrl &link) { opened = link; });
    waitForButton(popup, u"Cancel"_s)->click();
    QTRY_VERIFY(!p.panel->findChild<LinkPopup *>());
    QVERIFY(opened.isEmpty());
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
