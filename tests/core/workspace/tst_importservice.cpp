// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

const QByteArray contacts = "Name,Company,Email,Phone,Status,Value,Notes\n"
                            "Marta Oliveira,Padaria Estrela,marta@estrela.example,030 23125 001,Hot,1200,likes rye\n"
                            "Jan Peters,Bäckerei Peters,jan@peters.example,,Won,800,\n"
                            "Ana Lima,Padaria Estrela,,030 23125 001,,,\n";

} // namespace

/// Imports: what becomes of each row, and that a file is written whole, once, and can be taken back.
class TestImportService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsLeadsAndTheirCompanies();
    void aSwitchboardNumberIsNoPerson();
    void aSharedAddressIsNoPerson();
    void noNameIsLost();
    void createsNothingTheSecondTime();
    void aListOfNamesImportsOnce();
    void anotherValueIsAnotherDeal();
    void idsThatDifferInCaseAreTwo();
    void fillsOnlyEmptyFields();
    void notesSayAThingOnce();
    void theFileWinsWhenAsked();
    void addsOnceMoreWhenAsked();
    void rejectsARowAndGoesOn();
    void rejectsAreCorrectedAndImported();
    void rejectsAreReadAsTheirFileWas();
    void aRememberedColumnIsEnough();
    void historicalDatesMakeTheFunnelRight();
    void isTakenBackAndDoneAgain();
    void takesItsWordsBackToo();
    void cancellingLeavesNothing();
    void notesOfAnImportAreFound();
};

void TestImportService::createsLeadsAndTheirCompanies()
{
    TemporaryWorkspace w;
    const ImportResult result = w.import(w.write(u"contacts.csv"_s, contacts));
    QCOMPARE(result.counts.created, qint64(3));
    QCOMPARE(result.counts.companies, qint64(2));
    const LeadListPtr marta = w.list(u"email:marta@estrela.example"_s);
    QCOMPARE(marta->ids.size(), size_t(1));
    const Lead lead = w.lead(marta->ids.front());
    QCOMPARE(lead.name, u"Marta Oliveira"_s);
    QCOMPARE(lead.temperature, Temperature::Hot);
    QCOMPARE(lead.value, std::optional(Money{120000, u"EUR"_s}));
    QCOMPARE(w.list(u"outcome:won"_s)->ids.size(), size_t(1));
    QCOMPARE(answerOf(w->companies().list({}, 10)).size(), size_t(2));
}

void TestImportService::aSwitchboardNumberIsNoPerson()
{
    // Marta and Ana share a number and have two names: two leads.
    TemporaryWorkspace w;
    w.import(w.write(u"contacts.csv"_s, contacts));
    QCOMPARE(w.list(u"company:\"Padaria Estrela\""_s)->ids.size(), size_t(2));
    // A row with the number and no name is whoever is there.
    const ImportResult result = w.import(w.write(u"more.csv"_s, "Phone,City\n030 23125 001,Lisboa\n"));
    QCOMPARE(result.counts.created, qint64(0));
    QCOMPARE(result.counts.updated, qint64(1));
}

void TestImportService::aSharedAddressIsNoPerson()
{
    TemporaryWorkspace w;
    const QString file = w.write(u"office.csv"_s,
                                 "Name,Email,City\nAna Sales,info@firm.example,\nBert Shop,info@firm.example,\nAna Sales,info@firm.example,"
                                 "\nBert Shop,info@firm.example,Porto\n,info@firm.example,\n");
    QCOMPARE(w.import(file).counts.created, qint64(2));
    QCOMPARE(w.lead(w.list(u"city:Porto"_s)->ids.front()).name, u"Bert Shop"_s);
    const ImportResult again = w.import(file);
    QCOMPARE(again.counts.created, qint64(0));
    QCOMPARE(again.counts.updated, qint64(0));
}

void TestImportService::noNameIsLost()
{
    // An email of one's own is one person: what else the file calls them goes to the notes, and is told, in the plan too.
    TemporaryWorkspace w;
    const QString file = w.write(u"names.csv"_s,
                                 "Name,Email\n,marta@estrela.example\nMarta Oliveira,marta@estrela.example\n"
                                 "Marta Silva,marta@estrela.example\n");
    const auto progress = std::make_shared<Progress>();
    const ImportMapping mapping = answerOf(w->imports().recognise(file, progress));
    const ImportPlan plan = answerOf(w->imports().plan(file, mapping, {}, progress));
    QCOMPARE(plan.problems.size(), size_t(1));
    QVERIFY2(plan.problems.front().problems.front().contains(u"Marta Silva"_s), qPrintable(plan.problems.front().problems.front()));
    QCOMPARE(w.import(file).counts.created, qint64(1));
    const Lead lead = w.lead(w.list({})->ids.front());
    QCOMPARE(lead.name, u"Marta Oliveira"_s);
    QCOMPARE(lead.notes, u"Name: Marta Silva"_s);
    QCOMPARE(w.import(file).counts.updated, qint64(0));
    // Of two people who share an address, the one of the name is meant.
    const LeadId rui = w.add(u"Rui Silva"_s);
    const LeadId eva = w.add(u"Eva Silva"_s);
    answerOf(w->leads().edit({rui, eva}, {{LeadField::Email, u"silva@estrela.example"_s}}));
    w.import(w.write(u"silva.csv"_s, "Name,Email,City\nEva Silva,silva@estrela.example,Porto\n"));
    QCOMPARE(w.lead(eva).city, u"Porto"_s);
    QCOMPARE(w.lead(rui).notes, QString());
}

void TestImportService::createsNothingTheSecondTime()
{
    TemporaryWorkspace w;
    const QString file = w.write(u"contacts.csv"_s, contacts);
    w.import(file);
    const ImportResult again = w.import(file);
    QCOMPARE(again.counts.created, qint64(0));
    QCOMPARE(again.counts.updated, qint64(0));
    QCOMPARE(again.counts.skipped, qint64(3));
    QVERIFY(again.change.isNull());
}

void TestImportService::aListOfNamesImportsOnce()
{
    TemporaryWorkspace w;
    const QString file = w.write(u"names.csv"_s, "Name,Company,Notes\nMarta,Estrela,met at the fair\nJan,,\n,Peters,\n");
    QCOMPARE(w.import(file).counts.created, qint64(3));
    QCOMPARE(w.import(file).counts.created, qint64(0));
    QCOMPARE(w.list({})->ids.size(), size_t(3));
}

void TestImportService::anotherValueIsAnotherDeal()
{
    TemporaryWorkspace w;
    w.import(w.write(u"deals.csv"_s, "Company,Amount\nEstrela,500\nEstrela,700\n"));
    QCOMPARE(w.list({})->ids.size(), size_t(2));
    const ImportResult more = w.import(w.write(u"deals2.csv"_s, "Company,Amount\nEstrela,500\nEstrela,900\n"));
    QCOMPARE(more.counts.created, qint64(1));
    QCOMPARE(w.list({})->ids.size(), size_t(3));
}

void TestImportService::idsThatDifferInCaseAreTwo()
{
    // Ids of fifteen characters, as Salesforce exports them, are told apart by case alone.
    TemporaryWorkspace w;
    const QString file = w.write(u"ids.csv"_s, "Id,Name\n0035e00000aBcDe,Marta\n0035e00000ABCDE,Jan\n");
    QCOMPARE(w.import(file).counts.created, qint64(2));
    const ImportResult again = w.import(w.write(u"ids2.csv"_s, "Id,Name,City\n0035e00000aBcDe,Marta,Porto\n0035e00000ABCDE,Jan,Bremen\n"));
    QCOMPARE(again.counts.created, qint64(0));
    QCOMPARE(again.counts.updated, qint64(2));
    QCOMPARE(w.lead(w.list(u"city:Porto"_s)->ids.front()).name, u"Marta"_s);
    QCOMPARE(w.lead(w.list(u"city:Bremen"_s)->ids.front()).name, u"Jan"_s);
}

void TestImportService::fillsOnlyEmptyFields()
{
    TemporaryWorkspace w;
    w.import(w.write(u"contacts.csv"_s, contacts));
    const ImportResult result =
        w.import(w.write(u"more.csv"_s, "Email,Name,City,Notes\nmarta@estrela.example,M. Oliveira,Lisboa,has two shops\n"));
    QCOMPARE(result.counts.updated, qint64(1));
    const Lead lead = w.lead(w.list(u"email:marta@estrela.example"_s)->ids.front());
    QCOMPARE(lead.name, u"Marta Oliveira"_s);
    QCOMPARE(lead.city, u"Lisboa"_s);
    QVERIFY(lead.notes.contains(u"likes rye"_s) && lead.notes.contains(u"has two shops"_s));
}

void TestImportService::notesSayAThingOnce()
{
    const QByteArray head = "Email Address,First Name,MEMBER_RATING,CONFIRM_TIME,LEID,EUID,NOTES\n";
    TemporaryWorkspace w;
    w.import(w.write(u"subscribed_1.csv"_s, head + "sue@mail.example,Sue,2,2025-01-01 10:05:00,1,aaa,likes rye\n"));
    w.import(w.write(u"subscribed_2.csv"_s, head + "sue@mail.example,Sue,2,2025-01-01 10:05:00,1,aaa,has two shops\n"));
    const QString notes = w.lead(w.list({})->ids.front()).notes;
    QCOMPARE(notes.count(u"2025-01-01"_s), 1);
    // Notes in somebody's own words stay whole, whatever they have in common.
    w.import(w.write(u"offers.csv"_s, "Email,Notes\neva@mail.example,\"Offer 2024\nPrice: 500\"\n"));
    w.import(w.write(u"offers2.csv"_s, "Email,Notes\neva@mail.example,\"Offer 2025\nPrice: 500\"\n"));
    QCOMPARE(w.lead(w.list(u"email:eva@mail.example"_s)->ids.front()).notes, u"Offer 2024\nPrice: 500\nOffer 2025\nPrice: 500"_s);
    QVERIFY2(notes.contains(u"likes rye"_s) && notes.endsWith(u"\nhas two shops"_s), qPrintable(notes));
}

void TestImportService::theFileWinsWhenAsked()
{
    TemporaryWorkspace w;
    w.import(w.write(u"contacts.csv"_s, contacts));
    w.import(w.write(u"more.csv"_s, "Email,Name\nmarta@estrela.example,M. Oliveira\n"), {OnMatch::Overwrite, true});
    QCOMPARE(w.lead(w.list(u"email:marta@estrela.example"_s)->ids.front()).name, u"M. Oliveira"_s);
}

void TestImportService::addsOnceMoreWhenAsked()
{
    TemporaryWorkspace w;
    const QString file = w.write(u"contacts.csv"_s, contacts);
    w.import(file);
    QCOMPARE(w.import(file, {OnMatch::Create, true}).counts.created, qint64(3));
    QCOMPARE(w.import(file, {OnMatch::Skip, true}).counts.skipped, qint64(3));
    QCOMPARE(w.list({})->ids.size(), size_t(6));
}

void TestImportService::rejectsARowAndGoesOn()
{
    TemporaryWorkspace w;
    const ImportResult result =
        w.import(w.write(u"bad.csv"_s, "Name,Email,City\nMarta,marta@estrela.example,Lisboa\n,,Bremen\nJan,not an email,Bremen\n"));
    QCOMPARE(result.counts.created, qint64(2));
    QCOMPARE(result.counts.rejected, qint64(1));
    QCOMPARE(result.rejected.front().line, qint64(3));
    QVERIFY(!result.rejected.front().reason.isEmpty());
    // What cannot be read is a problem that is named, and stands in the notes.
    QCOMPARE(result.problems.size(), size_t(2));
    QVERIFY(w.lead(w.list(u"name:Jan"_s)->ids.front()).notes.contains(u"not an email"_s));
}

void TestImportService::rejectsAreCorrectedAndImported()
{
    TemporaryWorkspace w;
    const QString path = w.write(u"bad.csv"_s, "Name;Email;Notes\nMarta;marta@estrela.example;rye\n;;=cmd|calc\n=1+1;x@x.example;a;b\n");
    const ImportMapping mapping = answerOf(w->imports().recognise(path, std::make_shared<Progress>()));
    const ImportResult result = w.import(path);
    QCOMPARE(result.rejected.size(), size_t(2));
    const QString rejects = w.file(u"rejects.csv"_s);
    QVERIFY(ImportService::writeRejects(rejects, mapping, result.rejected).ok());
    QFile file(rejects);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    QVERIFY2(bytes.startsWith("Name,Email,Notes,Column 4,Kindling line,Kindling reason\r\n,,'=cmd|calc,,3,"), bytes.constData());
    QVERIFY2(bytes.contains("\r\n'=1+1,x@x.example,a,b,4,"), bytes.constData()); // no formula runs
    const ImportResult again = w.import(w.write(u"corrected.csv"_s, bytes.replace("\r\n,,", "\r\nJan,jan@peters.example,")));
    QCOMPARE(again.counts.created, qint64(2));
    const Lead jan = w.lead(w.list(u"name:Jan"_s)->ids.front());
    QCOMPARE(jan.notes, u"=cmd|calc"_s); // neither line nor reason
    QCOMPARE(jan.reason, QString());
}

void TestImportService::rejectsAreReadAsTheirFileWas()
{
    TemporaryWorkspace w;
    // The row that is rejected does not show what the sign of its number means; the file did. Its guard is not doubled.
    const QString path =
        w.write(u"de.csv"_s, "Name;Email;Grammage\nMarta;marta@estrela.example;12,5\nBo;bo@estrela.example;7,25\n;;1.500;'=x\n");
    const auto progress = std::make_shared<Progress>();
    ImportMapping mapping = answerOf(w->imports().recognise(path, progress));
    ImportTarget grams;
    grams.kind = ImportTarget::Kind::NewField;
    grams.newType = FieldType::Number;
    mapping.columns[2].target = grams;
    const ImportResult result = answerOf(w->imports().run({path, mapping, {}, {}, {}, {}, {}}, progress));
    QCOMPARE(result.rejected.size(), size_t(1));
    const QString rejects = w.file(u"rejects.csv"_s);
    QVERIFY(ImportService::writeRejects(rejects, mapping, result.rejected).ok());
    QFile file(rejects);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    QVERIFY2(bytes.contains("\r\n,,1.500,'=x,4,"), bytes.constData());
    w.import(w.write(u"corrected.csv"_s, bytes.replace("\r\n,,1.500,'=x", "\r\nJan,jan@peters.example,1.500,")));
    const auto words = w->vocabulary();
    const Lead jan = w.lead(w.list(u"name:Jan"_s)->ids.front());
    QCOMPARE(fieldText(jan, words->fields.front().id, {words.get(), {}}), u"1500"_s);
}

void TestImportService::aRememberedColumnIsEnough()
{
    TemporaryWorkspace w;
    const QByteArray table = "Bezugsmensch,Werkstatt,Gau\nAnna Berg,Ofenbau Berg,Bonn\nUte Lang,Backhaus Lang,Ulm\n";
    const QString path = w.write(u"fair.csv"_s, table);
    const auto progress = std::make_shared<Progress>();
    const auto refused = w->imports().recognise(path, progress);
    QFuture<Result<ImportMapping>> waiting = refused;
    waiting.waitForFinished();
    QCOMPARE(waiting.result().error().code, ErrorCode::NoUsableColumn);
    ImportMapping mapping = answerOf(w->imports().recognise(path, progress, {{}, {}, true}));
    mapping.columns[0].target = *targetFromKey(u"name");
    ImportPlan plan;
    plan.path = path;
    plan.mapping = mapping;
    QCOMPARE(answerOf(w->imports().run(plan, progress)).counts.created, qint64(2));
    const ImportMapping again = answerOf(w->imports().recognise(path, progress));
    QCOMPARE(targetKey(again.columns[0].target), u"name"_s);
}

void TestImportService::historicalDatesMakeTheFunnelRight()
{
    TemporaryWorkspace w;
    w.import(w.write(u"deals.csv"_s,
                     "opportunity_id,deal_stage,engage_date,close_date,close_value\n"
                     "A1,Won,2025-01-10,2025-03-01,1000\n"
                     "A2,Lost,2025-01-12,2025-02-01,0\n"
                     "A3,Engaging,2025-01-20,,\n"));
    const Lead won = w.lead(w.list(u"outcome:won"_s)->ids.front());
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(won.outcomeSince, QTimeZone("Europe/Berlin")).date(), QDate(2025, 3, 1));
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(won.created, QTimeZone("Europe/Berlin")).date(), QDate(2025, 1, 10));
    FunnelQuery query;
    query.from = 0;
    query.until = TemporaryWorkspace::noon;
    query.asOf = QDateTime(QDate(2025, 2, 15), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
    // In the middle of February A1 is still open, A2 is lost.
    const FunnelReport then = answerOf(w->reports().funnel(query)).report;
    QCOMPARE(then.total, qint64(3));
    QCOMPARE(then.won, qint64(0));
    QCOMPARE(then.lost, qint64(1));
    query.asOf = TemporaryWorkspace::noon;
    const FunnelReport now = answerOf(w->reports().funnel(query)).report;
    QCOMPARE(now.won, qint64(1));
    QCOMPARE(now.open, qint64(1));
}

void TestImportService::isTakenBackAndDoneAgain()
{
    TemporaryWorkspace w;
    w.add(u"Old lead"_s);
    const ImportResult result = w.import(w.write(u"contacts.csv"_s, contacts));
    answerOf(w->history().undo(result.change));
    QCOMPARE(w.list({})->ids.size(), size_t(1));
    QCOMPARE(answerOf(w->companies().list({}, 10)).size(), size_t(0));
    QCOMPARE(answerOf(w->verify()), QStringList());
    answerOf(w->history().redo());
    QCOMPARE(w.list({})->ids.size(), size_t(4));
    QCOMPARE(w.list(u"email:marta@estrela.example"_s)->ids.size(), size_t(1));
    QCOMPARE(answerOf(w->verify()), QStringList());
    w.open();
    QCOMPARE(w.list({})->ids.size(), size_t(4));
}

void TestImportService::takesItsWordsBackToo()
{
    // Each row names an owner of its own: the words lie between the leads in the journal.
    TemporaryWorkspace w;
    const std::vector<QString> before = w->vocabulary()->members;
    w.import(w.write(u"owners.csv"_s, "Name,Owner,Tags\nMarta,Tom,bakery\nJan,Ada,cafe\nAna,Zoe,bakery\n"));
    QCOMPARE(w->vocabulary()->members.size(), before.size() + 3);
    answerOf(w->history().undo());
    QCOMPARE(w->vocabulary()->members, before);
    answerOf(w->history().redo());
    QCOMPARE(w->vocabulary()->members.size(), before.size() + 3);
    QCOMPARE(w.list(u"owner:Ada"_s)->ids.size(), size_t(1));
}

void TestImportService::cancellingLeavesNothing()
{
    TemporaryWorkspace w;
    QByteArray big = "Name,Email\n";
    for (int i = 0; i < 20'000; ++i)
        big += "Lead " + QByteArray::number(i) + ",lead" + QByteArray::number(i) + "@example.org\n";
    const QString file = w.write(u"big.csv"_s, big);
    const auto progress = std::make_shared<Progress>();
    const ImportMapping mapping = answerOf(w->imports().recognise(file, progress));
    QFuture<Result<ImportResult>> running = w->imports().run({file, mapping, {}, {}, {}, {}, {}}, progress);
    progress->cancel();
    QCOMPARE(errorOf(running).code, ErrorCode::Cancelled);
    QCOMPARE(w.list({})->ids.size(), size_t(0));
    QVERIFY(!w->history().nextUndo());
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestImportService::notesOfAnImportAreFound()
{
    TemporaryWorkspace w;
    w.import(w.write(u"contacts.csv"_s, contacts));
    const std::vector<FoundNote> found = answerOf(w->find().notes(u"rye"_s, 10));
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found.front().lead.name, u"Marta Oliveira"_s);
}

QTEST_GUILESS_MAIN(TestImportService)
#include "tst_importservice.moc"
