// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/forecast.h"
#include "core/store/journal.h"

namespace kindling {

/// Goals and kept forecasts. Writes of goals need the journal. For the length of one transaction or query.
class ForecastRepository
{
public:
    explicit ForecastRepository(Connection &connection, Journal *journal = nullptr)
        : m_connection(connection)
        , m_journal(journal)
    {
    }

    /// By month and member.
    Result<std::vector<SalesGoal>> goals();
    /// Sets the goal of a member and month; takes it away without an amount.
    Result<void> setGoal(const QString &member, const QDate &month, const std::optional<Money> &amount);

    /// Oldest first.
    Result<std::vector<KeptForecast>> kept();
    Result<bool> hasKeptSince(UtcMs moment);
    /// Through the journal when there is one, beside the history otherwise.
    Result<void> keep(const KeptForecast &forecast);

private:
    Connection &m_connection;
    Journal *m_journal;
};

} // namespace kindling
