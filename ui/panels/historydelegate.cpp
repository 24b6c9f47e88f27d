// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/historydelegate.h"

#include <QPainter>
#include <QTreeView>

#include <algorithm>

namespace kindling {

namespace {

constexpr int besideText = 4;
constexpr int aboveChange = 4; ///< and below
constexpr int aboveValue = 1;
constexpr int leastText = 80;

bool isChange(const QModelIndex &index)
{
    return !index.parent().isValid();
}

int above(const QModelIndex &index)
{
    return isChange(index) ? aboveChange : aboveValue;
}

QTextLayout::FormatRange formatOf(int from, int length, TextRole role, const QColor &color)
{
    QTextCharFormat format;
    format.setFont(Theme::font(role));
    format.setForeground(color);
    return {from, length, format};
}

} // namespace

HistoryDelegate::HistoryDelegate(Theme &theme, QTreeView *view)
    : QStyledItemDelegate(view)
    , m_theme(theme)
    , m_view(view)
{
    connect(&theme, &Theme::changed, view->viewport(), qOverload<>(&QWidget::update));
}

int HistoryDelegate::widthOf(const QModelIndex &index) const
{
    const int depth = isChange(index) ? 1 : 2;
    return std::max(leastText, m_view->viewport()->width() - depth * m_view->indentation() - 2 * besideText);
}

/// Of a change the first line leads, of a value the name of its field does: it is the quiet part there.
void HistoryDelegate::layOut(QTextLayout &layout, const QModelIndex &index) const
{
    const Colors &c = m_theme.colors();
    const QString text = index.data().toString();
    const int leading = index.data(LeadingRole).toInt();
    const int rest = int(text.size()) - leading;
    const bool undone = index.data(UndoneRole).toBool();
    layout.setText(QString(text).replace(u'\n', QChar::LineSeparator));
    layout.setFont(Theme::font(TextRole::Body));
    QTextOption breaks;
    breaks.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // an address is one long word
    layout.setTextOption(breaks);
    if (isChange(index))
        layout.setFormats(
            {formatOf(0, leading, TextRole::Strong, undone ? c.third : c.text), formatOf(leading, rest, TextRole::Body, c.third)});
    else
        layout.setFormats(
            {formatOf(0, leading, TextRole::Body, c.third), formatOf(leading, rest, TextRole::Body, undone ? c.third : c.second)});
    const int width = widthOf(index);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    QTextLayout layout;
    layOut(layout, index);
    return {widthOf(index), int(layout.boundingRect().height()) + 2 * above(index)};
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.colors().accentGround);
    QTextLayout layout;
    layOut(layout, index);
    layout.draw(painter, QPointF(option.rect.left() + besideText, option.rect.top() + above(index)));
    painter->restore();
}

} // namespace kindling
