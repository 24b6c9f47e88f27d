// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Undo and redo of every command, in one session and after a restart.
class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoesAnAddition();
    void undoesAndRedoesAMove();
    void keepsTheStackOverARestart();
    void undoesOldestOfSeveralFieldByField();
    void refusesToOverwriteALaterEdit();
    void undoesALoggedCall();
    void undoesAFollowUpAndItsSnooze();
    void undoesABulkEditAsOne();
    void aChangeThatChangesNothingIsNoStep();
    void newWorkForgetsRedo();
};

void TestUndo::undoesAnAddition()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta Oliveira"_s, u"Padaria Estrela"_s);
    QCOMPARE(w->history().nextUndo()->label, u"Add Marta Oliveira"_s);
    answerOf(w->history().undo());
    QCOMPARE(errorOf(w->leads().lead(id)).code, ErrorCode::NotFound);
    QCOMPARE(answerOf(w->companies().list({}, 10)).size(), size_t(0));
    answerOf(w->history().redo());
    QCOMPARE(w.lead(id).company, u"Padaria Estrela"_s);
    answerOf(w->history().undo());
    QCOMPARE(w.list({})->ids.size(), size_t(0));
}

void TestUndo::undoesAndRedoesAMove()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    const Lead before = w.lead(id);
    w.clock().advance(3'600'000);
    LeadMove move;
    move.temperature = Temperature::Hot;
    answerOf(w->leads().move({id}, move));
    const Lead hot = w.lead(id);
    QCOMPARE(hot.temperature, Temperature::Hot);
    QCOMPARE(hot.temperatureSince, TemporaryWorkspace::noon + 3'600'000);
    answerOf(w->history().undo());
    QCOMPARE(w.lead(id), before);
    answerOf(w->history().redo());
    QCOMPARE(w.lead(id), hot);
    QCOMPARE(w.list(u"temperature:hot"_s)->ids, std::vector<LeadId>{id});
}

void TestUndo::keepsTheStackOverARestart()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    LeadMove move;
    move.outcome = Outcome::Lost;
    move.reason = u"too expensive"_s;
    answerOf(w->leads().move({id}, move));
    w.open();
    QCOMPARE(w->history().nextUndo()->label, u"Mark Marta as lost"_s);
    answerOf(w->history().undo());
    QCOMPARE(w.lead(id).outcome, Outcome::Open);
    QVERIFY(w.lead(id).reason.isEmpty());
    w.open();
    QCOMPARE(w->history().nextRedo()->label, u"Mark Marta as lost"_s);
    answerOf(w->history().redo());
    QCOMPARE(w.lead(id).reason, u"too expensive"_s);
}

void TestUndo::undoesOldestOfSeveralFieldByField()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    const ChangeId city = answerOf(w->leads().edit({id}, {{LeadField::City, u"Porto"_s}})).change;
    answerOf(w->leads().edit({id}, {{LeadField::JobTitle, u"Owner"_s}}));
    answerOf(w->history().undo(city));
    QVERIFY(w.lead(id).city.isEmpty());
    QCOMPARE(w.lead(id).jobTitle, u"Owner"_s);
}

void TestUndo::refusesToOverwriteALaterEdit()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    const ChangeId first = answerOf(w->leads().edit({id}, {{LeadField::City, u"Porto"_s}})).change;
    answerOf(w->leads().edit({id}, {{LeadField::City, u"Lisboa"_s}}));
    const Error error = errorOf(w->history().undo(first));
    QCOMPARE(error.code, ErrorCode::Conflict);
    QCOMPARE(error.subject, u"Marta"_s);
    QCOMPARE(w.lead(id).city, u"Lisboa"_s);

    Lead stale = w.lead(id);
    answerOf(w->leads().edit({id}, {{LeadField::City, u"Braga"_s}}));
    stale.jobTitle = u"Owner"_s;
    QCOMPARE(errorOf(w->leads().save(stale)).code, ErrorCode::Conflict);
    QCOMPARE(w.lead(id).city, u"Braga"_s);
}

void TestUndo::undoesALoggedCall()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    Activity call;
    call.lead = id;
    call.kind = ActivityKind::Call;
    call.outcome = CallOutcome::NoAnswer;
    answerOf(w->leads().log(call));
    QCOMPARE(w.lead(id).lastActivity, std::optional(TemporaryWorkspace::noon));
    answerOf(w->history().undo());
    QVERIFY(!w.lead(id).lastActivity);
    QVERIFY(answerOf(w->leads().dossier(id)).activities.empty());
    answerOf(w->history().redo());
    QCOMPARE(answerOf(w->leads().dossier(id)).activities.size(), size_t(1));
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestUndo::undoesAFollowUpAndItsSnooze()
{
    TemporaryWorkspace w;
    FollowUp followUp;
    followUp.lead = w.add(u"Marta"_s);
    followUp.localTime = u"2026-03-03T09:00:00"_s;
    followUp.zone = u"Europe/Berlin"_s;
    answerOf(w->followUps().plan(followUp));
    const UtcMs nine = TemporaryWorkspace::noon + 21 * 3'600'000;
    QCOMPARE(w.lead(followUp.lead).nextFollowUp, std::optional(nine));
    const FollowUpId id = answerOf(w->leads().dossier(followUp.lead)).followUps.front().id;
    answerOf(w->followUps().snooze(id, nine + 3'600'000));
    QCOMPARE(w.lead(followUp.lead).nextFollowUp, std::optional(nine + 3'600'000));
    answerOf(w->followUps().complete(id));
    QVERIFY(!w.lead(followUp.lead).nextFollowUp);
    answerOf(w->history().undo());
    QCOMPARE(w.lead(followUp.lead).nextFollowUp, std::optional(nine + 3'600'000));
    answerOf(w->history().undo());
    QCOMPARE(w.lead(followUp.lead).nextFollowUp, std::optional(nine));
    answerOf(w->history().undo());
    QVERIFY(!w.lead(followUp.lead).nextFollowUp);
}

void TestUndo::undoesABulkEditAsOne()
{
    TemporaryWorkspace w;
    std::vector<LeadId> ids;
    for (int i = 0; i < 20; ++i)
        ids.push_back(w.add(u"Lead %1"_s.arg(i)));
    answerOf(w->leads().edit(ids, {{LeadField::Tags, u"fair; bakery"_s}, {LeadField::Owner, u"Tom"_s}}));
    QCOMPARE(w.list(u"tag:fair owner:Tom"_s)->ids.size(), size_t(20));
    QCOMPARE(w->history().nextUndo()->rows, 23); // twenty leads, and the words Tom, fair and bakery
    answerOf(w->history().undo());
    QCOMPARE(w.list(u"tag:any"_s)->ids.size(), size_t(0));
    QCOMPARE(w.list(u"owner:Ines"_s)->ids.size(), size_t(20));
    QCOMPARE(w->vocabulary()->members, std::vector<QString>{u"Ines"_s});
}

void TestUndo::aChangeThatChangesNothingIsNoStep()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    const Written written = answerOf(w->leads().edit({id}, {{LeadField::Name, u"Marta"_s}}));
    QVERIFY(written.change.isNull());
    QCOMPARE(w->history().nextUndo()->label, u"Add Marta"_s);
}

void TestUndo::newWorkForgetsRedo()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    answerOf(w->leads().edit({id}, {{LeadField::City, u"Porto"_s}}));
    answerOf(w->history().undo());
    answerOf(w->leads().edit({id}, {{LeadField::City, u"Braga"_s}}));
    QVERIFY(!w->history().nextRedo());
    QCOMPARE(errorOf(w->history().redo()).code, ErrorCode::NothingToRedo);
    answerOf(w->history().undo());
    answerOf(w->history().undo());
    QCOMPARE(errorOf(w->history().undo()).code, ErrorCode::NothingToUndo);
}

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
