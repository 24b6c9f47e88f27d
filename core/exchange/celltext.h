// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace kindling {

/// Several values of one cell, as Google, HubSpot and people write them: at " ::: ", ";", line ends and, if asked, commas.
QStringList severalValues(const QString &text, bool commas);

/// A note that another program kept as HTML, as text; any other text as it is.
QString plainNote(const QString &text);

/// True for "no", "0", "false" and the like in several languages.
bool saysNo(const QString &text);

} // namespace kindling
