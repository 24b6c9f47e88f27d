// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/storedtext.h"
#include "core/domain/timelinefacts.h"

#include <vector>

namespace kindling {

class Connection;

/// Reads the timelines of all leads, or of some, as numbers, and what of their texts the columns do not hold. In any order.
class TimelineReader
{
public:
    explicit TimelineReader(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Error Cancelled.
    Result<std::vector<TimelineFact>> activities(const std::vector<LeadId> *leads, const Progress *progress = nullptr);
    /// The time is when the follow-up is brought up.
    Result<std::vector<TimelineFact>> followUps(const std::vector<LeadId> *leads);
    Result<std::vector<StayFact>> stays(Axis axis, const std::vector<LeadId> *leads);
    /// One of the storedTextFields. Error Cancelled.
    Result<std::vector<StoredText>> texts(LeadField field, const std::vector<LeadId> *leads, const Progress *progress = nullptr);

private:
    Result<std::vector<TimelineFact>> halves(const QString &select, const Progress *progress);
    Result<std::vector<TimelineFact>> facts(const QString &select, const std::vector<LeadId> *leads, const Progress *progress);

    Connection &m_connection;
};

} // namespace kindling
