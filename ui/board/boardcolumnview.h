// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/cardlistmodel.h"

#include <QFrame>

class QLabel;
class QListView;

namespace kindling {

class Theme;

/// One column of the board: its name, count and totals, and its cards in a lazy list.
class BoardColumnView final : public QFrame
{
    Q_OBJECT

public:
    BoardColumnView(LeadRowCache &rows, Theme &theme, QWidget *parent);

    void setColumn(const BoardColumn &column, std::optional<Temperature> temperature, const QString &currency);
    const BoardColumn &column() const { return m_column; }
    QListView *list() const { return m_list; }
    LeadId current() const;
    std::vector<LeadId> selected() const;
    /// Chooses a card; false when it is not in this column.
    bool select(LeadId id);

Q_SIGNALS:
    void leadChosen(kindling::LeadId id);
    void dropped(const std::vector<kindling::LeadId> &leads);
    void moveWanted(int direction); ///< Ctrl and an arrow key
    void leaveWanted(int direction); ///< an arrow key: on to the next column
    void leadOpened(kindling::LeadId id);
    void dragBegan();
    void dragEnded();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restyle();

    Theme &m_theme;
    CardListModel m_model;
    BoardColumn m_column;
    std::optional<Temperature> m_temperature;
    QLabel *m_icon;
    QLabel *m_name;
    QLabel *m_count;
    QLabel *m_sum;
    QLabel *m_weighted;
    QListView *m_list;
};

} // namespace kindling
