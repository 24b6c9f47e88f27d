// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/segmentservice.h"
#include "support/desk.h"
#include "ui/settings/cadencesettings.h"
#include "ui/settings/callsettings.h"
#include "ui/settings/workdaysettings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTimeEdit>

using namespace kindling;
using namespace Qt::StringLiterals;

/// How the team works, set in the window; each is one change that undoes.
class TestDaySettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListOfOutcomesIsTheTeams();
    void undoIsNotWrittenBack();
    void noMoreOutcomesThanKeys();
    void cadencesOfTemperaturesAndSegments();
    void templatesAreWrittenAndRemoved();
    void workingDaysAndQuietHours();
    void aHolidayThatIsNoneIsRefused();
};

void TestDaySettings::theListOfOutcomesIsTheTeams()
{
    TemporaryWorkspace w;
    Shown<CallSettings> settings(*w, nullptr);
    const QSignalSpy saved(&settings, &CallSettings::message);
    auto *first = waitForNamed<QLineEdit>(&settings, u"Outcome 1"_s);
    QCOMPARE(first->text(), u"Spoke with decision maker"_s);
    first->setText(u"Reached the boss"_s);
    Q_EMIT first->editingFinished();
    QTRY_COMPARE(w->vocabulary()->work.callOutcomes.front().name, u"Reached the boss"_s);
    QTRY_VERIFY(visibleButton(&settings, u"Remove outcome 9"_s));
    waitForButton(&settings, u"Remove outcome 9"_s)->click();
    QTRY_COMPARE(w->vocabulary()->work.callOutcomes.size(), size_t(8));
    answerOf(w->history().undo());
    QTRY_VERIFY(visibleNamed<QLineEdit>(&settings, u"Outcome 9"_s));
    // The usual word is not stored: it follows the language.
    QCOMPARE(w->vocabulary()->work.callOutcomes[4].name, QString());
    QTRY_COMPARE(saved.count(), 2);
}

void TestDaySettings::undoIsNotWrittenBack()
{
    TemporaryWorkspace w;
    Shown<CallSettings> settings(*w, nullptr);
    waitForButton(&settings, u"Remove outcome 9"_s)->click();
    QTRY_COMPARE(w->vocabulary()->work.callOutcomes.size(), size_t(8));
    QTRY_VERIFY(!visibleNamed<QLineEdit>(&settings, u"Outcome 9"_s));
    QTRY_VERIFY(waitForButton(&settings, u"Add an outcome"_s)->isEnabled()); // the rows are made anew
    auto *first = waitForNamed<QLineEdit>(&settings, u"Outcome 1"_s);
    settings->activateWindow();
    first->setFocus();
    QTRY_VERIFY(first->hasFocus());
    QTest::keyClicks(first, u" again"_s); // typed and not left
    answerOf(w->history().undo());
    QTRY_VERIFY(visibleNamed<QLineEdit>(&settings, u"Outcome 9"_s));
    QTest::qWait(50);
    QCOMPARE(w->vocabulary()->work.callOutcomes.size(), size_t(9));
}

void TestDaySettings::noMoreOutcomesThanKeys()
{
    TemporaryWorkspace w;
    Shown<CallSettings> settings(*w, nullptr);
    const QSignalSpy saved(&settings, &CallSettings::message);
    QVERIFY(!waitForButton(&settings, u"Add an outcome"_s)->isEnabled());
    waitForButton(&settings, u"Remove outcome 1"_s)->click();
    QTRY_VERIFY(waitForButton(&settings, u"Add an outcome"_s)->isEnabled());
    waitForButton(&settings, u"Add an outcome"_s)->click();
    QLineEdit *added = nullptr;
    QTRY_VERIFY((added = visibleNamed<QLineEdit>(&settings, u"Outcome 9"_s)));
    added->setText(u"Asked for a catalogue"_s);
    Q_EMIT added->editingFinished();
    QTRY_COMPARE(w->vocabulary()->work.callOutcomes.back().name, u"Asked for a catalogue"_s);
    QTRY_COMPARE(saved.count(), 2);
}

void TestDaySettings::cadencesOfTemperaturesAndSegments()
{
    TemporaryWorkspace w;
    answerOf(w->segments().add(u"Key accounts"_s, u"value>=5000"_s));
    Shown<CadenceSettings> settings(*w, nullptr);
    const QSignalSpy saved(&settings, &CadenceSettings::message);
    QSpinBox *every = nullptr;
    QTRY_VERIFY((every = visibleNamed<QSpinBox>(&settings, u"Hot: every so many days"_s)));
    QCOMPARE(every->value(), 3);
    every->setValue(10); // beyond "at most": that goes along
    Q_EMIT every->editingFinished();
    QTRY_COMPARE(*w->vocabulary()->work.cadenceOf(Temperature::Hot), (Cadence{u"hot"_s, false, 10, 10}));
    auto *segment = waitForNamed<QComboBox>(&settings, u"Segment with a rhythm of its own"_s);
    segment->setCurrentIndex(1);
    Q_EMIT segment->activated(1);
    QTRY_VERIFY(visibleNamed<QSpinBox>(&settings, u"Key accounts: every so many days"_s));
    QVERIFY(w->vocabulary()->work.cadences.front().segment);
    waitForButton(&settings, u"Remove the rhythm of Key accounts"_s)->click();
    QTRY_COMPARE(w->vocabulary()->work.cadences.size(), size_t(3));
    QTRY_COMPARE(saved.count(), 3);
}

void TestDaySettings::templatesAreWrittenAndRemoved()
{
    TemporaryWorkspace w;
    Shown<CadenceSettings> settings(*w, nullptr);
    const QSignalSpy saved(&settings, &CadenceSettings::message);
    bool failed = false;
    connect(&settings, &CadenceSettings::failed, this, [&](const Error &) { failed = true; });
    auto *templates = waitForNamed<QComboBox>(&settings, u"Template to edit"_s);
    templates->setCurrentIndex(2);
    Q_EMIT templates->activated(2); // a new one
    waitForButton(&settings, u"Save the template"_s)->click();
    QVERIFY(failed); // it needs a name
    waitForNamed<QLineEdit>(&settings, u"Name of the template"_s)->setText(u"Offer"_s);
    waitForNamed<QPlainTextEdit>(&settings, u"Text of the template"_s)->setPlainText(u"Hello {firstName}"_s);
    waitForButton(&settings, u"Save the template"_s)->click();
    QTRY_COMPARE(w->vocabulary()->work.templates.size(), size_t(3));
    QCOMPARE(w->vocabulary()->work.templates.back().body, u"Hello {firstName}"_s);
    QTRY_COMPARE(templates->currentText(), u"Offer"_s);
    waitForButton(&settings, u"Remove the template"_s)->click();
    QTRY_COMPARE(w->vocabulary()->work.templates.size(), size_t(2));
    QTRY_COMPARE(saved.count(), 2);
}

void TestDaySettings::workingDaysAndQuietHours()
{
    TemporaryWorkspace w;
    Shown<WorkdaySettings> settings(*w, nullptr);
    const QSignalSpy saved(&settings, &WorkdaySettings::message);
    auto *saturday = waitForNamed<QCheckBox>(&settings, QLocale().dayName(6) + u" is worked"_s);
    QVERIFY(saturday && !saturday->isChecked());
    saturday->click();
    QTRY_VERIFY(w->vocabulary()->work.workingDays[5]);
    auto *from = waitForNamed<QTimeEdit>(&settings, u"Quiet hours begin"_s);
    QVERIFY(!from->isEnabled());
    for (QCheckBox *box : settings->findChildren<QCheckBox *>()) {
        if (box->text() == u"No reminders in quiet hours"_s)
            box->click();
    }
    QTRY_VERIFY(from->isEnabled());
    from->setTime(QTime(19, 30));
    Q_EMIT from->editingFinished();
    QTRY_COMPARE(w->vocabulary()->work.quietFrom, QTime(19, 30));
    auto *holidays = waitForNamed<QLineEdit>(&settings, u"Holidays"_s);
    holidays->setText(u"2026-12-26, 2026-12-25"_s);
    Q_EMIT holidays->editingFinished();
    QTRY_COMPARE(w->vocabulary()->work.holidays, (std::vector{QDate(2026, 12, 25), QDate(2026, 12, 26)}));
    QTRY_COMPARE(saved.count(), 4);
}

void TestDaySettings::aHolidayThatIsNoneIsRefused()
{
    TemporaryWorkspace w;
    Shown<WorkdaySettings> settings(*w, nullptr);
    Error error;
    connect(&settings, &WorkdaySettings::failed, this, [&](const Error &e) { error = e; });
    auto *holidays = waitForNamed<QLineEdit>(&settings, u"Holidays"_s);
    holidays->setText(u"2026-12-25, Christmas"_s);
    Q_EMIT holidays->editingFinished();
    QCOMPARE(error.code, ErrorCode::InvalidValue);
    QCOMPARE(error.subject, u"Christmas"_s);
    QVERIFY(w->vocabulary()->work.holidays.empty());
}

QTEST_MAIN(TestDaySettings)
#include "tst_daysettings.moc"
