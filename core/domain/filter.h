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

/// A filter: a tree of all / any / none over tests and free text. A value; an empty `All` matches everything.
struct Filter
{
    enum class Kind : quint8 { All, Any, None, Test, Text };

    Kind kind = Kind::All;
    std::vector<Filter> children; ///< All, Any, None
    FilterTest test; ///< Test
    QString text; ///< Text: any substring, folded, of name, company, emails, phones, tags

    bool isEmpty() const { return kind == Kind::All && children.empty(); }
    bool operator==(const Filter &) const = default;

    static Filter all(std::vector<Filter> children) { return {Kind::All, std::move(children), {}, {}}; }
    static Filter any(std::vector<Filter> children) { return {Kind::Any, std::move(children), {}, {}}; }
    static Filter none(std::vector<Filter> children) { return {Kind::None, std::move(children), {}, {}}; }
    static Filter of(FilterTest test) { return {Kind::Test, {}, std::move(test), {}}; }
    static Filter freeText(QString text) { return {Kind::Text, {}, {}, std::move(text)}; }
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
