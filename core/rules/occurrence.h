// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/recurrence.h"
#include "core/domain/workrules.h"

#include <QDateTime>

#include <optional>

namespace kindling {

/// What the next one counts from.
struct RecurrenceBase
{
    QDateTime due; ///< wall time of the one that was done, in its zone
    QDate done; ///< the day on which it was done, in that zone
    QDate lastTouch; ///< of the lead; invalid for none
};

/// The day of the next one: after the one before and after the day it was done, in the rhythm of the series (missed ones are passed over).
/// Nothing when the series has ended. Constant time.
std::optional<QDate> nextOccurrence(const Recurrence &rule, const RecurrenceBase &base, const WorkRules &work);

} // namespace kindling
