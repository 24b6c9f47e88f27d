// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QFileDevice>

namespace kindling {

/// What went by on a copy.
struct StoredContent
{
    QString hash; ///< SHA-256, 64 hexadecimal digits
    qint64 size = 0; ///< bytes
};

/// How far copies of several files are, in bytes of all of them.
class ByteTally
{
public:
    ByteTally(Progress &progress, qint64 total)
        : m_progress(progress)
        , m_total(total)
    {
    }
    void add(qint64 bytes)
    {
        m_done += bytes;
        m_progress.report(m_done, m_total);
    }
    bool cancelled() const { return m_progress.cancelled(); }

private:
    Progress &m_progress;
    qint64 m_total;
    qint64 m_done = 0;
};

/// Reads an open device to its end, writes it to another, if there is one, and gives the hash of what went by. `name` is what the source
/// is called in errors. Errors: FileNotReadable, FileNotWritable,
/// DiskFull, Cancelled.
Result<StoredContent> pour(QIODevice &from, const QString &name, QFileDevice *to, ByteTally &tally);

/// Has the system write a file out, so that a power cut does not take it back. Error FileNotWritable.
Result<void> reachDisk(const QString &path);
/// The same for the names in a folder, where the system does that.
void namesReachDisk(const QString &folder);

/// Makes a folder that only its owner can look into. Error FileNotWritable.
Result<void> makePrivateFolder(const QString &folder);

} // namespace kindling
