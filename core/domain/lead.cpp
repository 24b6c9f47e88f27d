// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/lead.h"

namespace kindling {

QString Lead::displayName() const
{
    if (!name.isEmpty())
        return name;
    if (!company.isEmpty())
        return company;
    if (!emails.empty())
        return emails.front().address.asTyped();
    if (!phones.empty())
        return phones.front().number.asTyped();
    return externalId;
}

bool Lead::missesContact() const
{
    return name.isEmpty() && company.isEmpty() && emails.empty() && phones.empty();
}

std::optional<UtcMs> Lead::closed() const
{
    return outcome == Outcome::Open ? std::nullopt : std::optional(outcomeSince);
}

} // namespace kindling
