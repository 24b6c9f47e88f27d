// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/importservice.h"

#include <QTableWidget>

namespace kindling {

class Theme;

/// What the first rows of a file become, and what becomes of each: new, an update of which lead, skipped, rejected and why.
class PreviewTable final : public QTableWidget
{
    Q_OBJECT

public:
    PreviewTable(Theme &theme, QWidget *parent);

    void show(const ImportPlan &plan, const Vocabulary &vocabulary);

private:
    Theme &m_theme;
};

/// The rows that are rejected, or of which a cell could not be read, with the reason.
class ProblemTable final : public QTableWidget
{
    Q_OBJECT

public:
    explicit ProblemTable(QWidget *parent);

    void show(const std::vector<RowPlan> &problems);
};

/// "new", "updates by email ines@…", "skipped: …", "rejected: …".
QString actionWord(const RowPlan &row);

/// The plain look that the tables of an import share.
void setUpTable(QTableWidget &table, const QStringList &heads, const QString &name);
void setCell(QTableWidget &table, int row, int column, const QString &text);

} // namespace kindling
