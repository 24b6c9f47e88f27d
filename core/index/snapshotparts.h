// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filteroperand.h"
#include "core/index/chunk.h"
#include "core/index/columnsnapshot.h"
#include "core/index/companytotals.h"
#include "core/index/searchterms.h"

#include <algorithm>
#include <bitset>
#include <map>
#include <mutex>
#include <unordered_map>

namespace kindling {

/// All rows, ordered by one field.
using SortOrder = std::vector<quint32>;
/// The place of each row among the different values of a field, the same for equal ones.
using SortRanks = std::vector<quint32>;

/// An order of an earlier snapshot and the rows that were written since, ascending: mended when it is asked for.
struct EarlierOrder
{
    std::shared_ptr<const SortOrder> order;
    std::vector<quint32> changed;
};

/// Hashes of emails, phone digits and external ids with the row they belong to, ordered by hash.
struct ExactIndex
{
    struct Entry
    {
        quint64 hash = 0;
        quint32 row = 0;
        TextSegment segment = TextSegment::Emails;
    };
    std::vector<Entry> entries;
};

struct TermRows;
struct AlikeRows;

/// What a snapshot is made of; private to core/index.
struct ColumnSnapshot::Parts
{
    std::vector<std::shared_ptr<const Chunk>> chunks;
    std::shared_ptr<const DictionarySet> dictionaries;
    quint32 rows = 0;
    quint32 loadedRows = 0; ///< these are in order of id; later ones are in `added`
    std::unordered_map<qint64, quint32> added; ///< rows that came since the columns were loaded

    mutable std::mutex mutex; ///< guards the caches, which are made when first asked for
    using OrderKey = std::pair<FieldId, bool>; ///< the field; whether descending
    mutable std::map<OrderKey, std::shared_ptr<const SortOrder>> orders;
    mutable std::map<OrderKey, EarlierOrder> earlierOrders;
    mutable std::map<OrderKey, std::shared_ptr<const SortRanks>> ranks;
    mutable std::shared_ptr<const RowSet> present; ///< leads that are neither gone nor archived
    mutable std::shared_ptr<const std::vector<quint32>> companyLeads; ///< how many of them by code of the company
    mutable std::shared_ptr<const CompanyTotals::Kept> companyTotals;
    mutable std::shared_ptr<const ExactIndex> exact;
    mutable std::vector<std::pair<SearchTerm, std::shared_ptr<const TermRows>>> terms; ///< searched for lately, the last one first
    mutable std::vector<std::pair<QByteArray, std::shared_ptr<const AlikeRows>>> alikes; ///< … and with slips
    mutable std::vector<QString> currencies;
    mutable std::array<std::shared_ptr<const TextColumn>, storedTextFields.size()> texts; ///< null until rows are ordered by them
    mutable std::mutex scoresMutex; ///< guards the scores: an order is made under the other one and looks at them
    mutable ScoreColumnsPtr scores; ///< null until the leads were scored
    mutable std::mutex companiesMutex; ///< guards the companies, which nobody waits for while an order is made
    mutable CompanyColumnsPtr companies; ///< null until a list of companies needed them

    ScoreColumnsPtr scoresNow() const
    {
        const std::lock_guard lock(scoresMutex);
        return scores;
    }

    const Chunk &chunkOf(quint32 row) const { return *chunks[row / chunkRows]; }
    /// Takes over what another snapshot had in order, before `changed` rows (ascending) were written (sortorder.cpp).
    void keepOrders(const Parts &earlier, const std::vector<quint32> &changed);

    /// The rows for which `matches(chunk, row in chunk)` holds.
    template <typename Matches>
    RowSet scan(Matches matches) const
    {
        RowSet result(rows, false);
        quint32 base = 0;
        for (const auto &chunk : chunks) {
            const quint32 count = chunk->rows();
            for (quint32 first = 0; first < count; first += 64) { // a word of the set at a time: no branch for each row
                quint64 word = 0;
                const quint32 end = std::min(first + 64, count);
                for (quint32 i = first; i < end; ++i)
                    word |= quint64(matches(*chunk, i) ? 1 : 0) << (i - first);
                result.setWord((base + first) / 64, word);
            }
            base += chunkRows;
        }
        return result;
    }
};

/// One FilterTest against all rows (evaluator.cpp). Error BadFilter for a field that the columns do not hold.
Result<RowSet> evaluateTest(const ColumnSnapshot::Parts &parts, const FilterTest &test, const FilterContext &context);

/// What an operand of money is in minor units of each currency, by its code; nothing for currencies of which it finds no amount.
using CurrencySpans = std::vector<std::optional<NumberSpan>>;
CurrencySpans currencySpans(const ColumnSnapshot::Parts &parts, const QString &operand, const FilterContext &context);

/// A test of a custom field, which the context's vocabulary knows (fieldevaluator.cpp).
Result<RowSet> evaluateCustom(const ColumnSnapshot::Parts &parts, const FilterTest &test, const CustomField &field,
                              const FilterContext &context);

/// Tests over time (timelineevaluator.cpp).
RowSet evaluateCount(const ColumnSnapshot::Parts &parts, const CountTest &test, const TimelineColumns &columns,
                     const FilterContext &context);
/// Which activities a test counts, by their codes.
using FactCodes = std::bitset<factStates>;
FactCodes activityCodes(const CountTest &test);
RowSet evaluateStay(const ColumnSnapshot::Parts &parts, const StayTest &test, const AxisColumns &columns, const FilterContext &context);
/// A test of a field that the columns do not hold.
RowSet evaluateStoredText(const ColumnSnapshot::Parts &parts, const FilterTest &test, const TextColumn &column);
/// The rows of leads in ascending order.
RowSet evaluateMembers(const ColumnSnapshot::Parts &parts, const std::vector<LeadId> &members);

/// Free text against all rows (textsearch.cpp).
RowSet evaluateText(const ColumnSnapshot::Parts &parts, const QString &text);

/// All rows in order: none last, ties newest first. Made when first asked for, mended after a write (sortorder.cpp).
std::shared_ptr<const SortOrder> orderOf(const ColumnSnapshot::Parts &parts, const SortKey &key);
std::shared_ptr<const SortRanks> ranksOf(const ColumnSnapshot::Parts &parts, const SortKey &key);
/// The rows by their rank; equal ones stay in the order they have. In proportion to the rows and the ranks, without comparing.
std::vector<quint32> sortedByRank(const std::vector<quint32> &rows, const SortRanks &ranks);

ExactIndex makeExactIndex(const ColumnSnapshot::Parts &parts);

} // namespace kindling
