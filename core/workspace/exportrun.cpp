// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/exportrun.h"

#include "core/base/try.h"
#include "core/exchange/calendarwriter.h"
#include "core/exchange/cardwriter.h"
#include "core/exchange/recordjson.h"
#include "core/exchange/recordtables.h"
#include "core/store/activityrepository.h"
#include "core/store/companyrepository.h"
#include "core/store/leadrepository.h"
#include "core/workspace/leadscores.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <unordered_set>

namespace kindling {

namespace {

constexpr size_t leadsAtOnce = 500;
constexpr qsizetype namedCuts = 3; ///< records with a cut text that are told by name

/// Records as a JSON document {"NAME": [ … ], "total": N}, one record a line.
class JsonList
{
public:
    JsonList(const char *name, std::function<void(const QByteArray &)> write)
        : m_write(std::move(write))
        , m_before(QByteArray("{\"") + name + "\": [\n")
    {
    }
    void add(const QJsonObject &record)
    {
        m_write(m_before + QJsonDocument(record).toJson(QJsonDocument::Compact));
        m_before = ",\n";
        ++m_total;
    }
    void end() { m_write((m_total == 0 ? m_before : QByteArray("\n")) + "], \"total\": " + QByteArray::number(m_total) + "}\n"); }

private:
    std::function<void(const QByteArray &)> m_write;
    QByteArray m_before;
    qint64 m_total = 0;
};

std::vector<TableColumn> columnsOf(ExportRecords records, const FieldContext &fields)
{
    switch (records) {
    case ExportRecords::Companies: return companyColumns();
    case ExportRecords::Activities: return activityColumns();
    case ExportRecords::FollowUps: return followUpColumns();
    case ExportRecords::Leads: break;
    }
    return leadColumns(fields);
}

QString sheetName(ExportRecords records)
{
    switch (records) {
    case ExportRecords::Companies: return QCoreApplication::translate("kindling", "Companies");
    case ExportRecords::Activities: return QCoreApplication::translate("kindling", "Activities");
    case ExportRecords::FollowUps: return QCoreApplication::translate("kindling", "Follow-ups");
    case ExportRecords::Leads: break;
    }
    return QCoreApplication::translate("kindling", "Leads");
}

const Lead *leadOf(const std::vector<Lead> &page, LeadId id)
{
    const auto found = std::find_if(page.begin(), page.end(), [id](const Lead &lead) { return lead.id == id; });
    return found == page.end() ? nullptr : &*found;
}

} // namespace

Result<void> ExportRun::forEachPage(const std::vector<LeadId> &leads, const std::function<Result<void>(const Page &)> &visit)
{
    LeadRepository repository(m_connection);
    for (size_t from = 0; from < leads.size(); from += leadsAtOnce) {
        if (m_progress.cancelled())
            return Error{ErrorCode::Cancelled, {}, {}};
        m_progress.report(qint64(from), qint64(leads.size()));
        const auto begin = leads.begin() + std::ptrdiff_t(from);
        const auto end = leads.begin() + std::ptrdiff_t(std::min(from + leadsAtOnce, leads.size()));
        KINDLING_GET(page, repository.leads({begin, end}));
        if (m_scores)
            m_scores->fill(page);
        KINDLING_TRY(visit(page));
    }
    m_progress.report(qint64(leads.size()), qint64(leads.size()));
    return {};
}

Result<void> ExportRun::forEachCompany(const std::vector<LeadId> &leads, const std::function<Result<void>(const Company &)> &visit)
{
    CompanyRepository companies(m_connection);
    const bool all = !m_request.leads && m_request.filter == Filter{};
    std::unordered_set<qint64> wanted;
    if (!all) {
        KINDLING_TRY(forEachPage(leads, [&](const Page &page) -> Result<void> {
            for (const Lead &lead : page)
                wanted.insert(lead.companyId.value());
            return {};
        }));
    }
    for (qint64 after = 0;;) {
        KINDLING_GET(page, companies.after(after, int(leadsAtOnce)));
        if (page.empty())
            return {};
        if (m_progress.cancelled())
            return Error{ErrorCode::Cancelled, {}, {}};
        after = page.back().id.value();
        for (const Company &company : page) {
            if (all || wanted.contains(company.id.value()))
                KINDLING_TRY(visit(company));
        }
    }
}

Result<void> ExportRun::forEachActivity(const std::vector<LeadId> &leads,
                                        const std::function<Result<void>(const Activity &, const Lead &)> &visit)
{
    return forEachPage(leads, [&](const Page &page) -> Result<void> {
        ActivityRepository repository(m_connection);
        for (const Lead &lead : page) {
            if (!lead.lastActivity)
                continue;
            KINDLING_GET(activities, repository.activities(lead.id));
            for (const Activity &activity : activities)
                KINDLING_TRY(visit(activity, lead));
        }
        return {};
    });
}

Result<void> ExportRun::forEachFollowUp(const std::vector<LeadId> &leads,
                                        const std::function<Result<void>(const FollowUp &, const Lead &)> &visit)
{
    return forEachPage(leads, [&](const Page &page) -> Result<void> {
        std::vector<LeadId> ids;
        for (const Lead &lead : page)
            ids.push_back(lead.id);
        KINDLING_GET(followUps, ActivityRepository(m_connection).followUpsOf(ids));
        for (const FollowUp &followUp : followUps) {
            if (const Lead *lead = leadOf(page, followUp.lead))
                KINDLING_TRY(visit(followUp, *lead));
        }
        return {};
    });
}

Result<void> ExportRun::put(TableWriter &table, const QStringList &cells, const QString &name)
{
    const qint64 cutBefore = table.cutCells();
    KINDLING_TRY(table.row(cells));
    ++m_written.count;
    m_written.cutCells = table.cutCells();
    if (m_written.cutCells == cutBefore)
        return {};
    ++m_written.cutRecords;
    if (m_written.cutIn.size() < namedCuts)
        m_written.cutIn += name;
    return {};
}

Result<void> ExportRun::writeTable(const std::vector<LeadId> &leads, TableWriter &table)
{
    const QTimeZone &zone = m_fields.zone;
    switch (m_request.records) {
    case ExportRecords::Leads:
        return forEachPage(leads, [&](const Page &page) -> Result<void> {
            for (const Lead &lead : page)
                KINDLING_TRY(put(table, leadRow(lead, m_fields), lead.displayName()));
            return {};
        });
    case ExportRecords::Companies: return forEachCompany(leads, [&](const Company &c) { return put(table, companyRow(c, zone), c.name); });
    case ExportRecords::Activities:
        return forEachActivity(
            leads, [&](const Activity &a, const Lead &lead) { return put(table, activityRow(a, lead, zone), lead.displayName()); });
    case ExportRecords::FollowUps:
        return forEachFollowUp(
            leads, [&](const FollowUp &f, const Lead &lead) { return put(table, followUpRow(f, lead, zone), lead.displayName()); });
    }
    return {};
}

Result<void> ExportRun::writeJson(const std::vector<LeadId> &leads, const Write &write)
{
    const auto add = [this](JsonList &list, const QJsonObject &record) -> Result<void> {
        ++m_written.count;
        list.add(record);
        return {};
    };
    const auto ended = [](JsonList &list, const Result<void> &done) {
        if (done)
            list.end();
        return done;
    };
    if (m_request.records == ExportRecords::Companies) {
        JsonList list("companies", write);
        return ended(list, forEachCompany(leads, [&](const Company &c) { return add(list, companyJson(c, m_fields.zone)); }));
    }
    if (m_request.records == ExportRecords::Activities) {
        JsonList list("activities", write);
        return ended(list,
                     forEachActivity(leads, [&](const Activity &a, const Lead &) { return add(list, activityJson(a, m_fields.zone)); }));
    }
    if (m_request.records == ExportRecords::FollowUps) {
        JsonList list("followUps", write);
        return ended(list,
                     forEachFollowUp(leads, [&](const FollowUp &f, const Lead &) { return add(list, followUpJson(f, m_fields.zone)); }));
    }
    JsonList list("leads", write);
    return ended(list, forEachPage(leads, [&](const Page &page) -> Result<void> {
                     for (const Lead &lead : page)
                         KINDLING_TRY(add(list, leadJson(lead, m_fields)));
                     return {};
                 }));
}

Result<void> ExportRun::writeCards(const std::vector<LeadId> &leads, const Write &write)
{
    if (m_request.records == ExportRecords::Companies) {
        return forEachCompany(leads, [&](const Company &company) -> Result<void> {
            ++m_written.count;
            write(companyCard(company));
            return {};
        });
    }
    return forEachPage(leads, [&](const Page &page) -> Result<void> {
        for (const Lead &lead : page)
            write(leadCard(lead));
        m_written.count += qint64(page.size());
        return {};
    });
}

Result<void> ExportRun::writeCalendar(const std::vector<LeadId> &leads, const Write &write)
{
    CalendarWriter calendar(m_now);
    write(calendar.head());
    KINDLING_TRY(forEachFollowUp(leads, [&](const FollowUp &followUp, const Lead &lead) -> Result<void> {
        ++m_written.count;
        write(calendar.toDo(followUp, lead));
        return {};
    }));
    write(calendar.tail());
    return {};
}

Result<ExportedRecords> ExportRun::write(const std::vector<LeadId> &leads, QFile &file)
{
    if (!canExport(m_request.records, m_request.format))
        return Error{ErrorCode::InvalidValue, keyOf(m_request.format),
                     QCoreApplication::translate("kindling", "a format for these records")};
    const Write write = [&file](const QByteArray &piece) { file.write(piece); };
    Result<void> done;
    const std::vector<TableColumn> columns = columnsOf(m_request.records, m_fields);
    switch (m_request.format) {
    case ExportFormat::Json: done = writeJson(leads, write); break;
    case ExportFormat::Cards: done = writeCards(leads, write); break;
    case ExportFormat::Calendar: done = writeCalendar(leads, write); break;
    case ExportFormat::Csv: {
        const auto table = csvTable(columns, m_request.guard, write);
        done = writeTable(leads, *table);
        if (done)
            done = table->finish();
        break;
    }
    case ExportFormat::Workbook: {
        KINDLING_GET(table, workbookTable(file.fileName(), sheetName(m_request.records), columns, m_fields.zone));
        done = writeTable(leads, *table);
        if (done)
            done = table->finish();
        break;
    }
    }
    return done ? Result<ExportedRecords>(m_written) : Result<ExportedRecords>(done.error());
}

} // namespace kindling
