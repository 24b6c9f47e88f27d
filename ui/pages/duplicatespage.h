// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/duplicateservice.h"
#include "ui/pages/page.h"

#include <array>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTimer;

namespace kindling {

class DuplicatePairModel;
class EmptyState;
class LeadRowCache;
class MergeView;

/// Leads that may be one: the pairs with their reasons, and the chosen one side by side. M merges, N says that they are two, L leaves it
/// for later.
class DuplicatesPage final : public Page
{
    Q_OBJECT

public:
    DuplicatesPage(Workspace &workspace, Theme &theme, QWidget *parent);
    ~DuplicatesPage() override;

    QString statusText() const override;
    bool showsLeadPanel() const override { return false; }
    void focusContent() override;

    /// Shows only the pairs of one lead, or all again for none.
    void showOnly(LeadId lead);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What was decided since the last look, to be seen again when it is taken back.
    struct Decision
    {
        ChangeId change;
        LeadId gone; ///< by a merge
        std::pair<LeadId, LeadId> two; ///< that are none
        bool undone = false;
    };

    QWidget *makeHead();
    QWidget *makeDecision();
    void sweep();
    void take(const DuplicateSweep &found);
    bool isDecided(const DuplicatePair &pair) const;
    void followHistory();
    void filter();
    void showCurrent();
    void merge();
    void notDuplicates();
    void later();
    int currentRow() const;
    void chooseRow(int row);
    void showState();

    Workspace &m_workspace;
    std::unique_ptr<LeadRowCache> m_rows;
    std::unique_ptr<DuplicatePairModel> m_model;
    DuplicateSweep m_found;
    std::vector<Decision> m_decided;
    LeadId m_only;
    ProgressPtr m_progress;
    bool m_stale = true;
    QLabel *m_count = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_all = nullptr;
    std::array<QPushButton *, 3> m_verdicts{};
    QPushButton *m_again = nullptr;
    QProgressBar *m_bar = nullptr;
    QTimer *m_tick = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_table = nullptr;
    MergeView *m_view = nullptr;
    EmptyState *m_empty = nullptr;
    QPushButton *m_merge = nullptr;
    QPushButton *m_two = nullptr;
    QPushButton *m_later = nullptr;
};

} // namespace kindling
