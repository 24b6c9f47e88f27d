// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/askpopup.h"

#include "ui/models/fieldeditor.h"
#include "ui/widgets/basics.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>

namespace kindling {

AskPopup::AskPopup(const QString &question, QWidget *editor, const QString &action, QWidget *parent)
    : PopupCard(action, parent)
    , m_question(question)
    , m_editor(editor)
    , m_problem(plainLabel({}, "late", this))
{
    m_editor->setMinimumWidth(280);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_editor->installEventFilter(this);
    if (m_editor->accessibleName().isEmpty())
        m_editor->setAccessibleName(question);
    setField(m_editor);
    addField(m_problem);
}

void AskPopup::popUp(QWidget *below)
{
    ask(below->mapToGlobal(QPoint(0, below->height() + 4)), m_question);
}

void AskPopup::offerEmptying(const QString &action)
{
    m_needsText = true;
    QPushButton *empty = addButton(action);
    connect(empty, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT answered(QString());
    });
}

void AskPopup::accept()
{
    const QString text = editorText(m_editor);
    if (m_needsText && text.trimmed().isEmpty())
        return;
    if (const QString problem = m_check ? m_check(text) : QString(); !problem.isEmpty()) {
        m_problem->setText(problem);
        m_problem->show();
        m_editor->setAccessibleDescription(problem);
        m_editor->setFocus();
        adjustSize();
        return;
    }
    close();
    Q_EMIT answered(text);
}

bool AskPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool severalLines = qobject_cast<QPlainTextEdit *>(watched) != nullptr;
        if (enter && (!severalLines || key->modifiers().testFlag(Qt::ControlModifier))) {
            accept();
            return true;
        }
    }
    return PopupCard::eventFilter(watched, event);
}

} // namespace kindling
