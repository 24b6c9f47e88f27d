// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/leadrowcache.h"

#include <QAbstractTableModel>

namespace kindling {

/// A list of leads as a table: ids from the columns, rows from the cache. Takes a million rows; nothing of it is proportional to them but
/// the ids.
class LeadTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit LeadTableModel(LeadRowCache &rows, QObject *parent = nullptr);

    static const std::vector<LeadField> &shownFields();

    void setList(LeadListPtr list);
    const LeadListPtr &list() const { return m_list; }
    LeadId idAt(int row) const;
    /// The row of a lead, -1 when it is not in the list. Linear.
    int rowOf(LeadId id) const;
    /// Nothing while the row is being read.
    const Lead *leadAt(int row) const;
    LeadRowCache &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The text of a cell as the row shows it.
    QString cellText(const Lead &lead, LeadField field) const;

private:
    LeadRowCache &m_rows;
    LeadListPtr m_list;
};

} // namespace kindling
