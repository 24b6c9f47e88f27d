// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/changeset.h"
#include "core/store/bulkinsert.h"
#include "core/store/recordstore.h"

#include <QSet>

namespace kindling {

class Connection;

/// Who writes what, for the head of a change.
struct ChangeHead
{
    enum class Kind { Do, Undo, Redo, Erase }; ///< an erasure is never turned round
    ChangeId id;
    UtcMs at = 0;
    QString who;
    QString label;
    Kind kind = Kind::Do;
    ChangeId undoes; ///< for Undo the change taken back, for Redo the undo taken back
};

/// The only way to write records: one journal object is one change, inside one transaction. It writes the record, notes what differed
/// and collects the ChangeSet. docs/decisions explains the revisions.
class Journal
{
public:
    Journal(Connection &connection, ChangeHead head);

    Result<void> begin();

    Result<void> create(Entity entity, qint64 id, const QJsonObject &record);
    /// Writes the keys that differ; says whether any did. The record's revision becomes this change, unless `changed` brings one.
    Result<bool> update(Entity entity, qint64 id, QJsonObject changed);
    /// The same where the record has just been read: `before` has at least the keys of `changed` and the revision.
    Result<bool> update(Entity entity, qint64 id, QJsonObject changed, QJsonObject before);
    Result<void> remove(Entity entity, qint64 id);

    /// Notes a record that a bulk insert wrote with this change as its revision.
    Result<void> created(Entity entity, qint64 id, qint64 leadId);

    /// Counts rows about changed leads that were written beside it, with the numbers that follow rows(): see LeadSetWriter.
    void wrote(const std::vector<LeadId> &leads);

    /// Notes that a lead was erased; nothing else is said of it. What is erased is written past the journal: see Erasure.
    Result<void> erased(LeadId lead);

    /// Writes the head; `label` replaces the one given at first when it is not empty.
    Result<ChangeSet> finish(const QString &label = {});

    /// Names the change that this one takes back or does again; written by finish().
    void setUndoes(ChangeId change) { m_head.undoes = change; }

    ChangeId id() const { return m_head.id; }
    const ChangeHead &head() const { return m_head; }
    int rows() const { return m_step; }
    RecordStore &records() { return m_records; }
    const QSet<qint64> &leads() const { return m_leads; }

private:
    Result<void> note(Entity entity, qint64 id, qint64 leadId, const char *operation, const QJsonObject *before, const QJsonObject *after);
    /// The lead in whose history a record stands; also remembers what has to be refreshed.
    Result<qint64> leadOf(Entity entity, qint64 id, const QJsonObject &record);

    Connection &m_connection;
    ChangeHead m_head;
    RecordStore m_records;
    BulkInsert m_rows;
    int m_step = 0;
    QSet<qint64> m_leads;
    QSet<qint64> m_stale; ///< leads whose last activity or next follow-up may differ
    ChangeSet m_changes;
};

} // namespace kindling
