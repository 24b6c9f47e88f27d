// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dayedit.h"

#include "core/rules/when.h"

#include <QAction>
#include <QCalendarWidget>
#include <QKeyEvent>
#include <QStyle>
#include <QVBoxLayout>

namespace kindling {

DayEdit::DayEdit(const Clock &clock, QWidget *parent)
    : QLineEdit(parent)
    , m_clock(clock)
{
    setPlaceholderText(tr("24 Dec, next fri …"));
    setToolTip(tr("A day: 2026-12-24, 24.12., next fri, in 2 weeks. Alt and Down open a calendar. Empty: none."));
    QAction *calendar = addAction(style()->standardIcon(QStyle::SP_ArrowDown), TrailingPosition);
    calendar->setText(tr("Calendar"));
    connect(calendar, &QAction::triggered, this, &DayEdit::openCalendar);
}

QString DayEdit::isoText() const
{
    const QString typed = text().trimmed();
    if (typed.isEmpty() || QDate::fromString(typed, Qt::ISODate).isValid())
        return typed;
    const Result<PlannedTime> planned = parseWhen(typed, m_clock.now(), m_clock.zone());
    return planned && planned->wholeDay ? planned->local.date().toString(Qt::ISODate) : typed;
}

void DayEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier)
        openCalendar();
    else
        QLineEdit::keyPressEvent(event);
}

void DayEdit::openCalendar()
{
    auto *popup = new QFrame(this, Qt::Popup); // a child: who edits a cell goes on doing so
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setProperty("kind", QStringLiteral("card"));
    auto *calendar = new QCalendarWidget(popup);
    calendar->setAccessibleName(tr("Calendar"));
    const QDate day = QDate::fromString(isoText(), Qt::ISODate);
    calendar->setSelectedDate(day.isValid() ? day : QDateTime::fromMSecsSinceEpoch(m_clock.now(), m_clock.zone()).date());
    auto *column = new QVBoxLayout(popup);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(calendar);
    const auto take = [this, popup](const QDate &chosen) {
        setText(chosen.toString(Qt::ISODate));
        popup->close();
    };
    connect(calendar, &QCalendarWidget::clicked, this, take);
    connect(calendar, &QCalendarWidget::activated, this, take);
    popup->adjustSize();
    popup->move(mapToGlobal(QPoint(0, height())));
    popup->show();
    calendar->setFocus();
}

} // namespace kindling
