// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/timelinemodel.h"

#include <QStyledItemDelegate>

#include <memory>
#include <unordered_map>

class QListView;

namespace kindling {

class NoteDocument;

/// Draws a line of the timeline: icon, title with its time, and the note below with its Markdown shown. Tells which link lies where.
class TimelineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TimelineDelegate(const TimelineModel &model, Theme &theme, QListView *view);
    ~TimelineDelegate() override;

    /// Forgets the notes that were laid out.
    void forget();
    /// The row that has an editor in it and needs the room; -1 for none.
    void setEditedRow(int row, int height);

    /// The address under a point of the view; empty where there is none.
    QUrl linkAt(const QModelIndex &index, const QPoint &position) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    NoteDocument *noteOf(const TimelineEvent &event) const;
    void paintTitle(QPainter *painter, const QRect &line, const TimelineEvent &event) const;

    const TimelineModel &m_model;
    Theme &m_theme;
    QListView *m_view;
    int m_editedRow = -1;
    int m_editedHeight = 0;
    mutable std::unordered_map<const TimelineEvent *, std::unique_ptr<NoteDocument>> m_notes; ///< laid out when first seen
};

} // namespace kindling
