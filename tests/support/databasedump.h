// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"

#include <QStringList>

namespace kindling {

/// All rows of a workspace but its journal, as lines: two states are the same when their lines are.
inline QStringList contentOf(const QString &path)
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Mode::Reader);
    if (!connection)
        qFatal("the test cannot read %s", qPrintable(path));
    QStringList tables;
    const Result<Statement *> names = (*connection)
                                          ->run(QStringLiteral("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN "
                                                               "('table', 'virtual') AND name NOT LIKE 'sqlite_%' AND name NOT IN "
                                                               "('change', 'change_row', 'import_run', 'kept_record') ORDER BY name"));
    while (names && (*names)->next())
        tables += (*names)->text(0);
    QStringList lines;
    for (const QString &table : std::as_const(tables)) {
        const Result<Statement *> rows = (*connection)->run(QStringLiteral("SELECT * FROM %1").arg(table));
        const int columns = rows ? (*rows)->columns() : 0; // asking makes a record of the row
        QStringList found;
        while (rows && (*rows)->next()) {
            QStringList cells{table};
            for (int i = 0; i < columns; ++i)
                cells += (*rows)->isNull(i) ? QStringLiteral("NULL") : u'\'' + (*rows)->text(i) + u'\'';
            found += cells.join(u' ');
        }
        found.sort();
        lines += found;
    }
    return lines;
}

/// The first line in which two contents differ, for the message of a test; empty when they are the same.
inline QString difference(const QStringList &is, const QStringList &shouldBe)
{
    for (const QString &line : is) {
        if (!shouldBe.contains(line))
            return QStringLiteral("is there: ") + line;
    }
    for (const QString &line : shouldBe) {
        if (!is.contains(line))
            return QStringLiteral("is missing: ") + line;
    }
    return is == shouldBe ? QString() : QStringLiteral("a line is there twice");
}

} // namespace kindling
