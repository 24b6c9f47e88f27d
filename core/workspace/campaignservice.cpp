// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/campaignservice.h"

#include "core/base/textfold.h"
#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/rules/filterrewrite.h"
#include "core/store/activityrepository.h"
#include "core/store/campaignrepository.h"
#include "core/store/leadrepository.h"
#include "core/workspace/engine.h"
#include "core/workspace/rulerewrite.h"

#include <algorithm>

namespace kindling {

namespace {

constexpr qsizetype longestName = 120;

Error invalid(const QString &what, const char *why)
{
    return {ErrorCode::InvalidValue, what, sentence(why)};
}

Result<QString> nameOf(const QString &typed, const char *what)
{
    const QString name = typed.simplified().left(longestName).remove(u'"');
    return name.isEmpty() ? Result<QString>(Error{ErrorCode::NameMissing, {}, sentence(what)}) : Result<QString>(name);
}

Result<void> check(const Campaign &campaign)
{
    if (campaign.first.isValid() && campaign.last.isValid() && campaign.last < campaign.first)
        return invalid(campaign.last.toString(Qt::ISODate), "a last day; it is before the first");
    if (campaign.goalLeads && *campaign.goalLeads < 0)
        return invalid(QString::number(*campaign.goalLeads), "a number of leads");
    for (const std::optional<Money> &amount : {campaign.goalRevenue, campaign.budget}) {
        if (amount && amount->minor < 0)
            return invalid(amount->amountText(), "an amount; it is below zero");
    }
    return {};
}

Result<void> check(const CampaignCost &cost)
{
    if (!cost.day.isValid())
        return invalid(QString(), "the day of a cost");
    return cost.amount.minor < 0 ? Result<void>(invalid(cost.amount.amountText(), "a cost; it is below zero")) : Result<void>();
}

Result<qint64> wordFor(Writing &writing, WordKind kind, const QString &name)
{
    KINDLING_GET(id, WordRepository(writing.connection, &writing.journal).idFor(kind, name));
    return id.toLongLong();
}

Result<Campaign> present(Writing &writing, CampaignId id)
{
    KINDLING_GET(marketing, CampaignRepository(writing.connection).marketing());
    for (const Campaign &campaign : marketing.campaigns) {
        if (campaign.id == id)
            return campaign;
    }
    return Error{ErrorCode::NotFound, id.toString(), sentence("campaign")};
}

/// Another name for the word, and in the rules that name it; what the leads have is its id.
Result<void> rename(Writing &writing, const Campaign &before, const QString &name)
{
    KINDLING_GET(other,
                 writing.connection.integer(QStringLiteral("SELECT id FROM word WHERE kind = 'campaign' AND folded = ?"), {folded(name)}));
    if (other && *other != before.id.value())
        return Error{ErrorCode::NameTaken, name, sentence("campaign")};
    KINDLING_TRY(writing.journal.update(Entity::Word, before.id.value(),
                                        {{QStringLiteral("name"), name}, {QStringLiteral("folded"), folded(name)}}));
    return rewriteRules(writing,
                        [&](Filter filter) { return withValueRenamed(std::move(filter), LeadField::Campaign, before.name, name); });
}

bool isCurrency(const QString &code)
{
    return code.size() == 3 && std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

} // namespace

CampaignService::CampaignService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<Marketing>> CampaignService::marketing()
{
    return m_engine->read<Marketing>([](Connection &connection) { return CampaignRepository(connection).marketing(); });
}

QFuture<Result<std::vector<Touch>>> CampaignService::touches(LeadId lead)
{
    return m_engine->read<std::vector<Touch>>([lead](Connection &connection) -> Result<std::vector<Touch>> {
        KINDLING_GET(found, LeadRepository(connection).lead(lead));
        KINDLING_GET(activities, ActivityRepository(connection).activities(found.id));
        KINDLING_GET(marketing, CampaignRepository(connection).marketing());
        return touchesOf(found.created, found.source, found.campaign, activities, marketing);
    });
}

QFuture<Result<Campaign>> CampaignService::add(const Campaign &campaign)
{
    return m_engine->changeWith<Campaign>(
        [campaign](Writing &writing) -> Result<Campaign> {
            Campaign made = campaign;
            KINDLING_GET(name, nameOf(campaign.name, "campaign"));
            KINDLING_TRY(check(made));
            KINDLING_GET(id, wordFor(writing, WordKind::Campaign, name));
            made.id = CampaignId(id);
            KINDLING_GET(known, present(writing, made.id));
            if (known.isPlanned)
                return Error{ErrorCode::NameTaken, known.name, sentence("campaign")};
            made.name = known.name;
            made.isPlanned = true;
            writing.label = sentence("Add campaign %1").arg(made.name);
            KINDLING_TRY(CampaignRepository(writing.connection, &writing.journal).save(made));
            return made;
        },
        [](Campaign &, const Written &) {});
}

QFuture<Result<Written>> CampaignService::edit(const Campaign &campaign)
{
    return m_engine->change(ChangeHead::Kind::Do, [campaign](Writing &writing) -> Result<void> {
        KINDLING_GET(before, present(writing, campaign.id));
        KINDLING_GET(name, nameOf(campaign.name, "campaign"));
        KINDLING_TRY(check(campaign));
        writing.label = sentence("Change campaign %1").arg(before.name);
        if (name != before.name)
            KINDLING_TRY(rename(writing, before, name));
        return CampaignRepository(writing.connection, &writing.journal).save(campaign);
    });
}

QFuture<Result<Written>> CampaignService::remove(CampaignId campaign)
{
    return m_engine->change(ChangeHead::Kind::Do, [campaign](Writing &writing) -> Result<void> {
        KINDLING_GET(before, present(writing, campaign));
        writing.label = sentence("Remove campaign %1").arg(before.name);
        return CampaignRepository(writing.connection, &writing.journal).forget(before);
    });
}

QFuture<Result<CampaignCost>> CampaignService::addCost(const QString &campaign, const CampaignCost &cost)
{
    return m_engine->changeWith<CampaignCost>(
        [campaign, cost](Writing &writing) -> Result<CampaignCost> {
            KINDLING_GET(name, nameOf(campaign, "campaign"));
            KINDLING_TRY(check(cost));
            KINDLING_GET(id, wordFor(writing, WordKind::Campaign, name));
            CampaignCost made = cost;
            made.id = nextId<CampaignCostId>();
            writing.label = sentence("Add a cost of %1").arg(name);
            KINDLING_TRY(CampaignRepository(writing.connection, &writing.journal).addCost(CampaignId(id), made));
            return made;
        },
        [](CampaignCost &, const Written &) {});
}

QFuture<Result<Written>> CampaignService::editCost(const CampaignCost &cost)
{
    return m_engine->change(ChangeHead::Kind::Do, [cost](Writing &writing) -> Result<void> {
        KINDLING_TRY(check(cost));
        writing.label = sentence("Change a cost");
        return CampaignRepository(writing.connection, &writing.journal).saveCost(cost);
    });
}

QFuture<Result<Written>> CampaignService::removeCost(CampaignCostId cost)
{
    return m_engine->change(ChangeHead::Kind::Do, [cost](Writing &writing) -> Result<void> {
        writing.label = sentence("Remove a cost");
        return CampaignRepository(writing.connection, &writing.journal).removeCost(cost);
    });
}

QFuture<Result<LeadMagnet>> CampaignService::saveMagnet(const LeadMagnet &magnet)
{
    return m_engine->changeWith<LeadMagnet>(
        [magnet](Writing &writing) -> Result<LeadMagnet> {
            LeadMagnet made = magnet;
            KINDLING_GET(name, nameOf(magnet.name, "lead magnet"));
            KINDLING_GET(id, wordFor(writing, WordKind::Magnet, name));
            made.id = LeadMagnetId(id);
            made.name = name;
            writing.label = sentence("Save lead magnet %1").arg(name);
            KINDLING_TRY(CampaignRepository(writing.connection, &writing.journal).save(made));
            return made;
        },
        [](LeadMagnet &, const Written &) {});
}

QFuture<Result<Written>> CampaignService::setParent(const QString &source, const QString &parent)
{
    return m_engine->change(ChangeHead::Kind::Do, [source, parent](Writing &writing) -> Result<void> {
        KINDLING_GET(name, nameOf(source, "source"));
        KINDLING_GET(marketing, CampaignRepository(writing.connection).marketing());
        const QString wider = parent.simplified();
        for (QString above = wider; !above.isEmpty(); above = marketing.parentOf(above)) {
            if (folded(above) == folded(name))
                return invalid(wider, "a wider channel; it hangs under this one");
        }
        writing.label = wider.isEmpty() ? sentence("Put %1 at the top of the channels").arg(name)
                                        : sentence("Put channel %1 under %2").arg(name, wider);
        return CampaignRepository(writing.connection, &writing.journal).setParent(name, wider);
    });
}

QFuture<Result<Written>> CampaignService::setRate(const ExchangeRate &rate)
{
    return m_engine->change(ChangeHead::Kind::Do, [rate](Writing &writing) -> Result<void> {
        for (const QString &code : {rate.currency, rate.in}) {
            if (!isCurrency(code))
                return invalid(code, "a currency; three letters as EUR are expected");
        }
        if (rate.rate.millionths <= 0 || !rate.day.isValid() || rate.currency == rate.in)
            return invalid(rate.rate.text(), "a rate between two currencies");
        writing.label = sentence("Set the rate of %1 in %2").arg(rate.currency, rate.in);
        CampaignRepository repository(writing.connection, &writing.journal);
        KINDLING_GET(
            there,
            writing.connection.integer(QStringLiteral("SELECT id FROM exchange_rate WHERE currency = ? AND in_currency = ? AND day = ?"),
                                       {rate.currency, rate.in, rate.day.toString(Qt::ISODate)}));
        if (there)
            return repository.setRate(ExchangeRateId(*there), rate.rate);
        return repository.add({nextId<ExchangeRateId>(), rate.currency, rate.in, rate.day, rate.rate});
    });
}

QFuture<Result<Written>> CampaignService::removeRate(ExchangeRateId rate)
{
    return m_engine->change(ChangeHead::Kind::Do, [rate](Writing &writing) -> Result<void> {
        writing.label = sentence("Remove a rate");
        return CampaignRepository(writing.connection, &writing.journal).removeRate(rate);
    });
}

} // namespace kindling
