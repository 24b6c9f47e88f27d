// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/duplicateservice.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QScrollArea;

namespace kindling {

/// Two leads side by side, field by field: which value wins is chosen by a click or the arrow keys, and what comes of it stands beside.
class MergeView final : public QWidget
{
    Q_OBJECT

public:
    MergeView(Workspace &workspace, QWidget *parent);

    /// Shows what a merge of both would make; an empty id clears the view.
    void showPair(LeadId first, LeadId second);

    /// Puts the keys of the view behind those of a widget, row by row; the last of them.
    QWidget *orderKeys(QWidget *before);

    bool isReady() const { return m_ready; }
    const MergePlan &plan() const { return m_preview.plan; }
    /// The merge as it is chosen here.
    MergeRequest request() const;

Q_SIGNALS:
    void ready(); ///< a pair is shown and may be merged
    void failed(const kindling::Error &error);

private:
    void load();
    void rebuild();
    void addRow(int row, MergeChoice &choice);
    void addHead();
    void swapSurvivor();
    void refreshResult();
    QString text(const MergeChoice &choice, int side) const;

    Workspace &m_workspace;
    MergePreview m_preview;
    LeadId m_first;
    LeadId m_second;
    bool m_ready = false;
    int m_asked = 0;
    QScrollArea *m_scroll;
    std::vector<std::pair<FieldId, QLabel *>> m_results;
};

} // namespace kindling
