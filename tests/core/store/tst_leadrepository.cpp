// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/leadrepository.h"

#include "core/store/bulkindexes.h"
#include "core/store/factsreader.h"
#include "core/store/searchtext.h"
#include "support/temporarystore.h"

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

std::vector<LeadFacts> allFacts(FactsReader &reader)
{
    Progress progress;
    std::vector<LeadFacts> all;
    if (!succeeds(reader.each({}, progress, [&](const LeadFacts &facts) { all.push_back(facts); })))
        return {};
    return all;
}

} // namespace

/// Leads read back: by id, by contact, by the words of their notes; and as facts for the columns.
class TestLeadRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsInTheOrderAsked();
    void listsTheNewestOpenOnes();
    void findsAContact();
    void findsAnExternalIdAsItIsWritten();
    void findsWordsOfNotes_data();
    void findsWordsOfNotes();
    void readsStaysInOrder();
    void readsFactsForTheColumns();
    void readsFactsOfSome();
    void stopsReadingWhenCancelled();
    void bulkInsertsInAnyAmount();
    void bulkIndexesComeBack();
};

void TestLeadRepository::readsInTheOrderAsked()
{
    TemporaryStore store;
    std::vector<LeadId> ids;
    for (int i = 0; i < 450; ++i) // more than two batches
        ids.push_back(store.add(QString::number(i)));
    std::reverse(ids.begin(), ids.end());
    std::vector<LeadId> asked = ids;
    asked.insert(asked.begin() + 200, LeadId(4711)); // missing
    asked.push_back(ids.front()); // twice
    QStringList names;
    for (const Lead &lead : valueOf(LeadRepository(*store).leads(asked)))
        names += lead.name;
    QCOMPARE(names.size(), 451);
    QCOMPARE(names.first(), u"449"_s);
    QCOMPARE(names.at(250), u"199"_s);
    QCOMPARE(names.last(), u"449"_s);
    QCOMPARE(valueOf(LeadRepository(*store).leads({})).size(), size_t(0));
    QCOMPARE(refusalOf(LeadRepository(*store).lead(LeadId(4711))).code, ErrorCode::NotFound);
}

void TestLeadRepository::listsTheNewestOpenOnes()
{
    TemporaryStore store;
    const auto add = [&](const QString &name, UtcMs created, Outcome outcome, bool archived) {
        Lead lead;
        lead.name = name;
        lead.created = created;
        lead.outcome = outcome;
        lead.archived = archived;
        return store.add(lead);
    };
    const LeadId old = add(u"old"_s, 10, Outcome::Open, false);
    add(u"won"_s, 50, Outcome::Won, false);
    add(u"archived"_s, 60, Outcome::Open, true);
    const LeadId first = add(u"new"_s, 20, Outcome::Open, false);
    const LeadId second = add(u"new, too"_s, 20, Outcome::Open, false);
    QCOMPARE(valueOf(LeadRepository(*store).newest(10)), (std::vector{second, first, old}));
    QCOMPARE(valueOf(LeadRepository(*store).newest(1)), std::vector{second});
}

void TestLeadRepository::findsAContact()
{
    TemporaryStore store;
    const Lead lead = fullLead(store.firstStage());
    store.add(lead);
    LeadRepository leads(*store);
    QCOMPARE(valueOf(leads.withContact(u"zofie@beispiel.example"_s)), std::optional(lead.id));
    QCOMPARE(valueOf(leads.withContact(u"+4930123456"_s)), std::optional(lead.id));
    QCOMPARE(valueOf(leads.withContact(u"beispiel.example"_s)), std::optional<LeadId>());
}

void TestLeadRepository::findsAnExternalIdAsItIsWritten()
{
    TemporaryStore store;
    const Lead lead = fullLead(store.firstStage());
    store.add(lead);
    LeadRepository leads(*store);
    QCOMPARE(valueOf(leads.withExternalId(u"CRM-42"_s)), std::optional(lead.id));
    QCOMPARE(valueOf(leads.withExternalId(u"crm-42"_s)), std::optional<LeadId>()); // case may be part of an id
    // Two leads with one external id are refused by the database itself.
    Lead second = fullLead(store.firstStage());
    QVERIFY(!store.change([&](Journal &journal) -> Result<void> {
        LeadWriter writer(*store, journal);
        if (const Result<void> added = writer.add(second); !added)
            return added;
        return writer.finish();
    }));
    QCOMPARE(store.integer(u"SELECT count(*) FROM lead"_s), 1);
}

void TestLeadRepository::findsWordsOfNotes_data()
{
    QTest::addColumn<QString>("notes");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *name, const QString &notes, const QString &typed, bool found) {
        QTest::newRow(name) << notes << typed << found;
    };
    row("a word", u"Likes rye bread"_s, u"rye"_s, true);
    row("the beginning of the last word", u"Likes rye bread"_s, u"rye bre"_s, true);
    row("not the beginning of another", u"Likes rye bread"_s, u"li bread"_s, false);
    row("words in any order", u"Likes rye bread"_s, u"bread likes"_s, true);
    row("all of them", u"Likes rye bread"_s, u"rye wheat"_s, false);
    row("without its accent", u"déjà vu"_s, u"deja"_s, true);
    row("with an accent that is not there", u"deja vu"_s, u"déjà"_s, true);
    row("sharp s as it is written", u"Große Straße"_s, u"Straße"_s, true);
    row("stroked o as it is written", u"Smørrebrød"_s, u"smørrebrød"_s, true);
    row("capitals", u"STRASSE"_s, u"strasse"_s, true);
    row("a phrase of one hyphen", u"follow-up on Monday"_s, u"follow-up"_s, true);
    row("quotes are signs, no commands", u"said \"maybe later\""_s, u"\"maybe later\""_s, true);
    row("nothing but signs", u"said \"maybe later\""_s, u"\" * ( ) -"_s, false);
    row("signs beside a word", u"price (high)"_s, u"( high )"_s, true);
    row("words of the query language", u"NOT AND OR NEAR"_s, u"not and or near"_s, true);
    row("a column of the table is no command", u"body: soft"_s, u"body:soft"_s, true);
    row("Cyrillic", u"Купит весной"_s, u"купит вес"_s, true);
    row("digits", u"order 4711"_s, u"4711"_s, true);
    row("a text of white space", u"something"_s, u" \t "_s, false);
}

void TestLeadRepository::findsWordsOfNotes()
{
    QFETCH(QString, notes);
    QFETCH(QString, typed);
    QFETCH(bool, found);
    TemporaryStore store;
    Lead lead;
    lead.name = u"Marta"_s;
    lead.notes = notes;
    const LeadId id = store.add(lead);
    QCOMPARE(notedLeads(*store, typed), found ? std::vector{id} : std::vector<LeadId>());
}

void TestLeadRepository::readsStaysInOrder()
{
    TemporaryStore store;
    Lead lead = fullLead(store.firstStage());
    const QString stage = store.firstStage().toString();
    store.add(lead, {{Axis::Stage, stage, 200, 300}, {Axis::Owner, u"Ines"_s, 100, 500}, {Axis::Stage, stage, 100, 200}});
    LeadRepository leads(*store);
    const std::vector<Stay> expected{{Axis::Owner, u"Ines"_s, 100, 500}, {Axis::Stage, stage, 100, 200}, {Axis::Stage, stage, 200, 300}};
    QCOMPARE(valueOf(leads.stays(lead.id)), expected);

    const auto visited = [&](const std::vector<LeadId> *some) {
        std::vector<UtcMs> from;
        const Result<void> done =
            leads.forEachStay(Axis::Stage, some, [&](LeadId, const QString &, UtcMs begin, UtcMs) { from.push_back(begin); });
        return done ? from : std::vector<UtcMs>{-1};
    };
    const std::vector<LeadId> mine{lead.id};
    const std::vector<LeadId> others{LeadId(1)};
    QCOMPARE(visited(nullptr), (std::vector<UtcMs>{100, 200}));
    QCOMPARE(visited(&mine), (std::vector<UtcMs>{100, 200}));
    QCOMPARE(visited(&others), std::vector<UtcMs>());
}

void TestLeadRepository::readsFactsForTheColumns()
{
    TemporaryStore store;
    const Lead lead = fullLead(store.firstStage());
    store.add(lead);
    const LeadId plain = store.add(u"Marta"_s);
    FactsReader reader(*store);
    const std::vector<LeadFacts> all = allFacts(reader);
    QCOMPARE(all.size(), size_t(2));
    const LeadFacts &full = all[0];
    QCOMPARE(full.id, lead.id.value());
    QCOMPARE(full.stage, store.firstStage().value());
    QVERIFY(full.temperature == Temperature::Hot && full.outcome == Outcome::Lost && full.qualifiedThrough == QualifiedThrough::ProductUse);
    // Yes (3), no (1), partly (2), unknown (0), two bits each from the lowest: 3 + 1 * 4 + 2 * 16 = 39.
    QCOMPARE(int(full.bant), 39);
    QVERIFY(full.archived && full.hasValue);
    QCOMPARE(full.valueMinor, 123450);
    QCOMPARE(full.expectedClose, QDate(2026, 2, 28).startOfDay(Qt::UTC).toMSecsSinceEpoch());
    QCOMPARE(full.text,
             QByteArray("zofie muller-ost\x1Fzofie@beispiel.example old@beispiel.example\x1F"
                        "4930123456\x1F"
                        "crm-42"));
    QCOMPARE(full.tags.size(), size_t(2));
    const LeadFacts &bare = all[1];
    QCOMPARE(bare.id, plain.value());
    QVERIFY(bare.company == 0 && bare.reason == 0 && bare.owner == 0 && !bare.hasValue && bare.expectedClose == 0 && bare.tags.empty());

    const Dictionaries names = valueOf(reader.dictionaries());
    const auto nameOf = [](const std::vector<Dictionaries::Entry> &entries, qint64 id) {
        const auto found = std::find_if(entries.begin(), entries.end(), [id](const auto &entry) { return entry.id == id; });
        return found == entries.end() ? QString() : found->name;
    };
    QCOMPARE(nameOf(names.companies, full.company), lead.company);
    QCOMPARE(nameOf(names.owners, full.owner), u"Tom"_s);
    QCOMPARE(nameOf(names.sources, full.source), u"Fair"_s);
    QCOMPARE(nameOf(names.campaigns, full.campaign), u"Spring 2026"_s);
    QCOMPARE(nameOf(names.reasons, full.reason), u"too expensive"_s);
    QCOMPARE(nameOf(names.tags, full.tags[0]), u"bakery"_s);
    QCOMPARE(names.stages.size(), names.winPercents.size());
}

void TestLeadRepository::readsFactsOfSome()
{
    TemporaryStore store;
    std::vector<LeadId> ids;
    for (int i = 0; i < 5; ++i) {
        Lead lead;
        lead.name = QString::number(i);
        lead.tags = {u"t%1"_s.arg(i)};
        ids.push_back(store.add(lead));
    }
    FactsReader reader(*store);
    const std::vector<LeadFacts> all = allFacts(reader);
    const std::vector<LeadFacts> some = valueOf(reader.some({ids[3], LeadId(1), ids[1]}));
    QCOMPARE(some.size(), size_t(2)); // in order of id, missing ones left out
    QCOMPARE(some[0].id, ids[1].value());
    QCOMPARE(some[0].tags, all[1].tags);
    QCOMPARE(some[1].tags, all[3].tags);
    QCOMPARE(valueOf(reader.some({})).size(), size_t(0));
}

void TestLeadRepository::stopsReadingWhenCancelled()
{
    TemporaryStore store;
    store.add(u"Marta"_s);
    Progress progress;
    progress.cancel();
    QCOMPARE(refusalOf(FactsReader(*store).each({}, progress, [](const LeadFacts &) {})).code, ErrorCode::Cancelled);
}

void TestLeadRepository::bulkInsertsInAnyAmount()
{
    TemporaryStore store;
    QVERIFY(succeeds(store->execute(u"CREATE TEMP TABLE parent (id INTEGER PRIMARY KEY, a TEXT, b TEXT)"_s)));
    QVERIFY(succeeds(store->execute(u"CREATE TEMP TABLE child (id INTEGER PRIMARY KEY, p INTEGER)"_s)));
    int total = 0;
    for (const int count : {0, 1, 49, 50, 51, 133}) { // around the number of rows a statement
        BulkInsert parents(*store, u"parent"_s, {u"id"_s, u"a"_s, u"b"_s});
        BulkInsert children(*store, u"child"_s, {u"id"_s, u"p"_s}, &parents);
        for (int i = 0; i < count; ++i) {
            ++total;
            QVERIFY(succeeds(parents.add({total, QString::number(total), QVariant()})));
            QVERIFY(succeeds(children.add({total, total})));
        }
        QVERIFY(succeeds(children.flush()));
        // Whoever is referred to is written before.
        QCOMPARE(store.integer(u"SELECT count(*) FROM child LEFT JOIN parent ON parent.id = p WHERE parent.id IS NULL"_s), 0);
        QVERIFY(succeeds(parents.flush()));
        QCOMPARE(store.integer(u"SELECT count(*) FROM child"_s), total);
        QCOMPARE(store.integer(u"SELECT count(*) FROM parent WHERE a = id AND b IS NULL"_s), total);
    }
    BulkInsert twice(*store, u"parent"_s, {u"id"_s});
    QVERIFY(succeeds(twice.add({1})));
    QCOMPARE(refusalOf(twice.flush()).code, ErrorCode::Database);
    QVERIFY(succeeds(twice.flush())); // what was refused does not come again
}

void TestLeadRepository::bulkIndexesComeBack()
{
    TemporaryStore store;
    const auto indexes = [&] {
        return store.text(
            u"SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master WHERE type = 'index' AND sql <> '' ORDER BY name)"_s);
    };
    const QString before = indexes();
    const BulkIndexes small(*store, 49'999);
    QVERIFY(succeeds(small.drop()));
    QCOMPARE(indexes(), before); // not worth it
    const BulkIndexes large(*store, 50'000);
    QVERIFY(succeeds(large.drop()));
    QVERIFY2(!indexes().contains(u"lead_created"_s), qPrintable(indexes()));
    QVERIFY(indexes().contains(u"lead_external_id"_s)); // an import asks it, and it keeps ids unique
    QVERIFY(succeeds(large.create()));
    QCOMPARE(indexes(), before); // word for word as the migrations make them
    QVERIFY(succeeds(large.create()));
    QCOMPARE(indexes(), before);
}

QTEST_GUILESS_MAIN(TestLeadRepository)
#include "tst_leadrepository.moc"
