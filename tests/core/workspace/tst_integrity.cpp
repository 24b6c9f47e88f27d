// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"
#include "core/workspace/exportservice.h"
#include "support/damage.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Verify finds what is wrong: each kind of damage that it looks for, made by hand.
class TestIntegrity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSilentWhenAllIsWell();
    void findsEachKindOfDamage_data();
    void findsEachKindOfDamage();
    void findsAPageThatIsGarbled();
    void nothingIsMadeOfAPartOfTheLeads();

private:
    void fill(TemporaryWorkspace &w)
    {
        const LeadId id = w.add(u"Marta"_s, u"Estrela"_s);
        Activity call;
        call.lead = id;
        call.kind = ActivityKind::Call;
        answerOf(w->leads().log(call));
        FollowUp followUp;
        followUp.lead = id;
        followUp.localTime = u"2026-03-03T09:00:00"_s;
        followUp.zone = u"Europe/Berlin"_s;
        answerOf(w->followUps().plan(followUp));
        for (const Temperature temperature : {Temperature::Warm, Temperature::Hot}) {
            w.clock().advance(1000);
            LeadMove move;
            move.temperature = temperature;
            answerOf(w->leads().move({id}, move));
        }
    }
};

void TestIntegrity::isSilentWhenAllIsWell()
{
    TemporaryWorkspace w;
    QCOMPARE(answerOf(w->verify()), QStringList()); // an empty one
    fill(w);
    QCOMPARE(answerOf(w->verify()), QStringList());
    w.open();
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestIntegrity::findsEachKindOfDamage_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, const char *sql, const char *finding) {
        QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(finding);
    };
    row("a last activity that is not in the timeline", "UPDATE lead SET last_activity = 5", "last activity");
    row("a follow-up that is not planned", "UPDATE lead SET next_follow_up = NULL", "next follow-up");
    row("a stay that ends before it begins", "UPDATE stay SET until_time = from_time - 1 WHERE value = 'cold'", "end before they begin");
    row("stays that overlap", "UPDATE stay SET until_time = until_time + 500 WHERE value = 'cold'", "overlap");
    row("a lead without its texts", "DELETE FROM lead_text", "lack their texts");
    row("an amount of nothing", "UPDATE lead SET value_minor = 500, currency = NULL", "value without its currency");
    row("a change that is gone", "DELETE FROM change WHERE label LIKE 'Log%'", "belong to no change");
    row("a company that is gone", "DELETE FROM company", "A row of lead names a row of company that is not there.");
    row("a word that is gone", "DELETE FROM word", "names a row of word");
}

void TestIntegrity::findsEachKindOfDamage()
{
    QFETCH(QString, sql);
    QFETCH(QString, finding);
    TemporaryWorkspace w;
    fill(w);
    w.close();
    {
        const Result<std::unique_ptr<Connection>> connection = Connection::open(w.path(), Connection::Mode::Writer);
        QVERIFY(connection && (*connection)->execute(u"PRAGMA foreign_keys = OFF"_s) && (*connection)->execute(sql));
    }
    w.open();
    const QStringList findings = answerOf(w->verify());
    QVERIFY2(findings.join(u'\n').contains(finding), qPrintable(findings.join(u'\n')));
    // And it is the only thing that is wrong, but for what follows from a row that is gone.
    QVERIFY2(findings.size() == 1 || sql.startsWith(u"DELETE"), qPrintable(findings.join(u'\n')));
}

void TestIntegrity::findsAPageThatIsGarbled()
{
    TemporaryWorkspace w;
    for (int i = 0; i < 300; ++i)
        w.add(u"Lead %1"_s.arg(i));
    w.close();
    qint64 rootOfIndex = 0;
    {
        const Result<std::unique_ptr<Connection>> connection = Connection::open(w.path(), Connection::Mode::Reader);
        QVERIFY(connection);
        rootOfIndex = (*connection)->integer(u"SELECT rootpage FROM sqlite_master WHERE name = 'lead_created'"_s)->value_or(0);
    }
    QFile file(w.path());
    QVERIFY(file.open(QIODevice::ReadWrite) && rootOfIndex > 1);
    file.seek((rootOfIndex - 1) * 4096);
    file.write(QByteArray(4096, '\xA5'));
    file.close();
    w.open(); // an index is not needed to open it
    QFuture<Result<QStringList>> verified = w->verify();
    while (!verified.isFinished())
        QTest::qWait(1);
    const Result<QStringList> findings = verified.result();
    QVERIFY(findings ? !findings->isEmpty() : findings.error().code == ErrorCode::WorkspaceDamaged);
}

/// A list that ends where the disk is damaged would be exported, moved and reported as if it were all.
void TestIntegrity::nothingIsMadeOfAPartOfTheLeads()
{
    TemporaryWorkspace w;
    answerOf(w->imports().addSample(400, 5, std::make_shared<Progress>()));
    w.close();
    qint64 root = 0;
    {
        const auto connection = Connection::open(w.path(), Connection::Mode::Writer);
        QVERIFY(connection.ok());
        root = (*connection)->integer(u"SELECT rootpage FROM sqlite_schema WHERE name = 'lead'"_s)->value_or(0);
    }
    damageLastPage(w.path(), root);
    w.open();
    QCOMPARE(errorOf(w->leads().list({})).code, ErrorCode::WorkspaceDamaged);
    QCOMPARE(errorOf(w->exports().write({}, w.file(u"leads.csv"_s), std::make_shared<Progress>())).code, ErrorCode::WorkspaceDamaged);
    QVERIFY(!QFile::exists(w.file(u"leads.csv"_s)));
    QCOMPARE(errorOf(w->exports().writeAll(w.file(u"all"_s), std::make_shared<Progress>())).code, ErrorCode::WorkspaceDamaged);
}

QTEST_GUILESS_MAIN(TestIntegrity)
#include "tst_integrity.moc"
