// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QString>

namespace kindling {

/// How much is known of a person: what an erasure takes away.
struct PersonalData
{
    LeadId lead;
    QString name; ///< as the lead is shown; its id when only the history knows it
    QString company; ///< stays: it is no person
    qint64 merged = 0; ///< leads that became part of it
    qint64 activities = 0;
    qint64 followUps = 0;
    qint64 files = 0;
    qint64 historyEntries = 0; ///< changes with an entry about it

    bool operator==(const PersonalData &) const = default;
};

} // namespace kindling
