// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

#include <QDateTime>
#include <QFrame>
#include <QTimeZone>

class QComboBox;
class QDateTimeEdit;
class QPlainTextEdit;

namespace kindling {

/// Edits what happened in its place in the timeline: kind, time, how a call went, and the note as it was typed. Ctrl+Enter saves, Esc
/// leaves it as it was.
class ActivityEditor final : public QFrame
{
    Q_OBJECT

public:
    ActivityEditor(Workspace &workspace, const Activity &activity, QWidget *parent);

    static constexpr int editorHeight = 176;

    const Activity &before() const { return m_activity; }
    Activity edited() const;

Q_SIGNALS:
    void saveWanted();
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showOutcome();
    void fillMagnets(Workspace &workspace);

    Activity m_activity;
    QTimeZone m_zone;
    QDateTime m_shown; ///< the moment as the field showed it first
    QComboBox *m_kind;
    QDateTimeEdit *m_at;
    QComboBox *m_outcome;
    QComboBox *m_magnet; ///< what was taken, of the kinds of activities by which one takes something
    QPlainTextEdit *m_note;
};

} // namespace kindling
