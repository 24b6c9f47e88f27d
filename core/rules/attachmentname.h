// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kindling {

/// True for a name that the desktop might run in place of showing it: programs, scripts, shortcuts, installers, documents with macros.
/// Such a file is saved on demand and never opened by us.
bool isProgramName(QStringView name);

/// A name that is safe to write on every system: no folder in it, no control characters, not empty, not too long. The ending stays.
QString safeFileName(const QString &name);

} // namespace kindling
