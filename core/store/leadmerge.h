// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/leadwriter.h"

#include <array>

namespace kindling {

/// What stayed with the survivor when a lead was taken out of it again, because it came after the merge.
struct SplitReport
{
    LeadId survivor;
    LeadId restored;
    QStringList keptFields; ///< keys of the survivor's record that were edited after the merge, whether it had touched them or not
    int laterActivities = 0; ///< activities and follow-ups that came after the merge and stay with the survivor
};

/// Which leads become one, and whose stays count on which axis.
struct MergeOfTwo
{
    Lead survivor; ///< as they are stored now
    Lead other;
    std::array<bool, 4> othersStays{}; ///< by Axis: true where the other's value and stays win
};

/// Merging and un-merging at the level of records, through the journal, inside one transaction.
class LeadMerge
{
public:
    LeadMerge(Connection &connection, Journal &journal);

    /// Makes the survivor what `merged` says, gives it the other's activities and follow-ups, and puts the other away as it was. Of the
    /// stays of each axis those of the winner count, from the day on which the older of the two came in those of the older.
    Result<void> merge(const Lead &merged, const MergeOfTwo &leads, UtcMs at);

    /// Takes a merged lead out again: it is as it was, with what was its own. The survivor gets back what the merge changed, except where
    /// it was edited since. Errors: NotFound, Conflict when the survivor was merged further or is gone.
    Result<SplitReport> split(LeadId mergedId);

private:
    Result<QJsonArray> idsOf(const QString &table, LeadId lead);
    Result<void> moveTimeline(const QJsonObject &moved, LeadId from, LeadId to, int &count);
    Result<void> survivorIsThere(LeadId survivor, const QString &name);
    Result<QStringList> takeOutOfLaterMerges(const SplitReport &split, const QJsonObject &was, QJsonObject is);
    Result<void> dropLostReferences(QJsonObject &record, LeadId survivor);

    Connection &m_connection;
    Journal &m_journal;
};

} // namespace kindling
