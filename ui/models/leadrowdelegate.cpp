// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/leadrowdelegate.h"

#include "core/rules/cue.h"
#include "ui/theme/theme.h"
#include "ui/widgets/answermarks.h"
#include "ui/widgets/paintedtext.h"

#include <QPainter>

#include <algorithm>

namespace kindling {

namespace {

constexpr int padding = metrics::space8;

} // namespace

LeadRowDelegate::LeadRowDelegate(const LeadTableModel &model, Theme &theme, QObject *parent)
    : FieldDelegate(model.rows().workspace(), parent)
    , m_model(model)
    , m_theme(theme)
{
}

QSize LeadRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, metrics::rowHeight};
}

/// As large as its content needs, which may be more than the cell; never beyond the list.
void LeadRowDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QSize least = editor->minimumSizeHint();
    QRect place(option.rect.topLeft(), QSize(std::max(option.rect.width(), least.width()), option.rect.height()));
    if (editor->minimumHeight() > place.height())
        place.setHeight(editor->minimumHeight());
    const QRect list = editor->parentWidget()->rect();
    place.moveLeft(std::max(0, std::min(place.left(), list.width() - place.width())));
    place.moveTop(std::max(0, std::min(place.top(), list.height() - place.height())));
    editor->setGeometry(place);
}

LeadId LeadRowDelegate::leadAt(const QModelIndex &index) const
{
    return m_model.rows().isPast() ? LeadId() : m_model.idAt(index.row());
}

FieldId LeadRowDelegate::fieldAt(const QModelIndex &index) const
{
    return m_model.fieldAt(index.column());
}

QColor LeadRowDelegate::textColor(const Lead &lead, FieldId field) const
{
    const Colors &c = m_theme.colors();
    if (field == LeadField::NextFollowUp && m_model.rows().isPast())
        return c.third;
    if (field == LeadField::NextFollowUp) {
        const Clock &clock = m_model.rows().workspace().clock();
        const auto words = m_model.rows().workspace().vocabulary();
        const Cue cue = cueOf(lead, words->stage(lead.stage), clock.now(), clock.zone(), QLocale());
        if (cue.isLate())
            return c.late;
        return cue.kind == Cue::Kind::NonePlanned || cue.kind == Cue::Kind::Closed ? c.third : c.text;
    }
    const bool leading = field == LeadField::Name || field == LeadField::Value || field == LeadField::Stage;
    return leading ? c.text : c.second;
}

void LeadRowDelegate::paintTemperature(QPainter *painter, const QRect &cell, Temperature temperature) const
{
    const QString word = labelOf(temperature);
    const QFont font = Theme::font(TextRole::SmallStrong);
    const int width = QFontMetrics(font).horizontalAdvance(word) + 34;
    const QRect pill(cell.left() + padding, cell.center().y() - 10, width, 21);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.temperatureGround(temperature));
    painter->drawRoundedRect(pill, 10, 10);
    const QColor color = m_theme.temperatureColor(temperature);
    painter->drawPixmap(pill.left() + 8, pill.top() + 4,
                        m_theme.pixmap(Theme::temperatureSymbol(temperature), color, 13, painter->device()->devicePixelRatioF()));
    painter->setPen(color);
    painter->setFont(font);
    painter->drawText(pill.adjusted(25, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, word);
}

void LeadRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &c = m_theme.colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter->fillRect(option.rect, selected ? c.accentGround : hovered ? c.hover : c.surface);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
    const FieldId field = m_model.fieldAt(index.column());
    const Lead *lead = m_model.leadAt(index.row());
    if (!lead) {
        painter->setPen(c.third);
        painter->drawText(option.rect.adjusted(padding, 0, -padding, 0), Qt::AlignVCenter, QStringLiteral("…"));
    } else if (field == LeadField::Temperature) {
        paintTemperature(painter, option.rect, lead->temperature);
    } else if (field == LeadField::Qualification) {
        const auto words = m_model.rows().workspace().vocabulary();
        const QPoint from(option.rect.left() + padding, option.rect.center().y() - markSize / 2);
        paintMarks(*painter, from, cardOf(*lead, *words), m_theme);
    } else {
        const TextRole role = field == LeadField::Name ? TextRole::Strong : TextRole::Body;
        const Qt::Alignment align = m_model.isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft;
        const QRect place = option.rect.adjusted(padding, 0, -padding, 0);
        std::optional<QString> unsaved = unsavedWords(index);
        if (unsaved && QFontMetrics(Theme::font(role)).horizontalAdvance(*unsaved) > place.width()) // what was typed goes first
            unsaved = tr("%1 (!)", "typed, and not saved, where there is no room to say so").arg(keptText(index)->simplified());
        paintText(*painter, place, align, role, unsaved ? c.late : textColor(*lead, field),
                  unsaved ? *unsaved : m_model.cellText(*lead, index.column()));
    }
    if ((option.state & QStyle::State_HasFocus) != 0) { // the cell that F2 edits
        painter->setPen(QPen(c.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -2.5), 4, 4);
    }
    painter->restore();
}

} // namespace kindling
