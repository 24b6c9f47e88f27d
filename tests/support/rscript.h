// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QStringList>

#include <optional>
#include <vector>

namespace kindling {

/// The numbers that a script prints when R runs it; nothing where R, or a package that the script loads, is not installed.
inline std::optional<std::vector<double>> numbersFromR(const QString &script)
{
    const QString r = QStandardPaths::findExecutable(QStringLiteral("Rscript"));
    if (r.isEmpty())
        return std::nullopt;
    QProcess process;
    process.start(r, {QStringLiteral("--vanilla"), QStringLiteral("-e"), script});
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return std::nullopt;
    std::vector<double> numbers;
    for (const QString &word : QString::fromUtf8(process.readAllStandardOutput()).simplified().split(u' ', Qt::SkipEmptyParts))
        numbers.push_back(word.toDouble());
    return numbers;
}

} // namespace kindling
