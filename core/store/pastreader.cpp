// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/pastreader.h"

#include "core/base/try.h"
#include "core/base/walltime.h"
#include "core/store/activityrepository.h"
#include "core/store/columnvalues.h"
#include "core/store/connection.h"
#include "core/store/leadrepository.h"
#include "core/store/pastrecord.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace kindling {

namespace {

using Key = PastFact::Key;

// Updates of leads after a moment that are still in force, newest first. What an erasure made final was done all the same.
const QString inForce =
    QStringLiteral("at > ? AND kind IN ('do', 'erase') AND undoes IS NULL AND undone_by IS NULL AND entity = 'lead' AND "
                   "op = 'update' ORDER BY change.id DESC, step DESC");

constexpr std::array<std::pair<Key, const char *>, 22> factKeys{{
    {Key::Company, "company_id"},
    {Key::Source, "source_id"},
    {Key::Campaign, "campaign_id"},
    {Key::Reason, "reason_id"},
    {Key::QualifiedThrough, "qualified_through"},
    {Key::Bant, "bant"},
    {Key::Archived, "archived"},
    {Key::Value, "value_minor"},
    {Key::ExpectedClose, "expected_close"},
    {Key::Pinned, "pinned"},
    {Key::BackOn, "back_on"},
    {Key::Consent, "consent"},
    {Key::DoNotEmail, "do_not_email"},
    {Key::DoNotCall, "do_not_call"},
    {Key::Currency, "currency"},
    {Key::JobTitle, "job_title"},
    {Key::Industry, "industry"},
    {Key::CompanySize, "company_size"},
    {Key::City, "city"},
    {Key::Region, "region"},
    {Key::Country, "country"},
    {Key::Language, "language"},
}};

PastFact factOf(qint64 lead, Key key, const QJsonValue &value)
{
    PastFact fact{lead, key, value.isNull(), 0, {}};
    if (key == Key::QualifiedThrough)
        fact.number = qint64(fromKey<QualifiedThrough>(value.toString()).value_or(QualifiedThrough::None));
    else if (key == Key::Consent)
        fact.number = qint64(fromKey<Consent>(value.toString()).value_or(Consent::Unknown));
    else if (key == Key::ExpectedClose || key == Key::BackOn)
        fact.number = midnightOf(value.toString());
    else if (key >= Key::Currency)
        fact.text = value.toString().toUtf8();
    else
        fact.number = value.toInteger();
    return fact;
}

/// The last stay that had begun at a moment, or the first when history begins later; the present one is the last.
Stay stayAt(const std::vector<Stay> &ended, const Stay &present, UtcMs moment)
{
    Stay found = present;
    for (auto stay = ended.rbegin(); stay != ended.rend() && found.from > moment; ++stay) {
        if (stay->axis == present.axis)
            found = *stay;
    }
    return found;
}

} // namespace

Result<std::vector<PastFact>> PastReader::facts(const Progress *progress)
{
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT entity_id, before FROM change CROSS JOIN change_row ON change_id = change.id "
                                                 "WHERE ")
                                      + inForce,
                                  {m_moment}));
    std::vector<PastFact> facts;
    for (qint64 count = 0; rows->next(); ++count) {
        if ((count & 0xFFF) == 0 && progress && progress->cancelled()) {
            rows->finish();
            return Error{ErrorCode::Cancelled, {}, {}};
        }
        const QJsonObject before = objectOf(rows->text(1));
        for (const auto &[key, column] : factKeys) {
            const auto value = before.constFind(QLatin1String(column));
            if (value != before.constEnd())
                facts.push_back(factOf(rows->integer(0), key, *value));
        }
    }
    // The oldest of each key is what it was: the last of those that are equal here.
    const auto byField = [](const PastFact &a, const PastFact &b) { return std::pair(a.lead, a.key) < std::pair(b.lead, b.key); };
    std::stable_sort(facts.begin(), facts.end(), byField);
    std::vector<PastFact> oldest;
    for (size_t i = 0; i < facts.size(); ++i) {
        if (i + 1 == facts.size() || byField(facts[i], facts[i + 1]))
            oldest.push_back(std::move(facts[i]));
    }
    return oldest;
}

Result<std::vector<Lead>> PastReader::leads(const std::vector<LeadId> &ids)
{
    KINDLING_GET(leads, LeadRepository(m_connection).leads(ids));
    leads.erase(std::remove_if(leads.begin(), leads.end(), [this](const Lead &lead) { return lead.created > m_moment; }), leads.end());
    KINDLING_TRY(turnBackFields(leads));
    for (Lead &lead : leads)
        KINDLING_TRY(turnBackStays(lead));
    KINDLING_TRY(setLastActivities(leads));
    return leads;
}

Result<void> PastReader::turnBackFields(std::vector<Lead> &leads)
{
    std::vector<LeadId> ids;
    ids.reserve(leads.size());
    for (const Lead &lead : leads)
        ids.push_back(lead.id);
    std::unordered_map<qint64, QJsonObject> records;
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT entity_id, before FROM change_row CROSS JOIN change ON change.id = change_id "
                                                 "WHERE lead_id IN (SELECT value FROM json_each(?)) AND lead_id <> 0 AND ")
                                      + inForce,
                                  {jsonIds(ids), m_moment}));
    while (rows->next()) {
        QJsonObject &record = records[rows->integer(0)];
        const QJsonObject before = objectOf(rows->text(1));
        for (auto value = before.begin(); value != before.end(); ++value)
            record.insert(value.key(), value.value());
    }
    PastRecord past(m_connection);
    for (Lead &lead : leads) {
        const auto record = records.find(lead.id.value());
        if (record != records.end())
            KINDLING_TRY(past.putInto(lead, record->second));
    }
    return {};
}

Result<void> PastReader::turnBackStays(Lead &lead)
{
    KINDLING_GET(ended, LeadRepository(m_connection).stays(lead.id));
    const Stay temperature = stayAt(ended, {Axis::Temperature, keyOf(lead.temperature), lead.temperatureSince, 0}, m_moment);
    lead.temperature = fromKey<Temperature>(temperature.value).value_or(lead.temperature);
    lead.temperatureSince = temperature.from;
    const Stay stage = stayAt(ended, {Axis::Stage, lead.stage.toString(), lead.stageSince, 0}, m_moment);
    lead.stage = StageId::fromString(stage.value).value_or(lead.stage);
    lead.stageSince = stage.from;
    const Stay owner = stayAt(ended, {Axis::Owner, lead.owner, lead.ownerSince, 0}, m_moment);
    lead.owner = owner.value;
    lead.ownerSince = owner.from;
    const Stay outcome = stayAt(ended, {Axis::Outcome, keyOf(lead.outcome), lead.outcomeSince, 0}, m_moment);
    lead.outcome = fromKey<Outcome>(outcome.value).value_or(lead.outcome);
    lead.outcomeSince = outcome.from;
    if (lead.outcome == Outcome::Open)
        lead.reason.clear(); // it came with what was decided later
    return {};
}

Result<void> PastReader::setLastActivities(std::vector<Lead> &leads)
{
    std::vector<LeadId> ids;
    for (Lead &lead : leads) {
        lead.lastActivity.reset();
        lead.nextFollowUp.reset();
        ids.push_back(lead.id);
    }
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT lead_id, max(at) FROM activity WHERE lead_id IN (SELECT value FROM json_each(?)) "
                                                 "AND at <= ? GROUP BY lead_id"),
                                  {jsonIds(ids), m_moment}));
    while (rows->next()) {
        const LeadId id(rows->integer(0));
        const auto lead = std::find_if(leads.begin(), leads.end(), [id](const Lead &l) { return l.id == id; });
        if (lead != leads.end())
            lead->lastActivity = rows->integer(1);
    }
    return {};
}

Result<std::vector<Activity>> PastReader::activities(LeadId lead)
{
    KINDLING_GET(all, ActivityRepository(m_connection).activities(lead));
    all.erase(std::remove_if(all.begin(), all.end(), [this](const Activity &activity) { return activity.at > m_moment; }), all.end());
    return all;
}

} // namespace kindling
