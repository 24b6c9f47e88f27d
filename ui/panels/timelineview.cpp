// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/timelineview.h"

#include "ui/panels/activityeditor.h"
#include "ui/panels/timelinedelegate.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/linkpopup.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

TimelineView::TimelineView(Workspace &workspace, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(workspace.clock(), this)
    , m_kindChip(menuChip(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(plainLabel(tr("Nothing of that kind, with those words."), "second", this))
    , m_delegate(new TimelineDelegate(m_model, theme, m_list))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space8);
    row->addWidget(m_kindChip);
    row->addWidget(m_search, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::space8, 0, 0);
    column->setSpacing(metrics::space4);
    column->addLayout(row);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    m_search->setPlaceholderText(tr("Find in the timeline"));
    m_search->setAccessibleName(tr("Find in the timeline"));
    m_search->setClearButtonEnabled(true);
    auto *menu = new QMenu(m_kindChip);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { offerKinds(menu); });
    m_kindChip->setMenu(menu);
    connect(m_search, &QLineEdit::textChanged, this, &TimelineView::filter);
    m_list->setAccessibleName(tr("Timeline"));
    m_list->setProperty("kind", QStringLiteral("bare"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers); // the editor is ours, and taller than a line
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->viewport()->setMouseTracking(true);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QListView::doubleClicked, this, [this](const QModelIndex &index) { edit(index.row()); });
    connect(m_list, &QWidget::customContextMenuRequested, this, &TimelineView::openMenu);
    filter();
}

void TimelineView::show(const LeadDossier &dossier)
{
    const bool another = dossier.lead.id != m_dossier.lead.id;
    if (m_editor && !another) {
        m_late = dossier; // shown when the editor is left
        return;
    }
    endEdit();
    if (another) {
        m_search->clear();
        m_kinds.clear();
    }
    m_dossier = dossier;
    const int scrolled = another ? 0 : m_list->verticalScrollBar()->value();
    m_delegate->forget();
    m_model.setEvents(timelineOf(dossier, *m_workspace.vocabulary(), m_workspace.clock().now()));
    filter();
    m_list->doItemsLayout();
    m_list->verticalScrollBar()->setValue(scrolled);
}

void TimelineView::offerKinds(QMenu *menu)
{
    menu->clear();
    const auto offer = [&](const QString &text, bool checked) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        return action;
    };
    connect(offer(tr("Everything"), m_kinds.empty()), &QAction::triggered, this, [this] {
        m_kinds.clear();
        filter();
    });
    menu->addSeparator();
    for (const TimelineKind kind : timelineKinds()) {
        connect(offer(labelOf(kind), m_kinds.contains(kind)), &QAction::toggled, this, [this, kind](bool on) {
            if (on)
                m_kinds.insert(kind);
            else
                m_kinds.erase(kind);
            filter();
        });
    }
}

void TimelineView::filter()
{
    endEdit();
    const QString kinds = m_kinds.empty() ? tr("Everything")
        : m_kinds.size() == 1             ? labelOf(*m_kinds.begin())
                                          : tr("%1 kinds").arg(m_kinds.size());
    m_kindChip->setText(kinds);
    m_kindChip->setAccessibleName(tr("Timeline shows: %1").arg(kinds));
    m_model.setFilter(m_kinds, m_search->text());
    m_nothing->setVisible(m_model.rowCount() == 0 && m_model.total() > 0);
}

const Activity *TimelineView::activityAt(int row) const
{
    const TimelineEvent *event = m_model.eventAt(row);
    if (!event || event->activity.isNull())
        return nullptr;
    const auto found = std::find_if(m_dossier.activities.begin(), m_dossier.activities.end(),
                                    [event](const Activity &activity) { return activity.id == event->activity; });
    return found == m_dossier.activities.end() ? nullptr : &*found;
}

void TimelineView::edit(int row)
{
    const Activity *activity = activityAt(row);
    if (!activity)
        return;
    endEdit();
    m_editor = new ActivityEditor(m_workspace, *activity, m_list->viewport());
    connect(m_editor, &ActivityEditor::cancelled, this, [this] {
        endEdit();
        m_list->setFocus();
        if (m_late)
            show(*std::exchange(m_late, std::nullopt));
    });
    connect(m_editor, &ActivityEditor::saveWanted, this, [this] {
        const Activity edited = m_editor->edited();
        endEdit();
        m_list->setFocus();
        Q_EMIT saveWanted(edited);
    });
    const QModelIndex index = m_model.index(row);
    m_delegate->setEditedRow(row, ActivityEditor::editorHeight + metrics::space8);
    m_list->setIndexWidget(index, m_editor);
    m_list->scrollTo(index);
    m_editor->show();
    m_editor->setFocus();
}

void TimelineView::endEdit()
{
    if (!m_editor)
        return;
    m_editor = nullptr;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_list->indexWidget(m_model.index(row)))
            m_list->setIndexWidget(m_model.index(row), nullptr); // which deletes it, later
    }
    m_delegate->setEditedRow(-1, 0);
}

void TimelineView::showLinkAt(const QPoint &position)
{
    const QUrl link = m_delegate->linkAt(m_list->indexAt(position), position);
    if (link.isEmpty())
        return;
    auto *popup = new LinkPopup(link, this);
    connect(popup, &LinkPopup::accepted, this, [](const QUrl &opened) { QDesktopServices::openUrl(opened); });
    popup->ask(m_list->viewport()->mapToGlobal(position + QPoint(0, 8)));
}

void TimelineView::openMenu(const QPoint &position)
{
    const int row = m_list->indexAt(position).row();
    if (!activityAt(row))
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Edit"), this, [this, row] { edit(row); });
    menu->addAction(tr("Remove"), this, [this, id = activityAt(row)->id] { Q_EMIT removeWanted(id); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool TimelineView::handleKey(int key)
{
    const int row = m_list->currentIndex().row();
    const Activity *activity = activityAt(row);
    if (!activity)
        return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2)
        edit(row);
    else if (key == Qt::Key_Delete)
        Q_EMIT removeWanted(activity->id);
    else
        return false;
    return true;
}

bool TimelineView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    const bool released = event->type() == QEvent::MouseButtonRelease;
    if (watched == m_list->viewport() && (released || event->type() == QEvent::MouseMove)) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QPoint position = mouse->position().toPoint();
        if (released && mouse->button() == Qt::LeftButton) {
            showLinkAt(position);
        } else {
            const bool overLink = !m_delegate->linkAt(m_list->indexAt(position), position).isEmpty();
            m_list->viewport()->setCursor(overLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kindling
