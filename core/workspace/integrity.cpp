// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/integrity.h"

#include "core/base/try.h"
#include "core/store/connection.h"

#include <QCoreApplication>

#include <array>

namespace kindling {

namespace {

struct Check
{
    const char *sql; ///< counts what is wrong
    const char *finding;
};

constexpr std::array<Check, 7> checks{{
    {"SELECT count(*) FROM lead WHERE last_activity IS NOT (SELECT max(at) FROM activity WHERE lead_id = lead.id)",
     QT_TRANSLATE_NOOP("kindling", "%1 leads have a last activity that is not in their timeline.")},
    {"SELECT count(*) FROM lead WHERE next_follow_up IS NOT (SELECT min(coalesce(snoozed_until, due)) FROM follow_up WHERE lead_id = "
     "lead.id "
     "AND state = 'open')",
     QT_TRANSLATE_NOOP("kindling", "%1 leads have a next follow-up that is not planned.")},
    {"SELECT count(*) FROM stay WHERE until_time <= from_time", QT_TRANSLATE_NOOP("kindling", "%1 stays end before they begin.")},
    {"SELECT count(*) FROM (SELECT from_time < lag(until_time) OVER (PARTITION BY lead_id, axis ORDER BY from_time) AS overlaps FROM stay) "
     "WHERE "
     "overlaps",
     QT_TRANSLATE_NOOP("kindling", "%1 stays overlap the one before.")},
    {"SELECT count(*) FROM lead WHERE value_minor IS NOT NULL AND currency IS NULL",
     QT_TRANSLATE_NOOP("kindling", "%1 leads have a value without its currency.")},
    {"SELECT count(*) FROM lead LEFT JOIN lead_text ON lead_id = id WHERE lead_id IS NULL",
     QT_TRANSLATE_NOOP("kindling", "%1 leads lack their texts.")},
    {"SELECT count(*) FROM change_row LEFT JOIN change ON id = change_id WHERE id IS NULL",
     QT_TRANSLATE_NOOP("kindling", "%1 entries of the history belong to no change.")},
}};

Result<void> addSqliteFindings(Connection &connection, QStringList &into)
{
    KINDLING_GET(rows, connection.run(QStringLiteral("PRAGMA integrity_check")));
    while (rows->next()) {
        if (rows->text(0) != u"ok")
            into += rows->text(0);
    }
    KINDLING_GET(keys, connection.run(QStringLiteral("PRAGMA foreign_key_check")));
    while (keys->next()) {
        into +=
            QCoreApplication::translate("kindling", "A row of %1 names a row of %2 that is not there.").arg(keys->text(0), keys->text(2));
    }
    return {};
}

/// The columns against the store: as many leads, and the same sums by outcome.
Result<void> addColumnFindings(Connection &connection, const ColumnSnapshot &columns, QStringList &into)
{
    RowSet all(columns.rowCount(), false);
    KINDLING_GET(ids, connection.run(QStringLiteral("SELECT id FROM lead")));
    qint64 missing = 0;
    while (ids->next()) {
        if (const auto row = columns.rowOf(LeadId(ids->integer(0))))
            all.insert(*row);
        else
            ++missing;
    }
    if (missing > 0)
        into += QCoreApplication::translate("kindling", "%1 leads are missing from the columns.").arg(missing);
    const std::vector<GroupTotals> groups = columns.group(all, LeadField::Outcome, 0);
    KINDLING_GET(rows,
                 connection.run(QStringLiteral("SELECT outcome, count(*), coalesce(sum(value_minor), 0) FROM lead GROUP BY outcome")));
    while (rows->next()) {
        const std::optional<Outcome> outcome = fromKey<Outcome>(rows->text(0));
        qint64 count = 0;
        qint64 minor = 0;
        for (const GroupTotals &group : groups) {
            if (!outcome || group.key != qint64(*outcome))
                continue;
            count = group.count;
            for (const Money &part : group.value.parts())
                minor += part.minor;
        }
        if (count != rows->integer(1) || minor != rows->integer(2))
            into += QCoreApplication::translate("kindling", "The columns count %1 leads as %2, the database %3.")
                        .arg(count)
                        .arg(rows->text(0))
                        .arg(rows->integer(1));
    }
    return {};
}

} // namespace

Result<QStringList> findings(Connection &connection, const ColumnSnapshot &columns)
{
    QStringList found;
    KINDLING_TRY(addSqliteFindings(connection, found));
    for (const Check &check : checks) {
        KINDLING_GET(wrong, connection.integer(QLatin1String(check.sql)));
        if (wrong.value_or(0) > 0)
            found += QCoreApplication::translate("kindling", check.finding).arg(*wrong);
    }
    KINDLING_TRY(addColumnFindings(connection, columns, found));
    return found;
}

} // namespace kindling
