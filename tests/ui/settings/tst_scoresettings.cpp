// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/settings/qualificationsettings.h"
#include "ui/settings/scoresettings.h"
#include "ui/settings/stagesettings.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>

using namespace kindling;
using namespace Qt::StringLiterals;

/// The rules of the score, the stages and the qualification in the settings.
class TestScoreSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<TemporaryWorkspace>();
        answerOf((*m_workspace)->scores().save({{{ScoreHalf::Fit, u"company:any"_s, 10, 0, 0}}, 30, 60}));
    }
    void cleanup() { m_workspace.reset(); }

    void aRuleIsPreviewedBeforeItIsSaved();
    void rulesAreEditedInPlace();
    void aRuleThatIsNoneIsRefused();
    void changesAreDiscarded();
    void stagesAreEditedInPlace();
    void aFrameworkIsWritten();

private:
    std::unique_ptr<TemporaryWorkspace> m_workspace;
};

void TestScoreSettings::aRuleIsPreviewedBeforeItIsSaved()
{
    m_workspace->add(u"Marta"_s, u"Padaria"_s);
    Shown<ScoreSettings> settings(**m_workspace, nullptr);
    QWidget *page = &settings;
    auto *rule = waitForNamed<QLineEdit>(page, u"New rule as a filter"_s);
    QVERIFY(rule);
    rule->setText(u"name:Marta"_s);
    waitForNamed<QSpinBox>(page, u"Points of the new rule"_s)->setValue(60);
    QTest::keyClick(rule, Qt::Key_Return);
    QTRY_VERIFY(mentions(page, u"Of 1 open leads 1 would be suggested another temperature: hot 0 → 0, warm 0 → 1, cold 1 → 0."_s));
    QTRY_VERIFY(mentions(page, u"Warm would be: Marta"_s));
    QCOMPARE((*m_workspace)->vocabulary()->scoring.rules.size(), size_t(1)); // nothing counts yet
    waitForButton(page, u"Save rules"_s)->click();
    QTRY_COMPARE((*m_workspace)->vocabulary()->scoring.rules.size(), size_t(2));
    QTRY_VERIFY(!waitForButton(page, u"Save rules"_s)->isEnabled());
}

void TestScoreSettings::rulesAreEditedInPlace()
{
    Shown<ScoreSettings> settings(**m_workspace, nullptr);
    auto *table = waitForNamed<QTableWidget>(&settings, u"Rules of the score"_s);
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 1)->text(), u"With any company"_s);
    QCOMPARE(table->item(0, 3)->text(), u"+10"_s);
    table->item(0, 3)->setText(u"-25"_s);
    QCOMPARE(table->item(0, 3)->text(), u"−25"_s);
    waitForButton(&settings, u"Save rules"_s)->click();
    QTRY_COMPARE((*m_workspace)->vocabulary()->scoring.rules.front().points, -25);
}

void TestScoreSettings::aRuleThatIsNoneIsRefused()
{
    Shown<ScoreSettings> settings(**m_workspace, nullptr);
    const QSignalSpy failed(&settings, &ScoreSettings::failed);
    auto *table = waitForNamed<QTableWidget>(&settings, u"Rules of the score"_s);
    table->item(0, 2)->setText(u"nosuch:5"_s);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(table->item(0, 2)->text(), u"company:any"_s); // what is kept
    table->item(0, 3)->setText(u"many"_s);
    QCOMPARE(failed.count(), 2);
    QVERIFY(!waitForButton(&settings, u"Save rules"_s)->isEnabled());
}

void TestScoreSettings::changesAreDiscarded()
{
    Shown<ScoreSettings> settings(**m_workspace, nullptr);
    waitForNamed<QSpinBox>(&settings, u"Warm from a score of"_s)->setValue(70);
    QCOMPARE(waitForNamed<QSpinBox>(&settings, u"Hot from a score of"_s)->value(), 71); // never below warm
    QTRY_VERIFY(showsText(&settings, u"There are no open leads that could move."_s));
    waitForButton(&settings, u"Discard"_s)->click();
    QCOMPARE(waitForNamed<QSpinBox>(&settings, u"Hot from a score of"_s)->value(), 60);
    waitForButton(&settings, u"Usual rules"_s)->click();
    QVERIFY(waitForNamed<QTableWidget>(&settings, u"Rules of the score"_s)->rowCount() > 10);
}

void TestScoreSettings::stagesAreEditedInPlace()
{
    Shown<StageSettings> settings(**m_workspace, nullptr);
    auto *table = waitForNamed<QTableWidget>(&settings, u"Stages"_s);
    QCOMPARE(table->rowCount(), 6);
    QTRY_COMPARE(table->item(0, 2)->text(), u"none decided"_s);
    table->item(3, 4)->setText(u"We spoke"_s);
    QTRY_COMPARE((*m_workspace)->vocabulary()->stages[3].criteria, u"We spoke"_s);
    const QSignalSpy failed(&settings, &StageSettings::failed);
    table->item(3, 1)->setText(u"many"_s);
    QTRY_COMPARE(failed.count(), 1);
    QTRY_COMPARE(table->item(3, 1)->text(), u"40"_s);
    auto *name = waitForNamed<QLineEdit>(&settings, u"Name of the new stage"_s);
    QTest::keyClicks(name, u"Demo"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(table->rowCount(), 7);
    table->setCurrentCell(4, 0);
    waitForButton(&settings, u"Move the stage up"_s)->click();
    QTRY_COMPARE((*m_workspace)->vocabulary()->stages[3].name, u"Demo"_s);
}

void TestScoreSettings::aFrameworkIsWritten()
{
    Shown<QualificationSettings> settings(**m_workspace, nullptr);
    QVERIFY(!waitForButton(&settings, u"Remove the framework"_s)->isEnabled()); // BANT stays
    waitForNamed<QLineEdit>(&settings, u"Name of the framework"_s)->setText(u"CHAMP"_s);
    waitForNamed<QPlainTextEdit>(&settings, u"Questions of the framework"_s)
        ->setPlainText(u"Challenges: What hurts?\n\nAuthority: Who decides?\nMoney"_s);
    waitForButton(&settings, u"Save and use"_s)->click();
    QTRY_COMPARE((*m_workspace)->vocabulary()->qualification.framework().name, u"CHAMP"_s);
    QTRY_COMPARE(waitForNamed<QComboBox>(&settings, u"Framework in use"_s)->currentText(), u"CHAMP"_s);
    waitForButton(&settings, u"Remove the framework"_s)->click();
    QTRY_COMPARE(waitForNamed<QComboBox>(&settings, u"Framework in use"_s)->currentText(), u"BANT"_s);
}

QTEST_MAIN(TestScoreSettings)
#include "tst_scoresettings.moc"
