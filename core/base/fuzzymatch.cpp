// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fuzzymatch.h"

#include "core/base/textfold.h"

#include <algorithm>
#include <array>

namespace kindling {

namespace {

constexpr qsizetype longest = 64;

QStringList wordsOf(const QString &text)
{
    QString spaced = folded(text);
    for (QChar &c : spaced) {
        if (!c.isLetterOrNumber())
            c = u' ';
    }
    return spaced.split(u' ', Qt::SkipEmptyParts);
}

/// A typed word against one word of the name.
std::optional<int> wordScore(const QString &typed, const QString &word, Slips slips)
{
    if (word.startsWith(typed))
        return 0;
    if (typed.size() > 1 && word.contains(typed))
        return 1;
    const int allowed = slips == Slips::Refused ? 0 : slipsAllowed(typed.size());
    if (allowed == 0)
        return std::nullopt;
    int best = allowed + 1;
    // Somebody may still be typing: as much of the word as was typed, give or take the slips.
    for (qsizetype length = typed.size() - allowed; length <= typed.size() + allowed; ++length) {
        if (length > 0 && length <= word.size())
            best = std::min(best, editDistance(typed, QStringView(word).left(length), allowed));
    }
    return best <= allowed ? std::optional(2 + best) : std::nullopt;
}

} // namespace

int editDistance(QStringView a, QStringView b, int most)
{
    a = a.left(longest);
    b = b.left(longest);
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    std::array<std::array<int, longest + 1>, 3> rows;
    for (qsizetype j = 0; j <= b.size(); ++j)
        rows[0][size_t(j)] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        auto &row = rows[size_t(i % 3)];
        const auto &above = rows[size_t((i + 2) % 3)];
        const auto &twoAbove = rows[size_t((i + 1) % 3)];
        row[0] = int(i);
        int least = row[0];
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const size_t k = size_t(j);
            row[k] = std::min({above[k] + 1, row[k - 1] + 1, above[k - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[k] = std::min(row[k], twoAbove[k - 2] + 1);
            least = std::min(least, row[k]);
        }
        if (least > most)
            return most + 1;
    }
    return std::min(rows[size_t(a.size() % 3)][size_t(b.size())], most + 1);
}

int slipsAllowed(qsizetype length)
{
    return length < 4 ? 0 : length < 8 ? 1 : 2;
}

std::optional<int> matchScore(const QString &typed, const QString &name, Slips slips)
{
    const QStringList names = wordsOf(name);
    int sum = 0;
    for (const QString &word : wordsOf(typed)) {
        std::optional<int> best;
        for (const QString &candidate : names) {
            const std::optional<int> score = wordScore(word, candidate, slips);
            if (score && (!best || *score < *best))
                best = score;
        }
        if (!best)
            return std::nullopt;
        sum += *best;
    }
    return sum;
}

} // namespace kindling
