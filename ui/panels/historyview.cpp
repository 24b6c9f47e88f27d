// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/historyview.h"

#include "core/rules/when.h"
#include "ui/theme/theme.h"

#include <QMenu>

namespace kindling {

namespace {

constexpr int changeRole = Qt::UserRole; ///< its id, where it can be undone
constexpr int labelRole = Qt::UserRole + 1;

} // namespace

HistoryView::HistoryView(Workspace &workspace, QWidget *parent)
    : QTreeWidget(parent)
    , m_workspace(workspace)
{
    setAccessibleName(tr("History of changes"));
    setProperty("kind", QStringLiteral("bare"));
    setColumnCount(1);
    setHeaderHidden(true);
    setWordWrap(true);
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
        if (!change.change.undone && change.change.undoes.isNull() && !change.change.erasure) {
            item->setData(0, changeRole, change.change.id.value());
            item->setData(0, labelRole, change.change.label);
        }
        for (const FieldChange &field : change.fields) {
            const QString before = field.before.isEmpty() ? QStringLiteral("–") : field.before;
            const QString after = field.after.isEmpty() ? QStringLiteral("–") : field.after;
            new QTreeWidgetItem(item, {tr("%1: %2 → %3").arg(field.field, before, after)});
        }
        item->setExpanded(!change.fields.empty() && change.fields.size() <= 4);
    }
}

} // namespace kindling
