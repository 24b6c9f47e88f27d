// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kindling {

/// How files with certain headers are read, as the last import of one was accepted.
struct RememberedMapping
{
    qint64 id = 0;
    QString headers; ///< the set of headers, as headerSet() writes it
    QString source; ///< the program that wrote the file
    QString file; ///< the first file that was read so
    QString mapping; ///< JSON
    bool operator==(const RememberedMapping &) const = default;
};

} // namespace kindling
