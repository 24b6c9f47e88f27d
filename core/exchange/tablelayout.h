// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importreader.h"

namespace kindling {

/// Finds out how the rows of a file lie: format, encoding, delimiter or sheet, and which record names the columns. Gives those names.
/// Errors: FileNotFound, FileNotReadable, EmptyFile, NotText, BrokenEncoding, LineTooLong, NotFound (no such sheet), Cancelled.
Result<QStringList> layOut(const QString &path, const ImportChoices &choices, ImportMapping &mapping, Progress &progress);

} // namespace kindling
