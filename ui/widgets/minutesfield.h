// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"

#include <optional>

class QSpinBox;
class QWidget;

namespace kindling {

/// How long something took, in minutes; nothing said is "Length".
QSpinBox *minutesField(QWidget *parent);

/// Calls and meetings take time; it is not asked of a note.
bool takesTime(ActivityKind kind);

/// Seconds as whole minutes, at least one of what took any time, and back; zero for nothing said.
int minutesOf(std::optional<int> seconds);
std::optional<int> durationOf(int minutes);

} // namespace kindling
