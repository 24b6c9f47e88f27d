// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/attempts.h"

#include <QCoreApplication>

namespace kindling {

namespace {

bool wasTaken(CallOutcome outcome)
{
    switch (outcome) {
    case CallOutcome::Voicemail:
    case CallOutcome::NoAnswer:
    case CallOutcome::Busy:
    case CallOutcome::WrongNumber:
    case CallOutcome::None: return false;
    default: return true;
    }
}

} // namespace

Attempts attemptsOf(const std::vector<Activity> &newestFirst)
{
    Attempts attempts;
    bool answered = false;
    for (const Activity &activity : newestFirst) {
        if (activity.kind != ActivityKind::Call)
            continue;
        answered = answered || wasTaken(activity.outcome) || activity.direction == Direction::Incoming;
        if (activity.direction == Direction::Incoming)
            continue;
        ++attempts.calls;
        attempts.sinceAnswered += answered ? 0 : 1;
    }
    return attempts;
}

QString attemptInWords(const Attempts &before)
{
    if (before.calls == 0)
        return QCoreApplication::translate("kindling", "first call");
    const QString number = QCoreApplication::translate("kindling", "call number %1").arg(before.calls + 1);
    if (before.sinceAnswered == 0)
        return number;
    if (before.sinceAnswered == 1)
        return QCoreApplication::translate("kindling", "%1, nobody took the last one").arg(number);
    return QCoreApplication::translate("kindling", "%1, nobody took the last %2").arg(number).arg(before.sinceAnswered);
}

} // namespace kindling
