// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/ids.h"

#include <QString>

#include <vector>

namespace kindling {

/// Leads that are called one after the other, and how far that has come.
struct CallingSession
{
    QString title; ///< where they are from: "Today", the name of a segment
    std::vector<LeadId> leads;
    int place = 0; ///< index of the one whose turn it is; leads.size() at the end
    int called = 0;
    int skipped = 0;
    UtcMs began = 0;

    bool isOver() const { return size_t(place) >= leads.size(); }
    bool operator==(const CallingSession &) const = default;
};

} // namespace kindling
