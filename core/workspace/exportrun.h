// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/tablewriter.h"
#include "core/workspace/exportservice.h"

#include <QFile>

namespace kindling {

class Connection;
class LeadScores;

/// One export: walks the leads page by page and writes what is asked for.
class ExportRun
{
public:
    ExportRun(Connection &connection, const ExportRequest &request, const FieldContext &fields, UtcMs now, Progress &progress)
        : m_connection(connection)
        , m_request(request)
        , m_fields(fields)
        , m_now(now)
        , m_progress(progress)
    {
    }

    /// Where the scores of the leads come from; none without.
    void setScores(const LeadScores *scores) { m_scores = scores; }

    Result<ExportedRecords> write(const std::vector<LeadId> &leads, QFile &file);

private:
    using Page = std::vector<Lead>;
    using Write = std::function<void(const QByteArray &)>;

    Result<void> forEachPage(const std::vector<LeadId> &leads, const std::function<Result<void>(const Page &)> &visit);
    Result<void> forEachCompany(const std::vector<LeadId> &leads, const std::function<Result<void>(const Company &)> &visit);
    Result<void> forEachActivity(const std::vector<LeadId> &leads,
                                 const std::function<Result<void>(const Activity &, const Lead &)> &visit);
    Result<void> forEachFollowUp(const std::vector<LeadId> &leads,
                                 const std::function<Result<void>(const FollowUp &, const Lead &)> &visit);

    /// A row; `name` is said when a text of it was cut.
    Result<void> put(TableWriter &table, const QStringList &cells, const QString &name);
    Result<void> writeTable(const std::vector<LeadId> &leads, TableWriter &table);
    Result<void> writeJson(const std::vector<LeadId> &leads, const Write &write);
    Result<void> writeCards(const std::vector<LeadId> &leads, const Write &write);
    Result<void> writeCalendar(const std::vector<LeadId> &leads, const Write &write);

    Connection &m_connection;
    const ExportRequest &m_request;
    FieldContext m_fields;
    UtcMs m_now;
    Progress &m_progress;
    const LeadScores *m_scores = nullptr;
    ExportedRecords m_written;
};

} // namespace kindling
