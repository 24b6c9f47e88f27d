// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/leadrowcache.h"
#include "ui/pages/page.h"

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QStackedWidget;
class QPushButton;

namespace kindling {

class EmptyState;

class BoardColumnView;
class SegmentChip;

/// The open leads in columns: by temperature, stage, owner, or a choice that the user made.
class BoardPage final : public Page
{
    Q_OBJECT

public:
    BoardPage(Workspace &workspace, Theme &theme, QWidget *parent);

    QString statusText() const override;
    std::vector<LeadId> selectedLeads() const override;
    void focusContent() override;
    void showSegment(const QString &segment);

private:
    QWidget *makeHead();
    QWidget *makeTargets();
    void setAxis(FieldId axis);
    void offerAxes(QMenu *menu);
    void reload();
    void show(const std::vector<BoardColumn> &columns);
    void connectColumn(BoardColumnView *view, int index);
    void goTo(int column);
    void moveTo(int column, const std::vector<LeadId> &leads);
    void decide(Outcome outcome, const std::vector<LeadId> &leads);
    void choose(const std::vector<LeadId> &leads, const BoardColumn &target);
    void write(const std::vector<LeadId> &leads, const LeadMove &move, const QString &where);
    void tellWritten(QFuture<Result<Written>> future, const std::vector<LeadId> &leads, const QString &where);

    Workspace &m_workspace;
    Theme &m_theme;
    LeadRowCache m_rows;
    FieldId m_axis = LeadField::Temperature;
    QPushButton *m_axisChip = nullptr;
    SegmentChip *m_segment = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_problem = nullptr;
    QWidget *m_targets = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_area = nullptr;
    QHBoxLayout *m_row = nullptr;
    std::vector<BoardColumnView *> m_columns;
    LeadId m_current;
    int m_asked = 0;
};

} // namespace kindling
