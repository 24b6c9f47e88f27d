// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/askpopup.h"

#include "ui/models/fieldeditor.h"
#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace kindling {

AskPopup::AskPopup(const QString &question, QWidget *editor, const QString &action, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_editor(editor)
{
    setProperty("kind", QStringLiteral("card"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_editor->setParent(this);
    m_editor->setMinimumWidth(280);
    m_editor->installEventFilter(this);
    if (m_editor->accessibleName().isEmpty())
        m_editor->setAccessibleName(question);
    QPushButton *save = button(action, "primary", this);
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space12, metrics::space16, metrics::space12);
    column->addWidget(plainLabel(question, "strong", this));
    column->addWidget(m_editor);
    column->addLayout(row);
    connect(save, &QPushButton::clicked, this, &AskPopup::answer);
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
}

void AskPopup::popUp(QWidget *below)
{
    adjustSize();
    move(below->mapToGlobal(QPoint(0, below->height() + 4)));
    show();
    m_editor->setFocus();
}

void AskPopup::answer()
{
    const QString text = editorText(m_editor);
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
            answer();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace kindling
