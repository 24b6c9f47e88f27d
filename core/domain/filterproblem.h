// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"

namespace kindling {

/// The field whose values an axis has.
LeadField fieldOf(Axis axis);

/// What makes a rule meaningless in a workspace: it speaks of a field, stage, option, owner, campaign or segment that is not there (any
/// more). In words, "the field Size was removed"; empty when the rule is sound. Children are not looked at.
QString problemOf(const Filter &filter, const FilterContext &context);

/// The problems of all rules of a filter, in order.
QStringList problemsOf(const Filter &filter, const FilterContext &context);

} // namespace kindling
