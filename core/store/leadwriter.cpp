// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/leadwriter.h"

#include "core/base/try.h"
#include "core/store/answerstext.h"
#include "core/store/axiskeys.h"
#include "core/store/columnvalues.h"
#include "core/store/connection.h"
#include "core/store/fieldvalues.h"
#include "core/store/recordarrays.h"
#include "core/store/searchtext.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace kindling {

namespace {

int packed(const Bant &bant)
{
    return int(bant.budget.answer) | int(bant.authority.answer) << 2 | int(bant.need.answer) << 4 | int(bant.timeline.answer) << 6;
}

/// In the order of leadTextColumns().
QVariantList textValues(const Lead &lead)
{
    return {orNull(lead.website),
            orNull(lead.street),
            orNull(lead.postalCode),
            orNull(lead.timeZone),
            orNull(lead.notes),
            orNull(lead.painPoints),
            orNull(lead.bant.budget.note),
            orNull(lead.bant.authority.note),
            orNull(lead.bant.need.note),
            orNull(lead.bant.timeline.note),
            orNull(answersText(lead))};
}

struct ContactRow
{
    const char *kind;
    QString label;
    QString typed;
    QString normalised;
    ContactState state;
};

std::vector<ContactRow> contactsOf(const Lead &lead)
{
    std::vector<ContactRow> rows;
    rows.reserve(lead.emails.size() + lead.phones.size());
    for (const EmailEntry &email : lead.emails)
        rows.push_back({"email", email.label, email.address.asTyped(), email.address.normalised(), email.state});
    for (const PhoneEntry &phone : lead.phones)
        rows.push_back({"phone", phone.label, phone.number.asTyped(), phone.number.normalised(), phone.state});
    return rows;
}

QJsonArray contactRecord(const Lead &lead)
{
    QJsonArray array;
    for (const ContactRow &row : contactsOf(lead)) {
        array.append(QJsonObject{{QStringLiteral("position"), array.size()},
                                 {QStringLiteral("kind"), QLatin1String(row.kind)},
                                 {QStringLiteral("label"), row.label.isEmpty() ? QJsonValue() : QJsonValue(row.label)},
                                 {QStringLiteral("typed"), row.typed},
                                 {QStringLiteral("normalised"), row.normalised},
                                 {QStringLiteral("state"), keyOf(row.state)}});
    }
    return array;
}

/// The values of columns as keys of a record; those that are the same `before` are left out.
void insertValues(const QStringList &columns, const QVariantList &values, const QVariantList &before, QJsonObject &record)
{
    for (int i = 0; i < columns.size(); ++i) {
        if (before.isEmpty() || values[i] != before[i])
            record.insert(columns[i], values[i].isNull() ? QJsonValue() : QJsonValue::fromVariant(values[i]));
    }
}

} // namespace

LeadWriter::LeadWriter(Connection &connection, Journal &journal)
    : m_connection(connection)
    , m_journal(journal)
    , m_words(connection, &journal)
    , m_companies(connection, &journal)
    , m_leads(connection, QStringLiteral("lead"),
              QStringList(QStringLiteral("id")) + recordColumns(Entity::Lead)
                  + QStringList{QStringLiteral("search"), QStringLiteral("last_activity"), QStringLiteral("next_follow_up")},
              &m_companies.insertion())
    , m_texts(connection, QStringLiteral("lead_text"), QStringList(QStringLiteral("lead_id")) + leadTextColumns(), &m_leads)
    , m_contacts(connection, QStringLiteral("contact"),
                 {QStringLiteral("lead_id"), QStringLiteral("position"), QStringLiteral("kind"), QStringLiteral("label"),
                  QStringLiteral("typed"), QStringLiteral("normalised"), QStringLiteral("state")},
                 &m_leads)
    , m_tags(connection, QStringLiteral("lead_tag"), {QStringLiteral("lead_id"), QStringLiteral("word_id")}, &m_leads)
    , m_stays(connection, QStringLiteral("stay"),
              {QStringLiteral("lead_id"), QStringLiteral("axis"), QStringLiteral("from_time"), QStringLiteral("until_time"),
               QStringLiteral("value")},
              &m_leads)
    , m_fieldValues(connection, QStringLiteral("field_value"),
                    {QStringLiteral("lead_id"), QStringLiteral("field_id"), QStringLiteral("position"), QStringLiteral("text"),
                     QStringLiteral("number")},
                    &m_leads)
{
}

Result<QVariantList> LeadWriter::leadValues(const Lead &lead)
{
    KINDLING_GET(company, m_companies.idFor(lead.company));
    KINDLING_GET(reason, m_words.idFor(WordKind::Reason, lead.reason));
    KINDLING_GET(owner, m_words.idFor(WordKind::Member, lead.owner));
    KINDLING_GET(source, m_words.idFor(WordKind::Source, lead.source));
    KINDLING_GET(campaign, m_words.idFor(WordKind::Campaign, lead.campaign));
    const bool qualified = lead.qualifiedThrough != QualifiedThrough::None;
    // In the order of recordColumns(Entity::Lead).
    return QVariantList{m_journal.id().value(),
                        orNull(lead.externalId),
                        orNull(lead.name),
                        company,
                        orNull(lead.jobTitle),
                        orNull(lead.industry),
                        orNull(lead.companySize),
                        orNull(lead.city),
                        orNull(lead.region),
                        orNull(lead.country),
                        orNull(lead.language),
                        keyOf(lead.temperature),
                        lead.temperatureSince,
                        lead.stage.value(),
                        lead.stageSince,
                        qualified ? QVariant(keyOf(lead.qualifiedThrough)) : QVariant(),
                        keyOf(lead.outcome),
                        lead.outcomeSince,
                        reason,
                        owner,
                        lead.ownerSince,
                        source,
                        campaign,
                        lead.value ? QVariant(lead.value->minor) : QVariant(),
                        lead.value ? QVariant(lead.value->currency) : QVariant(),
                        lead.expectedClose ? QVariant(lead.expectedClose->toString(Qt::ISODate)) : QVariant(),
                        packed(lead.bant),
                        lead.created,
                        int(lead.archived),
                        lead.temperaturePinned ? QVariant(1) : QVariant(),
                        lead.backOn ? QVariant(lead.backOn->toString(Qt::ISODate)) : QVariant(),
                        lead.consent != Consent::Unknown ? QVariant(keyOf(lead.consent)) : QVariant(),
                        lead.doNotEmail ? QVariant(1) : QVariant(),
                        lead.doNotCall ? QVariant(1) : QVariant()};
}

Result<QJsonArray> LeadWriter::tagRows(const Lead &lead)
{
    std::vector<qint64> ids;
    for (const QString &tag : lead.tags) {
        KINDLING_GET(id, m_words.idFor(WordKind::Tag, tag));
        if (!id.isNull() && std::find(ids.begin(), ids.end(), id.toLongLong()) == ids.end())
            ids.push_back(id.toLongLong());
    }
    std::sort(ids.begin(), ids.end());
    QJsonArray rows;
    for (const qint64 id : ids)
        rows.append(QJsonObject{{QStringLiteral("word_id"), id}});
    return rows;
}

Result<QString> LeadWriter::stayValue(const Stay &stay)
{
    if (stay.axis != Axis::Owner)
        return stay.value;
    KINDLING_GET(owner, m_words.idFor(WordKind::Member, stay.value));
    return owner.toString();
}

Result<void> LeadWriter::addFieldValues(const Lead &lead)
{
    for (const CustomValue &value : lead.custom) {
        int position = 0;
        for (const FieldRow &row : fieldRows(value.value)) {
            KINDLING_TRY(m_fieldValues.add(
                {lead.id.value(), value.field.value(), position++, orNull(row.text), row.number ? QVariant(*row.number) : QVariant()}));
        }
    }
    return {};
}

/// The custom fields of a lead and, empty, those that the stored one has and this one has not.
Result<void> LeadWriter::recordFieldValues(const Lead &lead, QJsonObject &record)
{
    if (!m_hasFields) {
        KINDLING_GET(fields, m_connection.integer(QStringLiteral("SELECT EXISTS (SELECT 1 FROM field)")));
        m_hasFields = fields.value_or(0) != 0;
    }
    if (!*m_hasFields)
        return {};
    KINDLING_GET(stored,
                 m_connection.run(QStringLiteral("SELECT DISTINCT field_id FROM field_value WHERE lead_id = ?"), {lead.id.value()}));
    while (stored->next())
        record.insert(recordKey(CustomFieldId(stored->integer(0))), QJsonArray());
    for (const CustomValue &value : lead.custom)
        record.insert(recordKey(value.field), fieldRecord(value.value));
    return {};
}

Result<void> LeadWriter::add(const Lead &lead, const std::vector<Stay> &past)
{
    const qint64 id = lead.id.value();
    KINDLING_GET(values, leadValues(lead));
    const QVariant lastActivity = lead.lastActivity ? QVariant(*lead.lastActivity) : QVariant();
    const QVariant nextFollowUp = lead.nextFollowUp ? QVariant(*lead.nextFollowUp) : QVariant();
    QVariantList stored{id};
    stored.append(std::move(values));
    stored << searchTextOf(lead) << lastActivity << nextFollowUp;
    KINDLING_TRY(m_leads.add(std::move(stored)));
    KINDLING_TRY(m_texts.add(QVariantList{id} + textValues(lead)));
    int position = 0;
    for (const ContactRow &row : contactsOf(lead)) {
        KINDLING_TRY(
            m_contacts.add({id, position++, QLatin1String(row.kind), orNull(row.label), row.typed, row.normalised, keyOf(row.state)}));
    }
    KINDLING_GET(tags, tagRows(lead));
    for (const QJsonValue &tag : tags)
        KINDLING_TRY(m_tags.add({id, tag[QStringLiteral("word_id")].toInteger()}));
    for (const Stay &stay : past) {
        KINDLING_GET(value, stayValue(stay));
        KINDLING_TRY(m_stays.add({id, keyOf(stay.axis), stay.from, stay.until, value}));
    }
    KINDLING_TRY(addFieldValues(lead));
    if (!lead.notes.isEmpty() || !lead.painPoints.isEmpty())
        m_firstNoted = m_firstNoted == 0 ? id : std::min(m_firstNoted, id);
    return m_journal.created(Entity::Lead, id, id);
}

Result<void> LeadWriter::flush()
{
    for (BulkInsert *insert : {&m_companies.insertion(), &m_leads, &m_texts, &m_contacts, &m_tags, &m_stays, &m_fieldValues})
        KINDLING_TRY(insert->flush());
    return {};
}

Result<void> LeadWriter::finish()
{
    KINDLING_TRY(flush());
    return m_firstNoted == 0 ? Result<void>() : noteLeadsFrom(m_connection, std::exchange(m_firstNoted, 0));
}

void LeadWriter::endStays(const QJsonObject &before, QJsonObject &record, UtcMs at)
{
    QJsonArray stays = before[staysKey].toArray();
    bool ended = false;
    for (const AxisKeys &axis : axisKeys()) {
        if (!record.contains(axis.value))
            continue;
        if (before[axis.value] == record[axis.value]) {
            record.insert(axis.since, before[axis.since]);
            continue;
        }
        const qint64 since = before[axis.since].toInteger();
        // A clock that was set back, or a lead that came with a later date, does not make a stay begin before the one that it follows.
        record.insert(axis.since, std::max<qint64>(at, since));
        if (at <= since || before[axis.value].isNull())
            continue; // a stay of no length is none
        stays.append(QJsonObject{{QStringLiteral("axis"), keyOf(axis.axis)},
                                 {QStringLiteral("from_time"), since},
                                 {QStringLiteral("until_time"), at},
                                 {QStringLiteral("value"), asText(before[axis.value])}});
        ended = true;
    }
    if (ended)
        record.insert(staysKey, staysInOrder(stays));
}

Result<QJsonObject> LeadWriter::recordOf(const Lead &lead)
{
    KINDLING_GET(values, leadValues(lead));
    QJsonObject record;
    insertValues(recordColumns(Entity::Lead), values, {}, record);
    insertValues(leadTextColumns(), textValues(lead), {}, record);
    record.insert(QStringLiteral("contacts"), contactRecord(lead));
    KINDLING_GET(tags, tagRows(lead));
    record.insert(QStringLiteral("tags"), tags);
    KINDLING_TRY(recordFieldValues(lead, record));
    return record;
}

Result<QJsonObject> LeadWriter::recordOf(const Lead &lead, const Lead &before)
{
    KINDLING_GET(values, leadValues(lead));
    KINDLING_GET(valuesBefore, leadValues(before));
    QJsonObject record;
    insertValues(recordColumns(Entity::Lead), values, valuesBefore, record);
    insertValues(leadTextColumns(), textValues(lead), textValues(before), record);
    if (lead.emails != before.emails || lead.phones != before.phones)
        record.insert(QStringLiteral("contacts"), contactRecord(lead));
    if (lead.tags != before.tags) {
        KINDLING_GET(tags, tagRows(lead));
        record.insert(QStringLiteral("tags"), tags);
    }
    if (lead.custom != before.custom)
        KINDLING_TRY(recordFieldValues(lead, record));
    return record;
}

Result<bool> LeadWriter::save(const Lead &lead, UtcMs at)
{
    KINDLING_GET(record, recordOf(lead));
    return write(lead.id, std::move(record), at);
}

Result<bool> LeadWriter::save(const Lead &before, const Lead &lead, UtcMs at)
{
    KINDLING_GET(record, recordOf(lead, before));
    return write(lead.id, std::move(record), at);
}

Result<bool> LeadWriter::write(LeadId lead, QJsonObject record, UtcMs at)
{
    KINDLING_TRY(m_companies.flush());
    record.remove(QStringLiteral("revision"));
    record.remove(QStringLiteral("created"));
    QStringList beside;
    for (const AxisKeys &axis : axisKeys()) {
        record.remove(axis.since); // it goes with its value
        if (record.contains(axis.value))
            beside << axis.since;
    }
    if (record.isEmpty())
        return false;
    if (!beside.isEmpty())
        beside << staysKey;
    KINDLING_GET(before,
                 m_journal.records().read(Entity::Lead, lead.value(), record.keys() + beside + QStringList{QStringLiteral("revision")}));
    endStays(before, record, at);
    return m_journal.update(Entity::Lead, lead.value(), record, before);
}

Result<LeadPatch> LeadWriter::patch(const Lead &like, const QStringList &columns, const QStringList &addTags, const QStringList &removeTags)
{
    LeadPatch patch;
    KINDLING_GET(values, leadValues(like));
    for (const QString &column : columns)
        patch.values.push_back({column, values[recordColumns(Entity::Lead).indexOf(column)]});
    for (const QString &tag : addTags) {
        KINDLING_GET(id, m_words.idFor(WordKind::Tag, tag));
        patch.addTags.push_back(id.toLongLong());
    }
    for (const QString &tag : removeTags) { // one that there is not is on no lead
        KINDLING_GET(id, m_words.find(WordKind::Tag, tag));
        if (!id.isNull())
            patch.removeTags.push_back(id.toLongLong());
    }
    return patch;
}

} // namespace kindling
