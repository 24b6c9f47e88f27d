// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/goalsettings.h"

#include "core/workspace/forecastservice.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QDateTime>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace kindling {

namespace {

constexpr int months = 6;
constexpr int memberRole = Qt::UserRole;

} // namespace

GoalSettings::GoalSettings(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_table(new QTableWidget(0, months + 1, this))
{
    setProperty("kind", QStringLiteral("card"));
    m_table->setAccessibleName(tr("Goals by person and month"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space24);
    column->setSpacing(metrics::space12);
    column->addWidget(plainLabel(tr("Goals"), "section", this));
    QLabel *hint =
        plainLabel(tr("What is to be won in a month; type it into the table, or empty a cell. The forecast is held against it. Without a "
                      "goal of its own the team's is that of its members together."),
                   "small", this);
    hint->setWordWrap(true);
    column->addWidget(hint);
    column->addWidget(m_table);
    connect(m_table, &QTableWidget::cellChanged, this, [this](int row, int at) {
        if (!m_filling && at > 0)
            set(row, at);
    });
    connect(&workspace, &Workspace::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

void GoalSettings::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    refresh();
}

QDate GoalSettings::firstMonth() const
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_workspace.clock().now(), m_workspace.clock().zone()).date();
    return {today.year(), today.month(), 1};
}

void GoalSettings::refresh()
{
    whenAnswered(m_workspace.forecasts().goals(), this, [this](const Result<std::vector<SalesGoal>> &goals) {
        if (goals)
            fill(*goals);
        else
            Q_EMIT failed(goals.error());
    });
}

void GoalSettings::fill(const std::vector<SalesGoal> &goals)
{
    m_filling = true;
    const QLocale locale;
    QStringList heads{tr("Who")};
    for (int i = 0; i < months; ++i)
        heads += locale.toString(firstMonth().addMonths(i), QStringLiteral("MMM yyyy"));
    m_table->setHorizontalHeaderLabels(heads);
    const auto words = m_workspace.vocabulary();
    QStringList members(words->members.begin(), words->members.end());
    members.prepend(QString()); // the team
    m_table->setRowCount(int(members.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        auto *who = new QTableWidgetItem(members[row].isEmpty() ? tr("The team") : members[row]);
        who->setData(memberRole, members[row]);
        who->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_table->setItem(row, 0, who);
        for (int i = 0; i < months; ++i) {
            auto *cell = new QTableWidgetItem;
            cell->setTextAlignment(Qt::AlignVCenter | Qt::AlignRight);
            for (const SalesGoal &goal : goals) {
                if (goal.member == members[row] && goal.month == firstMonth().addMonths(i))
                    cell->setText(goal.amount.display(locale));
            }
            m_table->setItem(row, i + 1, cell);
        }
    }
    const int rows = std::clamp(m_table->rowCount(), 1, 8);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * m_table->verticalHeader()->defaultSectionSize() + 4);
    m_filling = false;
}

void GoalSettings::set(int row, int column)
{
    const QString typed = m_table->item(row, column)->text().trimmed();
    std::optional<Money> amount;
    if (!typed.isEmpty()) {
        const Result<Money> money = Money::parse(typed, m_workspace.vocabulary()->currency);
        if (!money) {
            Q_EMIT failed(money.error());
            refresh();
            return;
        }
        amount = *money;
    }
    const QString member = m_table->item(row, 0)->data(memberRole).toString();
    m_workspace.forecasts().setGoal(member, firstMonth().addMonths(column - 1), amount).then(this, [this](const Result<Written> &written) {
        if (!written)
            Q_EMIT failed(written.error());
        else if (!written->change.isNull())
            Q_EMIT message(tr("Saved"), true);
    });
}

} // namespace kindling
