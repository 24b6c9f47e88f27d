// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/figuresanswer.h"
#include "app/cli/funnelanswer.h"
#include "app/cli/spelling.h"
#include "app/cli/texttable.h"
#include "app/cli/verb.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"
#include "core/rules/reportcatalogue.h"
#include "core/workspace/dashboardquestion.h"
#include "core/workspace/viewservice.h"

namespace kindling::cli {

namespace {

Result<Dashboard> chartsOf(Session &session)
{
    return session.wait(session.workspace().views().dashboard());
}

QJsonObject chartJson(const DashboardChart &chart)
{
    return {{QStringLiteral("report"), chart.report},
            {QStringLiteral("period"), chart.period},
            {QStringLiteral("basis"), textJson(chart.basis)},
            {QStringLiteral("by"), textJson(chart.by)},
            {QStringLiteral("measure"), textJson(chart.measure)},
            {QStringLiteral("segment"), textJson(chart.segment)},
            {QStringLiteral("owner"), textJson(chart.owner)}};
}

Result<ExitCode> print(Session &session, const Dashboard &charts)
{
    if (session.output().wantsJson()) {
        QJsonArray all;
        for (const DashboardChart &chart : charts)
            all += chartJson(chart);
        session.output().document({{QStringLiteral("charts"), all}});
        return ExitCode::Done;
    }
    TextTable table({{Words::tr("Place"), true}, {Words::tr("Chart")}, {Words::tr("Of")}});
    for (size_t place = 0; place < charts.size(); ++place) {
        const Result<DashboardQuestion> question = questionOf(charts[place], session.vocabulary(), session.now(), session.zone());
        table.add({QString::number(place + 1), question ? question->title : charts[place].report,
                   question ? question->inWords() : Words::tr("cannot be made any more")});
    }
    session.output().text(charts.empty() ? Words::tr("The dashboard is empty; “dashboard add REPORT” puts a chart on it.")
                                         : table.text(Output::width()));
    return ExitCode::Done;
}

Result<ExitCode> save(Session &session, const Dashboard &charts)
{
    if (session.past())
        return usage(QStringLiteral("--as-of"), Words::tr("A past day can be looked at, not changed."));
    const Result<Written> written = session.wait(session.workspace().views().saveDashboard(charts));
    return written ? print(session, charts) : Result<ExitCode>(written.error());
}

Result<size_t> placeTyped(const QString &text, const Dashboard &charts)
{
    bool ok = false;
    const qlonglong place = text.toLongLong(&ok);
    if (!ok || place < 1 || place > qlonglong(charts.size()))
        return usage(text, Words::tr("Name a chart by its place, 1 to %1; “dashboard list” shows them.").arg(charts.size()));
    return size_t(place - 1);
}

Result<ExitCode> list(Session &session, const Arguments &)
{
    const Result<Dashboard> charts = chartsOf(session);
    return charts ? print(session, *charts) : Result<ExitCode>(charts.error());
}

/// The figures of one chart after the other.
Result<ExitCode> show(Session &session, const Arguments &arguments)
{
    const Result<Dashboard> charts = chartsOf(session);
    if (!charts)
        return charts.error();
    const Result<size_t> place = placeTyped(arguments.at(1), *charts);
    if (!place)
        return place.error();
    const Result<DashboardQuestion> question = questionOf((*charts)[*place], session.vocabulary(), session.now(), session.zone());
    if (!question)
        return question.error();
    if (question->isFunnel) {
        const Result<FunnelAnswer> answer =
            session.wait(session.workspace().reports().funnel(question->funnel, question->filter, session.past()));
        if (!answer)
            return answer.error();
        showFunnel(session, *answer);
        return ExitCode::Done;
    }
    const Result<ReportAnswer> answer =
        session.wait(session.workspace().reports().report(question->report, question->filter, {}, {}, session.past()));
    if (!answer)
        return answer.error();
    showFigures(session, (*charts)[*place].report, *answer);
    return ExitCode::Done;
}

Result<ExitCode> add(Session &session, const Arguments &arguments)
{
    Result<Dashboard> charts = chartsOf(session);
    if (!charts)
        return charts.error();
    DashboardChart chart;
    chart.report = arguments.at(1);
    QStringList names{QStringLiteral("funnel")};
    for (const ReportEntry &entry : reportCatalogue())
        names += entry.name();
    if (!names.contains(chart.report))
        return noneOf(QStringLiteral("dashboard add"), chart.report, names);
    static constexpr std::pair<const char *, QString DashboardChart::*> options[] = {
        {"period", &DashboardChart::period},   {"basis", &DashboardChart::basis},     {"by", &DashboardChart::by},
        {"measure", &DashboardChart::measure}, {"segment", &DashboardChart::segment}, {"owner", &DashboardChart::owner}};
    for (const auto &[name, member] : options)
        chart.*member = arguments.value(QLatin1String(name)).value_or(chart.*member);
    if (const auto question = questionOf(chart, session.vocabulary(), session.now(), session.zone()); !question)
        return question.error();
    charts->push_back(std::move(chart));
    return save(session, *charts);
}

Result<ExitCode> remove(Session &session, const Arguments &arguments)
{
    Result<Dashboard> charts = chartsOf(session);
    if (!charts)
        return charts.error();
    const Result<size_t> place = placeTyped(arguments.at(1), *charts);
    if (!place)
        return place.error();
    charts->erase(charts->begin() + std::ptrdiff_t(*place));
    return save(session, *charts);
}

Result<ExitCode> move(Session &session, const Arguments &arguments)
{
    Result<Dashboard> charts = chartsOf(session);
    if (!charts)
        return charts.error();
    const Result<size_t> from = placeTyped(arguments.at(1), *charts);
    const Result<size_t> to = placeTyped(arguments.at(2), *charts);
    if (!from || !to)
        return from ? to.error() : from.error();
    const DashboardChart chart = (*charts)[*from];
    charts->erase(charts->begin() + std::ptrdiff_t(*from));
    charts->insert(charts->begin() + std::ptrdiff_t(*to), chart);
    return save(session, *charts);
}

/// The name of the firm on printed reports: asked, or set.
Result<ExitCode> firm(Session &session, const Arguments &arguments)
{
    const QString name = arguments.positional().mid(1).join(u' ');
    if (arguments.positional().size() > 1) {
        if (session.past())
            return usage(QStringLiteral("--as-of"), Words::tr("A past day can be looked at, not changed."));
        if (const auto saved = session.wait(session.workspace().views().saveFirm(name)); !saved)
            return saved.error();
    }
    const Result<QString> now = session.wait(session.workspace().views().firm());
    if (!now)
        return now.error();
    if (session.output().wantsJson())
        session.output().document({{QStringLiteral("firm"), textJson(*now)}});
    else
        session.output().text(now->isEmpty() ? Words::tr("No name of a firm is set; “dashboard firm NAME” does it.") : *now);
    return ExitCode::Done;
}

Result<ExitCode> reset(Session &session, const Arguments &)
{
    return save(session, usualDashboard());
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    static constexpr const char *placeIt = QT_TRANSLATE_NOOP("kindling", "Name the chart by its place.");
    static const Verb verbs[] = {{"list", 1, list, nullptr},
                                 {"show", 2, show, placeIt},
                                 {"add", 2, add, QT_TRANSLATE_NOOP("kindling", "Name the report.")},
                                 {"move", 3, move, QT_TRANSLATE_NOOP("kindling", "Name the chart by its place, and the place to put it.")},
                                 {"remove", 2, remove, placeIt},
                                 {"reset", 1, reset, nullptr},
                                 {"firm", 1, firm, nullptr}};
    return runVerb(QStringLiteral("dashboard"), verbs, session, arguments);
}

} // namespace

Command dashboardCommand()
{
    return {
        "dashboard",
        "list|show|add|move|remove|reset|firm [PLACE|REPORT|NAME] [PLACE]",
        QT_TRANSLATE_NOOP("kindling", "Choose the charts of the dashboard, and show their figures"),
        QT_TRANSLATE_NOOP(
            "kindling",
            "The dashboard is the owner's page of chosen charts. Each keeps its period, split, segment and owner. “show” prints "
            "the figures of one; “reset” brings the usual charts back; “firm” sets the name that stands on printed reports, which "
            "“kindling --print-report FILE.pdf” makes of these charts. Every change undoes."),
        {{"period", "PERIOD",
          QT_TRANSLATE_NOOP("kindling",
                            "allTime, thisYear, lastYear, last12Months, thisQuarter, lastQuarter, last30Days, or 2026-01-01..2026-03-31.")},
         {"basis", "BASIS", QT_TRANSLATE_NOOP("kindling", "cohort, events, or for the funnel snapshot.")},
         {"by", "FIELD", QT_TRANSLATE_NOOP("kindling", "What the report is split by.")},
         {"measure", "KEY", QT_TRANSLATE_NOOP("kindling", "The figure that is drawn, by its key in the report's JSON.")},
         {"segment", "NAME", QT_TRANSLATE_NOOP("kindling", "Only the leads of this segment.")},
         {"owner", "NAME", QT_TRANSLATE_NOOP("kindling", "Only the leads of this owner.")}},
        {{"dashboard add people --by source --period thisYear",
          QT_TRANSLATE_NOOP("kindling", "What came of the leads of each source this year.")},
         {"--json dashboard show 1", QT_TRANSLATE_NOOP("kindling", "The figures of the first chart.")}},
        0,
        -1,
        run,
        true};
}

} // namespace kindling::cli
