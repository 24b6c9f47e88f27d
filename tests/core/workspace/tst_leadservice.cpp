// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Adding, editing, moving, finding; the board; follow-ups; what is refused.
class TestLeadService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesALeadNobodyCouldReach();
    void givesANewLeadItsDefaults();
    void saysWhoIsThereAlready();
    void refusesAnEditOfAnOldRevision();
    void movesManyAtOnce();
    void keepsTheStaysOfAMove();
    void sumsTheBoard();
    void showsTheFirstPageFromTheStore();
    void findsByDigitsOfAPhone();
    void loggingKeepsTheLastActivityCurrent();
    void followUpsComeUpWhenTheyAreDue();
    void tellsOfEveryChange();
};

void TestLeadService::refusesALeadNobodyCouldReach()
{
    TemporaryWorkspace w;
    Lead lead;
    lead.city = u"Bremen"_s;
    QCOMPARE(errorOf(w->leads().add(lead)).code, ErrorCode::MissingContact);
    QVERIFY(!w->history().nextUndo());
}

void TestLeadService::givesANewLeadItsDefaults()
{
    TemporaryWorkspace w;
    const Lead lead = w.lead(w.add(u"Marta"_s));
    QCOMPARE(lead.created, TemporaryWorkspace::noon);
    QCOMPARE(lead.owner, u"Ines"_s);
    QCOMPARE(lead.stage, w->vocabulary()->stages.front().id);
    QCOMPARE(lead.temperature, Temperature::Cold);
    QVERIFY(!lead.lastActivity && !lead.nextFollowUp);
}

void TestLeadService::saysWhoIsThereAlready()
{
    TemporaryWorkspace w;
    Lead lead;
    lead.name = u"Marta"_s;
    lead.emails.push_back({*EmailAddress::parse(u"Marta@Estrela.example"), {}, ContactState::Usable});
    answerOf(w->leads().add(lead));
    Lead draft;
    draft.emails.push_back({*EmailAddress::parse(u"marta@estrela.EXAMPLE"), {}, ContactState::Usable});
    const std::optional<Lead> match = answerOf(w->leads().match(draft));
    QVERIFY(match);
    QCOMPARE(match->name, u"Marta"_s);
    draft.emails.front().address = *EmailAddress::parse(u"other@estrela.example");
    QVERIFY(!answerOf(w->leads().match(draft)));
}

void TestLeadService::refusesAnEditOfAnOldRevision()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    Lead mine = w.lead(id);
    answerOf(w->leads().edit({id}, {{LeadField::City, u"Porto"_s}}));
    mine.city = u"Bremen"_s;
    QCOMPARE(errorOf(w->leads().save(mine)).code, ErrorCode::Conflict);
    QCOMPARE(w.lead(id).city, u"Porto"_s);
}

void TestLeadService::movesManyAtOnce()
{
    TemporaryWorkspace w;
    const LeadId one = w.add(u"Marta"_s);
    const LeadId two = w.add(u"Jan"_s);
    LeadMove move;
    move.outcome = Outcome::Lost;
    move.reason = u"Price"_s;
    QCOMPARE(answerOf(w->leads().move({one, two}, move)).leads.size(), size_t(2));
    QCOMPARE(w.lead(two).reason, u"Price"_s);
    answerOf(w->history().undo());
    QCOMPARE(w.lead(one).outcome, Outcome::Open);
    QCOMPARE(w.lead(two).reason, QString());
}

void TestLeadService::keepsTheStaysOfAMove()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    const auto &stages = w->vocabulary()->stages;
    w.clock().advance(3'600'000);
    LeadMove move;
    move.stage = stages[2].id;
    answerOf(w->leads().move({id}, move));
    FunnelQuery query;
    query.until = query.asOf = w.clock().now() + 1;
    query.basis = FunnelQuery::Basis::Snapshot;
    const auto standing = [&](UtcMs at) {
        query.asOf = at;
        const FunnelReport report = answerOf(w->reports().funnel(query)).report;
        for (const FunnelStep &step : report.steps) {
            if (step.count == 1)
                return step.stage.name;
        }
        return QString();
    };
    QCOMPARE(standing(w.clock().now() + 1), stages[2].name);
    QCOMPARE(standing(TemporaryWorkspace::noon + 1), stages[0].name); // as it stood an hour before
}

void TestLeadService::sumsTheBoard()
{
    TemporaryWorkspace w;
    for (const int value : {100, 250}) {
        Lead lead;
        lead.name = u"Lead of %1"_s.arg(value);
        lead.value = Money{value * 100, u"EUR"_s};
        lead.temperature = Temperature::Hot;
        lead.stage = w->vocabulary()->stageOfKind(StageKind::SalesQualified)->id;
        answerOf(w->leads().add(lead));
    }
    const auto columns = answerOf(w->board().board({})).columns;
    QCOMPARE(columns.size(), size_t(3));
    QCOMPARE(columns.back().leads->ids.size(), size_t(2));
    QCOMPARE(columns.back().leads->value.parts(), (std::vector<Money>{{35000, u"EUR"_s}}));
    const int percent = w->vocabulary()->stageOfKind(StageKind::SalesQualified)->winPercent;
    QCOMPARE(columns.back().weighted.parts(), (std::vector<Money>{{35000 * percent / 100, u"EUR"_s}}));
    QCOMPARE(answerOf(w->board().board({LeadField::Stage, {}, {}})).columns.size(), w->vocabulary()->stages.size());
}

void TestLeadService::showsTheFirstPageFromTheStore()
{
    TemporaryWorkspace w;
    const LeadId first = w.add(u"First"_s);
    w.clock().advance(1000);
    const LeadId second = w.add(u"Second"_s);
    w.clock().advance(1000);
    LeadMove won;
    won.outcome = Outcome::Won;
    answerOf(w->leads().move({w.add(u"Third"_s)}, won));
    const std::vector<Lead> page = answerOf(w->leads().newest(10));
    QCOMPARE(page.size(), size_t(2));
    QCOMPARE(page[0].id, second);
    QCOMPARE(page[1].id, first);
}

void TestLeadService::findsByDigitsOfAPhone()
{
    TemporaryWorkspace w;
    Lead lead;
    lead.name = u"Marta"_s;
    lead.phones.push_back({*PhoneNumber::parse(u"+49 (0)30 23125-123", u"DE"_s), {}, ContactState::Usable});
    answerOf(w->leads().add(lead));
    for (const QString &typed : {u"23125123"_s, u"30 23125"_s, u"030/23125"_s, u"+49 30 23125 123"_s, u"125-12"_s})
        QCOMPARE(answerOf(w->find().names({typed, {}})).total, qint64(1));
    QCOMPARE(answerOf(w->find().names({u"99999"_s, {}})).total, qint64(0));
}

void TestLeadService::loggingKeepsTheLastActivityCurrent()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    Activity call;
    call.lead = id;
    call.kind = ActivityKind::Call;
    call.at = TemporaryWorkspace::noon - 1000;
    call.note = u"asked for a quote"_s;
    answerOf(w->leads().log(call));
    QCOMPARE(w.lead(id).lastActivity, std::optional(call.at));
    QCOMPARE(answerOf(w->find().notes(u"quote"_s, 5)).size(), size_t(1));
    answerOf(w->history().undo());
    QVERIFY(!w.lead(id).lastActivity);
    QCOMPARE(answerOf(w->find().notes(u"quote"_s, 5)).size(), size_t(0));
}

void TestLeadService::followUpsComeUpWhenTheyAreDue()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    FollowUp call;
    call.lead = id;
    call.localTime = u"2026-03-03T09:00:00"_s;
    call.zone = u"Europe/Berlin"_s;
    answerOf(w->followUps().plan(call));
    const UtcMs due = TemporaryWorkspace::noon + 21 * 3'600'000; // nine o'clock the next morning
    QCOMPARE(w.lead(id).nextFollowUp, std::optional(due));
    QVERIFY(answerOf(w->followUps().due(due)).empty());
    const auto coming = answerOf(w->followUps().due(due + 1));
    QCOMPARE(coming.size(), size_t(1));
    QCOMPARE(coming.front().lead.name, u"Marta"_s);
    answerOf(w->followUps().snooze(coming.front().followUp.id, due + 1000));
    QCOMPARE(w.lead(id).nextFollowUp, std::optional(due + 1000));
    answerOf(w->followUps().complete(coming.front().followUp.id));
    QVERIFY(!w.lead(id).nextFollowUp);
    QVERIFY(answerOf(w->followUps().due(due + 10'000)).empty());
}

void TestLeadService::tellsOfEveryChange()
{
    TemporaryWorkspace w;
    int told = 0;
    std::vector<LeadId> leads;
    QObject::connect(&*w, &Workspace::changed, &*w, [&](const ChangeSet &changes) {
        ++told;
        leads = changes.leads;
    });
    const LeadId id = w.add(u"Marta"_s);
    QTRY_COMPARE(told, 1);
    QCOMPARE(leads, std::vector<LeadId>{id});
    answerOf(w->history().undo());
    QTRY_COMPARE(told, 2);
    QCOMPARE(leads, std::vector<LeadId>{id});
}

QTEST_GUILESS_MAIN(TestLeadService)
#include "tst_leadservice.moc"
