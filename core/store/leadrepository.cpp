// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/leadrepository.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/store/answerstext.h"
#include "core/store/connection.h"
#include "core/store/fieldvalues.h"
#include "core/store/mergedleads.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace kindling {

namespace {

constexpr size_t idsAtOnce = 200;

constexpr const char *selectLeads =
    "SELECT lead.id, lead.revision, lead.external_id, lead.name, company.name, lead.company_id, lead.job_title, lead.industry, "
    "lead.company_size, lead.city, lead.region, lead.country, lead.language, lead.temperature, lead.temperature_since, lead.stage_id, "
    "lead.stage_since, lead.qualified_through, lead.outcome, lead.outcome_since, reason.name, owner.name, lead.owner_since, source.name, "
    "campaign.name, lead.value_minor, lead.currency, lead.expected_close, lead.bant, lead.created, lead.last_activity, "
    "lead.next_follow_up, lead.archived, t.website, t.street, t.postal_code, t.time_zone, t.notes, t.pain_points, t.budget_note, "
    "t.authority_note, t.need_note, t.timeline_note, t.answers, lead.pinned, lead.back_on, lead.consent, lead.do_not_email, "
    "lead.do_not_call FROM lead LEFT JOIN company ON company.id = "
    "lead.company_id LEFT JOIN word AS reason "
    "ON reason.id = lead.reason_id LEFT JOIN word AS owner ON owner.id = lead.owner_id LEFT JOIN word AS source ON source.id = "
    "lead.source_id LEFT JOIN word AS campaign ON campaign.id = lead.campaign_id LEFT JOIN lead_text AS t ON t.lead_id = lead.id ";

Answer answerAt(qint64 packed, int shift)
{
    return static_cast<Answer>((packed >> shift) & 3);
}

void readPerson(const Statement &row, Lead &lead)
{
    lead.id = LeadId(row.integer(0));
    lead.revision = ChangeId(row.integer(1));
    lead.externalId = row.text(2);
    lead.name = row.text(3);
    lead.company = row.text(4);
    lead.companyId = CompanyId(row.integer(5));
    lead.jobTitle = row.text(6);
    lead.industry = row.text(7);
    lead.companySize = row.text(8);
    lead.city = row.text(9);
    lead.region = row.text(10);
    lead.country = row.text(11);
    lead.language = row.text(12);
    lead.website = row.text(33);
    lead.street = row.text(34);
    lead.postalCode = row.text(35);
    lead.timeZone = row.text(36);
    lead.notes = row.text(37);
    lead.painPoints = row.text(38);
}

void readStanding(const Statement &row, Lead &lead)
{
    lead.temperature = fromKey<Temperature>(row.text(13)).value_or(Temperature::Cold);
    lead.temperatureSince = row.integer(14);
    lead.stage = StageId(row.integer(15));
    lead.stageSince = row.integer(16);
    lead.qualifiedThrough = fromKey<QualifiedThrough>(row.text(17)).value_or(QualifiedThrough::None);
    lead.outcome = fromKey<Outcome>(row.text(18)).value_or(Outcome::Open);
    lead.outcomeSince = row.integer(19);
    lead.reason = row.text(20);
    lead.owner = row.text(21);
    lead.ownerSince = row.integer(22);
    lead.source = row.text(23);
    lead.campaign = row.text(24);
    if (!row.isNull(25))
        lead.value = Money{row.integer(25), row.text(26)};
    if (!row.isNull(27))
        lead.expectedClose = QDate::fromString(row.text(27), Qt::ISODate);
    const qint64 bant = row.integer(28);
    lead.bant = {{answerAt(bant, 0), row.text(39), 0, {}},
                 {answerAt(bant, 2), row.text(40), 0, {}},
                 {answerAt(bant, 4), row.text(41), 0, {}},
                 {answerAt(bant, 6), row.text(42), 0, {}}};
    lead.created = row.integer(29);
    lead.lastActivity = row.optionalInteger(30);
    lead.nextFollowUp = row.optionalInteger(31);
    lead.archived = row.integer(32) != 0;
    readAnswers(row.text(43), lead);
    lead.temperaturePinned = row.integer(44) != 0;
    if (!row.isNull(45))
        lead.backOn = QDate::fromString(row.text(45), Qt::ISODate);
    lead.consent = fromKey<Consent>(row.text(46)).value_or(Consent::Unknown);
    lead.doNotEmail = row.integer(47) != 0;
    lead.doNotCall = row.integer(48) != 0;
}

Lead *find(std::vector<Lead> &leads, qint64 id)
{
    const auto found =
        std::lower_bound(leads.begin(), leads.end(), id, [](const Lead &lead, qint64 value) { return lead.id.value() < value; });
    return found != leads.end() && found->id.value() == id ? &*found : nullptr;
}

} // namespace

Result<void> LeadRepository::readContacts(const QString &idList, std::vector<Lead> &leads)
{
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT lead_id, kind, label, typed, normalised, state FROM contact WHERE lead_id IN "
                                                 "(SELECT value FROM json_each(?)) ORDER BY lead_id, position"),
                                  {idList}));
    while (rows->next()) {
        Lead *lead = find(leads, rows->integer(0));
        if (!lead)
            continue;
        const ContactState state = fromKey<ContactState>(rows->text(5)).value_or(ContactState::Usable);
        if (rows->text(1) == u"email")
            lead->emails.push_back({EmailAddress::fromStored(rows->text(3), rows->text(4)), rows->text(2), state});
        else
            lead->phones.push_back({PhoneNumber::fromStored(rows->text(3), rows->text(4)), rows->text(2), state});
    }
    return {};
}

Result<void> LeadRepository::readTags(const QString &idList, std::vector<Lead> &leads)
{
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT lead_id, word.name FROM lead_tag JOIN word ON word.id = word_id WHERE lead_id "
                                                 "IN (SELECT value FROM json_each(?)) ORDER BY lead_id, word.folded"),
                                  {idList}));
    while (rows->next()) {
        if (Lead *lead = find(leads, rows->integer(0)))
            lead->tags += rows->text(1);
    }
    return {};
}

Result<void> LeadRepository::readFieldValues(const QString &idList, std::vector<Lead> &leads)
{
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT lead_id, field_id, type, text, number FROM field_value JOIN field ON field.id = "
                                                 "field_id WHERE lead_id IN (SELECT value FROM json_each(?)) ORDER BY lead_id, field_id, "
                                                 "field_value.position"),
                                  {idList}));
    qint64 lead = 0;
    CustomFieldId field;
    FieldType type = FieldType::Text;
    std::vector<FieldRow> values; // of one field of one lead
    const auto close = [&] {
        if (Lead *owner = values.empty() ? nullptr : find(leads, lead))
            owner->custom.set(field, fieldValue(type, values));
        values.clear();
    };
    while (rows->next()) {
        if (rows->integer(0) != lead || rows->integer(1) != field.value())
            close();
        lead = rows->integer(0);
        field = CustomFieldId(rows->integer(1));
        type = customTypeFromKey(rows->text(2)).value_or(FieldType::Text);
        values.push_back({rows->text(3), rows->optionalInteger(4)});
    }
    close();
    return {};
}

Result<void> LeadRepository::readBatch(const std::vector<LeadId> &ids, size_t from, size_t count, std::vector<Lead> &into)
{
    const QString idList = jsonIds(std::span(ids).subspan(from, count));
    KINDLING_GET(
        rows,
        m_connection.run(QLatin1String(selectLeads) + QStringLiteral("WHERE lead.id IN (SELECT value FROM json_each(?)) ORDER BY lead.id"),
                         {idList}));
    std::vector<Lead> found;
    found.reserve(count);
    while (rows->next()) {
        Lead &lead = found.emplace_back();
        readPerson(*rows, lead);
        readStanding(*rows, lead);
    }
    KINDLING_TRY(readContacts(idList, found));
    KINDLING_TRY(readTags(idList, found));
    KINDLING_TRY(readFieldValues(idList, found));
    for (size_t i = from; i < from + count; ++i) {
        if (const Lead *lead = find(found, ids[i].value()))
            into.push_back(*lead);
    }
    return {};
}

Result<std::vector<Lead>> LeadRepository::leads(const std::vector<LeadId> &ids)
{
    std::vector<Lead> result;
    result.reserve(ids.size());
    for (size_t from = 0; from < ids.size(); from += idsAtOnce)
        KINDLING_TRY(readBatch(ids, from, std::min(idsAtOnce, ids.size() - from), result));
    return result;
}

Result<Lead> LeadRepository::lead(LeadId id)
{
    KINDLING_GET(found, leads({id}));
    if (found.empty()) { // it may have been merged: its id goes on meaning the survivor
        KINDLING_GET(survivor, MergedLeads(m_connection).survivorOf(id));
        if (survivor != id)
            return lead(survivor);
    }
    if (found.empty())
        return Error{ErrorCode::NotFound, id.toString(), QCoreApplication::translate("kindling", "lead")};
    return found.front();
}

Result<std::vector<LeadId>> LeadRepository::newest(int limit)
{
    KINDLING_GET(
        rows,
        m_connection.run(
            QStringLiteral("SELECT id FROM lead WHERE outcome = 'open' AND NOT archived ORDER BY created DESC, id DESC LIMIT ?"), {limit}));
    std::vector<LeadId> ids;
    while (rows->next())
        ids.emplace_back(rows->integer(0));
    return ids;
}

Result<std::vector<LeadId>> LeadRepository::returning(const QDate &today)
{
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT id FROM lead WHERE back_on IS NOT NULL AND back_on <= ? AND outcome IN ('lost', "
                                                 "'disqualified') ORDER BY id"),
                                  {today.toString(Qt::ISODate)}));
    std::vector<LeadId> ids;
    while (rows->next())
        ids.emplace_back(rows->integer(0));
    return ids;
}

Result<std::optional<LeadId>> LeadRepository::withContact(const QString &normalised)
{
    KINDLING_GET(id, m_connection.integer(QStringLiteral("SELECT lead_id FROM contact WHERE normalised = ? LIMIT 1"), {normalised}));
    return id ? std::optional(LeadId(*id)) : std::nullopt;
}

Result<std::optional<LeadId>> LeadRepository::withExternalId(const QString &externalId)
{
    KINDLING_GET(id, m_connection.integer(QStringLiteral("SELECT id FROM lead WHERE external_id = ?"), {externalId}));
    return id ? std::optional(LeadId(*id)) : std::nullopt;
}

Result<std::vector<Stay>> LeadRepository::stays(LeadId id)
{
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT axis, CASE axis WHEN 'owner' THEN word.name ELSE value END, from_time, until_time "
                                                 "FROM stay LEFT JOIN word ON axis = 'owner' AND word.id = CAST(value AS INTEGER) WHERE "
                                                 "lead_id = ? ORDER BY axis, from_time"),
                                  {id.value()}));
    std::vector<Stay> stays;
    while (rows->next())
        stays.push_back({fromKey<Axis>(rows->text(0)).value_or(Axis::Stage), rows->text(1), rows->integer(2), rows->integer(3)});
    return stays;
}

Result<void> LeadRepository::forEachStay(Axis axis, const std::vector<LeadId> *leads,
                                         const std::function<void(LeadId, const QString &, UtcMs, UtcMs)> &visit)
{
    const QString select = QStringLiteral("SELECT lead_id, value, from_time, until_time FROM stay WHERE axis = ?");
    const QString some = leads ? QStringLiteral(" AND lead_id IN (SELECT value FROM json_each(?))") : QString();
    QVariantList values{keyOf(axis)};
    if (leads)
        values += jsonIds(*leads);
    KINDLING_GET(rows, m_connection.run(select + some, values));
    while (rows->next())
        visit(LeadId(rows->integer(0)), rows->text(1), rows->integer(2), rows->integer(3));
    return {};
}

} // namespace kindling
