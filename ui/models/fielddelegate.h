// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/leadfield.h"
#include "core/workspace/workspace.h"

#include <QStyledItemDelegate>

#include <optional>
#include <vector>

namespace kindling {

/// Edits fields of leads in the cells of a view, each with the editor that it needs. What nobody changed is not written, and what cannot
/// be saved stays in its cell to be mended, and is told there: in the editor, and when that is left for another place, until somebody
/// comes back, mends it or presses Esc.
class FieldDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    FieldDelegate(Workspace &workspace, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

    /// What stands in a cell in place of its value: the text that was typed and could not be saved, and that it is not. Nothing for all
    /// other cells, and when the cell has another value by now.
    std::optional<QString> unsavedWords(const QModelIndex &index) const;

Q_SIGNALS:
    /// Somebody left a cell with a text in it that cannot be saved: why, and what becomes of it.
    void kept(const QString &sentence) const;

protected:
    virtual LeadId leadAt(const QModelIndex &index) const = 0; ///< null where nothing is edited
    virtual FieldId fieldAt(const QModelIndex &index) const = 0;
    std::optional<QString> keptText(const QModelIndex &index) const;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// A text that waits in its cell.
    struct Kept
    {
        LeadId lead;
        FieldId field;
        QString text;
        QString over; ///< what the cell had
    };

    QString problemIn(const QWidget *editor) const;
    bool refuses(QWidget *editor) const;
    void forget(const QWidget *editor) const;

    Workspace &m_workspace;
    mutable std::vector<Kept> m_kept; ///< while the window is open; the view asks by functions that are const
};

} // namespace kindling
