// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importdraft.h"

namespace kindling {

/// "An export of HubSpot. 7 columns with semicolons between them, UTF-8. Each row becomes a lead."
QString recognisedSentence(const ImportMapping &mapping);

} // namespace kindling
