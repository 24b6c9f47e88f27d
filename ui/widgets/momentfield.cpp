// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/momentfield.h"

namespace kindling {

MomentField::MomentField(QTimeZone zone, QWidget *parent)
    : QDateTimeEdit(parent)
    , m_zone(std::move(zone))
{
    setDisplayFormat(QStringLiteral("d MMM yyyy HH:mm"));
    setButtonSymbols(QAbstractSpinBox::NoButtons);
    setAccessibleName(tr("When it happened"));
    m_shown = dateTime();
}

void MomentField::setMoment(UtcMs at)
{
    m_set = at;
    // The wall clock there as a local time, which is what the field knows how to show.
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(at, m_zone);
    setDateTime({there.date(), there.time()});
    m_shown = dateTime();
}

UtcMs MomentField::moment() const
{
    return isEdited() ? QDateTime(date(), time(), m_zone).toMSecsSinceEpoch() : m_set;
}

void MomentField::keyPressEvent(QKeyEvent *event)
{
    m_typing = true;
    QDateTimeEdit::keyPressEvent(event);
    m_typing = false;
}

bool MomentField::focusNextPrevChild(bool next)
{
    if (m_typing)
        return QDateTimeEdit::focusNextPrevChild(next);
    // QDateTimeEdit would go through its parts first. NOLINTNEXTLINE(bugprone-parent-virtual-call)
    return QAbstractSpinBox::focusNextPrevChild(next);
}

} // namespace kindling
