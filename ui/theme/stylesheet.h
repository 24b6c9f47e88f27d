// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

namespace kindling {

/// The application's style sheet: everything that the palette and Fusion do not give. Widgets choose their look by the dynamic property
/// `kind`: "primary", "danger", "quiet", "chip", "link" for buttons; "surface", "sunken", "card" for frames; "title", "section", "second",
/// "error", "keycap" for labels. `drawings` is the folder of the little pictures that only a style sheet can place (Theme::apply).
QString styleSheet(const Colors &colors, const QString &drawings);

} // namespace kindling
