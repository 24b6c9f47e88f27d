// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customfield.h"
#include "core/domain/enums.h"
#include "core/domain/ids.h"
#include "core/domain/qualification.h"
#include "core/domain/scoring.h"
#include "core/domain/workrules.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace kindling {

/// One step of the funnel, named and ordered by the user.
struct Stage
{
    StageId id;
    QString name;
    StageKind kind = StageKind::Custom;
    int position = 0;
    int winPercent = 0; ///< given probability of winning, 0 to 100, for weighted values
    int quietDays = 14; ///< days without a touch before a lead of this stage counts as going cold
    QString criteria{}; ///< what a lead has to be to stand here, in the team's words
    bool operator==(const Stage &) const = default;
};

struct Segment;
using SegmentPtr = std::shared_ptr<const Segment>;

/// The words of one workspace at one moment: its funnel, people, sources, and how it writes money and numbers.
/// Immutable once shared.
struct Vocabulary
{
    std::vector<Stage> stages; ///< in order of position
    std::vector<QString> members;
    std::vector<QString> sources;
    std::vector<QString> campaigns;
    std::vector<QString> tags;
    std::vector<QString> reasons; ///< offered for lost and disqualified
    std::vector<CustomField> fields; ///< made by the user, in their order; also the removed ones
    std::vector<SegmentPtr> segments; ///< in order of their names
    QString currency; ///< ISO 4217, for amounts without one
    QString country; ///< ISO 3166, for phone numbers without a country code
    WorkRules work; ///< working days, outcomes of calls, cadences, reminders, templates
    QualificationRules qualification{}; ///< frameworks of questions, and which one is used
    ScoringRules scoring{};
    QString me; ///< the member who is working

    const CustomField *field(CustomFieldId id) const;
    /// Folded comparison.
    const Segment *segmentNamed(QStringView name) const;
    const Stage *stage(StageId id) const;
    /// By name, by kind key, or by a word other programs use for it ("MQL", "Prospecting"); folded comparison.
    const Stage *stageNamed(QStringView name) const;
    const Stage *stageOfKind(StageKind kind) const;
    /// "Sales qualified"; an empty text for an unknown id.
    QString stageName(StageId id) const;

    bool operator==(const Vocabulary &) const = default;
};

/// The funnel of a new workspace: Prospect, Information, Marketing and Sales qualified, Proposal, Customer, with usual win percentages.
std::vector<Stage> defaultStages();

} // namespace kindling
