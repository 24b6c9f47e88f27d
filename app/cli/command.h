// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitcode.h"

#include <vector>

namespace kindling::cli {

class Arguments;
class Session;

/// An option of a command. All texts are English and marked for translation; they are translated where they are shown.
struct Option
{
    const char *name; ///< without dashes
    const char *value; ///< what it takes ("N", "FILE"); null for a switch
    const char *text; ///< what it does, one or two sentences
    bool repeatable = false;
    char letter = 0; ///< the short form, if it has one
};

struct Example
{
    const char *line; ///< as typed after "kindling-cli "
    const char *text;
};

/// One command: what it is called, what it takes, how it is explained, and what it does. --help and the man page are made from it.
struct Command
{
    const char *name;
    const char *arguments; ///< "ID field=value…"; empty when it takes none
    const char *summary; ///< one line, without a full stop
    const char *description; ///< whole sentences
    std::vector<Option> options;
    std::vector<Example> examples;
    int fewest = 0; ///< arguments it needs
    int most = 0; ///< arguments it takes; -1: any number
    Result<ExitCode> (*run)(Session &session, const Arguments &arguments);
    bool travels = false; ///< can answer as of a past day
};

} // namespace kindling::cli
