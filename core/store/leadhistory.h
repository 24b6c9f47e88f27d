// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/changeset.h"
#include "core/domain/ids.h"
#include "core/domain/leadfield.h"

#include <QStringList>

#include <vector>

namespace kindling {

class Connection;

/// What was changed of one lead, newest first, in words. Reads at most `mostEntries` of the history.
Result<std::vector<LeadChange>> leadHistory(Connection &connection, LeadId lead, int mostEntries);

/// Which of the changes of a lead were imports, and of which file.
Result<std::vector<std::pair<ChangeId, QString>>> leadImports(Connection &connection, LeadId lead);

/// The labels of those keys of a lead's record that people would call a field ("stage_id" is "Stage"); others are left out.
QStringList historyLabels(const QStringList &keys);

/// The columns of the lead's own table in which a field stands as one plain value; none for fields that are kept in other ways.
QStringList plainColumns(LeadField field);

} // namespace kindling
