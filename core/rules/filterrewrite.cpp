// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/filterrewrite.h"

#include "core/base/textfold.h"
#include "core/domain/filterproblem.h"
#include "core/domain/segment.h"

#include <algorithm>

namespace kindling {

namespace {

bool isSame(const QString &a, const QString &b)
{
    return folded(a) == folded(b);
}

/// Fields whose values are told from parts of them ("source~fair").
bool isWords(FieldId field)
{
    if (field.isCustom())
        return false;
    const FieldType type = fieldEntry(field, nullptr)->type;
    return type == FieldType::Word || type == FieldType::Words;
}

bool leadsTo(const Filter &filter, const QString &name, const Vocabulary &vocabulary, int depth)
{
    constexpr int deepest = 32;
    if (filter.kind == Filter::Kind::Segment) {
        const Segment *segment = vocabulary.segmentNamed(filter.text);
        return isSame(filter.text, name)
            || (segment && !segment->isFrozen() && depth < deepest && leadsTo(segment->filter, name, vocabulary, depth + 1));
    }
    return std::any_of(filter.children.begin(), filter.children.end(),
                       [&](const Filter &child) { return leadsTo(child, name, vocabulary, depth); });
}

} // namespace

Filter withSegmentRenamed(Filter filter, const QString &from, const QString &to)
{
    if (filter.kind == Filter::Kind::Segment && isSame(filter.text, from))
        filter.text = to;
    for (Filter &child : filter.children)
        child = withSegmentRenamed(std::move(child), from, to);
    return filter;
}

Filter withValueRenamed(Filter filter, FieldId field, const QString &from, const QString &to)
{
    const auto rename = [&](QStringList &words) {
        // A company is looked for by a part of its name, which others may have, too: those stay meant.
        if (field == LeadField::Company && std::any_of(words.begin(), words.end(), [&](const QString &w) { return isSame(w, from); }))
            words += to;
        else
            std::replace_if(
                words.begin(), words.end(), [&](const QString &w) { return isSame(w, from); }, to);
        words.removeDuplicates(); // both may have been named
    };
    const bool isPart = filter.test.op == FilterTest::Operator::Contains && isWords(field); // of a word, which may be any
    if (filter.kind == Filter::Kind::Test && filter.test.field == field && !isPart)
        rename(filter.test.words);
    if (filter.kind == Filter::Kind::Stay && fieldOf(filter.stay.axis) == field)
        rename(filter.stay.words);
    for (Filter &child : filter.children)
        child = withValueRenamed(std::move(child), field, from, to);
    return filter;
}

bool leadsToSegment(const Filter &filter, const QString &name, const Vocabulary &vocabulary)
{
    return leadsTo(filter, name, vocabulary, 0);
}

} // namespace kindling
