// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/viewbar.h"

#include "core/workspace/viewservice.h"
#include "ui/widgets/askpopup.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>

#include <algorithm>

namespace kindling {

namespace {

constexpr int foreignTab = -1;

SavedView ours(const QString &name, const QString &filter)
{
    SavedView view;
    view.name = name;
    view.filter = filter;
    return view;
}

} // namespace

ViewBar::ViewBar(Workspace &workspace, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_views{ours(tr("All open"), QStringLiteral("outcome:open")),
              ours(tr("Hot, mine"), QStringLiteral("outcome:open temperature:hot owner:me")),
              ours(tr("Quiet 14 days"),
                   QStringLiteral("outcome:open (lastActivity<-14d OR (lastActivity:none created<-14d)) nextFollowUp:none")),
              ours(tr("New this week"), QStringLiteral("created:thisweek")),
              ours(tr("Won"), QStringLiteral("outcome:won")),
              ours(tr("Lost"), QStringLiteral("outcome:lost,disqualified")),
              ours(tr("All"), QString())}
    , m_ours(m_views.size())
    , m_row(new QHBoxLayout(this))
    , m_more(button(tr("More views"), "chip", this))
    , m_save(button(tr("Save view"), "link", this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(metrics::space8);
    m_row->setSizeConstraint(QLayout::SetNoConstraint); // tabs without room go into the menu
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFixedHeight(metrics::smallControlHeight);
    m_more->setProperty("opens", true);
    auto *menu = new QMenu(m_more);
    connect(menu, &QMenu::aboutToShow, this, &ViewBar::fillMore);
    m_more->setMenu(menu);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (isOurs(m_current))
            askName(false, current(), m_save);
        else
            saveAsItIs(current());
    });
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.vocabulary || changes.everything)
            load();
    });
    m_state = current();
    rebuild();
    load();
}

void ViewBar::load()
{
    const int question = ++m_asked;
    whenAnswered(m_workspace.views().list(), this, [this, question](const Result<std::vector<SavedView>> &views) {
        if (question != m_asked || !views)
            return;
        const SavedViewId shown = current().id;
        m_views.resize(m_ours);
        m_views.insert(m_views.end(), views->begin(), views->end());
        const auto there =
            std::find_if(m_views.begin(), m_views.end(), [shown](const SavedView &v) { return !shown.isNull() && v.id == shown; });
        if (!shown.isNull() && there == m_views.end()) { // it was removed, or its saving undone: what it showed stays on the page
            m_current = int(m_ours) - 1;
        } else if (!shown.isNull()) {
            m_current = int(there - m_views.begin());
        }
        rebuild();
    });
}

void ViewBar::rebuild()
{
    const bool focused = std::any_of(m_tabs.begin(), m_tabs.end(), [](const Tab &tab) { return tab.button->hasFocus(); });
    for (const Tab &tab : m_tabs) {
        tab.button->hide();
        tab.button->deleteLater(); // it may be the one that is being clicked
    }
    m_tabs.clear();
    while (QLayoutItem *item = m_row->takeAt(0))
        delete item;
    for (int i = 0; i < int(m_views.size()); ++i) {
        if (m_views[size_t(i)].pinned || i == m_current)
            addTab(i);
    }
    if (!m_foreign.isEmpty()) {
        QPushButton *tab = chip(menuText(m_foreign), this);
        tab->setChecked(true);
        connect(tab, &QPushButton::clicked, tab, [tab] { tab->setChecked(true); });
        m_row->addWidget(tab);
        m_tabs.push_back({tab, foreignTab});
    }
    m_row->addWidget(m_more);
    m_row->addWidget(m_save);
    m_row->addStretch();
    setState(m_state);
    for (const Tab &tab : m_tabs) {
        if (focused && tab.button->isChecked())
            tab.button->setFocus(); // the keyboard stays on what was chosen
    }
}

/// Shows the tabs that there is room for, the chosen one always; the others stand in the menu, which is there only for them.
void ViewBar::fit()
{
    const auto needed = [](const QWidget *widget) {
        return std::max(widget->sizeHint().width(), widget->minimumWidth()) + metrics::space8;
    };
    const auto isChosen = [this](const Tab &tab) { return tab.view == foreignTab || (tab.view == m_current && m_foreign.isEmpty()); };
    int room = width() - (m_save->isHidden() ? 0 : needed(m_save));
    int all = 0;
    for (const Tab &tab : m_tabs)
        all += needed(tab.button);
    const bool anyUnpinned = std::any_of(m_views.begin(), m_views.end(), [](const SavedView &view) { return !view.pinned; });
    const bool hasMenu = anyUnpinned || all > room;
    room -= hasMenu ? needed(m_more) : 0;
    for (const Tab &tab : m_tabs)
        room -= isChosen(tab) ? needed(tab.button) : 0;
    for (const Tab &tab : m_tabs) {
        room -= isChosen(tab) ? 0 : needed(tab.button);
        tab.button->setVisible(isChosen(tab) || room >= 0);
    }
    m_more->setVisible(hasMenu);
}

void ViewBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ViewBar::addTab(int index)
{
    const SavedView &view = m_views[size_t(index)];
    QPushButton *tab = chip(menuText(view.name + QStringLiteral(" *")), this); // with room for the star of a changed one
    tab->setText(menuText(view.name));
    tab->setChecked(index == m_current && m_foreign.isEmpty());
    connect(tab, &QPushButton::clicked, this, [this, index] { choose(index); });
    if (!isOurs(index)) {
        tab->setContextMenuPolicy(Qt::CustomContextMenu); // by the menu key too
        tab->setToolTip(tr("Right click or menu key: save, rename, remove"));
        connect(tab, &QWidget::customContextMenuRequested, this, [this, index, tab] { openMenu(index, tab); });
    }
    m_row->addWidget(tab);
    m_tabs.push_back({tab, index});
}

void ViewBar::choose(int index)
{
    m_current = index;
    m_foreign.clear();
    m_state = current();
    rebuild();
    Q_EMIT chosen(current());
}

void ViewBar::showForeign(const QString &title)
{
    m_foreign = title;
    rebuild();
}

void ViewBar::leaveForeign()
{
    if (!m_foreign.isEmpty())
        showForeign({});
}

void ViewBar::setState(const SavedView &state)
{
    m_state = state;
    const SavedView &view = current();
    const bool differs = state.filter != view.filter || state.columns != view.columns || state.sort != view.sort;
    m_save->setVisible(differs && m_foreign.isEmpty());
    for (const Tab &tab : m_tabs) {
        if (tab.view != m_current)
            continue;
        const bool changed = differs && m_foreign.isEmpty();
        tab.button->setText(menuText(changed ? view.name + QStringLiteral(" *") : view.name));
        tab.button->setAccessibleName(changed ? tr("%1, changed").arg(view.name) : view.name);
    }
    fit();
}

void ViewBar::chooseNth(int place)
{
    if (place >= 0 && place < int(m_tabs.size()) && m_tabs[size_t(place)].view != foreignTab)
        choose(m_tabs[size_t(place)].view);
}

void ViewBar::openMenu(int index, QPushButton *tab)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const SavedView view = m_views[size_t(index)];
    if (index == m_current) {
        menu->addAction(tr("Save as it is now"), this, [this, view] { saveAsItIs(view); });
        menu->addAction(tr("Save as a new view …"), this, [this, view, below = QPointer<QWidget>(tab)] {
            askName(false, view, below ? below.data() : static_cast<QWidget *>(this));
        });
    }
    menu->addAction(tr("Rename …"), this, [this, view, below = QPointer<QWidget>(tab)] {
        askName(true, view, below ? below.data() : static_cast<QWidget *>(this));
    });
    menu->addAction(view.pinned ? tr("Put into the menu") : tr("Pin as a tab"), this, [this, view] {
        SavedView changed = view;
        changed.pinned = !view.pinned;
        save(changed, changed.pinned ? tr("Pinned") : tr("Put into the menu"));
    });
    menu->addAction(tr("Remove"), this, [this, view] {
        whenAnswered(m_workspace.views().remove(view.id), this, [this, view](const Result<Written> &written) {
            if (written)
                Q_EMIT message(tr("The view %1 is removed").arg(view.name), true);
            else
                Q_EMIT failed(written.error());
        });
    });
    menu->popup(tab->mapToGlobal(QPoint(0, tab->height() + 2)));
}

void ViewBar::fillMore()
{
    m_more->menu()->clear();
    const auto add = [this](int view) {
        m_more->menu()->addAction(menuText(m_views[size_t(view)].name), this, [this, view] { choose(view); });
    };
    for (const Tab &tab : m_tabs) {
        if (tab.button->isHidden())
            add(tab.view);
    }
    m_more->menu()->addSeparator();
    for (int i = 0; i < int(m_views.size()); ++i) {
        if (!m_views[size_t(i)].pinned)
            add(i);
    }
}

void ViewBar::saveAsItIs(SavedView now)
{
    now.filter = m_state.filter;
    now.columns = m_state.columns;
    now.sort = m_state.sort;
    const QString done = tr("The view %1 is saved").arg(now.name);
    save(std::move(now), done);
}

void ViewBar::askName(bool rename, const SavedView &view, QWidget *below)
{
    auto *name = new QLineEdit(rename ? view.name : QString(), this);
    name->setAccessibleName(tr("Name of the view"));
    auto *popup = new AskPopup(tr("Name of the view"), name, tr("Save"), this);
    connect(popup, &AskPopup::answered, this, [this, rename, view](const QString &text) {
        SavedView named = view;
        if (!rename) {
            named = m_state;
            named.id = {};
            named.pinned = true;
        }
        named.name = text;
        save(named, tr("View saved"));
    });
    popup->popUp(below);
}

void ViewBar::save(SavedView view, const QString &done)
{
    const bool fresh = view.id.isNull();
    whenAnswered(m_workspace.views().save(std::move(view)), this, [this, fresh, done](const Result<SavedView> &saved) {
        if (!saved) {
            Q_EMIT failed(saved.error());
            return;
        }
        if (fresh) { // the page shows it already; its tab is chosen
            m_views.push_back(*saved);
            m_current = int(m_views.size()) - 1;
        }
        Q_EMIT message(done, true);
        load();
    });
}

} // namespace kindling
