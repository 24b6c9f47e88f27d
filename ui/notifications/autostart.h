// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace kindling {

/// Whether Kindling starts with the session, in the background: an entry of the freedesktop autostart folder, of the registry on Windows, a
/// launch agent on macOS.
class Autostart
{
public:
    static bool isOn();
    /// Errors: FileNotWritable.
    static Result<void> set(bool on);

    /// The entry that is written, for a program at a path.
    static QByteArray entry(const QString &program);
    static QString path();
};

} // namespace kindling
