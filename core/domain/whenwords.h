// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace kindling {

/// What a word of a planned time can mean. One word may mean several things ("am": in the morning, and German for "on").
enum class WhenMeaning : quint8 {
    Filler, ///< "at", "on": says nothing, and something follows
    HourWord, ///< "uhr", after a number
    DaysAhead, ///< value: days from today
    In,
    One, ///< "a" week
    Unit, ///< value: a WhenUnit
    Next,
    End,
    Of,
    EndOfDay,
    Weekday, ///< value: 1 Monday to 7 Sunday
    Month, ///< value: 1 to 12
    TimeOfDay, ///< value: the hour
    This,
    HalfDay, ///< "am", "pm" after a number
    Every,
    WorkingDay,
    Ordinal, ///< value: 1 to 4, -1 for the last
    AfterDone,
    AfterTouch,
    After,
    Until,
};

enum class WhenUnit : quint8 { Minute, Hour, Day, Week, Month, Year };

/// What a word in lower case means when it is to mean this; nothing when it cannot. All languages are looked through, so that a person may
/// type in any of them. A language is one table in whenwords.cpp.
std::optional<int> whenMeaning(QStringView word, WhenMeaning meaning);

} // namespace kindling
