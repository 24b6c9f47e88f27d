// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kindling {

struct Colors;

/// The colours of what is printed or saved as a picture: light, whatever the screen is.
const Colors &paperColors();

} // namespace kindling
