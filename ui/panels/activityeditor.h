// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

#include <QFrame>

class QComboBox;
class QPlainTextEdit;
class QSpinBox;

namespace kindling {

class MomentField;

/// Edits what happened in its place in the timeline: kind, time, how long and how a call went, and the note as it was typed. Ctrl+Enter
/// saves, Esc leaves it as it was.
class ActivityEditor final : public QFrame
{
    Q_OBJECT

public:
    ActivityEditor(Workspace &workspace, const Activity &activity, QWidget *parent);

    static constexpr int editorHeight = 218;

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
    QComboBox *m_kind;
    MomentField *m_at;
    QSpinBox *m_minutes;
    QComboBox *m_outcome;
    QComboBox *m_magnet; ///< what was taken, of the kinds of activities by which one takes something
    QPlainTextEdit *m_note;
};

} // namespace kindling
