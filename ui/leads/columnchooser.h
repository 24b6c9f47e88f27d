// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QFrame>

class QListWidget;

namespace kindling {

/// Which columns a list has, and in which order: checked ones are shown; rows are dragged, or moved by Alt and the arrow keys.
class ColumnChooser final : public QFrame
{
    Q_OBJECT

public:
    ColumnChooser(Workspace &workspace, const std::vector<FieldId> &shown, QWidget *parent);

    void popUp(QWidget *below);

Q_SIGNALS:
    void chosen(const std::vector<kindling::FieldId> &fields); ///< at each change; never empty
    void resetWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addField(const FieldEntry &entry, bool shown);
    void moveCurrent(int by);
    void tell();

    QListWidget *m_list;
    bool m_filling = true;
};

} // namespace kindling
