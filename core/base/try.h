// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Leaves the function with the error of a Result that failed.
#define KINDLING_TRY(expression)                                                                                                           \
    do {                                                                                                                                   \
        if (auto kindlingTried = (expression); !kindlingTried)                                                                             \
            return kindlingTried.error();                                                                                                  \
    } while (false)

/// Declares `name` with the value of a Result, or leaves the function with its error.
#define KINDLING_GET(name, expression)                                                                                                     \
    auto name##OrError = (expression);                                                                                                     \
    if (!name##OrError)                                                                                                                    \
        return name##OrError.error();                                                                                                      \
    auto &name = *name##OrError /* NOLINT(bugprone-macro-parentheses): a declared name cannot stand in parentheses */
