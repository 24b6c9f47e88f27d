// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/forecast.h"
#include "core/workspace/leadservice.h"

namespace kindling {

class ReportService;

/// Goals by person and month, and the forecasts that are kept to be graded. The forecast itself is a report (ReportKind::Forecast). Thread
/// of the workspace.
class ForecastService
{
public:
    ForecastService(std::shared_ptr<Engine> engine, ReportService &reports);

    /// By month and member.
    QFuture<Result<std::vector<SalesGoal>>> goals();
    /// Sets what a member (empty: the team) is to win in the month of a day; without an amount the goal is taken away. One undoable change.
    /// Errors: InvalidValue for a day that is none or an amount below zero.
    QFuture<Result<Written>> setGoal(const QString &member, const QDate &month, const std::optional<Money> &amount);

    /// Oldest first.
    QFuture<Result<std::vector<KeptForecast>>> kept();
    /// Keeps the forecast of all leads as it is now: one undoable change.
    QFuture<Result<Written>> keep();
    /// The same beside the history, unless one was kept this month already, or there is nothing to expect; says whether it did.
    QFuture<Result<bool>> keepMonthly();

private:
    QFuture<Result<KeptForecast>> presentForecast();

    std::shared_ptr<Engine> m_engine;
    ReportService *m_reports;
};

} // namespace kindling
