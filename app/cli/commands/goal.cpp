// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/spelling.h"
#include "app/cli/texttable.h"
#include "app/cli/typedvalues.h"
#include "app/cli/verb.h"
#include "core/base/walltime.h"
#include "core/exchange/recordjson.h"
#include "core/workspace/forecastservice.h"

#include <QLocale>

namespace kindling::cli {

namespace {

QJsonObject goalJson(const SalesGoal &goal)
{
    return {{QStringLiteral("id"), goal.id.toString()},
            {QStringLiteral("member"), textJson(goal.member)},
            {QStringLiteral("month"), goal.month.toString(QStringLiteral("yyyy-MM"))},
            {QStringLiteral("amount"), moneyJson(goal.amount)}};
}

Result<ExitCode> list(Session &session, const Arguments &)
{
    const Result<std::vector<SalesGoal>> goals = session.wait(session.workspace().forecasts().goals());
    if (!goals)
        return goals.error();
    if (session.output().wantsJson()) {
        QJsonArray all;
        for (const SalesGoal &goal : *goals)
            all += goalJson(goal);
        session.output().document({{QStringLiteral("goals"), all}});
        return ExitCode::Done;
    }
    if (goals->empty()) {
        session.output().text(Words::tr("There are no goals yet; “goal set MONTH AMOUNT --for NAME” sets one."));
        return ExitCode::Done;
    }
    const QLocale locale;
    TextTable table({{Words::tr("Month")}, {Words::tr("Who")}, {Words::tr("Goal"), true}});
    for (const SalesGoal &goal : *goals)
        table.add({locale.toString(goal.month, QStringLiteral("MMM yyyy")), goal.member.isEmpty() ? Words::tr("the team") : goal.member,
                   goal.amount.display(locale)});
    session.output().text(table.text(Output::width()));
    return ExitCode::Done;
}

/// goal set MONTH AMOUNT: for each month of a quarter or year the same.
Result<ExitCode> write(Session &session, const Arguments &arguments, const std::optional<Money> &amount)
{
    const Result<DayRange> days = daysTyped(Words::tr("month"), arguments.at(1));
    if (!days)
        return days.error();
    const QString member = arguments.value(QLatin1String("for")).value_or(QString());
    for (QDate month(days->first.year(), days->first.month(), 1); month <= days->last; month = month.addMonths(1)) {
        const Result<Written> written = session.wait(session.workspace().forecasts().setGoal(member, month, amount));
        if (!written)
            return written.error();
    }
    return list(session, arguments);
}

Result<ExitCode> set(Session &session, const Arguments &arguments)
{
    const std::vector<QString> &team = session.vocabulary().members;
    const QStringList members(team.begin(), team.end());
    if (const auto member = arguments.value(QLatin1String("for")); member && !members.contains(*member, Qt::CaseInsensitive))
        return noneOf(QStringLiteral("--for"), *member, members);
    const Result<Money> amount = Money::parse(arguments.at(2), session.vocabulary().currency);
    return amount ? write(session, arguments, *amount) : Result<ExitCode>(amount.error());
}

Result<ExitCode> remove(Session &session, const Arguments &arguments)
{
    return write(session, arguments, std::nullopt);
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    static const Verb verbs[] = {{"list", 1, list, nullptr},
                                 {"set", 3, set, QT_TRANSLATE_NOOP("kindling", "Name the month and the amount.")},
                                 {"remove", 2, remove, QT_TRANSLATE_NOOP("kindling", "Name the month.")}};
    return runVerb(QStringLiteral("goal"), verbs, session, arguments);
}

Result<ExitCode> keep(Session &session, const Arguments &)
{
    const Result<Written> written = session.wait(session.workspace().forecasts().keep());
    if (!written)
        return written.error();
    if (session.output().wantsJson())
        session.output().document({{QStringLiteral("id"), idJson(written->change)}});
    else
        session.output().text(Words::tr("Kept. “report grades” says later what it was worth."));
    return ExitCode::Done;
}

Result<ExitCode> listKept(Session &session, const Arguments &)
{
    const Result<std::vector<KeptForecast>> kept = session.wait(session.workspace().forecasts().kept());
    if (!kept)
        return kept.error();
    QJsonArray forecasts;
    TextTable table({{Words::tr("Made")}, {Words::tr("For")}, {Words::tr("Expected"), true}, {Words::tr("Plain sum"), true}});
    const QLocale locale;
    for (const KeptForecast &forecast : *kept) {
        QJsonArray months;
        const QString made = locale.toString(dayOf(forecast.at, session.zone()), QLocale::ShortFormat);
        const auto money = [&](qint64 minor) { return Money{minor, forecast.currency}; };
        for (const ForecastMonth &month : forecast.months) {
            months += QJsonObject{{QStringLiteral("month"), month.month.toString(QStringLiteral("yyyy-MM"))},
                                  {QStringLiteral("expected"), moneyJson(money(month.expected))},
                                  {QStringLiteral("low"), moneyJson(money(month.low))},
                                  {QStringLiteral("high"), moneyJson(money(month.high))},
                                  {QStringLiteral("plain"), moneyJson(money(month.plain))}};
            table.add({made, locale.toString(month.month, QStringLiteral("MMM yyyy")), money(month.expected).display(locale),
                       money(month.plain).display(locale)});
        }
        forecasts += QJsonObject{{QStringLiteral("id"), forecast.id.toString()},
                                 {QStringLiteral("made"), timeJson(forecast.at, session.zone())},
                                 {QStringLiteral("months"), months}};
    }
    if (session.output().wantsJson())
        session.output().document({{QStringLiteral("forecasts"), forecasts}});
    else
        session.output().text(table.isEmpty() ? Words::tr("No forecast was kept yet; “forecast keep” keeps one.")
                                              : table.text(Output::width()));
    return ExitCode::Done;
}

Result<ExitCode> runForecast(Session &session, const Arguments &arguments)
{
    static const Verb verbs[] = {{"list", 1, listKept, nullptr}, {"keep", 1, keep, nullptr}};
    return runVerb(QStringLiteral("forecast"), verbs, session, arguments);
}

} // namespace

Command goalCommand()
{
    return {
        "goal",
        "list|set|remove [MONTH] [AMOUNT]",
        QT_TRANSLATE_NOOP("kindling", "Say what is to be won in a month, by a person or the team"),
        QT_TRANSLATE_NOOP("kindling",
                          "“report forecast” is held against these goals. MONTH may be a month, or a quarter or year, whose months all get "
                          "the amount. Without a goal of its own the team's is that of its members together."),
        {{"for", "NAME", QT_TRANSLATE_NOOP("kindling", "The member; the whole team without it.")}},
        {{"goal set 2026-Q1 12000 --for Ines", QT_TRANSLATE_NOOP("kindling", "Twelve thousand in each month of the first quarter.")}},
        0,
        3,
        run};
}

Command forecastCommand()
{
    return {
        "forecast",
        "list|keep",
        QT_TRANSLATE_NOOP("kindling", "Keep the forecast as it is now, to be graded later"),
        QT_TRANSLATE_NOOP("kindling",
                          "“report forecast” shows what the open leads should bring. keep: notes it as it is now. list: what was kept. The "
                          "window keeps one each month by itself. “report grades” compares what was kept with what came."),
        {},
        {{"forecast keep", QT_TRANSLATE_NOOP("kindling", "For a script that runs on the first of each month.")}},
        0,
        1,
        runForecast};
}

} // namespace kindling::cli
