// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/minutesfield.h"

#include <QCoreApplication>
#include <QSpinBox>

#include <algorithm>

namespace kindling {

namespace {

constexpr int longestMinutes = 24 * 60;
constexpr int stepMinutes = 5;

} // namespace

QSpinBox *minutesField(QWidget *parent)
{
    auto *field = new QSpinBox(parent);
    field->setRange(0, longestMinutes);
    field->setSingleStep(stepMinutes);
    field->setSuffix(QCoreApplication::translate("kindling", " min"));
    field->setSpecialValueText(QCoreApplication::translate("kindling", "Length"));
    field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    field->setAccessibleName(QCoreApplication::translate("kindling", "How many minutes it took"));
    return field;
}

bool takesTime(ActivityKind kind)
{
    return kind == ActivityKind::Call || kind == ActivityKind::Meeting;
}

int minutesOf(std::optional<int> seconds)
{
    return seconds && *seconds > 0 ? std::clamp((*seconds + 30) / 60, 1, longestMinutes) : 0;
}

std::optional<int> durationOf(int minutes)
{
    return minutes > 0 ? std::optional(minutes * 60) : std::nullopt;
}

} // namespace kindling
