// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/activityrepository.h"
#include "core/store/bulkinsert.h"

namespace kindling {

class Journal;
class LeadWriter;

/// Appends many activities and follow-ups of new leads, for samples and imports.
class TimelineInsert
{
public:
    TimelineInsert(Connection &connection, Journal &journal, LeadWriter &leads);
    Result<void> add(const Activity &activity);
    Result<void> add(const FollowUp &followUp);
    /// Writes what waits, and makes the notes searchable. Once and last, after LeadWriter::finish().
    Result<void> finish();

private:
    void noted(qint64 id, const QString &note);

    Connection &m_connection;
    Journal &m_journal;
    WordRepository &m_words;
    BulkInsert m_activities;
    BulkInsert m_followUps;
    qint64 m_firstNoted = 0; ///< lowest id of an activity or follow-up with a note
};

} // namespace kindling
