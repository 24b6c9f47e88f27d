// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QString>

#include <vector>

namespace kindling {

class Connection;

/// A lead whose notes or timeline have what was searched for.
struct NoteHit
{
    LeadId lead;
    QString passage; ///< some words around it, on one line
    bool operator==(const NoteHit &) const = default;
};

/// Leads with all these words in one note, activity, follow-up or the pain points, the last word as a beginning; the latest first, each
/// lead once.
Result<std::vector<NoteHit>> notesWith(Connection &connection, const QString &text, int limit);

/// How many leads that are, all of them. Error Cancelled.
Result<qint64> leadsWithNotes(Connection &connection, const QString &text, const Progress *progress = nullptr);

} // namespace kindling
