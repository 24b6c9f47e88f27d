// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/timelinedelegate.h"

#include "ui/widgets/notedocument.h"

#include <QAbstractTextDocumentLayout>
#include <QListView>
#include <QPainter>
#include <QUrl>

namespace kindling {

namespace {

constexpr int titleHeight = 30;
constexpr int noteLeft = 30;
constexpr int noteTop = 24;
constexpr int noteRight = 8;

} // namespace

TimelineDelegate::TimelineDelegate(const TimelineModel &model, Theme &theme, QListView *view)
    : QStyledItemDelegate(view)
    , m_model(model)
    , m_theme(theme)
    , m_view(view)
{
    connect(&theme, &Theme::changed, this, [this] {
        forget();
        m_view->doItemsLayout();
    });
}

TimelineDelegate::~TimelineDelegate() = default;

void TimelineDelegate::forget()
{
    m_notes.clear();
}

void TimelineDelegate::setEditedRow(int row, int height)
{
    m_editedRow = row;
    m_editedHeight = height;
    m_view->doItemsLayout();
}

/// The note laid out at the present width; null without one.
NoteDocument *TimelineDelegate::noteOf(const TimelineEvent &event) const
{
    if (event.note.isEmpty())
        return nullptr;
    std::unique_ptr<NoteDocument> &note = m_notes[&event];
    // What a person wrote may have Markdown in it; what the program tells of values is no Markdown, whatever is in them.
    const auto reading = event.activity.isNull() ? NoteDocument::Reading::Plain : NoteDocument::Reading::Markdown;
    if (!note)
        note = std::make_unique<NoteDocument>(event.note, Theme::font(TextRole::Body), m_theme.colors().second, m_theme.colors().accent,
                                              reading);
    const int width = std::max(80, m_view->viewport()->width() - noteLeft - noteRight);
    if (int(note->textWidth()) != width)
        note->setTextWidth(width);
    return note.get();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.row() == m_editedRow)
        return {100, m_editedHeight};
    const TimelineEvent *event = m_model.eventAt(index.row());
    const NoteDocument *note = event ? noteOf(*event) : nullptr;
    return {100, titleHeight + (note ? int(note->size().height()) + 2 : 0)};
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TimelineEvent *event = m_model.eventAt(index.row());
    if (!event || index.row() == m_editedRow)
        return;
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.colors().accentGround);
    const QRect row = option.rect.adjusted(4, 4, -4, -4);
    painter->drawPixmap(row.left(), row.top() + 2,
                        m_theme.pixmap(event->symbol, m_theme.colors().second, 15, painter->device()->devicePixelRatioF()));
    paintTitle(painter, QRect(row.left() + 26, row.top(), row.width() - 26, 19), *event);
    if (NoteDocument *note = noteOf(*event)) {
        painter->translate(option.rect.left() + noteLeft, option.rect.top() + noteTop);
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, m_theme.colors().second);
        note->documentLayout()->draw(painter, context);
    }
    painter->restore();
}

void TimelineDelegate::paintTitle(QPainter *painter, const QRect &line, const TimelineEvent &event) const
{
    const QFont strong = Theme::font(TextRole::Strong);
    const QFont plain = Theme::font(TextRole::Body);
    const QString when = m_model.whenText(event);
    const int room = line.width() - QFontMetrics(plain).horizontalAdvance(when) - 6;
    const QString shown = QFontMetrics(strong).elidedText(event.title, Qt::ElideRight, std::max(room, line.width() / 2));
    painter->setFont(strong);
    painter->setPen(m_theme.colors().text);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, shown);
    const int titleWidth = QFontMetrics(strong).horizontalAdvance(shown) + 6;
    painter->setFont(plain);
    painter->setPen(m_theme.colors().third);
    painter->drawText(line.adjusted(titleWidth, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(plain).elidedText(when, Qt::ElideRight, line.width() - titleWidth));
}

QUrl TimelineDelegate::linkAt(const QModelIndex &index, const QPoint &position) const
{
    const TimelineEvent *event = m_model.eventAt(index.row());
    const NoteDocument *note = event ? noteOf(*event) : nullptr;
    if (!note || index.row() == m_editedRow)
        return {};
    const QPoint inside = position - m_view->visualRect(index).topLeft() - QPoint(noteLeft, noteTop);
    return QUrl(note->documentLayout()->anchorAt(inside));
}

} // namespace kindling
