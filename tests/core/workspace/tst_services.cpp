// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Companies, follow-ups and reports by their services.
class TestServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsCompaniesWithTheirLeads();
    void plansInTheZoneThatWasMeant();
    void plansOverATimeChange();
    void refusesATimeThatIsNone();
    void bringsUpWhatIsDue();
    void settlesFollowUps();
    void countsAFunnelByHand();
    void reportsOnlyWhatAFilterMatches();
    void refusesWhatIsGone();

private:
    FollowUp followUp(LeadId lead, const QString &localTime, const QString &zone = u"Europe/Berlin"_s)
    {
        FollowUp followUp;
        followUp.lead = lead;
        followUp.localTime = localTime;
        followUp.zone = zone;
        return followUp;
    }
    UtcMs dueOf(TemporaryWorkspace &w, const QString &localTime, const QString &zone)
    {
        const LeadId lead = w.add(u"Lead"_s);
        answerOf(w->followUps().plan(followUp(lead, localTime, zone)));
        return w.lead(lead).nextFollowUp.value_or(-1);
    }
    static UtcMs utc(const char *iso) { return QDateTime::fromString(QLatin1String(iso), Qt::ISODate).toMSecsSinceEpoch(); }
};

void TestServices::listsCompaniesWithTheirLeads()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s, u"Estrela"_s);
    w.add(u"Rui"_s, u"estrela"_s); // the same company
    w.add(u"Bo"_s, u"Sol"_s);
    const std::vector<Company> all = answerOf(w->companies().list({}, 10));
    QCOMPARE(all.size(), size_t(2));
    QCOMPARE(all[0].name, u"Estrela"_s);
    QCOMPARE(all[0].leadCount, 2);
    QCOMPARE(answerOf(w->companies().list(u"so"_s, 10)).size(), size_t(1));
    QCOMPARE(answerOf(w->companies().company(all[1].id)).name, u"Sol"_s);
    QCOMPARE(answerOf(w->companies().list({}, 1)).size(), size_t(1));
}

void TestServices::plansInTheZoneThatWasMeant()
{
    TemporaryWorkspace w;
    QCOMPARE(dueOf(w, u"2026-03-03T09:00:00"_s, u"Europe/Berlin"_s), utc("2026-03-03T08:00:00Z"));
    QCOMPARE(dueOf(w, u"2026-03-03T09:00:00"_s, u"America/New_York"_s), utc("2026-03-03T14:00:00Z"));
    QCOMPARE(dueOf(w, u"2026-03-03T09:00:00"_s, u"Asia/Kathmandu"_s), utc("2026-03-03T03:15:00Z")); // five hours and three quarters ahead
    QCOMPARE(dueOf(w, u"1969-12-31T23:00:00"_s, u"UTC"_s), -3'600'000); // before the beginning of time
}

void TestServices::plansOverATimeChange()
{
    TemporaryWorkspace w;
    // Nine o'clock stays nine o'clock: an hour earlier in UTC from 29 March on.
    QCOMPARE(dueOf(w, u"2026-03-28T09:00:00"_s, u"Europe/Berlin"_s), utc("2026-03-28T08:00:00Z"));
    QCOMPARE(dueOf(w, u"2026-03-29T09:00:00"_s, u"Europe/Berlin"_s), utc("2026-03-29T07:00:00Z"));
    // Half past two is skipped that night; half past two of 25 October is there twice, and the first is meant.
    QCOMPARE(dueOf(w, u"2026-03-29T02:30:00"_s, u"Europe/Berlin"_s), utc("2026-03-29T01:30:00Z"));
    QCOMPARE(dueOf(w, u"2026-10-25T02:30:00"_s, u"Europe/Berlin"_s), utc("2026-10-25T00:30:00Z"));
}

void TestServices::refusesATimeThatIsNone()
{
    TemporaryWorkspace w;
    const LeadId lead = w.add(u"Marta"_s);
    for (const auto &[time, zone] : {std::pair(u""_s, u"Europe/Berlin"_s), std::pair(u"2026-02-30T09:00:00"_s, u"Europe/Berlin"_s),
                                     std::pair(u"2026-03-03T09:00:00"_s, u"Europe/Atlantis"_s), std::pair(u"2026-03-03T09:00:00"_s, u""_s)})
        QCOMPARE(errorOf(w->followUps().plan(followUp(lead, time, zone))).code, ErrorCode::InvalidValue);
    QVERIFY(!w.lead(lead).nextFollowUp);
    QCOMPARE(w->history().nextUndo()->label, u"Add Marta"_s);
    // An activity whose next step is refused is not logged either: one change, whole or not at all.
    Activity call;
    call.lead = lead;
    QCOMPARE(errorOf(w->leads().log(call, followUp(lead, u"soon"_s))).code, ErrorCode::InvalidValue);
    QVERIFY(answerOf(w->leads().dossier(lead)).activities.empty());
}

void TestServices::bringsUpWhatIsDue()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    const LeadId bo = w.add(u"Bo"_s);
    answerOf(w->followUps().plan(followUp(marta, u"2026-03-04T09:00:00"_s)));
    answerOf(w->followUps().plan(followUp(bo, u"2026-03-03T09:00:00"_s)));
    answerOf(w->followUps().plan(followUp(marta, u"2026-03-03T10:00:00"_s)));
    const auto names = [&](const char *until) {
        QStringList found;
        for (const DueFollowUp &due : answerOf(w->followUps().due(utc(until))))
            found += due.lead.name;
        return found.join(u' ');
    };
    QCOMPARE(names("2026-03-03T08:00:00Z"), QString()); // before, not at
    QCOMPARE(names("2026-03-03T08:00:01Z"), u"Bo"_s);
    QCOMPARE(names("2026-04-01T00:00:00Z"), u"Bo Marta Marta"_s);
    answerOf(w->leads().archive({bo}, true));
    QCOMPARE(names("2026-04-01T00:00:00Z"), u"Marta Marta"_s); // who is archived is left in peace
}

void TestServices::settlesFollowUps()
{
    TemporaryWorkspace w;
    const LeadId lead = w.add(u"Marta"_s);
    answerOf(w->followUps().plan(followUp(lead, u"2026-03-03T09:00:00"_s)));
    const FollowUp planned = answerOf(w->leads().dossier(lead)).followUps.front();
    QCOMPARE(planned.who, u"Ines"_s);
    QCOMPARE(planned.state, FollowUpState::Open);
    answerOf(w->followUps().snooze(planned.id, planned.due + 1));
    QCOMPARE(w.lead(lead).nextFollowUp, std::optional(planned.due + 1));
    QCOMPARE(w->history().nextUndo()->label, u"Snooze the follow-up with Marta"_s);
    answerOf(w->followUps().cancel(planned.id));
    QVERIFY(!w.lead(lead).nextFollowUp);
    QCOMPARE(answerOf(w->leads().dossier(lead)).followUps.front().state, FollowUpState::Cancelled);
    answerOf(w->followUps().complete(planned.id));
    QCOMPARE(answerOf(w->leads().dossier(lead)).followUps.front().state, FollowUpState::Done);
    // Done twice is done once.
    QVERIFY(answerOf(w->followUps().complete(planned.id)).change.isNull());
}

void TestServices::countsAFunnelByHand()
{
    // Four leads in March. Ana stays a prospect, Bo goes to marketing qualified, Cy on to sales qualified and back, Di is won from there.
    TemporaryWorkspace w;
    const std::vector<Stage> stages = w->vocabulary()->stages;
    std::vector<LeadId> ids;
    for (const QString &name : {u"Ana"_s, u"Bo"_s, u"Cy"_s, u"Di"_s})
        ids.push_back(w.add(name));
    const auto move = [&](size_t lead, size_t stage) {
        w.clock().advance(86'400'000);
        LeadMove toStage;
        toStage.stage = stages[stage].id;
        answerOf(w->leads().move({ids[lead]}, toStage));
    };
    move(1, 2);
    move(2, 3);
    move(2, 2);
    move(3, 3);
    w.clock().advance(86'400'000);
    LeadMove won;
    won.outcome = Outcome::Won;
    answerOf(w->leads().move({ids[3]}, won));

    FunnelQuery query;
    query.from = TemporaryWorkspace::noon - 1;
    query.until = TemporaryWorkspace::noon + 1;
    query.asOf = TemporaryWorkspace::noon + 100 * qint64(86'400'000);
    const auto countsOf = [&] {
        const FunnelAnswer answer = answerOf(w->reports().funnel(query));
        QStringList counts;
        for (size_t i = 0; i < answer.report.steps.size(); ++i) {
            const FunnelStep &step = answer.report.steps[i];
            counts += step.stage.name + u' ' + QString::number(step.count);
            if (step.count != qint64(answer.leads[i]->ids.size()))
                counts += u"(but %1 leads behind it)"_s.arg(answer.leads[i]->ids.size());
        }
        return counts.join(u", "_s) + u"; won %1"_s.arg(answer.won->ids.size());
    };
    // All four came; three got to marketing qualified or further; two to sales qualified, one of whom went back; one is a customer.
    QCOMPARE(countsOf(), u"Prospect 4, Marketing qualified 3, Sales qualified 2, Customer 1; won 1"_s);
    query.basis = FunnelQuery::Basis::Snapshot; // where the open ones stand now
    QCOMPARE(countsOf(), u"Prospect 1, Marketing qualified 2, Sales qualified 0, Customer 0; won 1"_s);
    query.basis = FunnelQuery::Basis::Cohort;
    query.from = query.until;
    query.until = query.until + 1;
    QCOMPARE(countsOf().section(u';', 1), u" won 0"_s); // nobody came in that millisecond
}

void TestServices::reportsOnlyWhatAFilterMatches()
{
    TemporaryWorkspace w;
    w.add(u"Ana"_s, u"Estrela"_s);
    const LeadId bo = w.add(u"Bo"_s, u"Sol"_s);
    answerOf(w->leads().archive({bo}, true));
    FunnelQuery query;
    query.until = query.asOf = TemporaryWorkspace::noon + 1;
    const auto words = w->vocabulary();
    const auto came = [&](const QString &filter) {
        const Result<Filter> parsed = parseFilter(filter, {words.get(), TemporaryWorkspace::noon, QTimeZone::utc()});
        return answerOf(w->reports().funnel(query, *parsed)).report.steps.front().count;
    };
    QCOMPARE(came({}), 1); // archived leads are left out
    QCOMPARE(came(u"company:Estrela"_s), 1);
    QCOMPARE(came(u"company:Sol"_s), 0);
}

void TestServices::refusesWhatIsGone()
{
    TemporaryWorkspace w;
    const LeadId lead = w.add(u"Marta"_s);
    answerOf(w->history().undo());
    LeadMove move;
    move.temperature = Temperature::Hot;
    QCOMPARE(errorOf(w->leads().move({lead}, move)).code, ErrorCode::NotFound);
    QCOMPARE(errorOf(w->leads().edit({lead}, {{LeadField::City, u"Porto"_s}})).code, ErrorCode::NotFound);
    Activity call;
    call.lead = lead;
    QCOMPARE(errorOf(w->leads().log(call)).code, ErrorCode::NotFound);
    QCOMPARE(errorOf(w->followUps().plan(followUp(lead, u"2026-03-03T09:00:00"_s))).code, ErrorCode::NotFound);
    QCOMPARE(errorOf(w->followUps().complete(FollowUpId(1))).code, ErrorCode::NotFound);
    QCOMPARE(errorOf(w->companies().company(CompanyId(1))).code, ErrorCode::NotFound);
    move = {};
    move.stage = StageId(4711);
    QCOMPARE(errorOf(w->leads().move({w.add(u"Bo"_s)}, move)).code, ErrorCode::UnknownValue);
}

QTEST_GUILESS_MAIN(TestServices)
#include "tst_services.moc"
