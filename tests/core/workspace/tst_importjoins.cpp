// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/exportservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

const QByteArray contacts = "Record ID,First Name,Last Name,Email,Create Date\n"
                            "101,Marta,Oliveira,marta@estrela.example,2024-03-12 09:14\n"
                            "102,Jan,Peters,jan@peters.example,2024-03-13 09:14\n";
const QByteArray dealHead = "Record ID,Deal Name,Deal Stage,Amount,Close Date,Associated Contact IDs\n";
const QByteArray people = "Person - ID,Person - Name,Person - Phone,Person - Email\n"
                          "7,Ana Lima,,ana@lua.example\n8,Ana Lima,,ana@sol.example\n";

UtcMs berlinTime(const QString &wall)
{
    QDateTime time = QDateTime::fromString(wall, Qt::ISODate);
    time.setTimeZone(QTimeZone("Europe/Berlin"));
    return time.toMSecsSinceEpoch();
}

} // namespace

/// Which lead a row is put to that tells a person by the number of another program, or by a profile.
class TestImportJoins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDealGoesToItsPerson();
    void theFirstPersonWhoIsHere();
    void anotherDealIsKeptInTheNotes();
    void aDealMovesNobodyWhoStandsSomewhere();
    void aDealOfNobodyIsALead();
    void aDealThatWasALeadStaysOne();
    void activitiesGoToTheirPerson();
    void numbersOfAnotherProgramAreOthers();
    void whatARowGaveALeadIsKnownToTheNext();
    void aProfileIsAPerson();
    void namesakesHaveTheirProfiles();
    void followUpsKnowTheirLead();

private:
    static Lead only(TemporaryWorkspace &w, const QString &filter)
    {
        const LeadListPtr found = w.list(filter);
        if (found->ids.size() != 1)
            QTest::qFail(qPrintable(u"not one lead: "_s + filter), __FILE__, __LINE__);
        return found->ids.empty() ? Lead() : w.lead(found->ids.front());
    }
};

void TestImportJoins::aDealGoesToItsPerson()
{
    TemporaryWorkspace w;
    w.import(w.write(u"contacts.csv"_s, contacts));
    const QString deals = w.write(u"deals.csv"_s, dealHead + "901,Ovens,closedwon,12000.50,2024-06-01 12:00,101\n");
    const ImportResult result = w.import(deals);
    QCOMPARE(result.counts.created, qint64(0));
    QCOMPARE(result.counts.updated, qint64(1));
    const Lead marta = only(w, u"email:marta@estrela.example"_s);
    QCOMPARE(marta.name, u"Marta Oliveira"_s);
    QCOMPARE(marta.externalId, u"101"_s);
    QCOMPARE(marta.value, std::optional(Money{1'200'050, u"EUR"_s}));
    QCOMPARE(marta.outcome, Outcome::Won);
    QCOMPARE(marta.outcomeSince, berlinTime(u"2024-06-01T12:00:00"_s)); // not on the day of the import
    QVERIFY2(marta.notes.contains(u"Record ID: 901 · Deal Name: Ovens · Deal Stage: closedwon"_s), qPrintable(marta.notes));
    const ImportResult again = w.import(deals);
    QCOMPARE(again.counts.updated + again.counts.created, qint64(0));
    QCOMPARE(answerOf(w->verify()), QStringList());
    // The plan says whose it is, and by what.
    const auto progress = std::make_shared<Progress>();
    const ImportPlan plan = answerOf(w->imports().plan(deals, answerOf(w->imports().recognise(deals, progress)), {}, progress));
    QCOMPARE(plan.preview.front().matched, marta.id);
    QCOMPARE(plan.preview.front().matchedBy, u"the id of its person, 101"_s);
}

void TestImportJoins::theFirstPersonWhoIsHere()
{
    TemporaryWorkspace w;
    w.import(w.write(u"contacts.csv"_s, contacts));
    w.import(w.write(u"deals.csv"_s, dealHead + "901,Ovens,,12000,,999;102;101\n"));
    QVERIFY(only(w, u"email:jan@peters.example"_s).value.has_value());
    QVERIFY(!only(w, u"email:marta@estrela.example"_s).value.has_value());
    QCOMPARE(w.list({})->ids.size(), size_t(2));
}

void TestImportJoins::anotherDealIsKeptInTheNotes()
{
    TemporaryWorkspace w;
    w.import(w.write(u"contacts.csv"_s, contacts));
    const QString deals =
        w.write(u"deals.csv"_s, dealHead + "901,Ovens,closedlost,500,2024-06-01 12:00,101\n902,Ovens,closedwon,800,,101\n");
    const ImportResult result = w.import(deals);
    QCOMPARE(result.counts.created, qint64(0));
    QCOMPARE(result.problems.size(), size_t(1)); // which is told
    const Lead marta = only(w, u"email:marta@estrela.example"_s);
    QCOMPARE(marta.outcome, Outcome::Lost);
    QCOMPARE(marta.value, std::optional(Money{50'000, u"EUR"_s}));
    QVERIFY(marta.notes.contains(u"Record ID: 902 · Deal Name: Ovens · Deal Stage: closedwon · Amount: 800"_s));
    QCOMPARE(w.import(deals).counts.updated, qint64(0));
    QCOMPARE(w.import(deals, {OnMatch::Overwrite, true}).counts.created, qint64(0));
    QCOMPARE(w.lead(marta.id).outcome, Outcome::Lost);
    QCOMPARE(w.lead(marta.id).value, marta.value);
    QCOMPARE(only(w, u"email:marta@estrela.example"_s).name, u"Marta Oliveira"_s);
    QCOMPARE(only(w, u"email:marta@estrela.example"_s).externalId, u"101"_s);
}

void TestImportJoins::aDealMovesNobodyWhoStandsSomewhere()
{
    TemporaryWorkspace w;
    w.import(w.write(u"contacts.csv"_s, contacts));
    const LeadId jan = only(w, u"email:jan@peters.example"_s).id;
    answerOf(w->leads().edit({jan}, {{LeadField::Value, u"100 EUR"_s}}));
    const StageId stage = w.lead(jan).stage;
    w.import(w.write(u"deals.csv"_s, dealHead + "901,Ovens,closedwon,12000,,102\n"));
    QCOMPARE(w.lead(jan).stage, stage);
    QCOMPARE(w.lead(jan).outcome, Outcome::Open);
    QCOMPARE(w.lead(jan).value, std::optional(Money{10'000, u"EUR"_s}));
}

void TestImportJoins::aDealOfNobodyIsALead()
{
    TemporaryWorkspace w;
    w.import(w.write(u"contacts.csv"_s, contacts));
    w.import(w.write(u"deals.csv"_s, dealHead + "901,Ovens,,12000,,999\n902,Mixers,,800,,\n"));
    QCOMPARE(w.list({})->ids.size(), size_t(4));
    QCOMPARE(only(w, u"name:Ovens"_s).externalId, u"901"_s);
}

void TestImportJoins::aDealThatWasALeadStaysOne()
{
    // Imported before its person was here.
    TemporaryWorkspace w;
    const QString deals = w.write(u"deals.csv"_s, dealHead + "101,Ovens,,12000,,101\n");
    w.import(deals);
    w.import(w.write(u"contacts.csv"_s, contacts));
    QCOMPARE(w.list({})->ids.size(), size_t(3)); // contact 101 is not deal 101
    const ImportResult again = w.import(deals);
    QCOMPARE(again.counts.skipped, qint64(1));
    QCOMPARE(w.import(w.file(u"contacts.csv"_s)).counts.skipped, qint64(2));
    QCOMPARE(only(w, u"name:Ovens"_s).externalId, u"101"_s);
    QCOMPARE(only(w, u"email:marta@estrela.example"_s).externalId, u"HubSpot contacts 101"_s);
    // The next one finds the person by the number all the same.
    w.import(w.write(u"more.csv"_s, dealHead + "905,Mixers,,800,,101\n"));
    QCOMPARE(only(w, u"email:marta@estrela.example"_s).value, std::optional(Money{80'000, u"EUR"_s}));
}

void TestImportJoins::activitiesGoToTheirPerson()
{
    TemporaryWorkspace w;
    w.import(w.write(u"people.csv"_s, people));
    const ImportResult result = w.import(w.write(u"activities.csv"_s,
                                                 "Activity - Subject,Activity - Type,Activity - Due date,Activity - Done,Person - ID,"
                                                 "Activity - Contact person\nOffer,call,2025-03-01,Done,8,Ana Lima\n"
                                                 "Visit,meeting,2025-04-01,Done,99,\n"));
    QCOMPARE(result.counts.created, qint64(1));
    QCOMPARE(result.counts.rejected, qint64(1));
    QVERIFY2(result.rejected.front().reason.contains(u"99"_s), qPrintable(result.rejected.front().reason));
    const auto activities = [&](const QString &filter) { return answerOf(w->leads().dossier(w.list(filter)->ids.front())).activities; };
    QCOMPARE(activities(u"email:ana@sol.example"_s).size(), size_t(1));
    QCOMPARE(activities(u"email:ana@lua.example"_s).size(), size_t(0));
    w.import(w.write(u"deals.csv"_s,
                     "Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Status,Deal - Contact person,Deal - Contact person ID\n"
                     "3,Ovens,1200,Contact Made,Open,Ana Lima,7\n"));
    QVERIFY(only(w, u"email:ana@lua.example"_s).value.has_value());
    QCOMPARE(w.list({})->ids.size(), size_t(2));
}

void TestImportJoins::numbersOfAnotherProgramAreOthers()
{
    TemporaryWorkspace w;
    w.import(w.write(u"people.csv"_s, people));
    const QString deals =
        w.write(u"deals.csv"_s, "Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Status\n7,Ovens,1200,Contact Made,Open\n");
    QCOMPARE(w.import(deals).counts.created, qint64(1)); // deal 7 is not person 7
    QCOMPARE(w.import(deals).counts.skipped, qint64(1));
    QCOMPARE(only(w, u"name:Ovens"_s).externalId, u"Pipedrive deals 7"_s);
    // Nor is a contact of HubSpot person 7 of Pipedrive.
    w.import(w.write(u"hubspot.csv"_s, dealHead + "901,Mixers,,800,,7\n"));
    QVERIFY(!only(w, u"email:ana@lua.example"_s).value.has_value());
    // A table of which nobody knows where it is from may mean it.
    QCOMPARE(w.import(w.write(u"table.csv"_s, "Id,Name,City\n7,Ana Lima,Porto\n")).counts.updated, qint64(1));
    QCOMPARE(only(w, u"email:ana@lua.example"_s).city, u"Porto"_s);
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestImportJoins::whatARowGaveALeadIsKnownToTheNext()
{
    TemporaryWorkspace w;
    Lead draft;
    draft.name = u"Marta Oliveira"_s;
    draft.emails = {{*EmailAddress::parse(u"marta@estrela.example"), {}, ContactState::Usable}};
    const LeadId marta = answerOf(w->leads().add(draft)).leads.front();
    const ImportResult result =
        w.import(w.write(u"contacts.csv"_s, contacts + "101,Marta,Oliveira,m.oliveira@estrela.example,2024-03-12 09:14\n"));
    QCOMPARE(result.counts.created, qint64(1)); // Jan
    QCOMPARE(result.counts.rejected, qint64(0));
    QCOMPARE(w.lead(marta).externalId, u"101"_s);
    QCOMPARE(w.lead(marta).emails.size(), size_t(2));
}

void TestImportJoins::aProfileIsAPerson()
{
    TemporaryWorkspace w;
    const QByteArray head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    w.import(w.write(u"first.csv"_s,
                     head
                         + "Marta,Oliveira,https://www.linkedin.com/in/martaoliveira,,Padaria Estrela,Owner,12 Mar 2024\n"
                           "Jan,Peters,https://www.linkedin.com/in/janpeters,,Peters,,03 Feb 2023\n"));
    const QString later = w.write(u"later.csv"_s,
                                  head
                                      + "Marta,Silva,http://pt.linkedin.com/in/MartaOliveira/?trk=x,,Lua,CEO,12 Mar 2024\n"
                                        "Jan,Peters,linkedin.com/in/janpeters,jan@peters.example,Sol,,03 Feb 2023\n");
    const ImportResult result = w.import(later);
    QCOMPARE(result.counts.created, qint64(0));
    QCOMPARE(result.counts.updated, qint64(2));
    QVERIFY2(result.problems.front().problems.front().contains(u"LinkedIn"_s), qPrintable(result.problems.front().problems.front()));
    const Lead marta = only(w, u"name:\"Marta Oliveira\""_s);
    QVERIFY(marta.notes.contains(u"Marta Silva"_s));
    QCOMPARE(w.import(later).counts.updated, qint64(0));
    QCOMPARE(w.import(later, {OnMatch::Overwrite, true}).counts.created, qint64(0));
    QCOMPARE(w.lead(marta.id).name, u"Marta Silva"_s);
    QCOMPARE(w.lead(marta.id).company, u"Lua"_s);
    // Twice in one file, written differently.
    QCOMPARE(w.import(w.write(u"twice.csv"_s,
                              head
                                  + "Ana,Lima,https://www.linkedin.com/in/ana,,Lua,,12 Mar 2024\n"
                                    "Ana,Costa,https://www.linkedin.com/in/ana/,,Sol,,12 Mar 2024\n"))
                 .counts.created,
             qint64(1));
}

void TestImportJoins::namesakesHaveTheirProfiles()
{
    TemporaryWorkspace w;
    const QByteArray head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    w.import(w.write(u"old.csv"_s, "First Name,Last Name,Email Address,Company,Position,Connected On\nBo,Li,,Lua,,12 Mar 2024\n"));
    const QString file = w.write(u"new.csv"_s, head + "Bo,Li,https://www.linkedin.com/in/bo-1,,Lua,,12 Mar 2024\n");
    QCOMPARE(w.import(file).counts.updated, qint64(1)); // an older file had no address
    const ImportResult other = w.import(w.write(u"other.csv"_s, head + "Bo,Li,https://www.linkedin.com/in/bo-2,,Lua,,12 Mar 2024\n"));
    QCOMPARE(other.counts.created, qint64(1));
}

void TestImportJoins::followUpsKnowTheirLead()
{
    TemporaryWorkspace w;
    const LeadId first = w.add(u"Ana Lima"_s);
    const LeadId second = w.add(u"Ana Lima"_s);
    FollowUp followUp;
    followUp.lead = second;
    followUp.localTime = u"2026-07-01T09:00:00"_s;
    followUp.zone = u"Europe/Berlin"_s;
    answerOf(w->followUps().plan(followUp));
    ExportRequest request;
    request.records = ExportRecords::FollowUps;
    request.format = ExportFormat::Calendar;
    answerOf(w->exports().write(request, w.file(u"out.ics"_s), std::make_shared<Progress>()));
    QFile written(w.file(u"out.ics"_s));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QByteArray calendar = written.readAll();
    QVERIFY(calendar.contains("X-KINDLING-LEAD:" + second.toString().toUtf8() + "\r\n"));
    // As a calendar program gives it back: at another time, and under an id of its own.
    calendar.replace("20260701T090000", "20260702T090000").replace("UID:followup-", "UID:other-");
    const ImportResult result = w.import(w.write(u"again.ics"_s, calendar));
    QCOMPARE(result.counts.created, qint64(1));
    QCOMPARE(answerOf(w->leads().dossier(second)).followUps.size(), size_t(2));
    QCOMPARE(answerOf(w->leads().dossier(first)).followUps.size(), size_t(0));
    // A file without the id goes by the name, as ever: to the older of the two.
    calendar.replace("X-KINDLING-LEAD", "X-OTHER").replace("20260702", "20260703");
    QCOMPARE(w.import(w.write(u"old.ics"_s, calendar)).counts.created, qint64(1));
    QCOMPARE(answerOf(w->leads().dossier(first)).followUps.size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestImportJoins)
#include "tst_importjoins.moc"
