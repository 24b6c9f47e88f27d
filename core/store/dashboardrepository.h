// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/dashboard.h"

namespace kindling {

class Connection;
class Journal;

/// The charts that the owner keeps in view: one setting of the workspace, the usual ones until somebody chose.
class DashboardRepository
{
public:
    explicit DashboardRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    Result<Dashboard> charts();
    /// Through the journal.
    Result<void> save(Journal &journal, const Dashboard &charts);

    /// The name of the firm, as it stands on printed reports.
    Result<QString> firm();
    Result<void> saveFirm(Journal &journal, const QString &name);

private:
    Result<void> put(Journal &journal, qint64 setting, const QString &key, const QString &value);

    Connection &m_connection;
};

} // namespace kindling
