// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/activity.h"

#include <utility>
#include <vector>

namespace kindling {

class Connection;

/// What was already brought up: each follow-up has the moment it was last brought up for. No part of the history.
class ReminderRepository
{
public:
    explicit ReminderRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Open follow-ups of leads that are not archived, to bring up before `until`, that were not brought up for that moment yet; earliest
    /// first. Only what their moment is made of is read.
    Result<std::vector<FollowUp>> waiting(UtcMs until);

    /// Notes that they were brought up, each for the moment beside it.
    Result<void> shown(const std::vector<std::pair<FollowUpId, UtcMs>> &moments);

private:
    Connection &m_connection;
};

} // namespace kindling
