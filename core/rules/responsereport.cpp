// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reportparts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

constexpr qint64 minute = 60'000;
constexpr size_t lastMinute = 120 * 24 * 60; ///< later answers count as four months

enum Column : size_t { Leads, OfAll, Won, Lost, WinRate, Count };

struct Bucket
{
    qint64 upTo = 0; ///< minutes
    const char *name = nullptr;
};
constexpr std::array buckets{
    Bucket{5, QT_TRANSLATE_NOOP("kindling", "Within 5 minutes")},    Bucket{60, QT_TRANSLATE_NOOP("kindling", "Within an hour")},
    Bucket{4 * 60, QT_TRANSLATE_NOOP("kindling", "Within 4 hours")}, Bucket{24 * 60, QT_TRANSLATE_NOOP("kindling", "Within a day")},
    Bucket{72 * 60, QT_TRANSLATE_NOOP("kindling", "Within 3 days")}, Bucket{7 * 24 * 60, QT_TRANSLATE_NOOP("kindling", "Within a week")},
    Bucket{1LL << 50, QT_TRANSLATE_NOOP("kindling", "Later")},       Bucket{0, QT_TRANSLATE_NOOP("kindling", "Not yet")}};

struct Answered
{
    std::vector<quint32> leads, won, lost;
};

size_t bucketOf(std::optional<qint64> minutes)
{
    if (!minutes)
        return buckets.size() - 1;
    return size_t(std::find_if(buckets.begin(), buckets.end(), [&](const Bucket &bucket) { return *minutes < bucket.upTo; })
                  - buckets.begin());
}

FigureRow rowOf(const QString &name, const Answered &answered, qint64 all)
{
    FigureRow row;
    row.name = name;
    const auto won = qint64(answered.won.size());
    const auto lost = qint64(answered.lost.size());
    row.figures = {FigureValue(qint64(answered.leads.size())), FigureValue(Rate::of(qint64(answered.leads.size()), all)), FigureValue(won),
                   FigureValue(lost), FigureValue(Rate::of(won, won + lost))};
    std::vector<quint32> decided = answered.won;
    append(decided, answered.lost);
    const FigureLeads leads(answered.leads);
    row.leads = {leads, leads, answered.won, answered.lost, std::move(decided)};
    return row;
}

QString sentenceOf(const SurvivalCurve &curve)
{
    const std::optional<double> median = curve.timeOfShare(0.5);
    const std::optional<double> p90 = curve.timeOfShare(0.9);
    const QLocale locale;
    if (!median)
        return curve.n > 0 ? QCoreApplication::translate("kindling", "More than half of the leads have not been answered.") : QString();
    if (!p90)
        return QCoreApplication::translate("kindling", "Half of the leads are answered within %1.").arg(spanText(*median, locale));
    return QCoreApplication::translate("kindling", "Half of the leads are answered within %1, nine of ten within %2.")
        .arg(spanText(*median, locale), spanText(*p90, locale));
}

} // namespace

Figures responseReport(const ReportInput &input, const ReportQuery &query)
{
    std::array<Answered, buckets.size()> answered;
    Answered all;
    std::vector<SurvivalTally> tallies(lastMinute + 1);
    for (size_t i = 0; i < tallies.size(); ++i)
        tallies[i].time = double(i) / (24 * 60);
    for (const quint32 lead : input.chosen) {
        const FunnelLead &facts = input.leads[lead];
        if (!inPeriod(facts.created, query))
            continue;
        const UtcMs touch = input.touched.empty() ? 0 : input.touched[lead];
        const bool isAnswered = touch != 0 && touch <= query.asOf;
        const qint64 minutes = ((isAnswered ? touch : query.asOf) - facts.created) / minute;
        SurvivalTally &tally = tallies[size_t(std::clamp<qint64>(minutes, 0, lastMinute))];
        (isAnswered ? tally.events : tally.censored) += 1;
        const Outcome outcome = outcomeAt(facts, query.asOf);
        for (Answered *into : {&answered[bucketOf(isAnswered ? std::optional(minutes) : std::nullopt)], &all}) {
            into->leads.push_back(lead);
            if (outcome == Outcome::Won)
                into->won.push_back(lead);
            if (outcome == Outcome::Lost)
                into->lost.push_back(lead);
        }
    }
    Figures figures;
    const auto tr = [](const char *text) { return QCoreApplication::translate("kindling", text); };
    figures.title = tr(QT_TRANSLATE_NOOP("kindling", "Answer time"));
    figures.rowLabel = tr(QT_TRANSLATE_NOOP("kindling", "First answer"));
    figures.columns = {{QStringLiteral("leads"), tr(QT_TRANSLATE_NOOP("kindling", "Leads"))},
                       {QStringLiteral("ofAll"), tr(QT_TRANSLATE_NOOP("kindling", "Share of all"))},
                       {QStringLiteral("won"), tr(QT_TRANSLATE_NOOP("kindling", "Won"))},
                       {QStringLiteral("lost"), tr(QT_TRANSLATE_NOOP("kindling", "Lost"))},
                       {QStringLiteral("winRate"), tr(QT_TRANSLATE_NOOP("kindling", "Won of decided"))}};
    figures.drawn = WinRate;
    const auto count = qint64(all.leads.size());
    for (size_t i = 0; i < buckets.size(); ++i)
        figures.rows.push_back(rowOf(tr(buckets[i].name), answered[i], count));
    figures.total = rowOf(QCoreApplication::translate("kindling", "All"), all, count);
    figures.sentence = sentenceOf(survivalCurve(tallies));
    figures.definition = tr(QT_TRANSLATE_NOOP("kindling",
                                              "From coming in to our first call, email, meeting or message, by the clock, nights and "
                                              "weekends included, of the leads that came in during the "
                                              "period; each row is what the rows above it left. What was answered sooner may also have "
                                              "been better: the difference is not proof of a cause. "
                                              "Intervals are Wilson's at 95 %."));
    return figures;
}

} // namespace kindling
