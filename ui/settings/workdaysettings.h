// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QFrame>

#include <array>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QTimeEdit;

namespace kindling {

/// Working days, holidays, quiet hours, and whether Kindling stays in the tray and starts with the session.
class WorkdaySettings final : public QFrame
{
    Q_OBJECT

public:
    WorkdaySettings(Workspace &workspace, QWidget *parent);
    ~WorkdaySettings() override;

    /// The key under which the window keeps whether it stays in the tray.
    static QString staysKey();

Q_SIGNALS:
    void failed(const kindling::Error &error);
    void message(const QString &text, bool undoable);

private:
    void addDays(QFormLayout *form);
    void addQuiet(QFormLayout *form);
    void addProgram(QFormLayout *form);
    void refresh();
    void save();

    Workspace &m_workspace;
    std::array<QCheckBox *, 7> m_days{};
    QLineEdit *m_holidays;
    QTimeEdit *m_starts;
    QTimeEdit *m_ends;
    QCheckBox *m_quiet;
    QTimeEdit *m_quietFrom;
    QTimeEdit *m_quietUntil;
    QCheckBox *m_rests;
    QCheckBox *m_stays;
    QCheckBox *m_autostart;
    bool m_refreshing = false;
};

} // namespace kindling
