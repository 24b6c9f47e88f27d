// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/cardlist.h"

#include "ui/board/cardlistmodel.h"
#include "ui/theme/theme.h"

#include <QDrag>
#include <QDragMoveEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <unordered_set>

namespace kindling {

namespace {

constexpr size_t keptSelection = 10'000; ///< a larger selection is given up when the cards change: finding it again takes too long

} // namespace

CardList::CardList(CardListModel &model, Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_theme(theme)
{
    setModel(&model);
    setProperty("kind", QStringLiteral("bare"));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(false); // a line of our own, and only where a drop has a place
    setAutoScroll(true);
    setAutoScrollMargin(40);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // or each frame would draw the round column beneath anew
}

void CardList::showCards(const std::function<void()> &change)
{
    const std::vector<LeadId> before = selected();
    const LeadId current = m_model.idAt(currentIndex().row());
    const int scrolled = verticalScrollBar()->value();
    change();
    if (before.size() <= keptSelection && !(before.empty() && current.isNull())) {
        const std::unordered_set<LeadId> wanted(before.begin(), before.end());
        QItemSelection selection;
        QModelIndex at;
        for (int row = 0; row < m_model.rowCount(); ++row) {
            const LeadId id = m_model.idAt(row);
            if (wanted.contains(id))
                selection.select(m_model.index(row), m_model.index(row));
            if (id == current)
                at = m_model.index(row);
        }
        const QSignalBlocker quiet(selectionModel()); // nobody chose anything
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        if (at.isValid())
            selectionModel()->setCurrentIndex(at, QItemSelectionModel::NoUpdate);
    }
    doItemsLayout();
    verticalScrollBar()->setValue(scrolled);
}

std::vector<LeadId> CardList::selected() const
{
    std::vector<LeadId> ids;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.push_back(m_model.idAt(row));
    }
    return ids;
}

/// The card that is dragged, with the number of cards when there are several.
QPixmap CardList::picture(size_t count) const
{
    const QModelIndex index = currentIndex();
    const QRect card = visualRect(index);
    if (!index.isValid() || card.isEmpty())
        return {};
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap(card.size() * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(0.9);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = QRect(QPoint(), card.size());
    option.state |= QStyle::State_Selected;
    itemDelegateForIndex(index)->paint(&painter, option, index);
    if (count > 1) {
        const QString text = QLocale().toString(qulonglong(count));
        painter.setFont(Theme::tabularFont(TextRole::SmallStrong));
        const int width = std::max(24, painter.fontMetrics().horizontalAdvance(text) + 14);
        const QRect badge(card.width() - width - 4, card.height() - 40, width, 24);
        painter.setOpacity(1);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colors().accent);
        painter.drawRoundedRect(badge, 12, 12);
        painter.setPen(m_theme.colors().onAccent);
        painter.drawText(badge, Qt::AlignCenter, text);
    }
    return pixmap;
}

void CardList::startDrag(Qt::DropActions actions)
{
    const std::vector<LeadId> leads = taken ? taken() : selected();
    if (leads.empty())
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(m_model.dragOf(leads));
    const QRect card = visualRect(currentIndex());
    drag->setPixmap(picture(leads.size()));
    drag->setHotSpot(viewport()->mapFromGlobal(QCursor::pos()) - card.topLeft());
    Q_EMIT dragBegan();
    drag->exec(actions, Qt::MoveAction);
    Q_EMIT dragEnded();
}

void CardList::dragEnterEvent(QDragEnterEvent *event)
{
    if (CardListModel::leadsOf(event->mimeData()).empty())
        return;
    event->setDropAction(Qt::MoveAction);
    event->accept();
    Q_EMIT hovered(true);
}

void CardList::dragMoveEvent(QDragMoveEvent *event)
{
    QListView::dragMoveEvent(event); // scrolls near the edges
    event->setDropAction(Qt::MoveAction);
    event->accept();
    m_dropRow = m_ownOrder ? rowAt(event->position().toPoint()) : -1;
    viewport()->update();
}

void CardList::dragLeaveEvent(QDragLeaveEvent *event)
{
    QListView::dragLeaveEvent(event);
    endHover();
}

void CardList::dropEvent(QDropEvent *event)
{
    const std::vector<LeadId> leads = CardListModel::leadsOf(event->mimeData());
    const int row = rowAt(event->position().toPoint());
    stopAutoScroll();
    setState(NoState);
    endHover();
    if (leads.empty())
        return;
    event->setDropAction(Qt::MoveAction);
    event->accept();
    Q_EMIT dropped(leads, row);
}

void CardList::endHover()
{
    m_dropRow = -1;
    viewport()->update();
    Q_EMIT hovered(false);
}

/// The row before which something dropped here would stand: above the middle of a card before it, below the middle after it.
int CardList::rowAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(QPoint(viewport()->width() / 2, std::max(0, position.y())));
    if (!index.isValid())
        return m_model.rowCount();
    return index.row() + (position.y() > visualRect(index).center().y() ? 1 : 0);
}

void CardList::keyPressEvent(QKeyEvent *event)
{
    const bool withCtrl = event->modifiers() == Qt::ControlModifier;
    const bool alone = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const int key = event->key();
    const int row = currentIndex().row();
    if (withCtrl && (key == Qt::Key_Left || key == Qt::Key_Right))
        Q_EMIT moveWanted(key == Qt::Key_Right ? 1 : -1);
    else if (withCtrl && (key == Qt::Key_Up || key == Qt::Key_Down))
        Q_EMIT shiftWanted(key == Qt::Key_Down ? 1 : -1);
    else if (alone && (key == Qt::Key_Left || key == Qt::Key_Right))
        Q_EMIT leaveWanted(key == Qt::Key_Right ? 1 : -1, 0);
    else if (alone && key == Qt::Key_Up && row <= 0)
        Q_EMIT leaveWanted(0, -1);
    else if (alone && key == Qt::Key_Down && row + 1 >= m_model.rowCount())
        Q_EMIT leaveWanted(0, 1);
    else
        QListView::keyPressEvent(event);
}

void CardList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QRect card = visualRect(currentIndex());
    if (currentIndex().isValid() && selectionModel()->hasSelection())
        Q_EMIT menuWanted(byKey ? viewport()->mapToGlobal(card.center()) : event->globalPos());
}

void CardList::paintEvent(QPaintEvent *event)
{
    QPainter(viewport()).fillRect(event->rect(), m_theme.colors().sunken);
    QListView::paintEvent(event);
    if (m_dropRow < 0)
        return;
    const int rows = m_model.rowCount();
    const int y = rows == 0 ? 2
        : m_dropRow < rows  ? visualRect(m_model.index(m_dropRow)).top() - metrics::space4
                            : visualRect(m_model.index(rows - 1)).bottom() - metrics::space4 + 1;
    QPainter painter(viewport());
    painter.setPen(QPen(m_theme.colors().accent, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(4, std::max(2, y), viewport()->width() - 4, std::max(2, y));
}

} // namespace kindling
