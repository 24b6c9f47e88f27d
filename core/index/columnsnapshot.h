// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/base/progress.h"
#include "core/domain/filter.h"
#include "core/domain/leadfacts.h"
#include "core/index/scorecolumns.h"
#include "core/index/timelinecolumns.h"

#include <limits>
#include <map>
#include <memory>
#include <span>

namespace kindling {

class CompanyColumns;
using CompanyColumnsPtr = std::shared_ptr<const CompanyColumns>;
class ColumnSnapshot;
using SnapshotPtr = std::shared_ptr<const ColumnSnapshot>;

/// A set of rows of one snapshot: one bit a lead.
class RowSet
{
public:
    RowSet() = default;
    RowSet(quint32 size, bool full);

    quint32 size() const { return m_size; }
    bool contains(quint32 row) const { return (m_words[row >> 6] >> (row & 63)) & 1U; }
    void insert(quint32 row) { m_words[row >> 6] |= quint64(1) << (row & 63); }
    qint64 count() const;
    /// Sets the rows from 64 * index on, one bit each.
    void setWord(quint32 index, quint64 bits) { m_words[index] = bits; }

    void intersect(const RowSet &other);
    void unite(const RowSet &other);
    void subtract(const RowSet &other);

    template <typename Visit>
    void forEach(Visit visit) const
    {
        forEachFrom(0, m_size, visit);
    }
    /// The rows of a stretch that begins at a multiple of 64 and ends at one, or at the end.
    template <typename Visit>
    void forEachFrom(quint32 from, quint32 until, Visit visit) const
    {
        for (size_t word = from / 64; word < (size_t(until) + 63) / 64; ++word)
            for (quint64 bits = m_words[word]; bits != 0; bits &= bits - 1)
                visit(quint32(word * 64 + quint32(__builtin_ctzll(bits))));
    }

private:
    quint32 m_size = 0;
    std::vector<quint64> m_words;
};

/// What a set of rows amounts to.
struct GroupTotals
{
    qint64 key = 0; ///< the enumerator or the id of the group; 0 for none
    qint64 count = 0;
    MoneySum value;
    MoneySum weighted; ///< value times the win percentage of the lead's stage
    qint64 overdue = 0; ///< next follow-up before now
    UtcMs waitsSince = 0; ///< when the lead that has waited longest was last touched, or came in if it never was
    LeadId waitsLongest;
};

/// An immutable state of all leads: any thread may read it, for as long as it holds it.
class ColumnSnapshot
{
public:
    ~ColumnSnapshot();

    quint32 rowCount() const;
    LeadId idAt(quint32 row) const;
    std::optional<quint32> rowOf(LeadId id) const;

    /// The leads a filter matches; archived ones only if the filter names `archived`. A rule that speaks of something that is gone
    /// (filterproblem.h) is neither true nor false: no lead is matched because of it, by its opposite neither. `sources` has at least what
    /// timelineNeeds() says. Error: Cancelled.
    Result<RowSet> evaluate(const Filter &filter, const FilterContext &context, const Progress *progress = nullptr,
                            const TimelineSources &sources = {}) const;

    /// Rows in order, `limit` of them at most; ties by id, newest first. Sort orders are kept with the snapshot and mended
    /// for the next one.
    std::vector<LeadId> sorted(const RowSet &rows, std::span<const SortKey> keys, size_t limit = noLimit) const;
    static constexpr size_t noLimit = std::numeric_limits<size_t>::max();

    /// Counts and sums by a choice or word field (Temperature, Stage, Owner, Outcome, Source, Campaign, a custom choice …), in the field's
    /// own order.
    std::vector<GroupTotals> group(const RowSet &rows, FieldId by, UtcMs now) const;
    /// The leads of each of those groups in order, by the key of the group: the columns of a board, in one pass.
    std::map<qint64, std::vector<LeadId>> groupSorted(const RowSet &rows, FieldId by, std::span<const SortKey> keys) const;
    /// The same by two fields at once: first by the key in `by`, then by that in `across`.
    std::map<std::pair<qint64, qint64>, std::vector<LeadId>> crossSorted(const RowSet &rows, FieldId by, FieldId across,
                                                                         std::span<const SortKey> keys) const;
    MoneySum sum(const RowSet &rows) const;

    /// Exact look-ups for duplicates and imports, oldest first: by normalised email and by E.164 digits.
    std::vector<LeadId> withEmail(const QString &normalised) const;
    std::vector<LeadId> withPhone(const QString &normalised) const;
    /// Without regard to case, which may be part of an id: to be compared with the stored one.
    std::vector<LeadId> withExternalId(const QString &externalId) const;
    /// Both as folded() gives them; an empty one matches only an empty one.
    std::vector<LeadId> withNameAndCompany(const QString &name, const QString &company) const;
    bool hasExternalId(LeadId id) const;
    /// As folded() gives it, in UTF-8; empty for a lead without a name.
    QByteArray foldedName(LeadId id) const;

    /// Facts as the funnel reads them, one for each row, in row order.
    struct Standing
    {
        UtcMs created;
        qint64 stage;
        Outcome outcome;
        UtcMs outcomeSince;
        UtcMs stageSince;
        qint64 valueMinor;
        quint16 currency;
    };
    Standing standingAt(quint32 row) const;
    std::span<const QString> currencies() const;

    /// Null until somebody has scored the leads of this state, or of one before it.
    ScoreColumnsPtr scores() const;
    /// Takes the scores of all rows, once they are made; orders by score that were made without them are forgotten.
    void setScores(ScoreColumnsPtr scores) const;

    /// Takes the texts of the fields among `sources` that the columns do not hold, before rows are ordered by them: of this state, or of a
    /// later one. Without them no row has a value there.
    void setTexts(const TimelineSources &sources) const;
    /// Null until somebody read the companies of this state, or of one before it.
    CompanyColumnsPtr companies() const;
    /// Takes what was read of all companies (CompanyColumnsBuilder).
    void setCompanies(CompanyColumnsPtr companies) const;

    /// A snapshot of some leads alone; those that are not there are left out.
    SnapshotPtr only(std::vector<LeadId> leads) const;

    size_t memoryBytes() const;

    struct Parts; ///< what it is made of: snapshotparts.h, for core/index only
    explicit ColumnSnapshot(std::unique_ptr<Parts> parts);
    const Parts &parts() const { return *m_parts; }

private:
    std::vector<quint32> sortedRows(const RowSet &rows, std::span<const SortKey> keys, size_t limit) const;
    std::vector<LeadId> exact(const QString &text, int segment) const;

    std::unique_ptr<Parts> m_parts;
};

} // namespace kindling
