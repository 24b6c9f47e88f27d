// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/boardservice.h"
#include "ui/models/leadrowcache.h"
#include "ui/pages/page.h"

class QLabel;
class QMenu;
class QStackedWidget;

namespace kindling {

class BoardBar;
class BoardView;
class EmptyState;
class PastBar;
class PastLeadView;
struct CardTarget;

/// The open leads as cards in columns: by temperature, stage, owner, source, or a choice that the user made.
class BoardPage final : public Page
{
    Q_OBJECT

public:
    BoardPage(Workspace &workspace, Theme &theme, QWidget *parent);

    QString statusText() const override;
    std::vector<LeadId> selectedLeads() const override;
    bool showsLeadPanel() const override;
    void focusContent() override;
    void showSegment(const QString &segment);

private:
    QWidget *makeTargets();
    void wireView();
    void wirePast();
    void reload();
    void show(const Board &board);
    void move(const std::vector<LeadId> &leads, const CardTarget &target);
    void decide(Outcome outcome, const std::vector<LeadId> &leads);
    void askWhy(Outcome outcome, const std::vector<LeadId> &leads);
    void openMenu(const QPoint &globalPosition);
    void askLimit(int column, const QPoint &globalPosition);
    void setLimit(int column, std::optional<int> most);
    /// What is said when it is done: for one lead with its name, for several with their number.
    struct Said
    {
        QString one; ///< "%1 is %2 now"
        QString many; ///< "%1 leads are %2 now"
        QString where;
    };
    static Said nowIs(const QString &state);
    void write(const std::vector<LeadId> &leads, const CardMove &move, const Said &said);
    void tell(const std::vector<LeadId> &leads, const Said &said);

    Workspace &m_workspace;
    Theme &m_theme;
    LeadRowCache m_rows;
    BoardBar *m_bar;
    PastBar *m_past;
    PastLeadView *m_then; ///< the chosen lead while a past day is looked at
    BoardView *m_view;
    QLabel *m_problem;
    QWidget *m_targets;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    LeadId m_follow; ///< the card that was moved: chosen again where it stands now
    int m_asked = 0;
};

} // namespace kindling
