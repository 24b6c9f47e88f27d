// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rulesubject.h"

#include <QFrame>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace kindling {

/// One rule of a filter as a row of controls: what it is about, the comparison, and the right editor for the rest. A rule that is broken
/// shows its text, and can only be taken away.
class RuleEditor final : public QFrame
{
    Q_OBJECT

public:
    RuleEditor(RuleSubjects subjects, QWidget *parent);

    void setRow(const RuleRow &row);
    void setBroken(const QString &text, const QString &problem);

    /// Goes on with other subjects; what is filled in stays, half of a rule too. What nothing is known of any more is broken, and what is
    /// known again is mended.
    void follow(const RuleSubjects &subjects, const FilterContext &context);

    /// In the filter language; empty while nothing is filled in.
    QString text() const;

Q_SIGNALS:
    void changed();
    void removeWanted();

private:
    const RuleSubject &subject() const;
    const RuleSubject *subjectOf(const QString &key) const;
    RuleRow row() const;
    void fillSubjects();
    void chooseSubject();
    void layOut(const RuleSubject &subject);
    void setRowAt(const RuleRow &row);
    void mend(const FilterContext &context);

    RuleSubjects m_subjects;
    QComboBox *m_subject;
    QComboBox *m_comparison;
    QSpinBox *m_count;
    QComboBox *m_choice;
    QLineEdit *m_operand;
    QLineEdit *m_window;
    QLabel *m_brokenText;
    QString m_broken;
    bool m_filling = false;
};

} // namespace kindling
