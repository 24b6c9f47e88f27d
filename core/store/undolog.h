// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/store/journal.h"

#include <optional>
#include <unordered_set>

namespace kindling {

/// What Undo and Redo would act upon.
struct UndoState
{
    std::optional<ChangeEntry> undo; ///< the last change in force
    std::optional<ChangeEntry> redo; ///< the last change taken back, if nothing was done since
};

/// Reading the journal and turning changes round.
class UndoLog
{
public:
    explicit UndoLog(Connection &connection)
        : m_connection(connection)
    {
    }

    Result<UndoState> state();
    Result<std::vector<ChangeEntry>> entries(int limit);
    Result<ChangeEntry> entry(ChangeId id);
    /// The undo that is in force against a change.
    Result<ChangeId> undoOf(ChangeId id);

    /// Writes into `journal` the opposite of all rows of `source`, last row first. Error Conflict when a record was changed since in the
    /// same fields, or a created record has been edited or added to. Records that others still need (a company, a word) are kept.
    Result<void> turnRound(Journal &journal, ChangeId source, Progress &progress);
    /// The same for an import: what was edited since stays as it is and is listed, the rest is taken back.
    Result<std::vector<KeptRecord>> turnRoundWhatCan(Journal &journal, ChangeId source, Progress &progress);

    /// Remembers that `change` is taken back by `undo`, or in force again when `undo` is null.
    Result<void> mark(ChangeId change, ChangeId undo);

private:
    struct Row;
    Result<std::vector<Row>> rowsBefore(ChangeId change, int step);
    Result<void> turnRow(Journal &journal, const Row &row, ChangeId source);
    Result<void> takeBackCreation(Journal &journal, const Row &row, ChangeId source);
    Result<bool> isEditedLater(Journal &journal, const Row &row, ChangeId source);
    Result<QString> partSince(const Row &row, ChangeId source);
    Result<void> notMergedSince(const Row &row);
    Result<void> takeBackUpdate(Journal &journal, const Row &row);
    static void takeBackStays(const Row &row, const QJsonObject &now, QJsonObject &back, QStringList &edited);
    Result<void> keep(const Row &row, KeptRecord::Reason reason, const QStringList &columns = {});
    Result<bool> isNeeded(Entity entity, qint64 id, ChangeId source);
    Result<bool> optionIsChosen(qint64 option);
    Result<void> collectWordsInUse();
    Result<void> collectNamedLater(ChangeId source);
    void nameLater(const QJsonObject &record);
    Result<QString> nameOfKey(const QString &key);
    Result<QString> nameOf(Entity entity, qint64 id, qint64 leadId);
    Result<std::vector<ChangeEntry>> query(const QString &where, const QVariantList &values);

    Connection &m_connection;
    std::optional<std::unordered_set<qint64>> m_wordsInUse;
    std::optional<std::vector<KeptRecord>> m_kept; ///< while conflicts are listed in place of ending the undo
    std::optional<std::unordered_set<qint64>> m_editedLater; ///< what is no lead's and in later changes
    std::optional<std::unordered_set<qint64>> m_namedLater; ///< companies, stages and words in later changes
};

} // namespace kindling
