// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/attachmentstore.h"
#include "core/store/connection.h"
#include "core/workspace/attachmentservice.h"
#include "core/workspace/dayservice.h"
#include "core/workspace/duplicateservice.h"
#include "core/workspace/privacyservice.h"
#include "core/workspace/teamservice.h"
#include "support/temporaryworkspace.h"

#include <QDirIterator>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Erasing a person: no byte is left, and everybody else's data and history are as they were.
class TestPrivacyService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noByteIsLeft();
    void othersStayAsTheyWere();
    void theHistorySaysThatAndNotWho();
    void aChangeThatMadeMoreKeepsTheRest();
    void whatWasDoneTogetherCanStillBeUndone();
    void itTellsWhatThereIs();
    void theIdOfAMergedLeadMeansTheWholePerson();
    void aLeadTakenApartIsErasedFromTheOthersHistory();
    void whatOnlyTheHistoryKnowsIsErased();
    void aFileThatAnotherLeadHasStays();
    void theListsDoWithoutIt();
    void unknownIdsAreRefused();
    void whatWasSaidByHandStopsNoUndo();
    void editsBetweenMergeAndSplitAreErasedToo();
    void othersKeepTheHistoryOfOtherTimes();
    void oneOfThreeMergedIsErased();
    void labelsOfOthersKeepTheirWords();
    void aForgottenMappingKeepsNoName();
    void pagesThatWereSplitKeepNothing();
    void aReaderInTheWayIsTold();
};

namespace {

Erased erase(TemporaryWorkspace &w, LeadId lead)
{
    return answerOf(w->privacy().erase(lead));
}

Lead withNotes(const QString &word)
{
    Lead lead;
    lead.name = word + u" Oliveira"_s;
    lead.company = u"Padaria Estrela"_s;
    lead.externalId = word + u"-17"_s;
    lead.jobTitle = word + u" baker"_s;
    lead.city = word + u"stadt"_s;
    lead.street = word + u" Street 3"_s;
    lead.notes = word + u" likes rye bread"_s;
    lead.painPoints = word + u" waits for flour"_s;
    lead.emails.push_back({*EmailAddress::parse(word.toLower() + u"@estrela.example"_s), {}, ContactState::Usable});
    return lead;
}

LeadId add(TemporaryWorkspace &w, const Lead &lead)
{
    return answerOf(w->leads().add(lead)).leads.front();
}

/// The files of the workspace in which a text occurs, however it is written.
QStringList filesWith(const TemporaryWorkspace &w, const QString &text)
{
    QStringList found;
    QDirIterator files(QFileInfo(w.path()).path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(text.toLower().toUtf8()))
            found += QFileInfo(file).fileName();
    }
    return found;
}

/// Leaves traces of a lead wherever there are any.
void work(TemporaryWorkspace &w, LeadId id, const QString &word)
{
    Lead lead = w.lead(id);
    lead.name = word + u" Santos"_s; // married
    lead.notes += u"\nnot on Mondays"_s;
    answerOf(w->leads().save(lead));
    Activity call;
    call.lead = id;
    call.kind = ActivityKind::Call;
    call.note = word + u" wants an oven"_s;
    const ChangeId logged = answerOf(w->leads().log(call)).change;
    answerOf(w->history().undo(logged));
    answerOf(w->history().redo());
    FollowUp followUp;
    followUp.lead = id;
    followUp.localTime = u"2026-03-05T09:00:00"_s;
    followUp.zone = u"Europe/Berlin"_s;
    followUp.note = u"Ring "_s + word;
    answerOf(w->followUps().plan(followUp));
    answerOf(w->day().keepDraft(id, word + u" is on holiday"_s));
    answerOf(w->team().handOver({id}, u"Tom"_s, u"Speaks like "_s + word, u"Mind "_s + word, std::make_shared<Progress>()));
    const QString path = w.write(word + u"-offer.txt"_s, "for " + word.toUtf8());
    answerOf(w->attachments().attach(id, {path}, std::make_shared<Progress>()));
    const QString other = w.write(word + u"-plan.txt"_s, "plan of " + word.toUtf8());
    answerOf(w->attachments().attach(id, {other}, std::make_shared<Progress>()));
    const std::vector<Attachment> files = answerOf(w->leads().dossier(id)).attachments;
    answerOf(w->attachments().remove(files.front().id));
    QFile::remove(path);
    QFile::remove(other);
}

} // namespace

void TestPrivacyService::noByteIsLeft()
{
    TemporaryWorkspace w;
    const LeadId rui = w.add(u"Rui Costa"_s);
    const LeadId person = add(w, withNotes(u"Quinoa"_s));
    work(w, person, u"Quinoa"_s);
    const LeadId twin = add(w, withNotes(u"Jacaranda"_s));
    work(w, twin, u"Jacaranda"_s);
    answerOf(w->duplicates().setDistinct(rui, person));
    answerOf(w->duplicates().merge({person, {twin}, {}, {}}));
    w.import(w.write(u"one.csv"_s, "Name,Email\nQuinoa Tamarind,quinoa@estrela.example\n"), {});
    QFile::remove(w.file(u"one.csv"_s));
    w.close();
    w.open();
    for (const QString &word : {u"Quinoa"_s, u"Jacaranda"_s})
        QVERIFY2(!filesWith(w, word).isEmpty(), qPrintable(word));

    const Erased erased = erase(w, person);
    QVERIFY(erased.left.isEmpty());
    for (const QString &word : {u"Quinoa"_s, u"Jacaranda"_s}) // while the workspace is open: the log is empty, too
        QCOMPARE(filesWith(w, word), QStringList());
    QCOMPARE(filesWith(w, u"Padaria Estrela"_s).isEmpty(), false); // no person
    w.close();
    for (const QString &word : {u"Quinoa"_s, u"Jacaranda"_s})
        QCOMPARE(filesWith(w, word), QStringList());
    w.open();
    QCOMPARE(answerOf(w->verify()), QStringList());
    QVERIFY(!QDirIterator(AttachmentStore(w.path()).folder(), QDir::Files, QDirIterator::Subdirectories).hasNext());
}

void TestPrivacyService::othersStayAsTheyWere()
{
    TemporaryWorkspace w;
    const LeadId other = add(w, withNotes(u"Acacia"_s));
    work(w, other, u"Acacia"_s);
    const LeadId person = add(w, withNotes(u"Quinoa"_s));
    work(w, person, u"Quinoa"_s);
    const LeadDossier before = answerOf(w->leads().dossier(other));
    erase(w, person);
    const LeadDossier after = answerOf(w->leads().dossier(other));
    QCOMPARE(after.lead, before.lead);
    QCOMPARE(after.activities, before.activities);
    QCOMPARE(after.followUps, before.followUps);
    QCOMPARE(after.attachments, before.attachments);
    QCOMPARE(after.handovers, before.handovers);
    QCOMPARE(after.changes.size(), before.changes.size());
    for (size_t i = 0; i < after.changes.size(); ++i)
        QCOMPARE(after.changes[i].change.label, before.changes[i].change.label);
    QCOMPARE(answerOf(w->attachments().present(after.attachments)).size(), size_t(1));
    QCOMPARE(answerOf(w->day().draft(other)), u"Acacia is on holiday"_s);
    QCOMPARE(answerOf(w->find().notes(u"oven"_s, 10)).size(), size_t(1));
}

void TestPrivacyService::theHistorySaysThatAndNotWho()
{
    TemporaryWorkspace w;
    const LeadId other = w.add(u"Rui Costa"_s);
    const LeadId person = w.add(u"Quinoa Oliveira"_s);
    const Erased erased = erase(w, person);
    const std::vector<ChangeEntry> entries = answerOf(w->history().entries(10));
    QCOMPARE(entries.front().id, erased.change);
    QCOMPARE(entries.front().label, u"Erase a lead for good"_s);
    QCOMPARE(entries.front().who, u"Ines"_s);
    QCOMPARE(entries[1].label, u"Erased"_s);
    QCOMPARE(errorOf(w->history().undo(erased.change)).code, ErrorCode::Usage);
    QCOMPARE(errorOf(w->history().undo(entries[1].id)).code, ErrorCode::Usage);
    // What Undo offers is the last thing that can be undone.
    QCOMPARE(w->history().nextUndo()->label, entries[2].label);
    answerOf(w->history().undo());
    QCOMPARE(errorOf(w->leads().lead(other)).code, ErrorCode::NotFound);
    w.close();
    w.open();
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestPrivacyService::aChangeThatMadeMoreKeepsTheRest()
{
    TemporaryWorkspace w;
    erase(w, add(w, withNotes(u"Quinoa"_s))); // whose company was made with it
    QCOMPARE(w->history().nextUndo()->label, u"Add …"_s);
    QCOMPARE(answerOf(w->companies().list({}, 10)).size(), size_t(1));
    answerOf(w->history().undo());
    QCOMPARE(answerOf(w->companies().list({}, 10)).size(), size_t(0));
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestPrivacyService::whatWasDoneTogetherCanStillBeUndone()
{
    TemporaryWorkspace w;
    const LeadId other = w.add(u"Rui Costa"_s);
    const LeadId person = w.add(u"Quinoa Oliveira"_s);
    LeadMove hot;
    hot.temperature = Temperature::Hot;
    answerOf(w->leads().move({other, person}, hot));
    erase(w, person);
    QCOMPARE(w.lead(other).temperature, Temperature::Hot);
    answerOf(w->history().undo());
    QCOMPARE(w.lead(other).temperature, Temperature::Cold);
    answerOf(w->history().redo());
    QCOMPARE(w.lead(other).temperature, Temperature::Hot);
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestPrivacyService::itTellsWhatThereIs()
{
    TemporaryWorkspace w;
    const LeadId person = add(w, withNotes(u"Quinoa"_s));
    work(w, person, u"Quinoa"_s);
    const PersonalData known = answerOf(w->privacy().known(person));
    QCOMPARE(known.lead, person);
    QCOMPARE(known.name, u"Quinoa Santos"_s);
    QCOMPARE(known.company, u"Padaria Estrela"_s);
    QCOMPARE(known.merged, 0);
    QCOMPARE(known.activities, 1);
    QCOMPARE(known.followUps, 1);
    QCOMPARE(known.files, 1);
    // Added, saved, logged, undone, redone, planned, handed over, attached twice, removed.
    QCOMPARE(known.historyEntries, 10);
    QCOMPARE(erase(w, person).data, known);
}

void TestPrivacyService::theIdOfAMergedLeadMeansTheWholePerson()
{
    TemporaryWorkspace w;
    const LeadId first = add(w, withNotes(u"Quinoa"_s));
    const LeadId second = add(w, withNotes(u"Jacaranda"_s));
    const LeadId third = add(w, withNotes(u"Tamarind"_s));
    answerOf(w->duplicates().merge({second, {third}, {}, {}}));
    answerOf(w->duplicates().merge({first, {second}, {}, {}}));
    QCOMPARE(erase(w, third).data.merged, 2);
    for (const LeadId id : {first, second, third})
        QCOMPARE(errorOf(w->leads().lead(id)).code, ErrorCode::NotFound);
    for (const QString &word : {u"Quinoa"_s, u"Jacaranda"_s, u"Tamarind"_s})
        QCOMPARE(filesWith(w, word), QStringList());
}

void TestPrivacyService::aLeadTakenApartIsErasedFromTheOthersHistory()
{
    TemporaryWorkspace w;
    const LeadId kept = w.add(u"Rui Costa"_s);
    const LeadId person = add(w, withNotes(u"Quinoa"_s));
    answerOf(w->duplicates().merge({kept, {person}, {}, {}}));
    answerOf(w->duplicates().split(person));
    QCOMPARE(w.lead(kept).emails.size(), size_t(0));
    erase(w, person);
    QCOMPARE(filesWith(w, u"Quinoa"_s), QStringList());
    QCOMPARE(w.lead(kept).name, u"Rui Costa"_s);
    QCOMPARE(answerOf(w->leads().dossier(kept)).changes.size(), size_t(1)); // that it was added
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestPrivacyService::whatOnlyTheHistoryKnowsIsErased()
{
    TemporaryWorkspace w;
    const LeadId person = add(w, withNotes(u"Quinoa"_s));
    answerOf(w->history().undo());
    QVERIFY(!filesWith(w, u"Quinoa"_s).isEmpty());
    const Erased erased = erase(w, person);
    QCOMPARE(erased.data.name, person.toString());
    QCOMPARE(filesWith(w, u"Quinoa"_s), QStringList());
    QVERIFY(!w->history().nextRedo());
}

void TestPrivacyService::aFileThatAnotherLeadHasStays()
{
    TemporaryWorkspace w;
    const LeadId other = w.add(u"Rui Costa"_s);
    const LeadId person = w.add(u"Quinoa Oliveira"_s);
    const QString path = w.write(u"prices.txt"_s, "three ovens");
    answerOf(w->attachments().attach(person, {path}, std::make_shared<Progress>()));
    answerOf(w->attachments().attach(other, {path}, std::make_shared<Progress>()));
    erase(w, person);
    const std::vector<Attachment> files = answerOf(w->leads().dossier(other)).attachments;
    QCOMPARE(answerOf(w->attachments().present(files)).size(), size_t(1));
    // Removed from the other lead, it can still come back, so its content stays.
    answerOf(w->attachments().remove(files.front().id));
    const LeadId third = w.add(u"Acacia Lima"_s);
    answerOf(w->attachments().attach(third, {path}, std::make_shared<Progress>()));
    erase(w, third);
    QVERIFY(AttachmentStore(w.path()).find(files.front().hash, files.front().size, {}));
    // What no record ever had, from a copy that was cut short, goes.
    const QString orphan = AttachmentStore(w.path()).folder() + u"/ab/"_s + QString(64, u'a');
    QVERIFY(QDir().mkpath(QFileInfo(orphan).path()) && QFile::copy(path, orphan));
    QVERIFY(answerOf(w->privacy().clean()).isEmpty());
    QVERIFY(!QFile::exists(orphan));
    QVERIFY(AttachmentStore(w.path()).find(files.front().hash, files.front().size, {}));
}

void TestPrivacyService::theListsDoWithoutIt()
{
    TemporaryWorkspace w;
    w.add(u"Rui Costa"_s);
    const LeadId person = add(w, withNotes(u"Quinoa"_s));
    QCOMPARE(w.list({})->ids.size(), size_t(2)); // the columns are loaded
    std::vector<ChangeSet> told;
    QObject::connect(&*w, &Workspace::changed, &*w, [&](const ChangeSet &changes) { told.push_back(changes); });
    erase(w, person);
    QCOMPARE(w.list({})->ids.size(), size_t(1));
    QTRY_COMPARE(told.size(), size_t(1));
    QCOMPARE(told.front().leads, std::vector<LeadId>{person});
    QCOMPARE(answerOf(w->find().names({u"Quinoa"_s, {}})).leads.size(), size_t(0));
}

void TestPrivacyService::unknownIdsAreRefused()
{
    TemporaryWorkspace w;
    const LeadId person = add(w, withNotes(u"Quinoa"_s));
    QCOMPARE(errorOf(w->privacy().known(LeadId(17))).code, ErrorCode::NotFound);
    QCOMPARE(errorOf(w->privacy().erase(LeadId(17))).code, ErrorCode::NotFound);
    erase(w, person);
    QCOMPARE(errorOf(w->privacy().erase(person)).code, ErrorCode::NotFound);
}

void TestPrivacyService::whatWasSaidByHandStopsNoUndo()
{
    TemporaryWorkspace w;
    const LeadId rui = w.add(u"Rui Costa"_s);
    const LeadId person = w.add(u"Quinoa Oliveira"_s);
    answerOf(w->duplicates().setDistinct(rui, person));
    CardMove above;
    above.spot = CardSpot{{}, rui};
    answerOf(w->board().move({person}, above));
    erase(w, person);
    QCOMPARE(w->history().nextUndo()->label, u"Add Rui Costa"_s);
    answerOf(w->history().undo());
    QCOMPARE(w.list({})->ids.size(), size_t(0));
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestPrivacyService::editsBetweenMergeAndSplitAreErasedToo()
{
    TemporaryWorkspace w;
    const LeadId kept = w.add(u"Rui Costa"_s);
    const LeadId person = add(w, withNotes(u"Quinoa"_s));
    const LeadId third = w.add(u"Tom Lima"_s);
    answerOf(w->duplicates().merge({kept, {person}, {}, {}}));
    Lead rui = w.lead(kept);
    rui.phones.push_back({*PhoneNumber::parse(u"+49 30 123456"_s, u"DE"_s), {}, ContactState::Usable});
    answerOf(w->leads().save(rui));
    answerOf(w->duplicates().merge({kept, {third}, {}, {}}));
    answerOf(w->duplicates().split(person));
    // What was edited in between stays with Rui: he still has the notes and address, until somebody takes them out.
    rui = w.lead(kept);
    rui.emails.clear();
    rui.notes.clear();
    rui.painPoints.clear();
    rui.jobTitle.clear();
    rui.city.clear();
    rui.street.clear();
    rui.externalId.clear();
    answerOf(w->leads().save(rui));
    erase(w, person);
    QCOMPARE(filesWith(w, u"Quinoa"_s), QStringList());
    QCOMPARE(w.lead(third).id, kept); // still part of Rui
    QCOMPARE(answerOf(w->verify()), QStringList());
    answerOf(w->duplicates().split(third));
    QCOMPARE(w.lead(third).name, u"Tom Lima"_s);
    QCOMPARE(w.lead(kept).name, u"Rui Costa"_s);
}

void TestPrivacyService::othersKeepTheHistoryOfOtherTimes()
{
    TemporaryWorkspace w;
    const LeadId rui = w.add(u"Rui Costa"_s);
    const LeadId tom = w.add(u"Tom Lima"_s);
    const LeadId bystander = w.add(u"Ana Reis"_s);
    const LeadId person = add(w, withNotes(u"Quinoa"_s));
    const auto set = [&](std::vector<LeadId> leads, const QString &city) {
        w.clock().advance(60'000);
        answerOf(w->leads().edit(std::move(leads), {{LeadField::City, city}}));
        w.clock().advance(60'000);
    };
    answerOf(w->duplicates().merge({rui, {person}, {}, {}}));
    set({rui, bystander}, u"Faro"_s);
    answerOf(w->duplicates().split(person));
    set({rui, tom, bystander}, u"Braga"_s);
    const UtcMs between = w.clock().now();
    set({bystander}, u"Lisboa"_s);
    answerOf(w->duplicates().merge({tom, {person}, {}, {}}));
    set({tom, bystander}, u"Viseu"_s);
    answerOf(w->duplicates().split(person));
    erase(w, person);
    const auto labels = [&](LeadId lead) {
        QStringList all;
        for (const LeadChange &change : answerOf(w->leads().dossier(lead)).changes)
            all += change.change.label;
        return all;
    };
    QCOMPARE(labels(bystander).size(), 5); // added, four times edited
    QCOMPARE(labels(rui).size(), 2); // added, edited between the two merges
    QCOMPARE(labels(tom).size(), 2);
    QCOMPARE(answerOf(w->leads().pastLead(bystander, between)).lead.city, u"Braga"_s);
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestPrivacyService::oneOfThreeMergedIsErased()
{
    TemporaryWorkspace w;
    const LeadId kept = w.add(u"Rui Costa"_s);
    const LeadId person = add(w, withNotes(u"Quinoa"_s));
    const LeadId third = w.add(u"Tom Lima"_s);
    answerOf(w->duplicates().merge({kept, {person, third}, {}, {}}));
    answerOf(w->duplicates().split(third));
    answerOf(w->duplicates().split(person));
    erase(w, person);
    QCOMPARE(filesWith(w, u"Quinoa"_s), QStringList());
    // Neither the merge nor the splits can be turned round by half; that Tom was added is in conflict with what became of him.
    QCOMPARE(w->history().nextUndo()->label, u"Add Tom Lima"_s);
    QCOMPARE(errorOf(w->history().undo()).code, ErrorCode::Conflict);
    QCOMPARE(answerOf(w->verify()), QStringList());
    QCOMPARE(answerOf(w->privacy().known(third)).lead, third);
}

void TestPrivacyService::labelsOfOthersKeepTheirWords()
{
    TemporaryWorkspace w;
    const LeadId other = w.add(u"Jan Novak"_s);
    Lead lead;
    lead.name = u"Jan"_s;
    lead.externalId = u"12"_s;
    const LeadId person = add(w, lead);
    w.import(w.write(u"list 12 of January.csv"_s, "Name\nRui Costa\n"), {});
    erase(w, person);
    QStringList labels;
    for (const ChangeEntry &entry : answerOf(w->history().entries(10)))
        labels += entry.label;
    QCOMPARE(labels,
             (QStringList{u"Erase a lead for good"_s, u"Import list 12 of January.csv (1 created, 0 updated)"_s, u"Erased"_s,
                          u"Add Jan Novak"_s}));
    QCOMPARE(w.lead(other).name, u"Jan Novak"_s);
}

void TestPrivacyService::aForgottenMappingKeepsNoName()
{
    TemporaryWorkspace w;
    w.import(w.write(u"Quinoa Oliveira.csv"_s, "Name,Email\nQuinoa Oliveira,q@estrela.example\n"), {});
    QFile::remove(w.file(u"Quinoa Oliveira.csv"_s));
    for (const RememberedMapping &mapping : answerOf(w->imports().mappings()))
        answerOf(w->imports().forget(mapping.id));
    const LeadId person = w.list({})->ids.front();
    erase(w, person);
    QCOMPARE(filesWith(w, u"Quinoa"_s), QStringList());
}

/// Pages that were split have copies of rows in their unused part; SQLite's secure_delete does not reach them.
void TestPrivacyService::pagesThatWereSplitKeepNothing()
{
    TemporaryWorkspace w;
    QByteArray table = "Name,Email,Notes,City\n";
    for (int i = 0; i < 3000; ++i)
        table += "Person" + QByteArray::number(i) + "x Quinoa,p" + QByteArray::number(i) + "@estrela.example,"
            + QByteArray(20 + i * 7 % 200, 'n') + ",Porto\n";
    w.import(w.write(u"many.csv"_s, table), {});
    QFile::remove(w.file(u"many.csv"_s));
    const std::vector<LeadId> all = w.list({})->ids;
    for (size_t i = 0; i < all.size(); i += 3) {
        Lead lead = w.lead(all[i]);
        lead.city = u"A city with a name that is much longer than Porto"_s;
        answerOf(w->leads().save(lead));
    }
    for (size_t i = 0; i < all.size(); i += 300) {
        const QString name = w.lead(all[i]).name.section(u' ', 0, 0);
        erase(w, all[i]);
        QCOMPARE(filesWith(w, name), QStringList());
    }
}

void TestPrivacyService::aReaderInTheWayIsTold()
{
    TemporaryWorkspace w;
    const LeadId person = add(w, withNotes(u"Quinoa"_s));
    const auto reader = Connection::open(w.path(), Connection::Mode::Reader);
    QVERIFY((*reader)->execute(u"BEGIN"_s));
    QVERIFY((*reader)->integer(u"SELECT count(*) FROM lead"_s));
    const Erased erased = erase(w, person);
    QVERIFY(!erased.left.inFile.isEmpty());
    QCOMPARE(errorOf(w->leads().lead(person)).code, ErrorCode::NotFound);
    QVERIFY((*reader)->execute(u"COMMIT"_s));
    QVERIFY(answerOf(w->privacy().clean()).isEmpty());
    QCOMPARE(filesWith(w, u"Quinoa"_s), QStringList());
}

QTEST_GUILESS_MAIN(TestPrivacyService)
#include "tst_privacyservice.moc"
