// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/leadfield.h"

#include <QLocale>

namespace kindling {

/// A field of a lead as people read it ("24 Dec 2026", "€ 500", "Yes", "Warm"), where fieldText() gives what can be written.
QString fieldWords(const Lead &lead, const FieldEntry &entry, const FieldContext &context, const QLocale &locale);

} // namespace kindling
