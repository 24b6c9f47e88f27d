// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/figures.h"

#include <QTableWidget>

namespace kindling {

/// The figures of a report as a table, the total last. A double click or Enter on a figure tells which was meant.
class FigureTable final : public QTableWidget
{
    Q_OBJECT

public:
    FigureTable(const QString &name, QWidget *parent);

    void setFigures(const Figures &figures);

Q_SIGNALS:
    void figureChosen(int row, int column); ///< the row after the last is the total

private:
    void addRow(int index, const FigureRow &row);
};

} // namespace kindling
