// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk.h"
#include "ui/dialogs/emaildialog.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Catches what would go to the mail program.
class MailProgram : public QObject
{
    Q_OBJECT

public:
    MailProgram() { QDesktopServices::setUrlHandler(u"mailto"_s, this, "opened"); }
    ~MailProgram() override { QDesktopServices::unsetUrlHandler(u"mailto"_s); }
    QStringList urls;

public Q_SLOTS:
    void opened(const QUrl &url) { urls += QString::fromUtf8(url.toEncoded()); }
};

/// An email is written in the mail program and logged when it was sent.
class TestEmailDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsATemplateOpensAndLogs();
    void anEmptyEmailIsNotOpened();
    void whoHasNoAddressGetsNone();
};

void TestEmailDialog::fillsATemplateOpensAndLogs()
{
    MailProgram program;
    TemporaryWorkspace w;
    Theme theme;
    Lead lead;
    lead.name = u"Marta Oliveira"_s;
    lead.emails.push_back({*EmailAddress::parse(u"marta@estrela.example"), {}, ContactState::Usable});
    const LeadId marta = answerOf(w->leads().add(lead)).leads.front();
    FollowUp planned;
    planned.lead = marta;
    planned.kind = FollowUpKind::Email;
    planned.localTime = u"2026-03-02T10:00:00"_s;
    planned.zone = u"Europe/Berlin"_s;
    answerOf(w->followUps().plan(planned));
    Shown<EmailDialog> dialog(*w, theme, marta, nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy saved(&dialog, &EmailDialog::saved);
    QTRY_COMPARE(waitForNamed<QComboBox>(&dialog, u"To"_s)->currentText(), u"marta@estrela.example"_s);
    auto *templates = waitForNamed<QComboBox>(&dialog, u"Template"_s);
    templates->setCurrentIndex(1);
    Q_EMIT templates->activated(1);
    QCOMPARE(waitForNamed<QLineEdit>(&dialog, u"Subject"_s)->text(), u"Our call today"_s);
    QVERIFY(waitForNamed<QPlainTextEdit>(&dialog, u"Text"_s)->toPlainText().startsWith(u"Hello Marta,"_s));
    QTRY_VERIFY(!waitForNamed<QLineEdit>(&dialog, u"Next step"_s)->text().isEmpty()); // by the cadence
    waitForButton(&dialog, u"Open in the mail program"_s)->click();
    QTRY_COMPARE(program.urls.size(), 1);
    QVERIFY(program.urls.front().startsWith(u"mailto:marta@estrela.example?subject=Our%20call%20today"_s));
    QVERIFY(answerOf(w->leads().dossier(marta)).activities.empty()); // nobody said that it was sent
    QTRY_VERIFY(mentions(&dialog, u"Was it sent?"_s));
    waitForButton(&dialog, u"Log as sent"_s)->click();
    QTRY_COMPARE(saved.count(), 1);
    const LeadDossier dossier = answerOf(w->leads().dossier(marta));
    QCOMPARE(dossier.activities.front().kind, ActivityKind::Email);
    QCOMPARE(dossier.activities.front().direction, Direction::Outgoing);
    QVERIFY(dossier.activities.front().note.startsWith(u"Our call today\n"_s));
    QCOMPARE(dossier.followUps.size(), size_t(2));
    QCOMPARE(dossier.followUps.back().state, FollowUpState::Done);
}

void TestEmailDialog::anEmptyEmailIsNotOpened()
{
    MailProgram program;
    TemporaryWorkspace w;
    Theme theme;
    Lead lead;
    lead.emails.push_back({*EmailAddress::parse(u"marta@estrela.example"), {}, ContactState::Usable});
    Shown<EmailDialog> dialog(*w, theme, answerOf(w->leads().add(lead)).leads.front(), nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    QTRY_VERIFY(waitForNamed<QComboBox>(&dialog, u"To"_s)->count() == 1);
    waitForButton(&dialog, u"Open in the mail program"_s)->click();
    QTRY_VERIFY(mentions(&dialog, u"Write a subject or a text first"_s));
    QVERIFY(program.urls.isEmpty());
}

void TestEmailDialog::whoHasNoAddressGetsNone()
{
    TemporaryWorkspace w;
    Theme theme;
    Shown<EmailDialog> dialog(*w, theme, w.add(u"Jan"_s), nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    QTRY_VERIFY(mentions(&dialog, u"Jan has no email address."_s));
    QVERIFY(!waitForButton(&dialog, u"Open in the mail program"_s)->isEnabled());
    QVERIFY(!waitForButton(&dialog, u"Log as sent"_s)->isEnabled());
}

QTEST_MAIN(TestEmailDialog)
#include "tst_emaildialog.moc"
