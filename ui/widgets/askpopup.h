// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/popupcard.h"

#include <functional>

namespace kindling {

/// Asks for one value beside what asks for it: a name, a tag, the value of a field.
class AskPopup final : public PopupCard
{
    Q_OBJECT

public:
    /// `editor` becomes the popup's own; see fieldeditor.h.
    AskPopup(const QString &question, QWidget *editor, const QString &action, QWidget *parent);

    /// Nothing typed is no answer then: emptying a field of many leads is a button of its own.
    void offerEmptying(const QString &action);

    /// What is wrong with a text, in a sentence; the popup stays and tells it. Empty for nothing.
    using Check = std::function<QString(const QString &)>;
    void setCheck(Check check) { m_check = std::move(check); }

    void popUp(QWidget *below);

Q_SIGNALS:
    void answered(const QString &text);

protected:
    void accept() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_question;
    QWidget *m_editor;
    QLabel *m_problem;
    Check m_check;
    bool m_needsText = false;
};

} // namespace kindling
