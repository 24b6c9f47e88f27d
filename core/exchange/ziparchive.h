// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QIODevice>

#include <memory>

struct zip;
struct zip_file;

namespace kindling {

/// A zip file opened for reading. Members are read as streams; one that unpacks to more than it should is refused.
class ZipArchive
{
public:
    /// Errors: FileNotReadable, NotText (damaged, encrypted, no zip).
    static Result<std::unique_ptr<ZipArchive>> open(const QString &path);
    ~ZipArchive();
    ZipArchive(const ZipArchive &) = delete;
    ZipArchive &operator=(const ZipArchive &) = delete;

    bool has(const QString &member) const;
    /// What a member says it unpacks to, in bytes; 0 when it is not there.
    qint64 sizeOf(const QString &member) const;

    /// A member as a stream that unpacks as it is read. It must not outlive the archive. Error NotText when it is missing, encrypted, or
    /// unpacks to more than `most` bytes or to far more than documents do.
    Result<std::unique_ptr<QIODevice>> member(const QString &name, qint64 most) const;

private:
    ZipArchive(zip *archive, QString name);

    zip *m_archive;
    QString m_name; ///< of the file, for errors
};

} // namespace kindling
