// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

#include <QCoreApplication>

#include <array>

namespace kindling {

namespace {

#define TEXT(text) QT_TRANSLATE_NOOP("kindling", text)

constexpr std::array<CommandInfo, 36> table{{
    {Command::NewWorkspace, TEXT("New workspace …"), "", Symbol::Plus},
    {Command::OpenWorkspace, TEXT("Open workspace …"), "Ctrl+O", Symbol::Document},
    {Command::Import, TEXT("Import …"), "Ctrl+I", Symbol::Import},
    {Command::Export, TEXT("Export …"), "Ctrl+Shift+E", Symbol::Document},
    {Command::BackUp, TEXT("Back up …"), "", Symbol::Archive},
    {Command::Restore, TEXT("Restore a backup …"), "", Symbol::Undo},
    {Command::Quit, TEXT("Quit"), "Ctrl+Q", Symbol::Close},
    {Command::Undo, TEXT("Undo"), "Ctrl+Z", Symbol::Undo},
    {Command::Redo, TEXT("Redo"), "Ctrl+Shift+Z", Symbol::Redo},
    {Command::Find, TEXT("Find"), "Ctrl+K", Symbol::Search},
    {Command::NewLead, TEXT("New lead"), "Ctrl+N", Symbol::Plus},
    {Command::LogCall, TEXT("Log call"), "Ctrl+L", Symbol::Phone},
    {Command::WriteEmail, TEXT("Write an email"), "Ctrl+Shift+M", Symbol::Mail},
    {Command::StartCalling, TEXT("Call one after the other"), "Ctrl+Shift+C", Symbol::Phone},
    {Command::ResumeCalling, TEXT("Resume calling"), "Ctrl+Shift+R", Symbol::Phone},
    {Command::MakeCold, TEXT("Move to cold"), "Alt+C", Symbol::Snowflake},
    {Command::MakeWarm, TEXT("Move to warm"), "Alt+W", Symbol::Sun},
    {Command::MakeHot, TEXT("Move to hot"), "Alt+H", Symbol::Flame},
    {Command::MarkWon, TEXT("Mark as won"), "Ctrl+Shift+W", Symbol::Trophy},
    {Command::MarkLost, TEXT("Mark as lost …"), "Ctrl+Shift+L", Symbol::Close},
    {Command::HandOver, TEXT("Hand over …"), "Ctrl+Shift+H", Symbol::ChevronRight},
    {Command::Archive, TEXT("Archive"), "Ctrl+Shift+A", Symbol::Archive},
    {Command::ShowToday, TEXT("Today"), "Ctrl+1", Symbol::Today},
    {Command::ShowLeads, TEXT("Leads"), "Ctrl+2", Symbol::Leads},
    {Command::ShowBoard, TEXT("Board"), "Ctrl+3", Symbol::Board},
    {Command::ShowCompanies, TEXT("Companies"), "Ctrl+4", Symbol::Company},
    {Command::ShowSegments, TEXT("Segments"), "Ctrl+6", Symbol::Segment},
    {Command::ShowCampaigns, TEXT("Campaigns"), "Ctrl+7", Symbol::Campaign},
    {Command::ShowDuplicates, TEXT("Duplicates"), "Ctrl+Shift+D", Symbol::Leads},
    {Command::MergeCompanies, TEXT("Merge companies …"), "", Symbol::Company},
    {Command::ShowReports, TEXT("Reports"), "Ctrl+5", Symbol::Reports},
    {Command::ShowSettings, TEXT("Settings"), "Ctrl+,", Symbol::Settings},
    {Command::FocusPanel, TEXT("Write a note"), "Ctrl+E", Symbol::Note},
    {Command::TogglePanel, TEXT("Lead panel"), "F9", Symbol::Columns},
    {Command::Shortcuts, TEXT("Keyboard shortcuts"), "F1", Symbol::Document},
    {Command::About, TEXT("About Kindling"), "", Symbol::Flame},
}};

#undef TEXT

} // namespace

std::span<const CommandInfo> commands()
{
    return table;
}

Actions::Actions(Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
    for (const CommandInfo &info : table) {
        auto *action = new QAction(QCoreApplication::translate("kindling", info.text), this);
        if (*info.shortcut)
            action->setShortcut(QKeySequence::fromString(QLatin1String(info.shortcut), QKeySequence::PortableText));
        m_actions.emplace(info.command, action);
    }
    connect(&theme, &Theme::changed, this, &Actions::restyle);
    restyle();
}

void Actions::handle(Command command, const std::function<void()> &does)
{
    connect(m_actions.at(command), &QAction::triggered, this, does);
}

void Actions::restyle()
{
    for (const CommandInfo &info : table)
        m_actions.at(info.command)->setIcon(m_theme.icon(info.symbol, m_theme.colors().second));
}

} // namespace kindling
