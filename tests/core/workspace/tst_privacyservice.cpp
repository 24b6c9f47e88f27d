// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/attachmentstore.h"
#include "core/store/connection.h"
#include "core/workspace/attachmentservice.h"
#include "core/workspace/dayservice.h"
#include "core/workspace/duplicateservice.h"
#include "core/workspace/teamservice.h"
#include "support/traces.h"

#include <QHash>
#include <QRegularExpression>

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
    void whatOnlyTheHistoryKnowsIsErased();
    void aFileThatAnotherLeadHasStays();
    void theListsDoWithoutIt();
    void unknownIdsAreRefused();
    void whatWasSaidByHandStopsNoUndo();
    void labelsOfOthersKeepTheirWords();
    void aForgottenMappingKeepsNoName();
    void pagesThatWereSplitKeepNothing();
    void aReaderInTheWayIsTold();
};

namespace {

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

/// How often each of "person17x" stands in a file.
QHash<QByteArray, int> timesNamed(const QString &path)
{
    QHash<QByteArray, int> times;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return times;
    static const QRegularExpression name(u"person\\d+x"_s);
    QRegularExpressionMatchIterator names = name.globalMatch(QString::fromLatin1(file.readAll().toLower()));
    while (names.hasNext())
        ++times[names.next().captured().toLatin1()];
    return times;
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
    QCOMPARE(errorOf(w->history().undo(erased.change)).code, ErrorCode::UndoEnded);
    QCOMPARE(errorOf(w->history().undo(entries[1].id)).code, ErrorCode::UndoEnded);
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

/// Pages that were split have copies of rows in their unused part, and SQLite's secure_delete does not reach them.
void TestPrivacyService::pagesThatWereSplitKeepNothing()
{
    TemporaryWorkspace w;
    constexpr size_t people = 1'000;
    QByteArray table = "Name,Email,Notes\n";
    for (size_t i = 0; i < people; ++i) {
        const QByteArray name = "Person" + QByteArray::number(qulonglong(i)) + 'x';
        table += name + " Quinoa," + name + "@estrela.example," + name + QByteArray(qsizetype(i * 37 % 400), 'n') + '\n';
    }
    w.import(w.write(u"many.csv"_s, table), {});
    QFile::remove(w.file(u"many.csv"_s));
    const std::vector<LeadId> all = w.list({})->ids;
    for (size_t i = 0; i < people; ++i) { // up and down: rows grow and move
        Lead lead = w.lead(all[i * 769 % people]);
        const QString first = lead.name.section(u' ', 0, 0);
        lead.name = first + u' ' + QString(qsizetype(i * 13 % 60), u'z');
        lead.notes = first + QString(qsizetype(i * 53 % 500), u'q');
        answerOf(w->leads().save(lead));
    }
    w.close(); // the log is moved into the file
    QTemporaryDir elsewhere;
    const QString kept = elsewhere.filePath(u"kept"_s);
    QVERIFY(QFile::copy(w.path(), kept));
    const QHash<QByteArray, int> found = timesNamed(w.path());
    w.open();
    QVERIFY(answerOf(w->privacy().clean()).isEmpty());
    w.close();
    const QHash<QByteArray, int> recorded = timesNamed(w.path());
    QStringList copied; // named more often than the records do
    for (auto name = found.begin(); name != found.end() && copied.size() < 5; ++name) {
        if (name.value() > recorded.value(name.key()))
            copied += QString::fromUtf8(name.key());
    }
    QVERIFY(!copied.isEmpty());
    for (const QString &name : copied) {
        QVERIFY(QFile::remove(w.path()) && QFile::copy(kept, w.path()));
        w.open();
        erase(w, w.list(u"name:%1"_s.arg(name))->ids.front());
        w.close();
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
