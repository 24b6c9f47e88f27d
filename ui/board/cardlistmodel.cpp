// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/cardlistmodel.h"

#include "core/rules/cue.h"
#include "core/rules/when.h"
#include "ui/widgets/basics.h"

#include <QIODevice>
#include <QMimeData>

#include <algorithm>

namespace kindling {

CardListModel::CardListModel(LeadRowCache &rows, QObject *parent)
    : QAbstractListModel(parent)
    , m_rows(rows)
    , m_files(rows.workspace())
    , m_list(std::make_shared<const LeadList>())
{
    connect(&rows, &LeadRowCache::arrived, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
}

void CardListModel::setList(LeadListPtr list)
{
    beginResetModel();
    m_list = std::move(list);
    endResetModel();
}

LeadId CardListModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_list->ids[size_t(row)] : LeadId();
}

int CardListModel::rowOf(LeadId id) const
{
    const auto found = std::find(m_list->ids.begin(), m_list->ids.end(), id);
    return found == m_list->ids.end() ? -1 : int(found - m_list->ids.begin());
}

const Lead *CardListModel::leadAt(int row) const
{
    const LeadId id = idAt(row);
    return id.isNull() ? nullptr : m_rows.lead(id);
}

int CardListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_list->ids.size());
}

QVariant CardListModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const Lead *lead = leadAt(index.row());
    if (!lead)
        return role == Qt::ToolTipRole ? QVariant() : QStringLiteral("…");
    if (role == Qt::DisplayRole)
        return lead->displayName();
    const Clock &clock = m_rows.workspace().clock();
    const auto words = m_rows.workspace().vocabulary();
    const QString reason =
        m_rows.isPast() ? standingText(*lead) : cueReason(*lead, words->stage(lead->stage), clock.now(), clock.zone(), QLocale());
    if (role == Qt::ToolTipRole)
        return plainToolTip(reason);
    QStringList parts{lead->displayName(), lead->company};
    if (lead->value)
        parts += lead->value->display(QLocale());
    parts += reason;
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString CardListModel::standingText(const Lead &lead) const
{
    return tr("in its stage for %1").arg(ageInWords(m_rows.now() - lead.stageSince));
}

Qt::ItemFlags CardListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags | Qt::ItemIsDropEnabled;
}

QStringList CardListModel::mimeTypes() const
{
    return {QLatin1String(mimeType)};
}

QMimeData *CardListModel::mimeData(const QModelIndexList &indexes) const
{
    std::vector<LeadId> leads;
    for (const QModelIndex &index : indexes)
        leads.push_back(idAt(index.row()));
    return m_files.dragOf(leads);
}

std::vector<LeadId> CardListModel::leadsOf(const QMimeData *data)
{
    return LeadFiles::leadsOf(data);
}

} // namespace kindling
