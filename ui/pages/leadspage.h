// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/leadfiles.h"
#include "ui/models/leadtablemodel.h"
#include "ui/pages/page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTimer;

namespace kindling {

class EmptyState;
class SegmentChip;

/// All leads as a table: filter chips, filter text as you type, sorting, work on a selection.
class LeadsPage final : public Page
{
    Q_OBJECT

public:
    LeadsPage(Workspace &workspace, Theme &theme, QWidget *parent);

    QString statusText() const override;
    std::vector<LeadId> selectedLeads() const override;
    void focusContent() override;

    /// Shows a list from elsewhere (a bar of a report, a company) until another filter is chosen.
    void showLeads(const QString &title, const LeadListPtr &leads);
    void showFilter(const QString &filterText);
    /// Only the leads of a segment, whatever else is chosen.
    void showSegment(const QString &segment);
    void reload();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Preset
    {
        QString label;
        QString filter;
    };
    QWidget *makeHead();
    void makeTable();
    void choosePreset(int index);
    void applyList(const LeadListPtr &list);
    void sortBy(int section);
    Result<Filter> currentFilter() const;
    void restoreSelection(LeadId current);
    void showFirstPage();

    Workspace &m_workspace;
    Theme &m_theme;
    LeadRowCache m_rows;
    LeadTableModel m_model;
    LeadFiles m_files;
    QTableView *m_table = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_problem = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_fixedChip = nullptr;
    SegmentChip *m_segment = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QTimer *m_typing = nullptr;
    std::vector<Preset> m_presets;
    std::vector<QPushButton *> m_chips;
    int m_preset = 0;
    SortKey m_sort{LeadField::Created, true};
    LeadListPtr m_fixed; ///< a list from elsewhere
    bool m_answered = false; ///< a whole list was shown
    int m_asked = 0; ///< the last question; older answers are dropped
};

} // namespace kindling
