// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/texttable.h"

#include "app/cli/textwidth.h"

#include <algorithm>
#include <numeric>

namespace kindling::cli {

namespace {

constexpr int gap = 2;
constexpr int narrowest = 8; ///< no column is cut below this

} // namespace

TextTable::TextTable(std::vector<Column> columns)
    : m_columns(std::move(columns))
{
}

void TextTable::add(const QStringList &cells)
{
    QStringList row;
    for (qsizetype i = 0; i < qsizetype(m_columns.size()); ++i)
        row += singleLine(cells.value(i));
    m_rows.push_back(std::move(row));
}

std::vector<int> TextTable::widths(int width) const
{
    std::vector<int> widths;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        int widest = displayWidth(m_columns[i].head);
        for (const QStringList &row : m_rows)
            widest = std::max(widest, displayWidth(row[qsizetype(i)]));
        widths.push_back(widest);
    }
    const int gaps = gap * (int(m_columns.size()) - 1);
    while (width > 0 && std::accumulate(widths.begin(), widths.end(), gaps) > width) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= narrowest)
            break;
        --*widest;
    }
    return widths;
}

QString TextTable::text(int width) const
{
    const std::vector<int> columnWidths = widths(width);
    const auto line = [&](auto cell) {
        QString out;
        for (size_t i = 0; i < m_columns.size(); ++i)
            out += padded(shortened(cell(i), columnWidths[i]), columnWidths[i], m_columns[i].right) + QString(gap, u' ');
        while (out.endsWith(u' '))
            out.chop(1);
        return out + u'\n';
    };
    QString out = line([this](size_t i) { return m_columns[i].head; });
    for (const QStringList &row : m_rows)
        out += line([&row](size_t i) { return row[qsizetype(i)]; });
    return out;
}

} // namespace kindling::cli
