// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/reportservice.h"
#include "ui/pages/page.h"

#include <QDate>

class QPushButton;
class QStackedWidget;

namespace kindling {

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

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Period
    {
        QString label;
        QDate from;
        QDate until; ///< exclusive
    };
    enum class Comparison : quint8 { None, Before, YearBefore };

    std::vector<Period> periods() const;
    QWidget *makeHead();
    QWidget *makeTabs();
    void makePanes(Theme &theme);
    void makePast();
    void showReport(std::optional<ReportKind> report);
    void choosePeriod(const Period &period);
    void chooseComparison(Comparison comparison);
    void chooseOwner(const QString &owner);
    void chooseReport(std::optional<ReportKind> report);
    void askForDates();
    void fillOwners();
    bool isAllTime() const;
    ReportScope scope() const;
    void compare(ReportScope &scope) const;
    void reload();

    Workspace &m_workspace;
    Period m_period;
    Comparison m_comparison = Comparison::None;
    QString m_owner; ///< empty: all
    std::optional<ReportKind> m_report; ///< nothing: the funnel
    bool m_stale = true;
    PastBar *m_past = nullptr;
    std::vector<std::pair<std::optional<ReportKind>, QPushButton *>> m_tabs;
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
