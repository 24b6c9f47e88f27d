// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace kindling {

class Theme;

/// A group head, or a row of Today: who, why with the last word beneath, and the number or address.
class TodayDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TodayDelegate(Theme &theme, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintRow(QPainter *painter, const QRect &rect, const QModelIndex &index) const;

    Theme &m_theme;
};

} // namespace kindling
