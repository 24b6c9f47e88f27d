// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

#include <QTableWidget>

namespace kindling {

class FieldDelegate;

/// All fields of a lead, edited in place; each edit is one change.
class FieldsView final : public QTableWidget
{
    Q_OBJECT

public:
    FieldsView(Workspace &workspace, QWidget *parent);

    void show(const Lead &lead);

Q_SIGNALS:
    void editWanted(kindling::FieldId field, const QString &text);
    void message(const QString &text, bool undoable);

private:
    void tellEdit(int row, int column);
    void layOut(const Vocabulary &words);
    void nameForReaders(int row);
    void showTouches(LeadId lead);

    Workspace &m_workspace;
    std::vector<FieldEntry> m_fields;
    LeadId m_lead;
    FieldDelegate *m_delegate;
    bool m_filling = false;
};

} // namespace kindling
