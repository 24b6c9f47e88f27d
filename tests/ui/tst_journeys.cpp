// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/dialogs/logcalldialog.h"
#include "ui/mainwindow.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

#include <algorithm>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// Tells the longest time in which the window could not have answered.
class StallWatch : public QObject
{
public:
    StallWatch()
    {
        m_clock.start();
        m_timer.setInterval(0);
        connect(&m_timer, &QTimer::timeout, this, [this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_timer.start();
    }
    ~StallWatch() override { qInfo("longest stall of the window: %lld ms", static_cast<long long>(m_longest)); }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

} // namespace

/// What people do all day, in the real window.
class TestJourneys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstStartOffersThreeWays();
    void importsAFileAndTakesItBack();
    void writesANewLeadByKeyboard();
    void movesACardByKeyboard();
    void logsACallByKeyboard();
    void searchesAsOneTypes();
    void opensTheLeadsBehindABar();
    void everyControlHasAName();
};

void TestJourneys::firstStartOffersThreeWays()
{
    Desk desk;
    QTRY_VERIFY(desk.button(u"Choose a file"_s));
    QTRY_VERIFY(desk.button(u"Add a lead"_s));
    QVERIFY(!desk.action(u"Undo"_s)->isEnabled());
    desk.waitForButton(u"Show the sample business"_s)->click();
    QTRY_VERIFY(desk.workspace->history().nextUndo().has_value());
    QTRY_COMPARE(desk.workspace.list({})->ids.size(), size_t(100));
}

void TestJourneys::importsAFileAndTakesItBack()
{
    Desk desk;
    const StallWatch watch;
    desk.window().importFile(desk.workspace.write(u"fair.csv"_s,
                                                  "Name,Company,Email,Temperature\n"
                                                  "Marta Oliveira,Padaria Estrela,marta@estrela.example,hot\n"
                                                  "Jan Peters,Bäckerei Peters,jan@peters.example,cold\n"
                                                  ",,,\n"
                                                  "Ana Lima,Padaria Estrela,ana@estrela.example,warm\n"));
    QTRY_VERIFY(desk.button(u"Import 3"_s) && desk.waitForButton(u"Import 3"_s)->isEnabled());
    desk.waitForButton(u"Import 3"_s)->click();
    QTRY_VERIFY(desk.button(u"Close"_s));
    desk.waitForButton(u"Close"_s)->click();
    QTRY_COMPARE(desk.rows(), 3);
    QAction *undo = desk.action(u"Undo"_s);
    QTRY_VERIFY(undo->isEnabled());
    QVERIFY2(undo->text().contains(u"fair.csv"_s), qPrintable(undo->text()));
    undo->trigger();
    QTRY_COMPARE(desk.workspace.list({})->ids.size(), size_t(0));
    QTRY_VERIFY(desk.action(u"Redo"_s)->isEnabled());
    desk.action(u"Redo"_s)->trigger();
    QTRY_COMPARE(desk.workspace.list({})->ids.size(), size_t(3));
}

void TestJourneys::writesANewLeadByKeyboard()
{
    Desk desk;
    desk.action(u"New lead"_s)->trigger();
    QTRY_VERIFY(desk.dialog());
    QDialog *dialog = desk.dialog();
    QTRY_VERIFY(dialog->focusWidget());
    QTest::keyClicks(dialog->focusWidget(), u"Marta Oliveira"_s);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(dialog->focusWidget(), u"Padaria Estrela"_s);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(desk.workspace.list(u"marta estrela"_s)->ids.size(), size_t(1));
    QTRY_VERIFY(!desk.dialog());
}

void TestJourneys::movesACardByKeyboard()
{
    Desk desk;
    const LeadId id = desk.workspace.add(u"Marta"_s);
    desk.action(u"Board"_s)->trigger();
    QListView *cold = nullptr;
    const auto coldList = [&]() -> QListView * {
        for (QListView *list : desk.window().findChildren<QListView *>()) {
            if (list->isVisible() && list->accessibleName().startsWith(u"Cold, 1"_s))
                return list;
        }
        return nullptr;
    };
    QTRY_VERIFY((cold = coldList()));
    cold->setFocus();
    cold->setCurrentIndex(cold->model()->index(0, 0));
    QTest::keyClick(cold, Qt::Key_Right, Qt::ControlModifier);
    QTRY_COMPARE(desk.workspace.lead(id).temperature, Temperature::Warm);
    desk.action(u"Undo"_s)->trigger();
    QTRY_COMPARE(desk.workspace.lead(id).temperature, Temperature::Cold);
}

void TestJourneys::logsACallByKeyboard()
{
    Desk desk;
    const LeadId id = desk.workspace.add(u"Marta"_s);
    const QPointer<LogCallDialog> dialog = new LogCallDialog(*desk.workspace, desk.theme(), id, &desk.window());
    dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(dialog, patienceMs));
    QTest::keyClick(dialog, Qt::Key_6); // no answer
    auto edits = dialog->findChildren<QLineEdit *>();
    const auto next = std::find_if(edits.begin(), edits.end(), [](QLineEdit *e) { return e->accessibleName() == u"Next step"; });
    QVERIFY(next != edits.end());
    // Monday noon and nobody answered: the morning of the next working day.
    QTRY_COMPARE((*next)->text(), u"2026-03-03 09:00"_s);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!dialog); // it closes, and is gone
    const LeadDossier dossier = answerOf(desk.workspace->leads().dossier(id));
    QCOMPARE(dossier.activities.size(), size_t(1));
    QCOMPARE(dossier.activities.front().outcome, CallOutcome::NoAnswer);
    QCOMPARE(dossier.followUps.size(), size_t(1));
    // One call, one step to undo.
    answerOf(desk.workspace->history().undo());
    const LeadDossier undone = answerOf(desk.workspace->leads().dossier(id));
    QVERIFY(undone.activities.empty() && undone.followUps.empty());
}

void TestJourneys::searchesAsOneTypes()
{
    Desk desk;
    desk.workspace.add(u"Marta Oliveira"_s, u"Padaria Estrela"_s);
    desk.workspace.add(u"Jan Peters"_s);
    auto *find = desk.waitForNamed<QLineEdit>(u"Find"_s);
    QVERIFY(find);
    find->setFocus();
    QTest::keyClicks(find, u"estre"_s);
    QTRY_VERIFY(desk.named<QListView>(u"Found"_s));
    QTRY_COMPARE(desk.waitForNamed<QListView>(u"Found"_s)->currentIndex().data().toString(), u"Marta Oliveira"_s);
    QTest::keyClick(find, Qt::Key_Return);
    const auto shows = [&](const QString &text) {
        const QList<QLabel *> labels = desk.window().findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    };
    QTRY_VERIFY(shows(u"Marta Oliveira"_s)); // in the panel
}

void TestJourneys::opensTheLeadsBehindABar()
{
    Desk desk;
    desk.workspace.add(u"Marta"_s);
    desk.workspace.add(u"Jan"_s);
    desk.action(u"Reports"_s)->trigger();
    const auto hasFigures = [&] {
        for (const QTableView *table : desk.window().findChildren<QTableView *>()) {
            if (table->accessibleName() == u"Funnel in figures" && table->model()->rowCount() > 0)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(hasFigures());
    auto *chart = desk.waitForNamed<QWidget>(u"Funnel"_s);
    QVERIFY(chart);
    QTest::mouseClick(chart, Qt::LeftButton, {}, QPoint(chart->width() / 2, 30));
    QTRY_COMPARE(desk.rows(), 2);
}

void TestJourneys::everyControlHasAName()
{
    Desk desk;
    desk.workspace.add(u"Marta"_s);
    for (const QString &page : {u"Today"_s, u"Leads"_s, u"Board"_s, u"Companies"_s, u"Reports"_s, u"Settings"_s}) {
        desk.action(page)->trigger();
        QTest::qWait(50);
        for (const QWidget *widget : desk.window().findChildren<QWidget *>()) {
            const bool control = qobject_cast<const QPushButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QTableView *>(widget);
            if (!control || !widget->isVisible() || qobject_cast<const QComboBox *>(widget->parentWidget()))
                continue;
            const auto *push = qobject_cast<const QPushButton *>(widget);
            const QString name = widget->accessibleName().isEmpty() && push ? push->text() : widget->accessibleName();
            QVERIFY2(!name.isEmpty(), qPrintable(page + u": a %1 without a name"_s.arg(QLatin1String(widget->metaObject()->className()))));
        }
    }
}

QTEST_MAIN(TestJourneys)
#include "tst_journeys.moc"
