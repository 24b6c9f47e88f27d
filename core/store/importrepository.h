// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/changeset.h"
#include "core/domain/rememberedmapping.h"
#include "core/store/journal.h"

namespace kindling {

class Connection;

/// What the workspace knows of imports beside what they brought.
class ImportRepository
{
public:
    explicit ImportRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    Result<std::vector<RememberedMapping>> mappings();
    Result<std::optional<RememberedMapping>> mappingFor(const QString &headers);
    /// Through the journal: undoing the import forgets what it taught.
    Result<void> remember(Journal &journal, RememberedMapping mapping);
    Result<void> forget(Journal &journal, qint64 id);

    /// Notes that a change is the import of a file.
    Result<void> noteRun(ChangeId change, const QString &file, const QString &source);
    Result<bool> isRun(ChangeId change);
    /// What the file was recognised as that gave a lead its external id ("HubSpot contacts"); empty when a person typed it.
    Result<QString> sourceOfId(LeadId lead);

    Result<void> noteKept(ChangeId undo, const std::vector<KeptRecord> &kept);
    Result<std::vector<KeptRecord>> kept(ChangeId undo);

    /// Files of watched folders, by the SHA-256 of their content.
    Result<bool> isWatchedFileDone(const QString &hash);
    Result<void> noteWatchedFile(const QString &hash, const QString &file, UtcMs at);

private:
    Connection &m_connection;
};

} // namespace kindling
