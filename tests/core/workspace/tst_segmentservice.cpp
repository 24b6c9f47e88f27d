// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/segmentservice.h"
#include "support/temporaryworkspace.h"

#include "core/domain/filterproblem.h"
#include "core/rules/fieldrules.h"
#include "core/workspace/duplicateservice.h"
#include "core/workspace/fieldservice.h"
#include "core/workspace/stageservice.h"
#include "core/workspace/viewservice.h"

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 3'600'000;

} // namespace

/// Groups of leads: rules over time, dynamic and frozen, and what becomes of them when things go.
class TestSegmentService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_w = std::make_unique<TemporaryWorkspace>(); }
    void cleanup() { m_w.reset(); }

    void countsActivitiesInAWindow_data();
    void countsActivitiesInAWindow();
    void followsActivitiesAsTheyAreLogged();
    void seesFollowUps();
    void seesWhatBecameAndWas();
    void movesWithTheCalendar();
    void freezesAndThaws();
    void undoesEverything();
    void isAFilterLikeAnyOther();
    void followsRenames();
    void followsRenamesOfStagesAndCompanies();
    void keepsWhoIsMergedWhenFrozen();
    void keepsItsRulesWhileFrozen();
    void meansWhatItSays_data();
    void meansWhatItSays();
    void keepsMeAsAWord();
    void isNoCircle();
    void brokenRulesLetNobodyIn();
    void refusesNamesAndRules();
    void surviveARestart();

private:
    LeadId add(const QString &name) { return m_w->add(name); }
    void log(LeadId lead, ActivityKind kind, qint64 daysAgo, CallOutcome outcome = CallOutcome::None, Direction direction = Direction::None)
    {
        Activity activity;
        activity.lead = lead;
        activity.kind = kind;
        activity.outcome = outcome;
        activity.direction = direction;
        activity.at = m_w->clock().now() - daysAgo * day;
        answerOf((*m_w)->leads().log(activity));
    }
    QString found(const QString &filter)
    {
        QStringList names;
        for (const Lead &lead : answerOf((*m_w)->leads().rows(m_w->list(filter)->ids)))
            names += lead.name;
        names.sort();
        return names.join(u' ');
    }
    Segment segment(const QString &name) { return *(*m_w)->vocabulary()->segmentNamed(name); }
    Segment make(const QString &name, const QString &text) { return answerOf((*m_w)->segments().add(name, text)); }
    void wait(qint64 days) { m_w->clock().advance(days * day); }
    FilterContext context()
    {
        m_words = (*m_w)->vocabulary();
        return {m_words.get(), m_w->clock().now(), m_w->clock().zone()};
    }

    std::unique_ptr<TemporaryWorkspace> m_w;
    std::shared_ptr<const Vocabulary> m_words;
};

void TestSegmentService::countsActivitiesInAWindow_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("names");
    // Ada: calls 3 and 40 days ago (the first without an answer). Bob: a download 10 days ago, another 20 days ago. Cleo: nothing.
    QTest::newRow("any call, ever") << u"activity:call"_s << u"Ada"_s;
    QTest::newRow("no call in 30 days") << u"activity:call=0@30d"_s << u"Bob Cleo"_s;
    QTest::newRow("no call in 2 days") << u"activity:call<1@2d"_s << u"Ada Bob Cleo"_s;
    QTest::newRow("the third day back counts whole") << u"activity:call@3d"_s << u"Ada"_s;
    QTest::newRow("two calls in a year") << u"activity:call>=2@1y"_s << u"Ada"_s;
    QTest::newRow("exactly one call in 30 days") << u"activity:call=1@30d"_s << u"Ada"_s;
    QTest::newRow("two downloads since February") << u"activity:download>=2@2026-02-01.."_s << u"Bob"_s;
    QTest::newRow("two downloads since mid-February") << u"activity:download>=2@2026-02-15.."_s << QString();
    QTest::newRow("anything last month") << u"activity:any@lastmonth"_s << u"Ada Bob"_s;
    QTest::newRow("nothing at all") << u"activity:any=0"_s << u"Cleo"_s;
    QTest::newRow("no answer") << u"activity:call/noAnswer"_s << u"Ada"_s;
    QTest::newRow("reached") << u"activity:call/connected"_s << QString();
    QTest::newRow("incoming") << u"activity:in"_s << u"Bob"_s;
    QTest::newRow("not") << u"-activity:call@30d"_s << u"Bob Cleo"_s;
}

void TestSegmentService::countsActivitiesInAWindow()
{
    QFETCH(QString, filter);
    QFETCH(QString, names);
    const LeadId ada = add(u"Ada"_s);
    const LeadId bob = add(u"Bob"_s);
    add(u"Cleo"_s);
    log(ada, ActivityKind::Call, 3, CallOutcome::NoAnswer, Direction::Outgoing);
    log(ada, ActivityKind::Call, 40, CallOutcome::None, Direction::Outgoing);
    log(bob, ActivityKind::Download, 10, CallOutcome::None, Direction::Incoming);
    log(bob, ActivityKind::Download, 20, CallOutcome::None, Direction::Incoming);
    QCOMPARE(found(filter), names);
}

void TestSegmentService::followsActivitiesAsTheyAreLogged()
{
    const LeadId ada = add(u"Ada"_s);
    QCOMPARE(found(u"activity:call=0@30d"_s), u"Ada"_s); // loaded now, kept right from here on
    log(ada, ActivityKind::Call, 0);
    QCOMPARE(found(u"activity:call=0@30d"_s), QString());
    add(u"Bob"_s); // a lead that came after the loading
    QCOMPARE(found(u"activity:call=0@30d"_s), u"Bob"_s);
    answerOf((*m_w)->history().undo());
    answerOf((*m_w)->history().undo());
    QCOMPARE(found(u"activity:call=0@30d"_s), u"Ada"_s);
}

void TestSegmentService::seesFollowUps()
{
    const LeadId ada = add(u"Ada"_s);
    const LeadId bob = add(u"Bob"_s);
    add(u"Cleo"_s);
    const auto plan = [&](LeadId lead, FollowUpKind kind, qint64 days) {
        FollowUp followUp;
        followUp.lead = lead;
        followUp.kind = kind;
        const QDateTime due = QDateTime::fromMSecsSinceEpoch(m_w->clock().now() + days * day, m_w->clock().zone());
        followUp.localTime = due.toString(u"yyyy-MM-ddTHH:mm:ss"_s);
        followUp.zone = QString::fromUtf8(m_w->clock().zone().id());
        followUp.due = due.toMSecsSinceEpoch();
        answerOf((*m_w)->followUps().plan(followUp));
    };
    plan(ada, FollowUpKind::Call, -2);
    plan(bob, FollowUpKind::Meeting, 3);
    QCOMPARE(found(u"followUp:overdue"_s), u"Ada"_s);
    QCOMPARE(found(u"followUp:any"_s), u"Ada Bob"_s);
    QCOMPARE(found(u"followUp:any=0"_s), u"Cleo"_s);
    QCOMPARE(found(u"followUp:meeting@today..+7d"_s), u"Bob"_s);
    wait(4);
    QCOMPARE(found(u"followUp:overdue"_s), u"Ada Bob"_s);
    const FollowUp first = answerOf((*m_w)->leads().dossier(ada)).followUps.front();
    answerOf((*m_w)->followUps().complete(first.id));
    QCOMPARE(found(u"followUp:overdue"_s), u"Bob"_s);
    QCOMPARE(found(u"followUp:done"_s), u"Ada"_s);
}

void TestSegmentService::seesWhatBecameAndWas()
{
    const LeadId ada = add(u"Ada"_s); // cold from noon of 2 March
    const LeadId bob = add(u"Bob"_s);
    wait(10);
    LeadMove hot;
    hot.temperature = Temperature::Hot;
    answerOf((*m_w)->leads().move({ada}, hot)); // hot from 12 March
    QCOMPARE(found(u"temperature.became:hot@7d"_s), u"Ada"_s);
    wait(10); // 22 March
    LeadMove stage;
    stage.stage = (*m_w)->vocabulary()->stageNamed(u"Proposal")->id;
    answerOf((*m_w)->leads().move({bob}, stage));
    QCOMPARE(found(u"temperature.became:hot@7d"_s), QString());
    QCOMPARE(found(u"temperature.became:hot@2026-03-12"_s), u"Ada"_s);
    QCOMPARE(found(u"temperature.was:cold@2026-03-05"_s), u"Ada Bob"_s);
    QCOMPARE(found(u"temperature.was:cold@2026-03-13"_s), u"Bob"_s);
    QCOMPARE(found(u"temperature.was:hot@2026-03-13.."_s), u"Ada"_s);
    QCOMPARE(found(u"temperature.was:cold@2026-02-28"_s), QString()); // nobody was there yet
    QCOMPARE(found(u"temperature.left:cold@30d"_s), u"Ada"_s);
    QCOMPARE(found(u"temperature.became:cold"_s), QString()); // they came in cold, and did not become so
    QCOMPARE(found(u"stage.became:Proposal@1d"_s), u"Bob"_s);
    QCOMPARE(found(u"stage.became:any"_s), u"Bob"_s);
    QCOMPARE(found(u"owner.was:me"_s), u"Ada Bob"_s);
}

void TestSegmentService::movesWithTheCalendar()
{
    log(add(u"Ada"_s), ActivityKind::Call, 0);
    make(u"Going cold"_s, u"activity:any=0@30d created<-1d"_s);
    QCOMPARE(found(u"segment:\"going COLD\""_s), QString());
    wait(31);
    QCOMPARE(found(u"segment:\"Going cold\""_s), u"Ada"_s);
    QCOMPARE(answerOf((*m_w)->segments().counts()), std::vector<qint64>{1});
}

void TestSegmentService::freezesAndThaws()
{
    const LeadId ada = add(u"Ada"_s);
    const Segment cold = make(u"Cold"_s, u"temperature:cold"_s);
    answerOf((*m_w)->segments().freeze(cold.id));
    QCOMPARE(*segment(u"Cold"_s).frozenAt, m_w->clock().now());
    add(u"Bob"_s);
    LeadMove hot;
    hot.temperature = Temperature::Hot;
    answerOf((*m_w)->leads().move({ada}, hot));
    QCOMPARE(found(u"segment:Cold"_s), u"Ada"_s);
    m_w->open();
    QCOMPARE(found(u"segment:Cold"_s), u"Ada"_s);
    answerOf((*m_w)->segments().thaw(cold.id));
    QCOMPARE(found(u"segment:Cold"_s), u"Bob"_s);
    const Segment chosen = answerOf((*m_w)->segments().addByHand(u"Friends"_s, {ada, ada}));
    QCOMPARE(found(u"segment:Friends"_s), u"Ada"_s);
    QCOMPARE(errorOf((*m_w)->segments().thaw(chosen.id)).code, ErrorCode::Usage);
}

void TestSegmentService::undoesEverything()
{
    add(u"Ada"_s);
    const Segment cold = make(u"Cold"_s, u"temperature:cold"_s);
    answerOf((*m_w)->segments().freeze(cold.id));
    answerOf((*m_w)->segments().edit(cold.id, u"Icy"_s, u"temperature:cold"_s));
    answerOf((*m_w)->segments().remove(cold.id));
    QVERIFY((*m_w)->vocabulary()->segments.empty());
    answerOf((*m_w)->history().undo());
    QVERIFY(segment(u"Icy"_s).isFrozen());
    answerOf((*m_w)->history().undo());
    QCOMPARE(segment(u"Cold"_s).text, u"temperature:cold"_s);
    answerOf((*m_w)->history().undo());
    QVERIFY(!segment(u"Cold"_s).isFrozen());
    answerOf((*m_w)->history().undo());
    QVERIFY((*m_w)->vocabulary()->segments.empty());
}

void TestSegmentService::isAFilterLikeAnyOther()
{
    const LeadId ada = add(u"Ada"_s);
    add(u"Bob"_s);
    log(ada, ActivityKind::Call, 1);
    make(u"Called"_s, u"activity:call@7d"_s);
    make(u"Uncalled"_s, u"-segment:Called temperature:cold"_s);
    QCOMPARE(found(u"segment:Uncalled"_s), u"Bob"_s);
    QCOMPARE(found(u"segment:Called,Uncalled -name:Ada"_s), u"Bob"_s);
    const std::vector<BoardColumn> board =
        answerOf((*m_w)->board().board({LeadField::Temperature, Filter::segment(u"Called"_s), {}})).columns;
    QCOMPARE(board.front().leads->ids, std::vector<LeadId>{ada});
    FunnelQuery query;
    query.until = m_w->clock().now() + 1;
    query.asOf = m_w->clock().now();
    const FunnelAnswer funnel = answerOf((*m_w)->reports().funnel(query, Filter::segment(u"Called"_s)));
    QCOMPARE(funnel.leads.front()->ids, std::vector<LeadId>{ada});
}

void TestSegmentService::followsRenames()
{
    CustomField draft;
    draft.label = u"Size"_s;
    draft.type = FieldType::Choice;
    draft.options = optionsNamed({u"Small"_s, u"Large"_s}, draft);
    const CustomField size = answerOf((*m_w)->fields().add(draft));
    const LeadId ada = add(u"Ada"_s);
    answerOf((*m_w)->leads().edit({ada}, {{size.id, u"Small"_s}}));
    const Segment small = make(u"Small ones"_s, u"size:Small"_s);
    make(u"Others"_s, u"-segment:\"Small ones\""_s);
    // The option, the field and the segment get other names; the rules follow.
    std::vector<FieldOption> options = size.options;
    options[0].name = u"Tiny"_s;
    answerOf((*m_w)->fields().edit(size.id, u"Shop size"_s, options));
    QCOMPARE(segment(u"Small ones"_s).text, u"size:Tiny"_s);
    QCOMPARE(found(u"segment:\"Small ones\""_s), u"Ada"_s);
    answerOf((*m_w)->segments().edit(small.id, u"Tiny ones"_s, segment(u"Small ones"_s).text));
    QCOMPARE(segment(u"Others"_s).text, u"-segment:\"Tiny ones\""_s);
}

void TestSegmentService::followsRenamesOfStagesAndCompanies()
{
    const auto viewText = [&] { return answerOf((*m_w)->views().list()).front().filter; };
    Stage demo = answerOf((*m_w)->stages().add(u"Demo"_s));
    make(u"There"_s, u"stage:Demo"_s);
    make(u"Was there"_s, u"stage.was:Demo"_s);
    SavedView view;
    view.name = u"Demos"_s;
    view.filter = u"stage:Demo segment:There company:\"Old & Sons\""_s;
    answerOf((*m_w)->views().save(view));
    demo = *(*m_w)->vocabulary()->stageNamed(u"Demo");
    demo.name = u"Trial"_s;
    answerOf((*m_w)->stages().edit(demo));
    QCOMPARE(segment(u"There"_s).text, u"stage:Trial"_s);
    QCOMPARE(segment(u"Was there"_s).text, u"stage.was:Trial"_s);
    QVERIFY(problemsOf(segment(u"Was there"_s).filter, context()).isEmpty());
    QCOMPARE(viewText(), u"stage:Trial segment:There company:\"Old & Sons\""_s);
    answerOf((*m_w)->segments().edit(segment(u"There"_s).id, u"Here"_s, u"stage:Trial"_s));
    QCOMPARE(viewText(), u"stage:Trial segment:Here company:\"Old & Sons\""_s);
    // Two companies become one: the rules on either go on finding their leads.
    m_w->add(u"Ada"_s, u"Old & Sons"_s);
    m_w->add(u"Bob"_s, u"Elder"_s);
    m_w->add(u"Cleo"_s, u"Other"_s);
    make(u"Both"_s, u"company:\"Old & Sons\",Elder"_s);
    std::vector<Company> companies = answerOf((*m_w)->companies().list({}, 100));
    const auto id = [&](const QString &name) {
        return std::find_if(companies.begin(), companies.end(), [&](const Company &c) { return c.name == name; })->id;
    };
    answerOf((*m_w)->companies().merge({id(u"Other"_s), {id(u"Old & Sons"_s), id(u"Elder"_s)}, {}, {}}));
    // A part of a name is looked for: what it found elsewhere, it goes on finding.
    QCOMPARE(segment(u"Both"_s).text, u"company:\"Old & Sons\",Elder,Other"_s);
    QCOMPARE(viewText(), u"stage:Trial segment:Here company:\"Old & Sons\",Other"_s);
    answerOf((*m_w)->history().undo());
    QCOMPARE(segment(u"Both"_s).text, u"company:\"Old & Sons\",Elder"_s);
}

void TestSegmentService::keepsWhoIsMergedWhenFrozen()
{
    const LeadId ada = add(u"Ada"_s);
    const LeadId twin = add(u"Ada Twin"_s);
    answerOf((*m_w)->segments().addByHand(u"Friends"_s, {twin}));
    const std::vector<LeadId> stored = *segment(u"Friends"_s).members;
    answerOf((*m_w)->duplicates().merge({ada, {twin}, {}, {}}));
    QCOMPARE(m_w->list(u"segment:Friends"_s)->ids, std::vector<LeadId>{ada});
    QCOMPARE(answerOf((*m_w)->segments().counts()), std::vector<qint64>{1});
    answerOf((*m_w)->segments().edit(segment(u"Friends"_s).id, u"Good friends"_s, QString()));
    QCOMPARE(*segment(u"Good friends"_s).members, stored); // what is kept stays as it was
    m_w->open();
    QCOMPARE(m_w->list(u"segment:\"Good friends\""_s)->ids, std::vector<LeadId>{ada});
    answerOf((*m_w)->history().undo());
    answerOf((*m_w)->history().undo()); // they are two again
    QCOMPARE(m_w->list(u"segment:Friends"_s)->ids, std::vector<LeadId>{twin});
}

void TestSegmentService::keepsItsRulesWhileFrozen()
{
    add(u"Ada"_s);
    const Segment cold = make(u"Cold"_s, u"temperature:cold"_s);
    answerOf((*m_w)->segments().freeze(cold.id));
    const Error refused = errorOf((*m_w)->segments().edit(cold.id, u"Cold"_s, u"temperature:hot"_s));
    QCOMPARE(refused.code, ErrorCode::Usage);
    QVERIFY2(refused.detail.contains(u"frozen"_s), qPrintable(refused.detail));
    answerOf((*m_w)->segments().edit(cold.id, u"Icy"_s, u"temperature:cold"_s)); // its name may change
    answerOf((*m_w)->segments().thaw(cold.id));
    answerOf((*m_w)->segments().edit(cold.id, u"Icy"_s, u"temperature:hot"_s));
    QCOMPARE(found(u"segment:Icy"_s), QString());
}

void TestSegmentService::meansWhatItSays_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("names");
    // Ada: 6000 yen, Lund, tags fair 2026 and vip. Bob: 60 euros, York. Cleo: 6 dinars, nothing else.
    QTest::newRow("yen have no cents") << u"value>=5000"_s << u"Ada"_s;
    QTest::newRow("dinars have three digits") << u"value<10"_s << u"Cleo"_s;
    QTest::newRow("dinars and euros") << u"value:5..100"_s << u"Bob Cleo"_s;
    QTest::newRow("a currency") << u"value>=\"5000 JPY\""_s << u"Ada"_s;
    QTest::newRow("another currency") << u"value>=\"1 EUR\""_s << u"Bob"_s;
    QTest::newRow("not negated twice") << u"-(-city:Lund)"_s << u"Ada"_s;
    QTest::newRow("with nothing or") << u"city:none,York"_s << u"Bob Cleo"_s;
    QTest::newRow("none of tags or") << u"tag:none,vip"_s << u"Ada Bob Cleo"_s;
    QTest::newRow("a part of a tag") << u"tags~fair"_s << u"Ada"_s;
    QTest::newRow("not a tag") << u"tags:fair"_s << QString();
    QTest::newRow("everybody has a temperature") << u"temperature:none"_s << QString();
    QTest::newRow("so any does") << u"temperature:any"_s << u"Ada Bob Cleo"_s;
    QTest::newRow("and an outcome") << u"outcome:none"_s << QString();
    QTest::newRow("a city called any") << u"city:\"any\""_s << QString();
}

void TestSegmentService::meansWhatItSays()
{
    QFETCH(QString, filter);
    QFETCH(QString, names);
    const auto with = [&](const QString &name, const QString &city, const Money &value) {
        Lead lead;
        lead.name = name;
        lead.city = city;
        lead.value = value;
        return answerOf((*m_w)->leads().add(lead));
    };
    with(u"Ada"_s, u"Lund"_s, {6000, u"JPY"_s});
    with(u"Bob"_s, u"York"_s, {6000, u"EUR"_s});
    with(u"Cleo"_s, {}, {6000, u"KWD"_s});
    answerOf((*m_w)->leads().tag(m_w->list(u"name:Ada"_s)->ids, {u"fair 2026"_s, u"vip"_s}, {}));
    QCOMPARE(found(filter), names);
    const Segment kept = make(u"Kept"_s, filter);
    QCOMPARE(found(u"segment:Kept"_s), names);
}

void TestSegmentService::keepsMeAsAWord()
{
    add(u"Ada"_s);
    make(u"Mine"_s, u"owner:me"_s);
    QCOMPARE(segment(u"Mine"_s).text, u"owner:me"_s);
    QCOMPARE(found(u"segment:Mine"_s), u"Ada"_s);
    (*m_w)->setMe(u"Somebody else"_s);
    QVERIFY(problemsOf(segment(u"Mine"_s).filter, context()).isEmpty());
    QCOMPARE(found(u"segment:Mine"_s), QString());
    QCOMPARE(found(u"-owner:me"_s), u"Ada"_s);
}

void TestSegmentService::isNoCircle()
{
    const Segment a = make(u"A"_s, u"city:Porto"_s);
    make(u"B"_s, u"segment:A"_s);
    QCOMPARE(errorOf((*m_w)->segments().edit(a.id, u"A"_s, u"segment:B"_s)).code, ErrorCode::BadFilter);
    QCOMPARE(errorOf((*m_w)->segments().edit(a.id, u"A"_s, u"-segment:A"_s)).code, ErrorCode::BadFilter);
}

void TestSegmentService::brokenRulesLetNobodyIn()
{
    CustomField draft;
    draft.label = u"Roof"_s;
    const CustomField roof = answerOf((*m_w)->fields().add(draft));
    const LeadId ada = add(u"Ada"_s);
    const LeadId bob = add(u"Bob"_s);
    answerOf((*m_w)->leads().edit({ada}, {{roof.id, u"flat"_s}}));
    make(u"Flat"_s, u"roof:flat"_s);
    make(u"Not flat"_s, u"-roof:flat"_s);
    make(u"Either"_s, u"roof:flat OR name:Bob"_s);
    QCOMPARE(found(u"segment:\"Not flat\""_s), u"Bob"_s);
    answerOf((*m_w)->fields().remove(roof.id));
    // Broken, and shown so: neither the rule nor its opposite lets anyone in, and what else is true stays true.
    QCOMPARE(problemsOf(segment(u"Flat"_s).filter, context()).size(), 1);
    QVERIFY(filterSentence(segment(u"Flat"_s).filter, context()).contains(u"broken"_s));
    QCOMPARE(found(u"segment:Flat"_s), QString());
    QCOMPARE(found(u"segment:\"Not flat\""_s), QString());
    QCOMPARE(found(u"-segment:\"Not flat\""_s), QString());
    QCOMPARE(found(u"segment:Either"_s), u"Bob"_s);
    QCOMPARE(segment(u"Flat"_s).text, u"roof:flat"_s);
    // Renaming a broken segment keeps its rules; a new mistake is refused.
    answerOf((*m_w)->segments().edit(segment(u"Flat"_s).id, u"Level"_s, u"roof:flat"_s));
    QCOMPARE(errorOf((*m_w)->segments().edit(segment(u"Level"_s).id, u"Level"_s, u"colour:red"_s)).code, ErrorCode::BadFilter);
    answerOf((*m_w)->fields().restore(roof.id));
    QCOMPARE(found(u"segment:Level"_s), u"Ada"_s);
    Q_UNUSED(bob)
}

void TestSegmentService::refusesNamesAndRules()
{
    make(u"Cold"_s, u"temperature:cold"_s);
    QCOMPARE(errorOf((*m_w)->segments().add(u" cold "_s, u"city:Porto"_s)).code, ErrorCode::NameTaken);
    QCOMPARE(errorOf((*m_w)->segments().add(u"  "_s, u"city:Porto"_s)).code, ErrorCode::NameMissing);
    QCOMPARE(errorOf((*m_w)->segments().add(u"New"_s, u"temperature:tepid"_s)).code, ErrorCode::BadFilter);
    QCOMPARE((*m_w)->vocabulary()->segments.size(), size_t(1));
}

void TestSegmentService::surviveARestart()
{
    log(add(u"Ada"_s), ActivityKind::Call, 1);
    make(u"Called"_s, u"activity:call@7d"_s);
    m_w->open();
    QCOMPARE(found(u"segment:Called"_s), u"Ada"_s);
    QCOMPARE(answerOf((*m_w)->verify()), QStringList());
}

QTEST_GUILESS_MAIN(TestSegmentService)
#include "tst_segmentservice.moc"
