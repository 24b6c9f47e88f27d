// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace kindling {

/// Keeps the mouse wheel for scrolling: over a number, a date or a list of choices on a page that scrolls it would change what is set, and
/// save it, when somebody only wants to go further down.
class WheelGuard final : public QObject
{
    Q_OBJECT

public:
    explicit WheelGuard(QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace kindling
