// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "core/domain/enums.h"
#include "core/domain/ids.h"

#include <vector>

namespace kindling {

class Theme;

/// Where cards are dropped to be won or lost; shown while cards are dragged.
class OutcomeTarget final : public QFrame
{
    Q_OBJECT

public:
    OutcomeTarget(Outcome outcome, Theme &theme, QWidget *parent);

Q_SIGNALS:
    void dropped(const std::vector<kindling::LeadId> &leads);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Outcome m_outcome;
    Theme &m_theme;
    bool m_over = false;
};

} // namespace kindling
