// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QUrl>

namespace kindling {

/// Shows where a link of a note leads, in full, before anything is opened. Esc closes it.
class LinkPopup final : public QFrame
{
    Q_OBJECT

public:
    LinkPopup(const QUrl &link, QWidget *parent);

    void ask(const QPoint &globalPosition);

Q_SIGNALS:
    void accepted(const QUrl &link);
};

} // namespace kindling
