// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/leadwriter.h"

#include "core/store/leadrepository.h"
#include "support/temporarystore.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Leads as rows: everything comes back, and the stays of a lead follow each other without gap or overlap.
class TestLeadWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryField();
    void keepsALeadOfNothingButAName();
    void sharesCompaniesAndWords();
    void writesATagOnce();
    void savesOnlyWhatDiffers();
    void movesEndedStaysAside();
    void aStayOfNoLengthIsNone();
    void survivesAClockThatIsSetBack();
    void manyLeadsInOneChange();

private:
    bool save(TemporaryStore &store, const Lead &lead, UtcMs at)
    {
        bool wrote = false;
        valueOf(store.change([&](Journal &journal) -> Result<void> {
            const Result<bool> saved = LeadWriter(*store, journal).save(lead, at);
            wrote = saved && *saved;
            return saved ? Result<void>() : saved.error();
        }));
        return wrote;
    }
    std::vector<Stay> staysOf(TemporaryStore &store, LeadId id, Axis axis)
    {
        std::vector<Stay> stays = valueOf(LeadRepository(*store).stays(id));
        std::erase_if(stays, [axis](const Stay &stay) { return stay.axis != axis; });
        return stays;
    }
};

void TestLeadWriter::keepsEveryField()
{
    TemporaryStore store;
    Lead lead = fullLead(store.firstStage());
    store.add(lead, {{Axis::Owner, u"Ines"_s, 100, 500}});
    const Lead stored = valueOf(LeadRepository(*store).lead(lead.id));
    lead.revision = store.lastChange;
    lead.companyId = stored.companyId;
    QVERIFY(!stored.companyId.isNull());
    QCOMPARE(stored, lead);
    QCOMPARE(valueOf(LeadRepository(*store).stays(lead.id)), (std::vector<Stay>{{Axis::Owner, u"Ines"_s, 100, 500}}));
}

void TestLeadWriter::keepsALeadOfNothingButAName()
{
    TemporaryStore store;
    const LeadId id = store.add(u"Marta"_s);
    const Lead stored = valueOf(LeadRepository(*store).lead(id));
    QCOMPARE(stored.name, u"Marta"_s);
    QVERIFY(stored.companyId.isNull() && stored.tags.isEmpty() && stored.emails.empty() && !stored.value && !stored.expectedClose);
    // An empty text is NULL in the database, so that there is one way to say that there is none.
    for (const char *column : {"external_id", "company_id", "job_title", "reason_id", "owner_id", "value_minor", "expected_close"})
        QCOMPARE(store.integer(u"SELECT %1 IS NULL FROM lead"_s.arg(QLatin1String(column))), 1);
}

void TestLeadWriter::sharesCompaniesAndWords()
{
    TemporaryStore store;
    for (const QString &company : {u"Café Größe"_s, u"cafe grösse"_s, u"  CAFÉ GRÖSSE "_s}) {
        Lead lead;
        lead.company = company;
        lead.source = company;
        store.add(lead);
    }
    QCOMPARE(store.integer(u"SELECT count(*) FROM company"_s), 1);
    QCOMPARE(store.text(u"SELECT name FROM company"_s), u"Café Größe"_s); // as it was first written
    QCOMPARE(store.integer(u"SELECT count(*) FROM word WHERE kind = 'source'"_s), 1);
}

void TestLeadWriter::writesATagOnce()
{
    TemporaryStore store;
    Lead lead;
    lead.name = u"Marta"_s;
    lead.tags = {u"Fair"_s, u"fair"_s, u" FAIR "_s, u""_s, u"bakery"_s};
    const LeadId id = store.add(lead);
    QCOMPARE(valueOf(LeadRepository(*store).lead(id)).tags, (QStringList{u"bakery"_s, u"Fair"_s}));
}

void TestLeadWriter::savesOnlyWhatDiffers()
{
    TemporaryStore store;
    const LeadId id = store.add(fullLead(store.firstStage()));
    Lead lead = valueOf(LeadRepository(*store).lead(id));
    QVERIFY(!save(store, lead, 9000)); // read and written back: no change
    lead.city = u"Leipzig"_s;
    QVERIFY(save(store, lead, 9000));
    const Lead moved = valueOf(LeadRepository(*store).lead(id));
    lead.revision = store.lastChange;
    QCOMPARE(moved, lead); // and no since-time moved
}

void TestLeadWriter::movesEndedStaysAside()
{
    TemporaryStore store;
    Lead lead = fullLead(store.firstStage());
    store.add(lead);
    lead = valueOf(LeadRepository(*store).lead(lead.id));
    lead.temperature = Temperature::Cold; // hot since 200
    lead.owner = u"Ines"_s; // Tom since 500
    lead.outcome = Outcome::Open; // lost since 400
    QVERIFY(save(store, lead, 1000));
    const Lead moved = valueOf(LeadRepository(*store).lead(lead.id));
    QCOMPARE(moved.temperatureSince, 1000);
    QCOMPARE(moved.ownerSince, 1000);
    QCOMPARE(moved.outcomeSince, 1000);
    QCOMPARE(moved.stageSince, 300); // it stayed there
    const std::vector<Stay> expected{
        {Axis::Outcome, u"lost"_s, 400, 1000}, {Axis::Owner, u"Tom"_s, 500, 1000}, {Axis::Temperature, u"hot"_s, 200, 1000}};
    QCOMPARE(valueOf(LeadRepository(*store).stays(lead.id)), expected);
}

void TestLeadWriter::aStayOfNoLengthIsNone()
{
    TemporaryStore store;
    Lead lead = fullLead(store.firstStage());
    store.add(lead);
    lead = valueOf(LeadRepository(*store).lead(lead.id));
    for (const Temperature temperature : {Temperature::Warm, Temperature::Cold}) { // both at the same moment
        lead.temperature = temperature;
        QVERIFY(save(store, lead, 1000));
    }
    QCOMPARE(staysOf(store, lead.id, Axis::Temperature), (std::vector<Stay>{{Axis::Temperature, u"hot"_s, 200, 1000}}));
    lead.owner.clear();
    QVERIFY(save(store, lead, 1000));
    lead.owner = u"Ines"_s;
    QVERIFY(save(store, lead, 2000)); // without an owner for a second: that is no stay with anybody
    QCOMPARE(staysOf(store, lead.id, Axis::Owner), (std::vector<Stay>{{Axis::Owner, u"Tom"_s, 500, 1000}}));
}

void TestLeadWriter::survivesAClockThatIsSetBack()
{
    TemporaryStore store;
    Lead lead = fullLead(store.firstStage());
    store.add(lead); // hot since 200
    const auto move = [&](Temperature temperature, UtcMs at) {
        lead = valueOf(LeadRepository(*store).lead(lead.id));
        lead.temperature = temperature;
        QVERIFY(save(store, lead, at));
    };
    move(Temperature::Warm, 1000); // hot 200 to 1000
    move(Temperature::Cold, 600); // the clock went back: cold from 1000, not from 600, where it was still hot
    move(Temperature::Hot, 2000); // cold 1000 to 2000
    const std::vector<Stay> expected{{Axis::Temperature, u"hot"_s, 200, 1000}, {Axis::Temperature, u"cold"_s, 1000, 2000}};
    QCOMPARE(staysOf(store, lead.id, Axis::Temperature), expected);
    QCOMPARE(valueOf(LeadRepository(*store).lead(lead.id)).temperatureSince, 2000);
}

void TestLeadWriter::manyLeadsInOneChange()
{
    // More than one statement's worth of each table, children before their parents are full, each with a company of its own.
    TemporaryStore store;
    constexpr int count = 333;
    valueOf(store.change([&](Journal &journal) -> Result<void> {
        LeadWriter writer(*store, journal);
        for (int i = 0; i < count; ++i) {
            Lead lead = fullLead(store.firstStage());
            lead.externalId = QString::number(i);
            lead.company = u"Company %1"_s.arg(i);
            lead.notes = i % 2 == 0 ? u"even"_s : QString();
            lead.painPoints.clear();
            if (const Result<void> added = writer.add(lead, {{Axis::Stage, lead.stage.toString(), 100, 300}}); !added)
                return added;
        }
        return writer.finish();
    }));
    for (const char *table : {"lead", "lead_text", "company", "stay"})
        QCOMPARE(store.integer(u"SELECT count(*) FROM %1"_s.arg(QLatin1String(table))), count);
    QCOMPARE(store.integer(u"SELECT count(*) FROM contact"_s), 3 * count);
    QCOMPARE(store.integer(u"SELECT count(*) FROM lead_tag"_s), 2 * count);
    QCOMPARE(store.integer(u"SELECT count(*) FROM note_search WHERE note_search MATCH 'even'"_s), 167);
    QCOMPARE(store.integer(u"SELECT count(*) FROM pragma_foreign_key_check"_s), 0);
    // 333 leads, 333 companies, and the words: reason, owner, source, campaign, two tags.
    QCOMPARE(store.integer(u"SELECT rows FROM change WHERE id = ?"_s, {store.lastChange.value()}), 2 * count + 6);
}

QTEST_GUILESS_MAIN(TestLeadWriter)
#include "tst_leadwriter.moc"
