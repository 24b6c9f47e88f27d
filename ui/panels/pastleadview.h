// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/pastday.h"
#include "core/workspace/leadservice.h"

#include <QFrame>

class QLabel;
class QListView;
class QStringListModel;

namespace kindling {

class FieldsView;

/// A lead as it stood on a past day: its fields and what had happened by then. Nothing in it can be changed.
class PastLeadView final : public QFrame
{
    Q_OBJECT

public:
    PastLeadView(Workspace &workspace, QWidget *parent);

    void showLead(LeadId id, UtcMs moment);

Q_SIGNALS:
    void todayWanted(kindling::LeadId id); ///< the same lead as it is now

private:
    void fill(const PastLead &then);

    Workspace &m_workspace;
    LeadId m_lead;
    int m_asked = 0;
    QLabel *m_name;
    QLabel *m_standing;
    FieldsView *m_fields;
    QLabel *m_happened;
    QStringListModel *m_lines;
    QListView *m_timeline;
};

} // namespace kindling
