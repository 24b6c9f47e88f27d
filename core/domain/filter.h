// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/leadfield.h"
#include "core/domain/vocabulary.h"

#include <QTimeZone>

#include <memory>
#include <vector>

namespace kindling {

/// One comparison of a field with an operand. The operand stays as it was typed and is read when the filter is evaluated (filteroperand.h).
struct FilterTest
{
    enum class Operator : quint8 {
        Is, ///< equals one of `words` (choices, words, tags), or lies in the stretch that the word names (dates, numbers, "a..b")
        Contains, ///< contains one of `words`, folded (texts)
        AtLeast, ///< >=
        MoreThan, ///< >
        AtMost, ///< <=
        LessThan, ///< <
        None, ///< has no value
        Any, ///< has a value
    };

    FieldId field;
    Operator op = Operator::Is;
    QStringList words; ///< as typed; one for dates and numbers
    bool operator==(const FilterTest &) const = default;
};

/// How often something happened with a lead, or is to be done: "no call in the last 30 days", "a follow-up that is late".
struct CountTest
{
    enum class Of : quint8 { Activities, FollowUps };

    Of of = Of::Activities;
    QStringList kinds; ///< keys of ActivityKind or FollowUpKind; empty for any
    /// Activities: keys of Direction and CallOutcome. Follow-ups: keys of FollowUpState and "overdue"; empty for open ones.
    QStringList details;
    FilterTest::Operator op = FilterTest::Operator::AtLeast; ///< Is and the comparisons
    int count = 1;
    QString window; ///< as typed: "30d" for the last 30 days, "2026-05-01..", "today"; empty for ever
    bool operator==(const CountTest &) const = default;
};

/// The word for open follow-ups whose time has passed, beside the keys of FollowUpState.
inline QString overdueKey()
{
    return QStringLiteral("overdue");
}

/// Where a lead stood and when that changed: "became hot in the last 7 days", "was cold on 1 May".
struct StayTest
{
    enum class Verb : quint8 {
        Was, ///< stood there at some moment of the window
        Became, ///< came there in the window, from somewhere else
        Left, ///< went away from there in the window
    };

    Axis axis = Axis::Temperature;
    Verb verb = Verb::Was;
    QStringList words; ///< as for a FilterTest of the axis; empty for any
    QString window; ///< as in CountTest
    bool operator==(const StayTest &) const = default;
};

/// A filter: a tree of all / any / none over tests and free text. A value; an empty `All` matches everything.
struct Filter
{
    enum class Kind : quint8 { All, Any, None, Test, Text, Count, Stay, Segment, Broken };

    Kind kind = Kind::All;
    std::vector<Filter> children; ///< All, Any, None
    FilterTest test; ///< Test
    /// Text: any substring, folded, of name, company, emails, phones, tags. Segment: its name. Broken: a test that could not be read,
    /// because what it speaks of is gone, as it stood; it is neither true nor false of any lead.
    QString text;
    CountTest count; ///< Count
    StayTest stay; ///< Stay

    bool isEmpty() const { return kind == Kind::All && children.empty(); }
    bool operator==(const Filter &) const = default;

    static Filter all(std::vector<Filter> children) { return {Kind::All, std::move(children), {}, {}, {}, {}}; }
    static Filter any(std::vector<Filter> children) { return {Kind::Any, std::move(children), {}, {}, {}, {}}; }
    static Filter none(std::vector<Filter> children) { return {Kind::None, std::move(children), {}, {}, {}, {}}; }
    static Filter of(FilterTest test) { return {Kind::Test, {}, std::move(test), {}, {}, {}}; }
    static Filter of(CountTest count) { return {Kind::Count, {}, {}, {}, std::move(count), {}}; }
    static Filter of(StayTest stay) { return {Kind::Stay, {}, {}, {}, {}, std::move(stay)}; }
    static Filter freeText(QString text) { return {Kind::Text, {}, {}, std::move(text), {}, {}}; }
    static Filter segment(QString name) { return {Kind::Segment, {}, {}, std::move(name), {}, {}}; }
    static Filter broken(QString text) { return {Kind::Broken, {}, {}, std::move(text), {}, {}}; }
};

struct SortKey
{
    FieldId field = LeadField::Created;
    bool descending = true;
    bool operator==(const SortKey &) const = default;
};

/// Which leads, in which order. Archived leads are left out unless the filter asks for them.
struct LeadQuery
{
    Filter filter;
    std::vector<SortKey> sort;
    bool operator==(const LeadQuery &) const = default;
};

/// What the words of a filter are read against.
struct FilterContext
{
    const Vocabulary *vocabulary = nullptr; ///< stages, "me", currency
    UtcMs now = 0; ///< relative dates count from here
    QTimeZone zone = QTimeZone::utc(); ///< days and months begin here
};

} // namespace kindling
