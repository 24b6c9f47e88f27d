// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/cardlistmodel.h"

#include <QStyledItemDelegate>

namespace kindling {

class Theme;

/// Draws a card of the board: the name and the fields that were chosen: the value beside it, a line each for most, and last what is next
/// and how long it has been quiet.
class CardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CardDelegate(const CardListModel &model, Theme &theme, QObject *parent);

    /// What the cards show beside the name; their height follows.
    void setFields(std::vector<FieldId> fields);
    int cardHeight() const;
    /// The room a card takes with the gap below it.
    int rowHeight() const { return cardHeight() + 8; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintLines(QPainter *painter, const QRect &inside, const Lead &lead) const;
    void paintCue(QPainter *painter, const QRect &line, const Lead &lead) const;
    bool shows(LeadField field) const;
    QString lineText(const Lead &lead, FieldId field) const;

    const CardListModel &m_model;
    Theme &m_theme;
    std::vector<FieldId> m_fields;
    std::vector<FieldId> m_lines; ///< those of the fields that have a line of their own
};

} // namespace kindling
