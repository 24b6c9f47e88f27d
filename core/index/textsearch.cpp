// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/bytesearch.h"
#include "core/index/snapshotparts.h"

#include "core/base/textfold.h"

#include <QRegularExpression>
#include <QtConcurrent>

#include <algorithm>
#include <functional>
#include <numeric>

namespace kindling {

namespace {

using Parts = ColumnSnapshot::Parts;

/// One word or quoted phrase of the search, ready for comparison.
struct Term
{
    QByteArray text; ///< folded
    QByteArray digits; ///< of a term that could be a part of a phone number
};

bool looksLikeNumber(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.digitValue() >= 0 || QStringView(u"+-./()").contains(c); });
}

/// Digits as they stand in E.164 numbers: without the zeros of the trunk or international prefix.
QByteArray numberDigits(const QString &text)
{
    QString digits = digitsOf(text);
    while (digits.startsWith(u'0'))
        digits.remove(0, 1);
    return digits.size() >= 3 ? digits.toUtf8() : QByteArray();
}

std::vector<Term> termsOf(const QString &text)
{
    // A search that is nothing but a phone number is one term, however it is spaced.
    const QString compact = QString(text).remove(u' ');
    if (looksLikeNumber(compact) && digitsOf(compact).size() >= 3)
        return {{compact.toUtf8(), numberDigits(compact)}};
    static const QRegularExpression parts(QStringLiteral("\"([^\"]*)\"?|(\\S+)"));
    std::vector<Term> terms;
    for (auto match = parts.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch part = match.next();
        const QString word = part.captured(part.capturedStart(2) >= 0 ? 2 : 1);
        const QByteArray folds = foldedUtf8(word);
        if (!folds.isEmpty())
            terms.push_back({folds, looksLikeNumber(word) ? numberDigits(word) : QByteArray()});
    }
    return terms;
}

/// Calls `hit` with each row of a chunk whose text contains `needle`, in one pass over the chunk's text.
template <typename Hit>
void findAll(const Chunk &chunk, const QByteArray &needle, Hit hit)
{
    const ByteSearch search({needle.constData(), size_t(needle.size())});
    quint32 row = 0;
    for (size_t at = search.find(chunk.text, 0); at != std::string_view::npos; at = search.find(chunk.text, chunk.textBegin[row])) {
        while (chunk.textBegin[row + 1] <= at)
            ++row;
        hit(row++); // one hit a lead is enough
    }
}

bool hasTag(const Chunk &chunk, quint32 row, const std::vector<char> &wanted)
{
    for (quint32 t = chunk.tagBegin[row]; t < chunk.tagBegin[row + 1]; ++t) {
        if (wanted[chunk.tags[t]])
            return true;
    }
    return false;
}

RowSet matchTerm(const Parts &parts, const Term &term)
{
    const std::vector<char> companies = parts.dictionaries->companies.containing(term.text);
    const std::vector<char> tags = parts.dictionaries->tags.containing(term.text);
    const bool anyCompany = std::find(companies.begin(), companies.end(), 1) != companies.end();
    const bool anyTag = std::find(tags.begin(), tags.end(), 1) != tags.end();
    RowSet rows(parts.rows, false);
    std::vector<quint32> chunks(parts.chunks.size());
    std::iota(chunks.begin(), chunks.end(), 0U);
    // Chunks own whole words of the set, so two threads never write the same one.
    QtConcurrent::blockingMap(chunks, [&](quint32 which) {
        const Chunk &chunk = *parts.chunks[which];
        const quint32 base = which * chunkRows;
        findAll(chunk, term.text, [&](quint32 row) { rows.insert(base + row); });
        if (!term.digits.isEmpty())
            findAll(chunk, term.digits, [&](quint32 row) { rows.insert(base + row); });
        if (!anyCompany && !anyTag)
            return;
        for (quint32 row = 0; row < chunk.rows(); ++row) {
            if (companies[chunk.company[row]] || (anyTag && hasTag(chunk, row, tags)))
                rows.insert(base + row);
        }
    });
    return rows;
}

} // namespace

RowSet evaluateText(const Parts &parts, const QString &text)
{
    RowSet rows(parts.rows, true);
    for (const Term &term : termsOf(text))
        rows.intersect(matchTerm(parts, term));
    return rows;
}

} // namespace kindling
