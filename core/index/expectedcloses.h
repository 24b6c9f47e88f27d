// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/columnsnapshot.h"

namespace kindling {

/// The day on which each lead is expected to close, as UTC midnight, in row order; 0 for none.
std::vector<UtcMs> expectedCloses(const ColumnSnapshot &columns);

} // namespace kindling
