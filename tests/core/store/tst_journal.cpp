// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/leadrepository.h"
#include "support/temporarystore.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

const QString name = u"name"_s;
const QString city = u"city"_s;

} // namespace

/// One journal is one change: what it writes down, and what it says was changed.
class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheChange();
    void writesDownOnlyWhatDiffers();
    void writesDownOnlyTheStaysThatDiffer();
    void givesTheRecordItsRevision();
    void keepsAGivenRevision();
    void countsItsRows();
    void keepsWhatItRemoves();
    void saysWhatIsStale();
    void keepsCountersOfTheLead();
    void tellsOfManyLeadsAsEverything();
    void refusesARecordThatIsNotThere();
    void leavesNothingOfAFailedChange();

private:
    QJsonObject sideOf(TemporaryStore &store, const char *side)
    {
        const QString json =
            store.text(u"SELECT %1 FROM change_row WHERE change_id = ? ORDER BY step DESC LIMIT 1"_s.arg(QLatin1String(side)),
                       {store.lastChange.value()});
        return QJsonDocument::fromJson(json.toUtf8()).object();
    }
};

void TestJournal::namesTheChange()
{
    TemporaryStore store;
    store.add(u"Marta"_s);
    const QString where = u" FROM change WHERE id = %1"_s.arg(store.lastChange.value());
    QCOMPARE(store.text(u"SELECT label"_s + where), u"a change"_s);
    QCOMPARE(store.text(u"SELECT who"_s + where), u"Ines"_s);
    QCOMPARE(store.text(u"SELECT kind"_s + where), u"do"_s);
    QCOMPARE(store.integer(u"SELECT at"_s + where), 1000);
    QCOMPARE(store.integer(u"SELECT undone_by IS NULL AND undoes IS NULL"_s + where), 1);
}

void TestJournal::writesDownOnlyWhatDiffers()
{
    TemporaryStore store;
    const LeadId id = store.add(u"Marta"_s);
    const qint64 added = store.lastChange.value();
    valueOf(store.change([&](Journal &journal) -> Result<void> {
        const Result<bool> written = journal.update(Entity::Lead, id.value(), {{name, u"Marta"_s}, {city, u"Porto"_s}});
        return written ? Result<void>() : written.error();
    }));
    // The name is the same: it is not part of the change, so that undoing it later leaves the name alone.
    QCOMPARE(sideOf(store, "before"), (QJsonObject{{city, QJsonValue()}, {u"revision"_s, added}}));
    QCOMPARE(sideOf(store, "after"), (QJsonObject{{city, u"Porto"_s}, {u"revision"_s, store.lastChange.value()}}));
    QCOMPARE(store.text(u"SELECT city FROM lead"_s), u"Porto"_s);
}

void TestJournal::writesDownOnlyTheStaysThatDiffer()
{
    TemporaryStore store;
    Lead lead;
    lead.name = u"Marta"_s;
    lead.temperatureSince = 500;
    lead.stageSince = 500;
    lead.id = store.add(lead, {{Axis::Temperature, u"hot"_s, 100, 500}});
    lead = valueOf(LeadRepository(*store).lead(lead.id));
    lead.temperature = Temperature::Warm;
    valueOf(store.change([&](Journal &journal) -> Result<void> {
        const Result<bool> written = LeadWriter(*store, journal).save(lead, 900);
        return written ? Result<void>() : written.error();
    }));
    const QJsonObject ended{{u"axis"_s, u"temperature"_s}, {u"from_time"_s, 500}, {u"until_time"_s, 900}, {u"value"_s, u"cold"_s}};
    QCOMPARE(sideOf(store, "before")[u"stays"_s].toArray(), QJsonArray());
    QCOMPARE(sideOf(store, "after")[u"stays"_s].toArray(), QJsonArray{ended});
    QCOMPARE(store.integer(u"SELECT count(*) FROM stay"_s), 2);
}

void TestJournal::givesTheRecordItsRevision()
{
    TemporaryStore store;
    const LeadId id = store.add(u"Marta"_s);
    QCOMPARE(store.integer(u"SELECT revision FROM lead"_s), store.lastChange.value());
    const qint64 added = store.lastChange.value();
    bool wrote = true;
    valueOf(store.change([&](Journal &journal) -> Result<void> {
        wrote = valueOf(journal.update(Entity::Lead, id.value(), {{name, u"Marta"_s}}));
        return {};
    }));
    QVERIFY(!wrote);
    QCOMPARE(store.integer(u"SELECT revision FROM lead"_s), added); // nothing differed: nobody's open panel is in conflict
}

void TestJournal::keepsAGivenRevision()
{
    // Undo brings the old revision back with the old content.
    TemporaryStore store;
    const LeadId id = store.add(u"Marta"_s);
    valueOf(store.change([&](Journal &journal) -> Result<void> {
        const Result<bool> written = journal.update(Entity::Lead, id.value(), {{city, u"Porto"_s}, {u"revision"_s, 77}});
        return written ? Result<void>() : written.error();
    }));
    QCOMPARE(store.integer(u"SELECT revision FROM lead"_s), 77);
    // Nothing but another revision is no change.
    bool wrote = true;
    valueOf(store.change([&](Journal &journal) -> Result<void> {
        wrote = valueOf(journal.update(Entity::Lead, id.value(), {{u"revision"_s, 78}}));
        return {};
    }));
    QVERIFY(!wrote);
    QCOMPARE(store.integer(u"SELECT revision FROM lead"_s), 77);
}

void TestJournal::countsItsRows()
{
    TemporaryStore store;
    valueOf(store.change([&](Journal &journal) -> Result<void> {
        for (int i = 1; i <= 120; ++i) // more than one statement of a bulk insert
            if (const Result<void> done =
                    journal.create(Entity::Word, i, {{u"kind"_s, u"tag"_s}, {name, u"t%1"_s.arg(i)}, {u"folded"_s, u"t%1"_s.arg(i)}});
                !done)
                return done;
        if (journal.rows() != 120)
            return Error{ErrorCode::Usage, QString::number(journal.rows()), {}};
        return {};
    }));
    QCOMPARE(store.integer(u"SELECT rows FROM change WHERE id = ?"_s, {store.lastChange.value()}), 120);
    QCOMPARE(store.integer(u"SELECT count(*) FROM change_row WHERE change_id = ? AND op = 'create' AND before IS NULL AND after IS NULL"_s,
                           {store.lastChange.value()}),
             120);
    QCOMPARE(store.integer(u"SELECT max(step) FROM change_row WHERE change_id = ?"_s, {store.lastChange.value()}), 120);
}

void TestJournal::keepsWhatItRemoves()
{
    TemporaryStore store;
    const LeadId id = store.add(fullLead(store.firstStage()), {{Axis::Stage, store.firstStage().toString(), 100, 300}});
    const QJsonObject record = valueOf(RecordStore(*store).read(Entity::Lead, id.value()));
    valueOf(store.change([&](Journal &journal) { return journal.remove(Entity::Lead, id.value()); }));
    QCOMPARE(sideOf(store, "before"), record);
    for (const char *table : {"lead", "lead_text", "contact", "lead_tag", "stay", "note_search"})
        QCOMPARE(store.integer(u"SELECT count(*) FROM %1"_s.arg(QLatin1String(table))), 0);
}

void TestJournal::saysWhatIsStale()
{
    TemporaryStore store;
    const LeadId id = store.add(u"Marta"_s);
    const ChangeSet edit = valueOf(store.change([&](Journal &journal) -> Result<void> {
        const Result<bool> written = journal.update(Entity::Lead, id.value(), {{city, u"Porto"_s}});
        return written ? Result<void>() : written.error();
    }));
    QCOMPARE(edit.id, store.lastChange);
    QCOMPARE(edit.leads, std::vector{id});
    QVERIFY(!edit.companies && !edit.vocabulary && !edit.timeline && !edit.everything);

    const ChangeSet word = valueOf(store.change([&](Journal &journal) {
        return journal.create(Entity::Word, 5, {{u"kind"_s, u"tag"_s}, {name, u"fair"_s}, {u"folded"_s, u"fair"_s}});
    }));
    QVERIFY(word.vocabulary && word.leads.empty() && !word.companies && !word.timeline);

    const ChangeSet company = valueOf(store.change([&](Journal &journal) -> Result<void> {
        CompanyRepository companies(*store, &journal);
        if (const Result<QVariant> made = companies.idFor(u"Padaria"_s); !made)
            return made.error();
        return companies.flush();
    }));
    QVERIFY(company.companies && company.leads.empty() && !company.vocabulary && !company.timeline);
}

void TestJournal::keepsCountersOfTheLead()
{
    TemporaryStore store;
    const LeadId id = store.add(u"Marta"_s);
    const QJsonObject call{{u"revision"_s, 1},          {u"lead_id"_s, id.value()}, {u"kind"_s, u"call"_s},
                           {u"direction"_s, u"none"_s}, {u"outcome"_s, u"none"_s},  {u"at"_s, 500}};
    const ChangeSet logged = valueOf(store.change([&](Journal &journal) { return journal.create(Entity::Activity, 9, call); }));
    QVERIFY(logged.timeline);
    QCOMPARE(logged.leads, std::vector{id});
    QCOMPARE(store.integer(u"SELECT last_activity FROM lead"_s), 500);
    // The lead of an activity is known when it is edited or removed, too.
    const ChangeSet moved = valueOf(store.change([&](Journal &journal) -> Result<void> {
        const Result<bool> written = journal.update(Entity::Activity, 9, {{u"at"_s, 700}});
        return written ? Result<void>() : written.error();
    }));
    QCOMPARE(moved.leads, std::vector{id});
    QCOMPARE(store.integer(u"SELECT last_activity FROM lead"_s), 700);
    QCOMPARE(store.integer(u"SELECT lead_id FROM change_row WHERE change_id = ?"_s, {store.lastChange.value()}), id.value());
    valueOf(store.change([&](Journal &journal) { return journal.remove(Entity::Activity, 9); }));
    QCOMPARE(store.integer(u"SELECT last_activity IS NULL FROM lead"_s), 1);
}

void TestJournal::tellsOfManyLeadsAsEverything()
{
    TemporaryStore store;
    const auto changeOf = [&](int count) {
        return valueOf(store.change([&](Journal &journal) -> Result<void> {
            for (int i = 1; i <= count; ++i)
                if (const Result<void> noted = journal.created(Entity::Lead, i, i); !noted)
                    return noted;
            return {};
        }));
    };
    const ChangeSet many = changeOf(20'000);
    QVERIFY(!many.everything);
    QCOMPARE(many.leads.size(), size_t(20'000));
    const ChangeSet more = changeOf(20'001);
    QVERIFY(more.everything);
    QVERIFY(more.leads.empty());
}

void TestJournal::refusesARecordThatIsNotThere()
{
    TemporaryStore store;
    const auto update = [](Journal &journal) -> Result<void> {
        const Result<bool> written = journal.update(Entity::Lead, 4711, {{city, u"Porto"_s}});
        return written ? Result<void>() : written.error();
    };
    QCOMPARE(refusalOf(store.change(update)).code, ErrorCode::NotFound);
    QCOMPARE(refusalOf(store.change([](Journal &journal) { return journal.remove(Entity::Company, 4711); })).code, ErrorCode::NotFound);
}

void TestJournal::leavesNothingOfAFailedChange()
{
    TemporaryStore store;
    const LeadId id = store.add(u"Marta"_s);
    const qint64 rows = store.integer(u"SELECT count(*) FROM change_row"_s);
    const auto half = [&](Journal &journal) -> Result<void> {
        if (const Result<bool> written = journal.update(Entity::Lead, id.value(), {{city, u"Porto"_s}}); !written)
            return written.error();
        return journal.create(Entity::Stage, 1, {{name, u"no kind, no position"_s}});
    };
    QCOMPARE(refusalOf(store.change(half)).code, ErrorCode::Database);
    QCOMPARE(store.integer(u"SELECT city IS NULL FROM lead"_s), 1);
    QCOMPARE(store.integer(u"SELECT count(*) FROM change_row"_s), rows);
    QCOMPARE(store.integer(u"SELECT count(*) FROM change"_s), 1);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
