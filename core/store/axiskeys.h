// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/stay.h"

#include <QString>

#include <array>

namespace kindling {

/// Where the present stay of a lead stands in its row.
struct AxisKeys
{
    Axis axis;
    QString value;
    QString since;
};

inline const std::array<AxisKeys, 4> &axisKeys()
{
    static const std::array<AxisKeys, 4> columns{{
        {Axis::Temperature, QStringLiteral("temperature"), QStringLiteral("temperature_since")},
        {Axis::Stage, QStringLiteral("stage_id"), QStringLiteral("stage_since")},
        {Axis::Owner, QStringLiteral("owner_id"), QStringLiteral("owner_since")},
        {Axis::Outcome, QStringLiteral("outcome"), QStringLiteral("outcome_since")},
    }};
    return columns;
}

} // namespace kindling
