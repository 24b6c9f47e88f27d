// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dashboard.h"
#include "core/rules/reportperiod.h"
#include "core/workspace/reportservice.h"
#include "ui/pages/page.h"

class QPushButton;
class QStackedWidget;

namespace kindling {

class DashboardPane;
class FiguresPane;
class FunnelPane;
class PastBar;
class SegmentChip;
struct ReportScope;

/// The owner's pictures: which leads and which period stand above, below the chosen report.
class ReportsPage final : public Page
{
    Q_OBJECT

public:
    ReportsPage(Workspace &workspace, Theme &theme, QWidget *parent);

    QString statusText() const override;
    bool showsLeadPanel() const override { return false; }
    void focusContent() override;

    /// Where everyone stood on a past evening beside where they stand now.
    void compareWith(const QDate &day);
    /// The chosen charts.
    void showDashboard();
    /// What of a report is on the screen, as a chart for the dashboard; nothing while that shows itself.
    std::optional<DashboardChart> shownChart() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class Comparison : quint8 { None, Before, YearBefore };

    QDate today() const;
    QWidget *makeHead();
    QWidget *makeTabs();
    void makePanes(Theme &theme);
    void makePast();
    void showReport(const QString &key);
    void openChart(const DashboardChart &chart);
    void choosePeriod(const ReportPeriod &period);
    void chooseComparison(Comparison comparison);
    void chooseOwner(const QString &owner);
    void chooseReport(const QString &key);
    void askForDates();
    void fillOwners();
    bool isAllTime() const;
    ReportScope scope() const;
    void compare(ReportScope &scope) const;
    void reload();

    Workspace &m_workspace;
    ReportPeriod m_period;
    Comparison m_comparison = Comparison::None;
    QString m_owner; ///< empty: all
    QString m_report = QStringLiteral("funnel"); ///< or "dashboard", or the key of a report
    bool m_stale = true;
    PastBar *m_past = nullptr;
    std::vector<std::pair<QString, QPushButton *>> m_tabs; ///< by key
    QPushButton *m_pin = nullptr;
    DashboardPane *m_dashboard = nullptr;
    QPushButton *m_periodChip = nullptr;
    QPushButton *m_comparisonChip = nullptr;
    QPushButton *m_ownerChip = nullptr;
    SegmentChip *m_segment = nullptr;
    FunnelPane *m_funnel = nullptr;
    FiguresPane *m_figures = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_empty = nullptr;
};

} // namespace kindling
