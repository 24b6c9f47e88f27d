// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/todaypage.h"

#include "core/rules/when.h"
#include "ui/panels/followupcards.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/emptystate.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

enum Role { LeadRole = Qt::UserRole, FollowUpRole, NameRole, CompanyRole, WhatRole, WhenRole, LateRole, NumberRole };

/// A group head, or a row: who, what, when, and the number to call.
class TodayDelegate final : public QStyledItemDelegate
{
public:
    TodayDelegate(Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {200, index.data(LeadRole).isValid() ? 54 : 38};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colors &c = m_theme.colors();
        painter->save();
        const QRect row = option.rect;
        const bool isRow = index.data(LeadRole).isValid();
        const bool late = index.data(LateRole).toBool();
        painter->fillRect(row,
                          !isRow                                         ? c.sunken
                              : (option.state & QStyle::State_Selected)  ? c.accentGround
                              : (option.state & QStyle::State_MouseOver) ? c.hover
                                                                         : c.surface);
        painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), c.line);
        const auto write = [&](const QRect &where, TextRole role, const QColor &color, const QString &text) {
            const QFont font = Theme::font(role);
            painter->setFont(font);
            painter->setPen(color);
            painter->drawText(where, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(text, Qt::ElideRight, where.width()));
        };
        if (!isRow) {
            write(row.adjusted(14, 0, -14, 0), TextRole::Strong, late ? c.late : c.text, index.data(Qt::DisplayRole).toString());
            painter->restore();
            return;
        }
        // Number and time get what they need, the name a third of the rest, what is to be done the other two.
        constexpr int numberWidth = 150;
        constexpr int whenWidth = 118;
        const int number = row.right() - numberWidth;
        const int when = number - whenWidth;
        const int what = row.left() + 14 + (when - row.left() - 14) * 2 / 5;
        const QRect who(row.left() + 14, row.top() + 8, what - row.left() - 22, 19);
        write(who, TextRole::Strong, c.text, index.data(NameRole).toString());
        write(who.translated(0, 19), TextRole::Small, c.third, index.data(CompanyRole).toString());
        write(QRect(what, row.top(), when - what - 12, row.height()), TextRole::Body, c.second, index.data(WhatRole).toString());
        write(QRect(when, row.top(), whenWidth - 8, row.height()), late ? TextRole::Strong : TextRole::Body, late ? c.late : c.text,
              index.data(WhenRole).toString());
        write(QRect(number, row.top(), numberWidth - 12, row.height()), TextRole::Body, c.second, index.data(NumberRole).toString());
        painter->restore();
    }

private:
    Theme &m_theme;
};

} // namespace

TodayPage::TodayPage(Workspace &workspace, Theme &theme, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_date(plainLabel({}, "second", this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
    , m_stack(new QStackedWidget(this))
{
    setProperty("kind", QStringLiteral("page"));
    auto *head = new QHBoxLayout;
    head->addWidget(plainLabel(tr("Today"), "title", this));
    head->addWidget(m_date);
    head->addStretch();
    const std::pair<QString, QString> keys[] = {
        {QStringLiteral("C"), tr("call")}, {QStringLiteral("D"), tr("done")}, {QStringLiteral("S"), tr("snooze")}};
    for (const auto &[key, does] : keys) {
        head->addWidget(plainLabel(key, "keycap", this));
        head->addWidget(plainLabel(does, "small", this));
        head->addSpacing(metrics::space8);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space12);
    column->addLayout(head);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TodayDelegate(theme, m_list));
    m_list->setAccessibleName(tr("What to do today"));
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    auto *empty =
        new EmptyState(tr("Nothing is due this week. Plan the next step of a lead, and it shows up here."), tr("Go to leads"), this);
    connect(empty, &EmptyState::actionWanted, this, &TodayPage::leadsPageWanted);
    m_stack->addWidget(m_list);
    m_stack->addWidget(empty);
    column->addWidget(m_stack, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.data(LeadRole).isValid())
            Q_EMIT leadChosen(LeadId(index.data(LeadRole).toLongLong()));
    });
    connect(&workspace, &Workspace::changed, this, &TodayPage::reload);
    auto *minute = new QTimer(this);
    connect(minute, &QTimer::timeout, this, &TodayPage::reload);
    minute->start(60'000);
    reload();
}

void TodayPage::reload()
{
    const Clock &clock = m_workspace.clock();
    const QDate today = QDateTime::fromMSecsSinceEpoch(clock.now(), clock.zone()).date();
    m_date->setText(QLocale().toString(today, QStringLiteral("dddd d MMMM")));
    m_workspace.followUps()
        .due(today.addDays(8).startOfDay(clock.zone()).toMSecsSinceEpoch())
        .then(this, [this](const Result<std::vector<DueFollowUp>> &due) {
            if (due)
                show(*due);
            else
                Q_EMIT failed(due.error());
        });
}

void TodayPage::addHead(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setFlags(Qt::ItemIsEnabled);
    m_model->appendRow(item);
}

void TodayPage::addRow(const DueFollowUp &due)
{
    const Clock &clock = m_workspace.clock();
    const Lead &lead = due.lead;
    auto *item = new QStandardItem;
    const QString what =
        due.followUp.note.isEmpty() ? labelOf(due.followUp.kind) : labelOf(due.followUp.kind) + QStringLiteral(": ") + due.followUp.note;
    const QString when = whenInWords(due.followUp.remindAt(), due.followUp.wholeDay, clock.now(), clock.zone(), QLocale());
    item->setData(lead.id.value(), LeadRole);
    item->setData(due.followUp.id.value(), FollowUpRole);
    item->setData(lead.displayName(), NameRole);
    item->setData(lead.name.isEmpty() ? QString() : lead.company, CompanyRole);
    item->setData(what, WhatRole);
    item->setData(when, WhenRole);
    item->setData(due.followUp.remindAt() < clock.now(), LateRole);
    item->setData(lead.phones.empty() ? QString() : lead.phones.front().number.asTyped(), NumberRole);
    item->setText(lead.displayName() + QStringLiteral(", ") + what + QStringLiteral(", ") + when);
    m_model->appendRow(item);
}

void TodayPage::show(const std::vector<DueFollowUp> &due)
{
    const Clock &clock = m_workspace.clock();
    const QDate today = QDateTime::fromMSecsSinceEpoch(clock.now(), clock.zone()).date();
    const UtcMs tonight = today.addDays(1).startOfDay(clock.zone()).toMSecsSinceEpoch();
    const int current = m_list->currentIndex().row();
    m_model->clear();
    const auto group = [&](const QString &title, auto belongs, bool late) {
        const auto count = std::count_if(due.begin(), due.end(), belongs);
        if (count == 0)
            return 0;
        addHead(title + QStringLiteral(", ") + QLocale().toString(qlonglong(count)));
        m_model->item(m_model->rowCount() - 1)->setData(late, LateRole);
        for (const DueFollowUp &one : due) {
            if (belongs(one))
                addRow(one);
        }
        return int(count);
    };
    m_dueCount = group(
        tr("Overdue"), [&](const DueFollowUp &d) { return d.followUp.remindAt() < clock.now(); }, true);
    m_dueCount += group(
        tr("Due today"), [&](const DueFollowUp &d) { return d.followUp.remindAt() >= clock.now() && d.followUp.remindAt() < tonight; },
        false);
    group(
        tr("Next seven days"), [&](const DueFollowUp &d) { return d.followUp.remindAt() >= tonight; }, false);
    m_stack->setCurrentIndex(due.empty() ? 1 : 0);
    if (!due.empty())
        m_list->setCurrentIndex(m_model->index(std::clamp(current, 1, m_model->rowCount() - 1), 0));
    Q_EMIT statusChanged();
}

FollowUpId TodayPage::currentFollowUp() const
{
    return FollowUpId(m_list->currentIndex().data(FollowUpRole).toLongLong());
}

void TodayPage::report(QFuture<Result<Written>> write, const QString &done)
{
    write.then(this, [this, done](const Result<Written> &written) {
        if (written)
            Q_EMIT message(done, true);
        else
            Q_EMIT failed(written.error());
    });
}

void TodayPage::complete()
{
    report(m_workspace.followUps().complete(currentFollowUp()), tr("Done: %1").arg(m_list->currentIndex().data(NameRole).toString()));
}

void TodayPage::snooze()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &[label, until] : snoozeChoices(m_workspace.clock())) {
        menu->addAction(label, this, [this, id = currentFollowUp(), moment = until] {
            report(m_workspace.followUps().snooze(id, moment), tr("Snoozed"));
        });
    }
    menu->popup(m_list->viewport()->mapToGlobal(m_list->visualRect(m_list->currentIndex()).center()));
}

bool TodayPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && !currentFollowUp().isNull()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->modifiers() == Qt::NoModifier ? key->key() : 0) {
        case Qt::Key_C: Q_EMIT callWanted(LeadId(m_list->currentIndex().data(LeadRole).toLongLong())); return true;
        case Qt::Key_D: complete(); return true;
        case Qt::Key_S: snooze(); return true;
        default: break;
        }
    }
    return Page::eventFilter(watched, event);
}

QString TodayPage::statusText() const
{
    return m_dueCount == 0 ? tr("Nothing left for today") : tr("%1 to do today").arg(m_dueCount);
}

std::vector<LeadId> TodayPage::selectedLeads() const
{
    const QVariant lead = m_list->currentIndex().data(LeadRole);
    return lead.isValid() ? std::vector<LeadId>{LeadId(lead.toLongLong())} : std::vector<LeadId>{};
}

void TodayPage::focusContent()
{
    m_list->setFocus();
}

} // namespace kindling
