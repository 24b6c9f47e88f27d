// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/lead.h"

#include <algorithm>

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

const EmailEntry *Lead::usableEmail() const
{
    const auto email = std::find_if(emails.begin(), emails.end(), [](const EmailEntry &e) { return e.state == ContactState::Usable; });
    return doNotEmail || email == emails.end() ? nullptr : &*email;
}

const PhoneEntry *Lead::usablePhone() const
{
    const auto phone = std::find_if(phones.begin(), phones.end(), [](const PhoneEntry &p) { return p.state == ContactState::Usable; });
    return doNotCall || phone == phones.end() ? nullptr : &*phone;
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
