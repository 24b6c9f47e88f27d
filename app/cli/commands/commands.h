// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace kindling::cli {

Command initCommand();
Command importCommand();
Command mappingsCommand();
Command watchCommand();
Command exportCommand();
Command leadsCommand();
Command searchCommand();
Command showCommand();
Command addCommand();
Command editCommand();
Command moveCommand();
Command logCommand();
Command todayCommand();
Command followUpCommand();
Command followUpsCommand();
Command doneCommand();
Command snoozeCommand();
Command rescheduleCommand();
Command priorityCommand();
Command boardCommand();
Command campaignCommand();
Command companiesCommand();
Command duplicatesCommand();
Command mergeCommand();
Command splitCommand();
Command reportCommand();
Command scoreCommand();
Command historyCommand();
Command undoCommand();
Command rateCommand();
Command goalCommand();
Command forecastCommand();
Command redoCommand();
Command backupCommand();
Command restoreCommand();
Command verifyCommand();
Command fieldCommand();
Command frameworkCommand();
Command qualifyCommand();
Command stagesCommand();
Command segmentCommand();
Command viewCommand();
Command dashboardCommand();
Command teamCommand();
Command handoverCommand();
Command filesCommand();
Command privacyCommand();

} // namespace kindling::cli
