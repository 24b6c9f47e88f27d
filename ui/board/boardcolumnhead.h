// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/boardservice.h"

#include <QFrame>

class QLabel;
class QMenu;
class QPushButton;

namespace kindling {

class ElidedLabel;
class Theme;

/// What stands above the cards of a column: its name, how many it has, what they are worth, how long the longest has waited, and whether
/// there are more than there should be. Always of all leads of the column.
class BoardColumnHead final : public QFrame
{
    Q_OBJECT

public:
    BoardColumnHead(Theme &theme, QWidget *parent);

    void setColumn(const BoardColumn &column, std::optional<Temperature> temperature, const QString &currency, UtcMs now);
    /// Drawn as a surface of its own, above lanes.
    void setFramed(bool framed);

Q_SIGNALS:
    void longestWaitWanted();
    void limitWanted();
    void limitRemoved();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void offer(QMenu *menu);
    void restyle();

    Theme &m_theme;
    std::optional<Temperature> m_temperature;
    bool m_framed = false;
    bool m_hasLeads = false;
    std::optional<int> m_limit;
    bool m_overLimit = false;
    QLabel *m_icon;
    ElidedLabel *m_name;
    QLabel *m_count;
    QLabel *m_sum;
    ElidedLabel *m_weighted;
    ElidedLabel *m_waiting;
    QPushButton *m_more;
};

/// The colour of a column's head: of its temperature, else the accent. Draws the upper edge of a column or its head into `rect`.
void paintColumnGround(QPainter &painter, const QRect &rect, const Theme &theme, std::optional<Temperature> temperature);

} // namespace kindling
