// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"

#include <memory>

namespace kindling {

/// What a rule can be about and how it is filled in: the rows of a filter builder. A row is put together as text and read by the one
/// parser, so that builder, text and sentence are the same filter.
struct RuleSubject
{
    enum class Shape : quint8 {
        Text, ///< contains
        Words, ///< is one of some words; `choices` are offered
        Number, ///< compared
        Time, ///< compared with a date in words
        Count, ///< how often in a window; `choices` are the kinds
        Stay, ///< a value in a window; `choices` are the values
        Segment, ///< one of `choices`
        FreeText,
    };

    QString key; ///< as before the colon: "city", "activity", "temperature.became"; empty for free text
    QString label;
    Shape shape = Shape::Text;
    QStringList choices; ///< words as in RuleRow::operand
    bool open = false; ///< other words than the choices may be typed
    bool operator==(const RuleSubject &) const = default;
};

/// Shared by the rows of a builder, which go on with those that they were made for while a vocabulary changes.
using RuleSubjects = std::shared_ptr<const std::vector<RuleSubject>>;

/// All subjects of a workspace, in the order in which they are offered.
std::vector<RuleSubject> ruleSubjects(const Vocabulary &vocabulary);

/// One row: a subject, a comparison, an operand and, for counts and stays, a window.
struct RuleRow
{
    QString key;
    QString comparison; ///< ":", "~", ">=", ">", "<=", "<", "=", or "none" and "any"
    QString operand; ///< words separated by commas, in quotes only where there is a comma in one; the kinds of a count
    int count = 1; ///< of a count
    QString window;
    bool operator==(const RuleRow &) const = default;
};

/// The comparisons that a shape offers, with their words; `open` for words that are not a fixed list.
std::vector<std::pair<QString, QString>> comparisonsOf(RuleSubject::Shape shape, bool open = false);

/// The text of a row in the filter language.
QString ruleText(const RuleRow &row, RuleSubject::Shape shape);
/// The row that shows a rule; nothing for groups and broken rules.
std::optional<RuleRow> ruleRow(const Filter &rule, const FilterContext &context);

} // namespace kindling
