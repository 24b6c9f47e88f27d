// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libical/ical.h>

#include <memory>

namespace kindling {

/// Kindling's own property of a to-do: the id of its lead.
inline constexpr char leadProperty[] = "X-KINDLING-LEAD";

struct FreeComponent
{
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
/// A component of libical, with all that is in it.
using ComponentPtr = std::unique_ptr<icalcomponent, FreeComponent>;

} // namespace kindling
