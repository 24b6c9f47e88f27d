// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/companysearch.h"

#include "core/base/try.h"
#include "core/store/connection.h"

namespace kindling {

namespace {

/// Which companies have all these words; the names of those that are part of them are theirs, too.
QString companiesHaving(const QStringList &words, QVariantList &values)
{
    const QString test = QStringList(words.size(), QStringLiteral("instr(folded, ?) > 0")).join(QStringLiteral(" AND "));
    for (int side = 0; side < 2; ++side) {
        for (const QString &word : words)
            values += word;
    }
    return QStringLiteral("((%1) OR id IN (SELECT survivor_id FROM merged_company WHERE %1))").arg(test);
}

} // namespace

Result<OtherCompanies> otherCompanies(Connection &connection, const QStringList &words, const QString &whole,
                                      const std::vector<CompanyId> &shown)
{
    if (words.isEmpty())
        return OtherCompanies();
    QVariantList values;
    const QString asItStands = companiesHaving({whole}, values);
    const QString inAnyOrder = companiesHaving(words, values);
    values += jsonIds(shown);
    KINDLING_GET(
        row,
        connection.run(QStringLiteral("SELECT count(*), sum(%1) FROM company WHERE %2 AND id NOT IN (SELECT value FROM json_each(?))")
                           .arg(asItStands, inAnyOrder),
                       values));
    OtherCompanies others;
    if (row->next())
        others = {row->integer(0), row->integer(1)};
    row->finish();
    return others;
}

} // namespace kindling
