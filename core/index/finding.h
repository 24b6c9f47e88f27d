// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/index/columnsnapshot.h"

namespace kindling {

/// What a search field shows of leads and companies.
struct TextFindings
{
    std::vector<LeadId> leads; ///< best first: see findText()
    size_t alike = 0; ///< how many of them, at the end, only have a name like the text
    qint64 total = 0; ///< leads that have the text as it was typed
    struct Company
    {
        qint64 id = 0;
        qint64 leads = 0;
        bool operator==(const Company &) const = default;
    };
    std::vector<Company> companies; ///< best first
};

struct TextQuestion
{
    QString text;
    std::vector<LeadId> recent; ///< of these, those that have the text come before all others, in this order
    size_t leads = 8; ///< at most so many
    size_t companies = 3;
};

/// Leads that are not archived and companies, by what a person types to find one. First leads with just this name; then those with a word
/// of their name that begins with it, or a number that has it; then those whose company has such a word; then those that have it anywhere
/// in name, company, emails, phones or tags; then, while there is room, those whose name or company is like it but for a few slips: with
/// all words in the name before those with some, and these before companies, each with the fewest slips first. Each group with the latest
/// activity first. A company that is called just so comes before all others.
/// A single letter or digit means the beginning of a word. Empty when it was cancelled. Any thread.
TextFindings findText(const ColumnSnapshot &columns, const TextQuestion &question, const Progress *progress = nullptr);

} // namespace kindling
