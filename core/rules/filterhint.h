// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"

namespace kindling {

/// What a filter probably does not mean, though every lead is rightly judged by it: a source or tag that no lead has. "No source is called
/// “Webiste”. Did you mean “Website”?", one sentence for each word, in order.
QStringList hintsOf(const Filter &filter, const Vocabulary &vocabulary);

} // namespace kindling
