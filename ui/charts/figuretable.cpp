// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/figuretable.h"

#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLocale>

namespace kindling {

FigureTable::FigureTable(const QString &name, QWidget *parent)
    : QTableWidget(parent)
{
    setAccessibleName(name);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    connect(this, &QTableWidget::cellActivated, this, [this](int row, int column) {
        if (column > 0)
            Q_EMIT figureChosen(row, column - 1);
    });
}

void FigureTable::addRow(int index, const FigureRow &row)
{
    const QLocale locale;
    auto *name = new QTableWidgetItem(row.unripe ? tr("%1 (young)").arg(row.fullName()) : row.fullName());
    setItem(index, 0, name);
    for (int column = 0; column < int(row.figures.size()); ++column) {
        auto *item = new QTableWidgetItem(figureText(row.figures[size_t(column)], locale));
        item->setFont(Theme::tabularFont(TextRole::Body));
        item->setTextAlignment(Qt::AlignVCenter | Qt::AlignRight);
        setItem(index, column + 1, item);
    }
}

void FigureTable::setFigures(const Figures &figures)
{
    QStringList heads{figures.rowLabel};
    for (const FigureColumn &column : figures.columns)
        heads += column.label;
    clear();
    setColumnCount(int(heads.size()));
    setHorizontalHeaderLabels(heads);
    const bool total = !figures.total.figures.empty();
    setRowCount(int(figures.rows.size()) + (total ? 1 : 0));
    for (int row = 0; row < int(figures.rows.size()); ++row)
        addRow(row, figures.rows[size_t(row)]);
    if (total)
        addRow(int(figures.rows.size()), figures.total);
    for (int column = 0; column < columnCount(); ++column)
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
    resizeColumnsToContents();
    for (int column = 0; column < columnCount(); ++column)
        setColumnWidth(column, columnWidth(column) + metrics::space16);
}

} // namespace kindling
