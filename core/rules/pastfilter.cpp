// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pastfilter.h"

#include "core/domain/segment.h"
#include "core/domain/storedtext.h"
#include "core/rules/scorerules.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

constexpr int deepestSegment = 8; ///< segments within segments; more is a circle

/// True when a part of the filter passes, those of segments that it names included.
template <typename Passes>
bool anyPart(const Filter &filter, const Vocabulary *vocabulary, int depth, const Passes &passes)
{
    if (passes(filter))
        return true;
    const Segment *segment = filter.kind == Filter::Kind::Segment && vocabulary ? vocabulary->segmentNamed(filter.text) : nullptr;
    if (segment && !segment->isFrozen() && depth < deepestSegment && anyPart(segment->filter, vocabulary, depth + 1, passes))
        return true;
    return std::any_of(filter.children.begin(), filter.children.end(),
                       [&](const Filter &child) { return anyPart(child, vocabulary, depth, passes); });
}

bool tests(const Filter &filter, LeadField field)
{
    return filter.kind == Filter::Kind::Test && filter.test.field == field;
}

} // namespace

std::optional<Error> pastRefusal(const Filter &filter, const Vocabulary *vocabulary)
{
    const bool planned = anyPart(filter, vocabulary, 0, [](const Filter &part) {
        return tests(part, LeadField::NextFollowUp) || (part.kind == Filter::Kind::Count && part.count.of == CountTest::Of::FollowUps);
    });
    if (mentionsScore(filter, vocabulary)) {
        return Error{
            ErrorCode::BadFilter, fieldKey(LeadField::Score),
            QCoreApplication::translate("kindling", "lists of a past day have no scores; “score explain” tells that of one lead.")};
    }
    std::optional<LeadField> text;
    anyPart(filter, vocabulary, 0, [&text](const Filter &part) {
        const auto stored = part.kind == Filter::Kind::Test ? storedTextOf(part.test.field) : std::nullopt;
        text = stored ? std::optional(storedTextFields[*stored]) : text;
        return stored.has_value();
    });
    if (text) {
        return Error{
            ErrorCode::BadFilter, fieldKey(*text),
            QCoreApplication::translate("kindling", "what stood there on a past day is told of single leads only; leave that rule out.")};
    }
    if (!planned)
        return std::nullopt;
    return Error{ErrorCode::BadFilter, fieldKey(LeadField::NextFollowUp),
                 QCoreApplication::translate("kindling", "which follow-ups were planned on a past day is not kept; leave that rule out.")};
}

std::optional<Error> pastRefusal(const std::vector<SortKey> &sort)
{
    const auto key = std::find_if(sort.begin(), sort.end(), [](const SortKey &k) { return storedTextOf(k.field).has_value(); });
    if (key == sort.end())
        return std::nullopt;
    return Error{ErrorCode::Usage, fieldLabel(key->field.builtIn()),
                 QCoreApplication::translate("kindling", "lists of a past day cannot be sorted by it. Choose another order.")};
}

bool asksLastActivity(const Filter &filter, const std::vector<SortKey> &sort, const Vocabulary *vocabulary)
{
    return std::any_of(sort.begin(), sort.end(), [](const SortKey &key) { return key.field == LeadField::LastActivity; })
        || anyPart(filter, vocabulary, 0, [](const Filter &part) { return tests(part, LeadField::LastActivity); });
}

} // namespace kindling
