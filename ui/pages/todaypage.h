// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/dayservice.h"
#include "ui/pages/page.h"

#include <QTimer>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace kindling {

class TodayModel;
struct PlannedTime;

/// What to do today, as one queue worked through by keyboard: Enter opens, C calls, E writes an email, D is done, S snoozes, R reschedules,
/// N skips to the next.
class TodayPage final : public Page
{
    Q_OBJECT

public:
    TodayPage(Workspace &workspace, Theme &theme, QWidget *parent);

    QString statusText() const override;
    std::vector<LeadId> selectedLeads() const override;
    void focusContent() override;
    int dueCount() const { return m_dueCount; }
    /// Asks for a calling session over the queue, without what is only coming.
    void beginSession();
    /// The session that was left, offered to go on with; one that is over hides the offer.
    void showWaitingSession(const CallingSession &session);

Q_SIGNALS:
    void callWanted(kindling::LeadId id);
    void emailWanted(kindling::LeadId id);
    void sessionWanted(const QString &title, const std::vector<kindling::LeadId> &leads);
    void resumeWanted();
    void leadsPageWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeHead(QLayout *column);
    void reload();
    void show(const TodayList &list);
    bool press(int key);
    void complete();
    void snooze();
    void reschedule();
    void skip();
    void askWhen(const QString &question, const std::function<void(const PlannedTime &)> &then);
    void showSkipped();
    void readSkipped();
    void keepSkipped();
    const TodayRow *current() const;
    FollowUpId currentFollowUp() const;
    void report(const QFuture<Result<Written>> &write, const QString &done);

    Workspace &m_workspace;
    QLabel *m_date;
    QPushButton *m_mine;
    QPushButton *m_skippedChip;
    QPushButton *m_resume;
    QPushButton *m_session;
    QListView *m_list;
    TodayModel *m_model;
    QStackedWidget *m_stack;
    std::vector<LeadId> m_skipped; ///< put aside until tomorrow, also after a restart
    QDate m_skippedOn;
    QTimer m_soon;
    int m_asked = 0;
    int m_dueCount = 0;
};

} // namespace kindling
