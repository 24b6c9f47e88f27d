// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/textsource.h"

namespace kindling {

/// The lines of a vCard file, unfolded: a line that begins with a space or tab goes on with the one before (RFC 6350, 3.2), and so does
/// one after a quoted-printable line that ends with "=" (vCard 2.1). In constant memory: of an endless line the beginning is kept.
class FoldedLines
{
public:
    static constexpr qsizetype longestLine = 1 << 20;

    explicit FoldedLines(TextSource &source)
        : m_source(source)
    {
    }

    /// False at the end of the file.
    bool next();
    const QByteArray &text() const { return m_text; }
    /// True when the present line was longer than longestLine and is cut off there.
    bool tooLong() const { return m_tooLong; }
    /// 1-based number of the line of the file on which the present line begins.
    qint64 line() const { return m_begin; }

private:
    bool fill();
    bool appendPhysical();
    bool goesOn();

    TextSource &m_source;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    bool m_ended = false;
    QByteArray m_text;
    bool m_tooLong = false;
    qint64 m_line = 0; ///< lines read
    qint64 m_begin = 0;
};

} // namespace kindling
