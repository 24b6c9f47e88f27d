// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kindling {

/// Writes the printed report of a workspace without a window, says on standard error what went wrong, and gives the code to end with.
int printReport(const QString &workspace, const QString &file);

} // namespace kindling
