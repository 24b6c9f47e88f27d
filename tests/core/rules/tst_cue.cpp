// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/cue.h"

#include "core/base/translations.h"
#include "core/rules/nextstep.h"

#include <QLocale>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs noon = 1772449200000; // Monday, 2 March 2026, 12:00 in Berlin
constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;

Cue cue(const Lead &lead, const Stage *stage = nullptr)
{
    return cueOf(lead, stage, noon, QTimeZone("Europe/Berlin"), QLocale(u"en_GB"_s));
}

Lead leadOfAge(qint64 age)
{
    Lead lead;
    lead.name = u"Marta"_s;
    lead.created = noon - age;
    return lead;
}

} // namespace

/// What a lead needs next, and what a call's outcome suggests.
class TestCue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslations(); }
    void tellsWhatIsPlanned();
    void tellsWhenALeadIsQuietForTooLong();
    void aPlannedStepCoversTheQuiet();
    void aDecidedLeadNeedsNothing();
    void theReasonIsASentence();
    void suggestsTheNextStep_data();
    void suggestsTheNextStep();
    void suggestsNothingAfterARefusal();
};

void TestCue::tellsWhatIsPlanned()
{
    Lead lead = leadOfAge(day);
    QCOMPARE(cue(lead).kind, Cue::Kind::NonePlanned);
    lead.nextFollowUp = noon + hour;
    QCOMPARE(cue(lead).kind, Cue::Kind::DueToday);
    QCOMPARE(cue(lead).text, u"Today 13:00"_s);
    lead.nextFollowUp = noon + day;
    QCOMPARE(cue(lead).kind, Cue::Kind::Planned);
    QCOMPARE(cue(lead).text, u"Tomorrow 12:00"_s);
    lead.nextFollowUp = noon - 1;
    QCOMPARE(cue(lead).kind, Cue::Kind::Overdue);
    QVERIFY(cue(lead).isLate());
}

void TestCue::tellsWhenALeadIsQuietForTooLong()
{
    Stage stage;
    stage.quietDays = 14;
    Lead lead = leadOfAge(14 * day);
    QCOMPARE(cue(lead, &stage).kind, Cue::Kind::NonePlanned); // fourteen days are allowed
    lead.created = noon - 15 * day;
    QCOMPARE(cue(lead, &stage).kind, Cue::Kind::QuietTooLong);
    QVERIFY(cue(lead, &stage).text.contains(u"15"_s));
    lead.lastActivity = noon - day; // a touch counts from then on
    QCOMPARE(cue(lead, &stage).kind, Cue::Kind::NonePlanned);
    QCOMPARE(cue(leadOfAge(400 * day)).kind, Cue::Kind::NonePlanned); // without a stage nothing is known
}

void TestCue::aPlannedStepCoversTheQuiet()
{
    Stage stage;
    stage.quietDays = 14;
    Lead lead = leadOfAge(100 * day);
    lead.nextFollowUp = noon + 3 * day;
    QCOMPARE(cue(lead, &stage).kind, Cue::Kind::Planned);
}

void TestCue::aDecidedLeadNeedsNothing()
{
    Lead lead = leadOfAge(100 * day);
    lead.outcome = Outcome::Won;
    lead.outcomeSince = noon - day;
    lead.nextFollowUp = noon - day;
    QCOMPARE(cue(lead).kind, Cue::Kind::Closed);
    QCOMPARE(cue(lead).text, u"won 1 Mar 2026"_s);
    QVERIFY(!cue(lead).isLate());
}

void TestCue::theReasonIsASentence()
{
    Stage stage;
    stage.name = u"Proposal"_s;
    stage.quietDays = 14;
    const auto reason = [&](const Lead &lead) { return cueReason(lead, &stage, noon, QTimeZone("Europe/Berlin"), QLocale(u"en_GB"_s)); };
    Lead lead = leadOfAge(19 * day);
    lead.temperature = Temperature::Warm;
    QCOMPARE(reason(lead), u"Warm, 19 days quiet, nothing planned; Proposal allows 14 days."_s);
    lead.lastActivity = noon - day;
    QCOMPARE(reason(lead), u"1 day quiet, nothing planned; Proposal allows 14 days."_s);
    lead.lastActivity = noon - 19 * day;
    lead.nextFollowUp = noon + day; // what is planned covers the quiet
    QCOMPARE(reason(lead), u"The next step is planned: Tomorrow 12:00. 19 days quiet."_s);
    lead.nextFollowUp = noon - hour;
    QCOMPARE(reason(lead), u"The next step is late: it was for Today 11:00. 19 days quiet."_s);
}

void TestCue::suggestsTheNextStep_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("next");
    const auto row = [](const char *name, CallOutcome outcome, const char *now, const char *next) {
        QTest::newRow(name) << int(outcome) << QString::fromLatin1(now) << QString::fromLatin1(next);
    };
    row("no answer in the morning: tomorrow afternoon", CallOutcome::NoAnswer, "2026-03-02T10:00:00+01:00", "2026-03-03 15:00");
    row("no answer in the afternoon: tomorrow morning", CallOutcome::NoAnswer, "2026-03-02T14:00:00+01:00", "2026-03-03 09:00");
    row("no answer on Friday: Monday", CallOutcome::NoAnswer, "2026-03-06T10:00:00+01:00", "2026-03-09 15:00");
    row("voicemail waits two working days", CallOutcome::Voicemail, "2026-03-05T14:00:00+01:00", "2026-03-09 09:00");
    row("busy: in two hours", CallOutcome::Busy, "2026-03-02T10:00:00+01:00", "2026-03-02 12:00");
    row("busy in the evening: tomorrow", CallOutcome::Busy, "2026-03-02T16:30:00+01:00", "2026-03-03 09:00");
    row("a conversation: a week", CallOutcome::Connected, "2026-03-02T10:00:00+01:00", "2026-03-09 09:00");
    row("a conversation on Saturday: Monday after a week", CallOutcome::Connected, "2026-03-07T10:00:00+01:00", "2026-03-16 09:00");
}

void TestCue::suggestsTheNextStep()
{
    QFETCH(int, outcome);
    QFETCH(QString, now);
    QFETCH(QString, next);
    const UtcMs moment = QDateTime::fromString(now, Qt::ISODate).toMSecsSinceEpoch();
    const auto planned = nextStepAfter(CallOutcome(outcome), moment, QTimeZone("Europe/Berlin"));
    QCOMPARE(nextStepText(planned), next);
    const Result<PlannedTime> read = parseWhen(next, moment, QTimeZone("Europe/Berlin"));
    QVERIFY(read.ok());
    QCOMPARE(*read, *planned);
}

void TestCue::suggestsNothingAfterARefusal()
{
    for (const CallOutcome outcome : {CallOutcome::WrongNumber, CallOutcome::NotInterested})
        QCOMPARE(nextStepText(nextStepAfter(outcome, noon, QTimeZone::utc())), QString());
}

QTEST_GUILESS_MAIN(TestCue)
#include "tst_cue.moc"
