// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tagedit.h"

#include "core/base/textfold.h"
#include "ui/widgets/basics.h"

#include <QAbstractItemView>
#include <QCompleter>

namespace kindling {

TagEdit::TagEdit(const QStringList &known, QWidget *parent)
    : QLineEdit(parent)
    , m_known(known)
    , m_completer(new QCompleter(&m_offered, this))
{
    setPlaceholderText(tr("Tags, separated by semicolons"));
    m_completer->setWidget(this); // not setCompleter(): that one would replace the whole text
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    dressOffers(*m_completer, tr("Tags in use"));
    connect(this, &QLineEdit::textEdited, this, &TagEdit::offer);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &TagEdit::take);
}

qsizetype TagEdit::tagStart() const
{
    qsizetype start = text().left(cursorPosition()).lastIndexOf(u';') + 1;
    while (start < cursorPosition() && text().at(start) == u' ')
        ++start;
    return start;
}

void TagEdit::offer()
{
    const QString typed = folded(text().mid(tagStart(), cursorPosition() - tagStart()));
    QStringList fitting;
    for (const QString &tag : m_known) {
        if (!typed.isEmpty() && folded(tag).contains(typed) && folded(tag) != typed)
            fitting += tag;
    }
    m_offered.setStringList(fitting);
    if (fitting.isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void TagEdit::take(const QString &tag)
{
    const qsizetype start = tagStart();
    setText(text().left(start) + tag + text().mid(cursorPosition()));
    setCursorPosition(int(start + tag.size()));
}

} // namespace kindling
