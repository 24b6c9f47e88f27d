// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"

namespace kindling {

/// Why a filter cannot be asked of a past day: it speaks of follow-ups, and what was planned on a past day is not kept. Segments that it
/// names are looked into. BadFilter, or nothing.
std::optional<Error> pastRefusal(const Filter &filter, const Vocabulary *vocabulary);

/// The same of an order, by texts that are not kept for lists of a past day: Usage, or nothing.
std::optional<Error> pastRefusal(const std::vector<SortKey> &sort);

/// Whether a question asks when something last happened with a lead, which on a past day is another time than today.
bool asksLastActivity(const Filter &filter, const std::vector<SortKey> &sort, const Vocabulary *vocabulary);

} // namespace kindling
