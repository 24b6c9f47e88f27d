// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importreader.h"

namespace kindling {

/// Like readDrafts(), with the file read on a thread of its own while the rows before are taken: reading a row (phones above all) costs
/// about as much as writing it. The sink is called on the calling thread, in the order of the file; some thousand rows wait at most.
Result<void> readDraftsAhead(const QString &path, const ImportMapping &mapping, const ImportContext &context, const DraftSink &sink,
                             Progress &progress);

} // namespace kindling
