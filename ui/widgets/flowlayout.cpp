// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace kindling {

FlowLayout::FlowLayout(QWidget *parent, int gap)
    : QLayout(parent)
    , m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    std::vector<QLayoutItem *> shown;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            shown.push_back(item.get());
    }
    int y = rect.top();
    for (size_t from = 0; from < shown.size();) {
        int right = rect.left();
        int height = 0;
        size_t until = from;
        for (; until < shown.size(); ++until) {
            const QSize hint = shown[until]->sizeHint();
            if (until > from && right + hint.width() > rect.right() + 1)
                break;
            right += hint.width() + m_gap;
            height = std::max(height, hint.height());
        }
        const int spare = std::max(0, rect.right() + 1 - (right - m_gap));
        int x = rect.left();
        for (size_t i = from; place && i < until; ++i) {
            QSize size = shown[i]->sizeHint();
            if (i + 1 == until && shown[i]->expandingDirections().testFlag(Qt::Horizontal)) {
                const int most = std::min(shown[i]->maximumSize().width(), size.width() + spare);
                x = rect.right() + 1 - most;
                size.setWidth(most);
            }
            shown[i]->setGeometry(QRect(QPoint(x, y + (height - size.height()) / 2), size));
            x += size.width() + m_gap;
        }
        y += height + m_gap;
        from = until;
    }
    return std::max(0, y - m_gap - rect.top());
}

} // namespace kindling
