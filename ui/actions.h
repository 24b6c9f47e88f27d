// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAction>

#include <functional>
#include <span>
#include <unordered_map>

namespace kindling {

/// Everything the window can be told to do. Declared once here; menus, buttons and the list of shortcuts read it.
enum class Command {
    NewWorkspace,
    OpenWorkspace,
    Import,
    Export,
    BackUp,
    Restore,
    Quit,
    Undo,
    Redo,
    Find,
    NewLead,
    LogCall,
    WriteEmail,
    StartCalling,
    ResumeCalling,
    MakeCold,
    MakeWarm,
    MakeHot,
    MarkWon,
    MarkLost,
    HandOver,
    Archive,
    ShowToday,
    ShowLeads,
    ShowBoard,
    ShowCompanies,
    ShowSegments,
    ShowCampaigns,
    ShowDuplicates,
    MergeCompanies,
    ShowReports,
    ShowSettings,
    FocusPanel,
    TogglePanel,
    Shortcuts,
    About,
};

struct CommandInfo
{
    Command command;
    const char *text; ///< English; translated by Actions
    const char *shortcut; ///< portable; empty for none
    Symbol symbol;
};

std::span<const CommandInfo> commands();

/// The QAction of each command.
class Actions final : public QObject
{
    Q_OBJECT

public:
    Actions(Theme &theme, QObject *parent);

    QAction *operator[](Command command) const { return m_actions.at(command); }
    void handle(Command command, const std::function<void()> &does);

private:
    void restyle();

    Theme &m_theme;
    std::unordered_map<Command, QAction *> m_actions;
};

} // namespace kindling
