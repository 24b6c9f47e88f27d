// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/samplebusiness.h"

#include "core/base/textfold.h"
#include "core/base/walltime.h"
#include "core/domain/cardanswer.h"
#include "core/rules/samplecampaigns.h"
#include "core/rules/samplerandom.h"
#include "core/rules/samplewords.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <memory>

namespace kindling {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 history = 730 * dayMs;

// The share of leads that go on from each stage to the next; of a hundred prospects about five buy.
constexpr double goesOn[] = {0.65, 0.58, 0.40, 0.66, 0.56};
constexpr int meanDays[] = {9, 14, 18, 16, 20};

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QString withDigits(const char *pattern, quint64 digits)
{
    QString result;
    const QString form = text(pattern);
    for (const QChar c : form) {
        if (c == u'#') {
            result += QChar(u'0' + int(digits % 10));
            digits /= 10;
        } else {
            result += c;
        }
    }
    return result;
}

QString wordOf(const QString &name)
{
    QString word = folded(name);
    for (QChar &c : word) {
        if (!c.isLetterOrNumber())
            c = u'-';
    }
    while (word.contains(QStringLiteral("--")))
        word.replace(QStringLiteral("--"), QStringLiteral("-"));
    return word;
}

struct SampleCompany
{
    Company company;
    quint32 country = 0;
    QString size;
};

SampleCompany makeCompany(SampleRandom &random, qint64 number, UtcMs begin)
{
    SampleCompany made;
    made.country = random.below(quint32(sampleCountries().size()));
    const SampleCountry &country = sampleCountries()[made.country];
    const quint32 families = quint32(country.family.size());
    const quint32 trades = quint32(country.trades.size());
    // The first few dozen are one family name and trade each; a large base repeats them with the town, then with a number.
    const quint32 pick = random.below(families * trades);
    QString name = text(country.trades[pick % trades]).arg(text(country.family[pick / trades]));
    const QString city = text(random.pick(country.cities));
    if (number >= 60)
        name += u' ' + city;
    if (number >= 400)
        name += u' ' + QString::number(number);
    Company &c = made.company;
    c.id = CompanyId(idValueAt(begin, quint32(number)));
    c.name = name;
    c.domain = wordOf(name) + QStringLiteral(".example");
    c.website = QStringLiteral("https://www.") + c.domain;
    c.industry = text(random.pick(sampleIndustries()));
    const qint64 employees = 2 + qint64(std::exp(random.unit() * 4.6));
    c.employees = employees;
    c.founded = 1950 + int(random.below(74));
    c.city = city;
    c.country = text(country.name);
    c.created = begin;
    made.size = employees <= 10 ? QStringLiteral("1 to 10") : employees <= 50 ? QStringLiteral("11 to 50") : QStringLiteral("51 to 200");
    return made;
}

} // namespace

struct SampleBusiness::Parts
{
    qint64 count;
    quint64 seed;
    UtcMs now;
    UtcMs begin;
    std::vector<Stage> stages;
    SampleRandom random;
    qint64 made = 0;
    qint64 activities = 0;
    std::vector<SampleCompany> companies;

    Parts(qint64 leads, quint64 s, UtcMs moment, std::vector<Stage> funnel)
        : count(leads)
        , seed(s)
        , now(moment)
        , begin(moment - history)
        , stages(std::move(funnel))
        , random(s ^ 0x4B696E646C696E67ULL)
    {
        const qint64 companyCount = std::max<qint64>(1, leads / 3);
        SampleRandom names(s * 31 + 7);
        QStringList seen;
        for (qint64 i = 0; i < companyCount; ++i) {
            SampleCompany company = makeCompany(names, i, begin);
            if (i < 400) { // beyond, the number makes the name unique
                if (seen.contains(company.company.name))
                    company.company.name += QStringLiteral(" %1").arg(i);
                seen += company.company.name;
            }
            companies.push_back(std::move(company));
        }
    }

    SampleLead makeLead();
    void describe(SampleLead &sample, const SampleCompany &company);
    void reach(SampleLead &sample, const SampleCompany &company);
    void progress(SampleLead &sample);
    void decide(SampleLead &sample, UtcMs at, bool won);
    void warm(SampleLead &sample);
    void touch(SampleLead &sample);
    void plan(SampleLead &sample);
    UtcMs workingHour(UtcMs around);
    Activity &addActivity(SampleLead &sample, ActivityKind kind, UtcMs at);
};

UtcMs SampleBusiness::Parts::workingHour(UtcMs around)
{
    const UtcMs midnight = around - around % dayMs;
    return midnight + 7 * hour + qint64(random.below(9 * 60)) * minute;
}

void SampleBusiness::Parts::describe(SampleLead &sample, const SampleCompany &company)
{
    Lead &lead = sample.lead;
    const SampleCountry &country = sampleCountries()[company.country];
    lead.name = text(random.pick(country.given)) + u' ' + text(random.pick(country.family));
    lead.company = company.company.name;
    lead.jobTitle = text(random.pick(sampleTitles()));
    lead.city = company.company.city;
    lead.country = company.company.country;
    lead.language = text(country.language);
    lead.industry = company.company.industry;
    lead.companySize = company.size;
    lead.website = company.company.website;
    lead.source = text(random.pick(sampleSources()));
    if (random.chance(0.6))
        lead.campaign = text(random.pick(sampleCampaigns()));
    lead.owner = random.chance(0.55) ? QStringLiteral("Ines") : QStringLiteral("Tom");
    // Log-normal around 4,000 with a long tail, in steps of fifty.
    const double normal = random.unit() + random.unit() + random.unit() + random.unit() - 2;
    lead.value = Money{qint64(std::clamp(std::exp(8.3 + 1.5 * normal), 300.0, 60000.0) / 50) * 5000, QStringLiteral("EUR")};
    if (random.chance(0.35))
        lead.notes = text(random.pick(sampleNotes()));
    if (random.chance(0.3))
        lead.painPoints = text(random.pick(samplePains()));
    if (random.chance(0.4))
        lead.tags += text(random.pick(sampleTags()));
}

void SampleBusiness::Parts::reach(SampleLead &sample, const SampleCompany &company)
{
    Lead &lead = sample.lead;
    const SampleCountry &country = sampleCountries()[company.country];
    const QString local = wordOf(lead.name).replace(u'-', u'.') + (count > 1000 ? QString::number(made) : QString());
    if (random.chance(0.92)) {
        const QString address = local + u'@' + company.company.domain;
        lead.emails.push_back({EmailAddress::fromStored(address, address), QStringLiteral("Work"), ContactState::Usable});
    }
    if (random.chance(0.8) || lead.emails.empty()) {
        const quint64 digits = random.next() >> 20;
        lead.phones.push_back({PhoneNumber::fromStored(withDigits(country.phoneTyped, digits), withDigits(country.phoneNormalised, digits)),
                               QStringLiteral("Work"), ContactState::Usable});
    }
}

void SampleBusiness::Parts::decide(SampleLead &sample, UtcMs at, bool won)
{
    Lead &lead = sample.lead;
    sample.past.push_back({Axis::Outcome, keyOf(Outcome::Open), lead.created, at});
    lead.outcome = won ? Outcome::Won : random.chance(0.25) ? Outcome::Disqualified : Outcome::Lost;
    lead.outcomeSince = at;
    if (!won)
        lead.reason = text(random.pick(sampleReasons()));
}

/// Stage after stage until it stops, is decided, or the present is reached.
void SampleBusiness::Parts::progress(SampleLead &sample)
{
    Lead &lead = sample.lead;
    size_t step = 0;
    UtcMs at = lead.created;
    while (true) {
        const bool last = step + 1 >= stages.size() || step >= std::size(goesOn);
        if (last) {
            if (at > lead.created)
                decide(sample, at, true);
            break;
        }
        const bool goes = random.chance(goesOn[step]);
        const qint64 stay = hour + qint64(-std::log(1 - random.unit()) * double(meanDays[step]) * double(dayMs) * (goes ? 1.0 : 2.2));
        if (at + stay >= now)
            break; // still there
        if (!goes) {
            if (random.chance(0.75))
                decide(sample, at + stay, false);
            break;
        }
        sample.past.push_back({Axis::Stage, stages[step].id.toString(), at, at + stay});
        at += stay;
        ++step;
    }
    lead.stage = stages[step].id;
    lead.stageSince = at;
    static constexpr QualifiedThrough through[] = {QualifiedThrough::Marketing, QualifiedThrough::Sales, QualifiedThrough::ProductUse,
                                                   QualifiedThrough::ServiceRequest};
    if (step >= 2)
        lead.qualifiedThrough = random.pick(through);
    if (step >= 3) {
        lead.bant = {{random.chance(0.6) ? Answer::Yes : Answer::Partly, {}},
                     {random.chance(0.5) ? Answer::Yes : Answer::Unknown, {}},
                     {Answer::Yes, {}},
                     {random.chance(0.5) ? Answer::Partly : Answer::Unknown, {}}};
    }
    Vocabulary words;
    words.me = lead.owner;
    stampAnswers({}, lead, words, at);
}

/// Cold at first; warmer with the stage.
void SampleBusiness::Parts::warm(SampleLead &sample)
{
    Lead &lead = sample.lead;
    const size_t step =
        size_t(std::find_if(stages.begin(), stages.end(), [&](const Stage &s) { return s.id == lead.stage; }) - stages.begin());
    const double hotter = random.unit();
    lead.temperature = step >= 3 ? (hotter < 0.6 ? Temperature::Hot : Temperature::Warm)
        : step >= 1              ? (hotter < 0.15      ? Temperature::Hot
                                        : hotter < 0.7 ? Temperature::Warm
                                                       : Temperature::Cold)
                                 : (hotter < 0.12 ? Temperature::Warm : Temperature::Cold);
    lead.temperatureSince = lead.created;
    if (lead.temperature == Temperature::Cold || lead.stageSince <= lead.created)
        return;
    const UtcMs middle = lead.created + (lead.stageSince - lead.created) / 2;
    sample.past.push_back({Axis::Temperature, keyOf(Temperature::Cold), lead.created, middle});
    lead.temperatureSince = middle;
    if (lead.temperature == Temperature::Hot && lead.stageSince > middle) {
        sample.past.push_back({Axis::Temperature, keyOf(Temperature::Warm), middle, lead.stageSince});
        lead.temperatureSince = lead.stageSince;
    }
}

Activity &SampleBusiness::Parts::addActivity(SampleLead &sample, ActivityKind kind, UtcMs at)
{
    Activity &activity = sample.activities.emplace_back();
    activity.id = ActivityId(idValueAt(at, quint32(activities++ % 4'194'304)));
    activity.lead = sample.lead.id;
    activity.kind = kind;
    activity.at = at;
    activity.who = sample.lead.owner;
    sample.lead.lastActivity = std::max(sample.lead.lastActivity.value_or(at), at);
    return activity;
}

void SampleBusiness::Parts::touch(SampleLead &sample)
{
    const Lead &lead = sample.lead;
    static constexpr ActivityKind arrivals[] = {ActivityKind::FormSubmission, ActivityKind::Download, ActivityKind::Webinar,
                                                ActivityKind::PriceEnquiry};
    if (random.chance(0.45)) {
        Activity &arrival = addActivity(sample, random.pick(arrivals), lead.created);
        arrival.direction = Direction::Incoming;
        arrival.magnet = sampleMagnet(arrival.kind);
    }
    const UtcMs end = lead.outcome == Outcome::Open ? now : lead.outcomeSince;
    const qint64 length = end - lead.created;
    const int touches = int(std::min<qint64>(5, 1 + length / (25 * dayMs))) - int(random.below(2));
    for (int i = 0; i < touches; ++i) {
        const UtcMs at = workingHour(lead.created + qint64(random.unit() * double(length)));
        if (at <= lead.created || at >= end)
            continue;
        const double which = random.unit();
        Activity &activity = addActivity(sample,
                                         which < 0.6        ? ActivityKind::Call
                                             : which < 0.85 ? ActivityKind::Email
                                                            : ActivityKind::Meeting,
                                         at);
        activity.direction = Direction::Outgoing;
        activity.campaign = sampleLaterCampaign(activity.kind, activities);
        if (activity.kind == ActivityKind::Call) {
            static constexpr CallOutcome outcomes[] = {CallOutcome::Connected, CallOutcome::Connected, CallOutcome::Voicemail,
                                                       CallOutcome::NoAnswer, CallOutcome::Busy};
            activity.outcome = random.pick(outcomes);
        }
        const bool spoke = activity.kind != ActivityKind::Call || activity.outcome == CallOutcome::Connected;
        if (activity.kind != ActivityKind::Email && spoke)
            activity.durationSeconds = 60 + int(random.below(1200));
        if (spoke && random.chance(0.7))
            activity.note = text(random.pick(sampleCallNotes()));
    }
}

void SampleBusiness::Parts::plan(SampleLead &sample)
{
    Lead &lead = sample.lead;
    if (lead.outcome != Outcome::Open || !random.chance(0.7))
        return;
    const double when = random.unit();
    const int inDays = when < 0.08 ? -1 - int(random.below(6)) : when < 0.2 ? 0 : 1 + int(random.below(21));
    FollowUp &followUp = sample.followUps.emplace_back();
    const QTimeZone zone("Europe/Berlin");
    const QDate date = dayOf(now, zone).addDays(inDays);
    const QDateTime local(date, QTime(8 + int(random.below(9)), random.chance(0.5) ? 0 : 30), zone);
    followUp.id = FollowUpId(idValueAt(lead.created + 1, quint32(made % 4'194'304))); // not that of its lead
    followUp.lead = lead.id;
    static constexpr FollowUpKind kinds[] = {FollowUpKind::Call, FollowUpKind::Call, FollowUpKind::Call, FollowUpKind::Email,
                                             FollowUpKind::Meeting};
    followUp.kind = random.pick(kinds);
    followUp.due = local.toMSecsSinceEpoch();
    followUp.localTime = date.toString(Qt::ISODate) + u'T' + local.time().toString(Qt::ISODate);
    followUp.zone = QString::fromLatin1(zone.id());
    followUp.note = text(random.pick(sampleTasks()));
    followUp.who = lead.owner;
    lead.nextFollowUp = followUp.due;
}

SampleLead SampleBusiness::Parts::makeLead()
{
    SampleLead sample;
    Lead &lead = sample.lead;
    // More leads came lately than two years ago, and the last ones came in just now.
    const double age = std::pow(random.unit(), 1.4);
    lead.created = made % 97 == 3 ? now - qint64(random.below(170)) * minute - minute
                                  : workingHour(begin + qint64((1 - age) * double(history - dayMs)));
    lead.id = LeadId(idValueAt(lead.created, quint32(made % 4'194'304)));
    const SampleCompany &company = companies[random.below(quint32(companies.size()))];
    describe(sample, company);
    reach(sample, company);
    lead.outcomeSince = lead.ownerSince = lead.created;
    progress(sample);
    warm(sample);
    touch(sample);
    plan(sample);
    ++made;
    return sample;
}

SampleBusiness::SampleBusiness(qint64 count, quint64 seed, UtcMs now, std::vector<Stage> stages)
    : m_parts(std::make_unique<Parts>(count, seed, now, std::move(stages)))
{
}

SampleBusiness::~SampleBusiness() = default;

std::vector<Company> SampleBusiness::companies() const
{
    std::vector<Company> companies;
    companies.reserve(m_parts->companies.size());
    for (const SampleCompany &made : m_parts->companies)
        companies.push_back(made.company);
    return companies;
}

QStringList SampleBusiness::members() const
{
    return {QStringLiteral("Ines"), QStringLiteral("Tom")};
}

std::vector<SampleLead> SampleBusiness::next(int size)
{
    std::vector<SampleLead> batch;
    while (qint64(batch.size()) < size && m_parts->made < m_parts->count)
        batch.push_back(m_parts->makeLead());
    return batch;
}

} // namespace kindling
