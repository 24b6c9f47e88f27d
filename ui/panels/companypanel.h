// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/companyservice.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;
class QTabWidget;
class QVBoxLayout;

namespace kindling {

class CompanyParts;

/// Everything about one company: totals, its leads, what happened with them, its fields to edit in place, and companies that may be the
/// same, to be merged, or are part of it, to be taken out.
class CompanyPanel final : public QWidget
{
    Q_OBJECT

public:
    CompanyPanel(Workspace &workspace, QWidget *parent);

    CompanyId company() const { return m_dossier.company.id; }
    void showCompany(CompanyId id);
    void clear();

Q_SIGNALS:
    void leadWanted(kindling::LeadId lead);
    void leadsWanted(const QString &company);
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QTableWidget *makeTable(const QString &name, int columns);
    void load(CompanyId id);
    void show(const CompanyDossier &dossier);
    void showTotals();
    void showPossible();
    void showLeads();
    void showActivities();
    void showFields();
    void edit(int row);
    void merge(const Company &other);
    void report(const QFuture<Result<CompanyWritten>> &write, const QString &done);

    Workspace &m_workspace;
    CompanyDossier m_dossier;
    CompanyId m_wanted; ///< shown, or on its way
    int m_asked = 0;
    bool m_filling = false;
    QWidget *m_content;
    QLabel *m_name;
    QLabel *m_place;
    QLabel *m_totals;
    QPushButton *m_open;
    QWidget *m_possible;
    CompanyParts *m_parts;
    QTabWidget *m_tabs;
    QTableWidget *m_leads;
    QTableWidget *m_activities;
    QTableWidget *m_fields;
};

} // namespace kindling
