// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/callingsession.h"

#include <optional>

namespace kindling {

class Connection;

/// What lies on the desk of the one who works: notes of calls that were not saved, and the calling session that was left. No part of the
/// history.
class DeskRepository
{
public:
    explicit DeskRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Empty when there is none.
    Result<QString> draft(LeadId lead);
    /// An empty note removes it.
    Result<void> keepDraft(LeadId lead, const QString &note, UtcMs now);

    Result<std::optional<CallingSession>> session();
    Result<void> keepSession(const CallingSession &session);
    Result<void> endSession();

private:
    Connection &m_connection;
};

} // namespace kindling
