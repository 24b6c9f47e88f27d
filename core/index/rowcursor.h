// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/snapshotparts.h"

namespace kindling {

/// The rows of leads whose ids come in ascending order.
class RowCursor
{
public:
    explicit RowCursor(const ColumnSnapshot::Parts &parts)
        : m_parts(parts)
    {
    }

    std::optional<quint32> rowOf(qint64 lead)
    {
        if (!m_begun) {
            m_begun = true;
            m_row = lowerBound(lead);
        }
        while (m_row < m_parts.loadedRows && idAt(m_row) < lead)
            ++m_row;
        if (m_row < m_parts.loadedRows && idAt(m_row) == lead && !m_parts.chunkOf(m_row).gone[m_row % chunkRows])
            return m_row; // else it is away, or came back in a row of its own
        const auto added = m_parts.added.find(lead);
        return added == m_parts.added.end() ? std::nullopt : std::optional(added->second);
    }

private:
    qint64 idAt(quint32 row) const { return m_parts.chunkOf(row).id[row % chunkRows]; }

    quint32 lowerBound(qint64 lead) const
    {
        quint32 low = 0;
        quint32 high = m_parts.loadedRows;
        while (low < high) {
            const quint32 middle = low + (high - low) / 2;
            if (idAt(middle) < lead)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    const ColumnSnapshot::Parts &m_parts;
    quint32 m_row = 0;
    bool m_begun = false;
};

} // namespace kindling
