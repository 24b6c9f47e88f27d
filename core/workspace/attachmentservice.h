// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

namespace kindling {

/// The files of leads. What a lead has stands in its dossier; the contents stand beside the workspace (AttachmentStore). Writes are one
/// undoable change each; contents stay for redo. Thread of the workspace.
class AttachmentService
{
public:
    explicit AttachmentService(std::shared_ptr<Engine> engine);

    /// Takes files in and attaches them to a lead, all or none. Errors of AttachmentStore::take(), NotFound.
    QFuture<Result<Written>> attach(LeadId lead, const QStringList &paths, ProgressPtr progress);
    QFuture<Result<Written>> remove(AttachmentId id);

    /// A copy under the name it was attached with, in a new private folder, for the program that opens it; what that program changes is not
    /// ours. Errors: AttachmentMissing, FileNotWritable.
    QFuture<Result<QString>> copyToOpen(const Attachment &attachment);
    /// Writes a copy to a path; an existing file is replaced. Errors: AttachmentMissing, FileNotWritable.
    QFuture<Result<QString>> saveAs(const Attachment &attachment, const QString &path);
    /// Those of some attachments whose content is there.
    QFuture<Result<std::vector<AttachmentId>>> present(std::vector<Attachment> attachments);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
