// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace kindling {

/// From now on every identifier made in this process is larger than `id`: a workspace whose last change lies in the future, because a clock
/// was set back, goes on in the order in which things were done. Thread-safe.
void keepIdsAbove(qint64 id);

} // namespace kindling
