// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QSpinBox;

namespace kindling {

/// Asks how many cards a column should have at most. Enter accepts, Esc leaves it as it was.
class LimitPopup final : public QFrame
{
    Q_OBJECT

public:
    LimitPopup(const QString &column, int present, QWidget *parent);

    void ask(const QPoint &globalPosition);

Q_SIGNALS:
    void accepted(int most);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();

    QSpinBox *m_most;
};

} // namespace kindling
