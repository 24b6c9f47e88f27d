// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/carddelegate.h"

#include "core/base/walltime.h"
#include "core/rules/cue.h"
#include "core/rules/when.h"
#include "ui/theme/theme.h"
#include "ui/widgets/answermarks.h"
#include "ui/widgets/paintedtext.h"

#include <QPainter>
#include <QPixmapCache>

#include <algorithm>
#include <cmath>

namespace kindling {

namespace {

constexpr int padding = 10;
constexpr int lineHeight = 20;
constexpr int lineGap = 3;

/// The card in its row: the rest is the gap to the next one.
QRectF cardRect(const QRectF &row)
{
    return row.adjusted(1.5, 1.5, -1.5, -metrics::space8 - 0.5);
}

constexpr int cornerSize = 10; ///< pixels of the row that a rounded corner, its line and the gap beside it may touch

/// A card without its text.
void drawCard(QPainter &painter, const QRectF &row, const QPen &line, const QColor &ground)
{
    painter.setPen(line);
    painter.setBrush(ground);
    painter.drawRoundedRect(cardRect(row), 8, 8);
}

/// It as a picture as large as its row. To draw a rounded line takes longer than all the text of a card, and all cards of a column
/// look alike: each look is drawn once.
QPixmap cardPicture(const QSize &row, qreal ratio, const QPen &line, const QColor &ground)
{
    const QString key = QStringLiteral("kindling card %1 %2 %3 %4 %5")
                            .arg(row.width())
                            .arg(row.height())
                            .arg(ratio)
                            .arg(line.color().name(QColor::HexArgb), ground.name(QColor::HexArgb));
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    picture = QPixmap(row * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    drawCard(painter, QRectF({}, row), line, ground);
    QPixmapCache::insert(key, picture);
    return picture;
}

/// The rim comes from the picture; what is inside it is filled, which is much quicker than to blend a picture of it.
void paintCard(QPainter &painter, const QRect &row, const QPen &line, const QColor &ground)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    if (ratio != std::floor(ratio)) { // parts of a picture would not meet in whole pixels
        drawCard(painter, row, line, ground);
        return;
    }
    const QPixmap picture = cardPicture(row.size(), ratio, line, ground);
    const QRect inside = row.adjusted(cornerSize, cornerSize, -cornerSize, -cornerSize - metrics::space8);
    const auto rim = [&](int left, int top, int width, int height) {
        const QRectF part(left, top, width, height);
        painter.drawPixmap(part, picture, QRectF((part.topLeft() - row.topLeft()) * ratio, part.size() * ratio));
    };
    rim(row.left(), row.top(), row.width(), cornerSize);
    rim(row.left(), inside.bottom() + 1, row.width(), row.bottom() - inside.bottom());
    rim(row.left(), inside.top(), cornerSize, inside.height());
    rim(inside.right() + 1, inside.top(), cornerSize, inside.height());
    painter.fillRect(inside, ground);
}

} // namespace

CardDelegate::CardDelegate(const CardListModel &model, Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
{
}

void CardDelegate::setFields(std::vector<FieldId> fields)
{
    m_fields = std::move(fields);
    m_lines.clear();
    for (const FieldId field : m_fields) {
        if (field != LeadField::Value && field != LeadField::NextFollowUp && field != LeadField::LastActivity)
            m_lines.push_back(field);
    }
}

bool CardDelegate::shows(LeadField field) const
{
    return std::find(m_fields.begin(), m_fields.end(), FieldId(field)) != m_fields.end();
}

int CardDelegate::cardHeight() const
{
    const bool cue = shows(LeadField::NextFollowUp) || shows(LeadField::LastActivity);
    return 2 * padding + lineHeight + int(m_lines.size()) * (lineHeight + lineGap) + (cue ? lineHeight + lineGap + 2 : 0);
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {160, rowHeight()};
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &c = m_theme.colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing); // the marks
    const bool selected = option.state & QStyle::State_Selected;
    const QColor ground = selected ? c.accentGround : (option.state & QStyle::State_MouseOver) ? c.hover : c.surface;
    paintCard(*painter, option.rect, selected ? QPen(c.accent, 1.5) : QPen(c.line, 1), ground);
    const QRect inside = cardRect(option.rect).toRect().adjusted(11, padding - 1, -11, 1 - padding);
    if (const Lead *lead = m_model.leadAt(index.row())) {
        paintLines(painter, inside, *lead);
    } else {
        painter->setPen(c.third);
        painter->drawText(inside, Qt::AlignTop, QStringLiteral("…"));
    }
    painter->restore();
}

QString CardDelegate::lineText(const Lead &lead, FieldId field) const
{
    const auto words = m_model.rows().workspace().vocabulary();
    if (field == LeadField::Company)
        return lead.name.isEmpty() ? QString() : lead.company; // an organisation stands in the first line already
    if (field == LeadField::Temperature)
        return lead.temperaturePinned ? QCoreApplication::translate("kindling", "%1, pinned").arg(labelOf(lead.temperature))
                                      : labelOf(lead.temperature);
    if (field == LeadField::Stage)
        return words->stageName(lead.stage);
    if (field == LeadField::Score || field == LeadField::Fit || field == LeadField::Engagement)
        return lead.score ? fieldLabel(field, words.get()) + u' ' + fieldText(lead, field, {words.get(), QTimeZone::utc()}) : QString();
    if (field == LeadField::Qualification)
        return isAnswered(cardOf(lead, *words)) ? marksText(cardOf(lead, *words)) : QString();
    const QTimeZone &zone = m_model.rows().workspace().clock().zone();
    if (field == LeadField::Created)
        return QCoreApplication::translate("kindling", "came in %1")
            .arg(QLocale().toString(dayOf(lead.created, zone), QLocale::ShortFormat));
    if (field == LeadField::ExpectedClose)
        return lead.expectedClose
            ? QCoreApplication::translate("kindling", "closes %1").arg(QLocale().toString(*lead.expectedClose, QLocale::ShortFormat))
            : QString();
    const QString text = fieldText(lead, field, {words.get(), zone});
    return field.isCustom() && !text.isEmpty() ? fieldLabel(field, words.get()) + QStringLiteral(": ") + text : text;
}

void CardDelegate::paintLines(QPainter *painter, const QRect &inside, const Lead &lead) const
{
    const Colors &c = m_theme.colors();
    const QString value = shows(LeadField::Value) && lead.value ? lead.value->display(QLocale()) : QString();
    QRect line(inside.left(), inside.top(), inside.width(), lineHeight);
    const int valueWidth = paintText(*painter, line, Qt::AlignRight, TextRole::Strong, c.text, value);
    paintText(*painter, line.adjusted(0, 0, valueWidth > 0 ? -valueWidth - 8 : 0, 0), Qt::AlignLeft, TextRole::Strong, c.text,
              lead.displayName());
    for (const FieldId field : m_lines) {
        line.translate(0, lineHeight + lineGap);
        paintText(*painter, line, Qt::AlignLeft, TextRole::Body, c.second, lineText(lead, field));
    }
    line.moveBottom(inside.bottom());
    paintCue(painter, line, lead);
}

void CardDelegate::paintCue(QPainter *painter, const QRect &line, const Lead &lead) const
{
    const Colors &c = m_theme.colors();
    const UtcMs now = m_model.rows().now();
    const auto words = m_model.rows().workspace().vocabulary();
    const std::vector<CardAnswer> card = cardOf(lead, *words);
    const int marks = isAnswered(card) ? marksWidth(card.size()) : 0;
    if (marks > 0)
        paintMarks(*painter, QPoint(line.right() - marks, line.top() + (line.height() - markSize) / 2 + 1), card, m_theme);
    const QRect beside = line.adjusted(0, 0, marks > 0 ? -marks - 8 : 0, 0);
    const QString quiet = shows(LeadField::LastActivity) && lead.outcome == Outcome::Open
        ? ageInWords(now - lead.lastActivity.value_or(lead.created))
        : QString();
    const int quietWidth = paintText(*painter, beside, Qt::AlignRight, TextRole::Small, c.third, quiet) + 8;
    if (!shows(LeadField::NextFollowUp))
        return;
    if (m_model.rows().isPast()) { // what was planned is not known
        paintText(*painter, beside.adjusted(0, 0, -quietWidth, 0), Qt::AlignLeft, TextRole::Small, c.second, m_model.standingText(lead));
        return;
    }
    const Cue cue = cueOf(lead, words->stage(lead.stage), now, m_model.rows().workspace().clock().zone(), QLocale());
    const QColor color = cue.isLate() ? c.late : c.second;
    painter->drawPixmap(line.left(), line.top() + 4, m_theme.pixmap(Symbol::Today, color, 12, painter->device()->devicePixelRatioF()));
    paintText(*painter, beside.adjusted(18, 0, -quietWidth, 0), Qt::AlignLeft, cue.isLate() ? TextRole::SmallStrong : TextRole::Small,
              color, cue.text);
}

} // namespace kindling
