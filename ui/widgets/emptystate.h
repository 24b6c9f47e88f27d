// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace kindling {

/// What an empty page says: one sentence and one button.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &sentence, const QString &action, QWidget *parent);

    void setSentence(const QString &sentence);
    /// Whether the button is there: it is no answer to everything that can be said.
    void offerAction(bool offered);

Q_SIGNALS:
    void actionWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLabel *m_sentence;
    QPushButton *m_action = nullptr; ///< none without a word for it
};

} // namespace kindling
