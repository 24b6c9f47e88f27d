// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/historyview.h"

#include "core/rules/when.h"
#include "ui/panels/historydelegate.h"
#include "ui/theme/theme.h"

#include <QMenu>

namespace kindling {

namespace {

constexpr int changeRole = Qt::UserRole; ///< its id, where it can be undone
constexpr int labelRole = HistoryDelegate::UndoneRole + 1;

} // namespace

HistoryView::HistoryView(Workspace &workspace, Theme &theme, QWidget *parent)
    : QTreeWidget(parent)
    , m_workspace(workspace)
{
    setAccessibleName(tr("History of changes"));
    setProperty("kind", QStringLiteral("bare"));
    setColumnCount(1);
    setHeaderHidden(true);
    setItemDelegate(new HistoryDelegate(theme, this));
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint &point) {
        QTreeWidgetItem *item = itemAt(point);
        if (!item || !item->data(0, changeRole).isValid())
            return;
        const ChangeId change(item->data(0, changeRole).toLongLong());
        const QString label = item->data(0, labelRole).toString();
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Undo this change"), this, [this, change, label] { Q_EMIT undoWanted(change, label); });
        menu->popup(viewport()->mapToGlobal(point));
    });
}

void HistoryView::show(const std::vector<LeadChange> &changes)
{
    clear();
    const Clock &clock = m_workspace.clock();
    for (const LeadChange &change : changes) {
        const QString when = whenInWords(change.change.at, false, clock.now(), clock.zone(), QLocale());
        QString text = change.change.label + QStringLiteral("\n") + when + QStringLiteral(" · ") + change.change.who;
        if (change.change.undone)
            text += tr(" · undone");
        auto *item = new QTreeWidgetItem(this, {text});
        item->setData(0, HistoryDelegate::LeadingRole, int(change.change.label.size()));
        item->setData(0, HistoryDelegate::UndoneRole, change.change.undone);
        if (!change.change.undone && change.change.undoes.isNull() && !change.change.erasure) {
            item->setData(0, changeRole, change.change.id.value());
            item->setData(0, labelRole, change.change.label);
        }
        for (const FieldChange &field : change.fields) {
            const QString before = field.before.isEmpty() ? QStringLiteral("–") : field.before;
            const QString after = field.after.isEmpty() ? QStringLiteral("–") : field.after;
            const QString words = tr("%1: %2 → %3").arg(field.field, before, after);
            auto *value = new QTreeWidgetItem(item, {words});
            value->setData(0, HistoryDelegate::LeadingRole, words.startsWith(field.field) ? int(field.field.size()) + 1 : 0);
            value->setData(0, HistoryDelegate::UndoneRole, change.change.undone);
        }
        item->setExpanded(!change.fields.empty() && change.fields.size() <= 4);
    }
}

/// Rows are as high as what breaks in them.
void HistoryView::resizeEvent(QResizeEvent *event)
{
    QTreeWidget::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace kindling
