// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/whenfield.h"

#include "core/base/try.h"
#include "core/workspace/workspace.h"
#include "ui/widgets/basics.h"

#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace kindling {

WhenField::WhenField(Workspace &workspace, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_edit(new QLineEdit(this))
    , m_understood(plainLabel({}, "small", this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space4);
    column->addWidget(m_edit);
    column->addWidget(m_understood);
    m_edit->setAccessibleName(accessibleName);
    m_edit->setPlaceholderText(tr("tomorrow 9, next fri 14:00, in 2 weeks …"));
    m_edit->setToolTip(
        tr("Also: meeting fri 14:00, end of month, mon 9:00 every 2 weeks, first monday, 10 days after done; ! makes it urgent"));
    m_understood->setWordWrap(true);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        showUnderstood();
        Q_EMIT edited();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &WhenField::entered);
    showUnderstood();
}

QString WhenField::text() const
{
    return m_edit->text().trimmed();
}

void WhenField::setText(const QString &text)
{
    m_edit->setText(text);
}

void WhenField::setEmptyText(const QString &text)
{
    m_emptyText = text;
    showUnderstood();
}

Result<std::optional<PlannedStep>> WhenField::step() const
{
    if (isEmpty())
        return std::optional<PlannedStep>();
    const Clock &clock = m_workspace.clock();
    KINDLING_GET(step, parseStep(text(), clock.now(), clock.zone(), m_workspace.vocabulary()->work));
    return std::optional(step);
}

void WhenField::showUnderstood()
{
    const Clock &clock = m_workspace.clock();
    const Result<std::optional<PlannedStep>> typed = step();
    const bool understood = typed && *typed;
    m_understood->setText(isEmpty()        ? m_emptyText
                              : understood ? stepInWords(**typed, clock.now(), clock.zone(), QLocale())
                                           : tr("Not understood yet; try “tomorrow 9” or “in 2 weeks”."));
    m_understood->setVisible(!m_understood->text().isEmpty());
    m_edit->setAccessibleDescription(m_understood->text());
}

} // namespace kindling
