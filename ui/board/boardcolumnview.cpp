// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardcolumnview.h"

#include "ui/board/boardcolumnhead.h"
#include "ui/theme/theme.h"

#include <QDropEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace kindling {

BoardColumnView::BoardColumnView(LeadRowCache &rows, Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_model(rows, this)
    , m_head(new BoardColumnHead(theme, this))
    , m_list(new CardList(m_model, theme, this))
    , m_delegate(new CardDelegate(m_model, theme, m_list))
{
    setMinimumWidth(210);
    setAcceptDrops(true); // the head takes drops, too
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space12, metrics::space16, metrics::space4, metrics::space4);
    column->setSpacing(metrics::space4);
    m_head->setContentsMargins(0, 0, metrics::space8, 0);
    column->addWidget(m_head);
    column->addWidget(m_list, 1);
    m_list->setItemDelegate(m_delegate);
    connect(m_list, &CardList::dropped, this, &BoardColumnView::dropped);
    connect(m_list, &CardList::hovered, this, &BoardColumnView::setHovered);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT leadChosen(m_model.idAt(index.row()));
    });
    // A click on the card that is the current one already chooses it, too.
    connect(m_list, &QListView::pressed, this, [this](const QModelIndex &index) { Q_EMIT leadChosen(m_model.idAt(index.row())); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { Q_EMIT leadOpened(m_model.idAt(index.row())); });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BoardColumnView::setColumn(const BoardColumn &column, std::optional<Temperature> temperature, const QString &currency)
{
    m_column = column;
    m_temperature = temperature;
    m_head->setVisible(true);
    layout()->setContentsMargins(metrics::space12, metrics::space16, metrics::space4, metrics::space4);
    m_head->setColumn(column, temperature, currency, m_model.rows().now());
    m_list->setAccessibleName(m_head->accessibleName());
    show(column.leads);
}

void BoardColumnView::setCell(const BoardColumn &column, const LeadListPtr &cards, const QString &lane)
{
    m_column = column;
    m_temperature.reset();
    m_head->setVisible(false);
    layout()->setContentsMargins(metrics::space12, metrics::space12, metrics::space4, metrics::space4);
    const QString name = column.name.isEmpty() ? tr("None") : column.name;
    m_list->setAccessibleName(tr("%1, %2, %3 leads").arg(lane, name, QLocale().toString(cards->ids.size())));
    show(cards);
}

void BoardColumnView::show(const LeadListPtr &cards)
{
    if (m_model.list()->ids == cards->ids)
        m_list->viewport()->update(); // a reset would take the eye elsewhere
    else
        m_list->showCards([&] { m_model.setList(cards); });
    update();
}

void BoardColumnView::setFields(const std::vector<FieldId> &fields)
{
    m_delegate->setFields(fields);
    m_list->doItemsLayout();
}

void BoardColumnView::setHovered(bool hovered)
{
    m_hovered = hovered;
    update();
}

void BoardColumnView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_head->isVisible()) {
        paintColumnGround(painter, rect(), m_theme, m_temperature);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colors().sunken);
        painter.drawRoundedRect(rect(), metrics::surfaceRadius, metrics::surfaceRadius);
    }
    if (m_hovered) {
        painter.setPen(QPen(m_theme.colors().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::surfaceRadius, metrics::surfaceRadius);
    }
}

void BoardColumnView::dragEnterEvent(QDragEnterEvent *event)
{
    if (CardListModel::leadsOf(event->mimeData()).empty())
        return;
    event->setDropAction(Qt::MoveAction);
    event->accept();
    setHovered(true);
}

void BoardColumnView::dragLeaveEvent(QDragLeaveEvent *)
{
    setHovered(false);
}

void BoardColumnView::dropEvent(QDropEvent *event)
{
    setHovered(false);
    event->setDropAction(Qt::MoveAction);
    event->accept();
    Q_EMIT dropped(CardListModel::leadsOf(event->mimeData()), 0); // on the head: to the top
}

LeadId BoardColumnView::current() const
{
    return m_model.idAt(m_list->currentIndex().row());
}

bool BoardColumnView::select(LeadId id)
{
    const int row = id.isNull() ? -1 : m_model.rowOf(id);
    if (row < 0)
        return false;
    if (m_list->currentIndex().row() == row && m_list->selectionModel()->isSelected(m_model.index(row)))
        return true;
    m_list->setCurrentIndex(m_model.index(row));
    m_list->scrollTo(m_model.index(row));
    return true;
}

} // namespace kindling
