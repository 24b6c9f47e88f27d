// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"
#include "core/workspace/duplicateservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Undo out of order, in a hurry, and under a clock that lies.
class TestUndoOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoQuickUndosTakeBackTwoChanges();
    void keepsACompanyThatALaterChangeNames();
    void keepsAWordThatALaterChangeNames();
    void keepsAStageInWhichALeadOnceStood();
    void undoesAnImportOfWhichAllIsNeeded();
    void undoesInOrderAfterTheClockWasSetBack();
    void refusesALeadWithNewActivities();
    void goesOnAfterOneOutOfOrder();
    void saysOfWhichLeadItIsAPart();
    void isRefusedTwice();
    void namesWhatItTookBack();
    void cancelsWithoutATrace();

private:
    ChangeId setField(TemporaryWorkspace &w, LeadId id, LeadField field, const QString &text)
    {
        return answerOf(w->leads().edit({id}, {{field, text}})).change;
    }
};

void TestUndoOrder::twoQuickUndosTakeBackTwoChanges()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    setField(w, id, LeadField::City, u"Porto"_s);
    setField(w, id, LeadField::City, u"Braga"_s);
    // Ctrl+Z twice: the second is asked before the first is done.
    auto first = w->history().undo();
    auto second = w->history().undo();
    answerOf(first);
    answerOf(second);
    QCOMPARE(w.lead(id).city, QString());
    auto again = w->history().redo();
    auto further = w->history().redo();
    answerOf(again);
    answerOf(further);
    QCOMPARE(w.lead(id).city, u"Braga"_s);
    QCOMPARE(errorOf(w->history().redo()).code, ErrorCode::NothingToRedo);
}

void TestUndoOrder::keepsACompanyThatALaterChangeNames()
{
    TemporaryWorkspace w;
    const LeadId first = w.add(u"Marta"_s);
    const ChangeId made = setField(w, first, LeadField::Company, u"Estrela"_s);
    const LeadId second = w.add(u"Bo"_s);
    setField(w, second, LeadField::Company, u"Estrela"_s);
    setField(w, second, LeadField::Company, u"Sol"_s);
    // No lead is at Estrela after this, but taking back Bo's move brings one there.
    answerOf(w->history().undo(made));
    QCOMPARE(w.lead(first).company, QString());
    answerOf(w->history().undo());
    QCOMPARE(w.lead(second).company, u"Estrela"_s);
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestUndoOrder::keepsAWordThatALaterChangeNames()
{
    TemporaryWorkspace w;
    const LeadId first = w.add(u"Marta"_s);
    const ChangeId made = answerOf(w->leads().edit({first}, {{LeadField::Owner, u"Tom"_s}, {LeadField::Tags, u"fair"_s}})).change;
    const LeadId second = w.add(u"Bo"_s);
    answerOf(w->leads().edit({second}, {{LeadField::Owner, u"Tom"_s}, {LeadField::Tags, u"fair"_s}}));
    w.clock().advance(1000);
    answerOf(w->leads().edit({second}, {{LeadField::Owner, u"Ines"_s}, {LeadField::Tags, QString()}}));
    answerOf(w->history().undo(made));
    answerOf(w->history().undo());
    QCOMPARE(w.lead(second).owner, u"Tom"_s);
    QCOMPARE(w.lead(second).tags, QStringList{u"fair"_s});
    QCOMPARE(w.list(u"tag:fair"_s)->ids, std::vector{second});
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestUndoOrder::keepsAStageInWhichALeadOnceStood()
{
    TemporaryWorkspace w;
    const ImportResult imported = w.import(w.write(u"a.csv"_s, "Name,Email,Stage\nAna,ana@a.example,Site visit\n"));
    const auto words = w->vocabulary(); // keeps the stage while the workspace goes on to newer words
    const Stage *visit = words->stageNamed(u"Site visit");
    QVERIFY(visit);
    const LeadId other = w.add(u"Marta"_s);
    for (const StageId stage : {visit->id, w->vocabulary()->stages.front().id}) {
        w.clock().advance(1000);
        LeadMove move;
        move.stage = stage;
        answerOf(w->leads().move({other}, move));
    }
    answerOf(w->history().undo(imported.change));
    QVERIFY(w->vocabulary()->stageNamed(u"Site visit")); // the history of Marta tells of it
    answerOf(w->history().undo());
    QCOMPARE(w->vocabulary()->stageName(w.lead(other).stage), u"Site visit"_s);
}

void TestUndoOrder::undoesAnImportOfWhichAllIsNeeded()
{
    TemporaryWorkspace w;
    const ImportResult imported = w.import(w.write(u"companies.csv"_s, "Company,Industry,Employees\nEstrela,Food,12\nSol,Food,8\n"));
    const LeadId first = w.add(u"Marta"_s, u"Estrela"_s);
    w.add(u"Bo"_s, u"Sol"_s);
    // Both companies are needed: nothing is left to be taken back, and that is no error.
    answerOf(w->history().undo(imported.change));
    QCOMPARE(answerOf(w->companies().list({}, 10)).size(), size_t(2));
    QCOMPARE(w.lead(first).company, u"Estrela"_s);
    QVERIFY(answerOf(w->history().entries(10)).at(3).undone);
    QCOMPARE(w->history().nextRedo()->id, imported.change);
    answerOf(w->history().redo());
    QVERIFY(!w->history().nextRedo());
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestUndoOrder::undoesInOrderAfterTheClockWasSetBack()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s);
    w.close();
    {
        // As if the clock had been four years ahead: identifiers begin with the time.
        Result<std::unique_ptr<Connection>> connection = Connection::open(w.path(), Connection::Mode::Writer);
        QVERIFY(connection);
        const qint64 later = qint64(4 * 365) * 86'400'000 << 22;
        for (const char *sql : {"PRAGMA foreign_keys = OFF", "UPDATE change SET id = id + %1",
                                "UPDATE change_row SET change_id = change_id + %1", "UPDATE lead SET revision = revision + %1"})
            QVERIFY((*connection)->execute(QString::fromLatin1(sql).replace(u"%1"_s, QString::number(later))));
    }
    w.open();
    const LeadId second = w.add(u"Bo"_s);
    QCOMPARE(w->history().nextUndo()->label, u"Add Bo"_s); // the one done last, not the one with the latest time
    answerOf(w->history().undo());
    QCOMPARE(errorOf(w->leads().lead(second)).code, ErrorCode::NotFound);
    QCOMPARE(w->history().nextUndo()->label, u"Add Marta"_s);
    answerOf(w->history().redo());
    QCOMPARE(w.lead(second).name, u"Bo"_s);
}

void TestUndoOrder::refusesALeadWithNewActivities()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Marta"_s);
    const ChangeId added = w->history().nextUndo()->id;
    Activity note;
    note.lead = id;
    note.note = u"called back"_s;
    answerOf(w->leads().log(note));
    const Error error = errorOf(w->history().undo(added));
    QCOMPARE(error.code, ErrorCode::Conflict);
    QCOMPARE(error.subject, u"Marta"_s);
    QCOMPARE(answerOf(w->leads().dossier(id)).activities.size(), size_t(1));
    answerOf(w->history().undo()); // the note first …
    answerOf(w->history().undo(added)); // … then nothing is in the way
    QCOMPARE(w.list({})->ids.size(), size_t(0));
}

void TestUndoOrder::goesOnAfterOneOutOfOrder()
{
    TemporaryWorkspace w;
    const LeadId id = w.add(u"Gen One"_s, u"Estrela"_s);
    const ChangeId city = setField(w, id, LeadField::City, u"Porto"_s);
    setField(w, id, LeadField::JobTitle, u"Owner"_s);
    Activity note;
    note.lead = id;
    note.note = u"called back"_s;
    answerOf(w->leads().log(note));
    answerOf(w->history().undo(city));
    QCOMPARE(w.lead(id).city, QString());
    QCOMPARE(w.lead(id).jobTitle, u"Owner"_s);
    const Error error = errorOf(w->history().undo(ChangeId(answerOf(w->history().entries(10)).back().id)));
    QCOMPARE(error.code, ErrorCode::Conflict); // the title and the note are there
    answerOf(w->history().undo());
    answerOf(w->history().undo());
    answerOf(w->history().undo()); // the addition
    QCOMPARE(w.list({})->ids.size(), size_t(0));
    for (int i = 0; i < 3; ++i)
        answerOf(w->history().redo());
    QCOMPARE(w.lead(id).jobTitle, u"Owner"_s);
    QCOMPARE(w.lead(id).city, QString()); // what was taken back out of order stays so
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestUndoOrder::saysOfWhichLeadItIsAPart()
{
    TemporaryWorkspace w;
    const LeadId first = w.add(u"Marta Oliveira"_s);
    const LeadId second = w.add(u"M. Oliveira"_s);
    const ChangeId added = w->history().nextUndo()->id;
    const ChangeId city = setField(w, second, LeadField::City, u"Porto"_s);
    Activity note;
    note.lead = second;
    note.note = u"called back"_s;
    const ChangeId logged = answerOf(w->leads().log(note)).change;
    answerOf(w->duplicates().merge({first, {second}, {}, {}}));
    for (const ChangeId change : {city, logged, added}) {
        const Error error = errorOf(w->history().undo(change));
        QCOMPARE(error.code, ErrorCode::Conflict);
        QCOMPARE(error.subject, u"M. Oliveira"_s);
        QCOMPARE(error.detail, u"it is part of Marta Oliveira now"_s);
    }
    QCOMPARE(answerOf(w->leads().dossier(first)).activities.size(), size_t(1));
}

void TestUndoOrder::isRefusedTwice()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s);
    const ChangeId added = w->history().nextUndo()->id;
    const ChangeId undo = answerOf(w->history().undo(added)).change;
    QCOMPARE(errorOf(w->history().undo(added)).code, ErrorCode::NothingToUndo);
    QCOMPARE(errorOf(w->history().undo(undo)).code, ErrorCode::NothingToUndo); // an undo is taken back by redo
    QCOMPARE(errorOf(w->history().undo(ChangeId(1))).code, ErrorCode::NotFound);
}

void TestUndoOrder::namesWhatItTookBack()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s);
    const ChangeId added = w->history().nextUndo()->id;
    const ChangeId undo = answerOf(w->history().undo()).change;
    const ChangeId redo = answerOf(w->history().redo()).change;
    const std::vector<ChangeEntry> entries = answerOf(w->history().entries(10));
    QCOMPARE(entries.size(), size_t(3));
    QCOMPARE(entries[0].id, redo);
    QCOMPARE(entries[0].label, u"Redo: Add Marta"_s);
    QCOMPARE(entries[0].undoes, undo);
    QCOMPARE(entries[1].label, u"Undo: Add Marta"_s);
    QCOMPARE(entries[1].undoes, added);
    QVERIFY(!entries[2].undone);
    QCOMPARE(answerOf(w->history().entries(1)).size(), size_t(1));
}

void TestUndoOrder::cancelsWithoutATrace()
{
    TemporaryWorkspace w;
    std::vector<LeadId> ids;
    for (int i = 0; i < 30; ++i)
        ids.push_back(w.add(u"Lead %1"_s.arg(i)));
    answerOf(w->leads().edit(ids, {{LeadField::City, u"Porto"_s}}));
    const auto progress = std::make_shared<Progress>();
    progress->cancel();
    QCOMPARE(errorOf(w->history().undo({}, progress)).code, ErrorCode::Cancelled);
    QCOMPARE(errorOf(w->leads().archive(ids, true, progress)).code, ErrorCode::Cancelled);
    QCOMPARE(w.list(u"city:Porto"_s)->ids.size(), size_t(30));
    QVERIFY(w->history().nextUndo()->label.startsWith(u"Change city of 30"));
    QVERIFY(!w->history().nextRedo());
    QCOMPARE(answerOf(w->history().entries(100)).size(), size_t(31));
}

QTEST_GUILESS_MAIN(TestUndoOrder)
#include "tst_undoorder.moc"
