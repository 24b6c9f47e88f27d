// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QStringList>

namespace kindling {

class Connection;

/// The keys of a record that people edited between two changes, neither of them included, and that are not what they were before. What was
/// edited and put back is left out, and so is what merges, taking them apart and the undo of either did to the record.
Result<QStringList> keysEditedBetween(Connection &connection, LeadId lead, ChangeId after, ChangeId before);
/// The same of a company. Linear in what was written between the two changes.
Result<QStringList> keysEditedBetween(Connection &connection, CompanyId company, ChangeId after, ChangeId before);

} // namespace kindling
