// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QTableWidget;
class QTableWidgetItem;

namespace kindling {

/// Puts a text into a cell of a table. A cell that says so already is left alone, so that what is being typed into it stays.
QTableWidgetItem *setTableCell(QTableWidget &table, int row, int column, const QString &text, bool editable);

/// The look and the keyboard of a small table to be edited: whole rows, no grid, Tab leaves it.
void setUpSettingsTable(QTableWidget &table, const QString &accessibleName, const QStringList &columns);

/// As high as its rows, so that the page scrolls and not the table in it; `most` rows at most.
void fitTableHeight(QTableWidget &table, int most = 24);

} // namespace kindling
