// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kindling {

/// Notes with more of them on a line of their own, unless they say it already.
inline QString joinedNotes(const QString &notes, const QString &more)
{
    if (more.isEmpty() || notes.contains(more))
        return notes;
    return notes.isEmpty() ? more : notes + u'\n' + more;
}

} // namespace kindling
