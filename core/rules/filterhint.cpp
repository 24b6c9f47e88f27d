// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/filterhint.h"

#include "core/base/fuzzymatch.h"
#include "core/base/textfold.h"
#include "core/base/translations.h"

#include <algorithm>

namespace kindling {

namespace {

/// The word of those that are there that a mistyped one is nearest to; empty when none is near.
QString nearestOf(const QString &typed, const std::vector<QString> &words)
{
    const QString wanted = folded(typed);
    QString nearest;
    int best = std::max(1, slipsAllowed(wanted.size())) + 1;
    for (const QString &word : words) {
        const QString known = folded(word);
        const int away = known.startsWith(wanted) ? 1 : editDistance(wanted, known, best);
        if (away < best) {
            nearest = word;
            best = away;
        }
    }
    return nearest;
}

void addHints(const QStringList &typed, const std::vector<QString> &known, const char *unknown, QStringList &hints)
{
    for (const QString &word : typed) {
        const auto same = [wanted = folded(word)](const QString &there) { return folded(there) == wanted; };
        if (word.isEmpty() || std::any_of(known.begin(), known.end(), same))
            continue;
        const QString nearest = nearestOf(word, known);
        const QString question = nearest.isEmpty() ? QString() : u' ' + sentence("Did you mean “%1”?").arg(nearest);
        hints += sentence(unknown).arg(word) + question;
    }
}

} // namespace

QStringList hintsOf(const Filter &filter, const Vocabulary &vocabulary)
{
    QStringList hints;
    if (filter.kind == Filter::Kind::Test && filter.test.op == FilterTest::Operator::Is) {
        if (filter.test.field == LeadField::Source)
            addHints(filter.test.words, vocabulary.sources, QT_TRANSLATE_NOOP("kindling", "No source is called “%1”."), hints);
        else if (filter.test.field == LeadField::Tags)
            addHints(filter.test.words, vocabulary.tags, QT_TRANSLATE_NOOP("kindling", "No tag is called “%1”."), hints);
    }
    for (const Filter &child : filter.children)
        hints += hintsOf(child, vocabulary);
    return hints;
}

} // namespace kindling
