// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journal.h"

#include <QVariant>

#include <span>
#include <vector>

namespace kindling {

/// What many leads get alike.
struct LeadPatch
{
    struct Value
    {
        QString column; ///< of the lead's own table; neither the revision nor a since-time, which follow, nor what is searched for
        QVariant value;
    };
    std::vector<Value> values;
    std::vector<qint64> addTags; ///< ids of words; what is both taken and added is added
    std::vector<qint64> removeTags;
};

/// Changes many leads by statements that see all of them at once: the rows, the stays that end and the journal are the same as when each
/// lead is saved by itself, several times faster. Where one of the leads has to be looked at singly, nothing is written and the caller
/// goes lead by lead.
class LeadSetWriter
{
public:
    LeadSetWriter(Connection &connection, Journal &journal)
        : m_connection(connection)
        , m_journal(journal)
    {
    }

    /// Fewer leads than this are not worth statements of their own.
    static constexpr size_t fewest = 200;
    /// How many to write at once, so that a cancelling is heard.
    static constexpr int atOnce = 5'000;

    /// Writes what differs; `at` is when that happened. False, and nothing written, when a lead among them may not be saved.
    Result<bool> patch(std::span<const LeadId> leads, const LeadPatch &patch, UtcMs at);

    /// Takes back the newest rows of a change that lie below `step`, and says the step of the last one. Null when they are of more kinds
    /// than changed leads, or a lead is no longer as the change left it.
    Result<std::optional<int>> turnRound(ChangeId source, int step);

private:
    struct Rows;
    Result<std::optional<QStringList>> keysOf(const Rows &rows);
    Result<bool> areAsLeft(const Rows &rows, const QStringList &keys);
    Result<void> turnChildren(const Rows &rows, const QString &key);
    /// Tells the journal whose rows now follow its last one.
    Result<void> tellJournal();

    Connection &m_connection;
    Journal &m_journal;
};

} // namespace kindling
