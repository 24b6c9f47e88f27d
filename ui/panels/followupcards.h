// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/followupservice.h"

#include <QWidget>

class QMenu;
class QVBoxLayout;

namespace kindling {

class Theme;

/// The open follow-ups of a lead, each with Done, Snooze and Reschedule.
class FollowUpCards final : public QWidget
{
    Q_OBJECT

public:
    FollowUpCards(Workspace &workspace, Theme &theme, QWidget *parent);

    void show(const std::vector<FollowUp> &followUps);

Q_SIGNALS:
    void completeWanted(kindling::FollowUpId id);
    void snoozeWanted(kindling::FollowUpId id, kindling::UtcMs until);
    void calendarWanted(const kindling::FollowUp &followUp); ///< as a file for the calendar
    void cancelWanted(kindling::FollowUpId id);
    void priorityWanted(kindling::FollowUpId id, kindling::FollowUpPriority priority);
    void rescheduleWanted(kindling::FollowUpId id, const kindling::PlannedTime &when);

private:
    QWidget *makeCard(const FollowUp &followUp);
    QString describe(const FollowUp &followUp) const;
    void addTimes(QMenu *menu, const FollowUp &followUp);

    Workspace &m_workspace;
    Theme &m_theme;
    QVBoxLayout *m_column;
};

/// The moments a follow-up can be put off to: in an hour, this evening, tomorrow at nine, next week.
std::vector<std::pair<QString, UtcMs>> snoozeChoices(const Clock &clock);

} // namespace kindling
