// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exitcode.h"

namespace kindling::cli {

ExitCode exitCodeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Usage:
    case ErrorCode::UnknownField:
    case ErrorCode::BadFilter: return ExitCode::Usage;
    case ErrorCode::Conflict: return ExitCode::Conflict;
    default: return ExitCode::Failed;
    }
}

Error usage(const QString &subject, const QString &expected)
{
    return {ErrorCode::Usage, subject, expected};
}

} // namespace kindling::cli
