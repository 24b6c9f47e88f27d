// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/editedsince.h"

#include "core/base/try.h"
#include "core/store/columnvalues.h"
#include "core/store/connection.h"

#include <map>
#include <unordered_set>
#include <vector>

namespace kindling {

namespace {

struct RecordChange
{
    qint64 change = 0;
    QJsonObject before;
    QJsonObject after;
};

/// What became of one key from one merge to the next.
struct KeyEdit
{
    QJsonValue was;
    QJsonValue is;
};

/// The edits of a record, one key at a time, as long as no merge comes between.
class KeyEdits
{
public:
    void edit(const RecordChange &row)
    {
        for (auto it = row.after.begin(); it != row.after.end(); ++it)
            m_open.try_emplace(it.key(), KeyEdit{row.before[it.key()], {}}).first->second.is = it.value();
    }

    /// From here on the value is the merge's.
    void merge(const RecordChange &row)
    {
        for (auto it = row.after.begin(); it != row.after.end(); ++it) {
            if (const auto open = m_open.extract(it.key()))
                close(open.key(), open.mapped());
        }
    }

    QStringList keys()
    {
        for (const auto &[key, edit] : m_open)
            close(key, edit);
        m_open.clear();
        return m_keys;
    }

private:
    void close(const QString &key, const KeyEdit &edit)
    {
        if (edit.was != edit.is && !m_keys.contains(key))
            m_keys += key;
    }

    std::map<QString, KeyEdit> m_open;
    QStringList m_keys;
};

/// `rows`: the change, whether it tells of a merge and not of the record, and what it changed, in their order.
QStringList keysEdited(Statement &rows)
{
    std::vector<RecordChange> changes;
    std::unordered_set<qint64> merges;
    while (rows.next()) {
        if (rows.integer(1) != 0)
            merges.insert(rows.integer(0));
        else
            changes.push_back({rows.integer(0), objectOf(rows.text(2)), objectOf(rows.text(3))});
    }
    KeyEdits edits;
    for (const RecordChange &row : changes) {
        if (merges.contains(row.change))
            edits.merge(row);
        else
            edits.edit(row);
    }
    return edits.keys();
}

} // namespace

Result<QStringList> keysEditedBetween(Connection &connection, LeadId lead, ChangeId after, ChangeId before)
{
    KINDLING_GET(rows,
                 connection.run(QStringLiteral("SELECT change_id, entity = 'merged_lead', before, after FROM change_row WHERE lead_id = ? "
                                               "AND lead_id <> 0 AND change_id > ? AND change_id < ? AND entity IN ('lead', "
                                               "'merged_lead') ORDER BY change_id, step"),
                                {lead.value(), after.value(), before.value()}));
    return keysEdited(*rows);
}

Result<QStringList> keysEditedBetween(Connection &connection, CompanyId company, ChangeId after, ChangeId before)
{
    KINDLING_GET(rows,
                 connection.run(QStringLiteral("SELECT change_id, entity = 'merged_company', before, after FROM change_row WHERE "
                                               "change_id > ? AND change_id < ? AND lead_id = 0 AND (entity = 'merged_company' OR "
                                               "entity = 'company' AND entity_id = ?) ORDER BY change_id, step"),
                                {after.value(), before.value(), company.value()}));
    return keysEdited(*rows);
}

} // namespace kindling
