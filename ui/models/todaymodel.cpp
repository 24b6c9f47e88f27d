// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/todaymodel.h"

#include "core/rules/todaywords.h"

#include <algorithm>

namespace kindling {

void TodayModel::show(TodayList list)
{
    beginResetModel();
    m_list = std::move(list);
    m_lines.clear();
    std::optional<TodayGroup> group;
    for (size_t i = 0; i < m_list.rows.size(); ++i) {
        if (group != m_list.rows[i].group)
            m_lines.push_back({m_list.rows[i].group, -1});
        group = m_list.rows[i].group;
        m_lines.push_back({*group, int(i)});
    }
    endResetModel();
}

const TodayRow *TodayModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid() || m_lines[size_t(index.row())].row < 0)
        return nullptr;
    return &m_list.rows[size_t(m_lines[size_t(index.row())].row)];
}

QModelIndex TodayModel::indexOf(LeadId lead) const
{
    for (int i = 0; i < rowCount(); ++i) {
        if (const TodayRow *row = rowAt(index(i)); row && row->lead.id == lead)
            return index(i);
    }
    return {};
}

QModelIndex TodayModel::nearestRow(int place) const
{
    for (int i = std::max(0, place); i < rowCount(); ++i) {
        if (rowAt(index(i)))
            return index(i);
    }
    return rowCount() > 0 ? index(rowCount() - 1) : QModelIndex();
}

int TodayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

/// "Overdue, 12"; "No next step, 4,211: the first 200".
QString TodayModel::headText(TodayGroup group) const
{
    const qint64 count = m_list.counts[size_t(group)];
    const auto shown = std::count_if(m_list.rows.begin(), m_list.rows.end(), [group](const TodayRow &r) { return r.group == group; });
    const QString text = todayGroupName(group) + QStringLiteral(", ") + QLocale().toString(count);
    return shown < count ? tr("%1: the first %2").arg(text, QLocale().toString(qint64(shown))) : text;
}

QVariant TodayModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TodayRow *row = rowAt(index);
    const TodayGroup group = m_lines[size_t(index.row())].group;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        if (!row)
            return headText(group);
        QStringList parts{row->lead.displayName(), row->reason, row->contact};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case IsHeadRole: return row == nullptr;
    case LateRole: return group == TodayGroup::Overdue || group == TodayGroup::GoingCold;
    default: return {};
    }
}

Qt::ItemFlags TodayModel::flags(const QModelIndex &index) const
{
    return rowAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemFlags(Qt::ItemIsEnabled);
}

} // namespace kindling
