// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/boardlook.h"
#include "ui/models/leadrowcache.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QScrollArea;
class QTimer;
class QVBoxLayout;

namespace kindling {

class BoardColumnHead;
class BoardColumnView;
class Theme;

/// Where a card is put: a column, a lane, and in the user's own order between two others.
struct CardTarget
{
    int column = 0;
    int lane = -1; ///< -1 leaves the owner alone
    std::optional<CardSpot> spot;
};

/// The columns of the board side by side, or lanes of them below one row of heads. Knows where the keyboard is, and what is dragged where;
/// writes nothing.
class BoardView final : public QWidget
{
    Q_OBJECT

public:
    BoardView(LeadRowCache &rows, Theme &theme, QWidget *parent);

    void show(const Board &board, const BoardLook &look, const QString &currency);
    void setFields(const std::vector<FieldId> &fields);
    const Board &board() const { return m_board; }

    /// The card that was chosen last first, then the others that are selected, in any column.
    std::vector<LeadId> selected() const;
    /// Chooses a card wherever it stands, and gives it the keyboard if the board has it.
    bool select(LeadId id);
    void focusCards();
    QPoint pointBeside(LeadId id) const; ///< global, for what is asked about a card

Q_SIGNALS:
    void leadChosen(kindling::LeadId id);
    void leadOpened(kindling::LeadId id);
    void moveWanted(const std::vector<kindling::LeadId> &leads, const kindling::CardTarget &target);
    void handOrderWanted(); ///< a card was to be put somewhere within its column while the board is sorted
    void limitWanted(int column, const QPoint &globalPosition);
    void limitRemoved(int column);
    void menuWanted(const QPoint &globalPosition);
    void dragBegan();
    void dragEnded();

private:
    struct Row
    {
        QWidget *frame = nullptr;
        QLabel *title = nullptr; ///< null for a board without lanes
        QHBoxLayout *cells = nullptr;
        std::vector<BoardColumnView *> views;
    };

    void shape(size_t rows, size_t columns, bool lanes);
    Row makeRow(bool lanes);
    BoardColumnView *makeCell(int row, int column);
    void fillHeads(const QString &currency);
    void fillLane(Row &row, const BoardLane &lane, const QString &currency);
    void wireHead(BoardColumnHead *head, int column);
    std::optional<Temperature> temperatureOf(const BoardColumn &column) const;
    void choose(BoardColumnView *view, LeadId id);
    void goTo(int row, int column);
    void drop(int row, int column, const std::vector<LeadId> &leads, int before);
    void shift(const BoardColumnView *view, int row, int column, int direction);
    void scrollWhileDragging();
    BoardColumnView *viewOf(LeadId id) const;

    LeadRowCache &m_rows;
    Theme &m_theme;
    BoardLook m_look;
    Board m_board;
    LeadId m_current;
    QScrollArea *m_across;
    QScrollArea *m_down;
    QWidget *m_heads;
    QHBoxLayout *m_headRow;
    std::vector<BoardColumnHead *> m_headViews;
    QVBoxLayout *m_laneColumn;
    std::vector<Row> m_laneRows;
    QTimer *m_dragScroll;
};

} // namespace kindling

Q_DECLARE_METATYPE(kindling::CardTarget)
