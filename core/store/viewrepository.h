// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/savedview.h"
#include "core/store/journal.h"

namespace kindling {

/// The saved views of one connection. With a journal it also writes, for the length of one transaction.
class ViewRepository
{
public:
    explicit ViewRepository(Connection &connection, Journal *journal = nullptr)
        : m_connection(connection)
        , m_journal(journal)
    {
    }

    /// In their order.
    Result<std::vector<SavedView>> views(const Vocabulary &vocabulary);
    /// Another view of that name (folded)?
    Result<bool> isTaken(const QString &name, SavedViewId but);

    Result<void> add(const SavedView &view, const Vocabulary &vocabulary);
    Result<void> save(const SavedView &view, const Vocabulary &vocabulary);
    Result<void> remove(SavedViewId id);

private:
    Connection &m_connection;
    Journal *m_journal;
};

} // namespace kindling
