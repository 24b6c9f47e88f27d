// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/companycolumn.h"

#include <QAbstractTableModel>

namespace kindling {

class Clock;

/// Companies with what their leads amount to, as a table; its columns are those of CompanyColumn.
class CompanyTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit CompanyTableModel(const Clock &clock, QObject *parent = nullptr);

    void setList(CompanyList list);
    void setSort(CompanyColumn column, bool descending);
    const CompanyLine &at(int row) const { return m_list.lines[size_t(row)]; }
    qint64 total() const { return m_list.total; } ///< with those that are too many to be shown

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const CompanyLine &line, CompanyColumn column) const;

    const Clock &m_clock;
    CompanyList m_list;
    CompanyColumn m_sort = CompanyColumn::Name;
    bool m_descending = false;
};

} // namespace kindling
