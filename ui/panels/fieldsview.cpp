// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/fieldsview.h"

#include "ui/theme/theme.h"

#include <QHeaderView>

namespace kindling {

FieldsView::FieldsView(Workspace &workspace, QWidget *parent)
    : QTableWidget(parent)
    , m_workspace(workspace)
{
    setAccessibleName(tr("Fields"));
    setProperty("kind", QStringLiteral("bare"));
    setColumnCount(2);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(28);
    setColumnWidth(0, 130);
    connect(this, &QTableWidget::cellChanged, this, &FieldsView::tellEdit);
}

/// A row for each field of the catalogue; only when that is not the one that stands here already.
void FieldsView::layOut(const Vocabulary &words)
{
    std::vector<FieldEntry> fields = fieldCatalogue(&words);
    std::erase_if(fields, [](const FieldEntry &entry) { return entry.field == LeadField::Id; });
    if (fields == m_fields)
        return;
    m_fields = std::move(fields);
    setRowCount(0);
    setRowCount(int(m_fields.size()));
    for (int row = 0; row < rowCount(); ++row) {
        auto *label = new QTableWidgetItem(m_fields[size_t(row)].label);
        label->setFlags(Qt::ItemIsEnabled);
        label->setFont(Theme::font(TextRole::Small));
        setItem(row, 0, label);
        setItem(row, 1, new QTableWidgetItem);
    }
}

void FieldsView::show(const Lead &lead)
{
    m_filling = true;
    const auto words = m_workspace.vocabulary();
    layOut(*words);
    const FieldContext context{words.get(), m_workspace.clock().zone()};
    for (int row = 0; row < rowCount(); ++row) {
        const FieldEntry &entry = m_fields[size_t(row)];
        QTableWidgetItem *value = item(row, 1);
        value->setText(fieldText(lead, entry.field, context));
        value->setToolTip(value->text().toHtmlEscaped());
        value->setFlags(entry.editable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable
                                       : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
    m_filling = false;
}

void FieldsView::tellEdit(int row, int column)
{
    if (!m_filling && column == 1)
        Q_EMIT editWanted(m_fields[size_t(row)].field, item(row, 1)->text());
}

} // namespace kindling
