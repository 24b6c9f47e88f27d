// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/segments/rulegroup.h"

#include "core/domain/filterproblem.h"
#include "core/rules/filtertext.h"
#include "ui/segments/ruleeditor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace kindling {

namespace {

bool isGroup(const Filter &filter)
{
    return filter.kind == Filter::Kind::All || filter.kind == Filter::Kind::Any || filter.kind == Filter::Kind::None;
}

} // namespace

RuleGroup::RuleGroup(RuleSubjects subjects, bool outermost, QWidget *parent)
    : QFrame(parent)
    , m_subjects(std::move(subjects))
    , m_outermost(outermost)
    , m_kind(new QComboBox(this))
{
    setProperty("kind", outermost ? QStringLiteral("plain") : QStringLiteral("card"));
    auto *column = new QVBoxLayout(this);
    const int margin = outermost ? 0 : metrics::space12;
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(metrics::space8);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::space8);
    m_kind->addItem(tr("All of these"), int(Filter::Kind::All));
    m_kind->addItem(tr("Any of these"), int(Filter::Kind::Any));
    m_kind->addItem(tr("None of these"), int(Filter::Kind::None));
    m_kind->setAccessibleName(outermost ? tr("How the rules are joined") : tr("How the rules of the group are joined"));
    head->addWidget(m_kind);
    head->addStretch();
    QPushButton *rule = button(tr("Add rule"), "small", this);
    QPushButton *group = button(tr("Add group"), "small", this);
    head->addWidget(rule);
    head->addWidget(group);
    if (!outermost) {
        QPushButton *remove = button(tr("Remove group"), "small", this);
        head->addWidget(remove);
        connect(remove, &QPushButton::clicked, this, &RuleGroup::removeWanted);
    }
    column->addLayout(head);
    m_parts = new QVBoxLayout;
    m_parts->setSpacing(metrics::space8);
    column->addLayout(m_parts);
    if (outermost)
        column->addStretch(); // rules stand together at the top, however much room there is
    connect(m_kind, &QComboBox::activated, this, &RuleGroup::changed);
    connect(rule, &QPushButton::clicked, this, [this] {
        addRule()->setFocus();
        Q_EMIT changed();
    });
    connect(group, &QPushButton::clicked, this, [this] {
        addGroup()->addRule();
        Q_EMIT changed();
    });
}

void RuleGroup::clear()
{
    for (RuleEditor *rule : std::exchange(m_rules, {}))
        delete rule;
    for (RuleGroup *group : std::exchange(m_groups, {}))
        delete group;
}

void RuleGroup::take(QWidget *part)
{
    std::erase_if(m_rules, [part](RuleEditor *rule) { return rule == part; });
    std::erase_if(m_groups, [part](RuleGroup *group) { return group == part; });
    m_parts->removeWidget(part);
    part->hide();
    part->deleteLater(); // its button is still being clicked
    Q_EMIT changed();
}

RuleEditor *RuleGroup::addRule()
{
    auto *rule = new RuleEditor(m_subjects, this);
    m_rules.push_back(rule);
    m_parts->addWidget(rule);
    connect(rule, &RuleEditor::changed, this, &RuleGroup::changed);
    connect(rule, &RuleEditor::removeWanted, this, [this, rule] { take(rule); });
    return rule;
}

RuleGroup *RuleGroup::addGroup()
{
    auto *group = new RuleGroup(m_subjects, false, this);
    m_groups.push_back(group);
    m_parts->addWidget(group);
    connect(group, &RuleGroup::changed, this, &RuleGroup::changed);
    connect(group, &RuleGroup::removeWanted, this, [this, group] { take(group); });
    return group;
}

void RuleGroup::addChild(const Filter &child, const FilterContext &context)
{
    if (isGroup(child)) {
        addGroup()->show(child, context);
        return;
    }
    RuleEditor *editor = addRule();
    const std::optional<RuleRow> row = ruleRow(child, context);
    if (const QString problem = problemOf(child, context); !problem.isEmpty() || !row)
        editor->setBroken(filterText(child, context), problem);
    else
        editor->setRow(*row);
}

void RuleGroup::show(const Filter &filter, const FilterContext &context)
{
    clear();
    const Filter whole = isGroup(filter) ? filter : Filter::all({filter});
    m_kind->setCurrentIndex(m_kind->findData(int(whole.kind)));
    for (const Filter &child : whole.children)
        addChild(child, context);
}

void RuleGroup::follow(const RuleSubjects &subjects, const FilterContext &context)
{
    m_subjects = subjects;
    for (RuleEditor *rule : m_rules)
        rule->follow(subjects, context);
    for (RuleGroup *group : m_groups)
        group->follow(subjects, context);
}

QString RuleGroup::text() const
{
    QStringList parts;
    bool enclosed = false; // the last part stands in parentheses already
    for (int i = 0; i < m_parts->count(); ++i) {
        QWidget *part = m_parts->itemAt(i)->widget();
        const auto *rule = qobject_cast<RuleEditor *>(part);
        const auto *group = qobject_cast<RuleGroup *>(part);
        const QString text = rule ? rule->text() : group ? group->text() : QString();
        if (text.isEmpty())
            continue;
        parts += text;
        enclosed = group && text.startsWith(u'(');
    }
    if (parts.isEmpty())
        return {};
    const auto kind = Filter::Kind(m_kind->currentData().toInt());
    const QString joined = parts.join(kind == Filter::Kind::All ? QStringLiteral(" ") : QStringLiteral(" OR "));
    if (kind == Filter::Kind::None && parts.size() == 1 && enclosed)
        return u'-' + joined;
    if (kind == Filter::Kind::None)
        return QStringLiteral("-(") + joined + u')';
    const bool bare = m_outermost || parts.size() == 1;
    return bare ? joined : u'(' + joined + u')';
}

} // namespace kindling
