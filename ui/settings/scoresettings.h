// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/scoreservice.h"

#include <QFrame>
#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace kindling {

class FilterEdit;

/// The rules of the score as a draft: each change shows who would move, and nothing counts before it is saved.
class ScoreSettings final : public QFrame
{
    Q_OBJECT

public:
    ScoreSettings(Workspace &workspace, QWidget *parent);
    ~ScoreSettings() override;

Q_SIGNALS:
    void failed(const kindling::Error &error);
    void message(const QString &text, bool undoable);

private:
    QWidget *makeForm();
    QWidget *makeLimits();
    QWidget *makeEnd();
    void wire();
    void refresh();
    void showDraft();
    void fillRow(int row, const ReadScoreRule &read);
    void edit(int row);
    void add();
    void removeChosen();
    void setLimits();
    void changeDraft(ScoringRules draft);
    void preview();
    void showPreview(const ScorePreview &preview);
    void nameThose(const ScorePreview &preview, Temperature temperature, const QString &sentence);
    void save();
    void follow();
    FilterContext context() const;

    Workspace &m_workspace;
    std::shared_ptr<const Vocabulary> m_words;
    ScoringRules m_draft;
    QTableWidget *m_table;
    QComboBox *m_half = nullptr;
    FilterEdit *m_rule = nullptr;
    QSpinBox *m_points = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QSpinBox *m_warm = nullptr;
    QSpinBox *m_hot = nullptr;
    QLabel *m_preview = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_defaults = nullptr;
    QPushButton *m_follow = nullptr;
    QTimer m_soon; ///< a preview when the typing pauses
    ProgressPtr m_progress; ///< of the preview that is being made
    int m_asked = 0;
    bool m_filling = false;
};

} // namespace kindling
