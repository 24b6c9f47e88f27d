// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/popupcard.h"

#include <QStringList>

class QComboBox;

namespace kindling {

class Theme;

/// Asks in place why a lead is lost or disqualified, before anything is written. Enter accepts, Esc leaves everything as it was.
class ReasonPopup final : public PopupCard
{
    Q_OBJECT

public:
    ReasonPopup(Theme &theme, const QStringList &reasons, QWidget *parent);

Q_SIGNALS:
    void accepted(const QString &reason);
    void cancelled();

protected:
    void accept() override;
    void hideEvent(QHideEvent *event) override;

private:
    QComboBox *m_reason;
    bool m_answered = false;
};

} // namespace kindling
