// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/damage.h"
#include "support/temporarystore.h"

#include <limits>

using namespace kindling;
using namespace Qt::StringLiterals;

/// One connection: its settings, its values, its transactions, and what its errors are called.
class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesDurablyAndChecksItself();
    void readersCannotWrite();
    void keepsValuesAsTheyAre();
    void preparesAStatementOnce();
    void bindsByName();
    void refusesTooFewValues();
    void answersNothingForNoRow();
    void commitsWhatSucceeded();
    void takesBackWhatFailed();
    void looksAtForeignKeysAtTheEnd();
    void canGoOnAfterAFailure();
    void saysWhatIsWrongWithAFile();
    void tellsThatARowCouldNotBeRead();
    void listsIdsAsJson();
};

void TestConnection::writesDurablyAndChecksItself()
{
    // docs/decisions has the reasons: a commit survives a power cut only with FULL (2).
    TemporaryStore store;
    QCOMPARE(store.text(u"PRAGMA journal_mode"_s), u"wal"_s);
    QCOMPARE(store.integer(u"PRAGMA synchronous"_s), 2);
    QCOMPARE(store.integer(u"PRAGMA foreign_keys"_s), 1);
    QCOMPARE(store.integer(u"PRAGMA trusted_schema"_s), 0);
    QCOMPARE(store.integer(u"PRAGMA cell_size_check"_s), 1);
    QCOMPARE(store.integer(u"PRAGMA secure_delete"_s), 1);
    QCOMPARE(store.integer(u"PRAGMA busy_timeout"_s), 5000);
}

void TestConnection::readersCannotWrite()
{
    TemporaryStore store;
    const auto reader = valueOf(Connection::open(store.path(), Connection::Mode::Reader));
    QCOMPARE(valueOf(reader->integer(u"PRAGMA query_only"_s)), std::optional<qint64>(1));
    QCOMPARE(valueOf(reader->integer(u"PRAGMA wal_autocheckpoint"_s)), std::optional<qint64>(0));
    const Error error = refusalOf(reader->execute(u"DELETE FROM stage"_s));
    QCOMPARE(error.code, ErrorCode::FileNotWritable);
    QCOMPARE(error.subject, u"w.kindling"_s);
    QCOMPARE(store.integer(u"SELECT count(*) FROM stage"_s), 6);
}

void TestConnection::keepsValuesAsTheyAre()
{
    TemporaryStore store;
    QVERIFY(succeeds(store->execute(u"CREATE TEMP TABLE kept (value ANY) STRICT"_s)));
    const QVariantList values{std::numeric_limits<qint64>::max(),
                              std::numeric_limits<qint64>::min(),
                              qint64(0),
                              u"a'b\"c;--"_s,
                              u"Žofie 🦊 שלום"_s,
                              u"one\ntwo\r\n\ttab"_s,
                              u""_s,
                              u"a\0b"_s,
                              u"\uFEFFmarked"_s,
                              0.1,
                              QByteArray("\0\xFF", 2),
                              QVariant()};
    for (const QVariant &value : values) {
        QVERIFY(store->run(u"DELETE FROM kept"_s));
        QVERIFY(store->run(u"INSERT INTO kept VALUES (?)"_s, {value}));
        const auto row = valueOf(store->run(u"SELECT value, typeof(value) FROM kept"_s));
        QVERIFY(row->next());
        QCOMPARE(row->isNull(0), value.isNull());
        if (!value.isNull())
            QCOMPARE(row->value(0), value);
        row->finish();
    }
    QVERIFY(store->run(u"UPDATE kept SET value = ?"_s, {true}));
    QCOMPARE(store.integer(u"SELECT value FROM kept"_s), 1);
    // A text that is null, not empty, is NULL in the database; whoever needs an empty one says so.
    QVERIFY(store->run(u"UPDATE kept SET value = ?"_s, {QString()}));
    QCOMPARE(store.text(u"SELECT typeof(value) FROM kept"_s), u"null"_s);
}

void TestConnection::preparesAStatementOnce()
{
    TemporaryStore store;
    Statement *const first = valueOf(store->prepared(u"SELECT ?1 + 1"_s));
    QCOMPARE(valueOf(store->prepared(u"SELECT ?1 + 1"_s)), first);
    // A statement that was left in the middle can be run again.
    const QString numbers = u"SELECT value FROM json_each('[1,2,3]')"_s;
    QVERIFY(valueOf(store->run(numbers))->next());
    Statement *const again = valueOf(store->run(numbers));
    QVERIFY(again->next());
    QCOMPARE(again->integer(0), 1);
    QCOMPARE(again->columns(), 1);
    QCOMPARE(again->columnName(0), u"value"_s);
    QVERIFY(store->run(u"UPDATE stage SET quiet_days = 7 WHERE position < 2"_s));
    QCOMPARE(valueOf(store->run(u"UPDATE stage SET quiet_days = 8 WHERE position < 2"_s))->affected(), 2);
    QCOMPARE(refusalOf(store->prepared(u"SELECT nothing FROM nowhere"_s)).code, ErrorCode::Database);
}

void TestConnection::bindsByName()
{
    TemporaryStore store;
    Statement *const sum = valueOf(store->prepared(u"SELECT :a - :b, :a"_s));
    QVERIFY(succeeds(sum->run({u":b"_s, u":a"_s}, {2, 7})));
    QVERIFY(sum->next());
    QCOMPARE(sum->integer(0), 5);
    QCOMPARE(sum->integer(1), 7);
    // What is not bound is NULL, and not what it was the last time.
    QVERIFY(succeeds(sum->run({u":a"_s}, {7})));
    QVERIFY(sum->next());
    QVERIFY(sum->isNull(0));
    QCOMPARE(refusalOf(sum->run({u":c"_s}, {7})).code, ErrorCode::Database);
}

void TestConnection::refusesTooFewValues()
{
    TemporaryStore store;
    QCOMPARE(refusalOf(store->run(u"UPDATE stage SET quiet_days = ? WHERE id = ?"_s, {1})).code, ErrorCode::Database);
    QCOMPARE(refusalOf(store->run(u"SELECT 1"_s, {1})).code, ErrorCode::Database);
}

void TestConnection::answersNothingForNoRow()
{
    TemporaryStore store;
    QCOMPARE(valueOf(store->integer(u"SELECT id FROM lead"_s)), std::optional<qint64>());
    QCOMPARE(valueOf(store->integer(u"SELECT NULL"_s)), std::optional<qint64>());
    QCOMPARE(valueOf(store->integer(u"SELECT 0"_s)), std::optional<qint64>(0));
    QCOMPARE(store.text(u"SELECT name FROM lead"_s), QString());
}

void TestConnection::commitsWhatSucceeded()
{
    TemporaryStore store;
    QVERIFY(succeeds(inTransaction(*store, [&] { return store->execute(u"UPDATE stage SET quiet_days = 99"_s); })));
    const auto reader = valueOf(Connection::open(store.path(), Connection::Mode::Reader));
    QCOMPARE(valueOf(reader->integer(u"SELECT min(quiet_days) FROM stage"_s)), std::optional<qint64>(99));
}

void TestConnection::takesBackWhatFailed()
{
    TemporaryStore store;
    const Error error = refusalOf(inTransaction(*store, [&]() -> Result<void> {
        if (const Result<void> done = store->execute(u"UPDATE stage SET quiet_days = 99"_s); !done)
            return done;
        return Error{ErrorCode::Cancelled, u"by hand"_s, {}};
    }));
    QCOMPARE(error, (Error{ErrorCode::Cancelled, u"by hand"_s, {}}));
    QCOMPARE(store.integer(u"SELECT count(*) FROM stage WHERE quiet_days = 99"_s), 0);
    // A transaction in a transaction is refused by SQLite; the outer one has to end as failed then.
    QVERIFY(!inTransaction(*store, [&] { return inTransaction(*store, [] { return Result<void>(); }); }));
}

void TestConnection::looksAtForeignKeysAtTheEnd()
{
    TemporaryStore store;
    const QString child = u"INSERT INTO lead_text (lead_id) VALUES (7)"_s;
    // The parent may come after the child …
    QVERIFY(succeeds(inTransaction(*store, [&]() -> Result<void> {
        if (const Result<void> done = store->execute(child); !done)
            return done;
        return store->execute(u"DELETE FROM lead_text"_s);
    })));
    // … but it has to come.
    QCOMPARE(refusalOf(inTransaction(*store, [&] { return store->execute(child); })).code, ErrorCode::Database);
    QCOMPARE(store.integer(u"SELECT count(*) FROM lead_text"_s), 0);
    QVERIFY(!store->execute(child)); // outside a transaction at once
}

void TestConnection::canGoOnAfterAFailure()
{
    TemporaryStore store;
    const qint64 before = store.integer(u"SELECT min(quiet_days) FROM stage"_s);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!inTransaction(*store, [&] { return store->execute(u"INSERT INTO stage VALUES (1)"_s); }));
        QVERIFY(succeeds(inTransaction(*store, [&] { return store->execute(u"UPDATE stage SET quiet_days = quiet_days + 1"_s); })));
    }
    QCOMPARE(store.integer(u"SELECT min(quiet_days) FROM stage"_s), before + 3);
}

void TestConnection::saysWhatIsWrongWithAFile()
{
    TemporaryStore store;
    QCOMPARE(refusalOf(Connection::open(store.file(u"no/such/folder.db"_s), Connection::Mode::Writer)).code, ErrorCode::FileNotReadable);

    const QString noise = store.file(u"noise.db"_s);
    QFile file(noise);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    QCOMPARE(refusalOf(Connection::open(noise, Connection::Mode::Writer)).code, ErrorCode::NotAWorkspace);

    // A page in the middle overwritten: SQLite finds it when it gets there.
    for (int i = 0; i < 200; ++i)
        store.add(u"Lead %1"_s.arg(i));
    store.close();
    QFile damaged(store.path());
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    const qint64 pages = damaged.size() / 4096;
    for (qint64 page = 2; page < pages; ++page) {
        damaged.seek(page * 4096);
        damaged.write(QByteArray(4096, '\xA5'));
    }
    damaged.close();
    const auto opened = Connection::open(store.path(), Connection::Mode::Writer);
    const Error error = opened ? refusalOf((*opened)->execute(u"SELECT sum(length(search)) FROM lead"_s)) : opened.error();
    QCOMPARE(error.code, ErrorCode::WorkspaceDamaged);
    QCOMPARE(error.subject, u"w.kindling"_s);
}

void TestConnection::tellsThatARowCouldNotBeRead()
{
    TemporaryStore store;
    for (int i = 0; i < 500; ++i)
        store.add(u"Lead %1"_s.arg(i));
    const qint64 root = store.integer(u"SELECT rootpage FROM sqlite_schema WHERE name = 'lead'"_s);
    store.close();
    damageLastPage(store.path(), root);

    const auto opened = valueOf(Connection::open(store.path(), Connection::Mode::Writer));
    const QString allLeads = u"SELECT id, name FROM lead ORDER BY id"_s;
    const auto read = [&] {
        Statement *const rows = valueOf(opened->run(allLeads));
        int count = 0;
        while (rows->next())
            ++count;
        return count;
    };
    const int count = read();
    QVERIFY2(count > 0 && count < 500, qPrintable(QString::number(count)));
    QCOMPARE(refusalOf(opened->run(u"SELECT 1"_s)).code, ErrorCode::WorkspaceDamaged);
    QVERIFY(opened->run(u"SELECT 1"_s)); // told once

    // What was made of a part of the rows is not written.
    const Error error = refusalOf(inTransaction(*opened, [&] {
        const auto done = opened->execute(u"UPDATE stage SET quiet_days = 99"_s);
        read();
        return done;
    }));
    QCOMPARE(error.code, ErrorCode::WorkspaceDamaged);
    QCOMPARE(valueOf(opened->integer(u"SELECT count(*) FROM stage WHERE quiet_days = 99"_s)), std::optional<qint64>(0));
    QVERIFY(succeeds(inTransaction(*opened, [&] { return opened->execute(u"UPDATE stage SET quiet_days = 98"_s); })));
}

void TestConnection::listsIdsAsJson()
{
    QCOMPARE(jsonIds(std::vector<LeadId>{}), u"[]"_s);
    QCOMPARE(jsonIds(std::vector{LeadId(1), LeadId(std::numeric_limits<qint64>::max())}), u"[1,9223372036854775807]"_s);
    TemporaryStore store;
    QCOMPARE(store.integer(u"SELECT count(*) FROM json_each(?) WHERE value = 9223372036854775807"_s,
                           {jsonIds(std::vector{LeadId(std::numeric_limits<qint64>::max())})}),
             1);
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
