// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/callsettings.h"

#include "ui/settings/settingscard.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr size_t mostOutcomes = 9;

} // namespace

CallSettings::CallSettings(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_column(new QVBoxLayout)
    , m_add(button(tr("Add an outcome"), "plain", this))
{
    setMaximumWidth(640);
    auto *column =
        makeSettingsCard(this, tr("How calls end"),
                         tr("In your words, and what each means: that decides which next step is proposed. The keys are 1 to 9 in this "
                            "order."));
    m_column->setSpacing(metrics::space8);
    column->addLayout(m_column);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({tr("New outcome"), CallOutcome::Connected});
        m_rows.back().name->setFocus();
        m_rows.back().name->selectAll();
        m_add->setEnabled(m_rows.size() < mostOutcomes);
    });
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.vocabulary || changes.everything)
            refresh();
    });
    refresh();
}

CallSettings::~CallSettings()
{
    stopListeningToFields(this);
}

void CallSettings::refresh()
{
    for (const Row &row : m_rows) {
        row.name->disconnect(this); // the one with the keyboard would write back what somebody else changed or undid
        row.kind->disconnect(this);
        row.widget->hide();
        row.widget->deleteLater();
    }
    m_rows.clear();
    const auto words = m_workspace.vocabulary(); // held: the loop would outlive the temporary
    for (const CallOutcomeWord &word : words->work.callOutcomes)
        addRow(word);
    m_add->setEnabled(m_rows.size() < mostOutcomes);
}

void CallSettings::addRow(const CallOutcomeWord &word)
{
    auto *widget = new QWidget(this);
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    const QString number = QString::number(m_rows.size() + 1);
    auto *name = new QLineEdit(word.label(), widget);
    name->setAccessibleName(tr("Outcome %1").arg(number));
    auto *kind = new QComboBox(widget);
    for (const CallOutcome outcome : allOf<CallOutcome>()) {
        if (outcome != CallOutcome::None)
            kind->addItem(labelOf(outcome), int(outcome));
    }
    kind->setCurrentIndex(kind->findData(int(word.kind)));
    kind->setAccessibleName(tr("What outcome %1 means").arg(number));
    QPushButton *remove = button(tr("Remove"), "small", widget);
    remove->setAccessibleName(tr("Remove outcome %1").arg(number));
    row->addWidget(plainLabel(number, "keycap", widget));
    row->addWidget(name, 1);
    row->addWidget(kind);
    row->addWidget(remove);
    m_column->addWidget(widget);
    m_rows.push_back({widget, name, kind});
    connect(name, &QLineEdit::editingFinished, this, &CallSettings::save);
    connect(kind, &QComboBox::activated, this, &CallSettings::save);
    connect(remove, &QPushButton::clicked, this, [this, widget] { removeRow(widget); });
}

void CallSettings::removeRow(QWidget *widget)
{
    if (m_rows.size() == 1)
        return; // a call ends somehow
    std::erase_if(m_rows, [widget](const Row &row) { return row.widget == widget; });
    widget->hide();
    widget->deleteLater();
    save();
}

/// The usual word for a kind is not kept, so that it follows the language.
void CallSettings::save()
{
    WorkRules work = m_workspace.vocabulary()->work;
    work.callOutcomes.clear();
    for (const Row &row : m_rows) {
        const auto kind = CallOutcome(row.kind->currentData().toInt());
        const QString name = row.name->text().trimmed();
        if (!name.isEmpty())
            work.callOutcomes.push_back({name == labelOf(kind) ? QString() : name, kind});
    }
    if (work == m_workspace.vocabulary()->work || work.callOutcomes.empty())
        return;
    whenAnswered(m_workspace.setWorkRules(work), this, [this](const Result<ChangeId> &written) {
        if (written)
            Q_EMIT message(tr("Saved"), true);
        else
            Q_EMIT failed(written.error());
    });
}

} // namespace kindling
