// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"

namespace kindling {

// Tests over time in the filter language:
//   activity:call=0@30d                    no call in the last 30 days
//   activity:download>=2@2026-05-01..      two downloads since 1 May
//   activity:call/out/noAnswer>=3@14d
//   followUp:overdue   followUp:call/done  followUp:any=0
//   temperature.became:hot@7d              became hot in the last 7 days
//   temperature.was:cold@2026-05-01        was cold on 1 May
//   stage.left:"Sales qualified"@thismonth

/// The filter that a name and an operand stand for; nothing when the name begins no such test. Error: BadFilter.
std::optional<Result<Filter>> readTimeTest(const QString &name, const QString &operand, const FilterContext &context);

/// The text form.
QString timeTestText(const CountTest &test);
QString timeTestText(const StayTest &test);

/// "no call in the last 30 days", "temperature became hot in the last 7 days".
QString timeTestSentence(const CountTest &test, const FilterContext &context);
QString timeTestSentence(const StayTest &test, const FilterContext &context);

/// "temperature", "stage", "owner", "outcome" with each of the three verbs, "activity" and "followUp": what may stand before a colon.
QStringList timeTestNames();

/// "me (Ines)": who that is changes with who looks.
QString meWords(const Vocabulary *vocabulary);

/// A moment for people: a clock time is told when no day begins there.
QString momentWords(UtcMs moment, const QTimeZone &zone);
/// The end of a stretch, which is not part of it any more: the day before it, or the minute.
QString endWords(UtcMs end, const QTimeZone &zone);
/// A day with what it moves with, "1/31/26 (30 days ago)", when the word of the filter moves with the calendar.
QString withRolling(const QString &day, const QString &word);

/// "30 days", "1 week": a number and one of h, d, w, m, y.
QString lengthWords(int count, QChar unit);

/// A word in quotes when it has to be.
QString quotedIfNeeded(const QString &word);
/// The same, needed or not.
QString quotedAlways(const QString &word);

} // namespace kindling
