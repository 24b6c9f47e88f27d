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
};

void TestTimelineEvents::beginsWithHowItCameIn()
{
    LeadDossier dossier;
    dossier.lead.created = 100;
    QCOMPARE(titles(timelineOf(dossier, words())), QStringList{u"Came in"_s});
    dossier.lead.source = u"Web form"_s;
    dossier.lead.campaign = u"Autumn fair"_s;
    const std::vector<TimelineEvent> events = timelineOf(dossier, words());
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
    const std::vector<TimelineEvent> events = timelineOf(dossier, words());
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
    const std::vector<TimelineEvent> events = timelineOf(dossier, words());
    QCOMPARE(titles(events), (QStringList{u"Lost"_s, u"Opened again"_s, u"Won"_s, u"Came in"_s}));
    QCOMPARE(events[0].note, u"Too expensive"_s);
    QCOMPARE(events[2].note, QString());
}

void TestTimelineEvents::ownersHandOver()
{
    LeadDossier dossier;
    dossier.lead.owner = QString();
    dossier.stays = {{Axis::Owner, QString(), 0, 100}, {Axis::Owner, u"Ines"_s, 100, 200}, {Axis::Owner, u"Tom"_s, 200, 300}};
    QCOMPARE(titles(timelineOf(dossier, words())),
             (QStringList{u"Tom gave it back"_s, u"Ines handed it to Tom"_s, u"Taken on by Ines"_s, u"Came in"_s}));
}

QTEST_MAIN(TestTimelineEvents)
#include "tst_timelineevents.moc"
