// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/notesearch.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/store/connection.h"

#include <algorithm>
#include <unordered_set>

namespace kindling {

namespace {

constexpr int notesOfALead = 4; ///< as many are read for each lead that is wanted, because a lead may have several

/// A word with something to search for: FTS5 finds nothing in a phrase of signs alone, and would find nothing beside it either.
bool hasLetters(const QString &word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

/// The words of a search as an FTS5 query: all of them, the last one as a beginning. Each as it is typed, or without its marks: the index
/// folds accents, but keeps "ß" and "ø".
QString matchExpression(const QString &text)
{
    QStringList words;
    for (QString word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        word.remove(u'"').remove(QChar(0));
        if (hasLetters(word))
            words += word;
    }
    QStringList terms;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString beginning = i + 1 == words.size() ? QStringLiteral("*") : QString();
        terms += QStringLiteral("(\"%1\"%3 OR \"%2\"%3)").arg(words[i], folded(words[i]), beginning);
    }
    return terms.join(QStringLiteral(" AND "));
}

} // namespace

Result<std::vector<NoteHit>> notesWith(Connection &connection, const QString &text, int limit)
{
    const QString expression = matchExpression(text);
    std::vector<NoteHit> hits;
    if (expression.isEmpty())
        return hits;
    // Ids grow with time: the last row is the latest note.
    KINDLING_GET(rows,
                 connection.run(QStringLiteral("SELECT lead_id, snippet(note_search, 1, '', '', '…', 12) FROM note_search "
                                               "WHERE note_search MATCH ? ORDER BY rowid DESC LIMIT ?"),
                                {expression, qint64(limit) * notesOfALead}));
    while (rows->next() && hits.size() < size_t(limit)) {
        const LeadId id(rows->integer(0));
        if (std::none_of(hits.begin(), hits.end(), [id](const NoteHit &hit) { return hit.lead == id; }))
            hits.push_back({id, rows->text(1).simplified()});
    }
    rows->finish();
    return hits;
}

Result<qint64> leadsWithNotes(Connection &connection, const QString &text, const Progress *progress)
{
    const QString expression = matchExpression(text);
    if (expression.isEmpty())
        return qint64(0);
    // Row by row, and not counted by the database, so that it ends as soon as nobody wants it any more.
    KINDLING_GET(rows, connection.run(QStringLiteral("SELECT lead_id FROM note_search WHERE note_search MATCH ?"), {expression}));
    std::unordered_set<qint64> leads;
    while (rows->next()) {
        leads.insert(rows->integer(0));
        if (progress && progress->cancelled()) {
            rows->finish();
            return Error{ErrorCode::Cancelled, {}, {}};
        }
    }
    rows->finish();
    return qint64(leads.size());
}

} // namespace kindling
