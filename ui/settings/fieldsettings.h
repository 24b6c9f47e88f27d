// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

#include <QFrame>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace kindling {

/// The fields that the user made: labels and values are edited in place, new ones are made below, removed ones come back by undo.
class FieldSettings final : public QFrame
{
    Q_OBJECT

public:
    FieldSettings(Workspace &workspace, QWidget *parent);

Q_SIGNALS:
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

private:
    QWidget *makeForm();
    void refresh();
    void add();
    void edit(int row);
    void removeChosen();
    template <typename T>
    void report(const QFuture<Result<T>> &write, const QString &done);

    Workspace &m_workspace;
    std::vector<CustomField> m_fields; ///< beside the rows
    QTableWidget *m_table;
    QLineEdit *m_label = nullptr;
    QComboBox *m_type = nullptr;
    QLineEdit *m_options = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    bool m_filling = false;
};

} // namespace kindling
