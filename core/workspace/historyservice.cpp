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

QFuture<Result<Written>> failed(Error error)
{
    return QtFuture::makeReadyFuture(Result<Written>(std::move(error)));
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
            ImportRepository imports(writing.connection);
            KINDLING_GET(isImport, imports.isRun(id));
            if (isImport) {
                KINDLING_GET(kept, log.turnRoundWhatCan(writing.journal, id, progress ? *progress : unwatched));
                KINDLING_TRY(imports.noteKept(writing.journal.id(), kept));
                if (writing.journal.rows() == 0)
                    return Error{ErrorCode::Conflict, entry.label, QCoreApplication::translate("kindling", "all of it was edited since")};
            } else {
                KINDLING_TRY(log.turnRound(writing.journal, id, progress ? *progress : unwatched));
            }
            return log.mark(id, writing.journal.id());
        },
        id);
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
