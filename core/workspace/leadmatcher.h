// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lead.h"
#include "core/index/columnsnapshot.h"

#include <QString>

#include <unordered_map>

namespace kindling {

/// Finds the lead that a row of a file is about: among the leads of the workspace and those that came earlier in the same file.
class LeadMatcher
{
public:
    explicit LeadMatcher(SnapshotPtr columns)
        : m_columns(std::move(columns))
    {
    }

    struct Match
    {
        LeadId lead;
        QString by; ///< "email ines@example.org", in words
        bool inFile = false; ///< it came earlier in the same file
    };

    /// By external id, then by email, then by phone. A row with an id of its own is not the lead that has another one.
    std::optional<Match> find(const Lead &draft) const;

    /// Remembers a lead that the file brought.
    void add(const Lead &lead);

private:
    std::optional<Match> byKey(const QString &key, const char *words) const;

    SnapshotPtr m_columns;
    std::unordered_map<size_t, LeadId> m_keys; ///< hashes of external ids, emails and phones
    std::unordered_map<LeadId, size_t> m_externalIds; ///< hash of the external id, of leads that came in this file
};

} // namespace kindling
