// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paintedtext.h"

#include <QCache>
#include <QCoreApplication>
#include <QPainter>
#include <QStaticText>

namespace kindling {

namespace {

constexpr int keptTexts = 4'096; ///< a few screens of cards

struct Line
{
    TextRole role;
    int width;
    QString text;

    bool operator==(const Line &other) const { return role == other.role && width == other.width && text == other.text; }
};

size_t qHash(const Line &line, size_t seed = 0)
{
    return qHashMulti(seed, int(line.role), line.width, line.text);
}

struct Prepared
{
    QStaticText text;
    QSize size;
};

Prepared prepared(const Line &line)
{
    const QFont font = Theme::tabularFont(line.role);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(line.text, Qt::ElideRight, line.width);
    Prepared made{QStaticText(shown), QSize(metrics.horizontalAdvance(shown), metrics.height())};
    made.text.setTextFormat(Qt::PlainText);
    made.text.setPerformanceHint(QStaticText::AggressiveCaching);
    made.text.prepare({}, font);
    return made;
}

/// Of the thread that draws, the one of the window. Fonts do not outlive the application.
QCache<Line, Prepared> &keptLines()
{
    static QCache<Line, Prepared> kept(keptTexts);
    static const bool cleared = [] {
        qAddPostRoutine([] { keptLines().clear(); });
        return true;
    }();
    Q_UNUSED(cleared)
    return kept;
}

} // namespace

int paintText(QPainter &painter, const QRect &where, Qt::Alignment align, TextRole role, const QColor &color, const QString &text)
{
    if (text.isEmpty() || where.width() <= 0)
        return 0;
    QCache<Line, Prepared> &kept = keptLines();
    const Line line{role, where.width(), text};
    Prepared *drawn = kept.object(line);
    if (!drawn) {
        drawn = new Prepared(prepared(line));
        kept.insert(line, drawn);
    }
    painter.setFont(Theme::tabularFont(role));
    painter.setPen(color);
    const int left = (align & Qt::AlignRight) != 0 ? where.right() + 1 - drawn->size.width() : where.left();
    painter.drawStaticText(left, where.top() + (where.height() - drawn->size.height()) / 2, drawn->text);
    return drawn->size.width();
}

} // namespace kindling
