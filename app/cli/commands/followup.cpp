// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/choice.h"
#include "app/cli/followupanswer.h"
#include "app/cli/typedvalues.h"
#include "core/domain/recurrence.h"
#include "core/rules/nextstep.h"

namespace kindling::cli {

namespace {

Result<FollowUp> followUpTyped(const Arguments &arguments)
{
    FollowUp followUp;
    const Result<LeadId> lead = idTyped<LeadId>(arguments.at(0), Words::tr("lead"));
    if (!lead)
        return lead.error();
    followUp.lead = *lead;
    if (const auto text = arguments.value(QLatin1String("kind"))) {
        const Result<FollowUpKind> kind = choiceOf<FollowUpKind>(QStringLiteral("--kind"), *text);
        if (!kind)
            return kind.error();
        followUp.kind = *kind;
    }
    if (const auto text = arguments.value(QLatin1String("priority"))) {
        const Result<FollowUpPriority> priority = choiceOf<FollowUpPriority>(QStringLiteral("--priority"), *text);
        if (!priority)
            return priority.error();
        followUp.priority = *priority;
    }
    if (const auto text = arguments.value(QLatin1String("repeat"))) {
        const Result<Recurrence> rule = parseRecurrence(*text);
        if (!rule)
            return rule.error();
        followUp.repeat = recurrenceText(*rule);
    }
    followUp.note = arguments.value(QLatin1String("note")).value_or(QString());
    return followUp;
}

/// As typed, else as the cadence of the lead proposes it.
Result<PlannedTime> whenWanted(Session &session, const Arguments &arguments, LeadId lead)
{
    const QString typed = arguments.positional().mid(1).join(u' ');
    if (!typed.isEmpty())
        return session.when(typed);
    const Result<std::optional<CadenceProposal>> proposal = session.wait(session.workspace().followUps().propose(lead));
    if (!proposal)
        return proposal.error();
    if (!*proposal)
        return usage(QStringLiteral("WHEN"), Words::tr("no cadence is set for this lead, so say when."));
    session.output().message((*proposal)->reason);
    return (*proposal)->when;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    Result<FollowUp> followUp = followUpTyped(arguments);
    if (!followUp)
        return followUp.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<PlannedTime> when = whenWanted(session, arguments, followUp->lead);
    if (!when)
        return when.error();
    const FollowUp at = followUpAt(followUp->lead, *when);
    followUp->wholeDay = at.wholeDay;
    followUp->localTime = at.localTime;
    followUp->zone = at.zone;
    return changeFollowUp(session, {}, session.workspace().followUps().plan(*followUp), Words::tr("Planned:"));
}

} // namespace

Command followUpCommand()
{
    return {"followup",
            "ID [WHEN]",
            QT_TRANSLATE_NOOP("kindling", "Plan what to do with a lead, and when"),
            QT_TRANSLATE_NOOP("kindling",
                              "Plans a follow-up: a call unless --kind says otherwise. A day without a time means the whole day. Without "
                              "WHEN the cadence of the lead's segment or temperature says when."),
            {{"kind", "KIND", QT_TRANSLATE_NOOP("kindling", "call, email, meeting or task.")},
             {"priority", "PRIORITY", QT_TRANSLATE_NOOP("kindling", "low, normal or high.")},
             {"repeat", "RHYTHM",
              QT_TRANSLATE_NOOP(
                  "kindling",
                  "Comes again when it is done: “every weekday”, “every 2 weeks”, “first monday”, “yearly”, “10 days after done”, "
                  "“5 days after last touch”; with “until 2027-01-31” it ends.")},
             {"note", "TEXT", QT_TRANSLATE_NOOP("kindling", "What to do or say.")}},
            {{"followup 482311223344 'next fri 14:00' --note 'Ask about the second oven'",
              QT_TRANSLATE_NOOP("kindling", "A call on Friday of next week.")}},
            1,
            -1,
            run};
}

} // namespace kindling::cli
