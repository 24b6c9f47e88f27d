// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/enums.h"

#include <QString>

namespace kindling {

/// A stay of a lead on one of its axes that has ended.
struct Stay
{
    Axis axis = Axis::Stage;
    QString value; ///< key of a temperature or outcome, id of a stage, name of an owner
    UtcMs from = 0;
    UtcMs until = 0;
    bool operator==(const Stay &) const = default;
};

} // namespace kindling
