// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/faultyvfs.h"

#include <QFile>

#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <mutex>
#include <new>
#include <vector>

namespace kindling::faults {

namespace {

constexpr qint64 sector = 512;
constexpr qint64 never = std::numeric_limits<qint64>::max();

/// A write or truncation, with what it covered.
struct Covered
{
    QString path;
    qint64 offset = 0;
    QByteArray before; ///< the bytes that were there; shorter than `size` where the file ended
    qint64 size = 0; ///< how many bytes were written; 0 for a truncation
    qint64 fileSize = 0; ///< of the file before
};

struct Disk
{
    std::mutex mutex;
    qint64 operations = 0;
    qint64 failsFrom = never;
    disk::Failure failure = disk::Failure::Full;
    std::vector<Covered> unsynchronised;

    bool failsNow()
    {
        const std::lock_guard lock(mutex);
        return ++operations >= failsFrom;
    }
    int codeFor(int powerCode) const { return failure == disk::Failure::Full ? SQLITE_FULL : powerCode; }
};

Disk theDisk;
sqlite3_vfs *real = nullptr;
sqlite3_vfs shim;
sqlite3_io_methods methods;

/// SQLite gives the memory; the file of the real VFS stands right behind.
struct File
{
    sqlite3_file base;
    sqlite3_file *below;
    QString *path;
};

File *fileOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

sqlite3_file *below(sqlite3_file *file)
{
    return fileOf(file)->below;
}

void remember(File *file, qint64 offset, qint64 size, qint64 covered)
{
    sqlite3_int64 fileSize = 0;
    file->below->pMethods->xFileSize(file->below, &fileSize);
    QByteArray before(std::clamp<qint64>(fileSize - offset, 0, covered), '\0');
    if (!before.isEmpty())
        file->below->pMethods->xRead(file->below, before.data(), int(before.size()), offset);
    const std::lock_guard lock(theDisk.mutex);
    theDisk.unsynchronised.push_back({*file->path, offset, before, size, fileSize});
}

int closeFile(sqlite3_file *file)
{
    const int code = below(file)->pMethods ? below(file)->pMethods->xClose(below(file)) : SQLITE_OK;
    delete fileOf(file)->path;
    return code;
}

int readFile(sqlite3_file *file, void *into, int size, sqlite3_int64 offset)
{
    return below(file)->pMethods->xRead(below(file), into, size, offset);
}

int writeFile(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    if (theDisk.failsNow())
        return theDisk.codeFor(SQLITE_IOERR_WRITE);
    remember(fileOf(file), offset, size, size);
    return below(file)->pMethods->xWrite(below(file), bytes, size, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (theDisk.failsNow())
        return SQLITE_IOERR_TRUNCATE;
    remember(fileOf(file), size, 0, never);
    return below(file)->pMethods->xTruncate(below(file), size);
}

/// Nothing is written to the real disk's platters: what counts is what a cut may take back from now on.
int syncFile(sqlite3_file *file, int)
{
    if (theDisk.failsNow())
        return SQLITE_IOERR_FSYNC;
    const std::lock_guard lock(theDisk.mutex);
    std::erase_if(theDisk.unsynchronised, [&](const Covered &write) { return write.path == *fileOf(file)->path; });
    return SQLITE_OK;
}

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    File *opened = fileOf(file);
    opened->below = reinterpret_cast<sqlite3_file *>(opened + 1);
    const int code = real->xOpen(real, name, opened->below, flags, outFlags);
    opened->base.pMethods = code == SQLITE_OK ? &methods : nullptr;
    opened->path = code == SQLITE_OK ? new QString(QString::fromUtf8(name)) : nullptr;
    return code;
}

int deleteFile(sqlite3_vfs *, const char *name, int synchronise)
{
    return theDisk.failsNow() ? SQLITE_IOERR_DELETE : real->xDelete(real, name, synchronise);
}

void makeMethods()
{
    methods.iVersion = 2; // no memory maps: they would write past this layer
    methods.xClose = closeFile;
    methods.xRead = readFile;
    methods.xWrite = writeFile;
    methods.xTruncate = truncateFile;
    methods.xSync = syncFile;
    methods.xFileSize = [](sqlite3_file *f, sqlite3_int64 *size) { return below(f)->pMethods->xFileSize(below(f), size); };
    methods.xLock = [](sqlite3_file *f, int level) { return below(f)->pMethods->xLock(below(f), level); };
    methods.xUnlock = [](sqlite3_file *f, int level) { return below(f)->pMethods->xUnlock(below(f), level); };
    methods.xCheckReservedLock = [](sqlite3_file *f, int *out) { return below(f)->pMethods->xCheckReservedLock(below(f), out); };
    methods.xFileControl = [](sqlite3_file *f, int op, void *argument) { return below(f)->pMethods->xFileControl(below(f), op, argument); };
    methods.xSectorSize = [](sqlite3_file *) { return int(sector); };
    methods.xDeviceCharacteristics = [](sqlite3_file *) { return 0; }; // a disk that promises nothing
    methods.xShmMap = [](sqlite3_file *f, int page, int size, int extend, void volatile **out) {
        return below(f)->pMethods->xShmMap(below(f), page, size, extend, out);
    };
    methods.xShmLock = [](sqlite3_file *f, int offset, int n, int flags) {
        return below(f)->pMethods->xShmLock(below(f), offset, n, flags);
    };
    methods.xShmBarrier = [](sqlite3_file *f) { below(f)->pMethods->xShmBarrier(below(f)); };
    methods.xShmUnmap = [](sqlite3_file *f, int remove) { return below(f)->pMethods->xShmUnmap(below(f), remove); };
}

/// Puts back what a write covered, from its `kept`th byte on.
void putBack(const Covered &write, qint64 kept)
{
    QFile file(write.path);
    if (!file.open(QIODevice::ReadWrite))
        return; // deleted since
    if (write.size == 0)
        kept = 0;
    const qint64 end = write.offset + std::max<qint64>(write.size, write.before.size());
    for (qint64 at = write.offset + kept; at < end && file.seek(at);) {
        const qint64 covered = at - write.offset;
        const QByteArray old = covered < write.before.size() ? write.before.mid(covered) : QByteArray(end - at, '\0');
        at += file.write(old);
    }
    if (write.size != 0 && kept == 0 && file.size() == end && write.fileSize < end)
        file.resize(std::max(write.fileSize, write.offset)); // the file had not grown yet
}

} // namespace

void disk::install()
{
    sqlite3_initialize();
    real = sqlite3_vfs_find(nullptr);
    shim = *real;
    makeMethods();
    shim.zName = "kindling-faults";
    shim.szOsFile = int(sizeof(File)) + real->szOsFile;
    shim.xOpen = openFile;
    shim.xDelete = deleteFile;
    shim.pNext = nullptr;
    sqlite3_vfs_register(&shim, 1);
}

void disk::reset()
{
    const std::lock_guard lock(theDisk.mutex);
    theDisk.operations = 0;
    theDisk.failsFrom = never;
    theDisk.unsynchronised.clear();
}

qint64 disk::operations()
{
    const std::lock_guard lock(theDisk.mutex);
    return theDisk.operations;
}

void disk::failFrom(qint64 number, Failure failure)
{
    const std::lock_guard lock(theDisk.mutex);
    theDisk.failsFrom = number;
    theDisk.failure = failure;
}

void disk::losePower(QRandomGenerator &random)
{
    std::vector<Covered> writes;
    {
        const std::lock_guard lock(theDisk.mutex);
        writes.swap(theDisk.unsynchronised);
    }
    for (auto write = writes.rbegin(); write != writes.rend(); ++write) {
        const qint64 sectors = write->size / sector;
        switch (random.bounded(3)) {
        case 0: break; // it was written by chance
        case 1: putBack(*write, 0); break;
        default: putBack(*write, sectors > 0 ? random.bounded(int(sectors)) * sector : 0);
        }
    }
}

} // namespace kindling::faults
