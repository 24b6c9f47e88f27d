// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fielddelegate.h"

#include "core/base/errortext.h"
#include "ui/models/fieldeditor.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace kindling {

namespace {

// What an editor remembers while it is open.
constexpr const char *leadProperty = "editedLead";
constexpr const char *fieldProperty = "editedField";
constexpr const char *filledProperty = "filledWith"; ///< what it said before anybody typed
constexpr const char *overProperty = "filledOver"; ///< what the cell had then

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

LeadId leadOf(const QWidget *editor)
{
    return editor->property(leadProperty).value<LeadId>();
}

FieldId fieldOf(const QWidget *editor)
{
    return editor->property(fieldProperty).value<FieldId>();
}

/// Nobody changed what it said at first.
bool isUntouched(const QWidget *editor)
{
    return editorText(editor) == editor->property(filledProperty).toString();
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
    editor->setProperty(leadProperty, QVariant::fromValue(leadAt(index)));
    editor->setProperty(fieldProperty, QVariant::fromValue(field));
    return editor;
}

/// Only once: rows that arrive meanwhile would put the old value over what is being typed. What was left here goes on where it was.
void FieldDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (editor->property(filledProperty).isValid())
        return;
    const QString has = index.data(Qt::EditRole).toString();
    setEditorText(editor, has);
    editor->setProperty(filledProperty, editorText(editor));
    editor->setProperty(overProperty, has);
    const std::optional<QString> left = keptText(index);
    if (!left)
        return;
    setEditorText(editor, *left);
    QMetaObject::invokeMethod(
        editor, [this, editor] { refuses(editor); }, Qt::QueuedConnection); // once it stands where it is told
}

void FieldDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const QString problem = problemIn(editor);
    const QString text = editorText(editor);
    forget(editor);
    if (!problem.isEmpty() && text.trimmed().isEmpty()) {
        Q_EMIT kept(problem); // nothing waits that could be mended
    } else if (!problem.isEmpty()) {
        m_kept.push_back({leadOf(editor), fieldOf(editor), text, editor->property(overProperty).toString()});
        Q_EMIT kept(tr("%1 What was typed stays in its cell and is not saved: edit the cell to mend it, before the window is closed.")
                        .arg(problem));
    } else if (!isUntouched(editor)) {
        model->setData(index, text, Qt::EditRole);
    }
}

std::optional<QString> FieldDelegate::keptText(const QModelIndex &index) const
{
    if (m_kept.empty())
        return std::nullopt;
    const LeadId lead = leadAt(index);
    const FieldId field = fieldAt(index);
    const auto found = std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &k) { return k.lead == lead && k.field == field; });
    const bool stands = found != m_kept.end() && found->over == index.data(Qt::EditRole).toString();
    return stands ? std::optional(found->text) : std::nullopt;
}

std::optional<QString> FieldDelegate::unsavedWords(const QModelIndex &index) const
{
    const std::optional<QString> text = keptText(index);
    return text ? std::optional(tr("%1 (not saved)").arg(text->simplified())) : std::nullopt;
}

void FieldDelegate::forget(const QWidget *editor) const
{
    std::erase_if(m_kept, [editor](const Kept &k) { return k.lead == leadOf(editor) && k.field == fieldOf(editor); });
}

/// Why what was typed cannot be saved; empty when it can.
QString FieldDelegate::problemIn(const QWidget *editor) const
{
    if (isUntouched(editor))
        return {};
    if (fieldOf(editor) == LeadField::Name && editorText(editor).trimmed().isEmpty())
        return tr("A lead keeps its name: type another one, or press Esc.");
    const auto words = m_workspace.vocabulary();
    Lead probe;
    const Result<void> set = setField(probe, fieldOf(editor), editorText(editor), {words.get(), m_workspace.clock().zone()});
    return set ? QString() : errorSentence(set.error());
}

bool FieldDelegate::refuses(QWidget *editor) const
{
    const QString problem = problemIn(editor);
    const bool wrong = !problem.isEmpty();
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
    if (key->key() == Qt::Key_Escape)
        forget(editor);
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
