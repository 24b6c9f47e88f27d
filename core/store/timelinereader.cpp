// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/timelinereader.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/store/connection.h"

#include <future>

namespace kindling {

namespace {

constexpr int worthSharing = 200'000; ///< activities

/// "CASE kind WHEN 'call' THEN 0 …": the database makes the number, because a text for each of ten million rows would cost seconds.
template <typename Enum>
QString numberOf(const QString &column)
{
    QString sql = QStringLiteral("(CASE ") + column;
    for (const Enum value : allOf<Enum>())
        sql += QStringLiteral(" WHEN '%1' THEN %2").arg(keyOf(value)).arg(int(value));
    return sql + QStringLiteral(" ELSE 0 END)");
}

/// The value of a stay as a number.
QString stayValue(Axis axis, const QString &column)
{
    switch (axis) {
    case Axis::Temperature: return numberOf<Temperature>(column);
    case Axis::Outcome: return numberOf<Outcome>(column);
    case Axis::Stage:
    case Axis::Owner: break;
    }
    return QStringLiteral("CAST(coalesce(%1, 0) AS INTEGER)").arg(column);
}

/// The columns of the lead that hold its present stay.
std::pair<QString, QString> presentColumns(Axis axis)
{
    switch (axis) {
    case Axis::Temperature: return {QStringLiteral("temperature"), QStringLiteral("temperature_since")};
    case Axis::Outcome: return {QStringLiteral("outcome"), QStringLiteral("outcome_since")};
    case Axis::Stage: return {QStringLiteral("stage_id"), QStringLiteral("stage_since")};
    case Axis::Owner: break;
    }
    return {QStringLiteral("owner_id"), QStringLiteral("owner_since")};
}

/// The column of lead_text that holds a field.
QString textColumn(LeadField field)
{
    switch (field) {
    case LeadField::Website: return QStringLiteral("website");
    case LeadField::Street: return QStringLiteral("street");
    case LeadField::PostalCode: return QStringLiteral("postal_code");
    case LeadField::TimeZone: return QStringLiteral("time_zone");
    case LeadField::PainPoints: return QStringLiteral("pain_points");
    default: return QStringLiteral("notes");
    }
}

} // namespace

Result<std::vector<TimelineFact>> TimelineReader::facts(const QString &select, const std::vector<LeadId> *leads, const Progress *progress)
{
    const QString some = leads ? QStringLiteral(" WHERE lead_id IN (SELECT value FROM json_each(?))") : QString();
    const QVariantList values = leads ? QVariantList{jsonIds(*leads)} : QVariantList();
    KINDLING_GET(rows, m_connection.run(select + some, values));
    std::vector<TimelineFact> facts;
    while (rows->next()) {
        if ((facts.size() & 0xFFFF) == 0 && progress && progress->cancelled()) {
            rows->finish();
            return Error{ErrorCode::Cancelled, {}, {}};
        }
        facts.push_back({rows->integer(0), rows->integer(1)});
    }
    return whole(m_connection, Result(std::move(facts)));
}

Result<std::vector<TimelineFact>> TimelineReader::activities(const std::vector<LeadId> *leads, const Progress *progress)
{
    const QString select = QStringLiteral("SELECT lead_id, at * %1 + %2 + %3 * 16 + %4 * 64 FROM activity")
                               .arg(factStates)
                               .arg(numberOf<ActivityKind>(QStringLiteral("kind")), numberOf<Direction>(QStringLiteral("direction")),
                                    numberOf<CallOutcome>(QStringLiteral("outcome")));
    if (leads)
        return facts(select, leads, progress);
    KINDLING_GET(many, m_connection.integer(QStringLiteral("SELECT 1 FROM activity LIMIT 1 OFFSET %1").arg(worthSharing)));
    return many ? halves(select, progress) : facts(select, nullptr, progress);
}

/// Reads the older and the newer half side by side.
Result<std::vector<TimelineFact>> TimelineReader::halves(const QString &select, const Progress *progress)
{
    KINDLING_GET(middle, m_connection.integer(QStringLiteral("SELECT min(id) + (max(id) - min(id)) / 2 FROM activity")));
    const auto half = [&](const char *side) {
        return select + QStringLiteral(" WHERE id %1 %2").arg(QLatin1String(side)).arg(middle.value_or(0));
    };
    std::future<Result<std::vector<TimelineFact>>> second = std::async(std::launch::async, [&]() -> Result<std::vector<TimelineFact>> {
        KINDLING_GET(other, Connection::open(m_connection.path(), Connection::Mode::Reader));
        return TimelineReader(*other).facts(half(">"), nullptr, progress);
    });
    Result<std::vector<TimelineFact>> older = facts(half("<="), nullptr, progress);
    const Result<std::vector<TimelineFact>> newer = second.get();
    if (!older || !newer)
        return older ? newer.error() : older.error();
    older->insert(older->end(), newer->begin(), newer->end());
    return older;
}

Result<std::vector<TimelineFact>> TimelineReader::followUps(const std::vector<LeadId> *leads)
{
    const QString select = QStringLiteral("SELECT lead_id, coalesce(snoozed_until, due) * %1 + %2 + %3 * 4 FROM follow_up")
                               .arg(factStates)
                               .arg(numberOf<FollowUpKind>(QStringLiteral("kind")), numberOf<FollowUpState>(QStringLiteral("state")));
    return facts(select, leads, nullptr);
}

Result<std::vector<StayFact>> TimelineReader::stays(Axis axis, const std::vector<LeadId> *leads)
{
    const auto [present, since] = presentColumns(axis);
    const QString some = leads ? QStringLiteral("IN (SELECT value FROM json_each(?))") : QString();
    const QString sql =
        QStringLiteral("SELECT lead_id, %1, from_time, until_time FROM stay WHERE axis = ?%2 UNION ALL SELECT id, %3, %4, %5 "
                       "FROM lead%6")
            .arg(stayValue(axis, QStringLiteral("value")), leads ? QStringLiteral(" AND lead_id ") + some : QString(),
                 stayValue(axis, present), since, QString::number(StayFact::present),
                 leads ? QStringLiteral(" WHERE id ") + some : QString());
    QVariantList values{keyOf(axis)};
    if (leads)
        values << jsonIds(*leads) << jsonIds(*leads);
    KINDLING_GET(rows, m_connection.run(sql, values));
    std::vector<StayFact> stays;
    while (rows->next())
        stays.push_back({rows->integer(0), rows->integer(1), rows->integer(2), rows->integer(3)});
    return whole(m_connection, Result(std::move(stays)));
}

Result<std::vector<StoredText>> TimelineReader::texts(LeadField field, const std::vector<LeadId> *leads, const Progress *progress)
{
    const QString column = textColumn(field);
    const QString some = leads ? QStringLiteral(" AND lead_id IN (SELECT value FROM json_each(?))") : QString();
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT lead_id, %1 FROM lead_text WHERE %1 <> ''").arg(column) + some,
                                  leads ? QVariantList{jsonIds(*leads)} : QVariantList()));
    std::vector<StoredText> texts;
    while (rows->next()) {
        if ((texts.size() & 0xFFF) == 0 && progress && progress->cancelled()) {
            rows->finish();
            return Error{ErrorCode::Cancelled, {}, {}};
        }
        texts.push_back({rows->integer(0), foldedUtf8(rows->text(1))});
    }
    return whole(m_connection, Result(std::move(texts)));
}

} // namespace kindling
