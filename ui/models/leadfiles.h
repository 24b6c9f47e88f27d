// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QTemporaryDir>

class QMimeData;

namespace kindling {

/// Leads on their way out of the window: dragged to a folder or another program they are a vCard and a CSV file, written when they are
/// asked for, into a folder that goes with this object.
class LeadFiles
{
public:
    explicit LeadFiles(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    /// What a drag of these leads carries: their ids for the window itself, and the files. More than 10,000 leads are no files: that is
    /// what the export is for.
    QMimeData *dragOf(const std::vector<LeadId> &leads);

    /// The leads that a drag from this window carries; none for any other.
    static std::vector<LeadId> leadsOf(const QMimeData *data);
    static constexpr const char *idsType = "application/x-kindling-leads";

private:
    Workspace &m_workspace;
    std::unique_ptr<QTemporaryDir> m_folder; ///< made at the first drag
    int m_drags = 0;
};

} // namespace kindling
