// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/companyservice.h"
#include "ui/pages/page.h"

#include <QAbstractTableModel>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace kindling {

class EmptyState;
class CompanyPanel;

/// Companies as a table.
class CompanyTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setCompanies(std::vector<Company> companies);
    const Company &at(int row) const { return m_companies[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Company> m_companies;
};

/// The companies that leads belong to, and everything about the chosen one beside them; Enter or a double click opens its leads.
class CompaniesPage final : public Page
{
    Q_OBJECT

public:
    CompaniesPage(Workspace &workspace, Theme &theme, QWidget *parent);

    /// Chooses a company; the list is searched for its name.
    void showCompany(CompanyId id, const QString &name);

    QString statusText() const override;
    bool showsLeadPanel() const override { return false; }
    void focusContent() override;

Q_SIGNALS:
    void leadWanted(kindling::LeadId lead); ///< show it in the lead panel

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeTable();
    void reload();
    void chooseShown();
    void showCurrent();
    void openLeads(const QModelIndex &index);

    Workspace &m_workspace;
    CompanyTableModel m_model;
    QLabel *m_count;
    QLineEdit *m_search;
    QTableView *m_table;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    CompanyPanel *m_panel;
    CompanyId m_shown; ///< stays chosen when the list is read anew
    bool m_stale = true;
    int m_asked = 0;
};

} // namespace kindling
