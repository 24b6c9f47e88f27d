// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace kindling {

class Connection;

/// The secondary indexes of the tables that imports fill: taken away before a large one and built after it, in the same transaction, which
/// is faster than keeping them row by row (docs/performance.md). Does nothing for a small import or beside a large base.
class BulkIndexes
{
public:
    BulkIndexes(Connection &connection, qint64 expectedRows)
        : m_connection(connection)
        , m_expectedRows(expectedRows)
    {
    }

    Result<void> drop() const;
    Result<void> create() const;

private:
    Result<bool> worthIt() const;

    Connection &m_connection;
    qint64 m_expectedRows;
};

} // namespace kindling
