// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/timelineview.h"

#include "core/rules/when.h"
#include "ui/panels/timelineevents.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace kindling {

namespace {

enum Role { TitleRole = Qt::UserRole, WhenRole, NoteRole, SymbolRole };

/// Icon, title with its time, and the note below, wrapped.
class TimelineDelegate final : public QStyledItemDelegate
{
public:
    TimelineDelegate(Theme &theme, QListView *view)
        : QStyledItemDelegate(view)
        , m_theme(theme)
        , m_view(view)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const QString note = index.data(NoteRole).toString();
        const int noteHeight = note.isEmpty() ? 0 : noteRect(m_view->viewport()->width(), note).height() + 2;
        return {100, 30 + noteHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colors &c = m_theme.colors();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, c.accentGround);
        const QRect row = option.rect.adjusted(4, 4, -4, -4);
        painter->drawPixmap(row.left(), row.top() + 2,
                            m_theme.pixmap(Symbol(index.data(SymbolRole).toInt()), c.second, 15, painter->device()->devicePixelRatioF()));
        const QFont strong = Theme::font(TextRole::Strong);
        painter->setFont(strong);
        painter->setPen(c.text);
        const QString title = index.data(TitleRole).toString();
        const QString when = index.data(WhenRole).toString();
        const QFont plain = Theme::font(TextRole::Body);
        const QRect line(row.left() + 26, row.top(), row.width() - 26, 19);
        const int titleRoom = line.width() - QFontMetrics(plain).horizontalAdvance(when) - 6;
        const QString shown = QFontMetrics(strong).elidedText(title, Qt::ElideRight, titleRoom);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, shown);
        painter->setFont(plain);
        painter->setPen(c.third);
        painter->drawText(line.adjusted(QFontMetrics(strong).horizontalAdvance(shown) + 6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          when);
        const QString note = index.data(NoteRole).toString();
        if (!note.isEmpty()) {
            painter->setPen(c.second);
            painter->drawText(noteRect(option.rect.width(), note).translated(row.left() + 26, row.top() + 20), Qt::TextWordWrap, note);
        }
        painter->restore();
    }

private:
    static QRect noteRect(int width, const QString &note)
    {
        return QFontMetrics(Theme::font(TextRole::Body)).boundingRect(QRect(0, 0, width - 42, 2000), Qt::TextWordWrap, note);
    }

    Theme &m_theme;
    QListView *m_view;
};

} // namespace

TimelineView::TimelineView(Workspace &workspace, Theme &theme, QWidget *parent)
    : QListView(parent)
    , m_workspace(workspace)
    , m_theme(theme)
{
    setAccessibleName(tr("Timeline"));
    setProperty("kind", QStringLiteral("bare"));
    setModel(&m_model);
    setItemDelegate(new TimelineDelegate(theme, this));
    setEditTriggers(NoEditTriggers);
    setResizeMode(Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void TimelineView::show(const LeadDossier &dossier)
{
    const Clock &clock = m_workspace.clock();
    m_model.clear();
    for (const TimelineEvent &event : timelineOf(dossier, *m_workspace.vocabulary())) {
        auto *item = new QStandardItem;
        const QString when = whenInWords(event.at, false, clock.now(), clock.zone(), QLocale());
        item->setData(event.title, TitleRole);
        item->setData(event.who.isEmpty() ? when : when + QStringLiteral(" · ") + event.who, WhenRole);
        item->setData(event.note, NoteRole);
        item->setData(int(event.symbol), SymbolRole);
        item->setData(QString(event.title + u' ' + when + u' ' + event.note).trimmed(), Qt::AccessibleTextRole);
        m_model.appendRow(item);
    }
}

} // namespace kindling
