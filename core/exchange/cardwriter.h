// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/company.h"
#include "core/domain/lead.h"

#include <QByteArray>

namespace kindling {

/// One vCard 4.0 (RFC 6350) in UTF-8, lines folded at 75 bytes, with CRLF. Addresses that must not be used are left out.
QByteArray leadCard(const Lead &lead);
QByteArray companyCard(const Company &company);

/// "NAME:value" as one or more lines of at most 75 bytes, none cut within a character (RFC 6350, 3.2).
QByteArray foldedLine(const QString &line);

} // namespace kindling
