// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/temperatureswitch.h"

#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

#include <QHBoxLayout>

namespace kindling {

TemperatureSwitch::TemperatureSwitch(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Temperature"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const Temperature value : allOf<Temperature>()) {
        QPushButton *segment = button(labelOf(value), "segment", this);
        segment->setCheckable(true);
        segment->setAccessibleName(labelOf(value));
        m_segments[size_t(value)] = segment;
        row->addWidget(segment, 1);
        connect(segment, &QPushButton::clicked, this, [this, value] {
            const bool changes = value != m_temperature;
            setTemperature(value);
            if (changes)
                Q_EMIT chosen(value);
        });
    }
    connect(&m_theme, &Theme::changed, this, &TemperatureSwitch::restyle);
    restyle();
}

void TemperatureSwitch::setTemperature(Temperature temperature)
{
    m_temperature = temperature;
    restyle();
}

void TemperatureSwitch::restyle()
{
    const Colors &c = m_theme.colors();
    for (const Temperature value : allOf<Temperature>()) {
        QPushButton *segment = m_segments[size_t(value)];
        const bool on = value == m_temperature;
        segment->setChecked(on);
        const QColor color = on ? m_theme.temperatureColor(value) : c.second;
        const QColor ground = on ? m_theme.temperatureGround(value) : c.surface;
        const QString left = value == Temperature::Cold ? QStringLiteral("7px") : QStringLiteral("0");
        const QString right = value == Temperature::Hot ? QStringLiteral("7px") : QStringLiteral("0");
        setIconText(segment, m_theme.icon(Theme::temperatureSymbol(value), color), labelOf(value));
        segment->setStyleSheet(
            QStringLiteral("QPushButton { background: %1; color: %2; border: 1px solid %3; font-weight: %4; padding: 0 4px; "
                           "border-top-left-radius: %5; border-bottom-left-radius: %5; border-top-right-radius: %6; "
                           "border-bottom-right-radius: %6; } QPushButton:focus { border: 2px solid %7; }")
                .arg(ground.name(), color.name(), c.strongLine.name(), on ? QStringLiteral("600") : QStringLiteral("400"), left, right,
                     c.accent.name()));
    }
}

} // namespace kindling
