// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recordstore.h"

#include "core/store/activityrepository.h"
#include "core/store/leadrepository.h"
#include "support/temporarystore.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Whole records as JSON: what is read, removed and put back is the same to the last derived column.
class TestRecordStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEachEntityByItsTable();
    void putsALeadBackAsItWas();
    void putsBackARecordOfEachKind();
    void readsOnlyTheKeysAskedFor();
    void keepsTheSearchTextRight();
    void keepsTheNotesSearchable();
    void keepsFollowUpsSearchable();
    void keepsCountersRight();
    void keepsNumbersExactly();
    void missesWhatIsNotThere();

private:
    /// The row of a lead with everything that is derived, as one text.
    QString rowOf(TemporaryStore &store, LeadId id)
    {
        QStringList values;
        const auto row = valueOf(store->run(u"SELECT * FROM lead WHERE id = ?"_s, {id.value()}));
        if (row->next()) {
            for (int i = 0; i < row->columns(); ++i)
                values += row->columnName(i) + u'=' + row->text(i);
        }
        row->finish();
        return values.join(u'\n');
    }
};

void TestRecordStore::knowsEachEntityByItsTable()
{
    for (const Entity entity :
         {Entity::Lead, Entity::Company, Entity::Activity, Entity::FollowUp, Entity::Stage, Entity::Word, Entity::Setting})
        QCOMPARE(entityFromName(entityName(entity)), std::optional(entity));
    QCOMPARE(entityFromName(u"sqlite_master"), std::nullopt);
    QCOMPARE(entityFromName(u""), std::nullopt);
    QVERIFY(hasRevision(Entity::Lead) && hasRevision(Entity::Company) && hasRevision(Entity::Activity) && hasRevision(Entity::FollowUp));
    QVERIFY(!hasRevision(Entity::Stage) && !hasRevision(Entity::Word) && !hasRevision(Entity::Setting));
}

void TestRecordStore::putsALeadBackAsItWas()
{
    TemporaryStore store;
    const Lead lead = fullLead(store.firstStage());
    store.add(lead, {{Axis::Stage, store.firstStage().toString(), 100, 300}, {Axis::Owner, u"Ines"_s, 100, 500}});
    RecordStore records(*store);
    const Lead stored = valueOf(LeadRepository(*store).lead(lead.id));
    const QString row = rowOf(store, lead.id);
    const QJsonObject record = valueOf(records.read(Entity::Lead, lead.id.value()));
    QCOMPARE(record[u"contacts"_s].toArray().size(), 3);
    QCOMPARE(record[u"tags"_s].toArray().size(), 2);
    QCOMPARE(record[u"stays"_s].toArray().size(), 2);
    QVERIFY(!record.contains(u"search"_s) && !record.contains(u"last_activity"_s) && !record.contains(u"next_follow_up"_s));

    QVERIFY(succeeds(records.remove(Entity::Lead, lead.id.value())));
    QCOMPARE(rowOf(store, lead.id), QString());
    QVERIFY(succeeds(records.insert(Entity::Lead, lead.id.value(), record)));
    QCOMPARE(valueOf(records.read(Entity::Lead, lead.id.value())), record);
    QCOMPARE(rowOf(store, lead.id), row);
    QCOMPARE(valueOf(LeadRepository(*store).lead(lead.id)), stored);
    QCOMPARE(notedLeads(*store, u"flour"_s), std::vector{lead.id});
}

void TestRecordStore::putsBackARecordOfEachKind()
{
    TemporaryStore store;
    const LeadId lead = store.add(u"Marta"_s);
    const std::vector<std::pair<Entity, QJsonObject>> kinds{
        {Entity::Company,
         {{u"revision"_s, 1},
          {u"name"_s, u"Padaria"_s},
          {u"folded"_s, u"padaria"_s},
          {u"employees"_s, 12},
          {u"revenue_minor"_s, qint64(900719925474099300)},
          {u"revenue_currency"_s, u"EUR"_s},
          {u"created"_s, 5}}},
        {Entity::Activity,
         {{u"revision"_s, 1},
          {u"lead_id"_s, lead.value()},
          {u"kind"_s, u"call"_s},
          {u"at"_s, 5},
          {u"direction"_s, u"none"_s},
          {u"outcome"_s, u"none"_s},
          {u"duration"_s, 0},
          {u"note"_s, u""_s}}},
        {Entity::FollowUp,
         {{u"revision"_s, 1},
          {u"lead_id"_s, lead.value()},
          {u"kind"_s, u"task"_s},
          {u"due"_s, -5},
          {u"whole_day"_s, 1},
          {u"local_time"_s, u""_s},
          {u"zone"_s, u"UTC"_s},
          {u"state"_s, u"open"_s}}},
        {Entity::Stage,
         {{u"name"_s, u"Trial"_s}, {u"kind"_s, u"custom"_s}, {u"position"_s, 9}, {u"win_percent"_s, 5}, {u"quiet_days"_s, 3}}},
        {Entity::Word, {{u"kind"_s, u"tag"_s}, {u"name"_s, u"Ärger"_s}, {u"folded"_s, u"arger"_s}}},
        {Entity::Setting, {{u"key"_s, u"something"_s}, {u"value"_s, u"else"_s}}},
    };
    RecordStore records(*store);
    for (const auto &[entity, given] : kinds) {
        QVERIFY2(succeeds(records.insert(entity, 99, given)), qPrintable(entityName(entity)));
        const QJsonObject record = valueOf(records.read(entity, 99));
        for (const QString &key : given.keys())
            QCOMPARE(record[key], given[key]);
        QCOMPARE(record.size(), recordColumns(entity).size()); // what was not given is null, not missing
        QVERIFY(succeeds(records.remove(entity, 99)));
        QVERIFY(succeeds(records.insert(entity, 99, record)));
        QCOMPARE(valueOf(records.read(entity, 99)), record);
    }
}

void TestRecordStore::readsOnlyTheKeysAskedFor()
{
    TemporaryStore store;
    const LeadId id = store.add(fullLead(store.firstStage()));
    RecordStore records(*store);
    QCOMPARE(valueOf(records.read(Entity::Lead, id.value(), {u"city"_s, u"notes"_s, u"tags"_s})).keys(),
             (QStringList{u"city"_s, u"notes"_s, u"tags"_s}));
    QCOMPARE(valueOf(records.read(Entity::Lead, id.value())).size(), recordColumns(Entity::Lead).size() + leadTextColumns().size() + 3);
    QCOMPARE(valueOf(records.read(Entity::Lead, id.value(), {u"id"_s, u"; DROP TABLE lead"_s, u"search"_s})), QJsonObject());
}

void TestRecordStore::keepsTheSearchTextRight()
{
    TemporaryStore store;
    const LeadId id = store.add(fullLead(store.firstStage()));
    const QChar end(0x1F);
    QCOMPARE(store.text(u"SELECT search FROM lead"_s),
             u"zofie muller-ost"_s + end + u"zofie@beispiel.example old@beispiel.example"_s + end + u"4930123456"_s + end + u"crm-42"_s);
    QVERIFY(succeeds(RecordStore(*store).update(Entity::Lead, id.value(), {{u"name"_s, u"ÅSA"_s}, {u"contacts"_s, QJsonArray()}})));
    QCOMPARE(store.text(u"SELECT search FROM lead"_s), u"asa"_s + end + end + end + u"crm-42"_s);
    QVERIFY(succeeds(RecordStore(*store).update(Entity::Lead, id.value(), {{u"external_id"_s, QJsonValue()}})));
    QCOMPARE(store.text(u"SELECT search FROM lead"_s), u"asa"_s + end + end + end);
}

void TestRecordStore::keepsTheNotesSearchable()
{
    TemporaryStore store;
    const LeadId id = store.add(fullLead(store.firstStage()));
    RecordStore records(*store);
    LeadRepository leads(*store);
    QVERIFY(succeeds(records.update(Entity::Lead, id.value(), {{u"notes"_s, u"Prefers rye"_s}})));
    QCOMPARE(notedLeads(*store, u"rye"_s), std::vector{id});
    QCOMPARE(notedLeads(*store, u"flour"_s), std::vector{id}); // pain points are still there
    QCOMPARE(notedLeads(*store, u"quotes"_s), std::vector<LeadId>());
    QVERIFY(succeeds(records.update(Entity::Lead, id.value(), {{u"notes"_s, QJsonValue()}, {u"pain_points"_s, u" \n "_s}})));
    QCOMPARE(store.integer(u"SELECT count(*) FROM note_search"_s), 0);
}

void TestRecordStore::keepsFollowUpsSearchable()
{
    TemporaryStore store;
    const LeadId marta = store.add(u"Marta"_s);
    const LeadId jan = store.add(u"Jan"_s);
    const qint64 id = nextId<FollowUpId>().value();
    RecordStore records(*store);
    QVERIFY(succeeds(records.insert(Entity::FollowUp, id,
                                    {{u"revision"_s, 1},
                                     {u"lead_id"_s, marta.value()},
                                     {u"kind"_s, u"call"_s},
                                     {u"due"_s, 10},
                                     {u"whole_day"_s, 0},
                                     {u"local_time"_s, u"2026"_s},
                                     {u"zone"_s, u"UTC"_s},
                                     {u"state"_s, u"open"_s},
                                     {u"note"_s, u"ask about the rye"_s}})));
    QCOMPARE(notedLeads(*store, u"rye"_s), std::vector{marta});
    const QJsonObject record = valueOf(records.read(Entity::FollowUp, id));
    QVERIFY(succeeds(records.update(Entity::FollowUp, id, {{u"lead_id"_s, jan.value()}})));
    QCOMPARE(notedLeads(*store, u"rye"_s), std::vector{jan});
    QVERIFY(succeeds(records.update(Entity::FollowUp, id, {{u"note"_s, u"ask about the oven"_s}})));
    QCOMPARE(notedLeads(*store, u"rye"_s), std::vector<LeadId>());
    QCOMPARE(notedLeads(*store, u"oven"_s), std::vector{jan});
    QVERIFY(succeeds(records.remove(Entity::FollowUp, id)));
    QCOMPARE(store.integer(u"SELECT count(*) FROM note_search"_s), 0);
    QVERIFY(succeeds(records.insert(Entity::FollowUp, id, record)));
    QCOMPARE(notedLeads(*store, u"rye"_s), std::vector{marta});
}

void TestRecordStore::keepsCountersRight()
{
    TemporaryStore store;
    const LeadId id = store.add(u"Marta"_s);
    RecordStore records(*store);
    const auto followUp = [&](qint64 key, const char *state, qint64 due, const QJsonValue &snoozed) {
        return records.insert(Entity::FollowUp, key,
                              {{u"revision"_s, 1},
                               {u"lead_id"_s, id.value()},
                               {u"kind"_s, u"call"_s},
                               {u"due"_s, due},
                               {u"whole_day"_s, 0},
                               {u"local_time"_s, u"2026"_s},
                               {u"zone"_s, u"UTC"_s},
                               {u"state"_s, QLatin1String(state)},
                               {u"snoozed_until"_s, snoozed}});
    };
    QVERIFY(succeeds(followUp(1, "done", 10, {})));
    QVERIFY(succeeds(followUp(2, "open", 20, 900)));
    QVERIFY(succeeds(followUp(3, "open", 800, {})));
    QVERIFY(succeeds(followUp(4, "cancelled", 5, {})));
    QVERIFY(succeeds(records.refreshLead(id.value())));
    // The done and the cancelled do not count, the snoozed one counts from when it comes up again: 800 before 900.
    QCOMPARE(store.integer(u"SELECT next_follow_up FROM lead"_s), 800);
    QCOMPARE(store.integer(u"SELECT last_activity IS NULL FROM lead"_s), 1);
}

void TestRecordStore::keepsNumbersExactly()
{
    // JSON numbers are often doubles, which hold 53 bits: ids and amounts have up to 63.
    TemporaryStore store;
    const LeadId id = store.add(u"Marta"_s);
    const qint64 large = 9'007'199'254'740'993; // 2^53 + 1
    RecordStore records(*store);
    QVERIFY(succeeds(records.update(Entity::Lead, id.value(), {{u"value_minor"_s, large}, {u"currency"_s, u"EUR"_s}})));
    const QJsonObject record = valueOf(records.read(Entity::Lead, id.value(), {u"value_minor"_s}));
    const QJsonObject parsed = QJsonDocument::fromJson(QJsonDocument(record).toJson()).object();
    QCOMPARE(parsed[u"value_minor"_s].toInteger(), large);
    QCOMPARE(store.integer(u"SELECT value_minor FROM lead"_s), large);
}

void TestRecordStore::missesWhatIsNotThere()
{
    TemporaryStore store;
    RecordStore records(*store);
    QCOMPARE(refusalOf(records.read(Entity::Lead, 1)).code, ErrorCode::NotFound);
    QCOMPARE(refusalOf(records.read(Entity::Word, 1, {u"name"_s})).code, ErrorCode::NotFound);
    QVERIFY(succeeds(records.remove(Entity::Company, 1))); // gone is gone
}

QTEST_GUILESS_MAIN(TestRecordStore)
#include "tst_recordstore.moc"
