// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDrag>
#include <QMimeData>
#include <QTableView>

#include <functional>

namespace kindling {

/// A table whose selected rows can be dragged out of the window. Qt's own way would gather every selected cell first, twelve million of
/// a million leads.
class DragTable final : public QTableView
{
public:
    DragTable(std::function<QMimeData *()> drag, QWidget *parent)
        : QTableView(parent)
        , m_drag(std::move(drag))
    {
    }

protected:
    void startDrag(Qt::DropActions) override
    {
        auto *drag = new QDrag(this);
        drag->setMimeData(m_drag());
        drag->exec(Qt::CopyAction);
    }

private:
    std::function<QMimeData *()> m_drag;
};

} // namespace kindling
