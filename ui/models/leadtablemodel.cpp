// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/leadtablemodel.h"

#include "core/rules/cue.h"
#include "core/rules/when.h"

#include <QLocale>

#include <algorithm>

namespace kindling {

LeadTableModel::LeadTableModel(LeadRowCache &rows, QObject *parent)
    : QAbstractTableModel(parent)
    , m_rows(rows)
    , m_list(std::make_shared<const LeadList>())
{
    connect(&rows, &LeadRowCache::arrived, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

const std::vector<LeadField> &LeadTableModel::shownFields()
{
    static const std::vector<LeadField> fields{LeadField::Name,  LeadField::Company,      LeadField::Temperature,  LeadField::Stage,
                                               LeadField::Value, LeadField::NextFollowUp, LeadField::LastActivity, LeadField::Owner};
    return fields;
}

Qt::ItemFlags LeadTableModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | Qt::ItemIsDragEnabled;
}

void LeadTableModel::setList(LeadListPtr list)
{
    beginResetModel();
    m_list = std::move(list);
    endResetModel();
}

LeadId LeadTableModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_list->ids[size_t(row)] : LeadId();
}

int LeadTableModel::rowOf(LeadId id) const
{
    const auto found = std::find(m_list->ids.begin(), m_list->ids.end(), id);
    return found == m_list->ids.end() ? -1 : int(found - m_list->ids.begin());
}

const Lead *LeadTableModel::leadAt(int row) const
{
    const LeadId id = idAt(row);
    return id.isNull() ? nullptr : m_rows.lead(id);
}

int LeadTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_list->ids.size());
}

int LeadTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(shownFields().size());
}

QString LeadTableModel::cellText(const Lead &lead, LeadField field) const
{
    const auto words = m_rows.workspace().vocabulary();
    const Clock &clock = m_rows.workspace().clock();
    switch (field) {
    case LeadField::Name: return lead.name.isEmpty() ? lead.displayName() : lead.name;
    case LeadField::Company: return lead.company;
    case LeadField::Temperature: return labelOf(lead.temperature);
    case LeadField::Stage:
        return lead.outcome == Outcome::Lost || lead.outcome == Outcome::Disqualified ? labelOf(lead.outcome)
                                                                                      : words->stageName(lead.stage);
    case LeadField::Value: return lead.value ? lead.value->display(QLocale()) : QString();
    case LeadField::NextFollowUp: return cueOf(lead, words->stage(lead.stage), clock.now(), clock.zone(), QLocale()).text;
    case LeadField::LastActivity:
        return lead.outcome == Outcome::Open ? ageInWords(clock.now() - lead.lastActivity.value_or(lead.created)) : QString();
    case LeadField::Owner: return lead.owner;
    default: return fieldText(lead, field, {words.get(), clock.zone()});
    }
}

QVariant LeadTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const Lead *lead = leadAt(index.row());
    return lead ? cellText(*lead, shownFields()[size_t(index.column())]) : QStringLiteral("…");
}

QVariant LeadTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const LeadField field = shownFields()[size_t(section)];
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (field == LeadField::Value || field == LeadField::LastActivity ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return field == LeadField::LastActivity ? tr("Quiet") : fieldLabel(field);
}

} // namespace kindling
