// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reportparts.h"

#include "core/base/translations.h"
#include "core/base/walltime.h"

#include <QLocale>

#include <cmath>

namespace kindling {

namespace {

enum Column : size_t { Expected, Came, Within, Plain, Count };

/// What came, of the leads that were there when the forecast was made, between its making (or the beginning of the month) and the end.
struct Outturn
{
    qint64 minor = 0;
    std::vector<quint32> leads;
};

Outturn outturnOf(const ReportInput &input, const KeptForecast &kept, UtcMs from, UtcMs until)
{
    Outturn outturn;
    for (const quint32 lead : input.chosen) {
        const FunnelLead &facts = input.leads[lead];
        const bool won = facts.outcome == Outcome::Won && facts.outcomeSince >= from && facts.outcomeSince < until;
        if (!won || facts.created > kept.at || facts.outcomeSince <= kept.at || facts.valueMinor <= 0)
            continue;
        const Money value = input.exchange->exchanged({facts.valueMinor, input.currencies[facts.currency]}, facts.outcomeSince);
        if (value.currency != kept.currency)
            continue;
        outturn.minor += value.minor;
        outturn.leads.push_back(lead);
    }
    return outturn;
}

FigureValue moneyOf(qint64 minor, const QString &currency)
{
    MoneySum sum;
    sum.add({minor, currency});
    return sum;
}

QString nameOf(const KeptForecast &kept, const QDate &month, const QTimeZone &zone)
{
    const QLocale locale;
    const QDate made = dayOf(kept.at, zone);
    return sentence(QT_TRANSLATE_NOOP("kindling", "%1, made on %2"))
        .arg(locale.toString(month, QStringLiteral("MMM yyyy")), locale.toString(made, QLocale::ShortFormat));
}

} // namespace

Figures gradesReport(const ReportInput &input, const ReportQuery &query)
{
    Figures figures;
    figures.title = sentence(QT_TRANSLATE_NOOP("kindling", "Past forecasts"));
    figures.rowLabel = sentence(QT_TRANSLATE_NOOP("kindling", "Forecast"));
    figures.columns = {{QStringLiteral("expected"), sentence(QT_TRANSLATE_NOOP("kindling", "Expected"))},
                       {QStringLiteral("came"), sentence(QT_TRANSLATE_NOOP("kindling", "Came"))},
                       {QStringLiteral("within"), sentence(QT_TRANSLATE_NOOP("kindling", "Within its range"))},
                       {QStringLiteral("plain"), sentence(QT_TRANSLATE_NOOP("kindling", "Plain sum"))}};
    figures.drawn = Expected;
    figures.marked = Came;
    qint64 graded = 0;
    qint64 within = 0;
    qint64 waiting = 0;
    for (const KeptForecast &kept : input.kept) {
        for (const ForecastMonth &month : kept.months) {
            const UtcMs from = month.month.startOfDay(input.zone).toMSecsSinceEpoch();
            const UtcMs until = month.month.addMonths(1).startOfDay(input.zone).toMSecsSinceEpoch();
            if (until > query.asOf || kept.at > query.asOf) {
                ++waiting;
                continue;
            }
            const Outturn came = outturnOf(input, kept, from, until);
            const bool inside = came.minor >= month.low && came.minor <= month.high;
            ++graded;
            within += inside;
            FigureRow row;
            row.name = nameOf(kept, month.month, input.zone);
            row.figures = {MoneyRange{{month.expected, kept.currency}, month.low, month.high}, moneyOf(came.minor, kept.currency),
                           inside ? sentence(QT_TRANSLATE_NOOP("kindling", "Yes")) : sentence(QT_TRANSLATE_NOOP("kindling", "No")),
                           moneyOf(month.plain, kept.currency)};
            row.leads.assign(Column::Count, came.leads);
            figures.rows.push_back(std::move(row));
        }
    }
    const QLocale locale;
    if (graded > 0)
        figures.sentence =
            sentence(QT_TRANSLATE_NOOP("kindling", "%1 of %2 forecasts were within their range; eight of ten are meant to be."))
                .arg(locale.toString(within), locale.toString(graded));
    else
        figures.sentence = sentence(QT_TRANSLATE_NOOP("kindling", "No forecast is old enough to be graded."));
    if (waiting > 0)
        figures.notes +=
            sentence(QT_TRANSLATE_NOOP("kindling", "%1 forecasts are of months that have not ended yet.")).arg(locale.toString(waiting));
    figures.definition =
        sentence(QT_TRANSLATE_NOOP("kindling",
                                   "Each forecast as it was made, without what was won already. Came: the value of the leads that were "
                                   "there then and were won later, in that month. One forecast is kept each month, others when you ask."));
    return figures;
}

} // namespace kindling
