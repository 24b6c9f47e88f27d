// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/leadtablemodel.h"

#include "core/rules/cue.h"
#include "core/rules/when.h"
#include "ui/models/fieldwords.h"
#include "ui/widgets/answermarks.h"

#include <QLocale>

#include <algorithm>

namespace kindling {

LeadTableModel::LeadTableModel(LeadRowCache &rows, QObject *parent)
    : QAbstractTableModel(parent)
    , m_rows(rows)
    , m_list(std::make_shared<const LeadList>())
{
    const auto words = rows.workspace().vocabulary();
    for (const ListColumn &column : usualColumns())
        m_columns.push_back(columnFor(column.field, *words));
    connect(&rows, &LeadRowCache::arrived, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
    connect(&rows.workspace(), &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.vocabulary)
            refreshColumns();
    });
}

std::vector<ListColumn> LeadTableModel::usualColumns()
{
    return {{LeadField::Name, 0},  {LeadField::Company, 0}, {LeadField::Temperature, 0},  {LeadField::Score, 0},
            {LeadField::Stage, 0}, {LeadField::Value, 0},   {LeadField::NextFollowUp, 0}, {LeadField::LastActivity, 0},
            {LeadField::Owner, 0}, {LeadField::Source, 0},  {LeadField::City, 0}};
}

LeadTableModel::Column LeadTableModel::columnFor(FieldId field, const Vocabulary &vocabulary)
{
    const auto entry = fieldEntry(field, &vocabulary);
    if (!entry)
        return {field, {}, FieldType::Text, false};
    return {field, field == LeadField::LastActivity ? tr("Quiet") : entry->label, entry->type, entry->editable && !entry->removed};
}

/// A field was renamed or removed: its column follows.
void LeadTableModel::refreshColumns()
{
    const auto words = m_rows.workspace().vocabulary();
    for (Column &column : m_columns)
        column = columnFor(column.field, *words);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void LeadTableModel::setList(LeadListPtr list)
{
    beginResetModel();
    m_list = std::move(list);
    endResetModel();
}

void LeadTableModel::setFields(const std::vector<FieldId> &fields)
{
    const auto words = m_rows.workspace().vocabulary();
    beginResetModel();
    m_columns.clear();
    for (const FieldId field : fields)
        m_columns.push_back(columnFor(field, *words));
    endResetModel();
}

std::vector<FieldId> LeadTableModel::fields() const
{
    std::vector<FieldId> all;
    for (const Column &column : m_columns)
        all.push_back(column.field);
    return all;
}

int LeadTableModel::columnOf(FieldId field) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(), [field](const Column &column) { return column.field == field; });
    return found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

void LeadTableModel::setSort(std::vector<SortKey> sort)
{
    m_sort = std::move(sort);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
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
    return parent.isValid() ? 0 : int(m_columns.size());
}

QString LeadTableModel::cellText(const Lead &lead, int column) const
{
    const auto words = m_rows.workspace().vocabulary();
    const Clock &clock = m_rows.workspace().clock();
    const UtcMs now = m_rows.now();
    const auto &[field, label, type, editable] = m_columns[size_t(column)];
    if (field == LeadField::Name)
        return lead.name.isEmpty() ? lead.displayName() : lead.name;
    if (field == LeadField::Stage) {
        return lead.outcome == Outcome::Lost || lead.outcome == Outcome::Disqualified ? labelOf(lead.outcome)
                                                                                      : words->stageName(lead.stage);
    }
    if (field == LeadField::Qualification)
        return marksText(cardOf(lead, *words)); // drawn as marks, read as words
    if (field == LeadField::NextFollowUp)
        return m_rows.isPast() ? tr("not known") : cueOf(lead, words->stage(lead.stage), now, clock.zone(), QLocale()).text;
    if (field == LeadField::LastActivity)
        return lead.outcome == Outcome::Open ? ageInWords(now - lead.lastActivity.value_or(lead.created)) : QString();
    const FieldEntry entry = fieldEntry(field, words.get()).value_or(FieldEntry{field, {}, {}});
    return fieldWords(lead, entry, {words.get(), clock.zone()}, QLocale()).simplified();
}

bool LeadTableModel::isNumber(int column) const
{
    const auto &[field, label, type, editable] = m_columns[size_t(column)];
    const bool marks = field == LeadField::Qualification;
    return field == LeadField::LastActivity || type == FieldType::Money || (type == FieldType::Number && !marks);
}

QVariant LeadTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::EditRole))
        return {};
    const Lead *lead = leadAt(index.row());
    if (!lead)
        return role == Qt::EditRole ? QVariant() : QStringLiteral("…");
    const std::optional<QString> unsaved = role == Qt::AccessibleTextRole && m_unsaved ? m_unsaved(index) : std::nullopt;
    if (role != Qt::EditRole)
        return unsaved ? *unsaved : cellText(*lead, index.column());
    const auto words = m_rows.workspace().vocabulary();
    return fieldText(*lead, fieldAt(index.column()), {words.get(), m_rows.workspace().clock().zone()});
}

QVariant LeadTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const Column &column = m_columns[size_t(section)];
    const auto key = std::find_if(m_sort.begin(), m_sort.end(), [&](const SortKey &k) { return k.field == column.field; });
    if (key == m_sort.end())
        return column.label;
    const QString place = m_sort.size() > 1 ? QString::number(key - m_sort.begin() + 1) : QString();
    return QString(column.label + (key->descending ? QStringLiteral(" ▾") : QStringLiteral(" ▴")) + place);
}

Qt::ItemFlags LeadTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemIsDragEnabled;
    return index.isValid() && m_columns[size_t(index.column())].editable && !m_rows.isPast() ? flags | Qt::ItemIsEditable : flags;
}

bool LeadTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role == Qt::EditRole && index.isValid() && value.toString() != data(index, Qt::EditRole).toString())
        Q_EMIT editWanted(idAt(index.row()), fieldAt(index.column()), value.toString());
    return false;
}

} // namespace kindling
