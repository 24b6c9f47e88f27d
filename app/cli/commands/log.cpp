// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/choice.h"
#include "app/cli/session.h"
#include "app/cli/typedvalues.h"
#include "core/exchange/recordjson.h"
#include "core/rules/cadence.h"
#include "core/rules/nextstep.h"
#include "core/workspace/leadservice.h"

#include <QLocale>

#include <algorithm>

namespace kindling::cli {

namespace {

/// What can be read without the workspace.
Result<Activity> activityTyped(const Arguments &arguments)
{
    Activity activity;
    const Result<LeadId> lead = idTyped<LeadId>(arguments.at(0), Words::tr("lead"));
    if (!lead)
        return lead.error();
    activity.lead = *lead;
    const Result<ActivityKind> kind = choiceOf<ActivityKind>(Words::tr("kind"), arguments.at(1));
    if (!kind)
        return kind.error();
    activity.kind = *kind;
    if (const auto text = arguments.value(QLatin1String("outcome"))) {
        const Result<CallOutcome> outcome = choiceOf<CallOutcome>(QStringLiteral("--outcome"), *text);
        if (!outcome)
            return outcome.error();
        activity.outcome = *outcome;
    }
    if (const auto text = arguments.value(QLatin1String("direction"))) {
        const Result<Direction> direction = choiceOf<Direction>(QStringLiteral("--direction"), *text);
        if (!direction)
            return direction.error();
        activity.direction = *direction;
    }
    if (const auto text = arguments.value(QLatin1String("duration"))) {
        const Result<int> seconds = durationTyped(*text);
        if (!seconds)
            return seconds.error();
        activity.durationSeconds = *seconds;
    }
    activity.note = arguments.value(QLatin1String("note")).value_or(QString());
    activity.campaign = arguments.value(QLatin1String("campaign")).value_or(QString()).simplified();
    activity.magnet = arguments.value(QLatin1String("magnet")).value_or(QString()).simplified();
    return activity;
}

Result<ExitCode> show(Session &session, const Written &written, LeadId lead)
{
    const Result<LeadDossier> dossier = session.wait(session.workspace().leads().dossier(lead));
    if (!dossier)
        return dossier.error();
    const auto logged = std::find_if(dossier->activities.begin(), dossier->activities.end(),
                                     [&written](const Activity &a) { return a.revision == written.change; });
    if (logged == dossier->activities.end())
        return Error{ErrorCode::NotFound, written.change.toString(), Words::tr("activity of change")};
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonObject json = activityJson(*logged, session.zone());
        json.insert(QStringLiteral("change"), idJson(written.change));
        output.document(json);
    } else {
        output.text(Words::tr("Logged: %1 with %2, %3. Activity %4.")
                        .arg(labelOf(logged->kind), dossier->lead.displayName(),
                             whenInWords(logged->at, false, session.now(), session.zone(), QLocale()), logged->id.toString()));
    }
    return ExitCode::Done;
}

/// The next step, and the follow-up that is done with it.
Result<LogOutcome> outcomeTyped(Session &session, const Arguments &arguments, const Activity &activity)
{
    LogOutcome with;
    if (const auto text = arguments.value(QLatin1String("next"))) {
        const Result<PlannedTime> next = session.when(*text);
        if (!next)
            return next.error();
        with.next = followUpAt(activity.lead, *next);
        with.next->kind = nextStepKind(activity.outcome);
    }
    if (!arguments.has(QLatin1String("fulfils")))
        return with;
    const Result<LeadDossier> dossier = session.wait(session.workspace().leads().dossier(activity.lead));
    if (!dossier)
        return dossier.error();
    if (const std::optional<FollowUp> fulfilled = fulfilledBy(activity.kind, dossier->followUps, session.now()))
        with.fulfils = fulfilled->id;
    return with;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    Result<Activity> activity = activityTyped(arguments);
    if (!activity)
        return activity.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    activity->at = session.now();
    if (const auto text = arguments.value(QLatin1String("at"))) {
        const Result<PlannedTime> at = session.when(*text);
        if (!at)
            return at.error();
        activity->at = at->local.toMSecsSinceEpoch();
    }
    const Result<LogOutcome> with = outcomeTyped(session, arguments, *activity);
    if (!with)
        return with.error();
    const Result<Written> written = session.wait(session.workspace().leads().log(*activity, *with));
    if (!written)
        return written.error();
    return show(session, *written, activity->lead);
}

} // namespace

Command logCommand()
{
    return {"log",
            "ID KIND",
            QT_TRANSLATE_NOOP("kindling", "Record what happened with a lead"),
            QT_TRANSLATE_NOOP("kindling",
                              "Records an activity. KIND is call, email, meeting, message, note, websiteVisit, formSubmission, download, "
                              "webinar, trialUse, priceEnquiry, demoRequest or purchase."),
            {{"outcome", "OUTCOME",
              QT_TRANSLATE_NOOP("kindling",
                                "Of a call: connected, spokeElsewhere, callbackRequested, meetingBooked, voicemail, noAnswer, busy, "
                                "wrongNumber or notInterested.")},
             {"direction", "DIRECTION", QT_TRANSLATE_NOOP("kindling", "out (we to them) or in.")},
             {"duration", "M:SS", QT_TRANSLATE_NOOP("kindling", "How long it took.")},
             {"at", "WHEN", QT_TRANSLATE_NOOP("kindling", "When it happened; now without it.")},
             {"next", "WHEN", QT_TRANSLATE_NOOP("kindling", "Plan the next step in the same change.")},
             {"fulfils", nullptr, QT_TRANSLATE_NOOP("kindling", "Close the open follow-up that this was: of its kind, and due or late.")},
             {"campaign", "NAME", QT_TRANSLATE_NOOP("kindling", "The campaign that brought the lead to it.")},
             {"magnet", "NAME", QT_TRANSLATE_NOOP("kindling", "The lead magnet that was taken, as an ebook or a webinar.")},
             {"note", "TEXT", QT_TRANSLATE_NOOP("kindling", "What was said.")}},
            {{"log 482311223344 call --outcome connected --duration 4:30 --note 'Wants two ovens'",
              QT_TRANSLATE_NOOP("kindling", "A call that went well.")}},
            2,
            2,
            run};
}

} // namespace kindling::cli
