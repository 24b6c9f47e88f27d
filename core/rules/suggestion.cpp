// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/suggestion.h"

#include "core/base/translations.h"

#include <algorithm>
#include <vector>

namespace kindling {

namespace {

/// The value that is fewest edits away (Levenshtein), if it is at most two.
QString nearest(const QString &word, const QStringList &known)
{
    QString best;
    int bestDistance = 3;
    for (const QString &candidate : known) {
        std::vector<int> row(size_t(candidate.size()) + 1);
        for (size_t i = 0; i < row.size(); ++i)
            row[i] = int(i);
        for (qsizetype i = 0; i < word.size(); ++i) {
            int diagonal = row[0]++;
            for (size_t j = 1; j < row.size(); ++j) {
                const int change = diagonal + (word[i].toLower() != candidate[qsizetype(j) - 1].toLower());
                diagonal = row[j];
                row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
            }
        }
        if (row.back() < bestDistance) {
            bestDistance = row.back();
            best = candidate;
        }
    }
    return best;
}

} // namespace

QString didYouMean(const QString &word, const QStringList &known)
{
    if (known.isEmpty())
        return sentence("there are none yet.");
    const QString near = nearest(word, known);
    return near.isEmpty() ? sentence("possible are %1.").arg(known.join(QStringLiteral(", "))) : sentence("did you mean %1?").arg(near);
}

} // namespace kindling
