// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractItemView;
class QLineEdit;

namespace kindling {

/// Down and Enter take the keyboard from a field into the list that it narrows, while nothing is offered below the field.
class IntoList final : public QObject
{
    Q_OBJECT

public:
    /// Both live as long as their page.
    IntoList(QLineEdit *from, QAbstractItemView *to);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView *m_to;
};

} // namespace kindling
