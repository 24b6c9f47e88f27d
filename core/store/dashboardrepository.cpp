// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dashboardrepository.h"

#include "core/base/try.h"
#include "core/store/connection.h"
#include "core/store/journal.h"

#include <QJsonObject>

namespace kindling {

namespace {

// Their rows; those of WorkspaceSetting come before.
constexpr qint64 dashboardSetting = 100;
constexpr qint64 firmSetting = 101;

} // namespace

Result<Dashboard> DashboardRepository::charts()
{
    KINDLING_GET(text, m_connection.text(QStringLiteral("SELECT value FROM setting WHERE id = ?"), {dashboardSetting}));
    return dashboardFrom(text).value_or(usualDashboard());
}

Result<void> DashboardRepository::save(Journal &journal, const Dashboard &charts)
{
    return put(journal, dashboardSetting, QStringLiteral("dashboard"), dashboardText(charts));
}

Result<QString> DashboardRepository::firm()
{
    return m_connection.text(QStringLiteral("SELECT value FROM setting WHERE id = ?"), {firmSetting});
}

Result<void> DashboardRepository::saveFirm(Journal &journal, const QString &name)
{
    return put(journal, firmSetting, QStringLiteral("firm"), name);
}

Result<void> DashboardRepository::put(Journal &journal, qint64 setting, const QString &key, const QString &value)
{
    KINDLING_GET(there, m_connection.integer(QStringLiteral("SELECT count(*) FROM setting WHERE id = ?"), {setting}));
    if (there.value_or(0) == 0)
        return journal.create(Entity::Setting, setting, {{QStringLiteral("key"), key}, {QStringLiteral("value"), value}});
    const Result<bool> written = journal.update(Entity::Setting, setting, {{QStringLiteral("value"), value}});
    return written ? Result<void>() : Result<void>(written.error());
}

} // namespace kindling
