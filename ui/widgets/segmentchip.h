// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"

#include <QPushButton>

namespace kindling {

class Workspace;

/// Chooses a segment, or all leads, for the page it stands on. Follows renames; a segment that is gone is no choice any more.
class SegmentChip final : public QPushButton
{
    Q_OBJECT

public:
    SegmentChip(Workspace &workspace, QWidget *parent);

    /// Matches everything while no segment is chosen.
    Filter filter() const;
    void choose(const QString &segment);

Q_SIGNALS:
    void chosen();

private:
    void refresh();

    Workspace &m_workspace;
    SegmentId m_segment;
};

} // namespace kindling
