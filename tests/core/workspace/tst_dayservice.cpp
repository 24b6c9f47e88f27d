// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/dayservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

/// Noon of Monday, 2 March 2026, in Berlin.
class Day
{
public:
    LeadId add(const QString &name, Temperature temperature, qint64 age)
    {
        Lead lead;
        lead.name = name;
        lead.temperature = temperature;
        lead.created = TemporaryWorkspace::noon - age;
        return answerOf(w->leads().add(lead)).leads.front();
    }
    LeadId planned(const QString &name, const QString &localTime, bool wholeDay = false,
                   FollowUpPriority priority = FollowUpPriority::Normal, const QString &zone = u"Europe/Berlin"_s)
    {
        const LeadId lead = add(name, Temperature::Cold, 90 * day);
        FollowUp call;
        call.lead = lead;
        call.localTime = localTime;
        call.zone = zone;
        call.wholeDay = wholeDay;
        call.priority = priority;
        answerOf(w->followUps().plan(call));
        return lead;
    }
    void called(LeadId lead, qint64 ago, const QString &note = {})
    {
        Activity call;
        call.lead = lead;
        call.kind = ActivityKind::Call;
        call.outcome = CallOutcome::NoAnswer;
        call.at = TemporaryWorkspace::noon - ago;
        call.note = note;
        answerOf(w->leads().log(call));
    }
    TodayList today(const TodayQuery &query = {}) { return answerOf(w->day().today(query)); }
    /// "overdue: Marta, Jan"
    QStringList groups(const TodayQuery &query = {})
    {
        static constexpr std::array names{"overdue", "due", "new", "going cold", "no next step", "coming"};
        std::array<QStringList, todayGroups> members;
        for (const TodayRow &row : today(query).rows)
            members[size_t(row.group)] += row.lead.name;
        QStringList lines;
        for (size_t i = 0; i < todayGroups; ++i) {
            if (!members[i].isEmpty())
                lines += QLatin1String(names[i]) + u": "_s + members[i].join(u", "_s);
        }
        return lines;
    }

    TemporaryWorkspace w;
};

} // namespace

/// Today as one queue: what is in it, in which order, and why.
class TestDayService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsTheMostUrgentFirst();
    void aWholeDayIsNotLateBeforeItIsOver();
    void newMeansThatNobodyWasInTouch();
    void goesColdWhenQuietForLongerThanTheStageAllows();
    void saysWhyAndTheLastWord();
    void leavesOutWhatIsClosedOrArchived();
    void onlyMine();
    void countsAllAndShowsTheFirst();
    void skippedOnesAreLeftOut();
    void isEmptyInAnEmptyWorkspace();
};

void TestDayService::putsTheMostUrgentFirst()
{
    Day d;
    d.planned(u"Ana"_s, u"2026-03-05T09:00:00"_s);
    d.planned(u"Jan"_s, u"2026-03-02T18:00:00"_s);
    d.planned(u"Marta"_s, u"2026-03-02T11:59:00"_s);
    d.planned(u"Olga"_s, u"2026-02-20T09:00:00"_s);
    d.planned(u"Later"_s, u"2026-03-10T00:00:00"_s); // the eighth day
    d.planned(u"Last"_s, u"2026-03-09T23:59:00"_s);
    d.add(u"Fresh"_s, Temperature::Warm, 14 * minute);
    d.add(u"Warm"_s, Temperature::Warm, 60 * day);
    d.add(u"Hot"_s, Temperature::Hot, 40 * day);
    d.add(u"Cold"_s, Temperature::Cold, 400 * day);
    QCOMPARE(d.groups(),
             (QStringList{u"overdue: Olga, Marta"_s, u"due: Jan"_s, u"new: Fresh"_s, u"going cold: Hot, Warm"_s, u"no next step: Cold"_s,
                          u"coming: Ana, Last"_s}));
}

void TestDayService::aWholeDayIsNotLateBeforeItIsOver()
{
    Day d;
    d.planned(u"Today"_s, u"2026-03-02T00:00:00"_s, true);
    d.planned(u"Yesterday"_s, u"2026-03-01T00:00:00"_s, true);
    // Its Monday began in Auckland at noon of Sunday in Berlin, and it is for Monday all the same.
    d.planned(u"Auckland"_s, u"2026-03-02T00:00:00"_s, true, FollowUpPriority::Normal, u"Pacific/Auckland"_s);
    const LeadId both = d.planned(u"Both"_s, u"2026-03-02T00:00:00"_s, true);
    FollowUp missed;
    missed.lead = both;
    missed.localTime = u"2026-03-02T10:00:00"_s;
    missed.zone = u"Europe/Berlin"_s;
    answerOf(d.w->followUps().plan(missed));
    d.planned(u"Urgent"_s, u"2026-03-02T17:00:00"_s, false, FollowUpPriority::High);
    QCOMPARE(d.groups(), (QStringList{u"overdue: Yesterday, Both"_s, u"due: Urgent, Auckland, Today"_s}));
}

void TestDayService::newMeansThatNobodyWasInTouch()
{
    Day d;
    d.add(u"Ten minutes"_s, Temperature::Cold, 10 * minute);
    d.add(u"Two hours"_s, Temperature::Cold, 2 * hour);
    const LeadId form = d.add(u"By form"_s, Temperature::Cold, hour);
    Activity submission;
    submission.lead = form;
    submission.kind = ActivityKind::FormSubmission;
    submission.at = TemporaryWorkspace::noon - hour + 1000; // how it came in: nobody answered
    answerOf(d.w->leads().log(submission));
    d.called(d.add(u"Called"_s, Temperature::Cold, hour), 30 * minute);
    d.add(u"A month old"_s, Temperature::Cold, 31 * day);
    QCOMPARE(d.groups(), (QStringList{u"new: Ten minutes, By form, Two hours"_s, u"no next step: Called, A month old"_s}));
}

void TestDayService::goesColdWhenQuietForLongerThanTheStageAllows()
{
    Day d;
    const LeadId quiet = d.add(u"Quiet"_s, Temperature::Warm, 90 * day);
    const LeadId touched = d.add(u"Touched"_s, Temperature::Warm, 90 * day);
    const int allowed = d.w->vocabulary()->stage(d.w.lead(quiet).stage)->quietDays;
    d.called(quiet, allowed * day + hour);
    d.called(touched, allowed * day - hour);
    QCOMPARE(d.groups(), (QStringList{u"going cold: Quiet"_s, u"no next step: Touched"_s}));
}

void TestDayService::saysWhyAndTheLastWord()
{
    Day d;
    Lead lead;
    lead.name = u"Marta"_s;
    lead.temperature = Temperature::Warm;
    lead.created = TemporaryWorkspace::noon - 60 * day;
    lead.phones.push_back({*PhoneNumber::parse(u"030 111111", u"DE"_s), {}, ContactState::Invalid});
    lead.phones.push_back({*PhoneNumber::parse(u"030 222222", u"DE"_s), {}, ContactState::Usable});
    const LeadId marta = answerOf(d.w->leads().add(lead)).leads.front();
    d.called(marta, 25 * day, u"wants\nan offer"_s);
    const TodayRow row = d.today().rows.front();
    QVERIFY(row.reason.startsWith(u"warm, 25 day"_s) && row.reason.endsWith(u" quiet, nothing planned"_s));
    QCOMPARE(row.contact, u"030 222222"_s); // the first number is known to be wrong
    QVERIFY(row.lastWord.startsWith(u"Call, no answer, "_s) && row.lastWord.endsWith(u": wants an offer"_s));
    d.add(u"Fresh"_s, Temperature::Cold, 14 * minute);
    QCOMPARE(d.today().rows.front().reason, u"came in 14 min ago"_s);
    d.planned(u"Jan"_s, u"2026-03-02T09:00:00"_s);
    QCOMPARE(d.today().rows.front().reason, u"Call, 3 h late"_s);
}

void TestDayService::leavesOutWhatIsClosedOrArchived()
{
    Day d;
    const LeadId won = d.planned(u"Won"_s, u"2026-03-01T09:00:00"_s);
    const LeadId archived = d.planned(u"Archived"_s, u"2026-03-01T09:00:00"_s);
    LeadMove move;
    move.outcome = Outcome::Won;
    answerOf(d.w->leads().move({won}, move));
    answerOf(d.w->leads().archive({archived}, true));
    QCOMPARE(d.groups(), QStringList());
    answerOf(d.w->history().undo());
    QCOMPARE(d.groups(), QStringList{u"overdue: Archived"_s});
}

void TestDayService::onlyMine()
{
    Day d;
    d.planned(u"Mine"_s, u"2026-03-01T09:00:00"_s);
    LeadMove move;
    move.owner = u"Jonas"_s;
    answerOf(d.w->leads().move({d.planned(u"His"_s, u"2026-03-01T10:00:00"_s)}, move));
    QCOMPARE(d.groups(), QStringList{u"overdue: Mine, His"_s});
    TodayQuery query;
    query.mine = true;
    QCOMPARE(d.groups(query), QStringList{u"overdue: Mine"_s});
}

void TestDayService::countsAllAndShowsTheFirst()
{
    Day d;
    for (int i = 0; i < 5; ++i)
        d.planned(u"L%1"_s.arg(i), u"2026-02-2%1T09:00:00"_s.arg(i));
    TodayQuery query;
    query.limit = 2;
    QCOMPARE(d.groups(query), QStringList{u"overdue: L0, L1"_s});
    QCOMPARE(d.today(query).counts[size_t(TodayGroup::Overdue)], 5);
}

void TestDayService::skippedOnesAreLeftOut()
{
    Day d;
    const LeadId first = d.planned(u"First"_s, u"2026-03-01T09:00:00"_s);
    d.planned(u"Second"_s, u"2026-03-01T10:00:00"_s);
    TodayQuery query;
    query.without = {first, LeadId(12345)};
    QCOMPARE(d.groups(query), QStringList{u"overdue: Second"_s});
}

void TestDayService::isEmptyInAnEmptyWorkspace()
{
    Day d;
    const TodayList list = d.today();
    QVERIFY(list.rows.empty());
    QCOMPARE(list.counts, (std::array<qint64, todayGroups>{}));
}

QTEST_GUILESS_MAIN(TestDayService)
#include "tst_dayservice.moc"
