// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bulkindexes.h"

#include "core/base/try.h"
#include "core/store/connection.h"

#include <array>
#include <utility>

namespace kindling {

namespace {

constexpr qint64 largeImport = 50'000;

// As in the migrations, but for those that an import itself asks: lead_external_id stays.
constexpr std::array<std::pair<const char *, const char *>, 6> indexes{{
    {"lead_created", "CREATE INDEX lead_created ON lead (created, id)"},
    {"lead_company", "CREATE INDEX lead_company ON lead (company_id) WHERE company_id IS NOT NULL"},
    {"contact_normalised", "CREATE INDEX contact_normalised ON contact (normalised)"},
    {"activity_lead", "CREATE INDEX activity_lead ON activity (lead_id, at)"},
    {"follow_up_lead", "CREATE INDEX follow_up_lead ON follow_up (lead_id)"},
    {"change_row_lead", "CREATE INDEX change_row_lead ON change_row (lead_id) WHERE lead_id <> 0"},
}};

} // namespace

Result<bool> BulkIndexes::worthIt() const
{
    if (m_expectedRows < largeImport)
        return false;
    KINDLING_GET(present, m_connection.integer(QStringLiteral("SELECT count(*) FROM lead")));
    return present.value_or(0) < m_expectedRows / 4;
}

Result<void> BulkIndexes::drop() const
{
    KINDLING_GET(worth, worthIt());
    for (const auto &[name, sql] : indexes) {
        if (worth)
            KINDLING_TRY(m_connection.execute(QStringLiteral("DROP INDEX %1").arg(QLatin1String(name))));
    }
    return {};
}

Result<void> BulkIndexes::create() const
{
    for (const auto &[name, sql] : indexes) {
        KINDLING_GET(present,
                     m_connection.integer(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name = ?"),
                                          {QLatin1String(name)}));
        if (present.value_or(0) == 0)
            KINDLING_TRY(m_connection.execute(QLatin1String(sql)));
    }
    return {};
}

} // namespace kindling
