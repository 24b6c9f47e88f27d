// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/vocabulary.h"

#include "core/base/textfold.h"
#include "core/domain/segment.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

struct StageSynonym
{
    const char *word; ///< as wordKey() writes it
    StageKind kind;
};

// What other programs and languages call the stages we know. One place; import and filters read it.
constexpr std::array<StageSynonym, 63> synonyms{{
    {"prospect", StageKind::Prospect},
    {"prospects", StageKind::Prospect},
    {"prospecting", StageKind::Prospect},
    {"new", StageKind::Prospect},
    {"newlead", StageKind::Prospect},
    {"lead", StageKind::Prospect},
    {"leadin", StageKind::Prospect},
    {"subscriber", StageKind::Prospect},
    {"assigned", StageKind::Prospect},
    {"opennotcontacted", StageKind::Prospect},
    {"notcontacted", StageKind::Prospect},
    {"neu", StageKind::Prospect},
    {"interessent", StageKind::Prospect},
    {"nouveau", StageKind::Prospect},
    {"nuevo", StageKind::Prospect},
    {"iql", StageKind::InformationQualified},
    {"informationqualified", StageKind::InformationQualified},
    {"informationqualifiedlead", StageKind::InformationQualified},
    {"contacted", StageKind::InformationQualified},
    {"attemptedtocontact", StageKind::InformationQualified},
    {"contactmade", StageKind::InformationQualified},
    {"contactinfuture", StageKind::InformationQualified},
    {"workingcontacted", StageKind::InformationQualified},
    {"kontaktiert", StageKind::InformationQualified},
    {"contacte", StageKind::InformationQualified},
    {"contactado", StageKind::InformationQualified},
    {"mql", StageKind::MarketingQualified},
    {"marketingqualified", StageKind::MarketingQualified},
    {"marketingqualifiedlead", StageKind::MarketingQualified},
    {"marketingqualifiziert", StageKind::MarketingQualified},
    {"sql", StageKind::SalesQualified},
    {"salesqualified", StageKind::SalesQualified},
    {"salesqualifiedlead", StageKind::SalesQualified},
    {"qualified", StageKind::SalesQualified},
    {"qualification", StageKind::SalesQualified},
    {"qualifiedtobuy", StageKind::SalesQualified},
    {"opportunity", StageKind::SalesQualified},
    {"needsanalysis", StageKind::SalesQualified},
    {"needsdefined", StageKind::SalesQualified},
    {"demoscheduled", StageKind::SalesQualified},
    {"appointmentscheduled", StageKind::SalesQualified},
    {"meeting", StageKind::SalesQualified},
    {"qualifiziert", StageKind::SalesQualified},
    {"qualifie", StageKind::SalesQualified},
    {"calificado", StageKind::SalesQualified},
    {"proposal", StageKind::Proposal},
    {"proposalsent", StageKind::Proposal},
    {"proposalmade", StageKind::Proposal},
    {"proposalpricequote", StageKind::Proposal},
    {"quote", StageKind::Proposal},
    {"quotesent", StageKind::Proposal},
    {"offer", StageKind::Proposal},
    {"negotiation", StageKind::Proposal},
    {"negotiationreview", StageKind::Proposal},
    {"contractsent", StageKind::Proposal},
    {"angebot", StageKind::Proposal},
    {"verhandlung", StageKind::Proposal},
    {"proposition", StageKind::Proposal},
    {"propuesta", StageKind::Proposal},
    {"customer", StageKind::Customer},
    {"client", StageKind::Customer},
    {"kunde", StageKind::Customer},
    {"cliente", StageKind::Customer},
}};

} // namespace

const CustomField *Vocabulary::field(CustomFieldId id) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const CustomField &f) { return f.id == id; });
    return found == fields.end() ? nullptr : &*found;
}

const Segment *Vocabulary::segmentNamed(QStringView name) const
{
    const QString wanted = folded(name);
    const auto found = std::find_if(segments.begin(), segments.end(), [&](const auto &s) { return folded(s->name) == wanted; });
    return found == segments.end() ? nullptr : found->get();
}

const Stage *Vocabulary::stage(StageId id) const
{
    const auto found = std::find_if(stages.begin(), stages.end(), [&](const Stage &s) { return s.id == id; });
    return found == stages.end() ? nullptr : &*found;
}

const Stage *Vocabulary::stageNamed(QStringView name) const
{
    const QString word = wordKey(name);
    if (word.isEmpty())
        return nullptr;
    for (const Stage &stage : stages) {
        if (wordKey(stage.name) == word)
            return &stage;
    }
    const auto synonym =
        std::find_if(synonyms.begin(), synonyms.end(), [&](const StageSynonym &s) { return word == QLatin1String(s.word); });
    return synonym == synonyms.end() ? nullptr : stageOfKind(synonym->kind);
}

const Stage *Vocabulary::stageOfKind(StageKind kind) const
{
    const auto found = std::find_if(stages.begin(), stages.end(), [&](const Stage &s) { return s.kind == kind; });
    return found == stages.end() ? nullptr : &*found;
}

QString Vocabulary::stageName(StageId id) const
{
    const Stage *found = stage(id);
    return found ? found->name : QString();
}

std::vector<Stage> defaultStages()
{
    struct Default
    {
        StageKind kind;
        int winPercent;
        int quietDays;
        const char *criteria;
    };
    static constexpr std::array<Default, 6> defaults{{
        {StageKind::Prospect, 5, 30, QT_TRANSLATE_NOOP("kindling", "Somebody we could sell to; nothing is known yet.")},
        {StageKind::InformationQualified, 10, 21,
         QT_TRANSLATE_NOOP("kindling", "Has asked for information, and gave a way to be reached for it.")},
        {StageKind::MarketingQualified, 20, 14,
         QT_TRANSLATE_NOOP("kindling", "Fits the customers we look for, and came back more than once.")},
        {StageKind::SalesQualified, 40, 10,
         QT_TRANSLATE_NOOP("kindling", "Somebody spoke with them: budget, authority, need and timeline are known, and none is a no.")},
        {StageKind::Proposal, 60, 7, QT_TRANSLATE_NOOP("kindling", "Has an offer with a price, and a day on which we ask about it.")},
        {StageKind::Customer, 100, 90, QT_TRANSLATE_NOOP("kindling", "Has signed or paid.")},
    }};
    std::vector<Stage> stages;
    stages.reserve(defaults.size());
    for (const Default &d : defaults)
        stages.push_back({StageId(qint64(stages.size()) + 1), labelOf(d.kind), d.kind, int(stages.size()), d.winPercent, d.quietDays,
                          QCoreApplication::translate("kindling", d.criteria)});
    return stages;
}

} // namespace kindling
