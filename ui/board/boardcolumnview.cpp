// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardcolumnview.h"

#include "ui/board/carddelegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace kindling {

namespace {

/// A list that tells when a drag begins and ends, so that the board can offer its Won and Lost targets.
class CardList final : public QListView
{
public:
    CardList(BoardColumnView *column)
        : QListView(column)
        , m_column(column)
    {
    }

protected:
    void startDrag(Qt::DropActions actions) override
    {
        Q_EMIT m_column->dragBegan();
        QListView::startDrag(actions);
        Q_EMIT m_column->dragEnded();
    }

private:
    BoardColumnView *m_column;
};

} // namespace

BoardColumnView::BoardColumnView(LeadRowCache &rows, Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_model(rows, this)
    , m_icon(new QLabel(this))
    , m_name(plainLabel({}, "section", this))
    , m_count(plainLabel({}, "second", this))
    , m_sum(plainLabel({}, "strong", this))
    , m_weighted(plainLabel({}, "small", this))
    , m_list(new CardList(this))
{
    setMinimumWidth(210);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::space8);
    head->addWidget(m_icon);
    head->addWidget(m_name);
    head->addWidget(m_count);
    head->addStretch();
    head->addWidget(m_sum);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space12, metrics::space16, metrics::space12, metrics::space4);
    column->setSpacing(metrics::space4);
    column->addLayout(head);
    column->addWidget(m_weighted);
    column->addWidget(m_list, 1);

    m_list->setModel(&m_model);
    m_list->setItemDelegate(new CardDelegate(m_model, theme, m_list));
    m_list->setProperty("kind", QStringLiteral("bare"));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setDragDropMode(QAbstractItemView::DragDrop);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setAutoScroll(true);
    m_list->installEventFilter(this);
    connect(&m_model, &CardListModel::dropped, this, &BoardColumnView::dropped);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT leadChosen(m_model.idAt(index.row()));
    });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { Q_EMIT leadOpened(m_model.idAt(index.row())); });
    connect(&theme, &Theme::changed, this, &BoardColumnView::restyle);
}

void BoardColumnView::setColumn(const BoardColumn &column, std::optional<Temperature> temperature, const QString &currency)
{
    m_column = column;
    m_temperature = temperature;
    const QString name = column.name.isEmpty() ? tr("Nobody") : column.name;
    const QLocale locale;
    m_name->setText(name);
    m_count->setText(locale.toString(column.leads->ids.size()));
    m_sum->setText(column.leads->value.display(locale, currency));
    QString below = tr("weighted %1").arg(column.weighted.display(locale, currency));
    if (column.overdue > 0)
        below += QStringLiteral(" · ") + tr("%1 late").arg(locale.toString(column.overdue));
    m_weighted->setText(below);
    m_list->setAccessibleName(tr("%1, %2 leads, %3").arg(name, m_count->text(), m_sum->text()));
    m_model.setList(column.leads);
    restyle();
}

void BoardColumnView::restyle()
{
    const QColor color = m_temperature ? m_theme.temperatureColor(*m_temperature) : m_theme.colors().text;
    m_name->setStyleSheet(QStringLiteral("color: %1").arg(color.name()));
    m_icon->setVisible(m_temperature.has_value());
    if (m_temperature)
        m_icon->setPixmap(m_theme.pixmap(Theme::temperatureSymbol(*m_temperature), color, 16, devicePixelRatioF()));
    update();
}

void BoardColumnView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_temperature ? m_theme.temperatureColor(*m_temperature) : m_theme.colors().accent);
    painter.save();
    painter.setClipRect(QRect(0, 0, width(), 12)); // the colour belongs to the head alone
    painter.drawRoundedRect(rect(), 10, 10);
    painter.restore();
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colors().sunken);
    painter.drawRoundedRect(rect().adjusted(0, 3, 0, 0), 10, 10);
}

LeadId BoardColumnView::current() const
{
    return m_model.idAt(m_list->currentIndex().row());
}

std::vector<LeadId> BoardColumnView::selected() const
{
    std::vector<LeadId> ids;
    for (const QItemSelectionRange &range : m_list->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.push_back(m_model.idAt(row));
    }
    return ids;
}

bool BoardColumnView::select(LeadId id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return false;
    m_list->setCurrentIndex(m_model.index(row));
    m_list->scrollTo(m_model.index(row));
    return true;
}

bool BoardColumnView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool arrow = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right;
        const int direction = key->key() == Qt::Key_Right ? 1 : -1;
        if (arrow && key->modifiers() == Qt::ControlModifier) {
            Q_EMIT moveWanted(direction);
            return true;
        }
        if (arrow && key->modifiers() == Qt::NoModifier) {
            Q_EMIT leaveWanted(direction);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace kindling
