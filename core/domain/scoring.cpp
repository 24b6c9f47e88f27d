// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/scoring.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kindling {

namespace {

struct DefaultRule
{
    ScoreHalf half;
    const char *text;
    int points;
    int cap;
    int halfLifeDays;
};

// What a small business can say of its leads on the first day: whether they can be reached, who decides, what they are worth; and what
// somebody does who means to buy. The team adds its own industries and regions.
constexpr DefaultRule defaults[] = {
    {ScoreHalf::Fit, "email:any", 10, 0, 0},
    {ScoreHalf::Fit, "phone:any", 10, 0, 0},
    {ScoreHalf::Fit, "company:any", 10, 0, 0},
    {ScoreHalf::Fit, "jobTitle~owner,founder,partner,director,head,chief,ceo,president", 20, 0, 0},
    {ScoreHalf::Fit, "value>0", 10, 0, 0},
    {ScoreHalf::Fit, "budget:yes,partly", 15, 0, 0},
    {ScoreHalf::Fit, "authority:yes,partly", 10, 0, 0},
    {ScoreHalf::Fit, "need:yes", 15, 0, 0},
    {ScoreHalf::Fit, "budget:no", -20, 0, 0},
    {ScoreHalf::Fit, "need:no", -30, 0, 0},
    {ScoreHalf::Engagement, "activity:priceEnquiry", 35, 50, 30},
    {ScoreHalf::Engagement, "activity:demoRequest", 40, 60, 30},
    {ScoreHalf::Engagement, "activity:trialUse", 25, 50, 14},
    {ScoreHalf::Engagement, "activity:meeting", 30, 60, 30},
    {ScoreHalf::Engagement, "activity:call/connected", 20, 40, 30},
    {ScoreHalf::Engagement, "activity:call/meetingBooked", 30, 40, 30},
    {ScoreHalf::Engagement, "activity:email/in", 15, 30, 21},
    {ScoreHalf::Engagement, "activity:formSubmission", 20, 30, 30},
    {ScoreHalf::Engagement, "activity:webinar", 15, 30, 30},
    {ScoreHalf::Engagement, "activity:download", 10, 20, 30},
    {ScoreHalf::Engagement, "activity:websiteVisit", 3, 15, 14},
    {ScoreHalf::Engagement, "activity:purchase", 40, 60, 90},
    {ScoreHalf::Engagement, "activity:call/notInterested", -40, 60, 120},
    {ScoreHalf::Engagement, "activity:call/noAnswer>=3@30d", -10, 0, 0},
};

ScoreRule ruleOf(const QJsonValue &json)
{
    ScoreRule rule;
    rule.half = json[QStringLiteral("half")].toString() == keyOf(ScoreHalf::Engagement) ? ScoreHalf::Engagement : ScoreHalf::Fit;
    rule.text = json[QStringLiteral("rule")].toString();
    rule.points = std::clamp(json[QStringLiteral("points")].toInt(), -ScoreRule::mostPoints, ScoreRule::mostPoints);
    rule.cap = std::clamp(json[QStringLiteral("cap")].toInt(), 0, ScoreRule::mostPoints);
    rule.halfLifeDays = std::clamp(json[QStringLiteral("halfLife")].toInt(), 0, ScoreRule::longestHalfLife);
    return rule;
}

} // namespace

Temperature ScoringRules::suggestion(int score) const
{
    return score >= hotFrom ? Temperature::Hot : score >= warmFrom ? Temperature::Warm : Temperature::Cold;
}

ScoringRules defaultScoring()
{
    ScoringRules scoring;
    for (const DefaultRule &rule : defaults)
        scoring.rules.push_back({rule.half, QLatin1String(rule.text), rule.points, rule.cap, rule.halfLifeDays});
    return scoring;
}

QString keyOf(ScoreHalf half)
{
    return half == ScoreHalf::Fit ? QStringLiteral("fit") : QStringLiteral("engagement");
}

QString labelOf(ScoreHalf half)
{
    return half == ScoreHalf::Fit ? QCoreApplication::translate("kindling", "Fit") : QCoreApplication::translate("kindling", "Engagement");
}

QString scoringText(const ScoringRules &scoring)
{
    QJsonArray rules;
    for (const ScoreRule &rule : scoring.rules) {
        rules += QJsonObject{{QStringLiteral("half"), keyOf(rule.half)},
                             {QStringLiteral("rule"), rule.text},
                             {QStringLiteral("points"), rule.points},
                             {QStringLiteral("cap"), rule.cap},
                             {QStringLiteral("halfLife"), rule.halfLifeDays}};
    }
    const QJsonObject all{
        {QStringLiteral("rules"), rules}, {QStringLiteral("warmFrom"), scoring.warmFrom}, {QStringLiteral("hotFrom"), scoring.hotFrom}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

ScoringRules scoringFromText(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    if (!json[QStringLiteral("rules")].isArray())
        return defaultScoring();
    ScoringRules scoring;
    const QJsonArray rules = json[QStringLiteral("rules")].toArray();
    for (const QJsonValue &value : rules) {
        ScoreRule rule = ruleOf(value);
        if (!rule.text.isEmpty() && rule.points != 0)
            scoring.rules.push_back(std::move(rule));
    }
    scoring.warmFrom = std::clamp(json[QStringLiteral("warmFrom")].toInt(30), 1, 99);
    scoring.hotFrom = std::clamp(json[QStringLiteral("hotFrom")].toInt(60), scoring.warmFrom + 1, 100);
    return scoring;
}

} // namespace kindling
