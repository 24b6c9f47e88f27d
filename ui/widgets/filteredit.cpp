// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filteredit.h"

#include "core/rules/filtercompletion.h"
#include "ui/widgets/basics.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>

#include <algorithm>

namespace kindling {

FilterEdit::FilterEdit(Workspace &workspace, QWidget *parent)
    : QLineEdit(parent)
    , m_workspace(workspace)
    , m_completer(new QCompleter(&m_words, this))
{
    setClearButtonEnabled(true);
    m_completer->setWidget(this); // not setCompleter(): that one would replace the whole text
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    dressOffers(*m_completer, tr("Words of the filter"));
    connect(this, &QLineEdit::textEdited, this, &FilterEdit::offer);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterEdit::take);
}

void FilterEdit::offer()
{
    const Completion completion = completionAt(text(), cursorPosition(), *m_workspace.vocabulary());
    m_from = completion.from;
    m_words.setStringList(completion.words);
    const bool typedOut = completion.words.size() == 1 && text().mid(m_from, cursorPosition() - m_from) == completion.words.front();
    if (completion.words.isEmpty() || typedOut)
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

/// Tab takes the first word that is offered.
bool FilterEdit::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_completer->popup()->isVisible() && !m_words.stringList().isEmpty()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier) {
            const QModelIndex current = m_completer->popup()->currentIndex();
            m_completer->popup()->hide();
            take(m_words.stringList().at(std::max(0, current.row())));
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void FilterEdit::take(const QString &word)
{
    const qsizetype after = m_from + word.size();
    setText(text().left(m_from) + word + text().mid(cursorPosition()));
    setCursorPosition(int(after));
    m_words.setStringList({});
    if (word.endsWith(u':'))
        offer(); // on to the values
}

} // namespace kindling
