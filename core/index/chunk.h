// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/fieldchunk.h"
#include "core/index/namewords.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace kindling {

/// Rows of a chunk; a multiple of 64, so that the bits of a chunk in a RowSet are words of their own.
inline constexpr quint32 chunkRows = 16'384;

/// The fields whose words are interned as they come, in the order of Chunk::words.
enum class WordColumn : quint8 { JobTitle, Industry, CompanySize, City, Region, Country, Language, Currency, Count };
inline constexpr size_t wordColumns = static_cast<size_t>(WordColumn::Count);

/// The segments of a lead's text, ended by \x1f; a lead ends with \n.
enum class TextSegment : quint8 { Name, Emails, Phones, ExternalId };

/// Some thousand leads as arrays side by side. Immutable once it is part of a snapshot.
struct Chunk
{
    std::vector<qint64> id;
    std::vector<quint32> company, owner, source, campaign, reason;
    std::vector<quint16> stage;
    std::vector<quint8> temperature, outcome, qualifiedThrough, bant;
    std::vector<quint8> archived, pinned, doNotEmail, doNotCall, consent, hasValue, gone; ///< gone: removed since the columns were loaded
    std::vector<qint64> value;
    std::vector<qint64> created, stageSince, outcomeSince, lastActivity, nextFollowUp, expectedClose, backOn;
    std::array<std::vector<quint32>, wordColumns> words;
    std::vector<quint32> textBegin; ///< one more than rows
    std::string text;
    std::vector<quint32> tagBegin; ///< one more than rows
    std::vector<quint32> tags;
    quint32 number = 0; ///< its place among the chunks of its snapshot
    NameWordsOnDemand nameWords;
    FieldChunks fields; ///< may be shorter than DictionarySet::fields: then no lead has a value in the rest

    quint32 rows() const { return quint32(id.size()); }
    std::string_view textOf(quint32 row) const
    {
        return std::string_view(text).substr(textBegin[row], textBegin[row + 1] - textBegin[row]);
    }
    /// Null when no lead of the chunk has a value in the field.
    const FieldChunk *field(quint32 index) const { return index < fields.size() ? &fields[index] : nullptr; }
    std::string_view segmentOf(quint32 row, TextSegment segment) const;
    /// True when the lead has one of the tags that `wanted` marks by code.
    bool hasTag(quint32 row, const std::vector<char> &wanted) const;
    size_t memoryBytes() const;
    /// Room for as much as another chunk has.
    void reserveLike(const Chunk &other);
};

/// A custom field as the columns know it. Its place among the others never changes while they live.
struct FieldColumn
{
    CustomField field;
    Dictionary options;
};

/// The dictionaries of a snapshot.
struct DictionarySet
{
    Dictionary companies, stages, owners, sources, campaigns, reasons, tags;
    std::array<Dictionary, wordColumns> words;
    std::vector<quint32> stageOrder; ///< position in the funnel by code
    std::vector<int> winPercent; ///< by code of the stage
    std::vector<FieldColumn> fields;
    std::vector<FieldId> card; ///< the questions of the qualification framework in use

    std::optional<quint32> fieldIndex(CustomFieldId field) const;

    /// True when all that was there is ordered as before: nothing was renamed, moved or changed, only added.
    bool take(const Dictionaries &dictionaries);
};

/// How many questions of the framework in use a lead answers with yes.
qint64 questionsWithYes(const Chunk &chunk, quint32 row, const DictionarySet &dictionaries);

/// Appends one lead to a chunk; interns its words.
void appendFacts(Chunk &chunk, const LeadFacts &facts, DictionarySet &dictionaries);
/// Appends rows `first` to just before `last` of another chunk.
void appendRows(Chunk &chunk, const Chunk &from, quint32 first, quint32 last);

} // namespace kindling
