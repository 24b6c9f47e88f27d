// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/companies/companytablemodel.h"

#include <QTableView>

namespace kindling {

/// The table of the Companies page: sorted by a click on a head or from the menu of a cell, several chosen at once. M merges them.
class CompanyTable final : public QTableView
{
    Q_OBJECT

public:
    CompanyTable(const Clock &clock, QWidget *parent);

    CompanyTableModel &companies() { return m_model; }
    /// Shows another list: what was chosen stays so as far as it is there; else `current`, or the first.
    void setList(CompanyList list, CompanyId current);

    CompanyId currentCompany() const;
    std::vector<CompanyId> selectedCompanies() const;

    CompanyColumn sort() const { return m_sort; }
    bool isDescending() const { return m_descending; }
    void setSort(CompanyColumn column, bool descending);

Q_SIGNALS:
    void companyChosen(); ///< another is the current one
    void sortChanged();
    void selectionCountChanged();
    void mergeWanted();
    void leadsWanted(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void sortBy(int section);
    void fit();
    void openMenuByKey();

    CompanyTableModel m_model;
    CompanyColumn m_sort = CompanyColumn::Name;
    bool m_descending = false;
    bool m_filling = false;
};

} // namespace kindling
