// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/duplicateservice.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace kindling {

/// One line in the lead panel: that there are possible duplicates, and what was merged into the lead, with the way to take it apart.
/// Nothing is shown where there is neither.
class DuplicateNotice final : public QWidget
{
    Q_OBJECT

public:
    DuplicateNotice(Workspace &workspace, QWidget *parent);

    void showLead(LeadId lead);

Q_SIGNALS:
    void duplicatesWanted(kindling::LeadId lead);
    /// The button that has the keyboard will be gone: it is wanted elsewhere, where the next key does no harm.
    void takingApart();
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

private:
    void ask();
    void askPossible(int question);
    void showMerged(const std::vector<MergedLead> &merged);
    void split();

    Workspace &m_workspace;
    LeadId m_lead;
    int m_asked = 0;
    QTimer *m_patience; ///< who only passes by asks nothing
    QPushButton *m_possible;
    QWidget *m_mergedRow;
    QLabel *m_merged;
};

} // namespace kindling
