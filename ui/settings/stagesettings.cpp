// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/stagesettings.h"

#include "ui/settings/settingscard.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/tablecell.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

enum Column { Name, Win, History, Quiet, Criteria };

QString historyText(const StageRecord &record)
{
    if (record.decided == 0)
        return StageSettings::tr("none decided");
    const QLocale locale;
    return StageSettings::tr("%1 % of %2")
        .arg(locale.toString(100.0 * double(record.won) / double(record.decided), 'f', 0), locale.toString(record.decided));
}

} // namespace

StageSettings::StageSettings(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_table(new QTableWidget(this))
{
    m_history = button(tr("Take the own history"), "small", this);
    m_up = button(tr("Up"), "small", this);
    m_up->setAccessibleName(tr("Move the stage up"));
    m_down = button(tr("Down"), "small", this);
    m_down->setAccessibleName(tr("Move the stage down"));
    auto *column =
        makeSettingsCard(this, tr("Stages"),
                         tr("What a lead has to be is shown when one is moved to the stage. The chance to be won makes the weighted "
                            "value; beside it is how often leads that were in the stage were won."),
                         {m_history, m_up, m_down});
    setUpSettingsTable(*m_table, tr("Stages"),
                       {tr("Stage"), tr("Won, %"), tr("Own history"), tr("Quiet days"), tr("What a lead has to be")});
    m_table->horizontalHeader()->setSectionResizeMode(Criteria, QHeaderView::Stretch);
    m_table->setColumnWidth(Name, 160);
    m_table->setColumnWidth(Win, 66);
    m_table->setColumnWidth(History, 100);
    m_table->setColumnWidth(Quiet, 84);
    column->addWidget(m_table);
    column->addWidget(makeForm());
    connect(m_table, &QTableWidget::cellChanged, this, [this](int row) {
        if (!m_filling)
            edit(row);
    });
    connect(m_up, &QPushButton::clicked, this, [this] { moveBy(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveBy(1); });
    connect(m_history, &QPushButton::clicked, this, &StageSettings::takeHistory);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.vocabulary || changes.everything)
            refresh();
    });
    refresh();
}

QWidget *StageSettings::makeForm()
{
    auto *form = new QWidget(this);
    auto *row = new QHBoxLayout(form);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    m_name = new QLineEdit(form);
    m_name->setAccessibleName(tr("Name of the new stage"));
    m_name->setPlaceholderText(tr("New stage"));
    QPushButton *action = button(tr("Add stage"), "quiet", form);
    row->addWidget(m_name, 1);
    row->addWidget(action);
    row->addStretch(1);
    connect(m_name, &QLineEdit::returnPressed, this, &StageSettings::add);
    connect(action, &QPushButton::clicked, this, &StageSettings::add);
    return form;
}

void StageSettings::refresh()
{
    m_stages = m_workspace.vocabulary()->stages;
    m_filling = true;
    m_table->setRowCount(int(m_stages.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(row);
    m_filling = false;
    fitTableHeight(*m_table);
    if (isVisible())
        askHistory();
}

/// The history of all leads is gathered for who looks at it, not at the start of the program.
void StageSettings::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    askHistory();
}

void StageSettings::fillRow(int row)
{
    const Stage &stage = m_stages[size_t(row)];
    const auto record = std::find_if(m_records.begin(), m_records.end(), [&](const StageRecord &known) { return known.stage == stage.id; });
    setTableCell(*m_table, row, Name, stage.name, true);
    setTableCell(*m_table, row, Win, QString::number(stage.winPercent), true);
    setTableCell(*m_table, row, History, record == m_records.end() ? QStringLiteral("…") : historyText(*record), false);
    setTableCell(*m_table, row, Quiet, QString::number(stage.quietDays), true);
    setTableCell(*m_table, row, Criteria, stage.criteria, true)->setToolTip(plainToolTip(stage.criteria));
}

void StageSettings::askHistory()
{
    whenAnswered(m_workspace.stages().ownHistory(), this, [this](const Result<std::vector<StageRecord>> &records) {
        if (!records) {
            Q_EMIT failed(records.error());
            return;
        }
        m_records = *records;
        m_filling = true;
        for (int row = 0; row < m_table->rowCount(); ++row)
            fillRow(row);
        m_filling = false;
    });
}

void StageSettings::save(const Stage &stage)
{
    whenAnswered(m_workspace.stages().edit(stage), this, [this, name = stage.name](const Result<Written> &written) {
        if (!written) {
            Q_EMIT failed(written.error());
            refresh(); // the table shows what is kept
        } else if (!written->change.isNull()) {
            Q_EMIT message(tr("Stage %1 changed").arg(name), true);
        }
    });
}

void StageSettings::edit(int row)
{
    Stage stage = m_stages[size_t(row)];
    const auto number = [&](Column column) {
        bool ok = false;
        const int value = m_table->item(row, column)->text().remove(u'%').trimmed().toInt(&ok);
        return ok ? value : -1; // refused with a sentence
    };
    stage.name = m_table->item(row, Name)->text();
    stage.winPercent = number(Win);
    stage.quietDays = number(Quiet);
    stage.criteria = m_table->item(row, Criteria)->text();
    save(stage);
}

void StageSettings::add()
{
    whenAnswered(m_workspace.stages().add(m_name->text()), this, [this](const Result<Stage> &made) {
        if (!made) {
            Q_EMIT failed(made.error());
            return;
        }
        m_name->clear();
        Q_EMIT message(tr("Stage %1 added").arg(made->name), true);
    });
}

void StageSettings::moveBy(int steps)
{
    const int row = m_table->currentRow();
    if (row < 0 || row + steps < 0 || row + steps >= m_table->rowCount())
        return;
    whenAnswered(m_workspace.stages().move(m_stages[size_t(row)].id, row + steps), this,
                 [this, to = row + steps](const Result<Written> &written) {
                     if (!written)
                         Q_EMIT failed(written.error());
                     else
                         m_table->setCurrentCell(to, Name);
                 });
}

/// The rate of the chosen stage in place of what was given.
void StageSettings::takeHistory()
{
    const int row = m_table->currentRow();
    if (row < 0 || size_t(row) >= m_records.size() || m_records[size_t(row)].decided == 0)
        return;
    const StageRecord &record = m_records[size_t(row)];
    Stage stage = m_stages[size_t(row)];
    stage.winPercent = int((200 * record.won + record.decided) / (2 * record.decided));
    save(stage);
}

} // namespace kindling
