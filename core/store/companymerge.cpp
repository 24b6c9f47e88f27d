// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/companymerge.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/store/columnvalues.h"
#include "core/store/companyrepository.h"
#include "core/store/connection.h"
#include "core/store/editedsince.h"
#include "core/store/recordarrays.h"

#include <QCoreApplication>

#include <limits>

namespace kindling {

namespace {

const QString companyKeyOfLead = QStringLiteral("company_id");
const QString survivorKey = QStringLiteral("survivor_id");
const QString revisionKeyOfRule = QStringLiteral("revision");

/// The ids of the first column.
Result<std::vector<qint64>> idsFrom(Connection &connection, const QString &sql, const QVariantList &values)
{
    KINDLING_GET(rows, connection.run(sql, values));
    std::vector<qint64> ids;
    while (rows->next())
        ids.push_back(rows->integer(0));
    return ids;
}

/// The records of a kind that a change took from one id to another in a column.
Result<std::vector<qint64>> movedBy(Connection &connection, ChangeId change, Entity entity, const QString &column, CompanyId from)
{
    return idsFrom(connection,
                   QStringLiteral("SELECT entity_id FROM change_row WHERE change_id = ? AND entity = ? AND op = 'update' AND "
                                  "json_extract(before, '$.%1') = ?")
                       .arg(column),
                   {change.value(), entityName(entity), from.value()});
}

} // namespace

CompanyMerge::CompanyMerge(Connection &connection, Journal &journal)
    : m_connection(connection)
    , m_journal(journal)
{
}

Result<void> CompanyMerge::merge(const Company &merged, const Company &other, UtcMs at)
{
    const qint64 survivor = merged.id.value();
    const QVariantList from{other.id.value()};
    KINDLING_GET(leads, idsFrom(m_connection, QStringLiteral("SELECT id FROM lead WHERE company_id = ?"), from));
    for (const qint64 lead : leads)
        KINDLING_TRY(m_journal.update(Entity::Lead, lead, {{companyKeyOfLead, survivor}}));
    // What was merged into the other before goes along.
    KINDLING_GET(earlier, idsFrom(m_connection, QStringLiteral("SELECT id FROM merged_company WHERE survivor_id = ?"), from));
    for (const qint64 company : earlier)
        KINDLING_TRY(m_journal.update(Entity::MergedCompany, company, {{survivorKey, survivor}}));
    KINDLING_GET(record, m_journal.records().read(Entity::Company, other.id.value()));
    KINDLING_TRY(m_journal.remove(Entity::Company, other.id.value()));
    KINDLING_TRY(m_journal.create(Entity::MergedCompany, other.id.value(),
                                  {{survivorKey, survivor},
                                   {QStringLiteral("folded"), folded(other.name)},
                                   {QStringLiteral("name"), other.name},
                                   {QStringLiteral("at"), at},
                                   {QStringLiteral("record"), QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact))}}));
    // For each company by itself, so that each can be taken out by itself.
    const Result<bool> saved = CompanyRepository(m_connection, &m_journal).save(merged);
    return saved ? Result<void>() : Result<void>(saved.error());
}

Result<void> CompanyMerge::mayComeBack(const MergedCompany &company)
{
    const auto refused = [&](const char *why) {
        return Error{ErrorCode::Conflict, company.name, QCoreApplication::translate("kindling", why)};
    };
    KINDLING_GET(present, m_connection.integer(QStringLiteral("SELECT id FROM company WHERE id = ?"), {company.survivor.value()}));
    if (!present)
        return refused(QT_TRANSLATE_NOOP("kindling", "what it was merged into is not there any more; bring that back first"));
    KINDLING_GET(further, MergedCompanies(m_connection).between(company));
    if (further)
        return refused(QT_TRANSLATE_NOOP("kindling", "what it was merged into was merged further; take that apart first"));
    KINDLING_GET(namesake, m_connection.integer(QStringLiteral("SELECT id FROM company WHERE folded = ?"), {folded(company.name)}));
    if (namesake)
        return refused(QT_TRANSLATE_NOOP("kindling", "another company has that name by now; give that one another first"));
    return {};
}

Result<CompanySplitReport> CompanyMerge::split(const MergedCompany &company)
{
    KINDLING_TRY(mayComeBack(company));
    KINDLING_GET(step, MergedCompanies(m_connection).stepOf(company));
    CompanySplitReport report;
    KINDLING_GET(edited, keysEditedBetween(m_connection, company.survivor, step.change, m_journal.id()));
    KINDLING_TRY(giveSurvivorBack(company, step, report));
    for (const QString &key : edited) { // also of what the merge had not touched
        if (!report.keptFields.contains(key))
            report.keptFields += key;
    }
    KINDLING_TRY(bringBack(company));
    KINDLING_TRY(moveBack(company, step.change, report));
    return report;
}

/// What the survivor became with this company: the first of its rows after the company was put away, and before the next one was.
Result<void> CompanyMerge::giveSurvivorBack(const MergedCompany &company, const CompanyMergeStep &step, CompanySplitReport &report)
{
    const QString next =
        QStringLiteral("SELECT min(step) FROM change_row WHERE change_id = ? AND step > ? AND entity = 'merged_company' AND op = 'create'");
    KINDLING_GET(until, m_connection.integer(next, {step.change.value(), step.step}));
    KINDLING_GET(row,
                 m_connection.run(QStringLiteral("SELECT before, after FROM change_row WHERE change_id = ? AND step > ? AND step < ? AND "
                                                 "entity = 'company' AND op = 'update' ORDER BY step LIMIT 1"),
                                  {step.change.value(), step.step, until.value_or(std::numeric_limits<int>::max())}));
    if (!row->next())
        return {};
    QJsonObject was = objectOf(row->text(0));
    QJsonObject is = objectOf(row->text(1));
    row->finish();
    was.remove(QStringLiteral("revision"));
    is.remove(QStringLiteral("revision"));
    // An amount goes with its currency: where only one of them became another, the other is that of both companies.
    KINDLING_GET(put, m_journal.records().read(Entity::MergedCompany, company.id.value(), {QStringLiteral("record")}));
    const QJsonObject other = objectOf(put[QStringLiteral("record")].toString());
    const QStringList amount{QStringLiteral("revenue_minor"), QStringLiteral("revenue_currency")};
    for (const QString &key : amount) {
        const bool alone = !is.contains(key) && (is.contains(amount[0]) || is.contains(amount[1]));
        if (alone) {
            was.insert(key, other[key]);
            is.insert(key, other[key]);
        }
    }
    KINDLING_GET(now, m_journal.records().read(Entity::Company, company.survivor.value(), is.keys()));
    const QJsonObject back = takenOut(was, is, now, report.keptFields);
    const Result<bool> written = m_journal.update(Entity::Company, company.survivor.value(), back);
    return written ? Result<void>() : Result<void>(written.error());
}

Result<void> CompanyMerge::bringBack(const MergedCompany &company)
{
    const QString key = QStringLiteral("record");
    KINDLING_GET(row, m_journal.records().read(Entity::MergedCompany, company.id.value(), {key}));
    QJsonObject record = objectOf(row[key].toString());
    record.insert(QStringLiteral("revision"), m_journal.id().value());
    KINDLING_TRY(m_journal.remove(Entity::MergedCompany, company.id.value()));
    return m_journal.create(Entity::Company, company.id.value(), record);
}

/// Its leads, as far as they are where the merge had put them, and what had been merged into it before.
Result<void> CompanyMerge::moveBack(const MergedCompany &company, ChangeId merge, CompanySplitReport &report)
{
    KINDLING_GET(earlier, movedBy(m_connection, merge, Entity::MergedCompany, survivorKey, company.id));
    for (const qint64 id : earlier) {
        KINDLING_GET(survivor, m_connection.integer(QStringLiteral("SELECT survivor_id FROM merged_company WHERE id = ?"), {id}));
        if (survivor == company.survivor.value())
            KINDLING_TRY(m_journal.update(Entity::MergedCompany, id, {{survivorKey, company.id.value()}}));
    }
    KINDLING_GET(leads, movedBy(m_connection, merge, Entity::Lead, companyKeyOfLead, company.id));
    for (const qint64 lead : leads) {
        KINDLING_GET(there, m_connection.integer(QStringLiteral("SELECT coalesce(company_id, 0) FROM lead WHERE id = ?"), {lead}));
        if (!there)
            continue;
        if (*there != company.survivor.value()) {
            ++report.leadsElsewhere;
            continue;
        }
        KINDLING_TRY(m_journal.update(Entity::Lead, lead, {{companyKeyOfLead, company.id.value()}}));
        ++report.leads;
    }
    return {};
}

Result<void> CompanyMerge::giveRulesBack(ChangeId merge)
{
    struct Rewritten
    {
        Entity entity;
        qint64 id;
        QJsonObject was;
        QJsonObject is;
    };
    KINDLING_GET(
        rows,
        m_connection.run(QStringLiteral("SELECT entity, entity_id, before, after FROM change_row WHERE change_id = ? AND entity IN "
                                        "('segment', 'saved_view', 'setting') AND op = 'update' ORDER BY step DESC"),
                         {merge.value()}));
    std::vector<Rewritten> rewritten;
    while (rows->next())
        rewritten.push_back({*entityFromName(rows->text(0)), rows->integer(1), objectOf(rows->text(2)), objectOf(rows->text(3))});
    for (Rewritten &rule : rewritten) {
        rule.is.remove(revisionKeyOfRule);
        rule.was.remove(revisionKeyOfRule);
        const Result<QJsonObject> now = m_journal.records().read(rule.entity, rule.id, rule.is.keys());
        if (!now && now.error().code == ErrorCode::NotFound)
            continue;
        KINDLING_TRY(now);
        if (*now == rule.is)
            KINDLING_TRY(m_journal.update(rule.entity, rule.id, rule.was));
    }
    return {};
}

} // namespace kindling
