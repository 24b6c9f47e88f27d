// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/domain/ids.h"

#include <QString>

#include <optional>

namespace kindling {

/// An organisation that leads belong to.
struct Company
{
    CompanyId id;
    ChangeId revision;
    QString externalId;
    QString name;
    QString domain;
    QString website;
    QString phone;
    QString industry;
    std::optional<qint64> employees;
    std::optional<Money> revenue; ///< a year's
    std::optional<int> founded; ///< year
    QString street;
    QString postalCode;
    QString city;
    QString region;
    QString country;
    QString parent; ///< the name of the company it belongs to
    QString notes;
    UtcMs created = 0;
    int leadCount = 0; ///< counted by the store when read; not part of the record

    bool operator==(const Company &) const = default;
};

} // namespace kindling
