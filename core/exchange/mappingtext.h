// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importdraft.h"

namespace kindling {

/// The headers of a file as a set: the same for the same columns in any order. Empty for a file without a header line.
QString headerSet(const ImportMapping &mapping);

/// What was chosen for the columns, as JSON: the part of a mapping that holds for the next file of its kind.
QString mappingText(const ImportMapping &mapping, const Vocabulary &vocabulary);

/// The encoding that was chosen because the bytes do not tell it; empty for none.
QString encodingOf(const QString &mappingText);

/// Lays what was chosen before over a mapping that was recognised; what no longer makes sense is left as recognised.
void applyMappingText(const QString &text, const Vocabulary &vocabulary, ImportMapping &mapping);

} // namespace kindling
