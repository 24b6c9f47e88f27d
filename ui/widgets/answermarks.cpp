// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/answermarks.h"

#include <QPainter>

#include <algorithm>

namespace kindling {

namespace {

constexpr int gap = 3;

} // namespace

void paintMark(QPainter &painter, const QRectF &where, Answer answer, const Theme &theme)
{
    const Colors &c = theme.colors();
    const QColor color = answer == Answer::Yes ? c.won : answer == Answer::Partly ? c.warm : answer == Answer::No ? c.late : c.third;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.4));
    painter.setBrush(answer == Answer::Yes ? QBrush(color) : QBrush(Qt::NoBrush));
    const QRectF disc = where.adjusted(1, 1, -1, -1);
    if (answer == Answer::No) {
        painter.drawLine(disc.topLeft(), disc.bottomRight());
        painter.drawLine(disc.topRight(), disc.bottomLeft());
    } else {
        painter.drawEllipse(disc);
    }
    if (answer == Answer::Partly) {
        painter.setBrush(color);
        painter.drawChord(disc, 90 * 16, 180 * 16);
    }
    painter.restore();
}

QIcon markIcon(Answer answer, const Theme &theme, qreal ratio)
{
    QPixmap picture(QSize(12, 12) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintMark(painter, QRectF(0.5, 0.5, 11, 11), answer, theme);
    return picture;
}

void paintMarks(QPainter &painter, const QPoint &from, const std::vector<CardAnswer> &card, const Theme &theme)
{
    QRectF place(from, QSizeF(markSize, markSize));
    for (const CardAnswer &line : card) {
        paintMark(painter, place, line.given.answer, theme);
        place.translate(markSize + gap, 0);
    }
}

int marksWidth(size_t count)
{
    return count == 0 ? 0 : int(count) * (markSize + gap) - gap;
}

QString marksText(const std::vector<CardAnswer> &card)
{
    QStringList parts;
    for (const CardAnswer &line : card)
        parts += line.label + u' ' + labelOf(line.given.answer).toLower();
    return parts.join(QStringLiteral(", "));
}

bool isAnswered(const std::vector<CardAnswer> &card)
{
    return std::any_of(card.begin(), card.end(), [](const CardAnswer &line) { return line.given.answer != Answer::Unknown; });
}

} // namespace kindling
