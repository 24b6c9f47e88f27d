// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/timelineevents.h"

#include <QAbstractListModel>

#include <set>

namespace kindling {

/// The lines of a timeline that are asked for: of some kinds, with some words.
class TimelineModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    TimelineModel(const Clock &clock, QObject *parent);

    void setEvents(std::vector<TimelineEvent> events);
    /// No kinds are all kinds. Words are folded and have to be somewhere in title, note or name, each of them.
    void setFilter(std::set<TimelineKind> kinds, const QString &text);

    const TimelineEvent *eventAt(int row) const;
    int rowOf(ActivityId activity) const;
    /// "Yesterday 14:05 · Ines".
    QString whenText(const TimelineEvent &event) const;
    size_t total() const { return m_events.size(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void refresh();
    bool matches(const TimelineEvent &event) const;

    const Clock &m_clock;
    std::vector<TimelineEvent> m_events;
    std::vector<size_t> m_shown;
    std::set<TimelineKind> m_kinds;
    QStringList m_words;
};

} // namespace kindling
