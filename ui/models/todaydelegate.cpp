// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/todaydelegate.h"

#include "ui/models/todaymodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paintedtext.h"

#include <QPainter>

namespace kindling {

namespace {

constexpr int headHeight = 38;
constexpr int rowHeight = 54;
constexpr int lineHeight = 19;
constexpr int margin = 14;

void write(QPainter *painter, const QRect &where, TextRole role, const QColor &color, const QString &text)
{
    paintText(*painter, where, Qt::AlignLeft, role, color, text);
}

} // namespace

TodayDelegate::TodayDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize TodayDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {200, index.data(TodayModel::IsHeadRole).toBool() ? headHeight : rowHeight};
}

void TodayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &c = m_theme.colors();
    const bool head = index.data(TodayModel::IsHeadRole).toBool();
    const QRect rect = option.rect;
    painter->save();
    painter->fillRect(rect,
                      head                                           ? c.sunken
                          : (option.state & QStyle::State_Selected)  ? c.accentGround
                          : (option.state & QStyle::State_MouseOver) ? c.hover
                                                                     : c.surface);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), c.line);
    if (head)
        write(painter, rect.adjusted(margin, 0, -margin, 0), TextRole::Strong, index.data(TodayModel::LateRole).toBool() ? c.late : c.text,
              index.data().toString());
    else
        paintRow(painter, rect, index);
    painter->restore();
}

/// The contact gets what it needs, the name three tenths of the rest, the reason what is left.
void TodayDelegate::paintRow(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const auto *model = static_cast<const TodayModel *>(index.model());
    const TodayRow *row = model->rowAt(index);
    if (!row)
        return;
    const Colors &c = m_theme.colors();
    constexpr int iconSize = 16;
    const int contactWidth = rect.width() > 820 ? 220 : 150;
    const int contact = rect.right() - contactWidth;
    const int who = rect.left() + margin + iconSize + 10;
    const int why = who + (contact - who) * 3 / 10;
    const Temperature temperature = row->lead.temperature;
    const QPixmap mark = m_theme.pixmap(Theme::temperatureSymbol(temperature), m_theme.temperatureColor(temperature), iconSize,
                                        painter->device()->devicePixelRatioF());
    painter->drawPixmap(rect.left() + margin, rect.top() + (rect.height() - iconSize) / 2, mark);
    const QRect first(who, rect.top() + 8, why - who - 12, lineHeight);
    const QString company = row->lead.name.isEmpty() ? QString() : row->lead.company;
    write(painter, first, TextRole::Strong, c.text, row->lead.displayName());
    write(painter, first.translated(0, lineHeight), TextRole::Small, c.third, company);
    const QRect reason(why, rect.top() + 8, contact - why - 12, lineHeight);
    const bool late = index.data(TodayModel::LateRole).toBool();
    const bool alone = row->lastWord.isEmpty();
    write(painter, alone ? QRect(reason.left(), rect.top(), reason.width(), rect.height()) : reason, TextRole::Body, late ? c.late : c.text,
          row->reason);
    if (!alone)
        write(painter, reason.translated(0, lineHeight), TextRole::Small, c.third, row->lastWord);
    write(painter, QRect(contact, rect.top(), contactWidth - margin, rect.height()), TextRole::Body, c.second, row->contact);
}

} // namespace kindling
