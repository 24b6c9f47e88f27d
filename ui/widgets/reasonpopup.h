// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/popupcard.h"

#include <QDate>
#include <QStringList>

#include <optional>

class QComboBox;

namespace kindling {

class WhenField;
class Workspace;

/// Asks in place why a lead is lost or disqualified, before anything is written. Enter accepts, Esc leaves everything as it was.
class ReasonPopup final : public PopupCard
{
    Q_OBJECT

public:
    ReasonPopup(const QStringList &reasons, QWidget *parent);

    /// Asks as well for a day on which the lead shall be opened again; it may stay empty.
    void offerReturn(Workspace &workspace);
    /// What was asked for; to be read when it is accepted.
    std::optional<QDate> backOn() const { return m_backOn; }

Q_SIGNALS:
    void accepted(const QString &reason);
    void cancelled();

protected:
    void accept() override;
    void hideEvent(QHideEvent *event) override;

private:
    QComboBox *m_reason;
    WhenField *m_back = nullptr;
    std::optional<QDate> m_backOn;
    bool m_answered = false;
};

} // namespace kindling
