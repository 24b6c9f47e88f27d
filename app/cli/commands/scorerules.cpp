// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/scoreparts.h"

#include "app/cli/leadlisting.h"
#include "app/cli/spelling.h"
#include "app/cli/texttable.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"
#include "core/workspace/scoreservice.h"

#include <QJsonArray>
#include <QLocale>

// The rules of the score: listed, changed, and what a change would do.

namespace kindling::cli {

namespace {

constexpr size_t namesShown = 5;

FilterContext contextOf(const Session &session)
{
    return {&session.vocabulary(), session.now(), session.zone()};
}

QJsonObject previewJson(const ScorePreview &preview)
{
    QJsonObject json{{QStringLiteral("leads"), preview.leads}, {QStringLiteral("moved"), preview.moved()}};
    for (const Temperature temperature : allOf<Temperature>()) {
        const size_t i = size_t(temperature);
        QJsonArray become;
        for (const LeadId id : preview.become[i]->ids)
            become += id.toString();
        json.insert(keyOf(temperature),
                    QJsonObject{{QStringLiteral("before"), preview.groups[i].before},
                                {QStringLiteral("after"), preview.groups[i].after},
                                {QStringLiteral("become"), become}});
    }
    return json;
}

Result<QString> namesOf(Session &session, const LeadList &list)
{
    const std::vector<LeadId> first(list.ids.begin(), list.ids.begin() + std::ptrdiff_t(std::min(namesShown, list.ids.size())));
    const Result<std::vector<Lead>> leads = session.wait(session.workspace().leads().rows(first));
    if (!leads)
        return leads.error();
    QStringList names;
    for (const Lead &lead : *leads)
        names += lead.displayName();
    if (list.ids.size() > namesShown)
        names += QStringLiteral("…");
    return names.join(QStringLiteral(", "));
}

Result<void> previewText(Session &session, const ScorePreview &preview)
{
    TextTable table({{Words::tr("Suggested")}, {Words::tr("Now"), true}, {Words::tr("Then"), true}, {Words::tr("Who comes there")}});
    for (const Temperature temperature : allOf<Temperature>()) {
        const size_t i = size_t(temperature);
        const Result<QString> names = namesOf(session, *preview.become[i]);
        if (!names)
            return names.error();
        table.add({labelOf(temperature), QString::number(preview.groups[i].before), QString::number(preview.groups[i].after), *names});
    }
    session.output().text(table.text(Output::width()));
    session.output().text(
        Words::tr("Of %1 open leads, %2 would be suggested another temperature.").arg(preview.leads).arg(preview.moved()));
    return {};
}

Result<ExitCode> showPreview(Session &session, const ScoringRules &scoring)
{
    const auto progress = std::make_shared<Progress>();
    const Result<ScorePreview> preview =
        session.wait(session.workspace().scores().preview(scoring, progress), progress, Words::tr("Scoring"));
    if (!preview)
        return preview.error();
    if (session.output().wantsJson()) {
        session.output().document(previewJson(*preview));
        return ExitCode::Done;
    }
    const Result<void> shown = previewText(session, *preview);
    return shown ? Result<ExitCode>(ExitCode::Done) : Result<ExitCode>(shown.error());
}

/// The options of a rule over what it has.
Result<ScoreRule> ruleWith(const Arguments &arguments, ScoreRule rule)
{
    if (const auto points = arguments.value(QLatin1String("points"))) {
        bool ok = false;
        rule.points = points->toInt(&ok);
        if (!ok)
            return usage(QStringLiteral("--points"), Words::tr("“%1” is no whole number.").arg(*points));
    }
    const Result<qint64> cap = arguments.number(QLatin1String("cap"), 0, rule.cap);
    if (!cap)
        return cap.error();
    const Result<qint64> halfLife = arguments.number(QLatin1String("half-life"), 0, rule.halfLifeDays);
    if (!halfLife)
        return halfLife.error();
    rule.cap = int(std::min<qint64>(*cap, 1'000'000));
    rule.halfLifeDays = int(std::min<qint64>(*halfLife, 1'000'000));
    rule.text = arguments.value(QLatin1String("rule")).value_or(rule.text);
    return rule;
}

Result<ScoreRule> newRule(const Arguments &arguments, qsizetype from)
{
    const QString half = arguments.at(from);
    if (half != keyOf(ScoreHalf::Fit) && half != keyOf(ScoreHalf::Engagement))
        return usage(half, Words::tr("Say fit or engagement, then the rule as a filter."));
    if (!arguments.has(QLatin1String("points")))
        return usage(QStringLiteral("--points"), Words::tr("Say how many points it gives, as in --points 20 or --points=-10."));
    ScoreRule rule;
    rule.half = half == keyOf(ScoreHalf::Fit) ? ScoreHalf::Fit : ScoreHalf::Engagement;
    rule.text = arguments.positional().mid(from + 1).join(u' ');
    return ruleWith(arguments, rule);
}

/// The number of a rule as `score rules` shows it, counted from 1.
Result<size_t> placeTyped(const ScoringRules &scoring, const QString &typed)
{
    bool ok = false;
    const int number = typed.toInt(&ok);
    if (!ok || number < 1 || size_t(number) > scoring.rules.size())
        return usage(typed, Words::tr("“score rules” shows the numbers of the rules, 1 to %1.").arg(scoring.rules.size()));
    return size_t(number - 1);
}

Result<ScoringRules> changed(const Session &session, const Arguments &arguments)
{
    ScoringRules scoring = session.vocabulary().scoring;
    const QString verb = arguments.at(1);
    if (verb == u"reset")
        return defaultScoring();
    if (verb == u"limits") {
        const Result<qint64> warm = arguments.number(QLatin1String("warm"), 1, scoring.warmFrom);
        if (!warm)
            return warm.error();
        const Result<qint64> hot = arguments.number(QLatin1String("hot"), 1, scoring.hotFrom);
        if (!hot)
            return hot.error();
        scoring.warmFrom = int(std::min<qint64>(*warm, 1'000));
        scoring.hotFrom = int(std::min<qint64>(*hot, 1'000));
        return scoring;
    }
    if (verb == u"add") {
        const Result<ScoreRule> rule = newRule(arguments, 2);
        if (!rule)
            return rule.error();
        scoring.rules.push_back(*rule);
        return scoring;
    }
    const Result<size_t> place = placeTyped(scoring, arguments.at(2));
    if (!place)
        return place.error();
    if (verb == u"remove") {
        scoring.rules.erase(scoring.rules.begin() + std::ptrdiff_t(*place));
        return scoring;
    }
    const Result<ScoreRule> rule = ruleWith(arguments, scoring.rules[*place]);
    if (!rule)
        return rule.error();
    scoring.rules[*place] = *rule;
    return scoring;
}

} // namespace

Result<ExitCode> listRules(Session &session, const Arguments &)
{
    const ScoringRules &scoring = session.vocabulary().scoring;
    const FilterContext context = contextOf(session);
    QJsonArray array;
    QString text;
    const std::vector<ReadScoreRule> rules = readScoreRules(scoring, context);
    for (size_t i = 0; i < rules.size(); ++i) {
        const ScoreRule &rule = rules[i].rule;
        array += QJsonObject{{QStringLiteral("number"), qint64(i + 1)},
                             {QStringLiteral("half"), keyOf(rule.half)},
                             {QStringLiteral("rule"), rule.text},
                             {QStringLiteral("points"), rule.points},
                             {QStringLiteral("cap"), rule.cap},
                             {QStringLiteral("halfLife"), rule.halfLifeDays},
                             {QStringLiteral("sentence"), ruleSentence(rules[i], context)},
                             {QStringLiteral("problem"), rules[i].problem}};
        text += QStringLiteral("%1  %2  %3\n").arg(int(i + 1), 3).arg(labelOf(rule.half), -11).arg(ruleSentence(rules[i], context));
    }
    if (session.output().wantsJson()) {
        session.output().document({{QStringLiteral("rules"), array},
                                   {QStringLiteral("warmFrom"), scoring.warmFrom},
                                   {QStringLiteral("hotFrom"), scoring.hotFrom}});
        return ExitCode::Done;
    }
    session.output().text(text);
    session.output().text(
        Words::tr("The score is the mean of both. From %1 it suggests warm, from %2 hot.").arg(scoring.warmFrom).arg(scoring.hotFrom));
    return ExitCode::Done;
}

Result<ExitCode> changeRule(Session &session, const Arguments &arguments)
{
    static const QStringList verbs{QStringLiteral("add"), QStringLiteral("edit"), QStringLiteral("remove"), QStringLiteral("limits"),
                                   QStringLiteral("reset")};
    if (!verbs.contains(arguments.at(1)))
        return noneOf(QStringLiteral("score rule"), arguments.at(1), verbs);
    const Result<ScoringRules> scoring = changed(session, arguments);
    if (!scoring)
        return scoring.error();
    if (arguments.has(QLatin1String("preview")))
        return showPreview(session, *scoring);
    const Result<Written> written = session.wait(session.workspace().scores().save(*scoring));
    return written ? listRules(session, arguments) : Result<ExitCode>(written.error());
}

Result<ExitCode> previewRules(Session &session, const Arguments &arguments)
{
    ScoringRules scoring = session.vocabulary().scoring;
    if (arguments.positional().size() > 1) {
        const Result<ScoreRule> rule = newRule(arguments, 1);
        if (!rule)
            return rule.error();
        scoring.rules.push_back(*rule);
    }
    return showPreview(session, scoring);
}

Result<ExitCode> followScores(Session &session, const Arguments &)
{
    const auto progress = std::make_shared<Progress>();
    const Result<Written> written =
        session.wait(session.workspace().scores().follow(std::nullopt, progress), progress, Words::tr("Moving leads"));
    if (!written)
        return written.error();
    if (session.output().wantsJson())
        session.output().document(
            {{QStringLiteral("change"), idJson(written->change)}, {QStringLiteral("total"), qint64(written->leads.size())}});
    else if (written->change.isNull())
        session.output().text(Words::tr("Every open lead that nobody pinned has the temperature that its score suggests."));
    else
        session.output().text(
            Words::tr("Leads moved: %1; “undo %2” takes it back.").arg(QString::number(written->leads.size()), written->change.toString()));
    return ExitCode::Done;
}

} // namespace kindling::cli
