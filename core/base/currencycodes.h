// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kindling {

/// Whether this is the code of money in use, or lately so, in any case: ISO 4217, without precious metals and funds.
bool isCurrencyCode(QStringView code);

} // namespace kindling
