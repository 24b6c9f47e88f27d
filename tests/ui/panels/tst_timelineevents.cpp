// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/timelineevents.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

QStringList titles(const std::vector<TimelineEvent> &events)
{
    QStringList all;
    for (const TimelineEvent &event : events)
        all += event.title;
    return all;
}

Vocabulary words()
{
    Vocabulary vocabulary;
    vocabulary.stages = defaultStages();
    for (size_t i = 0; i < vocabulary.stages.size(); ++i)
        vocabulary.stages[i].id = StageId(qint64(i) + 1);
    return vocabulary;
}

} // namespace

/// What happened to a lead, out of its activities and its stays, newest first.
class TestTimelineEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithHowItCameIn();
    void anActivityTellsItsOutcome();
    void movesAreTold();
    void aLostLeadTellsWhy();
    void ownersHandOver();
    void aHandoverTellsItsAnswerAndWhatWasKnown();
    void changesAndImportsAreTold();
    void filesAndFollowUpsAreTold();
    void theFirstContactIsMeasured();
};

void TestTimelineEvents::beginsWithHowItCameIn()
{
    LeadDossier dossier;
    dossier.lead.created = 100;
    QCOMPARE(titles(timelineOf(dossier, words(), 0)), QStringList{u"Came in"_s});
    dossier.lead.source = u"Web form"_s;
    dossier.lead.campaign = u"Autumn fair"_s;
    const std::vector<TimelineEvent> events = timelineOf(dossier, words(), 0);
    QCOMPARE(events.front().title, u"Came in through web form"_s);
    QCOMPARE(events.front().note, u"Campaign: Autumn fair"_s);
}

void TestTimelineEvents::anActivityTellsItsOutcome()
{
    Activity call;
    call.kind = ActivityKind::Call;
    call.outcome = CallOutcome::NoAnswer;
    QCOMPARE(activityTitle(call), u"Call, no answer"_s);
    call.outcome = CallOutcome::Connected;
    call.durationSeconds = 372; // six minutes and twelve seconds
    QCOMPARE(activityTitle(call), u"Call, 6:12, connected"_s);
}

void TestTimelineEvents::movesAreTold()
{
    LeadDossier dossier;
    dossier.lead.created = 100;
    dossier.lead.temperature = Temperature::Hot;
    dossier.lead.stage = StageId(3);
    dossier.stays = {{Axis::Stage, u"1"_s, 100, 250}, {Axis::Temperature, u"cold"_s, 100, 200}, {Axis::Temperature, u"warm"_s, 200, 300}};
    Activity note;
    note.at = 220;
    dossier.activities = {note};
    const std::vector<TimelineEvent> events = timelineOf(dossier, words(), 0);
    QCOMPARE(titles(events),
             (QStringList{u"Warm to hot"_s, u"Prospect to Marketing qualified"_s, u"Note"_s, u"Cold to warm"_s, u"Came in"_s}));
    QCOMPARE(events[0].at, UtcMs(300));
    QCOMPARE(events[0].symbol, Symbol::Flame);
}

void TestTimelineEvents::aLostLeadTellsWhy()
{
    LeadDossier dossier;
    dossier.lead.outcome = Outcome::Lost;
    dossier.lead.outcomeSince = 300;
    dossier.lead.reason = u"Too expensive"_s;
    // Won once, opened again, lost in the end.
    dossier.stays = {{Axis::Outcome, u"open"_s, 0, 100}, {Axis::Outcome, u"won"_s, 100, 200}, {Axis::Outcome, u"open"_s, 200, 300}};
    const std::vector<TimelineEvent> events = timelineOf(dossier, words(), 0);
    QCOMPARE(titles(events), (QStringList{u"Lost"_s, u"Opened again"_s, u"Won"_s, u"Came in"_s}));
    QCOMPARE(events[0].note, u"Too expensive"_s);
    QCOMPARE(events[2].note, QString());
}

void TestTimelineEvents::ownersHandOver()
{
    LeadDossier dossier;
    dossier.lead.owner = QString();
    dossier.stays = {{Axis::Owner, QString(), 0, 100}, {Axis::Owner, u"Ines"_s, 100, 200}, {Axis::Owner, u"Tom"_s, 200, 300}};
    QCOMPARE(titles(timelineOf(dossier, words(), 0)),
             (QStringList{u"Tom gave it back"_s, u"Ines handed it to Tom"_s, u"Taken on by Ines"_s, u"Came in"_s}));
}

void TestTimelineEvents::aHandoverTellsItsAnswerAndWhatWasKnown()
{
    LeadDossier dossier;
    dossier.lead.owner = u"Tom"_s;
    dossier.stays = {{Axis::Owner, u"Ines"_s, 0, 60'000}}; // told once, as the handover
    Handover handover;
    handover.at = 60'000;
    handover.to = u"Tom"_s;
    handover.by = u"Ines"_s;
    handover.reason = u"Wants an oven"_s;
    handover.temperature = Temperature::Warm;
    handover.stage = u"Proposal"_s;
    handover.budget = Answer::Yes;
    dossier.handovers = {handover};
    const std::vector<TimelineEvent> events = timelineOf(dossier, words(), 0);
    QCOMPARE(titles(events), (QStringList{u"Handed over to Tom"_s, u"Came in"_s}));
    QCOMPARE(events[0].note, u"Wants an oven\nThen: warm, Proposal; budget yes\nNot answered yet"_s);
    dossier.handovers[0].state = Handover::State::Declined;
    dossier.handovers[0].answeredAt = 60'000 + 20 * 60'000;
    dossier.handovers[0].answer = u"Not my region"_s;
    QVERIFY(timelineOf(dossier, words(), 0)[0].note.endsWith(u"Declined after 20 min: Not my region"_s));
}

void TestTimelineEvents::changesAndImportsAreTold()
{
    LeadDossier dossier;
    const auto change = [&](qint64 id, UtcMs at, std::vector<FieldChange> fields) {
        LeadChange made;
        made.change.id = ChangeId(id);
        made.change.at = at;
        made.fields = std::move(fields);
        return made;
    };
    LeadChange takenBack = change(5, 500, {{u"City"_s, {}, u"Lisboa"_s}});
    takenBack.change.undone = true;
    dossier.changes = {takenBack, change(4, 400, {{u"City"_s, u"Porto"_s, {}}, {u"Temperature"_s, u"Cold"_s, u"Warm"_s}}),
                       change(3, 300, {{u"Stage"_s, u"Prospect"_s, u"Proposal"_s}}), change(2, 200, {})};
    dossier.imports = {{ChangeId(2), u"fair.csv"_s}};
    const std::vector<TimelineEvent> events = timelineOf(dossier, words(), 0);
    // What was taken back did not happen; a move is told by its stay.
    QCOMPARE(titles(events), (QStringList{u"Changed: city"_s, u"Imported from fair.csv"_s, u"Came in"_s}));
    QCOMPARE(events[0].note, u"City: Porto → –"_s);
    QVERIFY(events[0].kind == TimelineKind::Edit);
    QVERIFY(events[1].kind == TimelineKind::Import);
}

void TestTimelineEvents::filesAndFollowUpsAreTold()
{
    LeadDossier dossier;
    Attachment file;
    file.name = u"offer.pdf"_s;
    file.at = 300;
    dossier.attachments = {file};
    FollowUp done;
    done.kind = FollowUpKind::Call;
    done.state = FollowUpState::Done;
    done.due = 100;
    done.revision = ChangeId(7);
    FollowUp open;
    dossier.followUps = {open, done};
    LeadChange completed;
    completed.change.id = ChangeId(7);
    completed.change.at = 200; // done later than it was due
    dossier.changes = {completed};
    const std::vector<TimelineEvent> events = timelineOf(dossier, words(), 0);
    QCOMPARE(titles(events), (QStringList{u"File: offer.pdf"_s, u"Follow-up done: call"_s, u"Came in"_s}));
    QCOMPARE(events[1].at, UtcMs(200));
}

void TestTimelineEvents::theFirstContactIsMeasured()
{
    LeadDossier dossier;
    dossier.lead.created = 1'000;
    QCOMPARE(timelineOf(dossier, words(), 1'000 + 3 * 3'600'000).back().note, u"Nobody has been in touch yet, for 3 h"_s);
    Activity call;
    call.kind = ActivityKind::Call;
    call.direction = Direction::Outgoing;
    call.at = 1'000 + 14 * 60'000;
    dossier.activities = {call};
    QCOMPARE(timelineOf(dossier, words(), 1'000 + 3 * 3'600'000).back().note, u"First contact after 14 min"_s);
}

QTEST_MAIN(TestTimelineEvents)
#include "tst_timelineevents.moc"
