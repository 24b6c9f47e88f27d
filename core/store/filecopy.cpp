// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filecopy.h"

#include "core/base/sha256.h"
#include "core/base/translations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace kindling {

namespace {

constexpr qint64 pouredAtOnce = 1 << 20;

bool synchronise(int handle)
{
#if defined(Q_OS_WIN)
    return _commit(handle) == 0;
#elif defined(Q_OS_MACOS)
    return fcntl(handle, F_FULLFSYNC) == 0; // fsync leaves it in the disk's own memory there
#else
    return fsync(handle) == 0;
#endif
}

Error refusal(const QFileDevice &file)
{
    const QString name = QFileInfo(file.fileName()).fileName();
    // A full disk, as Qt has it: an error of its own, or fewer bytes written and no error at all.
    if (file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::NoError)
        return {ErrorCode::DiskFull, name, {}};
    return {ErrorCode::FileNotWritable, name, file.errorString()};
}

} // namespace

Result<StoredContent> pour(QIODevice &from, const QString &name, QFileDevice *to, ByteTally &tally)
{
    Sha256 hash;
    StoredContent content;
    QByteArray piece(pouredAtOnce, Qt::Uninitialized);
    for (;;) {
        if (tally.cancelled())
            return Error{ErrorCode::Cancelled, {}, {}};
        const qint64 got = from.read(piece.data(), piece.size());
        if (got < 0)
            return Error{ErrorCode::FileNotReadable, name, from.errorString()};
        if (got == 0)
            break;
        hash.add(QByteArrayView(piece.constData(), got));
        content.size += got;
        if (to && to->write(piece.constData(), got) != got)
            return refusal(*to);
        tally.add(got);
    }
    if (to && !to->flush())
        return refusal(*to);
    content.hash = hash.hex();
    return content;
}

Result<void> reachDisk(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !synchronise(file.handle()))
        return Error{ErrorCode::FileNotWritable, QFileInfo(path).fileName(), file.errorString()};
    return {};
}

void namesReachDisk(const QString &folder)
{
#ifndef Q_OS_WIN
    const int handle = open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return;
    fsync(handle);
    close(handle);
#else
    Q_UNUSED(folder)
#endif
}

Result<void> makePrivateFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::FileNotWritable, folder, sentence("the folder cannot be made")};
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return {};
}

} // namespace kindling
