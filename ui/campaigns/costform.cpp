// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/costform.h"

#include "core/base/walltime.h"
#include "core/workspace/campaignservice.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/tablecell.h"
#include "ui/widgets/whenanswered.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

namespace kindling {

namespace {

enum Column { Day, Amount, Note };

} // namespace

CostForm::CostForm(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_table(new QTableWidget(this))
{
    setUpSettingsTable(*m_table, tr("Costs of the campaign"), {tr("Day"), tr("Amount"), tr("What for")});
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(Day, 110);
    m_table->setColumnWidth(Amount, 110);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space8);
    column->addWidget(m_table, 1);
    column->addLayout(makeLine());
    connect(m_table, &QTableWidget::cellChanged, this, &CostForm::edit);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] { m_remove->setEnabled(m_table->currentRow() >= 0); });
}

QLayout *CostForm::makeLine()
{
    const QDate today = todayOf(m_workspace.clock());
    m_day = new QDateEdit(today, this);
    m_day->setCalendarPopup(true);
    m_day->setMinimumWidth(144); // "25 Nov 2026" and the arrow
    setFieldName(m_day, tr("Day of the new cost"));
    m_amount = new QLineEdit(this);
    m_amount->setPlaceholderText(tr("Amount"));
    m_amount->setAccessibleName(tr("Amount of the new cost"));
    m_note = new QLineEdit(this);
    m_note->setPlaceholderText(tr("What for"));
    m_note->setAccessibleName(tr("What the new cost is for"));
    QPushButton *addButton = button(tr("Add cost"), "plain", this);
    m_remove = button(tr("Remove"), "quiet", this);
    m_remove->setAccessibleName(tr("Remove the chosen cost"));
    m_remove->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(m_day);
    row->addWidget(m_amount, 1);
    row->addWidget(m_note, 2);
    row->addWidget(addButton);
    row->addWidget(m_remove);
    connect(addButton, &QPushButton::clicked, this, &CostForm::add);
    connect(m_amount, &QLineEdit::returnPressed, this, &CostForm::add);
    connect(m_note, &QLineEdit::returnPressed, this, &CostForm::add);
    connect(m_remove, &QPushButton::clicked, this, &CostForm::removeChosen);
    return row;
}

void CostForm::show(const Campaign &campaign)
{
    m_campaign = campaign;
    m_filling = true;
    const QLocale locale;
    m_table->setRowCount(int(campaign.costs.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const CampaignCost &cost = campaign.costs[size_t(row)];
        setTableCell(*m_table, row, Day, locale.toString(cost.day, QLocale::ShortFormat), false);
        setTableCell(*m_table, row, Amount, cost.amount.display(locale), true)->setTextAlignment(Qt::AlignVCenter | Qt::AlignRight);
        setTableCell(*m_table, row, Note, cost.note, true);
    }
    m_remove->setEnabled(m_table->currentRow() >= 0);
    m_filling = false;
}

void CostForm::add()
{
    const Result<Money> amount = Money::parse(m_amount->text(), m_workspace.vocabulary()->currency);
    if (!amount) {
        Q_EMIT failed(amount.error());
        m_amount->setFocus();
        return;
    }
    const CampaignCost cost{{}, m_day->date(), *amount, m_note->text().trimmed()};
    whenAnswered(m_workspace.campaigns().addCost(m_campaign.name, cost), this, [this](const Result<CampaignCost> &made) {
        if (!made) {
            Q_EMIT failed(made.error());
            return;
        }
        m_amount->clear();
        m_note->clear();
        Q_EMIT message(tr("Cost added"), true);
    });
}

void CostForm::edit(int row, int column)
{
    if (m_filling || size_t(row) >= m_campaign.costs.size())
        return;
    CampaignCost cost = m_campaign.costs[size_t(row)];
    const QString typed = m_table->item(row, column)->text();
    if (column == Note)
        cost.note = typed.trimmed();
    if (column == Amount) {
        const Result<Money> amount = Money::parse(typed, cost.amount.currency);
        if (!amount) {
            Q_EMIT failed(amount.error());
            show(m_campaign);
            return;
        }
        cost.amount = *amount;
    }
    whenAnswered(m_workspace.campaigns().editCost(cost), this, [this](const Result<Written> &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else if (!written->change.isNull())
            Q_EMIT message(tr("Cost changed"), true);
    });
}

void CostForm::removeChosen()
{
    const int row = m_table->currentRow();
    if (row < 0 || size_t(row) >= m_campaign.costs.size())
        return;
    whenAnswered(m_workspace.campaigns().removeCost(m_campaign.costs[size_t(row)].id), this, [this](const Result<Written> &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else
            Q_EMIT message(tr("Cost removed"), true);
    });
}

} // namespace kindling
