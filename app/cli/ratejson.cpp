// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ratejson.h"

namespace kindling::cli {

QJsonObject rateJson(const Rate &rate)
{
    const std::optional<double> share = rate.share();
    return {{QStringLiteral("hits"), rate.hits},
            {QStringLiteral("of"), rate.n},
            {QStringLiteral("share"), share ? QJsonValue(*share) : QJsonValue()},
            {QStringLiteral("low"), share ? QJsonValue(rate.low) : QJsonValue()},
            {QStringLiteral("high"), share ? QJsonValue(rate.high) : QJsonValue()}};
}

} // namespace kindling::cli
