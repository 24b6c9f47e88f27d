// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rulesubject.h"
#include "core/workspace/workspace.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QScrollArea;
class QTimer;

namespace kindling {

class RuleGroup;

/// A filter as rules, as text and as a sentence, which are the same thing: what is changed in one shows in the others.
class FilterBuilder final : public QWidget
{
    Q_OBJECT

public:
    FilterBuilder(Workspace &workspace, QWidget *parent);

    /// `stored` is what is saved: what is broken in it already is shown and not refused.
    void setText(const QString &text, const QString &stored);
    QString text() const;
    /// The filter of the text; broken rules included. Error BadFilter while what is typed cannot be read.
    Result<Filter> filter() const;

Q_SIGNALS:
    void changed();

private:
    FilterContext context() const;
    void showRules();
    void followWords();
    void makeRoom();
    void takeRules();
    void orderTabs();
    void tell();
    void showHints();

    Workspace &m_workspace;
    std::shared_ptr<const Vocabulary> m_words; ///< what the rules on the screen were made for
    QScrollArea *m_scroll;
    RuleGroup *m_rules = nullptr;
    QPlainTextEdit *m_text;
    QLabel *m_sentence;
    QLabel *m_hint; ///< of what is probably not meant
    QTimer *m_unfinished; ///< half a word is no mistake
    QString m_stored; ///< as it was set: its broken rules are no mistakes of typing
    bool m_busy = false;
};

} // namespace kindling
