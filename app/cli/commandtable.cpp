// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandtable.h"

#include "app/cli/commands/commands.h"
#include "app/cli/spelling.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kindling::cli {

std::span<const Command> commandTable()
{
    static const std::array table{
        initCommand(),     importCommand(),   mappingsCommand(),  watchCommand(),      exportCommand(),    leadsCommand(),
        searchCommand(),   showCommand(),     addCommand(),       editCommand(),       moveCommand(),      logCommand(),
        todayCommand(),    followUpCommand(), followUpsCommand(), doneCommand(),       snoozeCommand(),    rescheduleCommand(),
        priorityCommand(), boardCommand(),    companiesCommand(), duplicatesCommand(), mergeCommand(),     splitCommand(),
        segmentCommand(),  viewCommand(),     fieldCommand(),     qualifyCommand(),    frameworkCommand(), stagesCommand(),
        reportCommand(),   scoreCommand(),    teamCommand(),      handoverCommand(),   campaignCommand(),  rateCommand(),
        goalCommand(),     forecastCommand(), filesCommand(),     historyCommand(),    undoCommand(),      redoCommand(),
        backupCommand(),   restoreCommand(),  verifyCommand(),    dashboardCommand(),  privacyCommand(),
    };
    return table;
}

const Command *commandNamed(QStringView name)
{
    const auto table = commandTable();
    const auto found = std::find_if(table.begin(), table.end(), [name](const Command &c) { return name == QLatin1String(c.name); });
    return found == table.end() ? nullptr : &*found;
}

std::span<const Option> globalOptions()
{
    static constexpr std::array table{
        Option{"workspace", "FILE", QT_TRANSLATE_NOOP("kindling", "The workspace to work in; without it, the one that the window opens."),
               false, 'w'},
        Option{
            "as-of", "DATE",
            QT_TRANSLATE_NOOP("kindling", "Look at everything as it stood on the evening of a past day: leads, board, show and report.")},
        Option{"json", nullptr, QT_TRANSLATE_NOOP("kindling", "Print one JSON document on standard output.")},
        Option{"help", nullptr, QT_TRANSLATE_NOOP("kindling", "Explain the program or a command."), false, 'h'},
        Option{"version", nullptr, QT_TRANSLATE_NOOP("kindling", "Print the version.")},
        Option{"man", nullptr, QT_TRANSLATE_NOOP("kindling", "Print the manual page in roff.")},
    };
    return table;
}

QString nearestCommand(const QString &typed)
{
    QStringList names{QStringLiteral("help")};
    for (const Command &command : commandTable())
        names += QLatin1String(command.name);
    return nearestWord(typed, names);
}

} // namespace kindling::cli
