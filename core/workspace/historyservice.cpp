// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/historyservice.h"

#include "core/base/try.h"
#include "core/domain/leadfield.h"
#include "core/store/importrepository.h"
#include "core/workspace/engine.h"

#include <QCoreApplication>

namespace kindling {

namespace {

Result<ChangeEntry> lastInForce(UndoLog &log)
{
    KINDLING_GET(state, log.state());
    return state.undo ? Result<ChangeEntry>(*state.undo) : Error{ErrorCode::NothingToUndo, {}, {}};
}

/// The labels of the fields that columns of a lead's record belong to ("job_title, stage_id" becomes "Job title, Stage").
QString fieldsInWords(const QString &columns)
{
    QStringList labels;
    for (QString column : columns.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        for (const QStringView ending : {u"_id", u"_since", u"_minor", u"_note"}) {
            if (column.endsWith(ending))
                column.chop(ending.size());
        }
        column = column == u"contacts" ? QStringLiteral("email") : column == u"currency" ? QStringLiteral("value") : column;
        const LeadFieldInfo *field = fieldByKey(column.remove(u'_'));
        if (field && !labels.contains(fieldLabel(field->field)))
            labels += fieldLabel(field->field);
    }
    return labels.join(QStringLiteral(", "));
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
        if (entry.erasure)
            return Error{ErrorCode::UndoEnded, entry.label, {}};
        if (entry.undone || !entry.undoes.isNull())
            return Error{ErrorCode::NothingToUndo, {}, {}};
        writing.label = QCoreApplication::translate("kindling", "Undo: %1").arg(entry.label);
        writing.journal.setUndoes(entry.id);
        Progress unwatched;
        ImportRepository imports(writing.connection);
        KINDLING_GET(isImport, imports.isRun(entry.id));
        if (isImport) {
            KINDLING_GET(kept, log.turnRoundWhatCan(writing.journal, entry.id, progress ? *progress : unwatched));
            KINDLING_TRY(imports.noteKept(writing.journal.id(), kept));
            if (writing.journal.rows() == 0)
                return Error{ErrorCode::Conflict, entry.label, QCoreApplication::translate("kindling", "all of it was edited since")};
        } else {
            KINDLING_TRY(log.turnRound(writing.journal, entry.id, progress ? *progress : unwatched));
        }
        return log.mark(entry.id, writing.journal.id());
    });
}

QFuture<Result<std::vector<KeptRecord>>> HistoryService::kept(ChangeId undo)
{
    return m_engine->read<std::vector<KeptRecord>>([undo](Connection &connection) -> Result<std::vector<KeptRecord>> {
        KINDLING_GET(kept, ImportRepository(connection).kept(undo));
        for (KeptRecord &record : kept)
            record.detail = fieldsInWords(record.detail);
        return kept;
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
