// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/scoreservice.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace kindling {

/// The score of a lead: fit and engagement apart, what they suggest, whether the temperature is the score's or a person's, and unfolded the
/// reasons in words.
class ScoreCard final : public QWidget
{
    Q_OBJECT

public:
    ScoreCard(Workspace &workspace, QWidget *parent);

    void show(const LeadDossier &dossier);

    /// Shows only its head: the panel has room for the details of one card.
    void fold() { unfold(false); }

Q_SIGNALS:
    void unfolded(); ///< by the person
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

private:
    void explain();
    void showScore(const ScoreExplanation &score);
    void unfold(bool open);
    void follow();

    Workspace &m_workspace;
    LeadId m_lead;
    QString m_name;
    int m_asked = 0;
    QLabel *m_score;
    QLabel *m_standing;
    QPushButton *m_why;
    QPushButton *m_follow;
    QLabel *m_reasons;
    QWidget *m_unfolded; ///< the reasons, as far as there is room for them
};

} // namespace kindling
