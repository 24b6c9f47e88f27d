// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/funnelanswer.h"

#include "app/cli/figuresanswer.h"
#include "app/cli/ratejson.h"
#include "app/cli/textwidth.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace kindling::cli {

namespace {

constexpr int barWidth = 30;

/// A bar of a share of the full width, in eighths of a cell; something that is there is never invisible.
QString bar(qint64 part, qint64 whole)
{
    static constexpr std::array<char16_t, 8> eighths{u' ', u'▏', u'▎', u'▍', u'▌', u'▋', u'▊', u'▉'};
    if (part <= 0 || whole <= 0)
        return {};
    const auto units = std::max<qint64>(1, std::llround(8.0 * barWidth * double(part) / double(whole)));
    QString text(qsizetype(units / 8), u'█');
    if (units % 8 != 0)
        text += QChar(eighths[size_t(units % 8)]);
    return text;
}

QString percent(double share)
{
    return Words::tr("%1 %").arg(QLocale().toString(100 * share, 'f', share < 0.1 ? 1 : 0));
}

/// "36 % (32–41)"; empty when there was nothing to count.
QString rateText(const Rate &rate)
{
    const std::optional<double> share = rate.share();
    if (!share)
        return {};
    return percent(*share) + QStringLiteral(" (%1–%2)").arg(qRound(100 * rate.low)).arg(qRound(100 * rate.high));
}

QString stepText(const FunnelStep &step, qint64 widest, int nameWidth, const QString &currency)
{
    const QLocale locale;
    QString line = padded(singleLine(step.stage.name), nameWidth) + QStringLiteral("  ") + padded(bar(step.count, widest), barWidth)
        + padded(locale.toString(step.count), 11, true) + QStringLiteral("  ") + padded(rateText(step.ofPrevious), 16)
        + step.value.display(locale, currency);
    return line + u'\n';
}

QString outcomesText(const FunnelReport &report, const QString &currency)
{
    const QLocale locale;
    QString text = Words::tr("%1 leads: %2 open, %3 won (%4), %5 lost, %6 disqualified.")
                       .arg(locale.toString(report.total), locale.toString(report.open), locale.toString(report.won),
                            report.wonValue.display(locale, currency), locale.toString(report.lost), locale.toString(report.disqualified));
    if (report.winRate.n > 0)
        text += u' ' + Words::tr("Of the decided ones %1 were won.").arg(rateText(report.winRate));
    if (report.unripe > 0)
        text += u' ' + Words::tr("%1 are too young to be judged.").arg(locale.toString(report.unripe));
    return text + u'\n';
}

void showText(Session &session, const FunnelReport &report)
{
    qint64 widest = 0;
    int nameWidth = 0;
    for (const FunnelStep &step : report.steps) {
        widest = std::max(widest, step.count);
        nameWidth = std::max(nameWidth, displayWidth(step.stage.name));
    }
    const QString currency = session.vocabulary().currency;
    QString text;
    for (const FunnelStep &step : report.steps)
        text += stepText(step, widest, nameWidth, currency);
    text += u'\n' + outcomesText(report, currency);
    if (const QString leak = report.leakSentence(QLocale()); !leak.isEmpty())
        text += leak + u'\n';
    session.output().text(text + report.definition());
}

QString basisKey(FunnelQuery::Basis basis)
{
    switch (basis) {
    case FunnelQuery::Basis::Snapshot: return QStringLiteral("snapshot");
    case FunnelQuery::Basis::Events: return QStringLiteral("events");
    case FunnelQuery::Basis::Cohort: break;
    }
    return QStringLiteral("cohort");
}

QJsonObject stepJson(const FunnelStep &step, const QString &currency)
{
    return {{QStringLiteral("stage"), step.stage.name},
            {QStringLiteral("kind"), keyOf(step.stage.kind)},
            {QStringLiteral("count"), step.count},
            {QStringLiteral("value"), sumJson(step.value, currency)},
            {QStringLiteral("valueAll"), sumsJson(step.value)},
            {QStringLiteral("weighted"), sumJson(step.weighted, currency)},
            {QStringLiteral("weightedAll"), sumsJson(step.weighted)},
            {QStringLiteral("unripe"), step.unripe},
            {QStringLiteral("movedBack"), qint64(step.back.size())},
            {QStringLiteral("ofFirst"), rateJson(step.ofFirst)},
            {QStringLiteral("ofPrevious"), rateJson(step.ofPrevious)}};
}

QJsonObject reportJson(Session &session, const FunnelReport &report)
{
    const QString currency = session.vocabulary().currency;
    const bool snapshot = report.query.basis == FunnelQuery::Basis::Snapshot;
    QJsonArray steps;
    for (const FunnelStep &step : report.steps)
        steps += stepJson(step, currency);
    QJsonValue leak;
    if (report.leak)
        leak = QJsonObject{{QStringLiteral("stage"), report.steps[size_t(*report.leak)].stage.name},
                           {QStringLiteral("sentence"), report.leakSentence(QLocale())}};
    return {{QStringLiteral("report"), QStringLiteral("funnel")},
            {QStringLiteral("basis"), basisKey(report.query.basis)},
            {QStringLiteral("from"), snapshot ? QJsonValue() : timeJson(report.query.from, session.zone())},
            {QStringLiteral("until"), snapshot ? QJsonValue() : timeJson(report.query.until, session.zone())},
            {QStringLiteral("asOf"), timeJson(report.query.asOf, session.zone())},
            {QStringLiteral("definition"), report.definition()},
            {QStringLiteral("total"), report.total},
            {QStringLiteral("open"), report.open},
            {QStringLiteral("won"), report.won},
            {QStringLiteral("lost"), report.lost},
            {QStringLiteral("disqualified"), report.disqualified},
            {QStringLiteral("unripe"), report.unripe},
            {QStringLiteral("withinDays"), report.query.withinDays > 0 ? QJsonValue(report.query.withinDays) : QJsonValue()},
            {QStringLiteral("notYetWithin"), report.notYetWithin},
            {QStringLiteral("winRate"), rateJson(report.winRate)},
            {QStringLiteral("wonValue"), sumJson(report.wonValue, currency)},
            {QStringLiteral("wonValueAll"), sumsJson(report.wonValue)},
            {QStringLiteral("leak"), leak},
            {QStringLiteral("steps"), steps}};
}

} // namespace

QJsonObject funnelJson(Session &session, const FunnelAnswer &answer)
{
    const QString currency = session.vocabulary().currency;
    QJsonObject document = reportJson(session, answer.report);
    if (answer.before)
        document.insert(QStringLiteral("before"), reportJson(session, *answer.before));
    if (answer.split) // with what was before, if that was asked for, in each row
        document.insert(QStringLiteral("split"),
                        QJsonObject{{QStringLiteral("by"), answer.split->groupLabel},
                                    {QStringLiteral("notes"), QJsonArray::fromStringList(answer.split->notes)},
                                    {QStringLiteral("rows"), rowsJson(*answer.split, currency)}});
    return document;
}

void showFunnel(Session &session, const FunnelAnswer &answer)
{
    if (session.output().wantsJson()) {
        session.output().document(funnelJson(session, answer));
        return;
    }
    if (answer.split) { // with what was before in columns of its own
        session.output().text(figuresText(*answer.split));
        return;
    }
    showText(session, answer.report);
    if (!answer.before)
        return;
    session.output().text(u'\n' + Words::tr("Before, for comparison"));
    showText(session, *answer.before);
}

} // namespace kindling::cli
