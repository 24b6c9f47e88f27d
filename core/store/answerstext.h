// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lead.h"

namespace kindling {

/// What stands beside a lead's answers, as the store keeps it: moments and persons of all, notes of those that are the user's own. Empty
/// when there is nothing.
QString answersText(const Lead &lead);
/// The other way round; the notes of BANT have columns of their own and stay.
void readAnswers(const QString &text, Lead &lead);

} // namespace kindling
