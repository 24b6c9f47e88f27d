// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/whenwords.h"

#include <QString>

#include <algorithm>
#include <array>
#include <span>

namespace kindling {

namespace {

using M = WhenMeaning;

/// How much of the typed word an entry has to say.
enum class Match : quint8 {
    Whole,
    Start, ///< the word begins so and may go on ("wed", "weds", "wednesday")
};

struct WhenWord
{
    const char16_t *text;
    WhenMeaning meaning;
    int value = 0;
    Match match = Match::Whole;
};

constexpr int value(WhenUnit unit)
{
    return int(unit);
}

constexpr std::array english{
    WhenWord{u"at", M::Filler},
    WhenWord{u"on", M::Filler},
    WhenWord{u"the", M::Filler},
    WhenWord{u"today", M::DaysAhead, 0},
    WhenWord{u"tomorrow", M::DaysAhead, 1},
    WhenWord{u"tmr", M::DaysAhead, 1},
    WhenWord{u"in", M::In},
    WhenWord{u"a", M::One, 1},
    WhenWord{u"an", M::One, 1},
    WhenWord{u"m", M::Unit, value(WhenUnit::Minute)},
    WhenWord{u"min", M::Unit, value(WhenUnit::Minute), Match::Start},
    WhenWord{u"h", M::Unit, value(WhenUnit::Hour)},
    WhenWord{u"hour", M::Unit, value(WhenUnit::Hour), Match::Start},
    WhenWord{u"d", M::Unit, value(WhenUnit::Day)},
    WhenWord{u"day", M::Unit, value(WhenUnit::Day), Match::Start},
    WhenWord{u"daily", M::Unit, value(WhenUnit::Day)},
    WhenWord{u"w", M::Unit, value(WhenUnit::Week)},
    WhenWord{u"week", M::Unit, value(WhenUnit::Week)},
    WhenWord{u"weeks", M::Unit, value(WhenUnit::Week)},
    WhenWord{u"weekly", M::Unit, value(WhenUnit::Week)},
    WhenWord{u"month", M::Unit, value(WhenUnit::Month), Match::Start},
    WhenWord{u"y", M::Unit, value(WhenUnit::Year)},
    WhenWord{u"year", M::Unit, value(WhenUnit::Year), Match::Start},
    WhenWord{u"next", M::Next},
    WhenWord{u"end", M::End},
    WhenWord{u"of", M::Of},
    WhenWord{u"eod", M::EndOfDay},
    WhenWord{u"mon", M::Weekday, 1, Match::Start},
    WhenWord{u"tue", M::Weekday, 2, Match::Start},
    WhenWord{u"wed", M::Weekday, 3, Match::Start},
    WhenWord{u"thu", M::Weekday, 4, Match::Start},
    WhenWord{u"fri", M::Weekday, 5, Match::Start},
    WhenWord{u"sat", M::Weekday, 6, Match::Start},
    WhenWord{u"sun", M::Weekday, 7, Match::Start},
    WhenWord{u"jan", M::Month, 1, Match::Start},
    WhenWord{u"feb", M::Month, 2, Match::Start},
    WhenWord{u"mar", M::Month, 3, Match::Start},
    WhenWord{u"apr", M::Month, 4, Match::Start},
    WhenWord{u"may", M::Month, 5},
    WhenWord{u"jun", M::Month, 6, Match::Start},
    WhenWord{u"jul", M::Month, 7, Match::Start},
    WhenWord{u"aug", M::Month, 8, Match::Start},
    WhenWord{u"sep", M::Month, 9, Match::Start},
    WhenWord{u"oct", M::Month, 10, Match::Start},
    WhenWord{u"nov", M::Month, 11, Match::Start},
    WhenWord{u"dec", M::Month, 12, Match::Start},
    WhenWord{u"morning", M::TimeOfDay, 9},
    WhenWord{u"noon", M::TimeOfDay, 12},
    WhenWord{u"afternoon", M::TimeOfDay, 15},
    WhenWord{u"evening", M::TimeOfDay, 18},
    WhenWord{u"this", M::This},
    WhenWord{u"am", M::HalfDay, 0},
    WhenWord{u"pm", M::HalfDay, 1},
    WhenWord{u"every", M::Every},
    WhenWord{u"each", M::Every},
    WhenWord{u"weekday", M::WorkingDay},
    WhenWord{u"weekdays", M::WorkingDay},
    WhenWord{u"workday", M::WorkingDay},
    WhenWord{u"first", M::Ordinal, 1},
    WhenWord{u"1st", M::Ordinal, 1},
    WhenWord{u"second", M::Ordinal, 2},
    WhenWord{u"2nd", M::Ordinal, 2},
    WhenWord{u"third", M::Ordinal, 3},
    WhenWord{u"3rd", M::Ordinal, 3},
    WhenWord{u"fourth", M::Ordinal, 4},
    WhenWord{u"4th", M::Ordinal, 4},
    WhenWord{u"last", M::Ordinal, -1},
    WhenWord{u"after", M::After},
    WhenWord{u"done", M::AfterDone},
    WhenWord{u"completion", M::AfterDone},
    WhenWord{u"touch", M::AfterTouch},
    WhenWord{u"contact", M::AfterTouch},
    WhenWord{u"until", M::Until},
};

constexpr std::array german{
    WhenWord{u"um", M::Filler},
    WhenWord{u"am", M::Filler},
    WhenWord{u"uhr", M::HourWord},
    WhenWord{u"heute", M::DaysAhead, 0},
    WhenWord{u"morgen", M::DaysAhead, 1},
    WhenWord{u"übermorgen", M::DaysAhead, 2},
    WhenWord{u"ein", M::One, 1, Match::Start},
    WhenWord{u"stunde", M::Unit, value(WhenUnit::Hour), Match::Start},
    WhenWord{u"tag", M::Unit, value(WhenUnit::Day), Match::Start},
    WhenWord{u"woche", M::Unit, value(WhenUnit::Week), Match::Start},
    WhenWord{u"monat", M::Unit, value(WhenUnit::Month), Match::Start},
    WhenWord{u"jahr", M::Unit, value(WhenUnit::Year), Match::Start},
    WhenWord{u"nächst", M::Next, 0, Match::Start},
    WhenWord{u"ende", M::End},
    WhenWord{u"der", M::Of},
    WhenWord{u"des", M::Of},
    WhenWord{u"mo", M::Weekday, 1},
    WhenWord{u"montag", M::Weekday, 1, Match::Start},
    WhenWord{u"di", M::Weekday, 2},
    WhenWord{u"dienstag", M::Weekday, 2, Match::Start},
    WhenWord{u"mi", M::Weekday, 3},
    WhenWord{u"mittwoch", M::Weekday, 3, Match::Start},
    WhenWord{u"do", M::Weekday, 4},
    WhenWord{u"donnerstag", M::Weekday, 4, Match::Start},
    WhenWord{u"fr", M::Weekday, 5},
    WhenWord{u"freitag", M::Weekday, 5, Match::Start},
    WhenWord{u"sa", M::Weekday, 6},
    WhenWord{u"samstag", M::Weekday, 6, Match::Start},
    WhenWord{u"so", M::Weekday, 7},
    WhenWord{u"sonntag", M::Weekday, 7, Match::Start},
    WhenWord{u"mär", M::Month, 3, Match::Start},
    WhenWord{u"mai", M::Month, 5},
    WhenWord{u"okt", M::Month, 10, Match::Start},
    WhenWord{u"dez", M::Month, 12, Match::Start},
    WhenWord{u"früh", M::TimeOfDay, 9},
    WhenWord{u"vormittag", M::TimeOfDay, 9, Match::Start},
    WhenWord{u"mittag", M::TimeOfDay, 12, Match::Start},
    WhenWord{u"nachmittag", M::TimeOfDay, 15, Match::Start},
    WhenWord{u"abend", M::TimeOfDay, 18, Match::Start},
    WhenWord{u"jede", M::Every, 0, Match::Start},
    WhenWord{u"alle", M::Every},
    WhenWord{u"werktag", M::WorkingDay, 0, Match::Start},
    WhenWord{u"erste", M::Ordinal, 1, Match::Start},
    WhenWord{u"zweite", M::Ordinal, 2, Match::Start},
    WhenWord{u"dritte", M::Ordinal, 3, Match::Start},
    WhenWord{u"vierte", M::Ordinal, 4, Match::Start},
    WhenWord{u"letzte", M::Ordinal, -1, Match::Start},
    WhenWord{u"nach", M::After},
    WhenWord{u"erledigung", M::AfterDone},
    WhenWord{u"kontakt", M::AfterTouch},
    WhenWord{u"bis", M::Until},
};

/// A new language is one more table here.
constexpr std::array<std::span<const WhenWord>, 2> languages{english, german};

/// "month", "monday": a word that goes on in letters, and not for longer than any name of a day or month.
bool goesOn(QStringView word)
{
    constexpr qsizetype longest = 11;
    return word.size() <= longest && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
}

bool says(const WhenWord &entry, QStringView word)
{
    const QStringView text(entry.text);
    return word == text || (entry.match == Match::Start && word.startsWith(text) && goesOn(word));
}

} // namespace

std::optional<int> whenMeaning(QStringView word, WhenMeaning meaning)
{
    if (meaning == M::Weekday && whenMeaning(word, M::Unit)) // "month" is no Monday
        return std::nullopt;
    for (const std::span<const WhenWord> language : languages) {
        for (const WhenWord &entry : language) {
            if (entry.meaning == meaning && says(entry, word))
                return entry.value;
        }
    }
    return std::nullopt;
}

} // namespace kindling
