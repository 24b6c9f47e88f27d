// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rulesubject.h"

#include <QFrame>

class QComboBox;
class QVBoxLayout;

namespace kindling {

class RuleEditor;

/// All, any or none of some rules and groups.
class RuleGroup final : public QFrame
{
    Q_OBJECT

public:
    /// The outermost group cannot be removed.
    RuleGroup(RuleSubjects subjects, bool outermost, QWidget *parent);

    void show(const Filter &filter, const FilterContext &context);
    /// Goes on with other subjects; what is filled in stays.
    void follow(const RuleSubjects &subjects, const FilterContext &context);
    /// In the filter language; empty while there is nothing in it.
    QString text() const;

Q_SIGNALS:
    void changed();
    void removeWanted();

private:
    void clear();
    RuleEditor *addRule();
    RuleGroup *addGroup();
    void addChild(const Filter &child, const FilterContext &context);
    void take(QWidget *part);

    RuleSubjects m_subjects;
    bool m_outermost;
    QComboBox *m_kind;
    QVBoxLayout *m_parts;
    std::vector<RuleEditor *> m_rules; ///< shown in the order of the layout
    std::vector<RuleGroup *> m_groups;
};

} // namespace kindling
