// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"

#include <QDate>
#include <QTime>

#include <array>
#include <vector>

namespace kindling {

/// One way in which a call ends, in the team's own words. The kind is what the program understands of it.
struct CallOutcomeWord
{
    QString name; ///< empty: the usual word for the kind
    CallOutcome kind = CallOutcome::Connected;
    bool operator==(const CallOutcomeWord &) const = default;

    QString label() const { return name.isEmpty() ? labelOf(kind) : name; }
};

/// How often to be in touch with leads of a temperature or a segment.
struct Cadence
{
    QString of; ///< key of a temperature, or the name of a segment
    bool segment = false;
    int everyDays = 7; ///< the next touch is proposed so long after the last
    int atMostDays = 14; ///< longer than this is too quiet
    bool operator==(const Cadence &) const = default;
};

/// A text for an email. Words in braces ({name}, {firstName}, {company}, {me}) are filled in.
struct MailTemplate
{
    QString name;
    QString subject;
    QString body;
    bool operator==(const MailTemplate &) const = default;
};

/// How the team works: what reminders, proposals and the call logger read. Part of the workspace; a change of it undoes.
struct WorkRules
{
    std::vector<CallOutcomeWord> callOutcomes;
    std::vector<Cadence> cadences; ///< those of segments come first
    std::vector<MailTemplate> templates;
    std::array<bool, 7> workingDays{true, true, true, true, true, false, false}; ///< Monday first
    std::vector<QDate> holidays; ///< ascending
    QTime dayStarts{9, 0}; ///< when follow-ups of a whole day are brought up
    QTime dayEnds{18, 0};
    bool keepsQuiet = false; ///< no notification from quietFrom to quietUntil
    QTime quietFrom{20, 0};
    QTime quietUntil{8, 0};
    bool restsOnFreeDays = false; ///< none on days that are not worked

    bool isWorkingDay(const QDate &day) const;
    /// The `count`-th working day after a day (1: the next). A calendar without any working day counts all days.
    QDate workingDayAfter(QDate day, int count) const;
    const Cadence *cadenceOf(Temperature temperature) const;

    bool operator==(const WorkRules &) const = default;
};

/// The rules of a new workspace: Monday to Friday, the usual outcomes, hot every 3 days (at most 7), warm every 7 (14), cold every 30 (60).
WorkRules defaultWorkRules();

/// As JSON, and back. What a text leaves out is as in defaultWorkRules(); what it has wrong, too.
QString workRulesText(const WorkRules &rules);
WorkRules workRulesFromText(const QString &text);

} // namespace kindling
