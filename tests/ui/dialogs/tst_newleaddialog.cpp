// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/dialogs/newleaddialog.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

class Form
{
public:
    Form()
    {
        dialog = new NewLeadDialog(*workspace, m_theme, nullptr);
        dialog->open();
        if (!QTest::qWaitForWindowExposed(dialog))
            qFatal("it does not show");
    }
    ~Form() { delete dialog; }
    void type(const QString &field, const QString &text) { waitForNamed<QLineEdit>(dialog, field)->setText(text); }

    TemporaryWorkspace workspace;
    QPointer<NewLeadDialog> dialog;

private:
    Theme m_theme;
};

} // namespace

/// A new lead in a few fields.
class TestNewLeadDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesWhatWasTyped();
    void readsOneLine();
    void readsASignature();
    void whatWasTypedInAFieldStays();
    void nothingIsNoLead();
    void anAddressThatIsNoneIsSaid();
    void aLeadThatIsThereIsOffered();
    void everyFieldHasItsName();
    void nothingLiesOverTheNotes();
    void isAsHighAsItsHints();
    void fitsTheScreen();
    void anErrorHasItsRoom();
    void tabGoesDownTheForm();
    void escapePutsAwayWhatWasTyped();
};

void TestNewLeadDialog::savesWhatWasTyped()
{
    Form form;
    form.type(u"Name"_s, u"Marta Oliveira"_s);
    form.type(u"Company"_s, u"Padaria Estrela"_s);
    form.type(u"Phone"_s, u"030 23125 001"_s);
    form.type(u"Value"_s, u"4.5k"_s);
    waitForButton(form.dialog, u"Hot"_s)->click();
    LeadId made;
    connect(form.dialog, &NewLeadDialog::created, this, [&](LeadId id) { made = id; });
    waitForButton(form.dialog, u"Save lead"_s)->click();
    QTRY_VERIFY(!form.dialog);
    const Lead lead = form.workspace.lead(made);
    QCOMPARE(lead.company, u"Padaria Estrela"_s);
    QCOMPARE(lead.temperature, Temperature::Hot);
    QCOMPARE(lead.phones.front().number.normalised(), u"+493023125001"_s);
    QCOMPARE(lead.value->minor, 450'000);
    QCOMPARE(lead.owner, u"Ines"_s);
}

void TestNewLeadDialog::readsOneLine()
{
    Form form;
    auto *quick = waitForNamed<QPlainTextEdit>(form.dialog, u"One line or a signature"_s);
    QTest::keyClicks(quick, u"Jane Doe, Acme, jane@acme.example, +49 30 23125001, hot, 5k"_s);
    const auto shown = [&](const QString &field) { return waitForNamed<QLineEdit>(form.dialog, field)->text(); };
    QCOMPARE(shown(u"Name"_s), u"Jane Doe"_s); // seen before it is saved
    QCOMPARE(shown(u"Company"_s), u"Acme"_s);
    QCOMPARE(shown(u"Email"_s), u"jane@acme.example"_s);
    QCOMPARE(shown(u"Value"_s), u"5k"_s);
    LeadId made;
    connect(form.dialog, &NewLeadDialog::created, this, [&](LeadId id) { made = id; });
    QTest::keyClick(quick, Qt::Key_Return);
    QTRY_VERIFY(!form.dialog);
    const Lead lead = form.workspace.lead(made);
    QCOMPARE(lead.temperature, Temperature::Hot);
    QCOMPARE(lead.phones.front().number.normalised(), u"+493023125001"_s);
}

void TestNewLeadDialog::readsASignature()
{
    Form form;
    auto *quick = waitForNamed<QPlainTextEdit>(form.dialog, u"One line or a signature"_s);
    quick->setPlainText(u"Best regards\nJane Doe\nHead of Operations\nAcme Ltd\n12 Baker Street\nwww.acme.example\njane@acme.example"_s);
    QCOMPARE(waitForNamed<QLineEdit>(form.dialog, u"Job title"_s)->text(), u"Head of Operations"_s);
    QTRY_VERIFY(mentions(form.dialog, u"12 Baker Street"_s)); // what has no field here is told
    QTest::keyClick(quick, Qt::Key_Return); // a new line, not the end
    QVERIFY(form.dialog);
    LeadId made;
    connect(form.dialog, &NewLeadDialog::created, this, [&](LeadId id) { made = id; });
    waitForButton(form.dialog, u"Save lead"_s)->click();
    QTRY_VERIFY(!form.dialog);
    QCOMPARE(form.workspace.lead(made).website, u"www.acme.example"_s);
    QCOMPARE(form.workspace.lead(made).street, u"12 Baker Street"_s);
}

void TestNewLeadDialog::whatWasTypedInAFieldStays()
{
    Form form;
    auto *company = waitForNamed<QLineEdit>(form.dialog, u"Company"_s);
    QTest::keyClicks(company, u"Own words"_s);
    waitForButton(form.dialog, u"Warm"_s)->click();
    auto *quick = waitForNamed<QPlainTextEdit>(form.dialog, u"One line or a signature"_s);
    quick->setPlainText(u"Jane Doe, Acme"_s);
    QCOMPARE(company->text(), u"Own words"_s);
    LeadId made;
    connect(form.dialog, &NewLeadDialog::created, this, [&](LeadId id) { made = id; });
    waitForButton(form.dialog, u"Save lead"_s)->click();
    QTRY_VERIFY(!form.dialog);
    QCOMPARE(form.workspace.lead(made).temperature, Temperature::Warm);
}

void TestNewLeadDialog::nothingIsNoLead()
{
    Form form;
    waitForButton(form.dialog, u"Save lead"_s)->click();
    QTRY_VERIFY(visibleNamed<QFrame>(form.dialog, u"Problem"_s));
    QVERIFY(form.workspace.list({})->ids.empty());
}

void TestNewLeadDialog::anAddressThatIsNoneIsSaid()
{
    Form form;
    form.type(u"Name"_s, u"Marta"_s);
    form.type(u"Email"_s, u"not an address"_s);
    waitForButton(form.dialog, u"Save lead"_s)->click();
    QTRY_VERIFY(mentions(form.dialog, u"not an address"_s));
    QVERIFY(form.dialog);
    QVERIFY(form.workspace.list({})->ids.empty());
}

void TestNewLeadDialog::aLeadThatIsThereIsOffered()
{
    Form form;
    Lead there;
    there.name = u"Marta Oliveira"_s;
    there.emails = {{*EmailAddress::parse(u"marta@estrela.example"_s), {}, ContactState::Usable}};
    const LeadId known = answerOf(form.workspace->leads().add(there)).leads.front();
    form.type(u"Email"_s, u"MARTA@estrela.example"_s);
    QPushButton *offer = nullptr;
    QTRY_VERIFY((offer = visibleButton(form.dialog, u"Already there: Marta Oliveira"_s)));
    LeadId opened;
    connect(form.dialog, &NewLeadDialog::openWanted, this, [&](LeadId id) { opened = id; });
    offer->click();
    QCOMPARE(opened, known);
}

/// Also the line in a box that one may type in: that one has the keyboard.
void TestNewLeadDialog::everyFieldHasItsName()
{
    Form form;
    for (const QLineEdit *line : form.dialog->findChildren<QLineEdit *>())
        QVERIFY2(!line->accessibleName().isEmpty(), qPrintable(line->placeholderText()));
    QVERIFY(visibleNamed<QLineEdit>(form.dialog, u"Source"_s));
}

void TestNewLeadDialog::nothingLiesOverTheNotes()
{
    Form form;
    const QWidget *notes = waitForNamed<QPlainTextEdit>(form.dialog, u"Notes"_s);
    const QWidget *saveButton = waitForButton(form.dialog, u"Save lead"_s);
    QTRY_VERIFY(notes->mapTo(form.dialog.data(), notes->rect().bottomLeft()).y() < saveButton->mapTo(form.dialog.data(), QPoint()).y());
}

void TestNewLeadDialog::isAsHighAsItsHints()
{
    Form form;
    for (const QString &name : {u"Marta Oliveira"_s, u"Marta Oliveiro"_s, u"Marta Oliveyra"_s}) {
        Lead there;
        there.name = name;
        there.company = u"Padaria Estrela"_s;
        answerOf(form.workspace->leads().add(there));
    }
    const int before = form.dialog->height();
    form.type(u"Company"_s, u"Padaria Estrela"_s);
    form.type(u"Name"_s, u"Marta Oliveira"_s);
    QTRY_VERIFY(form.dialog->height() > before);
    form.type(u"Name"_s, u"Zoe Quist"_s);
    form.type(u"Company"_s, QString());
    QTRY_COMPARE(form.dialog->height(), before);
    form.dialog->resize(form.dialog->width(), before + 300); // by hand: that stays
    form.type(u"Company"_s, u"Padaria Estrela"_s);
    form.type(u"Name"_s, u"Marta Oliveira"_s);
    QTRY_VERIFY(visibleButton(form.dialog, u"Already there: Marta Oliveira, Padaria Estrela"_s));
    form.type(u"Name"_s, QString());
    form.type(u"Company"_s, QString());
    QTRY_VERIFY(!visibleButton(form.dialog, u"Already there: Marta Oliveira, Padaria Estrela"_s));
    QCOMPARE(form.dialog->height(), before + 300);
}

void TestNewLeadDialog::fitsTheScreen()
{
    Form form;
    for (const QString &name : {u"Marta Oliveira"_s, u"Marta Oliveiro"_s, u"Marta Oliveyra"_s}) {
        Lead there;
        there.name = name;
        there.company = u"Padaria Estrela"_s;
        answerOf(form.workspace->leads().add(there));
    }
    const int screen = form.dialog->screen()->availableGeometry().height();
    auto *quick = waitForNamed<QPlainTextEdit>(form.dialog, u"One line or a signature"_s);
    quick->setPlainText(u"Marta Oliveira\nPadaria Estrela\n12 Baker Street\nwww.estrela.example"_s);
    form.type(u"Company"_s, u"Padaria Estrela"_s);
    form.type(u"Name"_s, u"Marta Oliveira"_s);
    form.type(u"Value"_s, u"much"_s);
    waitForButton(form.dialog, u"Save lead"_s)->click();
    form.type(u"Value"_s, {});
    form.type(u"Name"_s, {});
    form.type(u"Name"_s, u"Marta Oliveira"_s);
    QTRY_VERIFY(visibleButton(form.dialog, u"Already there: Marta Oliveira, Padaria Estrela"_s));
    QTRY_VERIFY(form.dialog->findChild<QScrollArea *>()->verticalScrollBar()->maximum() > 0); // a message and an address, too
    QVERIFY2(form.dialog->frameGeometry().height() <= screen, qPrintable(QString::number(form.dialog->height())));
    const QWidget *saveButton = waitForButton(form.dialog, u"Save lead"_s);
    QVERIFY(saveButton->mapTo(form.dialog.data(), saveButton->rect().bottomLeft()).y() < screen);
}

void TestNewLeadDialog::anErrorHasItsRoom()
{
    Form form;
    const int before = form.dialog->height();
    form.type(u"Name"_s, u"Marta"_s);
    form.type(u"Value"_s, u"a fair amount of money, to be told"_s);
    waitForButton(form.dialog, u"Save lead"_s)->click();
    QTRY_VERIFY(visibleNamed<QFrame>(form.dialog, u"Problem"_s));
    QVERIFY(form.dialog->height() > before);
    QTest::qWait(20);
    const QWidget *notes = waitForNamed<QPlainTextEdit>(form.dialog, u"Notes"_s);
    const QWidget *saveButton = waitForButton(form.dialog, u"Save lead"_s);
    QVERIFY(!notes->visibleRegion().isEmpty());
    QCOMPARE(notes->visibleRegion().boundingRect(), notes->rect());
    QVERIFY(notes->mapTo(form.dialog.data(), notes->rect().bottomLeft()).y() < saveButton->mapTo(form.dialog.data(), QPoint()).y());
}

void TestNewLeadDialog::tabGoesDownTheForm()
{
    Form form;
    Lead there;
    there.name = u"Marta Oliveira"_s;
    there.emails = {{*EmailAddress::parse(u"marta@estrela.example"_s), {}, ContactState::Usable}};
    answerOf(form.workspace->leads().add(there));
    form.type(u"Email"_s, u"marta@estrela.example"_s);
    QTRY_VERIFY(visibleButton(form.dialog, u"Already there: Marta Oliveira"_s));
    QStringList names;
    QWidget *first = waitForNamed<QPlainTextEdit>(form.dialog, u"One line or a signature"_s);
    first->setFocus();
    QTRY_VERIFY(first->hasFocus());
    for (int i = 0; i < 14; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        const auto *push = qobject_cast<QPushButton *>(QApplication::focusWidget());
        const QString name = QApplication::focusWidget()->accessibleName();
        names += name.isEmpty() && push ? push->text() : name.section(u':', 0, 0);
    }
    QCOMPARE(names.join(u'|'), u"Name|Company|Job title|Email|Phone|Cold|Warm|Hot|Source|Value|Notes|Already there|Cancel|Save lead"_s);
}

void TestNewLeadDialog::escapePutsAwayWhatWasTyped()
{
    Form form;
    const QSignalSpy kept(form.dialog, &NewLeadDialog::kept);
    form.type(u"Name"_s, u"Marta Oliveira"_s);
    QTest::keyClick(form.dialog.data(), Qt::Key_Escape);
    QCOMPARE(kept.count(), 1);
    QVERIFY(form.dialog && form.dialog->isHidden());
    form.dialog->open();
    QCOMPARE(waitForNamed<QLineEdit>(form.dialog, u"Name"_s)->text(), u"Marta Oliveira"_s);
    waitForButton(form.dialog, u"Cancel"_s)->click();
    QTRY_VERIFY(!form.dialog);
}

QTEST_MAIN(TestNewLeadDialog)
#include "tst_newleaddialog.moc"
