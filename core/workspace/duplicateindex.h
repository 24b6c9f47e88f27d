// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lead.h"
#include "core/index/columnsnapshot.h"
#include "core/rules/leadcomparer.h"

#include <mutex>
#include <vector>

namespace kindling {

/// Two leads that may be one.
struct DuplicatePair
{
    LeadId first; ///< the older one
    LeadId second;
    Comparison comparison;
};

/// Leads that share a value with so many others that not all of them were compared with each other.
struct LeftOut
{
    enum class What : quint8 { Mailbox, Phone, Company, Domain, Name };
    What what = What::Name;
    qint64 values = 0; ///< so many addresses, numbers, companies or names
    qint64 leads = 0; ///< so many leads have them
};

/// Says what was left out, in a sentence.
QString leftOutText(const LeftOut &leftOut);

/// What a sweep found.
struct DuplicateSweep
{
    std::vector<DuplicatePair> pairs; ///< the surest first; each pair once
    std::vector<LeftOut> leftOut;
    qint64 compared = 0; ///< comparisons made
    qint64 leads = 0; ///< leads looked at
    bool full = false; ///< there are more pairs than are kept
};

/// A lead that a draft may be.
struct SimilarLead
{
    LeadId lead;
    Comparison comparison;
};

/// Finds leads that may be one: the columns' leads made ready for comparison, filed under what duplicates have in common (mailbox, phone,
/// words of the name within a company or a domain, the whole name). Only what stands in one file is compared, and of crowded files only
/// what agrees further, so that 50,000 leads behind one info@ address cost as much as 50,000 others. About 200 bytes a lead.
class DuplicateIndex
{
public:
    /// Any thread. Error: Cancelled.
    static Result<std::shared_ptr<DuplicateIndex>> build(const SnapshotPtr &columns, Progress &progress);

    /// All pairs that are at least `least` alike. Not while another thread asks similar(). Error: Cancelled.
    Result<DuplicateSweep> sweep(Likeness least, Progress &progress) const;

    /// The leads that a draft may be, the surest first. Any thread.
    std::vector<SimilarLead> similar(const Lead &draft, size_t most);

    const SnapshotPtr &columns() const { return m_columns; }

private:
    struct Entry
    {
        quint32 key;
        quint32 lead;
    };
    using File = std::vector<Entry>;
    static constexpr size_t files = 5; ///< by LeftOut::What

    DuplicateIndex() = default;
    void fileLead(quint32 lead);
    void countSharing();
    quint32 wholeNameKey(const ComparableLead &lead) const;
    template <typename Visit>
    void forEachKey(const ComparableLead &lead, Visit visit) const;
    template <typename Visit>
    void refine(LeftOut::What what, const Entry *begin, const Entry *end, LeftOut &leftOut, Visit visit) const;

    SnapshotPtr m_columns;
    LeadComparer m_comparer;
    std::vector<ComparableLead> m_leads;
    std::vector<quint32> m_rows; ///< beside m_leads: the row in the columns
    std::array<File, files> m_files;
    std::mutex m_mutex; ///< the comparer learns the words of drafts
};

} // namespace kindling
