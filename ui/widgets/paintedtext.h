// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

class QPainter;

namespace kindling {

/// Draws a line of text in the middle of a rectangle's height, cut with an ellipsis where it does not fit. What was drawn lately is kept as
/// glyphs: rows and cards draw the same texts at every frame, and putting letters into place takes most of the time of drawing them.
/// Returns how wide the text is.
int paintText(QPainter &painter, const QRect &where, Qt::Alignment align, TextRole role, const QColor &color, const QString &text);

} // namespace kindling
