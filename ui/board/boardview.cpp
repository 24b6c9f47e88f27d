// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardview.h"

#include "ui/board/boardcolumnhead.h"
#include "ui/board/boardcolumnview.h"
#include "ui/widgets/basics.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <unordered_set>

namespace kindling {

namespace {

constexpr int cardsOfLane = 3; ///< that can be seen without scrolling
constexpr int edge = 48; ///< a drag this near to the side scrolls
constexpr int scrollStep = 24;

QScrollArea *bareArea(QWidget *inside, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    inside->setProperty("kind", QStringLiteral("page"));
    area->setWidget(inside);
    return area;
}

} // namespace

BoardView::BoardView(LeadRowCache &rows, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_rows(rows)
    , m_theme(theme)
    , m_dragScroll(new QTimer(this))
{
    auto *lanes = new QWidget;
    m_laneColumn = new QVBoxLayout(lanes);
    m_laneColumn->setContentsMargins(0, 0, 0, 0);
    m_laneColumn->setSpacing(metrics::space12);
    m_laneColumn->addStretch(0); // below the lanes; a board without lanes takes all
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space12);
    m_heads = new QWidget(content);
    m_headRow = new QHBoxLayout(m_heads);
    m_headRow->setContentsMargins(0, 0, metrics::space12, 0);
    m_headRow->setSpacing(metrics::space12);
    column->addWidget(m_heads);
    m_down = bareArea(lanes, content);
    m_down->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_down, 1);
    m_across = bareArea(content, this);
    m_across->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_across);
    m_dragScroll->setInterval(30);
    connect(m_dragScroll, &QTimer::timeout, this, &BoardView::scrollWhileDragging);
}

std::optional<Temperature> BoardView::temperatureOf(const BoardColumn &column) const
{
    return m_look.by == LeadField::Temperature ? std::optional(static_cast<Temperature>(column.key)) : std::nullopt;
}

void BoardView::show(const Board &board, const BoardLook &look, const QString &currency)
{
    m_board = board;
    m_look = look;
    const bool lanes = !board.lanes.empty();
    shape(lanes ? board.lanes.size() : 1, board.columns.size(), lanes);
    m_heads->setVisible(lanes);
    m_down->setVerticalScrollBarPolicy(lanes ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    for (const Row &row : m_laneRows) {
        for (BoardColumnView *view : row.views)
            view->setOwnOrder(look.isOwnOrder());
    }
    if (lanes) {
        fillHeads(currency);
        for (size_t i = 0; i < board.lanes.size(); ++i)
            fillLane(m_laneRows[i], board.lanes[i], currency);
        return;
    }
    for (size_t i = 0; i < board.columns.size(); ++i)
        m_laneRows.front().views[i]->setColumn(board.columns[i], temperatureOf(board.columns[i]), currency);
}

void BoardView::fillHeads(const QString &currency)
{
    const UtcMs now = m_rows.now();
    for (size_t i = 0; i < m_board.columns.size(); ++i)
        m_headViews[i]->setColumn(m_board.columns[i], temperatureOf(m_board.columns[i]), currency, now);
}

void BoardView::fillLane(Row &row, const BoardLane &lane, const QString &currency)
{
    const QString owner = lane.owner.isEmpty() ? tr("Nobody") : lane.owner;
    const QString count = QCoreApplication::translate("kindling", "%n lead(s)", nullptr, int(lane.count));
    row.title->setText(tr("%1   %2, %3").arg(owner, count, lane.value.display(QLocale(), currency)));
    size_t most = 1;
    for (size_t i = 0; i < row.views.size(); ++i) {
        row.views[i]->setCell(m_board.columns[i], lane.cells[i], owner);
        most = std::max(most, lane.cells[i]->ids.size());
    }
    const int cards = int(std::min<size_t>(most, cardsOfLane));
    row.views.front()->parentWidget()->setFixedHeight(cards * row.views.front()->rowHeight() + metrics::space16);
}

void BoardView::shape(size_t rows, size_t columns, bool lanes)
{
    const bool hasLanes = !m_laneRows.empty() && m_laneRows.front().title;
    while (!m_laneRows.empty() && (m_laneRows.size() > rows || hasLanes != lanes)) {
        delete m_laneRows.back().frame;
        m_laneRows.pop_back();
    }
    while (m_laneRows.size() < rows)
        m_laneRows.push_back(makeRow(lanes));
    for (size_t row = 0; row < rows; ++row) {
        std::vector<BoardColumnView *> &views = m_laneRows[row].views;
        for (; views.size() > columns; views.pop_back())
            delete views.back();
        while (views.size() < columns)
            views.push_back(makeCell(int(row), int(views.size())));
    }
    for (; m_headViews.size() > columns; m_headViews.pop_back())
        delete m_headViews.back();
    while (m_headViews.size() < columns) {
        auto *head = new BoardColumnHead(m_theme, m_heads);
        head->setMinimumWidth(210);
        head->setFramed(true);
        wireHead(head, int(m_headViews.size()));
        m_headRow->addWidget(head, 1);
        m_headViews.push_back(head);
    }
}

BoardView::Row BoardView::makeRow(bool lanes)
{
    Row row;
    row.frame = new QWidget(m_down->widget());
    auto *column = new QVBoxLayout(row.frame);
    column->setContentsMargins(0, 0, lanes ? metrics::space4 : 0, 0);
    column->setSpacing(metrics::space4);
    if (lanes) {
        row.title = plainLabel({}, "strong", row.frame);
        column->addWidget(row.title);
    }
    auto *cells = new QWidget(row.frame);
    row.cells = new QHBoxLayout(cells);
    row.cells->setContentsMargins(0, 0, 0, 0);
    row.cells->setSpacing(metrics::space12);
    column->addWidget(cells, 1);
    m_laneColumn->insertWidget(int(m_laneRows.size()), row.frame, lanes ? 0 : 1);
    return row;
}

BoardColumnView *BoardView::makeCell(int row, int column)
{
    const Row &inside = m_laneRows[size_t(row)];
    auto *view = new BoardColumnView(m_rows, m_theme, inside.cells->parentWidget());
    view->setFields(m_look.cardFields);
    inside.cells->addWidget(view, 1);
    CardList *list = view->list();
    list->taken = [this] { return m_rows.isPast() ? std::vector<LeadId>() : selected(); };
    connect(view, &BoardColumnView::leadChosen, this, [this, view](LeadId id) { choose(view, id); });
    connect(view, &BoardColumnView::leadOpened, this, &BoardView::leadOpened);
    connect(view, &BoardColumnView::dropped, this,
            [this, row, column](const std::vector<LeadId> &leads, int before) { drop(row, column, leads, before); });
    connect(list, &CardList::moveWanted, this, [this, column](int direction) {
        const int target = column + direction;
        if (target >= 0 && target < int(m_board.columns.size()))
            Q_EMIT moveWanted(selected(), {target, -1, {}});
    });
    connect(list, &CardList::shiftWanted, this, [this, view, row, column](int direction) { shift(view, row, column, direction); });
    connect(list, &CardList::leaveWanted, this, [this, row, column](int columns, int lanes) { goTo(row + lanes, column + columns); });
    connect(list, &CardList::menuWanted, this, &BoardView::menuWanted);
    connect(list, &CardList::dragBegan, this, [this] {
        m_dragScroll->start();
        Q_EMIT dragBegan();
    });
    connect(list, &CardList::dragEnded, this, [this] {
        m_dragScroll->stop();
        Q_EMIT dragEnded();
    });
    wireHead(view->head(), column);
    return view;
}

void BoardView::wireHead(BoardColumnHead *head, int column)
{
    connect(head, &BoardColumnHead::longestWaitWanted, this, [this, column] {
        const LeadId lead = m_board.columns[size_t(column)].waitsLongest;
        if (BoardColumnView *view = viewOf(lead)) {
            view->list()->setFocus();
            view->select(lead);
        }
    });
    connect(head, &BoardColumnHead::limitWanted, this,
            [this, head, column] { Q_EMIT limitWanted(column, head->mapToGlobal(QPoint(0, head->height()))); });
    connect(head, &BoardColumnHead::limitRemoved, this, [this, column] { Q_EMIT limitRemoved(column); });
}

void BoardView::setFields(const std::vector<FieldId> &fields)
{
    m_look.cardFields = fields;
    for (const Row &row : m_laneRows) {
        for (BoardColumnView *view : row.views)
            view->setFields(fields);
    }
    for (size_t i = 0; i < m_board.lanes.size(); ++i) // the lanes are as high as their cards
        fillLane(m_laneRows[i], m_board.lanes[i], m_rows.workspace().vocabulary()->currency);
}

/// A card is chosen in one column at a time, unless Ctrl or Shift is held.
void BoardView::choose(BoardColumnView *view, LeadId id)
{
    m_current = id;
    if (!(QApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier))) {
        for (const Row &row : m_laneRows) {
            for (BoardColumnView *other : row.views) {
                if (other != view)
                    other->list()->clearSelection();
            }
        }
    }
    Q_EMIT leadChosen(id);
}

std::vector<LeadId> BoardView::selected() const
{
    std::vector<LeadId> ids;
    for (const Row &row : m_laneRows) {
        for (const BoardColumnView *view : row.views) {
            const std::vector<LeadId> more = view->selected();
            ids.insert(ids.end(), more.begin(), more.end());
        }
    }
    const auto current = std::find(ids.begin(), ids.end(), m_current);
    if (current != ids.end())
        std::rotate(ids.begin(), current, current + 1);
    return ids;
}

BoardColumnView *BoardView::viewOf(LeadId id) const
{
    if (id.isNull())
        return nullptr;
    for (const Row &row : m_laneRows) {
        for (BoardColumnView *view : row.views) {
            const std::vector<LeadId> &ids = view->cards()->ids;
            if (std::find(ids.begin(), ids.end(), id) != ids.end())
                return view;
        }
    }
    return nullptr;
}

bool BoardView::select(LeadId id)
{
    BoardColumnView *view = viewOf(id);
    if (!view)
        return false;
    const QWidget *focus = QApplication::focusWidget();
    if (focus && isAncestorOf(focus) && !view->list()->hasFocus())
        view->list()->setFocus();
    return view->select(id);
}

void BoardView::focusCards()
{
    BoardColumnView *view = viewOf(m_current);
    if (!view && !m_laneRows.empty() && !m_laneRows.front().views.empty())
        view = m_laneRows.front().views.front();
    if (view)
        view->list()->setFocus();
}

QPoint BoardView::pointBeside(LeadId id) const
{
    const BoardColumnView *view = viewOf(id);
    if (!view)
        return mapToGlobal(QPoint(width() / 2 - 150, height() / 3));
    return view->list()->viewport()->mapToGlobal(view->list()->visualRect(view->list()->currentIndex()).bottomLeft());
}

/// Puts the keyboard into a column, on the card it was on there before.
void BoardView::goTo(int row, int column)
{
    if (row < 0 || row >= int(m_laneRows.size()) || column < 0 || column >= int(m_board.columns.size()))
        return;
    BoardColumnView *view = m_laneRows[size_t(row)].views[size_t(column)];
    CardList *list = view->list();
    list->setFocus();
    m_down->ensureWidgetVisible(view, 0, 0);
    m_across->ensureWidgetVisible(view, metrics::space12, 0);
    if (list->model()->rowCount() == 0)
        return;
    const int at = std::max(0, list->currentIndex().row());
    const QModelIndex index = list->model()->index(at, 0);
    list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    choose(view, view->current());
}

/// What is dropped stands between the cards around it that are not dropped themselves.
void BoardView::drop(int row, int column, const std::vector<LeadId> &leads, int before)
{
    const std::vector<LeadId> &cards = m_laneRows[size_t(row)].views[size_t(column)]->cards()->ids;
    const std::unordered_set<LeadId> dropped(leads.begin(), leads.end());
    const auto isDropped = [&](LeadId id) { return dropped.contains(id); };
    CardTarget target{column, m_board.lanes.empty() ? -1 : row, {}};
    if (m_look.isOwnOrder()) {
        CardSpot spot;
        for (int i = before - 1; i >= 0 && spot.above.isNull(); --i)
            spot.above = isDropped(cards[size_t(i)]) ? LeadId() : cards[size_t(i)];
        for (size_t i = size_t(before); i < cards.size() && spot.below.isNull(); ++i)
            spot.below = isDropped(cards[i]) ? LeadId() : cards[i];
        target.spot = spot;
    } else if (size_t(std::count_if(cards.begin(), cards.end(), isDropped)) == dropped.size()) {
        Q_EMIT handOrderWanted();
        return;
    }
    m_current = leads.front();
    Q_EMIT moveWanted(leads, target);
}

void BoardView::shift(const BoardColumnView *view, int row, int column, int direction)
{
    const std::vector<LeadId> leads = view->selected();
    if (leads.empty())
        return;
    const std::vector<LeadId> &cards = view->cards()->ids;
    const auto at = std::find(cards.begin(), cards.end(), direction < 0 ? leads.front() : leads.back()) - cards.begin();
    const auto before = direction < 0 ? at - 1 : at + 2;
    if (before < 0 || before > std::ptrdiff_t(cards.size()))
        return;
    drop(row, column, leads, int(before));
}

void BoardView::scrollWhileDragging()
{
    const auto scroll = [](QScrollBar *bar, int position, int room) {
        if (position >= 0 && position < edge)
            bar->setValue(bar->value() - scrollStep);
        else if (position > room - edge && position <= room)
            bar->setValue(bar->value() + scrollStep);
    };
    const QPoint across = m_across->viewport()->mapFromGlobal(QCursor::pos());
    if (m_across->viewport()->rect().contains(across))
        scroll(m_across->horizontalScrollBar(), across.x(), m_across->viewport()->width());
    const QPoint down = m_down->viewport()->mapFromGlobal(QCursor::pos());
    if (!m_board.lanes.empty() && m_down->viewport()->rect().contains(down))
        scroll(m_down->verticalScrollBar(), down.y(), m_down->viewport()->height());
}

} // namespace kindling
