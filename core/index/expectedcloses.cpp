// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/expectedcloses.h"

#include "core/index/snapshotparts.h"

namespace kindling {

std::vector<UtcMs> expectedCloses(const ColumnSnapshot &columns)
{
    std::vector<UtcMs> closes;
    closes.reserve(columns.rowCount());
    for (const auto &chunk : columns.parts().chunks)
        closes.insert(closes.end(), chunk->expectedClose.begin(), chunk->expectedClose.end());
    return closes;
}

} // namespace kindling
