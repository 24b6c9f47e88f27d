// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/cardlistmodel.h"

#include <QStyledItemDelegate>

namespace kindling {

class Theme;

/// Draws a card of the board: name, value, company, what is next, and how long it has been quiet.
class CardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CardDelegate(const CardListModel &model, Theme &theme, QObject *parent);

    static constexpr int cardHeight = 88;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintLines(QPainter *painter, const QRect &inside, const Lead &lead) const;

    const CardListModel &m_model;
    Theme &m_theme;
};

} // namespace kindling
