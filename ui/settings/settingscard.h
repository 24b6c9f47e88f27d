// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

class QFrame;
class QPushButton;
class QString;
class QVBoxLayout;

namespace kindling {

/// Makes a frame a card of the settings: its title with the actions at the right end of the line, and below it a hint, if there is one.
/// Returns the column for what follows.
QVBoxLayout *makeSettingsCard(QFrame *card, const QString &title, const QString &hint, std::initializer_list<QPushButton *> actions = {});

} // namespace kindling
