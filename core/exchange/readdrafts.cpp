// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/companyassembly.h"
#include "core/exchange/importreader.h"
#include "core/exchange/leadassembly.h"
#include "core/exchange/recordsource.h"
#include "core/exchange/timelineassembly.h"

#include "core/base/try.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace kindling {

namespace {

QString faultText(RecordFault fault)
{
    switch (fault) {
    case RecordFault::TooLong: return QCoreApplication::translate("kindling", "the row is too long");
    case RecordFault::TooManyColumns: return QCoreApplication::translate("kindling", "the row has more than 4,096 cells");
    case RecordFault::BrokenOff: return QCoreApplication::translate("kindling", "it has no end");
    case RecordFault::OpenQuote: return QCoreApplication::translate("kindling", "a quotation mark is opened and never closed");
    case RecordFault::Group: return QCoreApplication::translate("kindling", "it is a group of contacts, and nobody itself");
    case RecordFault::None: break;
    }
    return {};
}

/// Why a record cannot be read at all; empty when it can.
QString recordProblem(const RecordReader &record, size_t columns)
{
    if (record.fault() != RecordFault::None)
        return faultText(record.fault());
    for (const QByteArrayView cell : record.cells()) {
        if (cell.contains('\0'))
            return QCoreApplication::translate("kindling", "the row holds zero bytes, as programs and pictures do");
    }
    for (size_t i = columns; i < record.cells().size(); ++i) {
        if (!record.cells()[i].trimmed().isEmpty())
            return QCoreApplication::translate("kindling", "the row has more cells than there are columns");
    }
    return {};
}

class DraftReading
{
public:
    DraftReading(const ImportMapping &mapping, const ImportContext &context, const DraftSink &sink)
        : m_mapping(mapping)
        , m_sink(sink)
        , m_leads(mapping, context)
        , m_companies(mapping, context)
        , m_timeline(mapping, context)
    {
    }

    Result<void> take(const RecordReader &record)
    {
        const auto blank = [](QByteArrayView cell) { return cell.trimmed().isEmpty(); };
        if (record.fault() == RecordFault::None && std::all_of(record.cells().begin(), record.cells().end(), blank))
            return {};
        if (isFooter(record))
            return {};
        m_endless |= record.fault() == RecordFault::TooLong;
        if (const QString problem = recordProblem(record, m_mapping.columns.size()); !problem.isEmpty())
            return reject(record, problem);
        ++m_readable;
        switch (m_mapping.records) {
        case ImportMapping::Records::Companies: return takeCompany(record);
        case ImportMapping::Records::Timeline: return takeTimeline(record);
        case ImportMapping::Records::Leads: break;
        }
        return takeLead(record);
    }

    /// True when the file had a line without end and no row beside it: it is no table.
    bool isOneEndlessLine() const { return m_endless && m_readable == 0; }

private:
    /// The lines below a report of Salesforce: its name, a copyright, who made it.
    bool isFooter(const RecordReader &record) const
    {
        const auto blank = [](QByteArrayView cell) { return cell.trimmed().isEmpty(); };
        return m_mapping.sourceKind == u"Salesforce" && m_mapping.columns.size() > 2 && !record.cells().empty()
            && (record.cells().size() == 1
                || (std::all_of(record.cells().begin() + 1, record.cells().end(), blank) && record.cell(0).startsWith(u"Copyright (c)")));
    }

    Result<void> takeLead(const RecordReader &record)
    {
        LeadDraft draft = m_leads.read(record);
        if (draft.lead.missesContact() && draft.lead.externalId.isEmpty())
            return reject(record, QCoreApplication::translate("kindling", "no name, company, email, phone or id"));
        return m_sink.lead(std::move(draft));
    }

    Result<void> takeCompany(const RecordReader &record)
    {
        CompanyDraft draft = m_companies.read(record);
        if (draft.company.name.isEmpty())
            return reject(record, QCoreApplication::translate("kindling", "the company has no name"));
        return m_sink.company(std::move(draft));
    }

    Result<void> takeTimeline(const RecordReader &record)
    {
        TimelineDraft draft = m_timeline.read(record);
        if (!draft.activity && !draft.followUp)
            return reject(record, QCoreApplication::translate("kindling", "it has no date that can be read"));
        return m_sink.timeline(std::move(draft));
    }

    Result<void> reject(const RecordReader &record, const QString &reason)
    {
        return m_sink.rejected({record.line(), reason, record.texts()});
    }

    const ImportMapping &m_mapping;
    const DraftSink &m_sink;
    LeadAssembly m_leads;
    CompanyAssembly m_companies;
    TimelineAssembly m_timeline;
    bool m_endless = false;
    qint64 m_readable = 0;
};

} // namespace

Result<void> readDrafts(const QString &path, const ImportMapping &mapping, const ImportContext &context, const DraftSink &sink,
                        Progress &progress, qint64 limit)
{
    const QString name = QFileInfo(path).fileName();
    KINDLING_GET(reader, openRecords(path, mapping));
    if (mapping.datesUnclear && !mapping.dateOrder)
        return Error{ErrorCode::UnclearDates, name, QStringLiteral("03/04/2026 is the 3rd of April or the 4th of March")};
    DraftReading reading(mapping, context, sink);
    qint64 taken = 0;
    for (qint64 record = 0; (limit < 0 || taken < limit) && reader->next(); ++record) {
        if (record % 1024 == 0) {
            if (progress.cancelled())
                return Error{ErrorCode::Cancelled, name, {}};
            progress.report(reader->position(), reader->size());
        }
        if (record <= mapping.headerLine)
            continue;
        KINDLING_TRY(reading.take(*reader));
        ++taken;
    }
    KINDLING_TRY(reader->end());
    if (reading.isOneEndlessLine())
        return Error{ErrorCode::LineTooLong, name, QCoreApplication::translate("kindling", "a line of more than 16 MB and no other row")};
    if (sink.passedOver)
        sink.passedOver(reader->passedOver());
    progress.report(reader->size(), reader->size());
    return {};
}

} // namespace kindling
