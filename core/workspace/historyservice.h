// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

namespace kindling {

/// The journal: what was done, and taking it back. Thread of the workspace.
class HistoryService
{
public:
    explicit HistoryService(std::shared_ptr<Engine> engine);

    /// Newest first.
    QFuture<Result<std::vector<ChangeEntry>>> entries(int limit);

    /// What Undo and Redo would take back or do again; nothing when there is none. Kept current before every changed().
    std::optional<ChangeEntry> nextUndo() const;
    std::optional<ChangeEntry> nextRedo() const;

    /// Takes back the last change that is not undone, or the named one. Everything it wrote is turned round in one transaction. Error
    /// Conflict (nothing written) when records were changed since in the same fields; NothingToUndo; UndoEnded when an erasure
    /// has made it final. Of an import, what was edited since
    /// stays and the rest is taken back: see kept().
    QFuture<Result<Written>> undo(ChangeId id = {}, ProgressPtr progress = {});
    /// What the undo of an import left as it is, because it was edited since or is gone. Kept with the undo, so also tomorrow.
    QFuture<Result<std::vector<KeptRecord>>> kept(ChangeId undo);
    QFuture<Result<Written>> redo(ProgressPtr progress = {});

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
