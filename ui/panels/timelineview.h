// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/timelinemodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QPushButton;

namespace kindling {

class ActivityEditor;
class TimelineDelegate;

/// What happened with a lead, newest first: of some kinds, with some words. What was logged by hand is edited in its place (Enter, F2 or a
/// double click) and removed (Delete); both undo.
class TimelineView final : public QWidget
{
    Q_OBJECT

public:
    TimelineView(Workspace &workspace, Theme &theme, QWidget *parent);

    void show(const LeadDossier &dossier);

Q_SIGNALS:
    void saveWanted(const kindling::Activity &activity);
    void removeWanted(kindling::ActivityId activity);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offerKinds(QMenu *menu);
    void filter();
    void edit(int row);
    void endEdit();
    void showLinkAt(const QPoint &position);
    void openMenu(const QPoint &position);
    bool handleKey(int key);
    const Activity *activityAt(int row) const;

    Workspace &m_workspace;
    TimelineModel m_model;
    LeadDossier m_dossier;
    std::optional<LeadDossier> m_late; ///< came while something was edited
    std::set<TimelineKind> m_kinds;
    QPushButton *m_kindChip;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_nothing;
    TimelineDelegate *m_delegate;
    ActivityEditor *m_editor = nullptr;
};

} // namespace kindling
