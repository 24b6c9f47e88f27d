// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/filterrewrite.h"

#include "core/base/textfold.h"
#include "core/domain/segment.h"

#include <algorithm>

namespace kindling {

namespace {

bool isSame(const QString &a, const QString &b)
{
    return folded(a) == folded(b);
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
    if (filter.kind == Filter::Kind::Test && filter.test.field == field) {
        for (QString &word : filter.test.words)
            word = isSame(word, from) ? to : word;
    }
    for (Filter &child : filter.children)
        child = withValueRenamed(std::move(child), field, from, to);
    return filter;
}

bool leadsToSegment(const Filter &filter, const QString &name, const Vocabulary &vocabulary)
{
    return leadsTo(filter, name, vocabulary, 0);
}

} // namespace kindling
