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
    for (const LeadFieldInfo &info : leadFields()) {
        if (info.field != LeadField::Id)
            m_fields.push_back(info.field);
    }
    setAccessibleName(tr("Fields"));
    setProperty("kind", QStringLiteral("bare"));
    setColumnCount(2);
    setRowCount(int(m_fields.size()));
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(28);
    setColumnWidth(0, 130);
    for (int row = 0; row < rowCount(); ++row) {
        auto *label = new QTableWidgetItem(fieldLabel(m_fields[size_t(row)]));
        label->setFlags(Qt::ItemIsEnabled);
        label->setFont(Theme::font(TextRole::Small));
        setItem(row, 0, label);
        setItem(row, 1, new QTableWidgetItem);
    }
    connect(this, &QTableWidget::cellChanged, this, &FieldsView::tellEdit);
}

void FieldsView::show(const Lead &lead)
{
    m_filling = true;
    const auto words = m_workspace.vocabulary();
    const FieldContext context{words.get(), m_workspace.clock().zone()};
    for (int row = 0; row < rowCount(); ++row) {
        const LeadFieldInfo &info = fieldInfo(m_fields[size_t(row)]);
        QTableWidgetItem *value = item(row, 1);
        value->setText(fieldText(lead, info.field, context));
        value->setToolTip(value->text().toHtmlEscaped());
        value->setFlags(info.editable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable
                                      : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
    m_filling = false;
}

void FieldsView::tellEdit(int row, int column)
{
    if (!m_filling && column == 1)
        Q_EMIT editWanted(m_fields[size_t(row)], item(row, 1)->text());
}

} // namespace kindling
