// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QComboBox;
class QLabel;

namespace kindling {

class Theme;

/// Asks in place why a lead is lost or disqualified, before anything is written. Enter accepts, Esc leaves everything as it was.
class ReasonPopup final : public QFrame
{
    Q_OBJECT

public:
    ReasonPopup(Theme &theme, const QStringList &reasons, QWidget *parent);

    void ask(const QPoint &globalPosition, const QString &question);

Q_SIGNALS:
    void accepted(const QString &reason);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void accept();

    QLabel *m_question;
    QComboBox *m_reason;
    bool m_answered = false;
};

} // namespace kindling
