// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dashboard.h"
#include "core/domain/pastday.h"
#include "core/workspace/leadservice.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QScrollArea;

namespace kindling {

class DashboardCard;
class Theme;

/// The charts that the owner chose, side by side as many as there is room for. Each opens its report, each mark its leads; they are moved
/// and taken off by their menus and by Ctrl+Shift and the arrows, put on from the reports. Every change is kept in the workspace and
/// undoes.
class DashboardPane final : public QWidget
{
    Q_OBJECT

public:
    DashboardPane(Workspace &workspace, Theme &theme, QWidget *parent);

    /// Reads the chosen charts and asks for their figures.
    void reload(const PastMoment &past);
    void add(const DashboardChart &chart);
    void focusChart();

Q_SIGNALS:
    void answered();
    void reportWanted(const kindling::DashboardChart &chart);
    void leadsWanted(const QString &title, const kindling::LeadListPtr &leads);
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    DashboardCard *makeCard();
    void fill();
    void layOut();
    QWidget *makeHead();
    void askWhere();
    size_t placeOf(const DashboardCard *card) const;
    void move(size_t place, int by);
    void remove(size_t place);
    void save(const Dashboard &charts, const QString &done);

    Workspace &m_workspace;
    Theme &m_theme;
    Dashboard m_charts;
    PastMoment m_past;
    std::vector<DashboardCard *> m_cards; ///< beside the charts
    QScrollArea *m_area;
    QWidget *m_content;
    QGridLayout *m_grid;
    QLabel *m_empty;
    int m_across = 0;
    int m_asked = 0;
};

} // namespace kindling
