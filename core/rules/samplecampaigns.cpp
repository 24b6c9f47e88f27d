// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/samplecampaigns.h"

#include <algorithm>
#include <array>

namespace kindling {

namespace {

struct SampleCost
{
    int daysAgo;
    qint64 minorForHundred; ///< for a business of a hundred leads
    const char *currency;
    const char *note;
};

struct SampleCampaign
{
    const char *name;
    const char *channel;
    int firstDaysAgo;
    int lastDaysAgo;
    qint64 goalLeadsForHundred;
    qint64 budgetForHundred;
    std::array<SampleCost, 3> costs; ///< those without a currency are none
};

constexpr std::array<SampleCampaign, 6> campaigns{{
    {"Autumn fair",
     "Trade fair",
     75,
     71,
     15,
     180'000,
     {{{140, 95'000, "EUR", "Stand"}, {76, 42'000, "EUR", "Travel and hotel"}, {71, 31'500, "EUR", "Machines there and back"}}}},
    {"Oven guide",
     "Paid search",
     420,
     0,
     12,
     70'000,
     {{{400, 18'000, "EUR", "Writing and layout"}, {200, 21'000, "EUR", "Search ads, first half"}, {30, 24'000, "EUR", "Search ads"}}}},
    {"Grinder webinar",
     "Newsletter",
     160,
     159,
     10,
     30'000,
     {{{165, 9'000, "USD", "Webinar platform"}, {160, 12'500, "EUR", "Speaker"}, {0, 0, nullptr, nullptr}}}},
    {"Spring open day",
     "Referral",
     250,
     249,
     20,
     90'000,
     {{{262, 23'000, "EUR", "Invitations"}, {250, 51'000, "EUR", "Catering and demonstration"}, {0, 0, nullptr, nullptr}}}},
    {"Service check", "Cold call", 330, 240, 10, 0, {{{0, 0, nullptr, nullptr}, {0, 0, nullptr, nullptr}, {0, 0, nullptr, nullptr}}}},
    {"Newsletter 12",
     "Newsletter",
     60,
     60,
     8,
     15'000,
     {{{62, 6'500, "EUR", "Layout"}, {60, 4'200, "EUR", "Sending"}, {0, 0, nullptr, nullptr}}}},
}};

struct SampleMagnet
{
    const char *name;
    MagnetKind kind;
    const char *campaign;
};

constexpr std::array<SampleMagnet, 3> magnets{{{"Oven buying guide", MagnetKind::Ebook, "Oven guide"},
                                               {"Grinding live", MagnetKind::Webinar, "Grinder webinar"},
                                               {"The bakers' letter", MagnetKind::Newsletter, "Newsletter 12"}}};

constexpr std::array<std::pair<const char *, const char *>, 6> channels{{{"Web form", "Online"},
                                                                         {"Paid search", "Online"},
                                                                         {"Newsletter", "Online"},
                                                                         {"Referral", "In person"},
                                                                         {"Cold call", "In person"},
                                                                         {"Trade fair", "In person"}}};

Campaign planOf(const SampleCampaign &sample, qint64 leads, const QDate &today)
{
    const auto share = [leads](qint64 forHundred) { return forHundred * leads / 100 / 100 * 100; }; // whole units
    Campaign campaign;
    campaign.name = QString::fromUtf8(sample.name);
    campaign.channel = QString::fromUtf8(sample.channel);
    campaign.first = today.addDays(-sample.firstDaysAgo);
    if (sample.lastDaysAgo > 0) // else it goes on
        campaign.last = today.addDays(-sample.lastDaysAgo);
    campaign.goalLeads = std::max<qint64>(1, sample.goalLeadsForHundred * leads / 100);
    if (sample.budgetForHundred > 0)
        campaign.budget = Money{share(sample.budgetForHundred), QStringLiteral("EUR")};
    for (const SampleCost &cost : sample.costs) {
        if (cost.currency)
            campaign.costs.push_back({{},
                                      today.addDays(-cost.daysAgo),
                                      {share(cost.minorForHundred), QLatin1String(cost.currency)},
                                      QString::fromUtf8(cost.note)});
    }
    return campaign;
}

} // namespace

Marketing sampleMarketing(qint64 leads, const QDate &today)
{
    Marketing marketing;
    for (const SampleCampaign &sample : campaigns)
        marketing.campaigns.push_back(planOf(sample, leads, today));
    for (const SampleMagnet &sample : magnets)
        marketing.magnets.push_back({{}, QString::fromUtf8(sample.name), sample.kind, QString::fromUtf8(sample.campaign)});
    for (const auto &[source, parent] : channels)
        marketing.channels.push_back({QString::fromUtf8(source), QString::fromUtf8(parent)});
    marketing.rates.push_back({{}, QStringLiteral("USD"), QStringLiteral("EUR"), today.addDays(-730), Decimal{920'000}});
    return marketing;
}

QString sampleMagnet(ActivityKind kind)
{
    for (const SampleMagnet &magnet : magnets) {
        if (takingOf(magnet.kind) == kind)
            return QString::fromUtf8(magnet.name);
    }
    return {};
}

QString sampleLaterCampaign(ActivityKind kind, qint64 number)
{
    if (kind == ActivityKind::Email && number % 3 == 0)
        return QStringLiteral("Newsletter 12");
    if (kind == ActivityKind::Meeting && number % 4 == 0)
        return QStringLiteral("Spring open day");
    return {};
}

} // namespace kindling
