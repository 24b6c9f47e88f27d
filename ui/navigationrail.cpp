// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/navigationrail.h"

#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kindling {

NavigationRail::NavigationRail(Actions &actions, Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_actions(actions)
    , m_theme(theme)
    , m_logo(new QLabel(this))
    , m_name(plainLabel(QStringLiteral("Kindling"), "section", this))
{
    setProperty("kind", QStringLiteral("sunken"));
    setAccessibleName(tr("Pages"));
    auto *brand = new QHBoxLayout;
    brand->setContentsMargins(12, 4, 8, 10);
    brand->addWidget(m_logo);
    brand->addWidget(m_name, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 12, 8, 12);
    column->setSpacing(2);
    column->addLayout(brand);
    for (const Command page : {Command::ShowToday, Command::ShowLeads, Command::ShowBoard, Command::ShowCompanies, Command::ShowSegments,
                               Command::ShowCampaigns, Command::ShowReports})
        addEntry(page);
    column->addStretch();
    addEntry(Command::ShowSettings);
    connect(&theme, &Theme::changed, this, &NavigationRail::restyle);
    setCollapsed(false);
}

void NavigationRail::addEntry(Command page)
{
    QAction *action = m_actions[page];
    QPushButton *entry = button(action->text(), "navigation", this);
    entry->setCheckable(true);
    entry->setAutoExclusive(true);
    entry->setAccessibleName(action->text());
    entry->setToolTip(action->text() + QStringLiteral("  ") + action->shortcut().toString(QKeySequence::NativeText));
    auto *inside = new QHBoxLayout(entry);
    inside->setContentsMargins(0, 0, 10, 0);
    inside->addStretch();
    QLabel *count = plainLabel({}, "small", entry);
    count->setAttribute(Qt::WA_TransparentForMouseEvents);
    inside->addWidget(count);
    connect(entry, &QPushButton::clicked, action, &QAction::trigger);
    connect(entry, &QPushButton::toggled, action, [this, page, action](bool chosen) { // all that assistive programs do to it
        if (chosen && page != m_current)
            action->trigger();
    });
    static_cast<QVBoxLayout *>(layout())->addWidget(entry);
    m_entries.push_back({page, entry, count, action->text()});
}

void NavigationRail::setCurrent(Command page)
{
    m_current = page;
    for (const Entry &entry : m_entries) {
        if (entry.page == page)
            entry.button->setChecked(true);
    }
    restyle();
}

void NavigationRail::setCount(Command page, const QString &count)
{
    for (const Entry &entry : m_entries) {
        if (entry.page != page)
            continue;
        entry.count->setText(count);
        entry.button->layout()->activate(); // a button does not watch what stands in it
    }
}

void NavigationRail::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setFixedWidth(collapsed ? 56 : metrics::navigationWidth);
    m_name->setVisible(!collapsed);
    for (const Entry &entry : m_entries) {
        entry.button->setText(collapsed ? QString() : QStringLiteral("  ") + entry.text);
        entry.count->setVisible(!collapsed);
    }
    restyle();
}

void NavigationRail::restyle()
{
    const Colors &c = m_theme.colors();
    m_logo->setPixmap(m_theme.pixmap(Symbol::Flame, c.hot, 18, devicePixelRatioF()));
    for (const Entry &entry : m_entries) {
        for (const CommandInfo &info : commands()) {
            if (info.command == entry.page)
                entry.button->setIcon(m_theme.icon(info.symbol, entry.page == m_current ? c.text : c.second));
        }
    }
}

} // namespace kindling
