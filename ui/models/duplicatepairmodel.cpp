// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/duplicatepairmodel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

namespace kindling {

DuplicatePairModel::DuplicatePairModel(LeadRowCache &rows, QObject *parent)
    : QAbstractTableModel(parent)
    , m_rows(rows)
{
    connect(&rows, &LeadRowCache::arrived, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void DuplicatePairModel::setPairs(std::vector<DuplicatePair> pairs)
{
    beginResetModel();
    m_pairs = std::move(pairs);
    endResetModel();
}

void DuplicatePairModel::removeIf(const std::function<bool(const DuplicatePair &)> &decided)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!decided(at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_pairs.erase(m_pairs.begin() + row);
        endRemoveRows();
    }
}

void DuplicatePairModel::removePair(LeadId first, LeadId second)
{
    removeIf([=](const DuplicatePair &pair) { return pair.first == first && pair.second == second; });
}

void DuplicatePairModel::removeLead(LeadId gone)
{
    removeIf([=](const DuplicatePair &pair) { return pair.first == gone || pair.second == gone; });
}

int DuplicatePairModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pairs.size());
}

int DuplicatePairModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString DuplicatePairModel::leadText(LeadId id) const
{
    const Lead *lead = m_rows.lead(id);
    if (!lead)
        return QStringLiteral("…");
    const QString name = lead->displayName();
    return lead->company.isEmpty() || lead->company == name ? name : tr("%1, %2").arg(name, lead->company);
}

QVariant DuplicatePairModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::FontRole && index.column() == Verdict)
        return Theme::font(TextRole::Strong);
    if (role == Qt::ToolTipRole) // what has no room in its column
        return plainToolTip(cellText(index));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return cellText(index);
}

QString DuplicatePairModel::cellText(const QModelIndex &index) const
{
    const DuplicatePair &pair = at(index.row());
    switch (index.column()) {
    case Verdict: return labelOf(pair.comparison.likeness);
    case First: return leadText(pair.first);
    case Second: return leadText(pair.second);
    default: return clueTexts(pair.comparison).join(tr(", ", "between reasons"));
    }
}

QVariant DuplicatePairModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    const QString heads[] = {tr("Verdict"), tr("Lead"), tr("And"), tr("Why")};
    return heads[section];
}

} // namespace kindling
