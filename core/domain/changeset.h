// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/ids.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace kindling {

/// What one write changed: sent to every model after the write is durable.
struct ChangeSet
{
    ChangeId id;
    std::vector<LeadId> leads; ///< created, changed or removed; empty together with `everything`
    bool everything = false; ///< so many that asking again is cheaper than a list
    bool companies = false;
    bool vocabulary = false; ///< stages, members, sources … differ
    bool timeline = false; ///< activities or follow-ups differ
};

/// One entry of the history.
struct ChangeEntry
{
    ChangeId id;
    UtcMs at = 0;
    QString who;
    QString label; ///< "Move Marta Oliveira to hot": what Undo says it will undo
    int rows = 0; ///< how many records it wrote
    bool undone = false;
    ChangeId undoes; ///< set for an entry that is itself an undo or redo
    bool erasure = false; ///< takes somebody out of the workspace, or was about somebody who was: never undone
};

/// A record that the undo of an import left as it is, and why.
struct KeptRecord
{
    enum class Reason : quint8 {
        Edited, ///< edited since, or it has new activities: kept whole
        Partly, ///< some fields were edited since and kept, the others taken back
        Gone, ///< it is not there any more
    };
    LeadId lead; ///< null when it is no lead's
    QString name;
    Reason reason = Reason::Edited;
    QString detail; ///< labels of the fields that were kept
    bool operator==(const KeptRecord &) const = default;
};

/// One field of one lead before and after a change.
struct FieldChange
{
    QString field; ///< label
    QString before;
    QString after;
};

/// A change as it shows in the history of one lead.
struct LeadChange
{
    ChangeEntry change;
    std::vector<FieldChange> fields;
};

} // namespace kindling

Q_DECLARE_METATYPE(kindling::ChangeSet)
