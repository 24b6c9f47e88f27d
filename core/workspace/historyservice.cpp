// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/historyservice.h"

#include "core/base/try.h"
#include "core/workspace/engine.h"

#include <QCoreApplication>

namespace kindling {

namespace {

Result<ChangeEntry> lastInForce(UndoLog &log)
{
    KINDLING_GET(state, log.state());
    return state.undo ? Result<ChangeEntry>(*state.undo) : Error{ErrorCode::NothingToUndo, {}, {}};
}

} // namespace

HistoryService::HistoryService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<std::vector<ChangeEntry>>> HistoryService::entries(int limit)
{
    return m_engine->read<std::vector<ChangeEntry>>([limit](Connection &connection) { return UndoLog(connection).entries(limit); });
}

std::optional<ChangeEntry> HistoryService::nextUndo() const
{
    return m_engine->undoState().undo;
}

std::optional<ChangeEntry> HistoryService::nextRedo() const
{
    return m_engine->undoState().redo;
}

// Which change is meant is decided on the writer's thread, after all that was asked before: two quick undos take back two changes.

QFuture<Result<Written>> HistoryService::undo(ChangeId id, ProgressPtr progress)
{
    return m_engine->change(ChangeHead::Kind::Undo, [id, progress](Writing &writing) -> Result<void> {
        UndoLog log(writing.connection);
        KINDLING_GET(entry, id.isNull() ? lastInForce(log) : log.entry(id));
        if (entry.undone || !entry.undoes.isNull())
            return Error{ErrorCode::NothingToUndo, {}, {}};
        writing.label = QCoreApplication::translate("kindling", "Undo: %1").arg(entry.label);
        writing.journal.setUndoes(entry.id);
        Progress unwatched;
        KINDLING_TRY(log.turnRound(writing.journal, entry.id, progress ? *progress : unwatched));
        return log.mark(entry.id, writing.journal.id());
    });
}

QFuture<Result<Written>> HistoryService::redo(ProgressPtr progress)
{
    return m_engine->change(ChangeHead::Kind::Redo, [progress](Writing &writing) -> Result<void> {
        UndoLog log(writing.connection);
        KINDLING_GET(state, log.state());
        if (!state.redo)
            return Error{ErrorCode::NothingToRedo, {}, {}};
        KINDLING_GET(undo, log.undoOf(state.redo->id));
        writing.label = QCoreApplication::translate("kindling", "Redo: %1").arg(state.redo->label);
        writing.journal.setUndoes(undo);
        Progress unwatched;
        KINDLING_TRY(log.turnRound(writing.journal, undo, progress ? *progress : unwatched));
        return log.mark(state.redo->id, {});
    });
}

} // namespace kindling
