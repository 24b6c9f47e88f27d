// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ratesettings.h"

#include "core/base/walltime.h"
#include "core/workspace/campaignservice.h"
#include "ui/settings/settingscard.h"
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

constexpr int shownRates = 6;

} // namespace

RateSettings::RateSettings(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_table(new QTableWidget(this))
{
    setUpSettingsTable(*m_table, tr("Rates between currencies"), {tr("From"), tr("One"), tr("Is worth")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto *column =
        makeSettingsCard(this, tr("Rates between currencies"),
                         tr("Amounts of different currencies are added up only at rates that you enter. A rate holds from its day until "
                            "the next one; before the first, the first holds."));
    column->addWidget(m_table);
    column->addLayout(makeLine());
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] { m_remove->setEnabled(m_table->currentRow() >= 0); });
    connect(&workspace, &Workspace::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

QLayout *RateSettings::makeLine()
{
    m_day = new QDateEdit(todayOf(m_workspace.clock()), this);
    m_day->setCalendarPopup(true);
    m_day->setMinimumWidth(144); // "25 Nov 2026" and the arrow
    setFieldName(m_day, tr("From which day"));
    m_currency = new QLineEdit(this);
    m_currency->setPlaceholderText(QStringLiteral("USD"));
    m_currency->setMaxLength(3);
    m_currency->setAccessibleName(tr("Currency of the rate"));
    m_rate = new QLineEdit(this);
    m_rate->setPlaceholderText(QStringLiteral("0.92"));
    m_rate->setAccessibleName(tr("What one unit is worth"));
    m_in = plainLabel({}, "second", this);
    QPushButton *addButton = button(tr("Add rate"), "plain", this);
    m_remove = button(tr("Remove"), "quiet", this);
    m_remove->setAccessibleName(tr("Remove the chosen rate"));
    m_remove->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    for (QWidget *part : std::initializer_list<QWidget *>{m_day, m_currency, m_rate, m_in, addButton, m_remove})
        row->addWidget(part);
    connect(addButton, &QPushButton::clicked, this, &RateSettings::add);
    connect(m_rate, &QLineEdit::returnPressed, this, &RateSettings::add);
    connect(m_remove, &QPushButton::clicked, this, &RateSettings::removeChosen);
    return row;
}

void RateSettings::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    refresh();
}

void RateSettings::refresh()
{
    m_in->setText(m_workspace.vocabulary()->currency);
    whenAnswered(m_workspace.campaigns().marketing(), this, [this](const Result<Marketing> &marketing) {
        if (!marketing) {
            Q_EMIT failed(marketing.error());
            return;
        }
        m_rates = marketing->rates;
        const QLocale locale;
        m_table->setRowCount(int(m_rates.size()));
        for (int row = 0; row < m_table->rowCount(); ++row) {
            const ExchangeRate &rate = m_rates[size_t(row)];
            setTableCell(*m_table, row, 0, locale.toString(rate.day, QLocale::ShortFormat), false);
            setTableCell(*m_table, row, 1, rate.currency, false);
            setTableCell(*m_table, row, 2, rate.rate.display(locale) + u' ' + rate.in, false);
        }
        fitTableHeight(*m_table, shownRates);
        m_remove->setEnabled(m_table->currentRow() >= 0);
    });
}

void RateSettings::add()
{
    const Result<Decimal> value = Decimal::parse(m_rate->text());
    if (!value) {
        Q_EMIT failed(value.error());
        return;
    }
    finish(m_workspace.campaigns().setRate({{}, m_currency->text().toUpper(), m_workspace.vocabulary()->currency, m_day->date(), *value}));
}

void RateSettings::removeChosen()
{
    const int row = m_table->currentRow();
    if (row >= 0 && size_t(row) < m_rates.size())
        finish(m_workspace.campaigns().removeRate(m_rates[size_t(row)].id));
}

void RateSettings::finish(const QFuture<Result<Written>> &write)
{
    whenAnswered(write, this, [this](const Result<Written> &written) {
        if (!written) {
            Q_EMIT failed(written.error());
            return;
        }
        m_currency->clear();
        m_rate->clear();
        if (!written->change.isNull())
            Q_EMIT message(tr("Saved"), true);
    });
}

} // namespace kindling
