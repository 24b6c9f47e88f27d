// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// The team, handovers, files and the board's order by the commands that a script would use.
class TestCliTeam : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_terminal.reset(); }

    void aLeadIsHandedOverAndAccepted();
    void aLeadIsDeclinedAndGoesBack();
    void leadsAreSharedOutAsOneUndo();
    void aMemberIsAdded();
    void refusesNonsense();
    void filesComeGoAndAreSaved();
    void theBoardHasLanesAndLimits();
    void theBoardGoesBySourceInAnyOrder();

private:
    QString ownerOf(const QString &id) const { return m_terminal->json({u"show"_s, id}).value(u"owner"_s).toString(); }
    QString handover(const QString &to) const
    {
        const QJsonObject waiting = m_terminal->json({u"handover"_s, u"list"_s, u"--to"_s, to});
        return waiting.value(u"handovers"_s).toArray().first().toObject().value(u"id"_s).toString();
    }

    std::unique_ptr<Terminal> m_terminal;
    QString m_marta;
};

void TestCliTeam::init()
{
    m_terminal = std::make_unique<Terminal>();
    m_marta = m_terminal->json({u"add"_s, u"name=Marta"_s, u"owner=Ines"_s, u"source=Fair"_s, u"value=500"_s}).value(u"id"_s).toString();
    m_terminal->json({u"add"_s, u"name=Jan"_s, u"owner=Ines"_s, u"value=900"_s});
}

void TestCliTeam::aLeadIsHandedOverAndAccepted()
{
    QCOMPARE(m_terminal->run({u"handover"_s, m_marta, u"--to"_s, u"Tom"_s, u"--reason"_s, u"Wants an oven"_s}).code, 0);
    QCOMPARE(ownerOf(m_marta), u"Tom"_s);
    const QJsonObject waiting = m_terminal->json({u"handover"_s, u"list"_s, u"--to"_s, u"Tom"_s});
    QCOMPARE(waiting.value(u"total"_s).toInt(), 1);
    const QJsonObject first = waiting.value(u"handovers"_s).toArray().first().toObject();
    QCOMPARE(first.value(u"lead"_s), m_marta);
    QCOMPARE(first.value(u"from"_s), u"Ines"_s);
    QCOMPARE(first.value(u"reason"_s), u"Wants an oven"_s);
    QCOMPARE(m_terminal->run({u"handover"_s, u"accept"_s, handover(u"Tom"_s)}).code, 0);
    QCOMPARE(m_terminal->json({u"handover"_s, u"list"_s, u"--to"_s, u"Tom"_s}).value(u"total"_s).toInt(), 0);
    for (const QJsonValue &member : m_terminal->json({u"team"_s}).value(u"members"_s).toArray()) {
        if (member.toObject().value(u"name"_s) == u"Tom"_s)
            QCOMPARE(member.toObject().value(u"handoversAccepted"_s).toInt(), 1);
    }
}

void TestCliTeam::aLeadIsDeclinedAndGoesBack()
{
    m_terminal->run({u"handover"_s, m_marta, u"--to"_s, u"Tom"_s});
    const QString id = handover(u"Tom"_s);
    QCOMPARE(m_terminal->run({u"handover"_s, u"decline"_s, id, u"--reason"_s, u"Not my region"_s}).code, 0);
    QCOMPARE(ownerOf(m_marta), u"Ines"_s);
    QCOMPARE(m_terminal->run({u"handover"_s, u"accept"_s, id}).code, 4); // answered already
}

void TestCliTeam::leadsAreSharedOutAsOneUndo()
{
    QCOMPARE(m_terminal->run({u"handover"_s, u"--filter"_s, u"owner:Ines"_s, u"--to"_s, u"Tom,Ana"_s}).code, 0);
    const QJsonObject leads = m_terminal->json({u"leads"_s, u"--filter"_s, u"owner:Tom,Ana"_s});
    QCOMPARE(leads.value(u"total"_s).toInt(), 2);
    QCOMPARE(m_terminal->json({u"leads"_s, u"--filter"_s, u"owner:Ana"_s}).value(u"total"_s).toInt(), 1);
    QCOMPARE(m_terminal->run({u"undo"_s}).code, 0);
    QCOMPARE(m_terminal->json({u"leads"_s, u"--filter"_s, u"owner:Ines"_s}).value(u"total"_s).toInt(), 2);
}

void TestCliTeam::aMemberIsAdded()
{
    QCOMPARE(m_terminal->run({u"team"_s, u"add"_s, u"Tom"_s}).code, 0);
    QVERIFY(m_terminal->run({u"team"_s}).out.contains(u"Tom"_s));
    QCOMPARE(m_terminal->run({u"team"_s, u"add"_s, u"tom"_s}).code, 1);
}

void TestCliTeam::refusesNonsense()
{
    QCOMPARE(m_terminal->run({u"handover"_s, m_marta}).code, 2); // to whom?
    QCOMPARE(m_terminal->run({u"handover"_s, u"accept"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"handover"_s, u"accept"_s, u"4711"_s}).code, 1);
    QCOMPARE(m_terminal->run({u"team"_s, u"remove"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"files"_s, m_marta, u"--add"_s, u"gone.pdf"_s}).code, 1);
    QCOMPARE(m_terminal->run({u"board"_s, u"--by"_s, u"phone"_s}).code, 2);
}

void TestCliTeam::filesComeGoAndAreSaved()
{
    const QString offer = m_terminal->file(u"offer.pdf"_s, "three ovens");
    const QJsonObject added = m_terminal->json({u"files"_s, m_marta, u"--add"_s, offer, u"--add"_s, m_terminal->file(u"b.pdf"_s, "other")});
    QCOMPARE(added.value(u"files"_s).toArray().size(), 2);
    QCOMPARE(m_terminal->run({u"files"_s, m_marta, u"--save"_s, m_terminal->path(u"out"_s)}).code, 0);
    QCOMPARE(m_terminal->bytesOf(u"out/offer.pdf"_s), QByteArray("three ovens"));
    const QJsonObject file = added.value(u"files"_s).toArray().first().toObject();
    QVERIFY(file.value(u"present"_s).toBool());
    const QString hash = file.value(u"sha256"_s).toString();
    QVERIFY(QFile::remove(m_terminal->workspace() + u".files/"_s + hash.left(2) + u'/' + hash));
    const Run run = m_terminal->run({u"files"_s, m_marta});
    QVERIFY2(run.out.contains(u"not there any more"_s), qPrintable(run.out));
    QCOMPARE(m_terminal->json({u"files"_s, m_marta, u"--remove"_s, file.value(u"id"_s).toString()}).value(u"files"_s).toArray().size(), 1);
}

void TestCliTeam::theBoardHasLanesAndLimits()
{
    const QJsonObject board = m_terminal->json({u"board"_s, u"--lanes"_s});
    const QJsonArray lanes = board.value(u"lanes"_s).toArray();
    QVERIFY(!lanes.isEmpty());
    qint64 total = 0;
    for (const QJsonValue &lane : lanes) {
        qint64 cards = 0;
        for (const QJsonValue &count : lane.toObject().value(u"columns"_s).toArray())
            cards += count.toInteger();
        QCOMPARE(cards, lane.toObject().value(u"count"_s).toInteger());
        total += cards;
    }
    QCOMPARE(total, board.value(u"total"_s).toInteger());
    const auto limitOfHot = [&] {
        return m_terminal->json({u"board"_s}).value(u"columns"_s).toArray().last().toObject().value(u"limit"_s);
    };
    QCOMPARE(m_terminal->json({u"board"_s, u"limit"_s, u"Hot"_s, u"1"_s}).value(u"limit"_s).toInt(), 1);
    QCOMPARE(limitOfHot().toInt(), 1);
    QVERIFY(m_terminal->run({u"board"_s}).out.contains(u"at most 1"_s));
    QCOMPARE(m_terminal->run({u"board"_s, u"limit"_s, u"hot"_s, u"none"_s}).code, 0);
    QVERIFY(limitOfHot().isNull());
    QCOMPARE(m_terminal->run({u"board"_s, u"limit"_s, u"hot"_s, u"0"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"board"_s, u"limit"_s, u"tepid"_s, u"3"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"board"_s, u"limit"_s, u"hot"_s}).code, 2);
}

void TestCliTeam::theBoardGoesBySourceInAnyOrder()
{
    const QJsonArray columns = m_terminal->json({u"board"_s, u"--by"_s, u"source"_s}).value(u"columns"_s).toArray();
    QCOMPARE(columns.size(), 2);
    QCOMPARE(columns[0].toObject().value(u"name"_s), u"Fair"_s);
    QCOMPARE(columns[0].toObject().value(u"longestWait"_s).toObject().value(u"id"_s), m_marta);
    QCOMPARE(columns[0].toObject().value(u"longestWait"_s).toObject().value(u"days"_s).toInt(), 0);
    const auto firstOf = [&](const QString &sort) {
        const QJsonArray cards = m_terminal->json({u"board"_s, u"--by"_s, u"owner"_s, u"--sort"_s, sort})
                                     .value(u"columns"_s)
                                     .toArray()[0]
                                     .toObject()
                                     .value(u"leads"_s)
                                     .toArray();
        return cards[0].toObject().value(u"name"_s).toString();
    };
    QCOMPARE(firstOf(u"value:desc"_s), u"Jan"_s);
    QCOMPARE(firstOf(u"value"_s), u"Marta"_s);
    QCOMPARE(firstOf(u"own"_s), u"Jan"_s); // nobody moved a card: the newest first
}

QTEST_GUILESS_MAIN(TestCliTeam)
#include "tst_cliteam.moc"
