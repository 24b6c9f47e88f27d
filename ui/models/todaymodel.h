// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/dayservice.h"

#include <QAbstractListModel>

namespace kindling {

/// The queue of Today as a list: the head of each group, then its rows.
class TodayModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IsHeadRole = Qt::UserRole, LateRole };

    using QAbstractListModel::QAbstractListModel;

    void show(TodayList list);
    const TodayList &list() const { return m_list; }
    /// The row of the queue at an index; null for a head.
    const TodayRow *rowAt(const QModelIndex &index) const;
    /// Where a lead stands; invalid when it is not in the queue.
    QModelIndex indexOf(LeadId lead) const;
    /// The first row at or behind a place, else the last one.
    QModelIndex nearestRow(int place) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line
    {
        TodayGroup group = TodayGroup::Overdue;
        int row = -1; ///< in the list; -1 for the head of the group
    };
    QString headText(TodayGroup group) const;

    TodayList m_list;
    std::vector<Line> m_lines;
};

} // namespace kindling
