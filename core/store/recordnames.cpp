// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recordnames.h"

#include "core/base/try.h"
#include "core/store/columnvalues.h"
#include "core/store/connection.h"
#include "core/store/fieldrepository.h"

#include <algorithm>

namespace kindling {

namespace {

const QString nameKey = QStringLiteral("name");
const QString companyRevisionKey = QStringLiteral("revision");

} // namespace

Result<QString> RecordNames::nameOf(const QString &table, const QJsonValue &id)
{
    if (id.isNull() || id.isUndefined())
        return QString();
    const auto known = m_names.find(id.toInteger());
    if (known != m_names.end())
        return known->second;
    KINDLING_GET(name, m_connection.text(QStringLiteral("SELECT name FROM %1 WHERE id = ?").arg(table), {id.toInteger()}));
    m_names.emplace(id.toInteger(), name);
    return name;
}

Result<QString> RecordNames::companyAfter(ChangeId change, const QJsonValue &id)
{
    if (id.isNull() || id.isUndefined())
        return QString();
    const qint64 company = id.toInteger();
    auto names = m_companies.find(company);
    if (names == m_companies.end()) {
        KINDLING_GET(last, lastNames(company, change));
        if (!last)
            return QString();
        names = m_companies.emplace(company, std::move(*last)).first;
    }
    while (names->second.revision > change)
        KINDLING_TRY(lookFurtherBack(company, names->second));
    QString name = names->second.last;
    for (const auto &[until, former] : names->second.former) {
        if (until > change)
            name = former;
    }
    return name;
}

Result<std::optional<RecordNames::CompanyNames>> RecordNames::lastNames(qint64 company, ChangeId change)
{
    KINDLING_GET(present, m_connection.run(QStringLiteral("SELECT name, revision FROM company WHERE id = ?"), {company}));
    if (present->next()) {
        CompanyNames names{present->text(0), {}, ChangeId(present->integer(1))};
        present->finish();
        return std::optional(std::move(names));
    }
    KINDLING_GET(merged, m_connection.text(QStringLiteral("SELECT record FROM merged_company WHERE id = ?"), {company}));
    QJsonObject record = objectOf(merged);
    if (record.isEmpty()) { // an undo that took it from its leads may have removed it, too
        KINDLING_GET(removed,
                     m_connection.text(QStringLiteral("SELECT before FROM change_row WHERE change_id = ? AND entity = 'company' AND "
                                                      "entity_id = ? AND op = 'remove'"),
                                       {change.value(), company}));
        record = objectOf(removed);
    }
    if (record.isEmpty())
        return std::optional<CompanyNames>();
    return std::optional(CompanyNames{record[nameKey].toString(), {}, ChangeId(record[companyRevisionKey].toInteger())});
}

/// Each change to a company notes the one before: so its names are found without a search for them.
Result<void> RecordNames::lookFurtherBack(qint64 company, CompanyNames &names)
{
    const ChangeId change = std::exchange(names.revision, {});
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT entity = 'merged_company', before FROM change_row WHERE change_id = ? AND "
                                                 "entity_id = ? AND ((entity = 'company' AND op = 'update') OR (entity = "
                                                 "'merged_company' AND op = 'remove')) ORDER BY step"),
                                  {change.value(), company}));
    ChangeId earlier;
    bool renamed = false;
    while (rows->next()) { // a merge of several changes it more than once
        QJsonObject before = objectOf(rows->text(1));
        if (rows->integer(0) != 0) // it was taken out of another: its own record lay in there
            before = objectOf(before[QStringLiteral("record")].toString());
        if (earlier.isNull())
            earlier = ChangeId(before[companyRevisionKey].toInteger());
        if (!renamed && before.contains(nameKey)) {
            names.former.emplace_back(change, before[nameKey].toString());
            renamed = true;
        }
    }
    if (earlier < change)
        names.revision = earlier;
    return {};
}

Result<const CustomField *> RecordNames::fieldOf(CustomFieldId id)
{
    if (id.isNull())
        return static_cast<const CustomField *>(nullptr);
    if (!m_fields) {
        KINDLING_GET(fields, FieldRepository(m_connection).fields());
        m_fields = std::move(fields);
    }
    const auto field = std::find_if(m_fields->begin(), m_fields->end(), [id](const CustomField &f) { return f.id == id; });
    return field == m_fields->end() ? nullptr : &*field;
}

} // namespace kindling
