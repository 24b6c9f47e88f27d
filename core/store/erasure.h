// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/personaldata.h"
#include "core/store/journal.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace kindling {

/// Takes all that is known of a lead out of the store: the lead, what was merged into it, its timeline, handovers and files, and what the
/// history kept of them. The one write that no undo takes back, so the journal gets nothing but the fact. One object, one lead.
/// docs/decisions/0029 says what stays and why.
class Erasure
{
public:
    explicit Erasure(Connection &connection)
        : m_connection(connection)
    {
    }

    /// What there is of the lead of an id, also of one that only the history still knows. Error NotFound.
    Result<PersonalData> find(LeadId id);

    /// Erases what find() found, in the transaction of `journal`.
    Result<void> erase(Journal &journal);

private:
    struct Trace;
    struct TextColumn
    {
        const char *table;
        const char *id;
        const char *text;
    };
    Result<qint64> count(const char *table);
    Result<void> collectNames();
    Result<std::vector<Trace>> traces();
    void collectShared(const std::vector<Trace> &traces);
    Result<void> eraseHistory(const std::vector<Trace> &traces);
    Result<void> eraseOthersHistory();
    Result<void> eraseLaterEntries(LeadId other, qint64 after);
    Result<void> dropEntry(qint64 change, int step);
    Result<void> endUndo();
    Result<void> eraseRecords();
    Result<void> eraseTexts(const std::vector<Trace> &traces);
    Result<void> mend(const TextColumn &column, const QRegularExpression &names, const QString &where = {},
                      const QVariantList &values = {});
    bool isTheirs(LeadId lead) const;

    Connection &m_connection;
    std::vector<LeadId> m_leads; ///< the lead and all that is part of it
    QSet<qint64> m_changes; ///< those that lose entries
    QSet<qint64> m_final; ///< those that would be half undone from now on
    struct Shared
    {
        LeadId lead; ///< was merged into
        LeadId other;
        qint64 from = 0; ///< the change that merged them
        qint64 to = 0; ///< the one that took them apart
    };
    std::vector<Shared> m_shared; ///< when they were part of a lead that is another one again
    QStringList m_names; ///< what labels call them, longest first
};

/// The hashes of all contents that a record has, or gets back by an undo.
Result<QSet<QString>> contentsInUse(Connection &connection);

} // namespace kindling
