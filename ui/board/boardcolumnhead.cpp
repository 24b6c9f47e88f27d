// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardcolumnhead.h"

#include "core/rules/when.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace kindling {

void paintColumnGround(QPainter &painter, const QRect &rect, const Theme &theme, std::optional<Temperature> temperature)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(temperature ? theme.temperatureColor(*temperature) : theme.colors().accent);
    painter.save();
    painter.setClipRect(QRect(rect.left(), rect.top(), rect.width(), 12)); // the colour belongs to the upper edge alone
    painter.drawRoundedRect(rect, metrics::surfaceRadius, metrics::surfaceRadius);
    painter.restore();
    painter.setBrush(theme.colors().sunken);
    painter.drawRoundedRect(rect.adjusted(0, 3, 0, 0), metrics::surfaceRadius, metrics::surfaceRadius);
}

BoardColumnHead::BoardColumnHead(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_name(new ElidedLabel("section", this))
    , m_count(plainLabel({}, "second", this))
    , m_sum(plainLabel({}, "strong", this))
    , m_weighted(new ElidedLabel("small", this))
    , m_waiting(new ElidedLabel("small", this))
    , m_more(button({}, "icon", this))
{
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::space8);
    head->addWidget(m_icon);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed); // gives way before the figures do
    head->addWidget(m_name);
    head->addWidget(m_count);
    head->addStretch();
    head->addWidget(m_sum);
    auto *below = new QHBoxLayout;
    below->setSpacing(metrics::space8);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->addWidget(m_weighted);
    lines->addWidget(m_waiting);
    below->addLayout(lines, 1);
    below->addWidget(m_more, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space4);
    column->addLayout(head);
    column->addLayout(below);
    auto *menu = new QMenu(m_more);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { offer(menu); });
    m_more->setMenu(menu);
    m_more->setFixedSize(metrics::smallControlHeight, 24);
    connect(&theme, &Theme::changed, this, &BoardColumnHead::restyle);
}

void BoardColumnHead::setColumn(const BoardColumn &column, std::optional<Temperature> temperature, const QString &currency, UtcMs now)
{
    const QLocale locale;
    m_temperature = temperature;
    m_hasLeads = !column.leads->ids.empty();
    m_limit = column.limit;
    m_overLimit = column.isOverLimit();
    const QString name = column.name.isEmpty() ? tr("None") : column.name;
    const QString count = locale.toString(column.leads->ids.size());
    m_name->setText(name);
    setPlainToolTip(m_name, name);
    m_count->setText(m_limit ? tr("%1 of at most %2").arg(count, locale.toString(*m_limit)) : count);
    m_sum->setText(column.leads->value.display(locale, currency));
    m_weighted->setText(tr("weighted %1").arg(column.weighted.display(locale, currency)));
    QStringList parts;
    if (column.overdue > 0)
        parts += tr("%1 late").arg(locale.toString(column.overdue));
    if (m_hasLeads)
        parts += tr("longest wait %1").arg(ageInWords(now - column.waitsSince));
    m_waiting->setText(parts.join(QStringLiteral(" · ")));
    setPlainToolTip(m_waiting, m_hasLeads ? tr("Since the last contact, or since the lead came in if there was none") : QString());
    m_more->setAccessibleName(tr("More about %1").arg(name));
    setAccessibleName(tr("%1, %2 leads, %3").arg(name, m_count->text(), m_sum->text()));
    restyle();
}

void BoardColumnHead::setFramed(bool framed)
{
    m_framed = framed;
    layout()->setContentsMargins(framed ? QMargins(metrics::space12, metrics::space16, metrics::space12, metrics::space8) : QMargins());
    update();
}

void BoardColumnHead::offer(QMenu *menu)
{
    menu->clear();
    menu->addAction(tr("Go to the longest wait"), this, &BoardColumnHead::longestWaitWanted)->setEnabled(m_hasLeads);
    menu->addSeparator();
    menu->addAction(m_limit ? tr("Change the limit …") : tr("Set a limit …"), this, &BoardColumnHead::limitWanted);
    if (m_limit)
        menu->addAction(tr("No limit"), this, &BoardColumnHead::limitRemoved);
}

void BoardColumnHead::restyle()
{
    const QColor color = m_temperature ? m_theme.temperatureColor(*m_temperature) : m_theme.colors().text;
    m_name->setStyleSheet(QStringLiteral("color: %1").arg(color.name()));
    m_icon->setVisible(m_temperature.has_value());
    if (m_temperature)
        m_icon->setPixmap(m_theme.pixmap(Theme::temperatureSymbol(*m_temperature), color, 16, devicePixelRatioF()));
    setKind(m_count, m_overLimit ? "error" : "second");
    m_more->setIcon(m_theme.icon(Symbol::More, m_theme.colors().second));
    update();
}

void BoardColumnHead::paintEvent(QPaintEvent *)
{
    if (!m_framed)
        return;
    QPainter painter(this);
    paintColumnGround(painter, rect(), m_theme, m_temperature);
}

} // namespace kindling
