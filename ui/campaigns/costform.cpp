// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/costform.h"

#include "core/workspace/campaignservice.h"
#include "ui/widgets/basics.h"

#include <QDateEdit>
#include <QDateTime>
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
    , m_table(new QTableWidget(0, 3, this))
{
    m_table->setAccessibleName(tr("Costs of the campaign"));
    m_table->setHorizontalHeaderLabels({tr("Day"), tr("Amount"), tr("What for")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
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
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_workspace.clock().now(), m_workspace.clock().zone()).date();
    m_day = new QDateEdit(today, this);
    m_day->setCalendarPopup(true);
    m_day->setMinimumWidth(144); // "25 Nov 2026" and the arrow
    m_day->setAccessibleName(tr("Day of the new cost"));
    m_day->findChild<QLineEdit *>()->setAccessibleName(m_day->accessibleName());
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
        auto *day = new QTableWidgetItem(locale.toString(cost.day, QLocale::ShortFormat));
        day->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        auto *amount = new QTableWidgetItem(cost.amount.display(locale));
        amount->setTextAlignment(Qt::AlignVCenter | Qt::AlignRight);
        m_table->setItem(row, Day, day);
        m_table->setItem(row, Amount, amount);
        m_table->setItem(row, Note, new QTableWidgetItem(cost.note));
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
    m_workspace.campaigns().addCost(m_campaign.name, cost).then(this, [this](const Result<CampaignCost> &made) {
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
    m_workspace.campaigns().editCost(cost).then(this, [this](const Result<Written> &written) {
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
    m_workspace.campaigns().removeCost(m_campaign.costs[size_t(row)].id).then(this, [this](const Result<Written> &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else
            Q_EMIT message(tr("Cost removed"), true);
    });
}

} // namespace kindling
