// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

#include <QListView>
#include <QStandardItemModel>

namespace kindling {

class Theme;

/// What happened with a lead, newest first.
class TimelineView final : public QListView
{
    Q_OBJECT

public:
    TimelineView(Workspace &workspace, Theme &theme, QWidget *parent);

    void show(const LeadDossier &dossier);

private:
    Workspace &m_workspace;
    Theme &m_theme;
    QStandardItemModel m_model;
};

} // namespace kindling
