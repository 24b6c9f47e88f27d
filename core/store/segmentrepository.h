// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/segment.h"
#include "core/store/journal.h"

namespace kindling {

/// Segments as they are stored: rules as text. Written through the journal.
class SegmentRepository
{
public:
    explicit SegmentRepository(Connection &connection, Journal *journal = nullptr)
        : m_connection(connection)
        , m_journal(journal)
    {
    }

    /// All, by name; their filters are not read.
    Result<std::vector<SegmentPtr>> segments();

    Result<void> add(const Segment &segment);
    /// Writes what differs.
    Result<void> save(const Segment &segment);
    Result<void> remove(SegmentId id);

private:
    Connection &m_connection;
    Journal *m_journal;
};

} // namespace kindling
