// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/companyedit.h"

#include "core/workspace/companyservice.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QAbstractItemView>
#include <QCompleter>

#include <algorithm>

namespace kindling {

namespace {

constexpr int offeredAtMost = 7;
constexpr int offersWidth = 320;

} // namespace

CompanyEdit::CompanyEdit(Workspace &workspace, QWidget *parent)
    : QLineEdit(parent)
    , m_workspace(workspace)
    , m_completer(new QCompleter(&m_offered, this))
{
    m_completer->setWidget(this); // not setCompleter(): that one would look among the answers to what was typed before
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    dressOffers(*m_completer, tr("Companies that are there"));
    connect(this, &QLineEdit::textEdited, this, &CompanyEdit::ask);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &QLineEdit::setText);
}

void CompanyEdit::ask(const QString &typed)
{
    const int question = ++m_asked;
    if (typed.trimmed().isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    whenAnswered(m_workspace.companies().list(typed.trimmed(), offeredAtMost), this,
                 [this, question](const Result<std::vector<Company>> &companies) {
                     if (question != m_asked || !companies || !hasFocus())
                         return;
                     QStringList names;
                     for (const Company &company : *companies)
                         names += company.name;
                     m_offered.setStringList(names);
                     if (names.isEmpty() || names == QStringList{text()})
                         m_completer->popup()->hide();
                     else
                         m_completer->complete(QRect(0, 0, std::max(width(), offersWidth), height())); // a cell may be narrow
                 });
}

} // namespace kindling
