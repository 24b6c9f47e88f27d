// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "support/temporarystore.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// The steps from one schema to the next.
class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void haveANumberEach();
    void makeTheSchemaFromNothing();
    void doNothingTwice();
    void refuseWhatIsNewerOnlyInTheLog();
    void fillEmptyTablesStrictly();
    void findWhatWasNotedOfFollowUps();
    void knowWhoIsNotToBeContacted();
};

void TestMigrations::haveANumberEach()
{
    for (int version = 1; version <= schemaVersion; ++version)
        QVERIFY2(QFile::exists(u":/kindling/migrations/%1.sql"_s.arg(version, 4, 10, QLatin1Char('0'))),
                 qPrintable(QString::number(version)));
    QVERIFY(!QFile::exists(u":/kindling/migrations/%1.sql"_s.arg(schemaVersion + 1, 4, 10, QLatin1Char('0'))));
}

void TestMigrations::makeTheSchemaFromNothing()
{
    QTemporaryDir folder;
    const auto connection = valueOf(Connection::open(folder.filePath(u"empty.db"_s), Connection::Mode::Writer));
    QVERIFY(succeeds(migrate(*connection)));
    QCOMPARE(valueOf(connection->integer(u"PRAGMA user_version"_s)), std::optional<qint64>(schemaVersion));
    QCOMPARE(valueOf(connection->integer(u"PRAGMA application_id"_s)), std::optional<qint64>(0x4B6E646C)); // "Kndl"
    for (const Entity entity :
         {Entity::Lead, Entity::Company, Entity::Activity, Entity::FollowUp, Entity::Stage, Entity::Word, Entity::Setting}) {
        const QString columns = u"SELECT count(*) FROM pragma_table_info('%1') WHERE name IN ('id','%2')"_s;
        QCOMPARE(valueOf(connection->integer(columns.arg(entityName(entity), recordColumns(entity).join(u"','"_s)))),
                 std::optional<qint64>(recordColumns(entity).size() + 1));
    }
}

void TestMigrations::doNothingTwice()
{
    TemporaryStore store;
    store.add(u"Marta"_s);
    const qint64 schema = store.integer(u"PRAGMA schema_version"_s);
    QVERIFY(succeeds(migrate(*store)));
    QCOMPARE(store.integer(u"PRAGMA schema_version"_s), schema);
    QCOMPARE(store.integer(u"SELECT count(*) FROM lead"_s), 1);
}

void TestMigrations::refuseWhatIsNewerOnlyInTheLog()
{
    // A newer program was killed after its migration: the log has the new version, the header of the file still the old one.
    TemporaryStore store;
    QVERIFY(succeeds(store->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s)));
    QVERIFY(succeeds(store->execute(u"PRAGMA user_version = %1"_s.arg(schemaVersion + 1))));
    const QString copy = store.file(u"copy.kindling"_s);
    for (const QString &suffix : {u""_s, u"-wal"_s})
        QVERIFY(QFile::copy(store.path() + suffix, copy + suffix));
    QVERIFY(succeeds(checkWorkspaceFile(copy))); // it cannot know
    const auto connection = valueOf(Connection::open(copy, Connection::Mode::Writer));
    const Error error = refusalOf(migrate(*connection));
    QCOMPARE(error.code, ErrorCode::WorkspaceTooNew);
    QCOMPARE(error.subject, u"copy.kindling"_s);
    QCOMPARE(valueOf(connection->integer(u"PRAGMA user_version"_s)), std::optional<qint64>(schemaVersion + 1));
}

void TestMigrations::fillEmptyTablesStrictly()
{
    // STRICT: a text in a column of numbers is a mistake of the program, not a value.
    TemporaryStore store;
    QCOMPARE(
        store.integer(u"SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE "
                      "'sqlite_%'"_s),
        0);
    QVERIFY(!store->execute(u"UPDATE stage SET position = 'first'"_s));
}

void TestMigrations::findWhatWasNotedOfFollowUps()
{
    TemporaryStore store;
    const LeadId marta = store.add(u"Marta"_s);
    const QString insert = u"INSERT INTO follow_up (id, revision, lead_id, kind, due, whole_day, local_time, zone, state, note) VALUES "
                           "(?, 1, ?, 'call', 10, 0, '2026', 'UTC', 'open', ?)"_s;
    for (const QVariant &note : {QVariant(u"ask about the rye"_s), QVariant(u" \n"_s), QVariant()})
        valueOf(store->run(insert, {nextId<FollowUpId>().value(), marta.value(), note}));
    QCOMPARE(notedLeads(*store, u"rye"_s), std::vector<LeadId>());
    makeOlder(*store, 11);
    QVERIFY(succeeds(migrate(*store)));
    QCOMPARE(notedLeads(*store, u"rye"_s), std::vector{marta});
    QCOMPARE(store.integer(u"SELECT count(*) FROM note_search"_s), 1);
}

void TestMigrations::knowWhoIsNotToBeContacted()
{
    TemporaryStore store;
    const LeadId marta = store.add(u"Marta"_s);
    const LeadId nina = store.add(u"Nina"_s);
    const QString insert = u"INSERT INTO contact (lead_id, position, kind, typed, normalised, state) VALUES (?, ?, ?, 'x', 'x', ?)"_s;
    valueOf(store->run(insert, {marta.value(), 0, u"email"_s, u"doNotUse"_s}));
    valueOf(store->run(insert, {marta.value(), 1, u"phone"_s, u"invalid"_s}));
    valueOf(store->run(insert, {nina.value(), 0, u"email"_s, u"doNotUse"_s}));
    valueOf(store->run(insert, {nina.value(), 1, u"email"_s, u"usable"_s})); // this one may be used
    valueOf(store->run(insert, {nina.value(), 2, u"phone"_s, u"doNotUse"_s}));
    makeOlder(*store, 12);
    QVERIFY(succeeds(migrate(*store)));
    QCOMPARE(store.integer(u"SELECT count(*) = 1 AND min(id) = %1 FROM lead WHERE do_not_email = 1"_s.arg(marta.value())), 1);
    QCOMPARE(store.integer(u"SELECT count(*) = 1 AND min(id) = %1 FROM lead WHERE do_not_call = 1"_s.arg(nina.value())), 1);
    QCOMPARE(store.integer(u"SELECT count(*) FROM lead WHERE consent IS NOT NULL"_s), 0);
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
