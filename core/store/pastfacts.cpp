// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/pastfacts.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/base/walltime.h"
#include "core/domain/enums.h"
#include "core/store/axiskeys.h"
#include "core/store/columnvalues.h"
#include "core/store/connection.h"
#include "core/store/fieldrepository.h"
#include "core/store/fieldvalues.h"
#include "core/store/recordarrays.h"
#include "core/store/recordstore.h"
#include "core/store/searchtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

/// Where the lead stood on each axis: imported histories have stays that no change tells of.
void standAt(QJsonObject &record, const QJsonArray &stays, UtcMs moment)
{
    for (const AxisKeys &keys : axisKeys()) {
        const QString axis = keyOf(keys.axis);
        if (record[keys.since].toInteger() <= moment)
            continue;
        for (const QJsonValue &stay : stays) {
            const UtcMs from = stay[QStringLiteral("from_time")].toInteger();
            const bool then = stay[QStringLiteral("axis")].toString() == axis && from <= moment
                && moment < stay[QStringLiteral("until_time")].toInteger();
            if (!then)
                continue;
            const QJsonValue was = stay[QStringLiteral("value")];
            const bool isId = keys.value.endsWith(u"_id");
            record.insert(keys.value, isId ? QJsonValue(was.toString().toLongLong()) : was);
            record.insert(keys.since, from);
        }
    }
}

Result<void> takeBack(Connection &connection, LeadId lead, UtcMs moment, QJsonObject &record)
{
    KINDLING_GET(rows,
                 connection.run(QStringLiteral("SELECT before FROM change_row JOIN change ON change.id = change_id WHERE lead_id = ? AND "
                                               "entity = 'lead' AND entity_id = lead_id AND op = 'update' AND at > ? ORDER BY change.id "
                                               "DESC, step DESC"),
                                {lead.value(), moment}));
    while (rows->next()) {
        const QJsonObject before = objectOf(rows->text(0));
        for (auto key = before.begin(); key != before.end(); ++key)
            record.insert(key.key(), key.value());
    }
    return {};
}

QByteArray wordsOf(const QJsonObject &record)
{
    QByteArray words;
    for (const char *key : {"job_title", "industry", "company_size", "city", "region", "country", "language", "currency"})
        words += record[QLatin1String(key)].toString().toUtf8() + '\x1f';
    return words;
}

std::vector<FieldFact> fieldsOf(const QJsonObject &record, const std::vector<CustomField> &fields)
{
    std::vector<FieldFact> facts;
    for (auto entry = record.begin(); entry != record.end(); ++entry) {
        const CustomFieldId id = fieldOfRecordKey(entry.key());
        const auto field = std::find_if(fields.begin(), fields.end(), [id](const CustomField &f) { return f.id == id; });
        if (id.isNull() || field == fields.end())
            continue;
        const QJsonArray rows = entry.value().toArray();
        for (const QJsonValue &row : rows) {
            const QString text = row[QStringLiteral("text")].toString();
            FieldFact fact{id.value(), row[QStringLiteral("number")].toInteger(), {}};
            if (field->type == FieldType::Date)
                fact.number = midnightOf(text);
            else
                fact.text = field->type == FieldType::Money ? text.toUtf8() : foldedUtf8(text);
            facts.push_back(fact);
        }
    }
    std::stable_sort(facts.begin(), facts.end(), [](const FieldFact &a, const FieldFact &b) { return a.field < b.field; });
    return facts;
}

LeadFacts factsOf(const QJsonObject &record, LeadId lead)
{
    const auto number = [&](const char *key) { return record[QLatin1String(key)].toInteger(); };
    LeadFacts facts;
    facts.id = lead.value();
    facts.company = number("company_id");
    facts.stage = number("stage_id");
    facts.owner = number("owner_id");
    facts.source = number("source_id");
    facts.campaign = number("campaign_id");
    facts.reason = number("reason_id");
    facts.temperature = fromKey<Temperature>(record[QStringLiteral("temperature")].toString()).value_or(Temperature::Cold);
    facts.outcome = fromKey<Outcome>(record[QStringLiteral("outcome")].toString()).value_or(Outcome::Open);
    facts.qualifiedThrough =
        fromKey<QualifiedThrough>(record[QStringLiteral("qualified_through")].toString()).value_or(QualifiedThrough::None);
    facts.bant = quint8(number("bant"));
    facts.archived = number("archived") != 0;
    facts.pinned = number("pinned") != 0;
    facts.consent = fromKey<Consent>(record[QStringLiteral("consent")].toString()).value_or(Consent::Unknown);
    facts.doNotEmail = number("do_not_email") != 0;
    facts.doNotCall = number("do_not_call") != 0;
    facts.hasValue = !record[QStringLiteral("value_minor")].isNull();
    facts.valueMinor = number("value_minor");
    facts.created = number("created");
    facts.stageSince = number("stage_since");
    facts.outcomeSince = number("outcome_since");
    facts.expectedClose = midnightOf(record[QStringLiteral("expected_close")].toString());
    facts.backOn = midnightOf(record[QStringLiteral("back_on")].toString());
    facts.words = wordsOf(record);
    facts.text = searchTextOf(record).toUtf8();
    const QJsonArray tags = record[QStringLiteral("tags")].toArray();
    for (const QJsonValue &tag : tags)
        facts.tags.push_back(tag[QStringLiteral("word_id")].toInteger());
    return facts;
}

} // namespace

Result<LeadFacts> factsAsOf(Connection &connection, LeadId lead, UtcMs moment)
{
    KINDLING_GET(record, RecordStore(connection).read(Entity::Lead, lead.value()));
    if (record[QStringLiteral("created")].toInteger() > moment) {
        return Error{ErrorCode::InvalidValue, dayOf(moment, QTimeZone::utc()).toString(Qt::ISODate),
                     QCoreApplication::translate("kindling", "a day on which the lead was there already")};
    }
    const QJsonArray stays = record[staysKey].toArray();
    KINDLING_TRY(takeBack(connection, lead, moment, record));
    standAt(record, stays, moment);
    KINDLING_GET(fields, FieldRepository(connection).fields());
    LeadFacts facts = factsOf(record, lead);
    facts.fields = fieldsOf(record, fields);
    KINDLING_GET(last,
                 connection.integer(QStringLiteral("SELECT max(at) FROM activity WHERE lead_id = ? AND at <= ?"), {lead.value(), moment}));
    facts.lastActivity = last.value_or(0);
    KINDLING_GET(next,
                 connection.integer(QStringLiteral("SELECT min(due) FROM follow_up WHERE lead_id = ? AND (state = 'open' OR done_at > ?)"),
                                    {lead.value(), moment}));
    facts.nextFollowUp = next.value_or(0);
    return facts;
}

} // namespace kindling
