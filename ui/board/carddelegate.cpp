// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/carddelegate.h"

#include "core/rules/cue.h"
#include "core/rules/when.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace kindling {

CardDelegate::CardDelegate(const CardListModel &model, Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
{
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {160, cardHeight + metrics::space8};
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &c = m_theme.colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -metrics::space8 - 0.5);
    const bool selected = option.state & QStyle::State_Selected;
    painter->setPen(selected ? QPen(c.accent, 1.5) : QPen(c.line, 1));
    painter->setBrush(selected ? c.accentGround : (option.state & QStyle::State_MouseOver) ? c.hover : c.surface);
    painter->drawRoundedRect(card, 8, 8);
    const QRect inside = card.toRect().adjusted(11, 9, -11, -9);
    if (const Lead *lead = m_model.leadAt(index.row())) {
        paintLines(painter, inside, *lead);
    } else {
        painter->setPen(c.third);
        painter->drawText(inside, Qt::AlignTop, QStringLiteral("…"));
    }
    painter->restore();
}

void CardDelegate::paintLines(QPainter *painter, const QRect &inside, const Lead &lead) const
{
    const Colors &c = m_theme.colors();
    const Clock &clock = m_model.rows().workspace().clock();
    const auto words = m_model.rows().workspace().vocabulary();
    const auto write = [&](const QRect &where, Qt::Alignment align, TextRole role, const QColor &color, const QString &text) {
        const QFont font = Theme::tabularFont(role);
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(where, int(align | Qt::AlignVCenter), QFontMetrics(font).elidedText(text, Qt::ElideRight, where.width()));
    };
    const QString value = lead.value ? lead.value->display(QLocale()) : QString();
    const int valueWidth = QFontMetrics(Theme::font(TextRole::Strong)).horizontalAdvance(value);
    const QRect first(inside.left(), inside.top(), inside.width(), 20);
    write(first.adjusted(0, 0, -valueWidth - 8, 0), Qt::AlignLeft, TextRole::Strong, c.text, lead.displayName());
    write(first, Qt::AlignRight, TextRole::Strong, c.text, value);
    write(first.translated(0, 23), Qt::AlignLeft, TextRole::Body, c.second,
          lead.name.isEmpty() ? words->stageName(lead.stage) : lead.company);

    const Cue cue = cueOf(lead, words->stage(lead.stage), clock.now(), clock.zone(), QLocale());
    const QColor color = cue.isLate() ? c.late : c.second;
    const QRect last(inside.left(), inside.bottom() - 19, inside.width(), 20);
    painter->drawPixmap(last.left(), last.top() + 4, m_theme.pixmap(Symbol::Today, color, 12, painter->device()->devicePixelRatioF()));
    const QString quiet = lead.outcome == Outcome::Open ? ageInWords(clock.now() - lead.lastActivity.value_or(lead.created)) : QString();
    const int quietWidth = QFontMetrics(Theme::font(TextRole::Small)).horizontalAdvance(quiet) + 8;
    write(last.adjusted(18, 0, -quietWidth, 0), Qt::AlignLeft, cue.isLate() ? TextRole::SmallStrong : TextRole::Small, color, cue.text);
    write(last, Qt::AlignRight, TextRole::Small, c.third, quiet);
}

} // namespace kindling
