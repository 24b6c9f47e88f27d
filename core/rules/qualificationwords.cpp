// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/qualificationwords.h"

#include "core/base/translations.h"

#include <algorithm>

namespace kindling {

QStringList missingForSales(const Lead &lead, const Vocabulary &vocabulary)
{
    QStringList missing;
    for (const CardAnswer &line : cardOf(lead, vocabulary)) {
        if (line.given.answer == Answer::Unknown)
            missing += sentence("ask about %1").arg(line.label.toLower());
        else if (line.given.answer == Answer::No)
            missing += sentence("%1 is a no").arg(line.label.toLower());
    }
    if (lead.qualifiedThrough == QualifiedThrough::None)
        missing += sentence("say what it is qualified through");
    return missing;
}

QString missingForSalesText(const Lead &lead, const Vocabulary &vocabulary)
{
    const QStringList missing = missingForSales(lead, vocabulary);
    if (missing.isEmpty())
        return sentence("Nothing is missing to be sales qualified.");
    return sentence("Missing to be sales qualified: %1.").arg(missing.join(QStringLiteral(", ")));
}

std::vector<QualificationLevel> levelsReached(const Lead &lead, const std::vector<Stay> &stays, const Vocabulary &vocabulary)
{
    std::vector<QualificationLevel> levels;
    const auto reach = [&](const Stage *stage, UtcMs at) {
        const bool isLevel = stage && stage->kind >= StageKind::InformationQualified && stage->kind <= StageKind::SalesQualified;
        if (!isLevel)
            return;
        const auto known =
            std::find_if(levels.begin(), levels.end(), [&](const QualificationLevel &level) { return level.kind == stage->kind; });
        if (known == levels.end())
            levels.push_back({stage->kind, at});
        else
            known->at = std::min(known->at, at);
    };
    for (const Stay &stay : stays) {
        if (stay.axis == Axis::Stage)
            reach(vocabulary.stage(StageId(stay.value.toLongLong())), stay.from);
    }
    reach(vocabulary.stage(lead.stage), lead.stageSince);
    std::sort(levels.begin(), levels.end(), [](const QualificationLevel &a, const QualificationLevel &b) { return a.kind < b.kind; });
    return levels;
}

QString shortLabelOf(StageKind kind)
{
    switch (kind) {
    case StageKind::InformationQualified: return sentence("IQL");
    case StageKind::MarketingQualified: return sentence("MQL");
    case StageKind::SalesQualified: return sentence("SQL");
    default: return labelOf(kind);
    }
}

} // namespace kindling
