// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/spelling.h"

#include "app/cli/exitcode.h"
#include "app/cli/words.h"

#include <algorithm>
#include <vector>

namespace kindling::cli {

namespace {

/// Optimal string alignment distance: Levenshtein's, and neighbours that changed places count as one.
qsizetype distance(QStringView a, QStringView b)
{
    const auto width = size_t(b.size()) + 1;
    std::vector<qsizetype> beforeLast(width);
    std::vector<qsizetype> last(width);
    std::vector<qsizetype> row(width);
    for (size_t j = 0; j < width; ++j)
        last[j] = qsizetype(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (size_t j = 1; j < width; ++j) {
            const QChar here = b[qsizetype(j) - 1];
            const qsizetype changed = last[j - 1] + (a[i - 1] == here ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[qsizetype(j) - 2] && a[i - 2] == here)
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        beforeLast.swap(last);
        last.swap(row);
    }
    return last.back();
}

} // namespace

QString nearestWord(const QString &typed, const QStringList &words)
{
    QString nearest;
    qsizetype best = 0;
    const QString lower = typed.toLower();
    for (const QString &word : words) {
        const qsizetype away = distance(lower, word.toLower());
        const bool near = away * 3 <= std::max(typed.size(), word.size());
        if (near && (nearest.isEmpty() || away < best)) {
            nearest = word;
            best = away;
        }
    }
    return nearest;
}

QString didYouMean(const QString &typed, const QStringList &words)
{
    const QString nearest = nearestWord(typed, words);
    return nearest.isEmpty() ? QString() : u' ' + Words::tr("Did you mean “%1”?").arg(nearest);
}

Error noneOf(const QString &subject, const QString &typed, const QStringList &words)
{
    if (words.size() == 1)
        return usage(subject, Words::tr("“%1” is not possible here, only %2.").arg(typed, words.front()));
    return usage(subject, Words::tr("“%1” is none of %2.").arg(typed, words.join(QStringLiteral(", "))) + didYouMean(typed, words));
}

} // namespace kindling::cli
