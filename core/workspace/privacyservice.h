// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/personaldata.h"
#include "core/workspace/leadservice.h"

#include <QJsonObject>
#include <QStringList>

namespace kindling {

/// What may be left outside of the records after an erasure.
struct Leftovers
{
    QString inFile; ///< why traces may still be in the workspace file or its log; empty when there are none
    QStringList files; ///< contents that could not be removed from the folder beside the workspace

    bool isEmpty() const { return inFile.isEmpty() && files.isEmpty(); }
};

struct Erased
{
    PersonalData data; ///< what there was
    ChangeId change; ///< the entry in the history that says that somebody was erased, and not who
    Leftovers left;
};

/// The rights of the people in the workspace. Thread of the workspace.
class PrivacyService
{
public:
    explicit PrivacyService(std::shared_ptr<Engine> engine);

    /// What is known of a lead, also by the id of one that was merged into it or that only the history still knows. Error NotFound.
    QFuture<Result<PersonalData>> known(LeadId id);
    /// What was merged into a lead, as it was: the records as they are kept.
    QFuture<Result<std::vector<QJsonObject>>> mergedRecords(LeadId id);

    /// Takes it out of the workspace, its history and search, and cleans: no byte is left. Nothing undoes that; what else was done at the
    /// same time can still be undone, but for merges with others. Copies outside (backups, exports, files that were opened) are not
    /// reached. Its company stays. Error NotFound.
    QFuture<Result<Erased>> erase(LeadId id);

    /// Writes the workspace file anew without what was deleted, empties its log, and removes contents that no record has or gets back by
    /// an undo. Part of every erasure; to be asked again when that could not end. Other writes wait: minutes at millions of records.
    QFuture<Result<Leftovers>> clean();

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
