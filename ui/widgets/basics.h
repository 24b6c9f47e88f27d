// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>

class QCompleter;
class QAbstractSpinBox;
class QScrollArea;

namespace kindling {

/// A label that shows text as it is: never as rich text, whatever a lead is called. `kind` chooses its look (stylesheet.h).
QLabel *plainLabel(const QString &text, const char *kind = nullptr, QWidget *parent = nullptr);

/// A push button of a kind of the style sheet.
QPushButton *button(const QString &text, const char *kind, QWidget *parent = nullptr);

/// The label of a field in a form: on the middle of the field's line, and its buddy, so that a screen reader says it.
QLabel *formLabel(const QString &text, QWidget *field);

/// Names a field with arrows, and the line in it that has the keyboard, which a screen reader asks.
void setFieldName(QAbstractSpinBox *field, const QString &name);

/// A shortcut shown as a small key at the right end of a control.
QLabel *addKeycap(QWidget *control, const QString &keys);

/// A pill that opens a menu.
QPushButton *menuChip(QWidget *parent = nullptr);

/// A pill that can be checked.
QPushButton *chip(const QString &text, QWidget *parent = nullptr);

/// A part that may be higher than the room there is: it scrolls then, and never squeezes what stands beside it.
QScrollArea *scrolledPart(QWidget *part, QWidget *parent);

/// Icon and text with room between them.
void setIconText(QPushButton *button, const QIcon &icon, const QString &text);

/// A tool tip that shows text as it is: Qt takes some texts for rich text otherwise.
QString plainToolTip(const QString &text);
/// The same for a widget, which also says it to a screen reader: without a description of its own it would read the mark-up aloud.
void setPlainToolTip(QWidget *widget, const QString &text);

/// For the destructor of a widget that saves what its fields say: while they go, the one with the keyboard reports that editing ended, to a
/// widget that is half gone.
void stopListeningToFields(QWidget *widget);

/// Changes the look of a widget at run time.
void setKind(QWidget *widget, const char *kind);

/// A name on a button or in a menu, where an ampersand alone would become a shortcut.
QString menuText(QString text);

/// The list in which a completer offers words, with room around them.
void dressOffers(QCompleter &completer, const QString &accessibleName);

} // namespace kindling
