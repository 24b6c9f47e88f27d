// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importdraft.h"
#include "core/exchange/recordreader.h"

namespace kindling {

/// What a file is by its first bytes, whatever it is called. Errors: FileNotFound, FileNotReadable.
Result<FileFormat> formatOf(const QString &path);

/// Opens a file as its mapping says (format, encoding, delimiter, sheet). Errors: FileNotFound, FileNotReadable, NotText, EmptyFile.
Result<std::unique_ptr<RecordReader>> openRecords(const QString &path, const ImportMapping &mapping);

} // namespace kindling
