// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

/// One row of the speed table: the times of the same work, in milliseconds, and how much of it was done.
struct Row
{
    QString work;
    std::vector<double> ms;
    double items = 0; ///< for a rate; 0 for none
    QString note;
};

/// The rows as a table for people, or as one JSON document.
class Table
{
public:
    /// Also says the row at once, on the standard error: a long run that is cut short has shown what it measured.
    void add(Row row);
    QString text() const;
    QByteArray json(qint64 leads) const;

private:
    std::vector<Row> m_rows;
};
