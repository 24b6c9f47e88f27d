// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kindling::cli {

/// How many terminal cells a text takes: combining marks none, East Asian wide characters and emoji two (Unicode TR 11).
int displayWidth(QStringView text);

/// A text as it may be put on a terminal in one line: white space as single spaces, control characters and marks that turn the direction of
/// writing left out, so that what came from a file cannot steer the terminal.
QString singleLine(const QString &text);

/// The same for a text of several lines, each line kept.
QString plainLines(const QString &text);

/// At most `width` cells of a text, the last of them "…" when something was cut off.
QString shortened(const QString &text, int width);

/// A text followed (or with `right`, preceded) by spaces up to `width` cells.
QString padded(const QString &text, int width, bool right = false);

} // namespace kindling::cli
