// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Taking back an import after people have worked with it; and what an import remembers of how files are read.
class TestImportUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasEditedSince();
    void keepsEditedFieldsOfUpdatedLeads();
    void saysWhatIsGone();
    void refusesWhenNothingIsLeftToTakeBack();
    void theListIsKeptWithTheUndo();
    void doesItAgain();
    void otherChangesAreStillAllOrNothing();
    void mappingsAreRemembered();
    void theEncodingIsRemembered();
    void mappingsAreForgotten();
    void undoForgetsWhatTheImportTaught();

private:
    static ImportResult importAs(TemporaryWorkspace &w, const QString &file, const QString &header, LeadField field);
};

namespace {

const QByteArray people = "Name,Company,Email,City\nMarta,Estrela,marta@estrela.example,Lisboa\nJan,Peters,jan@peters.example,Bremen\n"
                          "Ana,Estrela,ana@estrela.example,Porto\n";

LeadId named(TemporaryWorkspace &w, const QString &name)
{
    return w.list(u"name:"_s + name)->ids.front();
}

} // namespace

void TestImportUndo::keepsWhatWasEditedSince()
{
    TemporaryWorkspace w;
    const ImportResult result = w.import(w.write(u"people.csv"_s, people));
    answerOf(w->leads().edit({named(w, u"Jan"_s)}, {{LeadField::JobTitle, u"Baker"_s}}));
    Activity call;
    call.lead = named(w, u"Ana"_s);
    call.kind = ActivityKind::Call;
    call.at = TemporaryWorkspace::noon;
    answerOf(w->leads().log(call));
    const Written undo = answerOf(w->history().undo(result.change));
    QCOMPARE(w.list({})->ids.size(), size_t(2));
    QCOMPARE(w.lead(named(w, u"Jan"_s)).company, u"Peters"_s); // with its company
    const std::vector<KeptRecord> kept = answerOf(w->history().kept(undo.change));
    QCOMPARE(kept.size(), size_t(2));
    QCOMPARE(kept[0].name, u"Ana"_s); // the last of the file first
    QCOMPARE(kept[0].reason, KeptRecord::Reason::Edited);
    QCOMPARE(kept[1].name, u"Jan"_s);
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestImportUndo::keepsEditedFieldsOfUpdatedLeads()
{
    TemporaryWorkspace w;
    w.import(w.write(u"people.csv"_s, people));
    const ImportResult more =
        w.import(w.write(u"more.csv"_s, "Email,Job title,Industry\nmarta@estrela.example,Owner,Bakery\njan@peters.example,Owner,Bakery\n"));
    answerOf(w->leads().edit({named(w, u"Marta"_s)}, {{LeadField::JobTitle, u"Founder"_s}}));
    const Written undo = answerOf(w->history().undo(more.change));
    const Lead marta = w.lead(named(w, u"Marta"_s));
    QCOMPARE(marta.jobTitle, u"Founder"_s);
    QCOMPARE(marta.industry, QString());
    QCOMPARE(w.lead(named(w, u"Jan"_s)).jobTitle, QString());
    const std::vector<KeptRecord> kept = answerOf(w->history().kept(undo.change));
    QCOMPARE(kept.size(), size_t(1));
    QCOMPARE(kept[0].lead, named(w, u"Marta"_s));
    QCOMPARE(kept[0].reason, KeptRecord::Reason::Partly);
    QCOMPARE(kept[0].detail, u"Job title"_s);
}

void TestImportUndo::saysWhatIsGone()
{
    TemporaryWorkspace w;
    const ImportResult first = w.import(w.write(u"people.csv"_s, people));
    const ImportResult more = w.import(w.write(u"more.csv"_s, "Email,Job title\nmarta@estrela.example,Owner\n"));
    Q_UNUSED(more)
    // Taking back the first removes Jan and Ana, keeps Marta, who was changed by the second.
    const Written undo = answerOf(w->history().undo(first.change));
    QCOMPARE(w.list({})->ids.size(), size_t(1));
    QCOMPARE(answerOf(w->history().kept(undo.change)).size(), size_t(1));
    // And the second can still be taken back.
    answerOf(w->history().undo(more.change));
    QCOMPARE(w.lead(named(w, u"Marta"_s)).jobTitle, QString());
}

void TestImportUndo::refusesWhenNothingIsLeftToTakeBack()
{
    TemporaryWorkspace w;
    w.import(w.write(u"people.csv"_s, people));
    const ImportResult more =
        w.import(w.write(u"more.csv"_s, "City,Email,Name,Company,Job title\nLisboa,marta@estrela.example,Marta,Estrela,Owner\n"));
    answerOf(w->leads().edit({named(w, u"Marta"_s)}, {{LeadField::JobTitle, u"Founder"_s}}));
    answerOf(w->imports().forget(answerOf(w->imports().mappings()).back().id));
    QCOMPARE(errorOf(w->history().undo(more.change)).code, ErrorCode::Conflict);
    QCOMPARE(w.lead(named(w, u"Marta"_s)).jobTitle, u"Founder"_s);
}

void TestImportUndo::theListIsKeptWithTheUndo()
{
    TemporaryWorkspace w;
    const ImportResult result = w.import(w.write(u"people.csv"_s, people));
    answerOf(w->leads().edit({named(w, u"Jan"_s)}, {{LeadField::City, u"Hamburg"_s}}));
    const Written undo = answerOf(w->history().undo(result.change));
    w.open();
    QCOMPARE(answerOf(w->history().kept(undo.change)).size(), size_t(1));
}

void TestImportUndo::doesItAgain()
{
    TemporaryWorkspace w;
    const ImportResult result = w.import(w.write(u"people.csv"_s, people));
    answerOf(w->leads().edit({named(w, u"Jan"_s)}, {{LeadField::City, u"Hamburg"_s}}));
    answerOf(w->history().undo(result.change));
    answerOf(w->history().redo());
    QCOMPARE(w.list({})->ids.size(), size_t(3));
    QCOMPARE(w.lead(named(w, u"Jan"_s)).city, u"Hamburg"_s);
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestImportUndo::otherChangesAreStillAllOrNothing()
{
    TemporaryWorkspace w;
    w.import(w.write(u"people.csv"_s, people));
    const Written edit = answerOf(w->leads().edit(w.list({})->ids, {{LeadField::Industry, u"Bakery"_s}}));
    answerOf(w->leads().edit({named(w, u"Jan"_s)}, {{LeadField::Industry, u"Mill"_s}}));
    QCOMPARE(errorOf(w->history().undo(edit.change)).code, ErrorCode::Conflict);
    QCOMPARE(w.lead(named(w, u"Marta"_s)).industry, u"Bakery"_s);
}

ImportResult TestImportUndo::importAs(TemporaryWorkspace &w, const QString &file, const QString &header, LeadField field)
{
    const auto progress = std::make_shared<Progress>();
    ImportMapping mapping = answerOf(w->imports().recognise(file, progress));
    for (ImportColumn &column : mapping.columns) {
        if (column.header != header)
            continue;
        column.target.kind = ImportTarget::Kind::Lead;
        column.target.field = field;
    }
    return answerOf(w->imports().run({file, mapping, {}, {}, {}, {}, {}}, progress));
}

void TestImportUndo::mappingsAreRemembered()
{
    TemporaryWorkspace w;
    importAs(w, w.write(u"shop.csv"_s, "Email,Haus\nmarta@estrela.example,Estrela\n"), u"Haus"_s, LeadField::Company);
    // The same columns in another order, tomorrow, after a restart.
    w.open();
    const QString next = w.write(u"shop2.csv"_s, "Haus,Email\nPeters,jan@peters.example\n");
    const ImportMapping mapping = answerOf(w->imports().recognise(next, std::make_shared<Progress>()));
    QCOMPARE(mapping.remembered, u"shop.csv"_s);
    QCOMPARE(targetKey(mapping.columns[0].target), u"company"_s);
    w.import(next);
    QCOMPARE(w.list(u"company:Peters"_s)->ids.size(), size_t(1));
    // Another set of columns is looked at anew.
    const QString other = w.write(u"other.csv"_s, "Haus,Email,City\nPeters,jan@peters.example,Bremen\n");
    QCOMPARE(answerOf(w->imports().recognise(other, std::make_shared<Progress>())).remembered, QString());
}

void TestImportUndo::theEncodingIsRemembered()
{
    TemporaryWorkspace w;
    const QString file = w.write(u"zakaznici.csv"_s, "Name,Email\nJi\xF8\xED,jiri@rehor.example\n"); // windows-1250
    QCOMPARE(answerOf(w->imports().recognise(file, std::make_shared<Progress>())).encoding, u"windows-1252"_s); // the best guess
    const ImportMapping chosen = answerOf(w->imports().recognise(file, std::make_shared<Progress>(), {{}, u"windows-1250"_s}));
    QCOMPARE(chosen.encoding, u"windows-1250"_s);
    answerOf(w->imports().run({file, chosen, {}, {}, {}, {}, {}}, std::make_shared<Progress>()));
    QCOMPARE(w.list(u"name:Jiří"_s)->ids.size(), size_t(1));
    const QString next = w.write(u"dalsi.csv"_s,
                                 "Name,Email\nOnd\xF8"
                                 "ej,ondrej@rehor.example\n");
    const ImportMapping mapping = answerOf(w->imports().recognise(next, std::make_shared<Progress>()));
    QCOMPARE(mapping.encoding, u"windows-1250"_s);
    QCOMPARE(mapping.columns.front().samples, QStringList{u"Ondřej"_s});
    // Bytes that tell their encoding are believed, whatever an older file was.
    const QString plain = w.write(u"utf8.csv"_s,
                                  "Name,Email\nOnd\xC5\x99"
                                  "ej,o@rehor.example\n");
    QCOMPARE(answerOf(w->imports().recognise(plain, std::make_shared<Progress>())).encoding, u"UTF-8"_s);
}

void TestImportUndo::mappingsAreForgotten()
{
    TemporaryWorkspace w;
    const QString file = w.write(u"shop.csv"_s, "Email,Haus\nmarta@estrela.example,Estrela\n");
    importAs(w, file, u"Haus"_s, LeadField::Company);
    const std::vector<RememberedMapping> mappings = answerOf(w->imports().mappings());
    QCOMPARE(mappings.size(), size_t(1));
    answerOf(w->imports().forget(mappings.front().id));
    QCOMPARE(answerOf(w->imports().mappings()).size(), size_t(0));
    QCOMPARE(answerOf(w->imports().recognise(file, std::make_shared<Progress>())).remembered, QString());
    answerOf(w->history().undo());
    QCOMPARE(answerOf(w->imports().recognise(file, std::make_shared<Progress>())).remembered, u"shop.csv"_s);
}

void TestImportUndo::undoForgetsWhatTheImportTaught()
{
    TemporaryWorkspace w;
    const QString file = w.write(u"shop.csv"_s, "Email,Haus\nmarta@estrela.example,Estrela\n");
    const ImportResult result = importAs(w, file, u"Haus"_s, LeadField::City);
    answerOf(w->history().undo(result.change));
    QCOMPARE(answerOf(w->imports().mappings()).size(), size_t(0));
}

QTEST_GUILESS_MAIN(TestImportUndo)
#include "tst_importundo.moc"
