// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/panels/leadpanel.h"
#include "ui/widgets/basics.h"

#include "core/workspace/qualificationservice.h"
#include "core/workspace/scoreservice.h"

#include <QComboBox>
#include <QLineEdit>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

class Panel
{
public:
    Panel()
        : panel(*workspace, m_theme, nullptr)
    {
        id = workspace.add(u"Marta"_s, u"Padaria"_s);
        answerOf(workspace->scores().save({{{ScoreHalf::Fit, u"company:any"_s, 80, 0, 0}}, 30, 60}));
        panel->showLead(id);
        unfold(u"Qualification with notes"_s);
    }
    void unfold(const QString &name) { waitForNamed<QPushButton>(&panel, name)->click(); }
    Lead lead() { return workspace.lead(id); }
    template <typename T>
    T *named(const QString &name)
    {
        return visibleNamed<T>(&panel, name);
    }

    TemporaryWorkspace workspace;
    LeadId id;

private:
    Theme m_theme;

public:
    Shown<LeadPanel> panel;
};

} // namespace

/// The qualification card and the score in the lead panel.
class TestQualificationCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAndNotesAreWrittenByKeyboard();
    void saysWhatIsMissing();
    void saysWhatItIsQualifiedThrough();
    void showsTheQuestionsOfAnotherFramework();
    void theScoreTellsItsReasons();
    void theCardSaysWhoseTemperatureItIs();
};

void TestQualificationCard::answersAndNotesAreWrittenByKeyboard()
{
    Panel p;
    auto *note = waitForNamed<QLineEdit>(&p.panel, u"Note on Budget"_s);
    QVERIFY(note);
    QCOMPARE(note->placeholderText(), u"Is there money for it?"_s);
    auto *answer = waitForNamed<QComboBox>(&p.panel, u"Answer to Budget"_s);
    answer->setFocus();
    QTest::keyClick(answer, Qt::Key_Down); // No
    QTest::keyClick(answer, Qt::Key_Down); // Partly
    QTRY_COMPARE(p.lead().bant.budget.answer, Answer::Partly);
    QTRY_COMPARE(waitForButton(&p.panel, u"Budget: "_s)->accessibleName(), u"Budget: Partly"_s); // the card has heard of it, too
    note->setFocus();
    QTest::keyClicks(note, u"asks her father"_s);
    QTest::keyClick(note, Qt::Key_Return);
    QTRY_COMPARE(p.lead().bant.budget.note, u"asks her father"_s);
    QTRY_VERIFY(mentions(&p.panel, u"2 Mar 2026 · Ines"_s));
    QTRY_COMPARE(waitForButton(&p.panel, u"Budget: "_s)->toolTip(), plainToolTip(u"Budget: Partly (asks her father)"_s));
    QCOMPARE(waitForButton(&p.panel, u"Budget: "_s)->accessibleDescription(), u"asks her father"_s); // without mark-up
}

void TestQualificationCard::saysWhatIsMissing()
{
    Panel p;
    QTRY_VERIFY(mentions(&p.panel, u"Missing to be sales qualified: ask about budget, ask about authority"_s));
    for (const LeadField question : {LeadField::Budget, LeadField::Authority, LeadField::Need, LeadField::Timeline})
        answerOf(p.workspace->leads().qualify(p.id, question, Answer::Yes, {}));
    QTRY_VERIFY(showsText(&p.panel, u"Missing to be sales qualified: say what it is qualified through."_s));
}

void TestQualificationCard::saysWhatItIsQualifiedThrough()
{
    Panel p;
    auto *through = waitForNamed<QComboBox>(&p.panel, u"Qualified through"_s);
    QVERIFY(through);
    through->setFocus();
    QTest::keyClick(through, Qt::Key_Down);
    QTRY_COMPARE(p.lead().qualifiedThrough, QualifiedThrough::Marketing);
    QTRY_VERIFY(mentions(&p.panel, u"through marketing, 2 Mar 2026 by Ines"_s));
}

void TestQualificationCard::showsTheQuestionsOfAnotherFramework()
{
    Panel p;
    QTRY_VERIFY(visibleButton(&p.panel, u"Timeline: "_s));
    answerOf(p.workspace->qualification().save(u"CHAMP"_s, {{u"Challenges"_s, u"What hurts?"_s}, {u"Authority"_s, {}}, {u"Money"_s, {}}}));
    QTRY_VERIFY(visibleButton(&p.panel, u"Challenges: "_s));
    QVERIFY(!visibleButton(&p.panel, u"Timeline: "_s));
    waitForButton(&p.panel, u"Challenges: "_s)->click();
    QTRY_COMPARE(waitForButton(&p.panel, u"Challenges: "_s)->accessibleName(), u"Challenges: No"_s);
}

void TestQualificationCard::theScoreTellsItsReasons()
{
    Panel p;
    QTRY_VERIFY(showsText(&p.panel, u"Score 40 · fit 80 · engagement 0"_s));
    QVERIFY(p.named<QLineEdit>(u"Note on Budget"_s));
    p.unfold(u"Why this score"_s);
    QVERIFY(!p.named<QLineEdit>(u"Note on Budget"_s)); // there is room for the details of one
    QTRY_VERIFY(mentions(&p.panel, u"+80  with any company"_s));
    answerOf(p.workspace->leads().edit({p.id}, {{LeadField::Company, QString()}}));
    QTRY_VERIFY(showsText(&p.panel, u"Score 0 · fit 0 · engagement 0"_s));
}

void TestQualificationCard::theCardSaysWhoseTemperatureItIs()
{
    Panel p;
    QTRY_VERIFY(showsText(&p.panel, u"Cold; the score suggests warm"_s));
    waitForButton(&p.panel, u"Hot"_s)->click();
    QTRY_VERIFY(showsText(&p.panel, u"Hot, pinned by a person; the score suggests warm"_s));
    waitForButton(&p.panel, u"Let the score decide"_s)->click();
    QTRY_COMPARE(p.lead().temperature, Temperature::Warm);
    QTRY_VERIFY(showsText(&p.panel, u"Warm, as the score suggests"_s));
    QVERIFY(!visibleButton(&p.panel, u"Let the score decide"_s));
}

QTEST_MAIN(TestQualificationCard)
#include "tst_qualificationcard.moc"
