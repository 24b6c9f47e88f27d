// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/emaildialog.h"

#include "core/exchange/mailfile.h"
#include "core/rules/nextstep.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/whenanswered.h"
#include "ui/widgets/whenfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSaveFile>

namespace kindling {

EmailDialog::EmailDialog(Workspace &workspace, Theme &theme, LeadId lead, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_leadId(lead)
    , m_problem(new MessageBar(theme, this))
    , m_template(new QComboBox(this))
    , m_to(new QComboBox(this))
    , m_subject(new QLineEdit(this))
    , m_body(new QPlainTextEdit(this))
    , m_next(new WhenField(workspace, tr("Next step"), this))
    , m_closes(new QCheckBox(this))
    , m_hint(plainLabel(tr("It is logged when you say that it was sent; Kindling sends nothing itself."), "small", this))
{
    setWindowTitle(tr("Write an email"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(560);
    makeForm();
    makeButtons();
    whenAnswered(workspace.leads().dossier(lead), this, [this](const Result<LeadDossier> &dossier) {
        if (dossier)
            showDossier(*dossier);
        else
            m_problem->showError(dossier.error());
    });
    whenAnswered(workspace.followUps().propose(lead), this, [this](const Result<std::optional<CadenceProposal>> &proposal) {
        if (proposal && *proposal && m_next->isEmpty()) {
            m_next->setText(nextStepText((*proposal)->when));
            m_next->setToolTip((*proposal)->reason.toHtmlEscaped());
        }
    });
}

void EmailDialog::makeForm()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space12);
    column->addWidget(m_problem);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::space16);
    form->setVerticalSpacing(metrics::space8);
    m_template->addItem(tr("No template"));
    const auto words = m_workspace.vocabulary(); // held: the loop would outlive the temporary
    for (const MailTemplate &mail : words->work.templates)
        m_template->addItem(mail.name);
    m_template->setAccessibleName(tr("Template"));
    m_to->setAccessibleName(tr("To"));
    m_subject->setAccessibleName(tr("Subject"));
    m_body->setAccessibleName(tr("Text"));
    m_body->setMinimumHeight(180);
    m_body->setTabChangesFocus(true);
    form->addRow(formLabel(tr("To"), m_to), m_to);
    form->addRow(formLabel(tr("Template"), m_template), m_template);
    form->addRow(formLabel(tr("Subject"), m_subject), m_subject);
    form->addRow(formLabel(tr("Text"), m_body), m_body);
    form->addRow(formLabel(tr("Next step"), m_next), m_next);
    column->addLayout(form);
    m_closes->hide();
    column->addWidget(m_closes);
    column->addWidget(m_hint);
    connect(m_template, &QComboBox::activated, this, &EmailDialog::fill);
}

void EmailDialog::makeButtons()
{
    QPushButton *file = button(tr("Save as a draft file …"), "plain", this);
    m_log = button(tr("Log as sent"), "plain", this);
    m_open = button(tr("Open in the mail program"), "primary", this);
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(file);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_log);
    row->addWidget(m_open);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(file, &QPushButton::clicked, this, &EmailDialog::saveFile);
    connect(m_log, &QPushButton::clicked, this, &EmailDialog::logSent);
    connect(m_open, &QPushButton::clicked, this, &EmailDialog::openProgram);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
}

void EmailDialog::showDossier(const LeadDossier &dossier)
{
    m_lead = dossier.lead;
    m_leadId = m_lead.id;
    setWindowTitle(tr("Write an email to %1").arg(m_lead.displayName()));
    for (const EmailEntry &email : m_lead.emails) {
        if (!m_lead.doNotEmail && email.state == ContactState::Usable)
            m_to->addItem(email.address.asTyped());
    }
    if (m_to->count() == 0)
        m_problem->showError((m_lead.doNotEmail           ? tr("%1 wants no emails.")
                                  : m_lead.emails.empty() ? tr("%1 has no email address.")
                                                          : tr("%1 wants no emails, or the address is wrong."))
                                 .arg(m_lead.displayName()));
    for (QPushButton *needsAddress : {m_open, m_log})
        needsAddress->setEnabled(m_to->count() > 0);
    const Clock &clock = m_workspace.clock();
    if (const std::optional<FollowUp> followUp = fulfilledBy(ActivityKind::Email, dossier.followUps, clock.now())) {
        m_fulfilled = followUp->id;
        m_closes->setText(
            tr("Closes what was planned: %1, %2")
                .arg(labelOf(followUp->kind), whenInWords(followUp->remindAt(), followUp->wholeDay, clock.now(), clock.zone(), QLocale())));
        m_closes->setChecked(true);
        m_closes->show();
    }
    m_subject->setFocus();
}

void EmailDialog::fill()
{
    const WorkRules work = m_workspace.vocabulary()->work;
    const int index = m_template->currentIndex() - 1;
    if (index < 0 || index >= int(work.templates.size()))
        return;
    const MailDraft filled = filledTemplate(work.templates[size_t(index)], m_lead, m_workspace.vocabulary()->me);
    m_subject->setText(filled.subject);
    m_body->setPlainText(filled.body);
}

MailDraft EmailDialog::draft() const
{
    return {m_to->currentText(), m_subject->text().simplified(), m_body->toPlainText()};
}

bool EmailDialog::ready()
{
    if (draft().subject.isEmpty() && draft().body.trimmed().isEmpty()) {
        m_problem->showError(tr("Write a subject or a text first, or choose a template."));
        return false;
    }
    m_problem->hide();
    return true;
}

/// Afterwards the person comes back and says whether it went out.
void EmailDialog::openProgram()
{
    if (!ready())
        return;
    if (!QDesktopServices::openUrl(mailtoUrl(draft()))) {
        m_problem->showError(tr("No mail program is set up on this computer. Save the email as a draft file instead."));
        return;
    }
    m_hint->setText(tr("Was it sent? Then log it."));
    setKind(m_open, "plain");
    setKind(m_log, "primary");
    m_log->setFocus();
}

void EmailDialog::saveFile()
{
    if (!ready())
        return;
    auto *dialog = new QFileDialog(this, tr("Save as a draft file"), QString(), tr("Emails (*.eml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("eml"));
    dialog->selectFile(tr("Email to %1.eml").arg(m_lead.displayName().remove(u'/').remove(u'\\')));
    connect(dialog, &QFileDialog::fileSelected, this, &EmailDialog::write);
    dialog->open();
}

void EmailDialog::write(const QString &path)
{
    const MailDraft mail = draft();
    const QByteArray bytes = mailFile(mail.to, mail.subject, mail.body, m_workspace.clock().now());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        m_problem->showError(Error{ErrorCode::FileNotWritable, path, file.errorString()});
        return;
    }
    m_hint->setText(tr("Saved. When it was sent, log it."));
}

void EmailDialog::logSent()
{
    const Result<std::optional<PlannedStep>> step = m_next->step();
    if (!step) {
        m_problem->showError(step.error());
        return;
    }
    const MailDraft mail = draft();
    Activity email;
    email.lead = m_leadId;
    email.kind = ActivityKind::Email;
    email.direction = Direction::Outgoing;
    email.note = QStringList{mail.subject, mail.body.trimmed()}.join(u'\n').trimmed();
    LogOutcome with;
    if (*step)
        with.next = followUpAt(m_leadId, **step);
    if (m_closes->isChecked())
        with.fulfils = m_fulfilled;
    whenAnswered(m_workspace.leads().log(email, with), this, [this](const Result<Written> &written) {
        if (!written) {
            m_problem->showError(written.error());
            return;
        }
        Q_EMIT saved(tr("Email to %1 logged").arg(m_lead.displayName()));
        close();
    });
}

} // namespace kindling
