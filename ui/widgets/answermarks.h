// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/cardanswer.h"
#include "ui/theme/theme.h"

class QPainter;

namespace kindling {

// The answers of a qualification card as small marks: a full disc for yes, half a disc for partly, a cross for no, an empty ring while
// nobody asked. They are told apart without colour.

void paintMark(QPainter &painter, const QRectF &where, Answer answer, const Theme &theme);
QIcon markIcon(Answer answer, const Theme &theme, qreal ratio);

/// The marks of a card in a row, from a point on.
void paintMarks(QPainter &painter, const QPoint &from, const std::vector<CardAnswer> &card, const Theme &theme);
int marksWidth(size_t count);
inline constexpr int markSize = 10;

/// "Budget yes, authority unknown": the same for who does not see them.
QString marksText(const std::vector<CardAnswer> &card);
/// Whether anything is known: a row of empty rings says nothing.
bool isAnswered(const std::vector<CardAnswer> &card);

} // namespace kindling
