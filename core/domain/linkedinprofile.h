// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kindling {

/// What tells a person's profile at LinkedIn, however its address is written: "in/martaoliveira" for
/// "https://pt.linkedin.com/in/MartaOliveira/?trk=x". Empty for any other address, a company's page there included.
QString linkedInProfile(const QString &address);

} // namespace kindling
