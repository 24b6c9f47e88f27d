// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tablecell.h"

#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QTableWidget>

#include <algorithm>

namespace kindling {

QTableWidgetItem *setTableCell(QTableWidget &table, int row, int column, const QString &text, bool editable)
{
    QTableWidgetItem *item = table.item(row, column);
    if (!item) {
        item = new QTableWidgetItem;
        table.setItem(row, column, item);
    }
    const Qt::ItemFlags shown = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const Qt::ItemFlags flags = editable ? shown | Qt::ItemIsEditable : shown;
    if (item->flags() != flags)
        item->setFlags(flags);
    if (item->text() != text)
        item->setText(text);
    return item;
}

void setUpSettingsTable(QTableWidget &table, const QString &accessibleName, const QStringList &columns)
{
    table.setAccessibleName(accessibleName);
    table.setColumnCount(int(columns.size()));
    table.setHorizontalHeaderLabels(columns);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setHighlightSections(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    table.setShowGrid(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setTabKeyNavigation(false);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
}

void fitTableHeight(QTableWidget &table, int most)
{
    const int rows = std::clamp(table.rowCount(), 2, most);
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height() + rows * metrics::rowHeight + 2 * table.frameWidth());
}

} // namespace kindling
