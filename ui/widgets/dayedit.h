// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace kindling {

class Clock;

/// A day as a person types it ("24.12.", "next fri", "2026-03-01"), or none; the symbol at its end and Alt+Down open a calendar.
class DayEdit final : public QLineEdit
{
    Q_OBJECT

public:
    DayEdit(const Clock &clock, QWidget *parent);

    /// ISO 8601; empty for no day; what was typed where that is no day, so that who reads it can say so.
    QString isoText() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openCalendar();

    const Clock &m_clock;
};

} // namespace kindling
