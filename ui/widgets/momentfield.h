// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QDateTimeEdit>
#include <QTimeZone>

namespace kindling {

/// When something happened, by the wall clock of a zone, to the minute.
class MomentField final : public QDateTimeEdit
{
    Q_OBJECT

public:
    MomentField(QTimeZone zone, QWidget *parent);

    void setMoment(UtcMs at);
    /// As it was set, with seconds that the field does not show, unless somebody has changed it.
    UtcMs moment() const;
    bool isEdited() const { return dateTime() != m_shown; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    /// Tab leaves it; a separator and Ctrl with an arrow go from day to month.
    bool focusNextPrevChild(bool next) override;

private:
    QTimeZone m_zone;
    bool m_typing = false; ///< a key is being worked on that may go to another part of the field
    UtcMs m_set = 0;
    QDateTime m_shown; ///< `m_set` as the field showed it
};

} // namespace kindling
