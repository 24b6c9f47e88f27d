// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/faultyvfs.h"
#include "support/temporarystore.h"

using namespace kindling;
using namespace kindling::faults;
using namespace Qt::StringLiterals;

namespace {

constexpr int changes = 6;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A workspace of one lead, put back before each attempt.
class Ground
{
public:
    Ground()
    {
        m_store.add(u"the first"_s);
        m_store.close();
        m_bytes = bytesOf(m_store.path());
    }

    /// Adds leads, each with a company, words, contacts and notes, until all are there or one is refused; says how many were acknowledged.
    int addLeads(const QString &setting)
    {
        Result<std::unique_ptr<Connection>> opened = Connection::open(m_store.path(), Connection::Mode::Writer);
        if (!opened)
            return 0;
        Connection &connection = **opened;
        // A small log, so that the checkpoint comes in the middle of things, too.
        if (!connection.execute(setting) || !connection.execute(u"PRAGMA wal_autocheckpoint = 20"_s))
            return 0;
        for (int i = 0; i < changes; ++i) {
            const Result<void> done = addLead(connection, i);
            if (!done) {
                refused = done.error();
                return i;
            }
        }
        return changes;
    }

    void restore() const
    {
        disk::reset();
        for (const QString &suffix : {u"-wal"_s, u"-shm"_s})
            QFile::remove(m_store.path() + suffix);
        QFile file(m_store.path());
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(m_bytes) != m_bytes.size())
            qFatal("the test cannot write %s", qPrintable(m_store.path()));
    }

    /// What is wrong after the program was started again; empty when each change is there as a whole and no acknowledged one is missing.
    QString findings(int acknowledged) const
    {
        disk::reset();
        QFile::remove(m_store.path() + u"-shm"_s); // memory, not disk
        const Result<std::unique_ptr<Connection>> opened = Connection::open(m_store.path(), Connection::Mode::Writer);
        if (!opened)
            return u"does not open: "_s + errorSentence(opened.error());
        Connection &connection = **opened;
        const auto integer = [&](const QString &sql) {
            const auto value = connection.integer(sql);
            return value ? value->value_or(-1) : -1;
        };
        const Result<QString> sound = connection.text(u"PRAGMA integrity_check"_s);
        if (!sound || *sound != u"ok")
            return u"integrity: "_s + (sound ? *sound : errorSentence(sound.error()));
        const qint64 leads = integer(u"SELECT count(*) FROM lead"_s) - 1;
        if (leads < acknowledged || leads > acknowledged + 1) // a commit that was refused may be there all the same
            return u"%1 leads, and %2 were acknowledged"_s.arg(leads).arg(acknowledged);
        for (const QString &sql :
             {u"SELECT count(*) FROM change WHERE rows = (SELECT count(*) FROM change_row WHERE change_id = change.id)"_s,
              u"SELECT count(*) FROM lead_text"_s}) {
            if (integer(sql) != leads + 1)
                return u"torn: "_s + sql;
        }
        if (integer(u"SELECT count(*) FROM note_search WHERE note_search MATCH 'flour'"_s) != leads
            || integer(u"SELECT count(*) FROM contact"_s) != 3 * leads || integer(u"SELECT count(*) FROM pragma_foreign_key_check"_s) != 0)
            return u"torn: contacts, notes or references"_s;
        return {};
    }

    Error refused;

private:
    static Result<void> addLead(Connection &connection, int number)
    {
        const Result<std::optional<qint64>> stage = connection.integer(u"SELECT id FROM stage ORDER BY position LIMIT 1"_s);
        if (!stage)
            return stage.error();
        Lead lead = fullLead(StageId(stage->value_or(0)));
        lead.externalId = QString::number(number);
        lead.company = u"Company %1"_s.arg(number);
        lead.notes = u"note "_s.repeated(200);
        Journal journal(connection, {nextId<ChangeId>(), 1000, u"Ines"_s, {}, ChangeHead::Kind::Do, {}});
        return inTransaction(connection, [&]() -> Result<void> {
            if (Result<void> begun = journal.begin(); !begun)
                return begun;
            LeadWriter writer(connection, journal);
            if (Result<void> added = writer.add(lead); !added)
                return added;
            if (Result<void> finished = writer.finish(); !finished)
                return finished;
            const Result<ChangeSet> written = journal.finish(u"Add a lead"_s);
            return written ? Result<void>() : written.error();
        });
    }

    TemporaryStore m_store;
    QByteArray m_bytes;
};

} // namespace

/// The power fails, or the disk is full, at each operation on it: every change is there as a whole or not at all, and one that was
/// acknowledged is there.
class TestDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { disk::install(); }
    void cleanup() { disk::reset(); }
    void keepsWhatItAcknowledgedWhenThePowerFails();
    void losesSomeWithoutFullSynchronisation();
    void keepsWhatItAcknowledgedWhenTheDiskIsFull();

private:
    /// How often something was wrong after a cut at every `step`th operation.
    int badCuts(const QString &setting, int step)
    {
        Ground ground;
        ground.restore();
        ground.addLeads(setting);
        const qint64 operations = disk::operations();
        QRandomGenerator random(4711);
        int cuts = 0;
        int bad = 0;
        for (qint64 number = 1; number <= operations; number += step, ++cuts) {
            ground.restore();
            disk::failFrom(number, disk::Failure::Power);
            const int acknowledged = ground.addLeads(setting);
            disk::losePower(random);
            const QString findings = ground.findings(acknowledged);
            if (!findings.isEmpty() && ++bad <= 3)
                qInfo("cut at operation %lld: %s", qlonglong(number), qPrintable(findings));
        }
        qInfo("%s: %d cuts, %d bad", qPrintable(setting), cuts, bad);
        return operations > 100 ? bad : -1;
    }
};

void TestDisk::keepsWhatItAcknowledgedWhenThePowerFails()
{
    QCOMPARE(badCuts(u"PRAGMA quick_check"_s, 1), 0); // with the settings of the program
}

void TestDisk::losesSomeWithoutFullSynchronisation()
{
    // The test of the test: without a synchronisation at each commit, acknowledged changes are lost.
    QVERIFY(badCuts(u"PRAGMA synchronous = NORMAL"_s, 10) > 0);
    QVERIFY(badCuts(u"PRAGMA synchronous = OFF"_s, 10) > 0);
}

void TestDisk::keepsWhatItAcknowledgedWhenTheDiskIsFull()
{
    const QString setting = u"PRAGMA quick_check"_s;
    Ground ground;
    ground.restore();
    ground.addLeads(setting);
    const qint64 operations = disk::operations();
    int refusals = 0;
    for (qint64 number = 1; number <= operations; number += 3) {
        ground.restore();
        disk::failFrom(number, disk::Failure::Full);
        const int acknowledged = ground.addLeads(setting);
        if (acknowledged < changes) {
            ++refusals;
            QVERIFY2(ground.refused.code == ErrorCode::DiskFull || ground.refused.code == ErrorCode::Database,
                     qPrintable(errorSentence(ground.refused)));
        }
        QCOMPARE(ground.findings(acknowledged), QString());
    }
    QVERIFY(refusals > 30);
}

QTEST_GUILESS_MAIN(TestDisk)
#include "tst_disk.moc"
