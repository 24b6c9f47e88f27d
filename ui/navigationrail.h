// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace kindling {

/// The slim rail at the left: one entry a page, with its icon, its word and, where it helps, a count.
class NavigationRail final : public QFrame
{
    Q_OBJECT

public:
    NavigationRail(Actions &actions, Theme &theme, QWidget *parent);

    void setCurrent(Command page);
    void setCount(Command page, const QString &count);
    /// Icons only, in a narrow window.
    void setCollapsed(bool collapsed);

private:
    struct Entry
    {
        Command page;
        QPushButton *button;
        QLabel *count;
        QString text;
    };
    void addEntry(Command page);
    void restyle();

    Actions &m_actions;
    Theme &m_theme;
    std::vector<Entry> m_entries;
    QLabel *m_logo;
    QLabel *m_name;
    Command m_current = Command::ShowLeads;
    bool m_collapsed = false;
};

} // namespace kindling
