// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/goalsettings.h"

#include "core/base/walltime.h"
#include "core/workspace/forecastservice.h"
#include "ui/settings/settingscard.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/tablecell.h"
#include "ui/widgets/whenanswered.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace kindling {

namespace {

constexpr int months = 6;
constexpr int shownGoals = 8;
constexpr int memberRole = Qt::UserRole;

} // namespace

GoalSettings::GoalSettings(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_table(new QTableWidget(this))
{
    setUpSettingsTable(*m_table, tr("Goals by person and month"), heads());
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems); // a goal is a cell
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto *column = makeSettingsCard(
        this, tr("Goals"),
        tr("What is to be won in a month; type it into the table, or empty a cell. The forecast is held against it. Without a "
           "goal of its own the team's is that of its members together."));
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
    const QDate today = todayOf(m_workspace.clock());
    return {today.year(), today.month(), 1};
}

QStringList GoalSettings::heads() const
{
    QStringList heads{tr("Who")};
    for (int i = 0; i < months; ++i)
        heads += QLocale().toString(firstMonth().addMonths(i), QStringLiteral("MMM yyyy"));
    return heads;
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
    m_table->setHorizontalHeaderLabels(heads());
    const auto words = m_workspace.vocabulary();
    QStringList members(words->members.begin(), words->members.end());
    members.prepend(QString()); // the team
    m_table->setRowCount(int(members.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString who = members[row].isEmpty() ? tr("The team") : members[row];
        setTableCell(*m_table, row, 0, who, false)->setData(memberRole, members[row]);
        for (int i = 0; i < months; ++i) {
            QString amount;
            for (const SalesGoal &goal : goals) {
                if (goal.member == members[row] && goal.month == firstMonth().addMonths(i))
                    amount = goal.amount.display(locale);
            }
            setTableCell(*m_table, row, i + 1, amount, true)->setTextAlignment(Qt::AlignVCenter | Qt::AlignRight);
        }
    }
    fitTableHeight(*m_table, shownGoals);
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
    whenAnswered(m_workspace.forecasts().setGoal(member, firstMonth().addMonths(column - 1), amount), this,
                 [this](const Result<Written> &written) {
                     if (!written)
                         Q_EMIT failed(written.error());
                     else if (!written->change.isNull())
                         Q_EMIT message(tr("Saved"), true);
                 });
}

} // namespace kindling
