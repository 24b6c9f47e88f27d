// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace kindling {

/// A card that asks for one thing in place: a question, a field, the action and Cancel. Enter accepts, Esc leaves everything as it was.
class PopupCard : public QFrame
{
    Q_OBJECT

public:
    /// Shows it with the keyboard in its field.
    void ask(const QPoint &globalPosition, const QString &question);

protected:
    PopupCard(const QString &action, QWidget *parent);

    /// The hint stands small below the field. `keyboard` gets it instead of the field as a whole.
    void setField(QWidget *field, const QString &hint = {}, QWidget *keyboard = nullptr);

    /// One more field below the first.
    void addField(QWidget *field);

    /// One more thing to do, at the left of its buttons.
    QPushButton *addButton(const QString &action);

    virtual void accept() = 0;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QVBoxLayout *m_lines;
    QHBoxLayout *m_buttons;
    QLabel *m_question;
    QWidget *m_keyboard = nullptr;
};

} // namespace kindling
