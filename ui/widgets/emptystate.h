// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace kindling {

/// What an empty page says: one sentence and one button.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &sentence, const QString &action, QWidget *parent);

    void setSentence(const QString &sentence);

Q_SIGNALS:
    void actionWanted();

private:
    QLabel *m_sentence;
};

} // namespace kindling
