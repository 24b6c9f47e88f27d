// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QString>

namespace kindling {

/// An email as a file that mail programs open for writing on (RFC 5322, "X-Unsent"). Line breaks in address and subject are taken out, so
/// that nothing can add a header or a recipient.
QByteArray mailFile(const QString &to, const QString &subject, const QString &body, UtcMs now);

} // namespace kindling
