// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exitcode.h"
#include "app/cli/session.h"

#include <span>

namespace kindling::cli {

/// One of the things that a command does, named by its first word.
struct Verb
{
    const char *name;
    qsizetype words; ///< how many arguments it needs, itself included
    Result<ExitCode> (*run)(Session &, const Arguments &);
    const char *missing; ///< what to say when there are fewer (untranslated)
};

/// Opens the workspace and runs the verb that is typed, the first one when none is. Error Usage for one that is none of them.
Result<ExitCode> runVerb(const QString &command, std::span<const Verb> verbs, Session &session, const Arguments &arguments);

} // namespace kindling::cli
