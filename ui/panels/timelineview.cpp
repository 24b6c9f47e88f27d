// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/timelineview.h"

#include "core/rules/when.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace kindling {

namespace {

enum Role { TitleRole = Qt::UserRole, WhenRole, NoteRole, SymbolRole };

Symbol symbolOf(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::Call: return Symbol::Phone;
    case ActivityKind::Email: return Symbol::Mail;
    case ActivityKind::Meeting: return Symbol::Meeting;
    case ActivityKind::Message: return Symbol::Message;
    case ActivityKind::Note: return Symbol::Note;
    case ActivityKind::WebsiteVisit: return Symbol::Globe;
    default: return Symbol::Document;
    }
}

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
        const QRect line(row.left() + 26, row.top(), row.width() - 26, 19);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title);
        painter->setFont(Theme::font(TextRole::Body));
        painter->setPen(c.third);
        painter->drawText(line.adjusted(QFontMetrics(strong).horizontalAdvance(title) + 6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          index.data(WhenRole).toString());
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

QString activityTitle(const Activity &activity)
{
    QStringList parts{labelOf(activity.kind)};
    if (activity.durationSeconds)
        parts += QStringLiteral("%1:%2").arg(*activity.durationSeconds / 60).arg(*activity.durationSeconds % 60, 2, 10, QLatin1Char('0'));
    if (activity.outcome != CallOutcome::None)
        parts += labelOf(activity.outcome).toLower();
    return parts.join(QStringLiteral(", "));
}

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
    for (const Activity &activity : dossier.activities) {
        auto *item = new QStandardItem;
        const QString when = whenInWords(activity.at, false, clock.now(), clock.zone(), QLocale());
        item->setData(activityTitle(activity), TitleRole);
        item->setData(activity.who.isEmpty() ? when : when + QStringLiteral(" · ") + activity.who, WhenRole);
        item->setData(activity.note, NoteRole);
        item->setData(int(symbolOf(activity.kind)), SymbolRole);
        item->setData(activityTitle(activity) + u' ' + when + u' ' + activity.note, Qt::AccessibleTextRole);
        m_model.appendRow(item);
    }
    auto *began = new QStandardItem;
    began->setData(dossier.lead.source.isEmpty() ? tr("Came in") : tr("Came in through %1").arg(dossier.lead.source.toLower()), TitleRole);
    began->setData(whenInWords(dossier.lead.created, false, clock.now(), clock.zone(), QLocale()), WhenRole);
    began->setData(dossier.lead.campaign.isEmpty() ? QString() : tr("Campaign: %1").arg(dossier.lead.campaign), NoteRole);
    began->setData(int(Symbol::Import), SymbolRole);
    began->setData(began->data(TitleRole).toString() + u' ' + began->data(WhenRole).toString(), Qt::AccessibleTextRole);
    m_model.appendRow(began);
}

} // namespace kindling
