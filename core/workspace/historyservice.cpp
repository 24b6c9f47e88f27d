// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/historyservice.h"

#include "core/base/try.h"
#include "core/workspace/engine.h"

#include <QCoreApplication>

namespace kindling {

namespace {

QFuture<Result<Written>> failed(Error error)
{
    return QtFuture::makeReadyFuture(Result<Written>(std::move(error)));
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

QFuture<Result<Written>> HistoryService::undo(ChangeId id, ProgressPtr progress)
{
    if (id.isNull()) {
        const std::optional<ChangeEntry> next = nextUndo();
        if (!next)
            return failed({ErrorCode::NothingToUndo, {}, {}});
        id = next->id;
    }
    return m_engine->change(
        ChangeHead::Kind::Undo,
        [id, progress](Writing &writing) -> Result<void> {
            UndoLog log(writing.connection);
            KINDLING_GET(entry, log.entry(id));
            if (entry.undone || !entry.undoes.isNull())
                return Error{ErrorCode::NothingToUndo, {}, {}};
            writing.label = QCoreApplication::translate("kindling", "Undo: %1").arg(entry.label);
            Progress unwatched;
            KINDLING_TRY(log.turnRound(writing.journal, id, progress ? *progress : unwatched));
            return log.mark(id, writing.journal.id());
        },
        id);
}

QFuture<Result<Written>> HistoryService::redo(ProgressPtr progress)
{
    const std::optional<ChangeEntry> next = nextRedo();
    if (!next)
        return failed({ErrorCode::NothingToRedo, {}, {}});
    return m_engine->change(
        ChangeHead::Kind::Redo,
        [id = next->id, progress](Writing &writing) -> Result<void> {
            UndoLog log(writing.connection);
            KINDLING_GET(entry, log.entry(id));
            KINDLING_GET(undo, log.undoOf(id));
            if (undo.isNull())
                return Error{ErrorCode::NothingToRedo, {}, {}};
            writing.label = QCoreApplication::translate("kindling", "Redo: %1").arg(entry.label);
            Progress unwatched;
            KINDLING_TRY(log.turnRound(writing.journal, undo, progress ? *progress : unwatched));
            return log.mark(id, {});
        },
        next->id);
}

} // namespace kindling
