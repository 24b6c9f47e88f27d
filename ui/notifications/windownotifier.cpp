// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/windownotifier.h"

#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kindling {

namespace {

constexpr int mostLines = 4;
constexpr const char *keyProperty = "reminder";

} // namespace

WindowNotifier::WindowNotifier(Theme &theme, QWidget *parent)
    : Notifier(nullptr) // its owner is who uses it; only the bar belongs to the window
    , m_theme(theme)
    , m_bar(new QFrame(parent))
    , m_lines(new QVBoxLayout(m_bar))
{
    m_bar->setProperty("kind", QStringLiteral("surface"));
    m_bar->setAccessibleName(tr("Reminders"));
    m_lines->setContentsMargins(metrics::space16, metrics::space8, metrics::space16, metrics::space8);
    m_lines->setSpacing(metrics::space4);
    m_bar->hide();
}

QWidget *WindowNotifier::bar() const
{
    return m_bar;
}

int WindowNotifier::lines() const
{
    return m_lines->count();
}

void WindowNotifier::notify(qint64 key, const QString &title, const QString &text, bool digest)
{
    if (!m_bar)
        return;
    withdraw(key); // said anew, not twice
    while (m_lines->count() >= mostLines) { // the oldest is in Today all the same
        QLayoutItem *oldest = m_lines->takeAt(0);
        oldest->widget()->deleteLater();
        delete oldest;
    }
    auto *line = new QWidget(m_bar);
    line->setProperty(keyProperty, key);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    auto *mark = new QLabel(line);
    mark->setPixmap(m_theme.pixmap(Symbol::Clock, m_theme.colors().accent, 16, m_bar->devicePixelRatioF()));
    row->addWidget(mark);
    row->addWidget(plainLabel(title, "strong", line));
    row->addWidget(plainLabel(text, "second", line), 1);
    add(line, row, tr("Open"), title, &Notifier::openWanted, key);
    if (!digest) {
        add(line, row, tr("Done"), title, &Notifier::doneWanted, key);
        add(line, row, tr("Snooze"), title, &Notifier::snoozeWanted, key);
    }
    QPushButton *away = button({}, "icon", line);
    away->setIcon(m_theme.icon(Symbol::Close, m_theme.colors().second));
    away->setAccessibleName(tr("Close the reminder: %1").arg(title));
    connect(away, &QPushButton::clicked, line, [this, line] { close(line); });
    row->addWidget(away);
    m_lines->addWidget(line);
    m_bar->show();
}

void WindowNotifier::add(QWidget *line, QHBoxLayout *row, const QString &label, const QString &title, void (Notifier::*wanted)(qint64),
                         qint64 key)
{
    QPushButton *choice = button(label, "small", line);
    choice->setAccessibleName(tr("%1: %2").arg(label, title));
    connect(choice, &QPushButton::clicked, line, [this, line, wanted, key] {
        Q_EMIT(this->*wanted)(key);
        close(line);
    });
    row->addWidget(choice);
}

void WindowNotifier::close(QWidget *line)
{
    m_lines->removeWidget(line);
    line->hide();
    line->deleteLater();
    m_bar->setVisible(m_lines->count() > 0);
}

void WindowNotifier::withdraw(qint64 key)
{
    if (!m_bar)
        return;
    for (int i = m_lines->count() - 1; i >= 0; --i) {
        QWidget *line = m_lines->itemAt(i)->widget();
        if (line->property(keyProperty).toLongLong() == key)
            close(line);
    }
}

} // namespace kindling
