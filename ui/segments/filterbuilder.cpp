// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/filterbuilder.h"

#include "core/base/errortext.h"
#include "core/domain/filterproblem.h"
#include "core/rules/filterhint.h"
#include "core/rules/filtertext.h"
#include "ui/segments/rulegroup.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

FilterBuilder::FilterBuilder(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_scroll(new QScrollArea(this))
    , m_text(new QPlainTextEdit(this))
    , m_sentence(plainLabel({}, "second", this))
    , m_hint(plainLabel({}, "small", this))
    , m_unfinished(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space8);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus); // it follows what has the keyboard in it
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll, 1);
    m_text->setAccessibleName(tr("Rules as text"));
    m_text->setPlaceholderText(tr("The same as text: temperature:hot activity:call=0@30d"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(58);
    column->addWidget(m_text);
    m_sentence->setWordWrap(true);
    m_sentence->setAccessibleName(tr("Rules in words"));
    column->addWidget(m_sentence);
    m_hint->setWordWrap(true);
    m_hint->hide();
    column->addWidget(m_hint);
    m_unfinished->setSingleShot(true);
    m_unfinished->setInterval(600);
    connect(m_unfinished, &QTimer::timeout, this, &FilterBuilder::showHints);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_busy)
            return;
        showRules();
        tell();
    });
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (!changes.vocabulary)
            return;
        followWords();
        tell();
    });
    setText({}, {});
}

FilterContext FilterBuilder::context() const
{
    return {m_words.get(), m_workspace.clock().now(), m_workspace.clock().zone()};
}

void FilterBuilder::setText(const QString &text, const QString &stored)
{
    m_busy = true;
    m_stored = stored;
    m_text->setPlainText(text);
    m_busy = false;
    showRules();
    tell();
    showHints();
}

QString FilterBuilder::text() const
{
    return m_text->toPlainText().simplified();
}

Result<Filter> FilterBuilder::filter() const
{
    const Result<Filter> strict = parseFilter(text(), context());
    if (strict)
        return strict;
    // What was broken when it came here is shown, not refused; a new mistake is.
    const Filter lenient = readFilter(text(), context());
    const QStringList known = problemsOf(readFilter(m_stored, context()), context());
    const QStringList problems = problemsOf(lenient, context());
    const bool allKnown = std::all_of(problems.begin(), problems.end(), [&](const QString &p) { return known.contains(p); });
    return allKnown ? Result<Filter>(lenient) : strict;
}

/// Makes the rules anew from the text; what cannot be read leaves them as they are.
void FilterBuilder::showRules()
{
    m_words = m_workspace.vocabulary();
    const Result<Filter> typed = filter();
    if (!typed)
        return;
    m_busy = true;
    delete m_rules;
    m_rules = new RuleGroup(std::make_shared<const std::vector<RuleSubject>>(ruleSubjects(*m_words)), true, m_scroll);
    m_rules->show(*typed, context());
    m_scroll->setWidget(m_rules);
    m_rules->setVisible(true);
    makeRoom();
    orderTabs();
    connect(m_rules, &RuleGroup::changed, this, &FilterBuilder::takeRules);
    m_busy = false;
}

/// Options, stages and segments may be others now. Rules that say what the text says stay as they are, with those that are half made and
/// say nothing yet.
void FilterBuilder::followWords()
{
    if (m_rules->text().simplified() != text()) {
        showRules();
        return;
    }
    m_words = m_workspace.vocabulary();
    m_busy = true;
    m_rules->follow(std::make_shared<const std::vector<RuleSubject>>(ruleSubjects(*m_words)), context());
    m_busy = false;
    makeRoom();
    orderTabs();
}

/// As much as the rules need, while there is room for the leads below.
void FilterBuilder::makeRoom()
{
    constexpr int least = 110;
    constexpr int most = 240;
    m_scroll->setMinimumHeight(std::clamp(m_rules->sizeHint().height() + 2 * m_scroll->frameWidth(), least, most));
}

/// Writes the text that the rules make.
void FilterBuilder::takeRules()
{
    if (m_busy)
        return;
    m_busy = true;
    m_text->setPlainText(m_rules->text());
    m_busy = false;
    makeRoom();
    orderTabs();
    tell();
}

/// The rules stand before their text, for the Tab key too, however late they were made.
void FilterBuilder::orderTabs()
{
    QWidget *before = m_scroll->previousInFocusChain();
    while (before != m_scroll && (isAncestorOf(before) || !(before->focusPolicy() & Qt::TabFocus)))
        before = before->previousInFocusChain();
    for (QWidget *field : m_rules->findChildren<QWidget *>()) {
        const QWidget *inside = field->parentWidget(); // a field's own parts go with it, and lists that drop down are windows
        const bool isPart = qobject_cast<const QAbstractSpinBox *>(inside) || qobject_cast<const QComboBox *>(inside);
        if (isPart || field->window() != window() || !(field->focusPolicy() & Qt::TabFocus))
            continue;
        setTabOrder(before, field);
        before = field;
    }
    setTabOrder(before, m_text);
}

void FilterBuilder::tell()
{
    const Result<Filter> present = filter();
    setKind(m_sentence, present ? "second" : "error");
    m_sentence->setText(present ? filterSentence(*present, context()) : errorSentence(present.error()));
    m_hint->setText(present ? hintsOf(*present, *m_words).join(u' ') : QString());
    m_hint->setVisible(m_hint->isVisibleTo(this) && !m_hint->text().isEmpty());
    m_unfinished->start();
    Q_EMIT changed();
}

/// What was typed stands for a while.
void FilterBuilder::showHints()
{
    m_unfinished->stop();
    m_hint->setVisible(!m_hint->text().isEmpty());
}

} // namespace kindling
