// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/leadfield.h"

#include <QStringList>

namespace kindling {

/// What the filter text could go on with at the cursor: each word replaces what stands from `from` to the cursor.
struct Completion
{
    qsizetype from = 0;
    QStringList words; ///< whole words of the language: "temperature:", "owner:me", "stage:\"Sales qualified\""; best first
};

/// Names of fields while a name is typed, then the values that the field has here. Nothing where nothing has been typed of a word.
Completion completionAt(const QString &text, qsizetype cursor, const Vocabulary &vocabulary);

} // namespace kindling
