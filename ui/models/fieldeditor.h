// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/leadfield.h"
#include "core/workspace/workspace.h"

#include <QWidget>

namespace kindling {

/// The right editor for a field: a list for choices and words (words can be new), boxes to tick for several choices, a day in words or
/// from a calendar for dates, several lines for long texts, completion for tags, a line for the rest.
QWidget *makeFieldEditor(FieldId field, Workspace &workspace, QWidget *parent);

/// The value as setField() takes it.
QString editorText(const QWidget *editor);
/// `text` as fieldText() gives it.
void setEditorText(QWidget *editor, const QString &text);

} // namespace kindling
