// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/handoverdialog.h"

#include "ui/widgets/basics.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/whenanswered.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace kindling {

HandoverDialog::HandoverDialog(Workspace &workspace, Theme &theme, std::vector<LeadId> leads, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_leads(std::move(leads))
    , m_problem(new MessageBar(theme, this))
    , m_members(new QListWidget(this))
    , m_other(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_note(new QPlainTextEdit(this))
    , m_understood(plainLabel({}, "small", this))
    , m_save(button(tr("Hand over"), "primary", this))
{
    setWindowTitle(tr("Hand over"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(460);
    const auto words = workspace.vocabulary(); // held: the loop would outlive the temporary
    for (const QString &member : words->members) {
        auto *item = new QListWidgetItem(member, m_members);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_members->setProperty("ticks", true);
    m_members->setAccessibleName(tr("To whom"));
    m_members->setFixedHeight(std::min(5, std::max(2, m_members->count())) * 18 + 8);
    m_members->setCurrentRow(0);
    m_other->setPlaceholderText(tr("Somebody who is not in the list"));
    m_other->setAccessibleName(tr("Somebody else"));
    m_reason->setAccessibleName(tr("Reason"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setFixedHeight(70);
    m_note->setTabChangesFocus(true);
    m_understood->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setSpacing(metrics::space8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(formLabel(tr("To"), m_members), m_members);
    form->addRow(QString(), m_other);
    form->addRow(formLabel(tr("Reason"), m_reason), m_reason);
    form->addRow(formLabel(tr("Note"), m_note), m_note);
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space12);
    column->addWidget(plainLabel(m_leads.size() == 1 ? tr("Hand over a lead")
                                                     : tr("Hand over %1 leads").arg(QLocale().toString(qulonglong(m_leads.size()))),
                                 "title", this));
    column->addWidget(m_problem);
    column->addLayout(form);
    column->addWidget(m_understood);
    column->addLayout(row);
    connect(m_members, &QListWidget::itemChanged, this, &HandoverDialog::refresh);
    connect(m_other, &QLineEdit::textChanged, this, &HandoverDialog::refresh);
    connect(m_save, &QPushButton::clicked, this, &HandoverDialog::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this, &HandoverDialog::save);
    m_members->setFocus();
    refresh();
}

std::vector<QString> HandoverDialog::chosen() const
{
    std::vector<QString> members;
    for (int row = 0; row < m_members->count(); ++row) {
        if (m_members->item(row)->checkState() == Qt::Checked)
            members.push_back(m_members->item(row)->text());
    }
    if (!m_other->text().trimmed().isEmpty())
        members.push_back(m_other->text().trimmed());
    return members;
}

void HandoverDialog::refresh()
{
    const size_t members = chosen().size();
    m_save->setEnabled(members > 0);
    m_reason->setEnabled(members <= 1);
    m_note->setEnabled(members <= 1);
    if (members == 0)
        m_understood->setText(tr("Tick who gets it (Space); several get the leads in turn."));
    else if (members == 1)
        m_understood->setText(tr("%1 accepts or declines. The qualification is kept as it is now.").arg(chosen().front()));
    else
        m_understood->setText(tr("Shared out in turn among %1 members, about %2 leads each.")
                                  .arg(QString::number(members), QLocale().toString(qulonglong((m_leads.size() + members - 1) / members))));
}

void HandoverDialog::save()
{
    const std::vector<QString> members = chosen();
    if (members.empty())
        return;
    m_save->setEnabled(false);
    const auto progress = std::make_shared<Progress>();
    const QFuture<Result<Written>> write = members.size() == 1
        ? m_workspace.team().handOver(m_leads, members.front(), m_reason->text(), m_note->toPlainText(), progress)
        : m_workspace.team().shareOut(m_leads, members, progress);
    const QString said = members.size() > 1 ? tr("%1 leads are shared out").arg(QLocale().toString(qulonglong(m_leads.size())))
                                            : tr("Handed over to %1").arg(members.front());
    whenAnswered(write, this, [this, said](const Result<Written> &written) {
        if (!written) {
            m_problem->showError(written.error());
            m_save->setEnabled(true);
            return;
        }
        Q_EMIT handedOver(said);
        close();
    });
}

} // namespace kindling
