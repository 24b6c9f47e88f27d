// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"

namespace kindling {

/// Reads filter text: `temperature:hot owner:me value>=5000 source:referral,web -tag:partner lastActivity<-30d
/// nextFollowUp:none created:2026-Q3 (city:Berlin OR city:Potsdam) "free text"`. Terms are joined by "all"; OR and
/// parentheses make "any"; '-' or NOT before a term makes "none". A keyword that joins nothing is an error, in quotes a word. Tests over
/// time are told in timetests.h; `segment:"Large bakeries"` is a segment. Error: BadFilter with the place and what was expected there.
Result<Filter> parseFilter(QStringView text, const FilterContext &context);

/// Reads text that was kept: what speaks of a field, stage, option or segment that is gone becomes a broken test, and nothing is dropped.
Filter readFilter(QStringView text, const FilterContext &context);

/// The text form; parseFilter reads it back to an equal filter.
QString filterText(const Filter &filter, const FilterContext &context);

/// "Hot leads of Ines, worth at least € 5,000, quiet for 30 days": one readable sentence, translated.
QString filterSentence(const Filter &filter, const FilterContext &context);
/// The same without what it is about: "temperature is hot, value at least 5000".
QString filterCondition(const Filter &filter, const FilterContext &context);

} // namespace kindling
