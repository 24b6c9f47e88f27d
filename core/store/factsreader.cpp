// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/factsreader.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/base/walltime.h"
#include "core/store/connection.h"
#include "core/store/fieldrepository.h"
#include "core/store/wordrepository.h"

#include <algorithm>
#include <unordered_map>

namespace kindling {

namespace {

/// The number of a key, made by the database: a text for each of a million leads would cost more than all that is read beside it.
template <typename Enum>
QString numberOf(const char *column)
{
    QString sql = QStringLiteral("CASE %1").arg(QLatin1String(column));
    for (const Enum value : allOf<Enum>())
        sql += QStringLiteral(" WHEN '%1' THEN %2").arg(keyOf(value)).arg(int(value));
    return sql + QStringLiteral(" END");
}

/// Reads what LeadFacts holds, in as few columns as can be: each costs a QVariant, each text two conversions.
QString selectFacts()
{
    static const QString sql = [] {
        QStringList words;
        for (const char *word : {"job_title", "industry", "company_size", "city", "region", "country", "language", "currency"})
            words += QStringLiteral("coalesce(%1, '')").arg(QLatin1String(word));
        return QStringLiteral("SELECT id, company_id, stage_id, owner_id, source_id, campaign_id, reason_id, %1, %2, %3, bant, "
                              "archived + 2 * coalesce(pinned, 0) + 4 * coalesce(do_not_email, 0) + 8 * coalesce(do_not_call, 0) + 16 * "
                              "coalesce(%5, 0), "
                              "value_minor, created, stage_since, outcome_since, last_activity, next_follow_up, "
                              "CAST(strftime('%s', expected_close) AS INTEGER), CAST(%4 || char(31) AS BLOB), CAST(search AS BLOB), "
                              "CAST(strftime('%s', back_on) AS INTEGER) FROM lead ")
            .arg(numberOf<Temperature>("temperature"), numberOf<Outcome>("outcome"), numberOf<QualifiedThrough>("qualified_through"),
                 words.join(QStringLiteral(" || char(31) || ")), numberOf<Consent>("consent"));
    }();
    return sql;
}

constexpr const char *selectFields = "SELECT lead_id, field_id, text, number FROM field_value ";
constexpr const char *fieldOrder = " ORDER BY lead_id, field_id, position";

/// What is yes or no of a lead, and its consent, in one number, as selectFacts() makes it.
void readMarks(quint32 marks, LeadFacts &f)
{
    f.archived = (marks & 1U) != 0;
    f.pinned = (marks & 2U) != 0;
    f.doNotEmail = (marks & 4U) != 0;
    f.doNotCall = (marks & 8U) != 0;
    f.consent = static_cast<Consent>(marks >> 4U);
}

void readFacts(const Statement &row, LeadFacts &f)
{
    f.id = row.integer(0);
    f.company = row.integer(1);
    f.stage = row.integer(2);
    f.owner = row.integer(3);
    f.source = row.integer(4);
    f.campaign = row.integer(5);
    f.reason = row.integer(6);
    f.temperature = static_cast<Temperature>(row.integer(7));
    f.outcome = static_cast<Outcome>(row.integer(8));
    f.qualifiedThrough = static_cast<QualifiedThrough>(row.integer(9));
    f.bant = quint8(row.integer(10));
    readMarks(quint32(row.integer(11)), f);
    f.hasValue = !row.isNull(12);
    f.valueMinor = row.integer(12);
    f.created = row.integer(13);
    f.stageSince = row.integer(14);
    f.outcomeSince = row.integer(15);
    f.lastActivity = row.integer(16);
    f.nextFollowUp = row.integer(17);
    f.expectedClose = row.integer(18) * 1000;
    f.words = row.value(19).toByteArray();
    f.text = row.value(20).toByteArray();
    f.backOn = row.integer(21) * 1000;
}

FieldFact fieldFact(const Statement &row, FieldType type)
{
    FieldFact fact{row.integer(1), row.integer(3), {}};
    if (type == FieldType::Date)
        fact.number = midnightOf(row.text(2));
    else if (type == FieldType::Money)
        fact.text = row.text(2).toUtf8();
    else
        fact.text = foldedUtf8(row.text(2));
    return fact;
}

Result<std::vector<Dictionaries::Entry>> entries(Connection &connection, const QString &sql)
{
    KINDLING_GET(rows, connection.run(sql));
    std::vector<Dictionaries::Entry> entries;
    while (rows->next())
        entries.push_back({rows->integer(0), rows->text(1)});
    return entries;
}

} // namespace

Result<void> FactsReader::readTags(const QString &where, const QVariantList &values, std::vector<LeadFacts> &facts)
{
    KINDLING_GET(
        rows,
        m_connection.run(QStringLiteral("SELECT lead_id, word_id FROM lead_tag ") + where + QStringLiteral(" ORDER BY lead_id"), values));
    size_t at = 0;
    while (rows->next()) {
        const qint64 lead = rows->integer(0);
        while (at < facts.size() && facts[at].id < lead)
            ++at;
        if (at < facts.size() && facts[at].id == lead)
            facts[at].tags.push_back(rows->integer(1));
    }
    return {};
}

Result<std::unordered_map<qint64, FieldType>> FactsReader::fieldTypes()
{
    KINDLING_GET(fields, FieldRepository(m_connection).fields());
    std::unordered_map<qint64, FieldType> types;
    for (const CustomField &field : fields)
        types.emplace(field.id.value(), field.type);
    return types;
}

Result<void> FactsReader::readFields(const QString &where, const QVariantList &values, std::vector<LeadFacts> &facts)
{
    KINDLING_GET(types, fieldTypes());
    if (types.empty())
        return {};
    KINDLING_GET(rows, m_connection.run(QLatin1String(selectFields) + where + QLatin1String(fieldOrder), values));
    size_t at = 0;
    while (rows->next()) {
        const qint64 lead = rows->integer(0);
        while (at < facts.size() && facts[at].id < lead)
            ++at;
        if (at < facts.size() && facts[at].id == lead)
            facts[at].fields.push_back(fieldFact(*rows, types[rows->integer(1)]));
    }
    return {};
}

Result<qint64> FactsReader::count()
{
    KINDLING_GET(count, m_connection.integer(QStringLiteral("SELECT count(*) FROM lead")));
    return count.value_or(0);
}

Result<qint64> FactsReader::idAfter(qint64 before)
{
    KINDLING_GET(id, m_connection.integer(QStringLiteral("SELECT id FROM lead ORDER BY id LIMIT 1 OFFSET ?"), {before}));
    return id.value_or(std::numeric_limits<qint64>::max());
}

Result<void> FactsReader::each(const Range &range, const Progress &progress, const std::function<void(const LeadFacts &)> &visit)
{
    const QVariantList ends{range.from, range.until};
    KINDLING_GET(rows, m_connection.run(selectFacts() + QStringLiteral("WHERE id >= ? AND id < ? ORDER BY id"), ends));
    KINDLING_GET(tags,
                 m_connection.run(
                     QStringLiteral("SELECT lead_id, word_id FROM lead_tag WHERE lead_id >= ? AND lead_id < ? ORDER BY lead_id"), ends));
    bool moreTags = tags->next();
    KINDLING_GET(types, fieldTypes());
    KINDLING_GET(fields,
                 m_connection.run(
                     QLatin1String(selectFields) + QStringLiteral("WHERE lead_id >= ? AND lead_id < ?") + QLatin1String(fieldOrder), ends));
    bool moreFields = fields->next();
    LeadFacts facts;
    while (rows->next()) {
        if (progress.cancelled()) {
            rows->finish();
            tags->finish();
            fields->finish();
            return Error{ErrorCode::Cancelled, {}, {}};
        }
        readFacts(*rows, facts);
        facts.tags.clear();
        for (; moreTags && tags->integer(0) <= facts.id; moreTags = tags->next())
            facts.tags.push_back(tags->integer(1));
        facts.fields.clear();
        for (; moreFields && fields->integer(0) <= facts.id; moreFields = fields->next())
            facts.fields.push_back(fieldFact(*fields, types[fields->integer(1)]));
        visit(facts);
    }
    tags->finish();
    fields->finish();
    return {};
}

Result<std::vector<LeadFacts>> FactsReader::some(const std::vector<LeadId> &ids)
{
    const QString idList = jsonIds(ids);
    KINDLING_GET(rows,
                 m_connection.run(selectFacts() + QStringLiteral("WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"), {idList}));
    std::vector<LeadFacts> facts;
    while (rows->next())
        readFacts(*rows, facts.emplace_back());
    const QString these = QStringLiteral("WHERE lead_id IN (SELECT value FROM json_each(?))");
    KINDLING_TRY(readTags(these, {idList}, facts));
    KINDLING_TRY(readFields(these, {idList}, facts));
    return facts;
}

Result<Dictionaries> FactsReader::dictionaries()
{
    KINDLING_GET(all, words());
    KINDLING_GET(companies, entries(m_connection, QStringLiteral("SELECT id, name FROM company")));
    all.companies = std::move(companies);
    return std::move(all);
}

Result<Dictionaries> FactsReader::dictionariesOf(ChangeId change)
{
    KINDLING_GET(all, words());
    KINDLING_GET(companies,
                 entries(m_connection,
                         QStringLiteral("SELECT id, name FROM company WHERE id IN "
                                        "(SELECT entity_id FROM change_row WHERE change_id = %1 AND entity = 'company')")
                             .arg(change.value())));
    all.companies = std::move(companies);
    return std::move(all);
}

Result<Dictionaries> FactsReader::dictionariesWith(qint64 company)
{
    KINDLING_GET(all, words());
    KINDLING_GET(companies, entries(m_connection, QStringLiteral("SELECT id, name FROM company WHERE id = %1").arg(company)));
    all.companies = std::move(companies);
    return std::move(all);
}

Result<Dictionaries> FactsReader::words()
{
    Dictionaries all;
    const auto word = [&](const char *kind, std::vector<Dictionaries::Entry> &into) -> Result<void> {
        KINDLING_GET(
            found,
            entries(m_connection, QStringLiteral("SELECT id, name FROM word WHERE kind = '%1' ORDER BY folded").arg(QLatin1String(kind))));
        into = std::move(found);
        return {};
    };
    KINDLING_GET(stages, m_connection.run(QStringLiteral("SELECT id, name, win_percent FROM stage ORDER BY position, id")));
    while (stages->next()) {
        all.stages.push_back({stages->integer(0), stages->text(1)});
        all.winPercents.push_back(int(stages->integer(2)));
    }
    KINDLING_TRY(word("member", all.owners));
    KINDLING_TRY(word("source", all.sources));
    KINDLING_TRY(word("campaign", all.campaigns));
    KINDLING_TRY(word("reason", all.reasons));
    KINDLING_TRY(word("tag", all.tags));
    KINDLING_GET(fields, FieldRepository(m_connection).fields());
    all.fields = std::move(fields);
    KINDLING_GET(rules, qualificationRules(m_connection));
    for (const QualificationQuestion &question : rules.framework().questions)
        all.card.push_back(question.field);
    return all;
}

} // namespace kindling
