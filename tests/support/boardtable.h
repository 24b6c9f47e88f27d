// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/desk.h"
#include "ui/board/boardbar.h"
#include "ui/board/boardcolumnview.h"
#include "ui/board/boardview.h"
#include "ui/board/outcometarget.h"
#include "ui/pages/boardpage.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSpinBox>

namespace kindling {

/// The board page on a workspace of its own, as a person reaches it.
class BoardTable
{
public:
    BoardTable()
        : page(*workspace, m_theme, nullptr)
    {
    }

    /// The list of a column by its name, once the board is there.
    BoardColumnView *column(const QString &name)
    {
        for (BoardColumnView *view : page->findChildren<BoardColumnView *>()) {
            if (view->column().name == name)
                return view;
        }
        return nullptr;
    }
    qsizetype cards(const QString &name)
    {
        const BoardColumnView *view = column(name);
        return view && view->column().leads ? qsizetype(view->column().leads->ids.size()) : -1;
    }
    void choose(const QString &columnName, int row)
    {
        QListView *list = column(columnName)->list();
        list->setFocus();
        list->setCurrentIndex(list->model()->index(row, 0));
    }
    void press(const QString &columnName, Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(column(columnName)->list(), key, modifiers);
    }
    /// The names of a column's cards from the top.
    QStringList names(const QString &columnName)
    {
        QStringList names;
        const BoardColumnView *view = column(columnName);
        if (!view)
            return names; // no board yet
        const std::vector<LeadId> ids = view->cards()->ids; // reading a lead lets the board show another list meanwhile
        for (const LeadId id : ids)
            names += workspace.lead(id).name;
        return names;
    }
    /// Chooses in the menu of a chip.
    void pick(const QString &chip, const QString &entry)
    {
        QMenu *menu = waitForButton(&page, chip)->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text() == entry) {
                action->trigger();
                return;
            }
        }
        qFatal("no entry %s", qPrintable(entry));
    }
    /// Drags leads over a column and lets them go at a height of its list, as the window system tells it.
    void drop(const std::vector<LeadId> &leads, const QString &columnName, int y)
    {
        QWidget *viewport = column(columnName)->list()->viewport();
        LeadFiles files(*workspace);
        const std::unique_ptr<QMimeData> carried(files.dragOf(leads));
        const QPoint at(40, y);
        QDragEnterEvent enter(at, Qt::MoveAction, carried.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent move(at, Qt::MoveAction, carried.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &move);
        QDropEvent drop(at, Qt::MoveAction, carried.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &drop);
    }
    BoardView *view() { return page->findChild<BoardView *>(); }

    TemporaryWorkspace workspace;

private:
    Theme m_theme;

public:
    Shown<BoardPage> page;
};

} // namespace kindling
