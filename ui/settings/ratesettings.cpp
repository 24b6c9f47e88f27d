// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ratesettings.h"

#include "core/workspace/campaignservice.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QDateEdit>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

namespace kindling {

namespace {

constexpr int shownRows = 6;

} // namespace

RateSettings::RateSettings(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_table(new QTableWidget(0, 3, this))
{
    setProperty("kind", QStringLiteral("card"));
    m_table->setAccessibleName(tr("Rates between currencies"));
    m_table->setHorizontalHeaderLabels({tr("From"), tr("One"), tr("Is worth")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space24);
    column->setSpacing(metrics::space12);
    column->addWidget(plainLabel(tr("Rates between currencies"), "section", this));
    QLabel *hint =
        plainLabel(tr("Amounts of different currencies are added up only at rates that you enter. A rate holds from its day until "
                      "the next one; before the first, the first holds."),
                   "small", this);
    hint->setWordWrap(true);
    column->addWidget(hint);
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
    m_day = new QDateEdit(QDateTime::fromMSecsSinceEpoch(m_workspace.clock().now(), m_workspace.clock().zone()).date(), this);
    m_day->setCalendarPopup(true);
    m_day->setAccessibleName(tr("From which day"));
    m_day->findChild<QLineEdit *>()->setAccessibleName(m_day->accessibleName());
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
            m_table->setItem(row, 0, new QTableWidgetItem(locale.toString(rate.day, QLocale::ShortFormat)));
            m_table->setItem(row, 1, new QTableWidgetItem(rate.currency));
            m_table->setItem(row, 2, new QTableWidgetItem(rate.rate.display(locale) + u' ' + rate.in));
        }
        const int rows = std::clamp(m_table->rowCount(), 1, shownRows);
        m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * m_table->verticalHeader()->defaultSectionSize()
                                + 4);
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

void RateSettings::finish(QFuture<Result<Written>> write)
{
    write.then(this, [this](const Result<Written> &written) {
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
