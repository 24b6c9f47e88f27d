// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companytablemodel.h"

#include "core/rules/when.h"
#include "ui/theme/theme.h"

#include <QLocale>

namespace kindling {

namespace {

/// Nothing in place of a zero: a column of them hides what matters.
QString countText(qint64 count)
{
    return count == 0 ? QString() : QLocale().toString(count);
}

QString sumText(const MoneySum &sum)
{
    return sum.parts().empty() ? QString() : sum.display(QLocale(), {});
}

} // namespace

CompanyTableModel::CompanyTableModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

void CompanyTableModel::setList(CompanyList list)
{
    beginResetModel();
    m_list = std::move(list);
    endResetModel();
}

void CompanyTableModel::setSort(CompanyColumn column, bool descending)
{
    m_sort = column;
    m_descending = descending;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int CompanyTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_list.lines.size());
}

int CompanyTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(companyListColumns().size());
}

QString CompanyTableModel::text(const CompanyLine &line, CompanyColumn column) const
{
    switch (column) {
    case CompanyColumn::Name: return line.name;
    case CompanyColumn::Leads: return countText(line.leads);
    case CompanyColumn::Open: return countText(line.open);
    case CompanyColumn::OpenValue: return sumText(line.openValue);
    case CompanyColumn::Won: return countText(line.won);
    case CompanyColumn::WonValue: return sumText(line.wonValue);
    case CompanyColumn::LastActivity:
        return line.lastActivity == 0 ? QString() : whenInWords(line.lastActivity, true, m_clock.now(), m_clock.zone(), QLocale());
    case CompanyColumn::City: return line.city;
    case CompanyColumn::Country: return line.country;
    case CompanyColumn::Industry: return line.industry;
    case CompanyColumn::Domain: return line.domain;
    case CompanyColumn::Employees: return line.employees ? QLocale().toString(*line.employees) : QString();
    }
    return {};
}

QVariant CompanyTableModel::data(const QModelIndex &index, int role) const
{
    const auto column = static_cast<CompanyColumn>(index.column());
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::FontRole && column == CompanyColumn::Name)
        return Theme::font(TextRole::Strong);
    if (role != Qt::DisplayRole)
        return {};
    return text(m_list.lines[size_t(index.row())], column);
}

QVariant CompanyTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto column = static_cast<CompanyColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const QString label = companyColumnLabel(column);
    if (column != m_sort)
        return label;
    return QString(label + (m_descending ? QStringLiteral(" ▾") : QStringLiteral(" ▴")));
}

} // namespace kindling
