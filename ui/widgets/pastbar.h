// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/pastday.h"
#include "core/workspace/workspace.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace kindling {

/// The date of a page: its chip chooses a past day, and while one is looked at, this bar says so, steps from month to month, plays them,
/// and leads back to today (Esc).
class PastBar final : public QFrame
{
    Q_OBJECT

public:
    /// `known` says what is not as it was then: "Which follow-ups were planned is not known".
    PastBar(Workspace &workspace, const QString &known, QWidget *page);

    /// The pill that stands in the head of the page.
    QPushButton *chip() const { return m_chip; }

    PastMoment moment() const;
    bool isPast() const { return m_day.isValid(); }
    /// The day that is looked at; null for today.
    QDate day() const { return m_day; }

    void goTo(const QDate &day); ///< today and later: to today
    void goToday() { goTo({}); }
    /// From month to month until today, each as soon as shown() says that the one before can be seen.
    void play(const QDate &from);
    void shown();

Q_SIGNALS:
    void changed(); ///< show another day
    void comparisonWanted(const QDate &with); ///< what moved between that evening and now?

private:
    void offer();
    void askDay();
    void step(int months);
    void stop();
    void refresh();
    QDate today() const;

    Workspace &m_workspace;
    QDate m_day;
    QPushButton *m_chip;
    QLabel *m_text;
    QPushButton *m_play;
    QTimer *m_next;
    bool m_playing = false;
};

} // namespace kindling
