// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/campaignservice.h"

#include "core/workspace/exportservice.h"
#include "core/workspace/fieldservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 3'600'000;

} // namespace

/// Campaigns with their plans and costs, magnets and touches, channels and rates.
class TestCampaignService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_w = std::make_unique<TemporaryWorkspace>(); }
    void cleanup() { m_w.reset(); }

    void plansACampaign();
    void adoptsOneThatOnlyLeadsName();
    void renamesForLeadsAndReports();
    void refusesWhatCannotBe();
    void undoesEverythingAlsoAfterARestart();
    void aWordInUseOutlivesItsUndo();
    void aMagnetIsATouch();
    void creditsFirstLastAndEvery();
    void hangsChannels();
    void keepsRates();
    void readsUtmFields();
    void goesOutWithEverythingAndComesBack();
    void theSampleHasCampaigns();

private:
    CampaignService &campaigns() { return (*m_w)->campaigns(); }
    Marketing marketing() { return answerOf(campaigns().marketing()); }
    Campaign named(const QString &name) { return *marketing().campaignNamed(name); }
    Campaign plan(const QString &name)
    {
        Campaign campaign;
        campaign.name = name;
        campaign.channel = u"Trade fair"_s;
        campaign.first = {2026, 3, 12};
        campaign.last = {2026, 3, 15};
        campaign.goalLeads = 60;
        campaign.goalRevenue = Money{2'000'000, u"EUR"_s};
        campaign.budget = Money{400'000, u"EUR"_s};
        return answerOf(campaigns().add(campaign));
    }
    void spend(const QString &name, qint64 minor, const QString &currency = u"EUR"_s)
    {
        answerOf(campaigns().addCost(name, {{}, {2026, 2, 1}, {minor, currency}, u"Stand"_s}));
    }
    LeadId lead(const QString &name, const QString &campaign, const QString &source = {})
    {
        Lead lead;
        lead.name = name;
        lead.campaign = campaign;
        lead.source = source;
        return answerOf((*m_w)->leads().add(lead)).leads.front();
    }
    Activity take(LeadId lead, const QString &magnet, qint64 afterDays)
    {
        Activity activity;
        activity.lead = lead;
        activity.kind = ActivityKind::Download;
        activity.magnet = magnet;
        activity.at = m_w->clock().now() + afterDays * day;
        answerOf((*m_w)->leads().log(activity));
        return activity;
    }
    void undo() { answerOf((*m_w)->history().undo()); }
    QString leadsOf(const QString &campaign, ReportQuery::Credit credit)
    {
        ReportQuery query;
        query.kind = ReportKind::Campaigns;
        query.credit = credit;
        query.asOf = m_w->clock().now() + 100 * day;
        query.until = query.asOf;
        const ReportAnswer answer = answerOf((*m_w)->reports().report(query));
        for (size_t row = 0; row < answer.figures.rows.size(); ++row) {
            if (answer.figures.rows[row].name != campaign)
                continue;
            QStringList names;
            for (const Lead &found : answerOf((*m_w)->leads().rows(answer.leads(row, 0)->ids)))
                names += found.name;
            names.sort();
            return names.join(u' ');
        }
        return u"no row"_s;
    }

    std::unique_ptr<TemporaryWorkspace> m_w;
};

void TestCampaignService::plansACampaign()
{
    const Campaign made = plan(u" Spring  fair "_s);
    QCOMPARE(made.name, u"Spring fair"_s);
    spend(u"Spring fair"_s, 289'000);
    spend(u"spring FAIR"_s, 1'000, u"USD"_s); // the same, however it is spelled
    Campaign read = named(u"Spring fair"_s);
    QVERIFY(read.isPlanned);
    QCOMPARE(read.channel, u"Trade fair"_s);
    QCOMPARE(read.last, QDate(2026, 3, 15));
    QCOMPARE(read.goalLeads, std::optional<qint64>(60));
    QCOMPARE(read.costs.size(), size_t(2));
    QCOMPARE(read.cost()->parts().size(), size_t(2));
    read.goalLeads.reset();
    read.budget.reset();
    read.channel.clear();
    answerOf(campaigns().edit(read));
    const Campaign changed = named(u"Spring fair"_s);
    QVERIFY(!changed.goalLeads && !changed.budget && changed.channel.isEmpty());
    QCOMPARE(changed.costs.size(), size_t(2));
    CampaignCost cost = changed.costs.front();
    cost.note = u"Stand and power"_s;
    answerOf(campaigns().editCost(cost));
    answerOf(campaigns().removeCost(changed.costs.back().id));
    QCOMPARE(named(u"Spring fair"_s).costs, std::vector<CampaignCost>{cost});
}

void TestCampaignService::adoptsOneThatOnlyLeadsName()
{
    lead(u"Ada"_s, u"Autumn fair"_s);
    QVERIFY(!named(u"Autumn fair"_s).isPlanned);
    QVERIFY(!named(u"Autumn fair"_s).cost());
    plan(u"autumn fair"_s);
    QCOMPARE(marketing().campaigns.size(), size_t(1));
    QVERIFY(named(u"Autumn fair"_s).isPlanned);
    answerOf(campaigns().remove(named(u"Autumn fair"_s).id));
    QVERIFY(!named(u"Autumn fair"_s).isPlanned); // the lead still has it
}

void TestCampaignService::renamesForLeadsAndReports()
{
    const LeadId ada = lead(u"Ada"_s, u"Autumn fair"_s);
    Campaign campaign = named(u"Autumn fair"_s);
    campaign.name = u"Fair of autumn"_s;
    answerOf(campaigns().edit(campaign));
    QCOMPARE(m_w->lead(ada).campaign, u"Fair of autumn"_s);
    QCOMPARE(m_w->list(u"campaign:\"Fair of autumn\""_s)->ids.size(), size_t(1));
    QCOMPARE(leadsOf(u"Fair of autumn"_s, ReportQuery::Credit::First), u"Ada"_s);
    undo();
    QCOMPARE(m_w->lead(ada).campaign, u"Autumn fair"_s);
    QCOMPARE(leadsOf(u"Autumn fair"_s, ReportQuery::Credit::First), u"Ada"_s);
    plan(u"Spring fair"_s);
    campaign.name = u"Spring fair"_s;
    QCOMPARE(errorOf(campaigns().edit(campaign)).code, ErrorCode::NameTaken);
}

void TestCampaignService::refusesWhatCannotBe()
{
    Campaign campaign;
    QCOMPARE(errorOf(campaigns().add(campaign)).code, ErrorCode::NameMissing);
    campaign.name = u"Fair"_s;
    campaign.first = {2026, 3, 12};
    campaign.last = {2026, 3, 11};
    QCOMPARE(errorOf(campaigns().add(campaign)).code, ErrorCode::InvalidValue);
    campaign.last = {};
    campaign.budget = Money{-1, u"EUR"_s};
    QCOMPARE(errorOf(campaigns().add(campaign)).code, ErrorCode::InvalidValue);
    QCOMPARE(errorOf(campaigns().addCost(u"Fair"_s, {{}, {}, {100, u"EUR"_s}, {}})).code, ErrorCode::InvalidValue);
    QCOMPARE(errorOf(campaigns().addCost(u"Fair"_s, {{}, {2026, 1, 1}, {-100, u"EUR"_s}, {}})).code, ErrorCode::InvalidValue);
    QCOMPARE(errorOf(campaigns().addCost({}, {{}, {2026, 1, 1}, {100, u"EUR"_s}, {}})).code, ErrorCode::NameMissing);
    QVERIFY(marketing().campaigns.empty()); // nothing was half written
    plan(u"Fair"_s);
    campaign.budget.reset();
    QCOMPARE(errorOf(campaigns().add(campaign)).code, ErrorCode::NameTaken);
    campaign.id = CampaignId(4711);
    QCOMPARE(errorOf(campaigns().edit(campaign)).code, ErrorCode::NotFound);
    QCOMPARE(errorOf(campaigns().touches(LeadId(4711))).code, ErrorCode::NotFound);
}

void TestCampaignService::undoesEverythingAlsoAfterARestart()
{
    plan(u"Spring fair"_s);
    spend(u"Spring fair"_s, 289'000);
    const Marketing before = marketing();
    answerOf(campaigns().remove(named(u"Spring fair"_s).id));
    QVERIFY(named(u"Spring fair"_s).costs.empty());
    m_w->open();
    undo();
    QCOMPARE(marketing(), before);
    undo();
    QVERIFY(named(u"Spring fair"_s).costs.empty());
    undo();
    QVERIFY(marketing().campaigns.empty());
    QVERIFY(marketing().channels.empty());
    answerOf((*m_w)->history().redo());
    answerOf((*m_w)->history().redo());
    answerOf((*m_w)->history().redo());
    answerOf((*m_w)->history().undo());
    QCOMPARE(marketing(), before);
}

void TestCampaignService::aWordInUseOutlivesItsUndo()
{
    // The lead brought the words; the plan, the cost and the channel need them when it is gone.
    lead(u"Ada"_s, u"Autumn fair"_s, u"Trade fair"_s);
    const ChangeId first = (*m_w)->history().nextUndo()->id;
    plan(u"Autumn fair"_s);
    spend(u"Autumn fair"_s, 100);
    answerOf(campaigns().setParent(u"Trade fair"_s, u"In person"_s));
    answerOf((*m_w)->history().undo(first));
    QCOMPARE(named(u"Autumn fair"_s).channel, u"Trade fair"_s);
    QCOMPARE(marketing().parentOf(u"Trade fair"_s), u"In person"_s);
    QVERIFY(answerOf((*m_w)->verify()).isEmpty());
}

void TestCampaignService::aMagnetIsATouch()
{
    const LeadId ada = lead(u"Ada"_s, u"Autumn fair"_s, u"Web form"_s);
    answerOf(campaigns().saveMagnet({{}, u"Oven guide"_s, MagnetKind::Ebook, u"Guide campaign"_s}));
    take(ada, u"Oven guide"_s, 3);
    Activity webinar;
    webinar.lead = ada;
    webinar.kind = ActivityKind::Webinar;
    webinar.campaign = u"Grinder webinar"_s;
    webinar.at = m_w->clock().now() + day;
    answerOf((*m_w)->leads().log(webinar));
    const std::vector<Touch> touches = answerOf(campaigns().touches(ada));
    QCOMPARE(touches.size(), size_t(3));
    QCOMPARE(touches[0].campaign, u"Autumn fair"_s);
    QCOMPARE(touches[0].source, u"Web form"_s);
    QVERIFY(!touches[0].kind);
    QCOMPARE(touches[1].campaign, u"Grinder webinar"_s);
    QCOMPARE(touches[2].campaign, u"Guide campaign"_s); // by its magnet
    QCOMPARE(touches[2].magnet, u"Oven guide"_s);
    const Activity stored = answerOf((*m_w)->leads().dossier(ada)).activities.front();
    QCOMPARE(stored.magnet, u"Oven guide"_s);
    QVERIFY(stored.campaign.isEmpty());
}

void TestCampaignService::creditsFirstLastAndEvery()
{
    using Credit = ReportQuery::Credit;
    answerOf(campaigns().saveMagnet({{}, u"Guide"_s, MagnetKind::Ebook, u"Guide campaign"_s}));
    const LeadId ada = lead(u"Ada"_s, u"Fair"_s);
    lead(u"Bob"_s, u"Fair"_s);
    const LeadId cleo = lead(u"Cleo"_s, {});
    take(ada, u"Guide"_s, 1);
    take(cleo, u"Guide"_s, 1);
    QCOMPARE(leadsOf(u"Fair"_s, Credit::First), u"Ada Bob"_s);
    QCOMPARE(leadsOf(u"No campaign"_s, Credit::First), u"Cleo"_s);
    QCOMPARE(leadsOf(u"Guide campaign"_s, Credit::First), u"no row"_s);
    QCOMPARE(leadsOf(u"Fair"_s, Credit::Last), u"Bob"_s);
    QCOMPARE(leadsOf(u"Guide campaign"_s, Credit::Last), u"Ada Cleo"_s);
    QCOMPARE(leadsOf(u"Fair"_s, Credit::Every), u"Ada Bob"_s);
    QCOMPARE(leadsOf(u"Guide campaign"_s, Credit::Every), u"Ada Cleo"_s);
    QCOMPARE(leadsOf(u"No campaign"_s, Credit::Every), u"no row"_s);
    // What reached a lead after it was won brought nothing.
    LeadMove won;
    won.outcome = Outcome::Won;
    answerOf((*m_w)->leads().move({ada}, won));
    QCOMPARE(leadsOf(u"Guide campaign"_s, Credit::Last), u"Cleo"_s);
}

void TestCampaignService::hangsChannels()
{
    answerOf(campaigns().setParent(u"Paid search"_s, u"Search"_s));
    answerOf(campaigns().setParent(u"Search"_s, u"Online"_s));
    QCOMPARE(marketing().topOf(u"Paid search"_s), u"Online"_s);
    QCOMPARE(marketing().pathOf(u"Paid search"_s), u"Online → Search → Paid search"_s);
    QCOMPARE(errorOf(campaigns().setParent(u"Online"_s, u"Paid search"_s)).code, ErrorCode::InvalidValue);
    QCOMPARE(errorOf(campaigns().setParent(u"Online"_s, u"online"_s)).code, ErrorCode::InvalidValue);
    answerOf(campaigns().setParent(u"Search"_s, {}));
    QCOMPARE(marketing().topOf(u"Paid search"_s), u"Search"_s);
    undo();
    QCOMPARE(marketing().topOf(u"Paid search"_s), u"Online"_s);
    // The sources report in one row for each widest channel.
    lead(u"Ada"_s, {}, u"Paid search"_s);
    lead(u"Bob"_s, {}, u"Online"_s);
    ReportQuery query;
    query.kind = ReportKind::Sources;
    query.channels = true;
    query.asOf = m_w->clock().now();
    query.until = query.asOf + 1;
    const Figures figures = answerOf((*m_w)->reports().report(query)).figures;
    QCOMPARE(figures.rows.size(), size_t(1));
    QCOMPARE(figures.rows.front().name, u"Online"_s);
    QCOMPARE(figures.rows.front().figures.front(), FigureValue(qint64(2)));
}

void TestCampaignService::keepsRates()
{
    ExchangeRate rate{{}, u"USD"_s, u"EUR"_s, {2026, 1, 1}, Decimal{900'000}};
    answerOf(campaigns().setRate(rate));
    rate.rate.millionths = 920'000;
    answerOf(campaigns().setRate(rate)); // said again for the same day
    QCOMPARE(marketing().rates.size(), size_t(1));
    QCOMPARE(marketing().rates.front().rate, Decimal{920'000});
    undo();
    QCOMPARE(marketing().rates.front().rate, Decimal{900'000});
    answerOf(campaigns().removeRate(marketing().rates.front().id));
    QVERIFY(marketing().rates.empty());
    rate.rate.millionths = 0;
    QCOMPARE(errorOf(campaigns().setRate(rate)).code, ErrorCode::InvalidValue);
    rate = {{}, u"Dollar"_s, u"EUR"_s, {2026, 1, 1}, Decimal{900'000}};
    QCOMPARE(errorOf(campaigns().setRate(rate)).code, ErrorCode::InvalidValue);
}

void TestCampaignService::readsUtmFields()
{
    m_w->import(m_w->write(u"leads.csv"_s,
                           "Name,Email,utm_source,utm_medium,utm_campaign,utm_content,utm_term\n"
                           "Ada,ada@a.example,google,cpc,Oven guide,red button,deck oven\n"));
    const Lead ada = m_w->lead(m_w->list(u"Ada"_s)->ids.front());
    QCOMPARE(ada.source, u"google"_s);
    QCOMPARE(ada.campaign, u"Oven guide"_s);
    QVERIFY(ada.notes.isEmpty());
    const auto words = (*m_w)->vocabulary();
    QCOMPARE(words->fields.size(), size_t(3)); // medium, content and term are kept as they were
    QCOMPARE(m_w->list(u"utmMedium:cpc utmTerm:deck"_s)->ids.size(), size_t(1));
}

void TestCampaignService::goesOutWithEverythingAndComesBack()
{
    plan(u"Spring fair"_s);
    spend(u"Spring fair"_s, 289'000);
    answerOf(campaigns().saveMagnet({{}, u"Guide"_s, MagnetKind::Webinar, u"Spring fair"_s}));
    answerOf(campaigns().setParent(u"Trade fair"_s, u"In person"_s));
    answerOf(campaigns().setRate({{}, u"USD"_s, u"EUR"_s, {2026, 1, 1}, Decimal{900'000}}));
    take(lead(u"Ada"_s, u"Spring fair"_s), u"Guide"_s, 0);
    const Marketing before = marketing();
    const QString folder = m_w->file(u"everything"_s);
    answerOf((*m_w)->exports().writeAll(folder, std::make_shared<Progress>()));
    TemporaryWorkspace other;
    answerOf(other->exports().readAll(folder, std::make_shared<Progress>()));
    QCOMPARE(answerOf(other->campaigns().marketing()), before);
    const LeadId ada = other.list(u"Ada"_s)->ids.front();
    QCOMPARE(answerOf(other->campaigns().touches(ada)).back().magnet, u"Guide"_s);
}

void TestCampaignService::theSampleHasCampaigns()
{
    answerOf((*m_w)->imports().addSample(200, 1, std::make_shared<Progress>()));
    const Marketing sample = marketing();
    QCOMPARE(sample.campaigns.size(), size_t(6));
    QCOMPARE(sample.magnets.size(), size_t(3));
    QCOMPARE(sample.pathOf(u"Paid search"_s), u"Online → Paid search"_s);
    QCOMPARE(sample.campaignNamed(u"Autumn fair"_s)->cost()->parts().front(), (Money{337'000, u"EUR"_s})); // 2 × 1,685
    QVERIFY(!sample.campaignNamed(u"Service check"_s)->cost());
    QVERIFY(leadsOf(u"Oven guide"_s, ReportQuery::Credit::Every).size() > leadsOf(u"Oven guide"_s, ReportQuery::Credit::First).size());
    QVERIFY(answerOf((*m_w)->verify()).isEmpty());
    undo();
    QVERIFY(marketing().campaigns.empty());
    QVERIFY(marketing().rates.empty());
}

QTEST_GUILESS_MAIN(TestCampaignService)

#include "tst_campaignservice.moc"
