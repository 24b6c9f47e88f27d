// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/attachmentservice.h"

#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/rules/attachmentname.h"
#include "core/store/attachmentrepository.h"
#include "core/store/attachmentstore.h"
#include "core/store/leadrepository.h"
#include "core/workspace/engine.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace kindling {

namespace {

Result<QString> copyOut(const AttachmentStore &store, const Attachment &attachment, const QString &path)
{
    KINDLING_GET(content, store.find(attachment.hash, attachment.size, attachment.name));
    QFile::remove(path);
    QFile source(content);
    if (!source.copy(path))
        return Error{ErrorCode::FileNotWritable, QFileInfo(path).fileName(), source.errorString()};
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return path;
}

} // namespace

AttachmentService::AttachmentService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<Written>> AttachmentService::attach(LeadId lead, const QStringList &paths, ProgressPtr progress)
{
    const Engine *engine = m_engine.get();
    return m_engine->change(ChangeHead::Kind::Do, [engine, lead, paths, progress](Writing &writing) -> Result<void> {
        KINDLING_GET(owner, LeadRepository(writing.connection).lead(lead));
        const AttachmentStore store(engine->path());
        // The contents come first: a row never speaks of a file that is not there.
        for (const QString &path : paths) {
            if (isOfWorkspace(path, engine->path()))
                return Error{ErrorCode::FileNotReadable, QFileInfo(path).fileName(), sentence("it is the workspace that is open")};
            KINDLING_GET(content, store.take(path, *progress));
            const Attachment attachment{nextId<AttachmentId>(), owner.id,     safeFileName(QFileInfo(path).fileName()),
                                        content.hash,           content.size, writing.now,
                                        writing.vocabulary.me};
            KINDLING_TRY(
                writing.journal.create(Entity::Attachment, attachment.id.value(), attachmentRecord(attachment, writing.journal.id())));
        }
        writing.label = paths.size() == 1
            ? QCoreApplication::translate("kindling", "Attach %1 to %2").arg(QFileInfo(paths.front()).fileName(), owner.displayName())
            : QCoreApplication::translate("kindling", "Attach %1 files to %2").arg(QString::number(paths.size()), owner.displayName());
        return {};
    });
}

QFuture<Result<Written>> AttachmentService::remove(AttachmentId id)
{
    return m_engine->change(ChangeHead::Kind::Do, [id](Writing &writing) -> Result<void> {
        KINDLING_GET(attachment, AttachmentRepository(writing.connection).attachment(id));
        writing.label = QCoreApplication::translate("kindling", "Remove %1").arg(attachment.name);
        return writing.journal.remove(Entity::Attachment, id.value());
    });
}

QFuture<Result<QString>> AttachmentService::copyToOpen(const Attachment &attachment)
{
    const Engine *engine = m_engine.get();
    return m_engine->offThread<QString>([engine, attachment]() -> Result<QString> {
        QTemporaryDir folder; // private to the owner
        if (!folder.isValid())
            return Error{ErrorCode::FileNotWritable, QDir::tempPath(), folder.errorString()};
        KINDLING_GET(path, copyOut(AttachmentStore(engine->path()), attachment, folder.filePath(safeFileName(attachment.name))));
        folder.setAutoRemove(false); // the program that opens it needs it longer than we live
        return path;
    });
}

QFuture<Result<QString>> AttachmentService::saveAs(const Attachment &attachment, const QString &path)
{
    const Engine *engine = m_engine.get();
    return m_engine->offThread<QString>([engine, attachment, path] { return copyOut(AttachmentStore(engine->path()), attachment, path); });
}

QFuture<Result<std::vector<AttachmentId>>> AttachmentService::present(std::vector<Attachment> attachments)
{
    const Engine *engine = m_engine.get();
    return m_engine->offThread<std::vector<AttachmentId>>(
        [engine, attachments = std::move(attachments)]() -> Result<std::vector<AttachmentId>> {
            const AttachmentStore store(engine->path());
            std::vector<AttachmentId> there;
            for (const Attachment &attachment : attachments) {
                if (store.find(attachment.hash, attachment.size, attachment.name))
                    there.push_back(attachment.id);
            }
            return there;
        });
}

} // namespace kindling
