// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/companyservice.h"
#include "ui/pages/page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace kindling {

class EmptyState;
class CompanyPanel;
class CompanyTable;

/// The companies that leads belong to, and everything about the chosen one beside them; Enter or a double click opens its leads,
/// M merges those that are selected.
class CompaniesPage final : public Page
{
    Q_OBJECT

public:
    CompaniesPage(Workspace &workspace, Theme &theme, QWidget *parent);

    /// Opens the preview of a merge of the selected companies; says what to do where that cannot be.
    void mergeSelected();
    /// Chooses a company, or with a null id none; the list is searched for the name.
    void showCompany(CompanyId id, const QString &name);

    QString statusText() const override;
    bool showsLeadPanel() const override { return false; }
    void focusContent() override;

Q_SIGNALS:
    void leadWanted(kindling::LeadId lead); ///< show it in the lead panel

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLayout *makeHead();
    void wireTable();
    void reload();
    void showList(const CompanyList &list);
    void showCurrent();
    void showCount();
    void keepSort() const;
    void openLeads(const QString &company);

    Workspace &m_workspace;
    Theme &m_theme;
    QLabel *m_count;
    QLineEdit *m_search;
    QPushButton *m_merge;
    CompanyTable *m_table;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    CompanyPanel *m_panel;
    CompanyId m_shown; ///< stays chosen when the list is read anew
    bool m_stale = true;
    int m_asked = 0;
};

} // namespace kindling
