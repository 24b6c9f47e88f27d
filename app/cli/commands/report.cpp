// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/choice.h"
#include "app/cli/figuresanswer.h"
#include "app/cli/funnelanswer.h"
#include "app/cli/leadlisting.h"
#include "app/cli/reportfolder.h"
#include "app/cli/selection.h"
#include "app/cli/spelling.h"
#include "app/cli/typedvalues.h"
#include "core/rules/figures.h"
#include "core/rules/reportcatalogue.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace kindling::cli {

namespace {

struct Period
{
    std::optional<QDate> from;
    std::optional<QDate> last;
};

/// One report beside the funnel, and what its period means when nobody says.
struct Named
{
    const char16_t *name;
    ReportKind kind;
    ReportQuery::Basis basis;
};
constexpr std::array reports{
    Named{u"people", ReportKind::People, ReportQuery::Basis::Happened},
    Named{u"sources", ReportKind::Sources, ReportQuery::Basis::Entered},
    Named{u"campaigns", ReportKind::Campaigns, ReportQuery::Basis::Entered},
    Named{u"insights", ReportKind::Insights, ReportQuery::Basis::Entered},
    Named{u"conversion", ReportKind::Conversion, ReportQuery::Basis::Entered},
    Named{u"stages", ReportKind::Stages, ReportQuery::Basis::Happened},
    Named{u"velocity", ReportKind::Velocity, ReportQuery::Basis::Happened},
    Named{u"reasons", ReportKind::Reasons, ReportQuery::Basis::Happened},
    Named{u"response", ReportKind::Response, ReportQuery::Basis::Entered},
    Named{u"trend", ReportKind::Trend, ReportQuery::Basis::Happened},
    Named{u"forecast", ReportKind::Forecast, ReportQuery::Basis::Happened},
    Named{u"grades", ReportKind::Grades, ReportQuery::Basis::Happened},
    Named{u"prediction", ReportKind::Prediction, ReportQuery::Basis::Happened},
    Named{u"traits", ReportKind::Traits, ReportQuery::Basis::Happened},
    Named{u"moves", ReportKind::Moves, ReportQuery::Basis::Happened},
};

QStringList reportNames()
{
    QStringList names{QStringLiteral("funnel")};
    for (const Named &report : reports)
        names += QString::fromUtf16(report.name);
    return names;
}

Result<Period> periodTyped(const Arguments &arguments, const char *from, const char *to)
{
    Period period;
    if (const auto text = arguments.value(QLatin1String(from))) {
        const Result<DayRange> days = daysTyped(QStringLiteral("--") + QLatin1String(from), *text);
        if (!days)
            return days.error();
        period.from = days->first;
    }
    if (const auto text = arguments.value(QLatin1String(to))) {
        const Result<DayRange> days = daysTyped(QStringLiteral("--") + QLatin1String(to), *text);
        if (!days)
            return days.error();
        period.last = days->last;
    }
    if (period.from && period.last && *period.from > *period.last)
        return usage(QStringLiteral("--") + QLatin1String(to), Words::tr("The period ends before it begins."));
    return period;
}

/// Start and end of a period in milliseconds, `asOf` included when it has no end.
ComparedPeriod millisecondsOf(const Period &period, const Session &session, UtcMs asOf)
{
    return {period.from ? period.from->startOfDay(session.zone()).toMSecsSinceEpoch() : 0,
            period.last ? period.last->addDays(1).startOfDay(session.zone()).toMSecsSinceEpoch() : asOf + 1};
}

/// The field of --by, for a report that can be split.
Result<std::optional<FieldId>> splitTyped(Session &session, const Arguments &arguments)
{
    const auto by = arguments.value(QLatin1String("by"));
    if (!by)
        return std::optional<FieldId>();
    const Result<FieldEntry> field = fieldNamed(session, *by);
    if (!field)
        return field.error();
    if (!ReportService::canSplitBy(*field))
        return usage(QStringLiteral("--by"),
                     Words::tr("“%1” has too many values to split by; take owner, source, industry or another choice.").arg(*by));
    return std::optional(field->field);
}

Result<FunnelQuery> funnelTyped(const Arguments &arguments)
{
    FunnelQuery query;
    const QString basis = arguments.value(QLatin1String("basis")).value_or(QStringLiteral("cohort"));
    if (basis == u"snapshot")
        query.basis = FunnelQuery::Basis::Snapshot;
    else if (basis == u"events")
        query.basis = FunnelQuery::Basis::Events;
    else if (basis != u"cohort")
        return noneOf(QStringLiteral("--basis"), basis, {QStringLiteral("cohort"), QStringLiteral("snapshot"), QStringLiteral("events")});
    const QString order = arguments.value(QLatin1String("order")).value_or(QStringLiteral("may-skip"));
    if (order == u"must-pass")
        query.order = FunnelQuery::Order::MustPass;
    else if (order != u"may-skip")
        return noneOf(QStringLiteral("--order"), order, {QStringLiteral("may-skip"), QStringLiteral("must-pass")});
    const Result<qint64> within = arguments.number(QLatin1String("within"), 1, 0);
    if (!within)
        return within.error();
    query.withinDays = int(std::min<qint64>(*within, 36'500));
    const bool cohortOnly = query.withinDays > 0 || query.order == FunnelQuery::Order::MustPass;
    if (cohortOnly && query.basis != FunnelQuery::Basis::Cohort)
        return usage(QStringLiteral("--within, --order"), Words::tr("Only a cohort is followed over time; leave the basis out."));
    return query;
}

Result<ExitCode> runFunnel(Session &session, const Arguments &arguments)
{
    Result<FunnelQuery> query = funnelTyped(arguments);
    if (!query)
        return query.error();
    const Result<Period> period = periodTyped(arguments, "from", "to");
    if (!period)
        return period.error();
    const Result<Period> compared = periodTyped(arguments, "compare-from", "compare-to");
    if (!compared)
        return compared.error();
    if (query->basis == FunnelQuery::Basis::Snapshot && (period->from || period->last || compared->from || compared->last))
        return usage(QStringLiteral("--from, --to"), Words::tr("A snapshot shows where everyone stands now; only a cohort has a period."));
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<Filter> filter = filterGiven(session, arguments);
    if (!filter)
        return filter.error();
    const Result<std::optional<FieldId>> by = splitTyped(session, arguments);
    if (!by)
        return by.error();
    query->by = *by;
    query->asOf = session.now();
    const ComparedPeriod span = millisecondsOf(*period, session, query->asOf);
    query->from = span.from;
    query->until = span.until;
    std::optional<ComparedPeriod> before;
    if (compared->from || compared->last)
        before = millisecondsOf(*compared, session, query->asOf);
    const Result<FunnelAnswer> answer = session.wait(session.workspace().reports().funnel(*query, *filter, session.past(), before));
    if (!answer)
        return answer.error();
    showFunnel(session, *answer);
    return ExitCode::Done;
}

/// What the options say of a report beside the funnel, as far as no workspace is needed for it.
Result<ReportQuery> queryTyped(const Named &named, const Arguments &arguments)
{
    ReportQuery query;
    query.kind = named.kind;
    query.basis = named.basis;
    if (const auto basis = arguments.value(QLatin1String("basis"))) {
        if (*basis != u"cohort" && *basis != u"events")
            return noneOf(QStringLiteral("--basis"), *basis, {QStringLiteral("cohort"), QStringLiteral("events")});
        query.basis = *basis == u"cohort" ? ReportQuery::Basis::Entered : ReportQuery::Basis::Happened;
    }
    if (const auto goal = arguments.value(QLatin1String("goal"))) {
        if (*goal != u"customer" && *goal != u"qualified")
            return noneOf(QStringLiteral("--goal"), *goal, {QStringLiteral("customer"), QStringLiteral("qualified")});
        query.goal = *goal == u"qualified" ? ReportQuery::Goal::Qualified : ReportQuery::Goal::Customer;
    }
    if (const auto credit = arguments.value(QLatin1String("credit"))) {
        if (*credit != u"first" && *credit != u"last" && *credit != u"every")
            return noneOf(QStringLiteral("--credit"), *credit, {QStringLiteral("first"), QStringLiteral("last"), QStringLiteral("every")});
        query.credit = *credit == u"first" ? ReportQuery::Credit::First
            : *credit == u"last"           ? ReportQuery::Credit::Last
                                           : ReportQuery::Credit::Every;
    }
    query.channels = arguments.has(QLatin1String("channels"));
    return query;
}

Result<ExitCode> runNamed(Session &session, const Named &named, const Arguments &arguments)
{
    Result<ReportQuery> query = queryTyped(named, arguments);
    if (!query)
        return query.error();
    const Result<Period> period = periodTyped(arguments, "from", "to");
    if (!period)
        return period.error();
    const Result<Period> compared = periodTyped(arguments, "compare-from", "compare-to");
    if (!compared)
        return compared.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<Filter> filter = filterGiven(session, arguments);
    if (!filter)
        return filter.error();
    const auto asked = arguments.value(QLatin1String("by"));
    const bool forecast = named.kind == ReportKind::Forecast;
    if (asked && !forecast && !canBeSplit(named.kind))
        return usage(QStringLiteral("--by"), Words::tr("This report cannot be split."));
    if (asked && forecast && *asked != fieldKey(LeadField::Owner))
        return noneOf(QStringLiteral("--by"), *asked, {fieldKey(LeadField::Owner)});
    const Result<std::optional<FieldId>> by = splitTyped(session, arguments);
    if (!by)
        return by.error();
    if (*by && !canBeSplit(named.kind, **by))
        return usage(QStringLiteral("--by"), Words::tr("The rows of this report are that already; take another field."));
    query->by = *by;
    query->asOf = session.now();
    const ComparedPeriod span = millisecondsOf(*period, session, query->asOf);
    query->from = span.from;
    query->until = span.until;
    std::optional<ComparedPeriod> before;
    if (compared->from || compared->last)
        before = millisecondsOf(*compared, session, query->asOf);
    const auto progress = std::make_shared<Progress>();
    const Result<ReportAnswer> answer = session.wait(
        session.workspace().reports().report(*query, *filter, before, progress, session.past()), progress, Words::tr("Counting"));
    if (!answer)
        return answer.error();
    showFigures(session, QString::fromUtf16(named.name), *answer);
    return ExitCode::Done;
}

Result<ExitCode> runAll(Session &session, const Arguments &arguments)
{
    const auto folder = arguments.value(QLatin1String("output"));
    if (!folder)
        return usage(QStringLiteral("all"), Words::tr("Name the folder that the reports go to, as in “report all -o FOLDER”."));
    const Result<Period> period = periodTyped(arguments, "from", "to");
    if (!period)
        return period.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<Filter> filter = filterGiven(session, arguments);
    if (!filter)
        return filter.error();
    const Result<QStringList> files = writeAllReports(session, *folder, millisecondsOf(*period, session, session.now()), *filter);
    if (!files)
        return files.error();
    if (session.output().wantsJson())
        session.output().document({{QStringLiteral("folder"), *folder}, {QStringLiteral("files"), QJsonArray::fromStringList(*files)}});
    else
        session.output().text(Words::tr("%1 files in %2.").arg(QString::number(files->size()), *folder));
    return ExitCode::Done;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const QString name = arguments.at(0);
    if (name == u"all")
        return runAll(session, arguments);
    if (name == u"funnel")
        return runFunnel(session, arguments);
    const auto named = std::find_if(reports.begin(), reports.end(), [&](const Named &report) { return name == report.name; });
    if (named == reports.end())
        return usage(name, Words::tr("There is no such report; there are %1.").arg(reportNames().join(QStringLiteral(", "))));
    return runNamed(session, *named, arguments);
}

} // namespace

Command reportCommand()
{
    return {
        "report",
        "funnel|people|sources|campaigns|insights|conversion|stages|velocity|reasons|response|trend|forecast|grades|prediction|traits|"
        "moves|all",
        QT_TRANSLATE_NOOP("kindling", "Show a report: how far leads get, where they are lost, who wins, how long it takes"),
        QT_TRANSLATE_NOOP(
            "kindling",
            "Shows a report with its numbers, rates and their 95 % intervals, what matters most in a sentence, and what was counted. "
            "funnel: how far leads come and where they are lost. people, sources, insights: what the leads of each owner, source or "
            "industry "
            "came to. campaigns: what each brought and cost. conversion: time until customer or qualified, with those who are still open "
            "counted rightly. stages: time in "
            "each stage. "
            "velocity: what the open leads bring in a month. reasons: why they were won and lost. response: time until our first "
            "answer, and "
            "its effect. trend: month by month. forecast: what the open leads will bring in six months, with a range, against the "
            "goals; --by owner for each person. grades: what kept forecasts were worth. prediction: how well wins are predicted. traits: "
            "what speaks for winning. moves: where "
            "everyone stood before and at the end of a period, and who moved. all: every report into a folder, as CSV and JSON, for a "
            "schedule."),
        {{"basis", "BASIS",
          QT_TRANSLATE_NOOP(
              "kindling",
              "cohort: the leads that came in during the period. events: what happened during it. snapshot (funnel only): where the "
              "open leads stand. Without it, what suits the report.")},
         {"from", "DATE",
          QT_TRANSLATE_NOOP("kindling", "First day of the period, or its month, quarter or year; without it, from the beginning.")},
         {"to", "DATE", QT_TRANSLATE_NOOP("kindling", "Last day of the period, or its month, quarter or year; without it, until now.")},
         {"compare-from", "DATE", QT_TRANSLATE_NOOP("kindling", "First day of another period to compare with.")},
         {"compare-to", "DATE", QT_TRANSLATE_NOOP("kindling", "Last day of the period to compare with.")},
         {"by", "FIELD",
          QT_TRANSLATE_NOOP("kindling",
                            "Split by owner, source, campaign, industry, region or any other choice; the funnel, stages, trend, reasons "
                            "and response tell of the five largest groups.")},
         {"goal", "GOAL", QT_TRANSLATE_NOOP("kindling", "For conversion: customer, as without it, or qualified.")},
         {"within", "DAYS", QT_TRANSLATE_NOOP("kindling", "For the funnel: count only what was reached so soon after coming in.")},
         {"order", "ORDER",
          QT_TRANSLATE_NOOP("kindling",
                            "For the funnel: may-skip, as without it, or must-pass, where a stage that was skipped was not reached.")},
         {"output", "FOLDER", QT_TRANSLATE_NOOP("kindling", "For all: where the files go; made when it is not there."), false, 'o'},
         {"credit", "TOUCH",
          QT_TRANSLATE_NOOP("kindling",
                            "For campaigns: first, as without it, counts a lead for the campaign it came in by, last for the last one "
                            "that reached it, every for each of them.")},
         {"channels", nullptr, QT_TRANSLATE_NOOP("kindling", "For sources: by the widest channel that they belong to.")},
         filterOption(),
         segmentOption()},
        {{"report funnel --from 2026-Q1 --to 2026-Q1", QT_TRANSLATE_NOOP("kindling", "The leads of the first quarter.")},
         {"report stages --by source", QT_TRANSLATE_NOOP("kindling", "How long the leads of each source stay in each stage.")},
         {"report people --from 2026", QT_TRANSLATE_NOOP("kindling", "Who won how much of what was decided this year.")},
         {"--as-of 2026-03-31 report funnel --basis snapshot", QT_TRANSLATE_NOOP("kindling", "Where everyone stood at the end of March.")},
         {"report moves --from 2026-03 --to 2026-03 --by temperature",
          QT_TRANSLATE_NOOP("kindling", "Who became warmer or colder in March.")},
         {"report all --from 2026 -o reports", QT_TRANSLATE_NOOP("kindling", "Every report of the year into a folder: for a cron job.")},
         {"report conversion --by campaign",
          QT_TRANSLATE_NOOP("kindling", "How long the leads of each campaign take to become customers.")}},
        1,
        1,
        run,
        true};
}

} // namespace kindling::cli
