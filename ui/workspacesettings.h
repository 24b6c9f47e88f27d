// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kindling {

/// The key under which the settings of this user remember something of one workspace. Of its path only a hash: where files are is nobody's
/// business.
QString settingsKey(const QString &what, const QString &workspacePath);

} // namespace kindling
