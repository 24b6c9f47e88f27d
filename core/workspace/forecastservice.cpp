// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/forecastservice.h"

#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/base/walltime.h"
#include "core/store/forecastrepository.h"
#include "core/workspace/engine.h"
#include "core/workspace/reportservice.h"

namespace kindling {

namespace {

QDate monthAt(UtcMs moment, const QTimeZone &zone)
{
    const QDate day = dayOf(moment, zone);
    return {day.year(), day.month(), 1};
}

/// The rows of a forecast by month, without what was won already.
std::vector<ForecastMonth> monthsOf(const Figures &figures, const QDate &first)
{
    std::vector<ForecastMonth> months;
    const size_t expected = *figures.column(u"expected");
    const size_t won = *figures.column(u"won");
    const size_t plain = *figures.column(u"plain");
    const auto minorOf = [](const FigureValue &figure) { return std::get<MoneySum>(figure).parts().front().minor; };
    for (size_t i = 0; i < figures.rows.size(); ++i) {
        const FigureRow &row = figures.rows[i];
        const auto *range = std::get_if<MoneyRange>(&row.figures[expected]);
        if (!range)
            continue;
        const qint64 already = minorOf(row.figures[won]);
        months.push_back({first.addMonths(int(i)), range->likely.minor - already, range->low - already, range->high - already,
                          minorOf(row.figures[plain])});
    }
    return months;
}

} // namespace

ForecastService::ForecastService(std::shared_ptr<Engine> engine, ReportService &reports)
    : m_engine(std::move(engine))
    , m_reports(&reports)
{
}

QFuture<Result<std::vector<SalesGoal>>> ForecastService::goals()
{
    return m_engine->read<std::vector<SalesGoal>>([](Connection &connection) { return ForecastRepository(connection).goals(); });
}

QFuture<Result<Written>> ForecastService::setGoal(const QString &member, const QDate &month, const std::optional<Money> &amount)
{
    return m_engine->change(ChangeHead::Kind::Do, [member, month, amount](Writing &writing) -> Result<void> {
        if (!month.isValid())
            return Error{ErrorCode::InvalidValue, {}, sentence("a month")};
        if (amount && amount->minor < 0)
            return Error{ErrorCode::InvalidValue, amount->amountText(), sentence("a goal; it is below zero")};
        const QDate first(month.year(), month.month(), 1);
        writing.label = sentence("Set the goal for %1").arg(QLocale().toString(first, QStringLiteral("MMM yyyy")));
        return ForecastRepository(writing.connection, &writing.journal).setGoal(member.simplified(), first, amount);
    });
}

QFuture<Result<std::vector<KeptForecast>>> ForecastService::kept()
{
    return m_engine->read<std::vector<KeptForecast>>([](Connection &connection) { return ForecastRepository(connection).kept(); });
}

QFuture<Result<KeptForecast>> ForecastService::presentForecast()
{
    ReportQuery query;
    query.kind = ReportKind::Forecast;
    query.asOf = m_engine->clock().now();
    const QString currency = m_engine->vocabulary()->currency;
    const QDate month = monthAt(query.asOf, m_engine->clock().zone());
    return m_reports->report(query).then([query, currency, month](const Result<ReportAnswer> &answer) -> Result<KeptForecast> {
        if (!answer)
            return answer.error();
        return KeptForecast{nextId<KeptForecastId>(), query.asOf, currency, monthsOf(answer->figures, month)};
    });
}

QFuture<Result<Written>> ForecastService::keep()
{
    return presentForecast()
        .then([engine = m_engine](const Result<KeptForecast> &forecast) -> QFuture<Result<Written>> {
            if (!forecast)
                return QtFuture::makeReadyFuture(Result<Written>(forecast.error()));
            return engine->change(ChangeHead::Kind::Do, [kept = *forecast](Writing &writing) -> Result<void> {
                writing.label = sentence("Keep the forecast");
                return ForecastRepository(writing.connection, &writing.journal).keep(kept);
            });
        })
        .unwrap();
}

QFuture<Result<bool>> ForecastService::keepMonthly()
{
    const UtcMs begin = monthAt(m_engine->clock().now(), m_engine->clock().zone()).startOfDay(m_engine->clock().zone()).toMSecsSinceEpoch();
    const auto keepIt = [engine = m_engine, begin](const Result<KeptForecast> &forecast) -> QFuture<Result<bool>> {
        if (!forecast)
            return QtFuture::makeReadyFuture(Result<bool>(forecast.error()));
        return engine->jot<bool>([kept = *forecast, begin](Connection &connection) -> Result<bool> {
            ForecastRepository repository(connection);
            KINDLING_GET(there, repository.hasKeptSince(begin));
            if (there || kept.months.empty())
                return false;
            KINDLING_TRY(repository.keep(kept));
            return true;
        });
    };
    return m_engine->read<bool>([begin](Connection &connection) { return ForecastRepository(connection).hasKeptSince(begin); })
        .then([this, keepIt](const Result<bool> &there) -> QFuture<Result<bool>> {
            if (!there || *there)
                return QtFuture::makeReadyFuture(there ? Result<bool>(false) : Result<bool>(there.error()));
            return presentForecast().then(keepIt).unwrap();
        })
        .unwrap();
}

} // namespace kindling
