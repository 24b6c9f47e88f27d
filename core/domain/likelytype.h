// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customfield.h"

namespace kindling {

/// What type the values of a column look like: dates, numbers, amounts, yes or no, links; else text. Empty texts are left out.
FieldType likelyType(const QStringList &values);

} // namespace kindling
