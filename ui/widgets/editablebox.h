// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QComboBox;

namespace kindling {

/// Lets people type into a box what it does not offer, and names it and the line in it that has the keyboard, which a screen reader asks.
void makeEditable(QComboBox *box, const QString &name);

} // namespace kindling
