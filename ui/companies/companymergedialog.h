// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/companyservice.h"

#include <QDialog>

#include <map>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QPushButton;
class QRadioButton;
class QScrollArea;

namespace kindling {

class MessageBar;
class Theme;

/// Companies side by side, field by field: which one stays and which value wins is chosen by a click or the arrow keys, and what comes of
/// it stands beside. Nothing is written before “Merge”.
class CompanyMergeDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Nobody can compare more than these side by side.
    static constexpr size_t mostCompanies = 8;

    CompanyMergeDialog(Workspace &workspace, Theme &theme, std::vector<CompanyId> companies, QWidget *parent);

    bool isReady() const { return !m_companies.empty(); }
    /// The merge as it is chosen here.
    CompanyMergeRequest request() const;

Q_SIGNALS:
    void merged(kindling::CompanyId survivor, const QString &text);

private:
    struct Row
    {
        CompanyDetail field;
        std::vector<QRadioButton *> choices; ///< by company; empty where there is nothing to choose
        QLabel *result;
    };

    void load(std::vector<CompanyId> ids);
    void build();
    void addHead();
    void addRow(int row, const JoinedDetail &detail);
    void refresh();
    void merge();
    std::vector<Company> inOrder() const;
    CompanyChoices choices() const;

    Workspace &m_workspace;
    std::vector<Company> m_companies; ///< as they stand side by side
    size_t m_survivor = 0;
    std::map<CompanyDetail, CompanyId> m_chosen;
    std::vector<Row> m_rows;
    MessageBar *m_problem;
    QScrollArea *m_scroll;
    QGridLayout *m_grid = nullptr;
    QButtonGroup *m_survivors = nullptr;
    QLabel *m_together = nullptr;
    QLabel *m_leads = nullptr;
    QPushButton *m_merge;
};

} // namespace kindling
