// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/savedview.h"
#include "ui/models/leadrowcache.h"

#include <QAbstractTableModel>

#include <functional>

namespace kindling {

/// A list of leads as a table: an id vector from the columns and rows read when they are looked at. Model in the user-interface thread.
class LeadTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit LeadTableModel(LeadRowCache &rows, QObject *parent = nullptr);

    /// The columns of a list that nobody has changed, the most telling first.
    static std::vector<ListColumn> usualColumns();

    void setList(LeadListPtr list);
    const LeadListPtr &list() const { return m_list; }
    void setFields(const std::vector<FieldId> &fields);
    std::vector<FieldId> fields() const;
    FieldId fieldAt(int column) const { return m_columns[size_t(column)].field; }
    FieldType typeAt(int column) const { return m_columns[size_t(column)].type; }
    /// -1 when it is no column.
    int columnOf(FieldId field) const;
    /// Shown in the heads.
    void setSort(std::vector<SortKey> sort);

    /// What a view shows in a cell in place of its value, for those who have it read to them.
    using Unsaved = std::function<std::optional<QString>(const QModelIndex &)>;
    void setUnsaved(Unsaved unsaved) { m_unsaved = std::move(unsaved); }

    LeadId idAt(int row) const;
    /// The row of a lead, -1 when it is not in the list. Linear.
    int rowOf(LeadId id) const;
    /// Nothing while the row is being read.
    const Lead *leadAt(int row) const;
    LeadRowCache &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Tells editWanted() and changes nothing: the row shows the new value when it is written.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    /// The text of a cell as the row shows it.
    QString cellText(const Lead &lead, int column) const;
    /// True for amounts and ages, which stand at the right.
    bool isNumber(int column) const;

Q_SIGNALS:
    void editWanted(kindling::LeadId lead, kindling::FieldId field, const QString &text);

private:
    /// A column with what every cell of it needs.
    struct Column
    {
        FieldId field;
        QString label;
        FieldType type = FieldType::Text;
        bool editable = false;
    };
    static Column columnFor(FieldId field, const Vocabulary &vocabulary);
    void refreshColumns();

    LeadRowCache &m_rows;
    LeadListPtr m_list;
    std::vector<Column> m_columns;
    std::vector<SortKey> m_sort;
    Unsaved m_unsaved;
};

} // namespace kindling
