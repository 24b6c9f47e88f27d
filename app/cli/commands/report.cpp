// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/choice.h"
#include "app/cli/funnelanswer.h"
#include "app/cli/selection.h"
#include "app/cli/typedvalues.h"

namespace kindling::cli {

namespace {

struct Period
{
    std::optional<QDate> from;
    std::optional<QDate> last;
};

Result<Period> periodTyped(const Arguments &arguments)
{
    Period period;
    if (const auto text = arguments.value(QLatin1String("from"))) {
        const Result<Days> days = daysTyped(QStringLiteral("--from"), *text);
        if (!days)
            return days.error();
        period.from = days->first;
    }
    if (const auto text = arguments.value(QLatin1String("to"))) {
        const Result<Days> days = daysTyped(QStringLiteral("--to"), *text);
        if (!days)
            return days.error();
        period.last = days->last;
    }
    if (period.from && period.last && *period.from > *period.last)
        return usage(QStringLiteral("--to"), Words::tr("The period ends before it begins."));
    return period;
}

Result<FunnelQuery::Basis> basisTyped(const Arguments &arguments)
{
    const QString basis = arguments.value(QLatin1String("basis")).value_or(QStringLiteral("cohort"));
    if (basis == u"cohort")
        return FunnelQuery::Basis::Cohort;
    if (basis == u"snapshot")
        return FunnelQuery::Basis::Snapshot;
    return usage(QStringLiteral("--basis"), Words::tr("“%1” is none of %2.").arg(basis, QStringLiteral("cohort, snapshot")));
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    if (arguments.at(0) != u"funnel")
        return usage(arguments.at(0), Words::tr("There is no such report; there is “funnel”."));
    const Result<FunnelQuery::Basis> basis = basisTyped(arguments);
    if (!basis)
        return basis.error();
    const Result<Period> period = periodTyped(arguments);
    if (!period)
        return period.error();
    if (*basis == FunnelQuery::Basis::Snapshot && (period->from || period->last))
        return usage(QStringLiteral("--from, --to"), Words::tr("A snapshot shows where everyone stands now; only a cohort has a period."));
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<Filter> filter = filterGiven(session, arguments);
    if (!filter)
        return filter.error();
    FunnelQuery query;
    query.basis = *basis;
    query.asOf = session.now();
    query.from = period->from ? period->from->startOfDay(session.zone()).toMSecsSinceEpoch() : 0;
    query.until = period->last ? period->last->addDays(1).startOfDay(session.zone()).toMSecsSinceEpoch() : query.asOf + 1;
    const Result<FunnelAnswer> answer = session.wait(session.workspace().reports().funnel(query, *filter));
    if (!answer)
        return answer.error();
    showFunnel(session, answer->report);
    return ExitCode::Done;
}

} // namespace

Command reportCommand()
{
    return {"report",
            "funnel",
            QT_TRANSLATE_NOOP("kindling", "Show the funnel: how far leads get, and where they are lost"),
            QT_TRANSLATE_NOOP(
                "kindling",
                "Shows the funnel with its numbers, rates and their 95 % intervals, the biggest leak in a sentence, and what was "
                "counted. A cohort is the leads created in a period and how far each ever came; a snapshot is where the open leads "
                "stand now."),
            {{"basis", "BASIS", QT_TRANSLATE_NOOP("kindling", "cohort, as without it, or snapshot.")},
             {"from", "DATE",
              QT_TRANSLATE_NOOP("kindling", "First day of the period, or its month, quarter or year; without it, from the beginning.")},
             {"to", "DATE", QT_TRANSLATE_NOOP("kindling", "Last day of the period, or its month, quarter or year; without it, until now.")},
             filterOption(),
             segmentOption()},
            {{"report funnel --from 2026-Q1 --to 2026-Q1", QT_TRANSLATE_NOOP("kindling", "The leads of the first quarter.")}},
            1,
            1,
            run};
}

} // namespace kindling::cli
