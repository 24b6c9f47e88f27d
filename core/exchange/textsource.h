// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/textencoding.h"

#include <QByteArray>
#include <QIODevice>

#include <optional>

namespace kindling {

/// Reads the whole device once and names its encoding: "UTF-8", "UTF-16LE", "UTF-16BE" or "windows-1252". A byte-order mark decides,
/// then the zero bytes of UTF-16, then UTF-8 unless more of its characters are broken than whole, then the legacy page. Errors: EmptyFile,
/// NotText, BrokenEncoding, LineTooLong (no end of a line in the first 16 MiB), Cancelled. `name` is the subject of errors.
Result<QString> recogniseEncoding(QIODevice &device, const QString &name, Progress &progress);

/// The bytes of a device as UTF-8, whatever they are encoded in, block by block. A byte that is no part of a character of UTF-8 is read as
/// windows-1252 has it.
class TextSource
{
public:
    /// `encoding`: one that recogniseEncoding() gives, or one of encodingNamed().
    TextSource(QIODevice &device, const QString &encoding);

    /// The next block, without byte-order mark; empty at the end.
    QByteArray next();
    /// Bytes taken from the device so far.
    qint64 position() const { return m_position; }
    qint64 size() const { return m_device.size(); }

private:
    enum class Kind { Utf8, Utf16Le, Utf16Be, Windows1252, Other };

    QByteArray fromUtf16(QByteArray block);
    QByteArray decoded(const QByteArray &block);
    QByteArray mended(QByteArray block);

    QIODevice &m_device;
    Kind m_kind;
    qint64 m_position = 0;
    std::optional<EncodingConverter> m_converter; ///< for Other
    QByteArray m_rest; ///< half a UTF-16 unit, surrogate pair or UTF-8 character, kept for the next block
};

} // namespace kindling
