// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/followupservice.h"
#include "ui/pages/page.h"

class QLabel;
class QListView;
class QStandardItemModel;
class QStackedWidget;

namespace kindling {

/// What to do today: overdue, due today, and the next seven days, worked through by keyboard: Enter opens, C calls, D is done, S snoozes.
class TodayPage final : public Page
{
    Q_OBJECT

public:
    TodayPage(Workspace &workspace, Theme &theme, QWidget *parent);

    QString statusText() const override;
    std::vector<LeadId> selectedLeads() const override;
    void focusContent() override;
    int dueCount() const { return m_dueCount; }

Q_SIGNALS:
    void callWanted(kindling::LeadId id);
    void leadsPageWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reload();
    void show(const std::vector<DueFollowUp> &due);
    void addHead(const QString &text);
    void addRow(const DueFollowUp &due);
    void complete();
    void snooze();
    FollowUpId currentFollowUp() const;
    void report(QFuture<Result<Written>> write, const QString &done);

    Workspace &m_workspace;
    QLabel *m_date;
    QListView *m_list;
    QStandardItemModel *m_model;
    QStackedWidget *m_stack;
    int m_dueCount = 0;
};

} // namespace kindling
