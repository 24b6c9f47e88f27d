// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace kindling::cli {

/// Rows of text in aligned columns. Cells are made harmless (see singleLine) as they come in.
class TextTable
{
public:
    struct Column
    {
        QString head;
        bool right = false; ///< numbers and amounts
    };

    explicit TextTable(std::vector<Column> columns);
    void add(const QStringList &cells);
    bool isEmpty() const { return m_rows.empty(); }

    /// All lines; the widest columns give way until the whole is `width` cells wide. Zero: as wide as it wants to be.
    QString text(int width) const;

private:
    std::vector<int> widths(int width) const;

    std::vector<Column> m_columns;
    std::vector<QStringList> m_rows;
};

} // namespace kindling::cli
