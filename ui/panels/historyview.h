// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

#include <QTreeWidget>

namespace kindling {

class Theme;

/// What was changed of a lead, newest first, with before and after; a change that is in force can be undone from here.
class HistoryView final : public QTreeWidget
{
    Q_OBJECT

public:
    HistoryView(Workspace &workspace, Theme &theme, QWidget *parent);

    void show(const std::vector<LeadChange> &changes);

Q_SIGNALS:
    void undoWanted(kindling::ChangeId id, const QString &label);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    Workspace &m_workspace;
};

} // namespace kindling
