// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/funnel.h"

#include <QJsonObject>

namespace kindling::cli {

/// {"hits", "of", "share", "low", "high"}; shares are null where nothing is counted.
QJsonObject rateJson(const Rate &rate);

} // namespace kindling::cli
