// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>

namespace {

double quantile(std::vector<double> values, double q)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[std::min(values.size() - 1, size_t(q * double(values.size())))];
}

double rate(const Row &row)
{
    const double median = quantile(row.ms, 0.5);
    return row.items > 0 && median > 0 ? row.items / median * 1000 : 0;
}

QString number(double value)
{
    return value <= 0 ? QString() : QString::number(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
}

QString line(const Row &row)
{
    const bool many = row.ms.size() > 1;
    return QStringLiteral("%1 %2 %3 %4 %5  %6\n")
        .arg(row.work, -52)
        .arg(number(quantile(row.ms, 0.5)), 10)
        .arg(many ? number(quantile(row.ms, 0.95)) : QString(), 10)
        .arg(many ? number(quantile(row.ms, 1)) : QString(), 10)
        .arg(rate(row) > 0 ? QString::number(rate(row), 'f', 0) : QString(), 10)
        .arg(row.note);
}

} // namespace

void Table::add(Row row)
{
    QTextStream(stderr) << line(row);
    m_rows.push_back(std::move(row));
}

QString Table::text() const
{
    QString text = QStringLiteral("%1 %2 %3 %4 %5  %6\n")
                       .arg(QStringLiteral("work"), -52)
                       .arg(QStringLiteral("p50 ms"), 10)
                       .arg(QStringLiteral("p95 ms"), 10)
                       .arg(QStringLiteral("max ms"), 10)
                       .arg(QStringLiteral("a second"), 10)
                       .arg(QStringLiteral("note"));
    for (const Row &row : m_rows)
        text += line(row);
    return text;
}

QByteArray Table::json(qint64 leads) const
{
    QJsonArray rows;
    for (const Row &row : m_rows) {
        rows.append(QJsonObject{{QStringLiteral("work"), row.work},
                                {QStringLiteral("runs"), qint64(row.ms.size())},
                                {QStringLiteral("p50Ms"), quantile(row.ms, 0.5)},
                                {QStringLiteral("p95Ms"), quantile(row.ms, 0.95)},
                                {QStringLiteral("maxMs"), quantile(row.ms, 1)},
                                {QStringLiteral("perSecond"), rate(row)},
                                {QStringLiteral("note"), row.note}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("leads"), leads}, {QStringLiteral("rows"), rows}}).toJson();
}
