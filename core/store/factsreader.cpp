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

/// The columns of selectFacts(), in their order.
enum FactColumn {
    IdColumn,
    CompanyColumn,
    StageColumn,
    OwnerColumn,
    SourceColumn,
    CampaignColumn,
    ReasonColumn,
    TemperatureColumn,
    OutcomeColumn,
    QualifiedThroughColumn,
    BantColumn,
    ArchivedColumn,
    PinnedColumn,
    DoNotEmailColumn,
    DoNotCallColumn,
    ConsentColumn,
    ValueColumn,
    CreatedColumn,
    StageSinceColumn,
    OutcomeSinceColumn,
    LastActivityColumn,
    NextFollowUpColumn,
    ExpectedCloseColumn,
    BackOnColumn,
    SearchColumn,
    FirstWordColumn, ///< eight of them
};
constexpr int factWords = 8;

/// Everything as it is stored: what SQL would make of it costs more than to read it.
const QString &selectFacts()
{
    static const QString sql = QStringLiteral(
        "SELECT id, company_id, stage_id, owner_id, source_id, campaign_id, reason_id, temperature, outcome, qualified_through, bant, "
        "archived, pinned, do_not_email, do_not_call, consent, value_minor, created, stage_since, outcome_since, last_activity, "
        "next_follow_up, expected_close, back_on, search, job_title, industry, company_size, city, region, country, language, currency "
        "FROM lead ");
    return sql;
}

constexpr const char *selectFields = "SELECT lead_id, field_id, text, number FROM field_value ";
constexpr const char *fieldOrder = " ORDER BY lead_id, field_id, position";

/// The value of a key as it lies in a row; the first one, which is none or nothing special, for NULL.
template <typename Enum>
Enum valueOf(std::string_view key)
{
    static const std::vector<std::pair<QByteArray, Enum>> keys = [] {
        std::vector<std::pair<QByteArray, Enum>> all;
        for (const Enum value : allOf<Enum>())
            all.emplace_back(keyOf(value).toUtf8(), value);
        return all;
    }();
    for (const auto &[known, value] : keys) {
        if (std::string_view(known.constData(), size_t(known.size())) == key)
            return value;
    }
    return Enum{};
}

/// Into memory that is there already.
void append(QByteArray &to, std::string_view text)
{
    to.append(text.data(), qsizetype(text.size()));
}

void readFacts(const Statement &row, LeadFacts &f)
{
    f.id = row.integer(IdColumn);
    f.company = row.integer(CompanyColumn);
    f.stage = row.integer(StageColumn);
    f.owner = row.integer(OwnerColumn);
    f.source = row.integer(SourceColumn);
    f.campaign = row.integer(CampaignColumn);
    f.reason = row.integer(ReasonColumn);
    f.temperature = valueOf<Temperature>(row.view(TemperatureColumn));
    f.outcome = valueOf<Outcome>(row.view(OutcomeColumn));
    f.qualifiedThrough = valueOf<QualifiedThrough>(row.view(QualifiedThroughColumn));
    f.bant = quint8(row.integer(BantColumn));
    f.archived = row.integer(ArchivedColumn) != 0;
    f.pinned = row.integer(PinnedColumn) != 0;
    f.doNotEmail = row.integer(DoNotEmailColumn) != 0;
    f.doNotCall = row.integer(DoNotCallColumn) != 0;
    f.consent = valueOf<Consent>(row.view(ConsentColumn));
    f.hasValue = !row.isNull(ValueColumn);
    f.valueMinor = row.integer(ValueColumn);
    f.created = row.integer(CreatedColumn);
    f.stageSince = row.integer(StageSinceColumn);
    f.outcomeSince = row.integer(OutcomeSinceColumn);
    f.lastActivity = row.integer(LastActivityColumn);
    f.nextFollowUp = row.integer(NextFollowUpColumn);
    f.expectedClose = row.isNull(ExpectedCloseColumn) ? 0 : midnightOf(row.text(ExpectedCloseColumn));
    f.backOn = row.isNull(BackOnColumn) ? 0 : midnightOf(row.text(BackOnColumn));
    f.text.resize(0);
    append(f.text, row.view(SearchColumn));
    f.words.resize(0);
    for (int word = 0; word < factWords; ++word) {
        append(f.words, row.view(FirstWordColumn + word));
        f.words += '\x1f';
    }
}

FieldFact fieldFact(const Statement &row, FieldType type)
{
    FieldFact fact{row.integer(1), row.integer(3), {}};
    if (type == FieldType::Date)
        fact.number = midnightOf(row.text(2));
    else if (type == FieldType::Money)
        fact.text = row.bytes(2);
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
    return m_connection.reportFailedRead(); // all leads, or none
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
    return whole(m_connection, Result(std::move(facts)));
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
