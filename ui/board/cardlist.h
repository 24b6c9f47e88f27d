// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QListView>

#include <functional>
#include <vector>

namespace kindling {

class CardListModel;
class Theme;

/// The cards of a column as a list. Cards are dragged out of it, several at once, and dropped on it; arrow keys go on to the next column,
/// with Ctrl the cards go along.
class CardList final : public QListView
{
    Q_OBJECT

public:
    CardList(CardListModel &model, Theme &theme, QWidget *parent);

    /// The cards that a drag or a move from here takes along; those selected here unless it is set.
    std::function<std::vector<LeadId>()> taken;
    /// True when a drop has a place between two cards.
    void setOwnOrder(bool ownOrder) { m_ownOrder = ownOrder; }
    /// Shows other cards; what was selected stays selected, and the eye stays where it was.
    void showCards(const std::function<void()> &change);
    std::vector<LeadId> selected() const;

Q_SIGNALS:
    void dragBegan();
    void dragEnded();
    void hovered(bool over); ///< a drag is above this list
    void dropped(const std::vector<kindling::LeadId> &leads, int row); ///< before this row
    void moveWanted(int direction); ///< Ctrl and left or right
    void shiftWanted(int direction); ///< Ctrl and up or down
    void leaveWanted(int columns, int lanes); ///< an arrow key that leads out of the list
    void menuWanted(const QPoint &globalPosition);

protected:
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int rowAt(const QPoint &position) const;
    void endHover();
    QPixmap picture(size_t count) const;

    CardListModel &m_model;
    Theme &m_theme;
    bool m_ownOrder = false;
    int m_dropRow = -1;
};

} // namespace kindling
