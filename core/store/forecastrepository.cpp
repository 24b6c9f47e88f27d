// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/forecastrepository.h"

#include "core/base/try.h"
#include "core/store/connection.h"
#include "core/store/wordrepository.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kindling {

namespace {

const QString monthFormat = QStringLiteral("yyyy-MM");

QDate monthOf(const QString &text)
{
    return QDate::fromString(text + QStringLiteral("-01"), Qt::ISODate);
}

QString monthsText(const std::vector<ForecastMonth> &months)
{
    QJsonArray list;
    for (const ForecastMonth &month : months)
        list += QJsonObject{{QStringLiteral("month"), month.month.toString(monthFormat)},
                            {QStringLiteral("expected"), month.expected},
                            {QStringLiteral("low"), month.low},
                            {QStringLiteral("high"), month.high},
                            {QStringLiteral("plain"), month.plain}};
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

std::vector<ForecastMonth> monthsFrom(const QString &text)
{
    std::vector<ForecastMonth> months;
    const QJsonArray list = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &month : list)
        months.push_back({monthOf(month[QStringLiteral("month")].toString()), month[QStringLiteral("expected")].toInteger(),
                          month[QStringLiteral("low")].toInteger(), month[QStringLiteral("high")].toInteger(),
                          month[QStringLiteral("plain")].toInteger()});
    return months;
}

} // namespace

Result<std::vector<SalesGoal>> ForecastRepository::goals()
{
    KINDLING_GET(
        rows,
        m_connection.run(QStringLiteral("SELECT sales_goal.id, coalesce(word.name, ''), month, minor, currency FROM sales_goal LEFT "
                                        "JOIN word ON word.id = member_id ORDER BY month, word.folded")));
    std::vector<SalesGoal> goals;
    while (rows->next())
        goals.push_back({SalesGoalId(rows->integer(0)), rows->text(1), monthOf(rows->text(2)), {rows->integer(3), rows->text(4)}});
    return goals;
}

Result<void> ForecastRepository::setGoal(const QString &member, const QDate &month, const std::optional<Money> &amount)
{
    KINDLING_GET(who, WordRepository(m_connection, m_journal).idFor(WordKind::Member, member));
    const QString text = month.toString(monthFormat);
    KINDLING_GET(there, m_connection.integer(QStringLiteral("SELECT id FROM sales_goal WHERE member_id IS ? AND month = ?"), {who, text}));
    if (!amount)
        return there ? m_journal->remove(Entity::SalesGoal, *there) : Result<void>();
    QJsonObject record{{QStringLiteral("minor"), amount->minor}, {QStringLiteral("currency"), amount->currency}};
    if (there) {
        const Result<bool> written = m_journal->update(Entity::SalesGoal, *there, record);
        return written ? Result<void>() : Result<void>(written.error());
    }
    record.insert(QStringLiteral("revision"), m_journal->id().value());
    record.insert(QStringLiteral("member_id"), who.isNull() ? QJsonValue() : QJsonValue(who.toLongLong()));
    record.insert(QStringLiteral("month"), text);
    return m_journal->create(Entity::SalesGoal, nextIdValue(), record);
}

Result<std::vector<KeptForecast>> ForecastRepository::kept()
{
    KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT id, at, currency, months FROM kept_forecast ORDER BY at, id")));
    std::vector<KeptForecast> kept;
    while (rows->next())
        kept.push_back({KeptForecastId(rows->integer(0)), rows->integer(1), rows->text(2), monthsFrom(rows->text(3))});
    return kept;
}

Result<bool> ForecastRepository::hasKeptSince(UtcMs moment)
{
    KINDLING_GET(found, m_connection.integer(QStringLiteral("SELECT EXISTS (SELECT 1 FROM kept_forecast WHERE at >= ?)"), {moment}));
    return found.value_or(0) != 0;
}

Result<void> ForecastRepository::keep(const KeptForecast &forecast)
{
    const QJsonObject record{{QStringLiteral("revision"), m_journal ? m_journal->id().value() : 0},
                             {QStringLiteral("at"), forecast.at},
                             {QStringLiteral("currency"), forecast.currency},
                             {QStringLiteral("months"), monthsText(forecast.months)}};
    return m_journal ? m_journal->create(Entity::KeptForecast, forecast.id.value(), record)
                     : RecordStore(m_connection).insert(Entity::KeptForecast, forecast.id.value(), record);
}

} // namespace kindling
