// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/timelinemodel.h"

#include "core/base/textfold.h"
#include "core/rules/when.h"

#include <QLocale>

#include <algorithm>

namespace kindling {

TimelineModel::TimelineModel(const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{
}

void TimelineModel::setEvents(std::vector<TimelineEvent> events)
{
    m_events = std::move(events);
    refresh();
}

void TimelineModel::setFilter(std::set<TimelineKind> kinds, const QString &text)
{
    m_kinds = std::move(kinds);
    m_words = folded(text).split(u' ', Qt::SkipEmptyParts);
    refresh();
}

bool TimelineModel::matches(const TimelineEvent &event) const
{
    if (!m_kinds.empty() && !m_kinds.contains(event.kind))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = folded(event.title + u' ' + event.note + u' ' + event.who);
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return text.contains(word); });
}

void TimelineModel::refresh()
{
    beginResetModel();
    m_shown.clear();
    for (size_t i = 0; i < m_events.size(); ++i) {
        if (matches(m_events[i]))
            m_shown.push_back(i);
    }
    endResetModel();
}

const TimelineEvent *TimelineModel::eventAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_events[m_shown[size_t(row)]] : nullptr;
}

int TimelineModel::rowOf(ActivityId activity) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!activity.isNull() && eventAt(row)->activity == activity)
            return row;
    }
    return -1;
}

QString TimelineModel::whenText(const TimelineEvent &event) const
{
    const QString when = whenInWords(event.at, false, m_clock.now(), m_clock.zone(), QLocale());
    return event.who.isEmpty() ? when : when + QStringLiteral(" · ") + event.who;
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    const TimelineEvent *event = eventAt(index.row());
    if (!event || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    if (role == Qt::DisplayRole)
        return event->title;
    return QString(event->title + u' ' + whenText(*event) + u' ' + event->note).trimmed();
}

Qt::ItemFlags TimelineModel::flags(const QModelIndex &index) const
{
    const TimelineEvent *event = eventAt(index.row());
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return event && !event->activity.isNull() ? flags | Qt::ItemIsEditable : flags;
}

} // namespace kindling
