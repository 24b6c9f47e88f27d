// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"
#include "ui/actions.h"

#include <QFrame>

class QLineEdit;
class QListWidget;
class QPushButton;
class QTimer;

namespace kindling {

/// The search that finds any lead, with Log call and New lead beside it.
class TopBar final : public QFrame
{
    Q_OBJECT

public:
    TopBar(Workspace &workspace, Actions &actions, Theme &theme, QWidget *parent);

    void focusSearch();

Q_SIGNALS:
    void leadWanted(kindling::LeadId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void showHits(const LeadService::Hits &hits);
    void open(int row);
    void restyle();

    Workspace &m_workspace;
    Theme &m_theme;
    QLineEdit *m_search;
    QListWidget *m_hits;
    QTimer *m_typing;
    QAction *m_searchIcon;
    QPushButton *m_logCall;
    QPushButton *m_newLead;
    int m_asked = 0;
};

} // namespace kindling
