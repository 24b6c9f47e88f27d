// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/cardanswer.h"
#include "core/domain/stay.h"

namespace kindling {

/// What is missing before a lead can be called sales qualified, each in a few words: "ask about authority", "timeline is a no". A lead is
/// ready when every question of its card has a yes or a partly, and it is known what it is qualified through.
QStringList missingForSales(const Lead &lead, const Vocabulary &vocabulary);

/// The same as one sentence; says so when nothing is missing.
QString missingForSalesText(const Lead &lead, const Vocabulary &vocabulary);

/// A level of qualification that a lead reached.
struct QualificationLevel
{
    StageKind kind = StageKind::InformationQualified;
    UtcMs at = 0; ///< first
    bool operator==(const QualificationLevel &) const = default;
};

/// IQL, MQL and SQL as far as the lead reached them, in order, each when it first stood in a stage of that kind. A lead that skipped one
/// does not have it.
std::vector<QualificationLevel> levelsReached(const Lead &lead, const std::vector<Stay> &stays, const Vocabulary &vocabulary);

/// "IQL", "MQL", "SQL".
QString shortLabelOf(StageKind kind);

} // namespace kindling
