// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/campaign.h"

#include <QCoreApplication>

#include <array>

namespace kindling {

namespace {

struct MagnetWord
{
    const char *key;
    const char *label;
    ActivityKind taking;
};

// In the order of the enumerators.
constexpr std::array<MagnetWord, magnetKinds> magnetWords{{
    {"ebook", QT_TRANSLATE_NOOP("kindling", "Ebook"), ActivityKind::Download},
    {"webinar", QT_TRANSLATE_NOOP("kindling", "Webinar"), ActivityKind::Webinar},
    {"trial", QT_TRANSLATE_NOOP("kindling", "Trial"), ActivityKind::TrialUse},
    {"newsletter", QT_TRANSLATE_NOOP("kindling", "Newsletter"), ActivityKind::FormSubmission},
    {"template", QT_TRANSLATE_NOOP("kindling", "Template or checklist"), ActivityKind::Download},
    {"sample", QT_TRANSLATE_NOOP("kindling", "Sample"), ActivityKind::FormSubmission},
    {"other", QT_TRANSLATE_NOOP("kindling", "Other"), ActivityKind::Download},
}};

const MagnetWord &wordOf(MagnetKind kind)
{
    return magnetWords[static_cast<size_t>(kind)];
}

} // namespace

std::optional<MoneySum> Campaign::cost() const
{
    if (costs.empty())
        return std::nullopt;
    MoneySum sum;
    for (const CampaignCost &cost : costs)
        sum.add(cost.amount);
    return sum;
}

QString keyOf(MagnetKind kind)
{
    return QLatin1String(wordOf(kind).key);
}

QString labelOf(MagnetKind kind)
{
    return QCoreApplication::translate("kindling", wordOf(kind).label);
}

std::optional<MagnetKind> magnetKindFromKey(QStringView key)
{
    for (size_t i = 0; i < magnetWords.size(); ++i) {
        if (key.compare(QLatin1String(magnetWords[i].key), Qt::CaseInsensitive) == 0)
            return static_cast<MagnetKind>(i);
    }
    return std::nullopt;
}

ActivityKind takingOf(MagnetKind kind)
{
    return wordOf(kind).taking;
}

} // namespace kindling
