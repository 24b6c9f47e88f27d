// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pastbar.h"

#include "core/base/walltime.h"
#include "ui/widgets/askpopup.h"
#include "ui/widgets/basics.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QMenu>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr int playMs = 900; ///< each month stands so long
constexpr int playedMonths = 12;

QDate endOfMonth(const QDate &day)
{
    return QDate(day.year(), day.month(), day.daysInMonth());
}

} // namespace

PastBar::PastBar(Workspace &workspace, const QString &known, QWidget *page)
    : QFrame(page)
    , m_workspace(workspace)
    , m_chip(menuChip(page))
    , m_text(plainLabel({}, "strong", this))
    , m_play(button(tr("Play"), "small", this))
    , m_next(new QTimer(this))
{
    setProperty("kind", QStringLiteral("bulk"));
    setAccessibleName(tr("The past"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space12, metrics::space8, metrics::space12, metrics::space8);
    row->setSpacing(metrics::space8);
    auto *said = new QVBoxLayout;
    said->setSpacing(0);
    said->addWidget(m_text);
    QLabel *small = plainLabel(known, "small", this);
    small->setWordWrap(true);
    said->addWidget(small);
    row->addLayout(said, 1);
    const auto add = [&](const QString &text, const QString &name, const auto &does) {
        QPushButton *made = button(text, "small", this);
        made->setAccessibleName(name);
        row->addWidget(made);
        connect(made, &QPushButton::clicked, this, does);
        return made;
    };
    add(tr("‹ Month"), tr("A month earlier"), [this] { step(-1); });
    row->addWidget(m_play);
    add(tr("Month ›"), tr("A month later"), [this] { step(1); });
    add(tr("Compare with today"), tr("Compare this day with today"), [this] {
        const QDate day = m_day; // of its own: who compares goes back to today
        Q_EMIT comparisonWanted(day);
    });
    QPushButton *back = add(tr("Today"), tr("Back to today"), [this] { goToday(); });
    setPlainToolTip(back, tr("Esc"));
    connect(m_play, &QPushButton::clicked, this, [this] { m_playing ? stop() : play(m_day); });
    auto *menu = new QMenu(m_chip);
    m_chip->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &PastBar::offer);
    m_next->setSingleShot(true);
    m_next->setInterval(playMs);
    connect(m_next, &QTimer::timeout, this, [this] { goTo(endOfMonth(m_day.addDays(1))); });
    auto *escape = new QShortcut(Qt::Key_Escape, page, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &PastBar::goToday);
    connect(this, &PastBar::changed, escape, [this, escape] { escape->setEnabled(isPast()); });
    escape->setEnabled(false);
    refresh();
}

QDate PastBar::today() const
{
    return todayOf(m_workspace.clock());
}

PastMoment PastBar::moment() const
{
    return isPast() ? eveningOf(m_day, m_workspace.clock().now(), m_workspace.clock().zone()) : std::nullopt;
}

void PastBar::goTo(const QDate &day)
{
    const QDate past = day.isValid() && day < today() ? day : QDate();
    if (!past.isValid())
        stop();
    if (past == m_day)
        return;
    m_day = past;
    refresh();
    Q_EMIT changed();
}

void PastBar::play(const QDate &from)
{
    m_playing = true;
    refresh();
    if (from == m_day)
        m_next->start();
    else
        goTo(from);
}

void PastBar::shown()
{
    if (m_playing)
        m_next->start();
}

void PastBar::stop()
{
    m_playing = false;
    m_next->stop();
    refresh();
}

void PastBar::step(int months)
{
    stop();
    const bool atEnd = m_day == endOfMonth(m_day);
    const QDate there = months < 0 ? QDate(m_day.year(), m_day.month(), 1).addDays(-1) : endOfMonth(atEnd ? m_day.addDays(1) : m_day);
    goTo(there);
}

void PastBar::offer()
{
    QMenu *menu = m_chip->menu();
    menu->clear();
    const QDate now = today();
    const QDate month(now.year(), now.month(), 1);
    const QDate quarter(now.year(), (now.month() - 1) / 3 * 3 + 1, 1);
    const std::pair<QString, QDate> days[] = {{tr("Today"), {}},
                                              {tr("A week ago"), now.addDays(-7)},
                                              {tr("End of last month"), month.addDays(-1)},
                                              {tr("End of last quarter"), quarter.addDays(-1)},
                                              {tr("End of last year"), QDate(now.year(), 1, 1).addDays(-1)},
                                              {tr("A year ago"), now.addYears(-1)}};
    for (const auto &[label, day] : days)
        menu->addAction(label, this, [this, there = day] { goTo(there); });
    menu->addAction(tr("Another day …"), this, &PastBar::askDay);
    menu->addSeparator();
    menu->addAction(tr("Play the last twelve months"), this, [this, month] { play(month.addMonths(-playedMonths).addDays(-1)); });
}

void PastBar::askDay()
{
    auto *date = new QDateEdit(isPast() ? m_day : today().addMonths(-1), this);
    date->setCalendarPopup(true);
    date->setMaximumDate(today());
    auto *popup = new AskPopup(tr("Which day?"), date, tr("Show"), this);
    connect(popup, &AskPopup::answered, this, [this](const QString &day) { goTo(QDate::fromString(day, Qt::ISODate)); });
    popup->popUp(m_chip);
}

void PastBar::refresh()
{
    const QString day = QLocale().toString(m_day, QStringLiteral("d MMMM yyyy"));
    m_chip->setText(isPast() ? tr("As of %1").arg(QLocale().toString(m_day, QStringLiteral("d MMM yyyy"))) : tr("As of today"));
    m_chip->setAccessibleName(isPast() ? tr("Day: %1").arg(day) : tr("Day: today"));
    m_text->setText(tr("%1, in the evening: this is the past and cannot be changed.").arg(day));
    m_play->setText(m_playing ? tr("Stop") : tr("Play"));
    m_play->setAccessibleName(m_playing ? tr("Stop playing") : tr("Play month by month"));
    setAccessibleDescription(isPast() ? m_text->text() : QString());
    setVisible(isPast());
}

} // namespace kindling
