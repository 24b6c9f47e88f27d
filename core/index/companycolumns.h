// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/companyfacts.h"
#include "core/index/columnsnapshot.h"
#include "core/index/dictionary.h"

#include <limits>
#include <string>

namespace kindling {

/// What a list shows of all companies beside their names and leads, and the order of their names: about 45 bytes a company and its
/// domain. Companies go by their codes in the dictionary of the snapshot that these columns are kept with, which has the names. Read when
/// a list first needs them, then followed by every change; immutable once they are kept, any thread.
class CompanyColumns
{
public:
    struct Row
    {
        static constexpr qint64 unknown = std::numeric_limits<qint64>::min();
        qint64 employees = unknown;
        quint32 city = 0, country = 0, industry = 0; ///< codes of words()
        quint32 domainBegin = 0, domainEnd = 0; ///< in the texts
        quint32 foldedBegin = 0, foldedEnd = 0; ///< the same stretch where a domain is folded as it is
        bool isThere = false;
    };

    const Row &row(quint32 company) const { return m_rows[company]; }
    std::string_view domain(const Row &row) const { return stretch(row.domainBegin, row.domainEnd); }
    std::string_view foldedDomain(const Row &row) const { return stretch(row.foldedBegin, row.foldedEnd); }
    /// Of city, country and industry.
    const Dictionary &words() const { return m_words; }
    /// The place of each word in alphabetical order, the same for equal ones.
    const std::vector<quint32> &wordRanks() const { return m_wordRanks; }
    /// The companies that are there.
    const std::vector<quint32> &byName() const { return m_byName; }
    const std::vector<PartName> &parts() const { return m_parts; }

    /// As they are after a change, by the names as they are after it.
    CompanyColumns with(const Dictionary &names, const CompanyChanges &changes) const;

    size_t memoryBytes() const;

private:
    friend class CompanyColumnsBuilder;
    std::string_view stretch(quint32 begin, quint32 end) const { return std::string_view(m_texts).substr(begin, end - begin); }
    void put(quint32 company, const CompanyFacts &facts);
    void putDomain(Row &row, std::string_view domain);
    void takeParts(const CompanyChanges &changes);
    void sortNames(const Dictionary &names);
    void mendNames(const Dictionary &names, const std::vector<quint32> &written);

    std::vector<Row> m_rows; ///< by code; companies that came with no change yet to these columns may be missing at the end
    std::string m_texts; ///< the domains; one that is replaced stays until all is read again
    Dictionary m_words;
    std::vector<quint32> m_wordRanks;
    std::vector<quint32> m_byName;
    std::vector<PartName> m_parts;
};

/// Collects the companies of a snapshot. They must be read after it was taken: then whatever they do not know yet is a change that
/// is still to come to the columns.
class CompanyColumnsBuilder
{
public:
    explicit CompanyColumnsBuilder(SnapshotPtr columns);

    void add(const CompanyFacts &company);
    void add(const PartName &part) { m_companies.m_parts.push_back(part); }
    /// Keeps them with the snapshot, and by that with those that follow it.
    CompanyColumnsPtr keep();

private:
    const Dictionary &names() const;

    SnapshotPtr m_columns;
    CompanyColumns m_companies;
};

} // namespace kindling
