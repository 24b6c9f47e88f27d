// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/fieldsettings.h"

#include "core/rules/fieldrules.h"
#include "core/workspace/fieldservice.h"
#include "ui/settings/settingscard.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/tablecell.h"
#include "ui/widgets/whenanswered.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace kindling {

namespace {

enum Column { Label, Type, Values, Key };

bool hasOptions(FieldType type)
{
    return type == FieldType::Choice || type == FieldType::Choices;
}

QStringList typedOptions(const QString &text)
{
    return text.split(text.contains(u';') ? u';' : u',', Qt::SkipEmptyParts);
}

} // namespace

FieldSettings::FieldSettings(Workspace &workspace, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_table(new QTableWidget(this))
{
    m_remove = button(tr("Remove field"), "small", this);
    auto *column = makeSettingsCard(this, tr("Your own fields"), {}, {m_remove});
    setUpSettingsTable(*m_table, tr("Your own fields"), {tr("Label"), tr("Type"), tr("Values"), tr("Key in filters and files")});
    m_table->horizontalHeader()->setSectionResizeMode(Values, QHeaderView::Stretch);
    m_table->setColumnWidth(Label, 170);
    m_table->setColumnWidth(Type, 130);
    m_table->setColumnWidth(Key, 170);
    m_table->setMinimumHeight(150);
    column->addWidget(m_table, 1);
    column->addWidget(makeForm());
    connect(m_table, &QTableWidget::cellChanged, this, [this](int row) {
        if (!m_filling)
            edit(row);
    });
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] { m_remove->setEnabled(m_table->currentRow() >= 0); });
    connect(m_remove, &QPushButton::clicked, this, &FieldSettings::removeChosen);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.vocabulary)
            refresh();
    });
    refresh();
}

QWidget *FieldSettings::makeForm()
{
    auto *form = new QWidget(this);
    auto *row = new QHBoxLayout(form);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    m_label = new QLineEdit(form);
    m_label->setAccessibleName(tr("Label of the new field"));
    m_label->setPlaceholderText(tr("New field"));
    m_type = new QComboBox(form);
    m_type->setAccessibleName(tr("Type of the new field"));
    for (const FieldType type : customFieldTypes())
        m_type->addItem(labelOf(type), int(type));
    m_options = new QLineEdit(form);
    m_options->setAccessibleName(tr("Values of the new field"));
    m_options->setPlaceholderText(tr("Values: small; medium; large"));
    m_options->hide();
    m_add = button(tr("Add field"), "quiet", form);
    m_add->setEnabled(false);
    row->addWidget(m_label, 2);
    row->addWidget(m_type);
    row->addWidget(m_options, 3);
    row->addWidget(m_add);
    connect(m_type, &QComboBox::currentIndexChanged, this,
            [this] { m_options->setVisible(hasOptions(FieldType(m_type->currentData().toInt()))); });
    connect(m_label, &QLineEdit::textChanged, this, [this](const QString &text) { m_add->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_label, &QLineEdit::returnPressed, this, &FieldSettings::add);
    connect(m_options, &QLineEdit::returnPressed, this, &FieldSettings::add);
    connect(m_add, &QPushButton::clicked, this, &FieldSettings::add);
    return form;
}

void FieldSettings::refresh()
{
    m_filling = true;
    m_fields.clear();
    const auto words = m_workspace.vocabulary();
    std::copy_if(words->fields.begin(), words->fields.end(), std::back_inserter(m_fields), [](const CustomField &f) { return !f.removed; });
    m_table->setRowCount(int(m_fields.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const CustomField &field = m_fields[size_t(row)];
        setTableCell(*m_table, row, Label, field.label, true);
        setTableCell(*m_table, row, Type, labelOf(field.type), false);
        setTableCell(*m_table, row, Values, field.optionNames().join(QStringLiteral("; ")), hasOptions(field.type));
        setTableCell(*m_table, row, Key, field.key, false);
    }
    m_remove->setEnabled(m_table->currentRow() >= 0);
    m_filling = false;
}

template <typename T>
void FieldSettings::report(const QFuture<Result<T>> &write, const QString &done)
{
    whenAnswered(write, this, [this, done](const Result<T> &written) {
        if (written) {
            Q_EMIT message(done, true);
            return;
        }
        Q_EMIT failed(written.error());
        refresh(); // the table shows what is kept
    });
}

void FieldSettings::add()
{
    CustomField draft;
    draft.label = m_label->text();
    draft.type = FieldType(m_type->currentData().toInt());
    draft.options = optionsNamed(typedOptions(m_options->text()), draft);
    if (!m_add->isEnabled())
        return;
    whenAnswered(m_workspace.fields().add(draft), this, [this](const Result<CustomField> &made) {
        if (!made) {
            Q_EMIT failed(made.error());
            return;
        }
        m_label->clear();
        m_options->clear();
        Q_EMIT message(tr("Field %1 added").arg(made->label), true);
    });
}

void FieldSettings::edit(int row)
{
    const CustomField &field = m_fields[size_t(row)];
    const QString label = m_table->item(row, Label)->text();
    const QStringList names = typedOptions(m_table->item(row, Values)->text());
    QStringList before = field.optionNames();
    std::vector<FieldOption> options = optionsNamed(names, field);
    // As many values as before, one of them different: it was renamed, and its leads stay with it.
    if (names.size() == before.size()) {
        for (qsizetype i = 0; i < names.size(); ++i) {
            const FieldOption *old = field.optionNamed(before[i]);
            if (options[size_t(i)].id.isNull() && !field.optionNamed(names[i]) && old)
                options[size_t(i)].id = old->id;
        }
    }
    report(m_workspace.fields().edit(field.id, label, options), tr("Field %1 changed").arg(label));
}

void FieldSettings::removeChosen()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= int(m_fields.size()))
        return;
    const CustomField field = m_fields[size_t(row)];
    report(m_workspace.fields().remove(field.id), tr("Field %1 removed").arg(field.label));
}

} // namespace kindling
