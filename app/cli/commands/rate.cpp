// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/texttable.h"
#include "app/cli/typedvalues.h"
#include "app/cli/verb.h"
#include "core/base/walltime.h"
#include "core/exchange/recordjson.h"
#include "core/workspace/campaignservice.h"

#include <QLocale>

namespace kindling::cli {

namespace {

QJsonObject rateJson(const ExchangeRate &rate)
{
    return {{QStringLiteral("id"), rate.id.toString()},
            {QStringLiteral("currency"), rate.currency},
            {QStringLiteral("in"), rate.in},
            {QStringLiteral("date"), rate.day.toString(Qt::ISODate)},
            {QStringLiteral("rate"), rate.rate.text()}};
}

Result<ExitCode> list(Session &session, const Arguments &)
{
    const Result<Marketing> marketing = session.wait(session.workspace().campaigns().marketing());
    if (!marketing)
        return marketing.error();
    if (session.output().wantsJson()) {
        QJsonArray rates;
        for (const ExchangeRate &rate : marketing->rates)
            rates += rateJson(rate);
        session.output().document({{QStringLiteral("rates"), rates}});
        return ExitCode::Done;
    }
    if (marketing->rates.empty()) {
        session.output().text(Words::tr("There are no rates: amounts of different currencies are never added up."));
        return ExitCode::Done;
    }
    const QLocale locale;
    TextTable table({{Words::tr("From")}, {Words::tr("One")}, {Words::tr("Is"), true}, {Words::tr("In")}});
    for (const ExchangeRate &rate : marketing->rates)
        table.add({locale.toString(rate.day, QLocale::ShortFormat), rate.currency, rate.rate.display(locale), rate.in});
    session.output().text(table.text(Output::width()));
    return ExitCode::Done;
}

/// rate add USD 0.92 [--in EUR] [--date D]
Result<ExitCode> add(Session &session, const Arguments &arguments)
{
    ExchangeRate rate;
    rate.currency = arguments.at(1).toUpper();
    rate.in = arguments.value(QLatin1String("in")).value_or(session.vocabulary().currency).toUpper();
    if (rate.currency == rate.in)
        return usage(QStringLiteral("rate"), Words::tr("%1 needs no rate: it is what amounts are counted in.").arg(rate.in));
    const Result<Decimal> value = Decimal::parse(arguments.at(2));
    if (!value)
        return value.error();
    rate.rate = *value;
    rate.day = dayOf(session.now(), session.zone());
    if (const auto text = arguments.value(QLatin1String("date"))) {
        const Result<DayRange> days = daysTyped(QStringLiteral("--date"), *text);
        if (!days)
            return days.error();
        rate.day = days->first;
    }
    const Result<Written> written = session.wait(session.workspace().campaigns().setRate(rate));
    return written ? list(session, arguments) : Result<ExitCode>(written.error());
}

Result<ExitCode> remove(Session &session, const Arguments &arguments)
{
    const Result<Marketing> marketing = session.wait(session.workspace().campaigns().marketing());
    if (!marketing)
        return marketing.error();
    const Result<DayRange> days = daysTyped(Words::tr("day"), arguments.at(2));
    if (!days)
        return days.error();
    for (const ExchangeRate &rate : marketing->rates) {
        if (rate.currency != arguments.at(1).toUpper() || rate.day != days->first)
            continue;
        const Result<Written> written = session.wait(session.workspace().campaigns().removeRate(rate.id));
        return written ? list(session, arguments) : Result<ExitCode>(written.error());
    }
    return Error{ErrorCode::NotFound, arguments.at(1), Words::tr("rate of that day for")};
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    static const Verb verbs[] = {{"list", 1, list, nullptr},
                                 {"add", 3, add, QT_TRANSLATE_NOOP("kindling", "Name the currency and its rate.")},
                                 {"remove", 3, remove, QT_TRANSLATE_NOOP("kindling", "Name the currency and the day of its rate.")}};
    return runVerb(QStringLiteral("rate"), verbs, session, arguments);
}

} // namespace

Command rateCommand()
{
    return {
        "rate",
        "list|add|remove [CURRENCY] [RATE|DATE]",
        QT_TRANSLATE_NOOP("kindling", "Say what a currency is worth, from a day on"),
        QT_TRANSLATE_NOOP("kindling",
                          "Amounts of different currencies are added up only at rates that you enter. A rate holds from its day until the "
                          "next one; before the first, the first holds."),
        {{"in", "CURRENCY", QT_TRANSLATE_NOOP("kindling", "The currency that the rate is in; that of the workspace without it.")},
         {"date", "DATE", QT_TRANSLATE_NOOP("kindling", "From which day on; today without it.")}},
        {{"rate add USD 0.92 --date 2026-01-01", QT_TRANSLATE_NOOP("kindling", "One dollar is 0.92 euros since New Year.")}},
        0,
        3,
        run};
}

} // namespace kindling::cli
