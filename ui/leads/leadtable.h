// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/leadfiles.h"
#include "ui/models/leadtablemodel.h"

#include <QTableView>

namespace kindling {

class Theme;

/// The table of the Leads page: columns to choose, move and size, sorting by several of them, editing in place, and a selection that may
/// be the whole list.
class LeadTable final : public QTableView
{
    Q_OBJECT

public:
    LeadTable(Workspace &workspace, Theme &theme, QWidget *parent);

    LeadTableModel &leads() { return m_model; }

    /// Empty: the usual ones, as many as there is room for.
    void setColumns(const std::vector<ListColumn> &columns);
    /// As they stand, in their order; empty while nobody changed them.
    std::vector<ListColumn> columns() const;
    /// All fields that are shown, in their order.
    std::vector<FieldId> shownFields() const;

    void setSort(std::vector<SortKey> sort);
    const std::vector<SortKey> &sort() const { return m_sort; }

    /// The current lead first. As many as the list has when all are chosen.
    std::vector<LeadId> selectedLeads() const;
    qsizetype selectedCount() const;
    LeadId currentLead() const;
    /// Chooses a lead if it is in the list, in the column where the keyboard was last.
    void chooseLead(LeadId id);
    /// Chooses these leads again after the list has changed, as far as they are in it.
    void chooseLeads(const std::vector<LeadId> &ids);
    /// Somebody types in a cell: the list must not change below.
    bool isEditing() const { return state() == EditingState; }

Q_SIGNALS:
    void leadChosen(kindling::LeadId id);
    void leadOpened(kindling::LeadId id);
    void editWanted(kindling::LeadId lead, kindling::FieldId field, const QString &text);
    void emptyWanted(kindling::LeadId lead, kindling::FieldId field);
    void columnsChanged();
    void sortChanged();
    void selectionCountChanged();
    void copyWanted();
    void message(const QString &text, bool undoable);
    void editingEnded();
    void filterWanted(const QString &text); ///< only leads that have what this cell has

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void sortBy(int section, bool also);
    void fit();
    int widthOf(const ListColumn &column) const;
    int usualWidthOf(int section, const ListColumn &column) const;
    void noteChange();
    void resizeCurrent(int by);
    void emptyCurrent();
    void openMenuByKey();
    QString filterOf(const QModelIndex &index) const;

    Workspace &m_workspace;
    LeadRowCache m_rows;
    LeadTableModel m_model;
    LeadFiles m_files;
    std::vector<SortKey> m_sort;
    FieldId m_lastField = LeadField::Name; ///< of the cell where the keyboard was last
    bool m_usual = true; ///< nobody changed the columns: they may come and go with the room
    bool m_laying = false; ///< we move and size sections ourselves
};

} // namespace kindling
