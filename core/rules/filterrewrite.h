// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"

namespace kindling {

/// A filter that calls a segment by its new name.
Filter withSegmentRenamed(Filter filter, const QString &from, const QString &to);

/// A filter that calls a value of a field (an option, a stage, a company) by its new name, in its tests over time, too.
Filter withValueRenamed(Filter filter, FieldId field, const QString &from, const QString &to);

/// Whether a filter, through however many segments, comes back to one of this name.
bool leadsToSegment(const Filter &filter, const QString &name, const Vocabulary &vocabulary);

} // namespace kindling
