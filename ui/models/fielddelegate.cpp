// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fielddelegate.h"

#include "core/base/errortext.h"
#include "ui/models/fieldeditor.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QStyle>
#include <QToolTip>

namespace kindling {

namespace {

// What an editor remembers while it is open.
constexpr const char *fieldProperty = "editedField";
constexpr const char *filledProperty = "filledWith"; ///< what it said before anybody typed

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

FieldDelegate::FieldDelegate(Workspace &workspace, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_workspace(workspace)
{
}

QWidget *FieldDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const FieldId field = fieldAt(index);
    QWidget *editor = makeFieldEditor(field, m_workspace, parent);
    editor->setProperty("kind", QStringLiteral("cell"));
    editor->setProperty(fieldProperty, QVariant::fromValue(field));
    return editor;
}

/// Only once: rows that arrive meanwhile would put the old value over what is being typed.
void FieldDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (editor->property(filledProperty).isValid())
        return;
    setEditorText(editor, index.data(Qt::EditRole).toString());
    editor->setProperty(filledProperty, editorText(editor));
}

void FieldDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const QString text = editorText(editor); text != editor->property(filledProperty).toString())
        model->setData(index, text, Qt::EditRole);
}

bool FieldDelegate::refuses(QWidget *editor) const
{
    const auto words = m_workspace.vocabulary();
    const QString text = editorText(editor);
    Lead probe;
    const Result<void> set =
        setField(probe, editor->property(fieldProperty).value<FieldId>(), text, {words.get(), m_workspace.clock().zone()});
    const bool wrong = !set && text != editor->property(filledProperty).toString();
    const QString problem = wrong ? errorSentence(set.error()) : QString();
    editor->setProperty("wrong", wrong);
    editor->style()->unpolish(editor);
    editor->style()->polish(editor);
    editor->setAccessibleDescription(problem);
    if (wrong)
        QToolTip::showText(editor->mapToGlobal(QPoint(0, editor->height())), problem.toHtmlEscaped(), editor);
    return wrong;
}

/// Enter is a new line in a long text; Ctrl and Enter save it.
bool FieldDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !watched->property(fieldProperty).isValid())
        return QStyledItemDelegate::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    auto *editor = static_cast<QWidget *>(watched);
    const bool ends = isEnter(key->key()) || key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
    if (ends && refuses(editor))
        return true;
    if (qobject_cast<QPlainTextEdit *>(editor) && isEnter(key->key()) && key->modifiers().testFlag(Qt::ControlModifier)) {
        Q_EMIT commitData(editor);
        Q_EMIT closeEditor(editor);
        return true;
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace kindling
