// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

class QUrl;

namespace kindling {

/// An address that a lead may have as a link: http(s), mailto: and tel: as they were typed, "example.com/x" completed to https://. Error:
/// InvalidValue for anything else.
Result<QString> readLink(const QString &text);

/// True for what the program hands to the system to open: nothing that could start a program or show a file.
bool mayOpen(const QUrl &link);

} // namespace kindling
