// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/leadfield.h"
#include "core/workspace/workspace.h"

#include <QStyledItemDelegate>

namespace kindling {

/// Edits fields of leads in the cells of a view, each with the editor that it needs. What nobody changed is not written, and what cannot
/// be saved stays in its cell to be mended, and is told there.
class FieldDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    FieldDelegate(Workspace &workspace, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

protected:
    virtual FieldId fieldAt(const QModelIndex &index) const = 0;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool refuses(QWidget *editor) const;

    Workspace &m_workspace;
};

} // namespace kindling
