// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/dialogs/erasedialog.h"

#include <QMenu>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Erasing a lead in the window: asked first, done for good.
class TestEraseDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatGoesAndEnterErasesNothing();
    void theLeadIsGoneFromTheWindow();
    void aRefusalIsShown();
};

namespace {

PersonalData known(TemporaryWorkspace &workspace, LeadId lead)
{
    return answerOf(workspace->privacy().known(lead));
}

} // namespace

void TestEraseDialog::itSaysWhatGoesAndEnterErasesNothing()
{
    const CleanSettings settings;
    TemporaryWorkspace workspace;
    Theme theme;
    const LeadId marta = workspace.add(u"Marta Oliveira"_s, u"Padaria Estrela"_s);
    Activity note;
    note.lead = marta;
    note.note = u"likes rye"_s;
    answerOf(workspace->leads().log(note));
    QWidget window;
    window.show();
    auto *dialog = new EraseDialog(*workspace, theme, known(workspace, marta), &window);
    QPointer<EraseDialog> alive = dialog;
    dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QTRY_VERIFY(mentions(dialog, u"Erase Marta Oliveira for good?"_s));
    QTRY_VERIFY(mentions(dialog, u"1 activity, 2 entries of the history"_s));
    QTRY_VERIFY(mentions(dialog, u"The company Padaria Estrela stays."_s));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!alive);
    QCOMPARE(workspace.lead(marta).name, u"Marta Oliveira"_s);
}

void TestEraseDialog::theLeadIsGoneFromTheWindow()
{
    Desk desk;
    desk.workspace.add(u"Rui Costa"_s);
    desk.workspace.add(u"Marta Oliveira"_s);
    desk.action(u"Leads"_s)->trigger();
    QTRY_COMPARE(desk.rows(), 2);
    auto *table = desk.waitForNamed<QTableView>(u"Leads"_s);
    for (int row = 0; row < 2; ++row) {
        QTRY_VERIFY(table->model()->index(row, 0).data().toString() != u"…"_s);
        if (table->model()->index(row, 0).data().toString() == u"Marta Oliveira"_s)
            table->setCurrentIndex(table->model()->index(row, 0));
    }
    QTRY_VERIFY(desk.named<QPushButton>(u"More"_s));
    QTRY_VERIFY(showsText(desk.waitForNamed<QPushButton>(u"More"_s)->parentWidget(), u"Marta Oliveira"_s));
    for (QAction *entry : desk.waitForNamed<QPushButton>(u"More"_s)->menu()->actions()) {
        if (entry->text() == u"Erase for good …"_s)
            entry->trigger();
    }
    QTRY_VERIFY(desk.dialog());
    QPushButton *erase = waitForButton(desk.dialog(), u"Erase for good"_s);
    QVERIFY(erase);
    QTest::mouseClick(erase, Qt::LeftButton);
    QTRY_VERIFY(!desk.dialog());
    QTRY_VERIFY(mentions(&desk.window(), u"Erased for good"_s)); // first: it goes by itself after a while
    QTRY_COMPARE(desk.rows(), 1);
    QTRY_VERIFY(!mentions(&desk.window(), u"Marta"_s));
}

void TestEraseDialog::aRefusalIsShown()
{
    const CleanSettings settings;
    TemporaryWorkspace workspace;
    Theme theme;
    const LeadId marta = workspace.add(u"Marta Oliveira"_s);
    const PersonalData data = known(workspace, marta);
    QWidget window;
    window.show();
    EraseDialog dialog(*workspace, theme, data, &window);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    answerOf(workspace->privacy().erase(marta)); // somebody was quicker
    QPushButton *erase = waitForButton(&dialog, u"Erase for good"_s);
    QTest::mouseClick(erase, Qt::LeftButton);
    if (!erase->isEnabled()) { // else the refusal was there before the click was over
        dialog.reject(); // Esc stops nothing, so it does not look as if it did
        QVERIFY(dialog.isVisible());
    }
    QTRY_VERIFY(mentions(&dialog, u"It may have been removed."_s));
    QTRY_VERIFY(erase->isEnabled());
    QVERIFY(dialog.isVisible());
}

QTEST_MAIN(TestEraseDialog)
#include "tst_erasedialog.moc"
