// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/campaignanswer.h"
#include "app/cli/texttable.h"
#include "app/cli/typedvalues.h"
#include "app/cli/verb.h"
#include "core/base/walltime.h"
#include "core/exchange/recordjson.h"
#include "core/rules/when.h"
#include "core/workspace/campaignservice.h"

#include <QLocale>

namespace kindling::cli {

namespace {

Result<Marketing> marketingOf(Session &session)
{
    return session.wait(session.workspace().campaigns().marketing());
}

Result<Campaign> campaignNamed(Session &session, const QString &name)
{
    const Result<Marketing> marketing = marketingOf(session);
    if (!marketing)
        return marketing.error();
    const Campaign *campaign = marketing->campaignNamed(name);
    return campaign ? Result<Campaign>(*campaign) : Result<Campaign>(Error{ErrorCode::NotFound, name, Words::tr("campaign")});
}

Result<void> takeDays(Campaign &campaign, const Arguments &arguments)
{
    for (const char *option : {"from", "to"}) {
        const auto text = arguments.value(QLatin1String(option));
        if (!text)
            continue;
        const bool begins = option == std::string_view("from");
        if (text->isEmpty()) {
            (begins ? campaign.first : campaign.last) = {};
            continue;
        }
        const Result<DayRange> days = daysTyped(QStringLiteral("--") + QLatin1String(option), *text);
        if (!days)
            return days.error();
        (begins ? campaign.first : campaign.last) = begins ? days->first : days->last;
    }
    return {};
}

Result<void> takeMoney(std::optional<Money> &into, const Session &session, const Arguments &arguments, QLatin1String option)
{
    const auto text = arguments.value(option);
    if (!text)
        return {};
    into.reset();
    if (text->isEmpty())
        return {};
    const Result<Money> money = Money::parse(*text, session.vocabulary().currency);
    if (!money)
        return money.error();
    into = *money;
    return {};
}

/// What the options say of a campaign; what they do not name stays. An empty value takes something away.
Result<void> takeOptions(Campaign &campaign, const Session &session, const Arguments &arguments)
{
    if (const Result<void> taken = takeDays(campaign, arguments); !taken)
        return taken;
    if (const auto channel = arguments.value(QLatin1String("channel")))
        campaign.channel = channel->simplified();
    if (const auto note = arguments.value(QLatin1String("note")))
        campaign.note = note->trimmed();
    if (arguments.has(QLatin1String("goal-leads"))) {
        const Result<qint64> leads = arguments.number(QLatin1String("goal-leads"), 0, 0);
        if (!leads)
            return leads.error();
        campaign.goalLeads = *leads;
    }
    if (const Result<void> taken = takeMoney(campaign.goalRevenue, session, arguments, QLatin1String("goal-revenue")); !taken)
        return taken;
    return takeMoney(campaign.budget, session, arguments, QLatin1String("budget"));
}

Result<ExitCode> list(Session &session, const Arguments &)
{
    const Result<Marketing> marketing = marketingOf(session);
    if (!marketing)
        return marketing.error();
    if (session.output().wantsJson()) {
        QJsonArray campaigns;
        for (const Campaign &campaign : marketing->campaigns)
            campaigns += campaignJson(campaign, *marketing);
        QJsonArray magnets;
        for (const LeadMagnet &magnet : marketing->magnets)
            magnets += magnetJson(magnet);
        QJsonArray channels;
        for (const Channel &channel : marketing->channels)
            channels += QJsonObject{{QStringLiteral("source"), channel.source}, {QStringLiteral("parent"), textJson(channel.parent)}};
        session.output().document(
            {{QStringLiteral("campaigns"), campaigns}, {QStringLiteral("magnets"), magnets}, {QStringLiteral("channels"), channels}});
    } else if (marketing->campaigns.empty()) {
        session.output().text(Words::tr("There are no campaigns yet; “campaign add NAME” makes one."));
    } else {
        session.output().text(campaignsText(*marketing));
    }
    return ExitCode::Done;
}

Result<ExitCode> showNamed(Session &session, const QString &name, const QString &done)
{
    const Result<Marketing> marketing = marketingOf(session);
    if (!marketing)
        return marketing.error();
    const Campaign *campaign = marketing->campaignNamed(name);
    if (!campaign)
        return Error{ErrorCode::NotFound, name, Words::tr("campaign")};
    if (session.output().wantsJson())
        session.output().document(campaignJson(*campaign, *marketing));
    else
        session.output().text((done.isEmpty() ? QString() : done + u' ') + campaignText(*campaign, *marketing));
    return ExitCode::Done;
}

Result<ExitCode> show(Session &session, const Arguments &arguments)
{
    return showNamed(session, arguments.at(1), {});
}

Result<ExitCode> add(Session &session, const Arguments &arguments)
{
    Campaign campaign;
    campaign.name = arguments.at(1);
    if (const Result<void> taken = takeOptions(campaign, session, arguments); !taken)
        return taken.error();
    const Result<Campaign> made = session.wait(session.workspace().campaigns().add(campaign));
    return made ? showNamed(session, made->name, Words::tr("Added.")) : Result<ExitCode>(made.error());
}

Result<ExitCode> edit(Session &session, const Arguments &arguments)
{
    Result<Campaign> campaign = campaignNamed(session, arguments.at(1));
    if (!campaign)
        return campaign.error();
    if (const Result<void> taken = takeOptions(*campaign, session, arguments); !taken)
        return taken.error();
    campaign->name = arguments.value(QLatin1String("name")).value_or(campaign->name);
    const Result<Written> written = session.wait(session.workspace().campaigns().edit(*campaign));
    return written ? showNamed(session, campaign->name, Words::tr("Saved.")) : Result<ExitCode>(written.error());
}

Result<ExitCode> remove(Session &session, const Arguments &arguments)
{
    const Result<Campaign> campaign = campaignNamed(session, arguments.at(1));
    if (!campaign)
        return campaign.error();
    const Result<Written> written = session.wait(session.workspace().campaigns().remove(campaign->id));
    return written ? showNamed(session, campaign->name, Words::tr("Its plan and costs are forgotten; leads keep the name."))
                   : Result<ExitCode>(written.error());
}

Result<ExitCode> cost(Session &session, const Arguments &arguments)
{
    CampaignCost cost;
    const Result<Money> amount = Money::parse(arguments.at(2), session.vocabulary().currency);
    if (!amount)
        return amount.error();
    cost.amount = *amount;
    cost.note = arguments.value(QLatin1String("note")).value_or(QString());
    cost.day = dayOf(session.now(), session.zone());
    if (const auto text = arguments.value(QLatin1String("date"))) {
        const Result<DayRange> days = daysTyped(QStringLiteral("--date"), *text);
        if (!days)
            return days.error();
        cost.day = days->first;
    }
    const Result<CampaignCost> made = session.wait(session.workspace().campaigns().addCost(arguments.at(1), cost));
    return made ? showNamed(session, arguments.at(1).simplified(), Words::tr("Added.")) : Result<ExitCode>(made.error());
}

Result<ExitCode> magnet(Session &session, const Arguments &arguments)
{
    LeadMagnet magnet;
    magnet.name = arguments.at(1);
    magnet.campaign = arguments.value(QLatin1String("campaign")).value_or(QString()).simplified();
    if (const auto text = arguments.value(QLatin1String("kind"))) {
        const std::optional<MagnetKind> kind = magnetKindFromKey(*text);
        if (!kind)
            return usage(
                QStringLiteral("--kind"),
                Words::tr("“%1” is no kind of lead magnet: ebook, webinar, trial, newsletter, template, sample or other.").arg(*text));
        magnet.kind = *kind;
    }
    const Result<LeadMagnet> made = session.wait(session.workspace().campaigns().saveMagnet(magnet));
    if (!made)
        return made.error();
    if (session.output().wantsJson())
        session.output().document(magnetJson(*made));
    else
        session.output().text(Words::tr("Saved: %1 (%2).").arg(made->name, labelOf(made->kind)));
    return ExitCode::Done;
}

Result<ExitCode> channel(Session &session, const Arguments &arguments)
{
    const Result<Written> written = session.wait(session.workspace().campaigns().setParent(arguments.at(1), arguments.at(2)));
    if (!written)
        return written.error();
    const Result<Marketing> marketing = marketingOf(session);
    if (!marketing)
        return marketing.error();
    const QString source = arguments.at(1).simplified();
    if (session.output().wantsJson())
        session.output().document({{QStringLiteral("id"), idJson(written->change)},
                                   {QStringLiteral("source"), source},
                                   {QStringLiteral("parent"), textJson(marketing->parentOf(source))}});
    else
        session.output().text(marketing->pathOf(source));
    return ExitCode::Done;
}

Result<ExitCode> touches(Session &session, const Arguments &arguments)
{
    const Result<LeadId> lead = idTyped<LeadId>(arguments.at(1), Words::tr("lead"));
    if (!lead)
        return lead.error();
    const Result<std::vector<Touch>> touches = session.wait(session.workspace().campaigns().touches(*lead));
    if (!touches)
        return touches.error();
    if (session.output().wantsJson()) {
        session.output().document(
            {{QStringLiteral("lead"), lead->toString()}, {QStringLiteral("touches"), touchesJson(*touches, session.zone())}});
        return ExitCode::Done;
    }
    TextTable table({{Words::tr("When")}, {Words::tr("What")}, {Words::tr("Source")}, {Words::tr("Campaign")}, {Words::tr("Lead magnet")}});
    for (const Touch &touch : *touches)
        table.add({whenInWords(touch.at, false, session.now(), session.zone(), QLocale()),
                   touch.kind ? labelOf(*touch.kind) : Words::tr("Came in"), touch.source, touch.campaign, touch.magnet});
    session.output().text(table.text(Output::width()));
    return ExitCode::Done;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    static constexpr const char *nameIt = QT_TRANSLATE_NOOP("kindling", "Name the campaign.");
    static const Verb verbs[] = {{"list", 1, list, nullptr},
                                 {"add", 2, add, nameIt},
                                 {"edit", 2, edit, nameIt},
                                 {"show", 2, show, nameIt},
                                 {"remove", 2, remove, nameIt},
                                 {"cost", 3, cost, QT_TRANSLATE_NOOP("kindling", "Name the campaign and the amount.")},
                                 {"magnet", 2, magnet, QT_TRANSLATE_NOOP("kindling", "Name the lead magnet.")},
                                 {"channel", 2, channel, QT_TRANSLATE_NOOP("kindling", "Name the source, and the wider channel.")},
                                 {"touches", 2, touches, QT_TRANSLATE_NOOP("kindling", "Give the id of the lead.")}};
    return runVerb(QStringLiteral("campaign"), verbs, session, arguments);
}

} // namespace

Command campaignCommand()
{
    return {
        "campaign",
        "list|add|edit|show|remove|cost|magnet|channel|touches [NAME] [AMOUNT|PARENT]",
        QT_TRANSLATE_NOOP("kindling", "Plan campaigns, note what they cost, and see what reached a lead"),
        QT_TRANSLATE_NOOP("kindling",
                          "A campaign has a channel, a period, a goal, a planned budget and dated costs; “report campaigns” says what it "
                          "brought. cost NAME AMOUNT: money spent, as 250 or “250 USD”. magnet NAME: a free thing that leads take, and the "
                          "campaign it belongs to; “log ID download --magnet NAME” notes who took it. channel SOURCE PARENT: the wider "
                          "channel of a source; without PARENT it stands at the top. touches ID: how a lead was reached, first to last."),
        {{"channel", "SOURCE", QT_TRANSLATE_NOOP("kindling", "The source that the campaign works through.")},
         {"from", "DATE", QT_TRANSLATE_NOOP("kindling", "Its first day.")},
         {"to", "DATE", QT_TRANSLATE_NOOP("kindling", "Its last day.")},
         {"goal-leads", "N", QT_TRANSLATE_NOOP("kindling", "How many leads it is to bring.")},
         {"goal-revenue", "AMOUNT", QT_TRANSLATE_NOOP("kindling", "How much revenue it is to bring.")},
         {"budget", "AMOUNT", QT_TRANSLATE_NOOP("kindling", "What it may cost.")},
         {"name", "TEXT", QT_TRANSLATE_NOOP("kindling", "For edit: the new name.")},
         {"date", "DATE", QT_TRANSLATE_NOOP("kindling", "For cost: the day; today without it.")},
         {"kind", "KIND", QT_TRANSLATE_NOOP("kindling", "For magnet: ebook, webinar, trial, newsletter, template, sample or other.")},
         {"campaign", "NAME", QT_TRANSLATE_NOOP("kindling", "For magnet: the campaign that it belongs to.")},
         {"note", "TEXT", QT_TRANSLATE_NOOP("kindling", "A note on the campaign or the cost.")}},
        {{"campaign add 'Spring fair' --channel 'Trade fair' --from 2026-03-12 --to 2026-03-15 --budget 4000 --goal-leads 60",
          QT_TRANSLATE_NOOP("kindling", "A fair with its plan.")},
         {"campaign cost 'Spring fair' 2890 --date 2026-02-01 --note Stand", QT_TRANSLATE_NOOP("kindling", "What the stand cost.")}},
        0,
        3,
        run};
}

} // namespace kindling::cli
