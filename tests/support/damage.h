// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTest>

namespace kindling {

/// Overwrites the last page of the rows of a table, whose tree begins at the page `root`, in a file that nobody has open
/// (sqlite.org/fileformat.html).
inline void damageLastPage(const QString &path, qint64 root)
{
    constexpr qint64 pageSize = 4096;
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        qFatal("cannot open %s", qPrintable(path));
    const auto number = [&file](qint64 at, int bytes) {
        file.seek(at);
        return file.read(bytes).toHex().toLongLong(nullptr, 16);
    };
    qint64 page = root;
    while (number((page - 1) * pageSize, 1) == 5) // an inner page of a table; its last child stands in bytes 8 to 11
        page = number((page - 1) * pageSize + 8, 4);
    if (page == root)
        qFatal("the table has one page only");
    file.seek((page - 1) * pageSize);
    file.write(QByteArray(pageSize, '\xA5'));
}

} // namespace kindling
