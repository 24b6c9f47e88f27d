// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"

#include <QWidget>

#include <array>

class QPushButton;

namespace kindling {

class Theme;

/// Cold, warm, hot as three segments with icon and word.
class TemperatureSwitch final : public QWidget
{
    Q_OBJECT

public:
    TemperatureSwitch(Theme &theme, QWidget *parent);

    void setTemperature(Temperature temperature);
    Temperature temperature() const { return m_temperature; }

Q_SIGNALS:
    void chosen(kindling::Temperature temperature); ///< by a person

private:
    void restyle();

    Theme &m_theme;
    Temperature m_temperature = Temperature::Cold;
    std::array<QPushButton *, 3> m_segments{};
};

} // namespace kindling
