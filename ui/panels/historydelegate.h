// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>
#include <QTextLayout>

class QTreeView;

namespace kindling {

/// Draws the history of a lead as its timeline is drawn: what was done stands out, when and by whom is quiet, values break where they are
/// long.
class HistoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        LeadingRole = Qt::UserRole + 1, ///< how many letters of the text lead
        UndoneRole, ///< it is not in force any more
    };

    HistoryDelegate(Theme &theme, QTreeView *view);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int widthOf(const QModelIndex &index) const;
    void layOut(QTextLayout &layout, const QModelIndex &index) const;

    Theme &m_theme;
    QTreeView *m_view;
};

} // namespace kindling
