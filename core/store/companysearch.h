// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QStringList>

#include <vector>

namespace kindling {

class Connection;

/// Companies beyond those that are shown.
struct OtherCompanies
{
    qint64 total = 0; ///< with all words in their name, or in that of one that is part of them
    qint64 listed = 0; ///< those of them that have the words as they stand: listedCompanies() finds no others
    bool operator==(const OtherCompanies &) const = default;
};

/// Counts companies by the words of a search, in any order, and by the whole of it; all of it is folded.
Result<OtherCompanies> otherCompanies(Connection &connection, const QStringList &words, const QString &whole,
                                      const std::vector<CompanyId> &shown);

} // namespace kindling
