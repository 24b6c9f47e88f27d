// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/savedview.h"
#include "ui/pages/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace kindling {

class BulkBar;
class BulkWork;
class EmptyState;
class FilterBar;
class LeadTable;
class PastBar;
class PastLeadView;
class SegmentChip;
class ViewBar;

/// All leads as a table: views, filter text as you type, columns and sorting of one's own, work on a selection of any size.
class LeadsPage final : public Page
{
    Q_OBJECT

public:
    LeadsPage(Workspace &workspace, Theme &theme, QWidget *parent);

    /// What the list shows, in its order.
    const std::vector<LeadId> &listedLeads() const;

    QString statusText() const override;
    std::vector<LeadId> selectedLeads() const override;
    bool showsLeadPanel() const override;
    void followLead(LeadId id) override;
    void focusContent() override;

    /// Shows a list from elsewhere (a bar of a report, a company) until another filter is chosen.
    void showLeads(const QString &title, const LeadListPtr &leads);
    /// The same for what a filter finds, now and after every change.
    void showMatching(const QString &title, const Filter &filter);
    /// What a filter finds, whatever else is chosen.
    void showFilter(const QString &filterText);
    /// Only the leads of a segment, whatever else is chosen.
    void showSegment(const QString &segment);
    void reload();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead();
    void makePast();
    void travel();
    void connectTable();
    void makeShortcuts();
    void showView(const SavedView &view);
    SavedView state() const;
    void applyList(const LeadListPtr &list);
    void leaveFixed();
    void leaveSegment();
    void showText(const QString &filterText);
    void refresh();
    /// Says `done`, with an undo, when it is saved; nothing when that is empty.
    void edit(LeadId lead, FieldId field, const QString &text, const QString &done);
    void restoreSelection(LeadId current, bool stay);
    void showFirstPage();
    void chooseColumns();

    Workspace &m_workspace;
    Theme &m_theme;
    LeadTable *m_table = nullptr;
    ViewBar *m_views = nullptr;
    FilterBar *m_filter = nullptr;
    BulkBar *m_bulk = nullptr;
    BulkWork *m_work = nullptr;
    SegmentChip *m_segment = nullptr;
    PastBar *m_past = nullptr;
    PastLeadView *m_then = nullptr; ///< the chosen lead while a past day is looked at
    QLabel *m_count = nullptr;
    QPushButton *m_columns = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    LeadListPtr m_fixed; ///< a list from elsewhere
    std::optional<Filter> m_matching; ///< a question from elsewhere, in place of the segment and the filter text
    bool m_answered = false; ///< a whole list was shown
    bool m_stay = false; ///< the next list comes because leads changed, not because another was wanted
    int m_shown = 0; ///< the question of the list that is shown
    LeadId m_first; ///< chosen because it was the first of a list, and by nobody
    LeadId m_followed; ///< opened from elsewhere while a list was on its way: it, and not the first of that list, is chosen
    bool m_restoring = false; ///< a list is made anew around the lead that was chosen
    bool m_reloadLater = false; ///< leads changed while a cell was edited
    int m_asked = 0; ///< the last question; older answers are dropped
};

} // namespace kindling
