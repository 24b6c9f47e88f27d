// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace kindling {

/// Text as it is compared and searched: compatibility-decomposed, without diacritics, in lower case, "ß" as "ss", "ø" as "o",
/// "ł" as "l", "æ" as "ae", white space collapsed to single spaces. "Žofie  MÜLLER" becomes "zofie muller".
QString folded(QStringView text);
QByteArray foldedUtf8(QStringView text);

/// Only the digits of a text, in ASCII, whatever script they were written in.
QString digitsOf(QStringView text);

/// Header and vocabulary words: folded, and without anything that is not a letter or digit. "E-Mail 1 - Value" becomes "email1value".
QString wordKey(QStringView text);

} // namespace kindling
