// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QByteArray>

#include <memory>
#include <vector>

struct zip;
struct zip_source;

namespace kindling {

/// A new zip file whose members are stored as they are, not packed: as fast as a copy, and any zip program opens it. Nothing is written
/// before finish(); what was added must stay as it is until then.
class ZipWriter
{
public:
    /// Error FileNotWritable; also when there is a file of that name.
    static Result<std::unique_ptr<ZipWriter>> create(const QString &path);
    ~ZipWriter();
    ZipWriter(const ZipWriter &) = delete;
    ZipWriter &operator=(const ZipWriter &) = delete;

    Result<void> addFile(const QString &member, const QString &path);
    Result<void> addBytes(const QString &member, const QByteArray &bytes);

    /// Writes the file, under a temporary name beside it until it is whole. Reports as the second part of a work: from `before` on, of
    /// `before + own`. Errors: FileNotWritable, DiskFull, Cancelled.
    Result<void> finish(Progress &progress, qint64 before, qint64 own);

private:
    ZipWriter(zip *archive, QString path);
    Result<void> store(const QString &member, zip_source *source);
    Error refusal() const;

    zip *m_archive; ///< null when it is finished
    QString m_path;
    std::vector<QByteArray> m_bytes; ///< of members that come from no file
};

} // namespace kindling
