// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lead.h"
#include "core/domain/stay.h"
#include "core/store/companyrepository.h"
#include "core/store/leadsetwriter.h"
#include "core/store/wordrepository.h"

namespace kindling {

/// Turns leads into rows and writes them, for the length of one transaction.
class LeadWriter
{
public:
    LeadWriter(Connection &connection, Journal &journal);

    /// Appends a new lead with its ended stays; its id and since-times are set. Written at the latest by finish().
    Result<void> add(const Lead &lead, const std::vector<Stay> &past = {});
    /// Writes the fields of a lead that differ from what is stored, and moves ended stays aside. `at` is when that happened.
    Result<bool> save(const Lead &lead, UtcMs at);
    /// The same where the stored lead has just been read, which is `before`: only what differs from it is read again and written. That is
    /// how many leads are written.
    Result<bool> save(const Lead &before, const Lead &lead, UtcMs at);
    /// What `like` has in some columns of the lead's own table, and tags by their names, for many leads at once.
    Result<LeadPatch> patch(const Lead &like, const QStringList &columns, const QStringList &addTags = {},
                            const QStringList &removeTags = {});
    /// Writes the rows that wait.
    Result<void> flush();
    /// Ends the writing: flushes, and makes the notes of the new leads searchable. Once and last, because every statement after the
    /// first write to a full-text table costs a flush of its index.
    Result<void> finish();

    WordRepository &words() { return m_words; }
    CompanyRepository &companies() { return m_companies; }
    /// What rows that refer to new leads have as their parent.
    BulkInsert &insertion() { return m_leads; }

private:
    Result<QVariantList> leadValues(const Lead &lead);
    Result<QJsonArray> tagRows(const Lead &lead);
    Result<QString> stayValue(const Stay &stay);
    Result<void> addFieldValues(const Lead &lead);
    Result<void> recordFieldValues(const Lead &lead, QJsonObject &record);
    Result<QJsonObject> recordOf(const Lead &lead);
    /// Only the keys in which the two differ.
    Result<QJsonObject> recordOf(const Lead &lead, const Lead &before);
    Result<bool> write(LeadId lead, QJsonObject record, UtcMs at);
    static void endStays(const QJsonObject &before, QJsonObject &record, UtcMs at);

    Connection &m_connection;
    Journal &m_journal;
    WordRepository m_words;
    CompanyRepository m_companies;
    BulkInsert m_leads;
    BulkInsert m_texts;
    BulkInsert m_contacts;
    BulkInsert m_tags;
    BulkInsert m_stays;
    BulkInsert m_fieldValues;
    std::optional<bool> m_hasFields; ///< whether the workspace has custom fields; asked when first needed
    qint64 m_firstNoted = 0; ///< lowest id of a new lead with notes
};

} // namespace kindling
