// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/reportservice.h"
#include "ui/pages/page.h"

class QFrame;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace kindling {

class FunnelView;
class ShareBars;
class SegmentChip;

/// The owner's pictures: the funnel of a period as cohort or snapshot, the biggest leak in words, and what was won.
class ReportsPage final : public Page
{
    Q_OBJECT

public:
    ReportsPage(Workspace &workspace, Theme &theme, QWidget *parent);

    QString statusText() const override;
    bool showsLeadPanel() const override { return false; }
    void focusContent() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Period
    {
        QString label;
        QDate from;
        QDate until; ///< exclusive
    };
    std::vector<Period> periods() const;
    QWidget *makeHead();
    QFrame *makeFunnelCard();
    QFrame *makeWinCard();
    QFrame *makeOutcomeCard();
    QFrame *makeSourceCard();
    Filter periodFilter() const;
    void showOutcomes(const FunnelReport &report);
    void showSources(const std::vector<GroupShare> &sources);
    void openLeads(const QString &title, LeadField field, const QString &word);
    void choosePeriod(const Period &period);
    void askForDates();
    void reload();
    void showAnswer(const FunnelAnswer &answer);
    void fillTable(const FunnelReport &report);
    void restyle();

    Workspace &m_workspace;
    Theme &m_theme;
    FunnelAnswer m_answer;
    Period m_period;
    FunnelQuery::Basis m_basis = FunnelQuery::Basis::Cohort;
    bool m_stale = true;
    int m_asked = 0;
    QPushButton *m_periodChip = nullptr;
    SegmentChip *m_segment = nullptr;
    QPushButton *m_cohort = nullptr;
    QPushButton *m_snapshot = nullptr;
    QPushButton *m_asTable = nullptr;
    QLabel *m_total = nullptr;
    QLabel *m_leak = nullptr;
    QLabel *m_definition = nullptr;
    FunnelView *m_funnel = nullptr;
    QTableWidget *m_table = nullptr;
    QLabel *m_winRate = nullptr;
    QLabel *m_winDetail = nullptr;
    QPushButton *m_wonValue = nullptr;
    ShareBars *m_outcomes = nullptr;
    ShareBars *m_sources = nullptr;
    std::vector<Outcome> m_shownOutcomes; ///< beside the bars of m_outcomes
    std::vector<GroupShare> m_shownSources; ///< beside the bars of m_sources
    QStackedWidget *m_stack = nullptr;
};

} // namespace kindling
