// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/exportservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// To-dos of a calendar and activities of another program, put to the leads that they name.
class TestTimelineImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void toDosBecomeFollowUps();
    void whatACalendarHasElseIsTold();
    void toDosOfNobodyAreRejected();
    void whatCalendarsBreak();
    void aToDoWithoutAnEndCostsItselfOnly();
    void prioritiesOfACalendar();
    void ownFollowUpsAreKnownByTheirId();
    void activitiesOfPipedrive();
    void notesOfPipedriveAreText();
    void theSameFileTwiceAddsNothing();
    void followUpsComeBackFromACalendar();
    void activitiesComeBackFromCsv();
    void isOneUndo();

private:
    LeadDossier dossier(const QString &name);
    ImportResult importToDos(const QByteArray &todos);
    std::unique_ptr<TemporaryWorkspace> m_workspace;
};

namespace {

const QByteArray head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n";

UtcMs berlin(const QString &wall)
{
    QDateTime time = QDateTime::fromString(wall, Qt::ISODate);
    time.setTimeZone(QTimeZone("Europe/Berlin"));
    return time.toMSecsSinceEpoch();
}

} // namespace

void TestTimelineImport::init()
{
    m_workspace = std::make_unique<TemporaryWorkspace>();
    m_workspace->import(m_workspace->write(u"people.csv"_s,
                                           "Name,Company,Email\nMarta Oliveira,Padaria Estrela,marta@estrela.example\n"
                                           "Jan Peters,Peters,jan@peters.example\nAna,One,ana@one.example\nAna,Two,ana@two.example\n"));
}

LeadDossier TestTimelineImport::dossier(const QString &name)
{
    return answerOf((*m_workspace)->leads().dossier(m_workspace->list(u"name:\""_s + name + u'"')->ids.front()));
}

ImportResult TestTimelineImport::importToDos(const QByteArray &todos)
{
    return m_workspace->import(m_workspace->write(u"todo.ics"_s, head + todos + "END:VCALENDAR\r\n"));
}

void TestTimelineImport::toDosBecomeFollowUps()
{
    const ImportResult result = importToDos(
        "BEGIN:VTODO\r\nUID:1\r\nSUMMARY:Call Marta Oliveira\r\nDUE;TZID=Europe/Berlin:20260701T090000\r\nDESCRIPTION:about\\nthe "
        "oven\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:x\r\nEND:VALARM\r\nEND:VTODO\r\n"
        "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Call Jan Peters\r\nDTSTART:20260701T090000Z\r\nEND:VEVENT\r\n"
        "BEGIN:VTODO\r\nUID:3\r\nSUMMARY:Send the offer\r\nATTENDEE:mailto:jan@peters.example\r\nDUE;VALUE=DATE:20260702\r\n"
        "STATUS:COMPLETED\r\nEND:VTODO\r\n"
        "BEGIN:VTODO\r\nUID:4\r\nSUMMARY:Weekly mail\r\nDESCRIPTION:to marta@estrela.example\r\nDTSTART;TZID=\"W. Europe Standard "
        "Time\":20260703T080000\r\nRRULE:FREQ=WEEKLY;INTERVAL=2\r\nEND:VTODO\r\n");
    QCOMPARE(result.counts.created, qint64(3));
    QCOMPARE(result.counts.rejected, qint64(0));
    const std::vector<FollowUp> marta = dossier(u"Marta Oliveira"_s).followUps;
    QCOMPARE(marta.size(), size_t(2));
    QCOMPARE(marta[0].kind, FollowUpKind::Call);
    QCOMPARE(marta[0].due, berlin(u"2026-07-01T09:00:00"_s));
    QCOMPARE(marta[0].zone, u"Europe/Berlin"_s);
    QCOMPARE(marta[0].note, u"about\nthe oven"_s);
    QCOMPARE(marta[1].repeat, u"every 2 weeks"_s);
    QCOMPARE(marta[1].due, berlin(u"2026-07-03T08:00:00"_s));
    const std::vector<FollowUp> jan = dossier(u"Jan Peters"_s).followUps;
    QCOMPARE(jan.size(), size_t(1));
    QVERIFY(jan[0].wholeDay);
    QCOMPARE(jan[0].state, FollowUpState::Done);
    // The list knows of it at once.
    QVERIFY(m_workspace->lead(m_workspace->list(u"name:\"Marta Oliveira\""_s)->ids.front()).nextFollowUp.has_value());
    QCOMPARE(answerOf((*m_workspace)->verify()), QStringList());
}

void TestTimelineImport::whatACalendarHasElseIsTold()
{
    const ImportResult result = importToDos(
        "BEGIN:VTODO\r\nUID:1\r\nSUMMARY:Call Jan Peters\r\nDUE:20270101T090000Z\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,TH\r\nEND:VTODO\r\n"
        "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Fair\r\nDTSTART:20270101T090000Z\r\nEND:VEVENT\r\n"
        "BEGIN:VTODO\r\nUID:3\r\nSUMMARY:Call Jan Peters\r\nCOMPLETED:20260101T100000Z\r\nEND:VTODO\r\n"
        "BEGIN:VEVENT\r\nUID:4\r\nSUMMARY:Fair\r\nDTSTART:20270102T090000Z\r\nEND:VEVENT\r\n");
    QCOMPARE(result.counts.created, qint64(2));
    QCOMPARE(result.counts.events, qint64(2));
    std::vector<FollowUp> jan = dossier(u"Jan Peters"_s).followUps;
    QCOMPARE(jan.size(), size_t(2));
    std::sort(jan.begin(), jan.end(), [](const FollowUp &a, const FollowUp &b) { return a.due < b.due; });
    QCOMPARE(jan[0].state, FollowUpState::Done);
    QCOMPARE(jan[0].due, berlin(u"2026-01-01T11:00:00"_s));
    QCOMPARE(jan[1].repeat, QString());
    QCOMPARE(jan[1].note, u"Repeat: FREQ=WEEKLY;BYDAY=MO,TH"_s);
    QCOMPARE(result.problems.size(), size_t(1));
}

void TestTimelineImport::toDosOfNobodyAreRejected()
{
    const ImportResult result = importToDos("BEGIN:VTODO\r\nUID:1\r\nSUMMARY:Buy flour\r\nDUE:20260701T090000Z\r\nEND:VTODO\r\n"
                                            "BEGIN:VTODO\r\nUID:2\r\nSUMMARY:Call Ana\r\nDUE:20260701T090000Z\r\nEND:VTODO\r\n"
                                            "BEGIN:VTODO\r\nUID:3\r\nSUMMARY:Call Jan Peters\r\nEND:VTODO\r\n"
                                            "BEGIN:VTODO\r\nUID:4\r\nSUMMARY:Call Jan Peters\r\nDUE:20260701T090000Z\r\nEND:VTODO\r\n");
    QCOMPARE(result.counts.created, qint64(1));
    QCOMPARE(result.counts.rejected, qint64(3)); // nobody's, one of two Anas, and one without a date
    for (const RejectedRow &row : result.rejected)
        QVERIFY(!row.reason.isEmpty());
}

void TestTimelineImport::whatCalendarsBreak()
{
    const ImportResult result = importToDos("BEGIN:VTODO\r\nUID:1\r\nSUMMARY:Call Jan Peters\r\nDUE:20260701T090000Z\r\nEND:VTODO\r\n"
                                            "BEGIN:VTODO\r\nUID:2\r\nDESCRIPTION:"
                                            + QByteArray(6 << 20, 'x')
                                            + "\r\nDUE:20260701T090000Z\r\nEND:VTODO\r\n"
                                              "BEGIN:VTODO\r\nUID:3\r\nDUE:nonsense\r\nSUMMARY:Call Jan Peters\r\nEND:VTODO\r\n"
                                              "BEGIN:VTODO\r\nUID:4\r\nSUMMARY:broken off");
    QCOMPARE(result.counts.created, qint64(1));
    QCOMPARE(result.counts.rejected, qint64(3));
}

void TestTimelineImport::aToDoWithoutAnEndCostsItselfOnly()
{
    const ImportResult result = importToDos("BEGIN:VTODO\r\nUID:1\r\nSUMMARY:Call Jan Peters\r\nDUE:20260701T090000Z\r\n"
                                            "BEGIN:VTODO\r\nUID:2\r\nSUMMARY:Call Jan Peters\r\nDUE:20260702T090000Z\r\nEND:VTODO\r\n"
                                            "BEGIN:VTODO\r\nUID:3\r\nSUMMARY:Call Jan Peters\r\nDUE:20260703T090000Z\r\n"
                                            "BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VTODO\r\n"
                                            "BEGIN:VTODO\r\nUID:4\r\nSUMMARY:Call Jan Peters\r\nDUE:20260704T090000Z\r\n"
                                            "BEGIN:VEVENT\r\nUID:5\r\nSUMMARY:Call Jan Peters\r\nEND:VEVENT\r\n"
                                            "BEGIN:VTODO\r\nUID:6\r\nSUMMARY:Call Jan Peters\r\nDUE:20260705T090000Z\r\nEND:VTODO\r\n");
    QCOMPARE(result.counts.created, qint64(3));
    QCOMPARE(result.counts.rejected, qint64(2));
}

void TestTimelineImport::prioritiesOfACalendar()
{
    importToDos("BEGIN:VTODO\r\nUID:1\r\nSUMMARY:Call Jan Peters\r\nDUE:20260701T090000Z\r\nPRIORITY:2\r\nEND:VTODO\r\n"
                "BEGIN:VTODO\r\nUID:2\r\nSUMMARY:Call Jan Peters\r\nDUE:20260702T090000Z\r\nPRIORITY:5\r\nEND:VTODO\r\n"
                "BEGIN:VTODO\r\nUID:3\r\nSUMMARY:Call Jan Peters\r\nDUE:20260703T090000Z\r\nPRIORITY:9\r\nEND:VTODO\r\n");
    const std::vector<FollowUp> jan = dossier(u"Jan Peters"_s).followUps;
    QCOMPARE(jan.size(), size_t(3));
    QCOMPARE(jan[0].priority, FollowUpPriority::High);
    QCOMPARE(jan[1].priority, FollowUpPriority::Normal);
    QCOMPARE(jan[2].priority, FollowUpPriority::Low);
}

/// Even where nothing else tells whose they are.
void TestTimelineImport::ownFollowUpsAreKnownByTheirId()
{
    FollowUp followUp;
    followUp.lead = m_workspace->list(u"name:Ana"_s)->ids.front();
    followUp.localTime = u"2026-07-01T09:00:00"_s;
    followUp.zone = u"Europe/Berlin"_s;
    answerOf((*m_workspace)->followUps().plan(followUp));
    ExportRequest request;
    request.records = ExportRecords::FollowUps;
    request.format = ExportFormat::Calendar;
    const QString file = m_workspace->file(u"out.ics"_s);
    answerOf((*m_workspace)->exports().write(request, file, std::make_shared<Progress>()));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QByteArray calendar = written.readAll();
    calendar.replace("\r\n ", "").replace("ana@one.example", "").replace("ana@two.example", "");
    const ImportResult result = m_workspace->import(m_workspace->write(u"again.ics"_s, calendar));
    QCOMPARE(result.counts.skipped, qint64(1));
    QCOMPARE(result.counts.rejected, qint64(0));
}

void TestTimelineImport::activitiesOfPipedrive()
{
    const ImportResult result = m_workspace->import(QStringLiteral(KINDLING_SOURCE_DIR "/tests/data/exchange/pipedrive-activities.csv"));
    QCOMPARE(result.counts.created, qint64(2));
    const LeadDossier marta = dossier(u"Marta Oliveira"_s);
    QCOMPARE(marta.activities.size(), size_t(1));
    QCOMPARE(marta.activities[0].kind, ActivityKind::Call);
    QCOMPARE(marta.activities[0].at, berlin(u"2024-03-12T09:30:00"_s));
    QCOMPARE(marta.activities[0].durationSeconds, std::optional(15 * 60));
    QCOMPARE(marta.activities[0].note, u"First call\nlikes rye"_s);
    QCOMPARE(marta.activities[0].who, u"Ines"_s);
    QCOMPARE(marta.followUps.size(), size_t(1));
    QCOMPARE(marta.followUps[0].kind, FollowUpKind::Meeting);
    QVERIFY(marta.followUps[0].wholeDay);
    QCOMPARE(answerOf((*m_workspace)->find().notes(u"rye"_s, 5)).size(), size_t(1));
}

void TestTimelineImport::notesOfPipedriveAreText()
{
    m_workspace->import(m_workspace->write(
        u"activities.csv"_s,
        "Activity - Subject,Activity - Type,Activity - Due date,Activity - Done,Activity - Note,Activity - Contact person\n"
        "Offer,call,2025-03-01,Done,\"<p>He said &quot;yes&quot;<br>maybe &#233;&#xe9; &amp; &such;</p>\",Jan Peters\n"));
    const LeadDossier jan = dossier(u"Jan Peters"_s);
    QCOMPARE(jan.activities.size(), size_t(1));
    QCOMPARE(jan.activities[0].note, u"Offer\nHe said \"yes\"\nmaybe éé & &such;"_s);
}

void TestTimelineImport::theSameFileTwiceAddsNothing()
{
    const QString file = QStringLiteral(KINDLING_SOURCE_DIR "/tests/data/exchange/pipedrive-activities.csv");
    m_workspace->import(file);
    const ImportResult again = m_workspace->import(file);
    QCOMPARE(again.counts.skipped, qint64(2));
    QVERIFY(again.change.isNull());
}

void TestTimelineImport::followUpsComeBackFromACalendar()
{
    importToDos(
        "BEGIN:VTODO\r\nUID:1\r\nSUMMARY:Call Marta Oliveira\r\nDUE;TZID=Europe/Berlin:20260701T090000\r\nDESCRIPTION:oven\r\nEND:VTODO\r\n"
        "BEGIN:VTODO\r\nUID:2\r\nSUMMARY:Call Jan Peters\r\nDUE;VALUE=DATE:20260702\r\nEND:VTODO\r\n");
    ExportRequest request;
    request.records = ExportRecords::FollowUps;
    request.format = ExportFormat::Calendar;
    const QString file = m_workspace->file(u"out.ics"_s);
    answerOf((*m_workspace)->exports().write(request, file, std::make_shared<Progress>()));
    const std::vector<FollowUp> before = dossier(u"Marta Oliveira"_s).followUps;
    // Here they are known; where only the people are, they come as they were.
    QCOMPARE(m_workspace->import(file).counts.skipped, qint64(2));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray calendar = written.readAll();
    init();
    QCOMPARE(m_workspace->import(m_workspace->write(u"out.ics"_s, calendar)).counts.created, qint64(2));
    const std::vector<FollowUp> after = dossier(u"Marta Oliveira"_s).followUps;
    QCOMPARE(after[0].due, before[0].due);
    QCOMPARE(after[0].zone, before[0].zone);
    QCOMPARE(after[0].note, before[0].note);
    QVERIFY(dossier(u"Jan Peters"_s).followUps[0].wholeDay);
}

void TestTimelineImport::activitiesComeBackFromCsv()
{
    m_workspace->import(QStringLiteral(KINDLING_SOURCE_DIR "/tests/data/exchange/pipedrive-activities.csv"));
    for (const ExportRecords records : {ExportRecords::Activities, ExportRecords::FollowUps}) {
        ExportRequest request;
        request.records = records;
        const QString file = m_workspace->file(u"out.csv"_s);
        answerOf((*m_workspace)->exports().write(request, file, std::make_shared<Progress>()));
        QCOMPARE(m_workspace->import(file).counts.skipped, qint64(1));
    }
}

void TestTimelineImport::isOneUndo()
{
    const ImportResult result = m_workspace->import(QStringLiteral(KINDLING_SOURCE_DIR "/tests/data/exchange/pipedrive-activities.csv"));
    answerOf((*m_workspace)->history().undo(result.change));
    QCOMPARE(dossier(u"Marta Oliveira"_s).activities.size(), size_t(0));
    QCOMPARE(dossier(u"Marta Oliveira"_s).followUps.size(), size_t(0));
    QCOMPARE(answerOf((*m_workspace)->verify()), QStringList());
}

QTEST_GUILESS_MAIN(TestTimelineImport)
#include "tst_timelineimport.moc"
