// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions.h"
#include "ui/find/finder.h"

#include <QFrame>

class QLineEdit;
class QPushButton;

namespace kindling {

class FindingList;

/// The field that finds anything, with Log call and New lead beside it.
class TopBar final : public QFrame
{
    Q_OBJECT

public:
    TopBar(Workspace &workspace, Actions &actions, Theme &theme, QWidget *parent);

    void focusSearch();
    /// A lead was opened, wherever: it is found first next time.
    void remember(LeadId lead) { m_finder.remember(lead); }

Q_SIGNALS:
    void leadWanted(kindling::LeadId id);
    void callWanted(kindling::LeadId id);
    void noteWanted(kindling::LeadId id);
    void followUpWanted(kindling::LeadId id);
    void companyWanted(kindling::CompanyId id, const QString &name);
    void leadsWanted(const QString &text); ///< all that match it
    void segmentWanted(const QString &name);
    void campaignWanted(const QString &name);
    void newLeadWanted(const QString &text); ///< what was typed, to be read as a lead
    void leaveWanted(); ///< back to the page

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showFindings(const std::vector<Finding> &findings);
    void placeList();
    void tellCurrent();
    bool press(const QKeyEvent &key);
    bool pressWithoutList(const QKeyEvent &key);
    void actOnLead(LeadId lead, Qt::KeyboardModifiers modifiers);
    void act(const Finding &finding, Qt::KeyboardModifiers modifiers);
    void restyle();

    Workspace &m_workspace;
    Actions &m_actions;
    Theme &m_theme;
    Finder m_finder;
    QLineEdit *m_search;
    FindingList *m_list;
    QAction *m_searchIcon;
    QPushButton *m_logCall;
    QPushButton *m_newLead;
};

} // namespace kindling
