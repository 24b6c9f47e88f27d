// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/boardservice.h"
#include "ui/board/carddelegate.h"
#include "ui/board/cardlist.h"
#include "ui/board/cardlistmodel.h"

#include <QFrame>

namespace kindling {

class BoardColumnHead;
class Theme;

/// One column of the board: its head and its cards in a lazy list. In a lane it is the cards alone.
class BoardColumnView final : public QFrame
{
    Q_OBJECT

public:
    BoardColumnView(LeadRowCache &rows, Theme &theme, QWidget *parent);

    void setColumn(const BoardColumn &column, std::optional<Temperature> temperature, const QString &currency);
    /// The cards of one lane of the column.
    void setCell(const BoardColumn &column, const LeadListPtr &cards, const QString &lane);
    void setFields(const std::vector<FieldId> &fields);
    void setOwnOrder(bool ownOrder) { m_list->setOwnOrder(ownOrder); }

    const BoardColumn &column() const { return m_column; }
    const LeadListPtr &cards() const { return m_model.list(); }
    CardList *list() const { return m_list; }
    BoardColumnHead *head() const { return m_head; }
    int rowHeight() const { return m_delegate->rowHeight(); }
    LeadId current() const;
    std::vector<LeadId> selected() const { return m_list->selected(); }
    /// Chooses a card; false when it is not in this column.
    bool select(LeadId id);

Q_SIGNALS:
    void leadChosen(kindling::LeadId id);
    void leadOpened(kindling::LeadId id);
    void dropped(const std::vector<kindling::LeadId> &leads, int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void show(const LeadListPtr &cards);
    void setHovered(bool hovered);

    Theme &m_theme;
    CardListModel m_model;
    BoardColumn m_column;
    std::optional<Temperature> m_temperature;
    bool m_hovered = false;
    BoardColumnHead *m_head;
    CardList *m_list;
    CardDelegate *m_delegate;
};

} // namespace kindling
