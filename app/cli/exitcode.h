// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace kindling::cli {

/// What a script learns from the program's end.
enum class ExitCode {
    Done = 0,
    Failed = 1, ///< one sentence on standard error says why
    Usage = 2, ///< the command line could not be understood
    Rejected = 3, ///< done, but some rows of the file were rejected
    Conflict = 4, ///< somebody else changed the record meanwhile
};

ExitCode exitCodeOf(const Error &error);

/// A command line that cannot be understood: what is wrong (`subject`, an option or argument) and what was expected.
Error usage(const QString &subject, const QString &expected);

} // namespace kindling::cli
