// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QDateTime>
#include <QTest>

/// A lead from its first line to its last, by the commands that a script would use.
class TestLeads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_terminal.reset(); }

    void addsALeadAndPrintsIt();
    void refusesALeadThatNobodyCouldReach();
    void mentionsALeadWithTheSameEmail();
    void leavesNothingWhenTheFirstLeadIsRefused();
    void listsWhatAFilterMatches();
    void tellsOfSourcesThatAreNotThere();
    void choosesColumnsAndOrder();
    void finds();
    void editsOneAndMany();
    void movesOneAndMany();
    void marksAsLostWithTheReason();
    void logsACall();
    void plansSnoozesAndCompletesAFollowUp();
    void showsTheBoard();
    void keepsTheTerminalSafeFromWhatALeadSays();
    void undoesAndRedoesAcrossRuns();
    void knowsNoLeadOfThatId_data();
    void knowsNoLeadOfThatId();

private:
    QJsonObject json(const QString &line) const { return m_terminal->json(line.split(u' ')); }
    QString add(const QStringList &fields) const
    {
        return m_terminal->json(QStringList{QStringLiteral("add")} + fields).value(QStringLiteral("id")).toString();
    }
    QStringList names(const QStringList &words) const;

    std::unique_ptr<Terminal> m_terminal;
};

void TestLeads::init()
{
    m_terminal = std::make_unique<Terminal>();
}

QStringList TestLeads::names(const QStringList &words) const
{
    QStringList names;
    const QJsonObject answer = m_terminal->json(words);
    for (const QJsonValue &lead : answer.value(QStringLiteral("leads")).toArray())
        names += lead.toObject().value(QStringLiteral("name")).toString();
    return names;
}

void TestLeads::addsALeadAndPrintsIt()
{
    const QJsonObject lead =
        m_terminal->json({QStringLiteral("add"), QStringLiteral("name=Marta Oliveira"), QStringLiteral("company=Casa do Forno"),
                          QStringLiteral("email=Marta@casadoforno.example; office@casadoforno.example"), QStringLiteral("temperature=warm"),
                          QStringLiteral("value=4.500,50 EUR"), QStringLiteral("tags=oven; lisbon")});
    QVERIFY(lead.value(QStringLiteral("id")).toString().toLongLong() > 0);
    QCOMPARE(lead.value(QStringLiteral("name")), QStringLiteral("Marta Oliveira"));
    QCOMPARE(lead.value(QStringLiteral("email")), QStringLiteral("Marta@casadoforno.example"));
    QCOMPARE(lead.value(QStringLiteral("emails")).toArray().size(), 2);
    QCOMPARE(lead.value(QStringLiteral("emails")).toArray().at(1).toObject().value(QStringLiteral("state")), QStringLiteral("usable"));
    QCOMPARE(lead.value(QStringLiteral("temperature")), QStringLiteral("warm"));
    QCOMPARE(lead.value(QStringLiteral("outcome")), QStringLiteral("open"));
    QCOMPARE(lead.value(QStringLiteral("stage")), QStringLiteral("Prospect"));
    QCOMPARE(lead.value(QStringLiteral("value")).toObject(),
             (QJsonObject{{QStringLiteral("amount"), QStringLiteral("4500.50")}, {QStringLiteral("currency"), QStringLiteral("EUR")}}));
    QCOMPARE(lead.value(QStringLiteral("tags")).toArray(), (QJsonArray{QStringLiteral("lisbon"), QStringLiteral("oven")}));
    const QString created = lead.value(QStringLiteral("created")).toString();
    QVERIFY2(created.contains(QStringLiteral("+01:00")) || created.contains(QStringLiteral("+02:00")), qPrintable(created));
    QVERIFY(qAbs(QDateTime::fromString(created, Qt::ISODate).secsTo(QDateTime::currentDateTimeUtc())) < 60);
    for (const char *empty : {"phone", "reason", "source", "campaign", "closed", "lastActivity", "nextFollowUp", "score"})
        QVERIFY2(lead.contains(QLatin1String(empty)) && lead.value(QLatin1String(empty)).isNull(), empty);
}

void TestLeads::refusesALeadThatNobodyCouldReach()
{
    add({QStringLiteral("name=Somebody")});
    const Run run = m_terminal->run({QStringLiteral("add"), QStringLiteral("temperature=hot")});
    QCOMPARE(run.code, 1);
    QCOMPARE(run.err.count(u'\n'), 1);
    QCOMPARE(m_terminal->run({QStringLiteral("add"), QStringLiteral("email=not an address")}).code, 1);
    QCOMPARE(m_terminal->run({QStringLiteral("add"), QStringLiteral("name=x"), QStringLiteral("stage=Nonsense")}).code, 1);
    QCOMPARE(json(QStringLiteral("leads")).value(QStringLiteral("total")), 1);
}

void TestLeads::mentionsALeadWithTheSameEmail()
{
    const QString first = add({QStringLiteral("name=Marta"), QStringLiteral("email=marta@casa.example")});
    const Run again = m_terminal->run({QStringLiteral("add"), QStringLiteral("email=MARTA@casa.example")});
    QCOMPARE(again.code, 0);
    QVERIFY2(again.err.contains(first), qPrintable(again.err));
}

void TestLeads::leavesNothingWhenTheFirstLeadIsRefused()
{
    QCOMPARE(m_terminal->run({QStringLiteral("add"), QStringLiteral("temperature=hot")}).code, 1);
    QVERIFY(!QFile::exists(m_terminal->workspace()));
    QVERIFY(!QFile::exists(m_terminal->workspace() + QStringLiteral("-wal")));
}

void TestLeads::listsWhatAFilterMatches()
{
    add({QStringLiteral("name=Ana"), QStringLiteral("temperature=hot"), QStringLiteral("value=100 EUR")});
    add({QStringLiteral("name=Bo"), QStringLiteral("temperature=cold"), QStringLiteral("value=900 EUR")});
    add({QStringLiteral("name=Cleo"), QStringLiteral("temperature=hot"), QStringLiteral("value=500 EUR")});
    const QStringList hot{QStringLiteral("leads"), QStringLiteral("--filter"), QStringLiteral("temperature:hot"), QStringLiteral("--sort"),
                          QStringLiteral("value:desc")};
    QCOMPARE(names(hot), (QStringList{QStringLiteral("Cleo"), QStringLiteral("Ana")}));
    const QJsonObject first = json(QStringLiteral("leads --limit 1 --sort name"));
    QCOMPARE(first.value(QStringLiteral("total")), 3);
    QCOMPARE(first.value(QStringLiteral("leads")).toArray().size(), 1);
    const QJsonObject none = json(QStringLiteral("leads --filter city:Porto"));
    QCOMPARE(none.value(QStringLiteral("total")), 0);
    QVERIFY(none.value(QStringLiteral("leads")).isArray());
    QCOMPARE(m_terminal->run({QStringLiteral("leads"), QStringLiteral("--filter"), QStringLiteral("(temperature:hot")}).code, 2);
}

void TestLeads::tellsOfSourcesThatAreNotThere()
{
    add({QStringLiteral("name=Ana"), QStringLiteral("source=Website")});
    const auto told = [this](const QString &filter) {
        const Run run = m_terminal->run({QStringLiteral("leads"), QStringLiteral("--filter"), filter});
        return run.code == 0 ? run.err.trimmed() : QStringLiteral("failed");
    };
    QCOMPARE(told(QStringLiteral("source:website")), QString());
    QCOMPARE(told(QStringLiteral("source:webiste")), QStringLiteral("No source is called “webiste”. Did you mean “Website”?"));
    QCOMPARE(told(QStringLiteral("-source:nosuch")), QStringLiteral("No source is called “nosuch”."));
}

void TestLeads::choosesColumnsAndOrder()
{
    add({QStringLiteral("name=Bo"), QStringLiteral("company=Zeta")});
    add({QStringLiteral("name=Ana"), QStringLiteral("company=Alpha")});
    const Run table = m_terminal->run(QStringLiteral("leads --columns company,name --sort name").split(u' '));
    QCOMPARE(table.code, 0);
    const QStringList lines = table.out.split(u'\n');
    QCOMPARE(lines.at(0).simplified(), QStringLiteral("Company Name"));
    QCOMPARE(lines.at(1).simplified(), QStringLiteral("Alpha Ana"));
    QCOMPARE(lines.at(1).indexOf(QStringLiteral("Ana")), lines.at(0).indexOf(QStringLiteral("Name")));
    const QJsonObject lead =
        json(QStringLiteral("leads --columns name --limit 1")).value(QStringLiteral("leads")).toArray().at(0).toObject();
    QCOMPARE(lead.keys(), (QStringList{QStringLiteral("id"), QStringLiteral("name")}));
}

void TestLeads::finds()
{
    add({QStringLiteral("name=Žofie Müller"), QStringLiteral("phone=+49 30 123456")});
    add({QStringLiteral("name=Ana")});
    QCOMPARE(names({QStringLiteral("search"), QStringLiteral("zofie")}), QStringList{QStringLiteral("Žofie Müller")});
    QCOMPARE(names({QStringLiteral("search"), QStringLiteral("123456")}), QStringList{QStringLiteral("Žofie Müller")});
    QCOMPARE(json(QStringLiteral("search nobody")).value(QStringLiteral("total")), 0);
    add({QStringLiteral("name=Bo"), QStringLiteral("notes=bakes like Ana")});
    QCOMPARE(json(QStringLiteral("search ana --limit 1")).value(QStringLiteral("noteTotal")), 1);
    const QString first =
        m_terminal->run({QStringLiteral("search"), QStringLiteral("ana"), QStringLiteral("--limit"), QStringLiteral("1")}).out;
    QVERIFY2(first.contains(QStringLiteral("In notes and timeline: 1")), qPrintable(first));
    const QString both = m_terminal->run({QStringLiteral("search"), QStringLiteral("ana")}).out;
    QVERIFY2(!both.contains(QStringLiteral("In notes")), qPrintable(both));
}

void TestLeads::editsOneAndMany()
{
    const QString ana = add({QStringLiteral("name=Ana"), QStringLiteral("city=Porto"), QStringLiteral("notes=old")});
    add({QStringLiteral("name=Bo"), QStringLiteral("city=Porto")});
    const QJsonObject edited =
        m_terminal->json({QStringLiteral("edit"), ana, QStringLiteral("jobTitle=Head of baking"), QStringLiteral("notes=")});
    QCOMPARE(edited.value(QStringLiteral("jobTitle")), QStringLiteral("Head of baking"));
    QVERIFY(edited.value(QStringLiteral("notes")).isNull());
    QVERIFY(!edited.value(QStringLiteral("change")).toString().isEmpty());
    const QJsonObject many =
        m_terminal->json({QStringLiteral("edit"), QStringLiteral("--filter"), QStringLiteral("city:Porto"), QStringLiteral("owner=Ines")});
    QCOMPARE(many.value(QStringLiteral("total")), 2);
    QCOMPARE(json(QStringLiteral("leads --filter owner:Ines")).value(QStringLiteral("total")), 2);
    QCOMPARE(m_terminal->run({QStringLiteral("undo")}).code, 0);
    QCOMPARE(json(QStringLiteral("leads --filter owner:Ines")).value(QStringLiteral("total")), 0);
    QCOMPARE(m_terminal->run({QStringLiteral("edit"), ana, QStringLiteral("temperature=boiling")}).code, 1);
}

void TestLeads::movesOneAndMany()
{
    const QString ana = add({QStringLiteral("name=Ana")});
    add({QStringLiteral("name=Bo")});
    QCOMPARE(m_terminal
                 ->json({QStringLiteral("move"), ana, QStringLiteral("--temperature"), QStringLiteral("hot"), QStringLiteral("--stage"),
                         QStringLiteral("MQL")})
                 .value(QStringLiteral("stage")),
             QStringLiteral("Marketing qualified"));
    QCOMPARE(json(QStringLiteral("leads --filter temperature:hot")).value(QStringLiteral("total")), 1);
    QCOMPARE(json(QStringLiteral("move --filter temperature:cold --temperature warm")).value(QStringLiteral("total")), 1);
    const QJsonObject none = json(QStringLiteral("move --filter temperature:cold --temperature warm"));
    QCOMPARE(none.value(QStringLiteral("total")), 0);
    QVERIFY(none.value(QStringLiteral("change")).isNull());
    QCOMPARE(m_terminal->run({QStringLiteral("move"), ana, QStringLiteral("--stage"), QStringLiteral("Propsal")}).code, 2);
}

void TestLeads::marksAsLostWithTheReason()
{
    const QString ana = add({QStringLiteral("name=Ana")});
    const QJsonObject lost = m_terminal->json({QStringLiteral("move"), ana, QStringLiteral("--outcome"), QStringLiteral("lost"),
                                               QStringLiteral("--reason"), QStringLiteral("Too expensive")});
    QCOMPARE(lost.value(QStringLiteral("outcome")), QStringLiteral("lost"));
    QCOMPARE(lost.value(QStringLiteral("reason")), QStringLiteral("Too expensive"));
    QVERIFY(!lost.value(QStringLiteral("closed")).isNull());
    QCOMPARE(m_terminal
                 ->run({QStringLiteral("move"), ana, QStringLiteral("--outcome"), QStringLiteral("won"), QStringLiteral("--reason"),
                        QStringLiteral("x")})
                 .code,
             2);
}

void TestLeads::logsACall()
{
    const QString ana = add({QStringLiteral("name=Ana")});
    const QJsonObject call = m_terminal->json({QStringLiteral("log"), ana, QStringLiteral("call"), QStringLiteral("--outcome"),
                                               QStringLiteral("no-answer"), QStringLiteral("--direction"), QStringLiteral("out"),
                                               QStringLiteral("--duration"), QStringLiteral("4:30"), QStringLiteral("--at"),
                                               QStringLiteral("2026-03-02T09:15"), QStringLiteral("--note"), QStringLiteral("Rang twice")});
    QCOMPARE(call.value(QStringLiteral("outcome")), QStringLiteral("noAnswer"));
    QCOMPARE(call.value(QStringLiteral("durationSeconds")), 270);
    QCOMPARE(call.value(QStringLiteral("at")), QStringLiteral("2026-03-02T09:15:00+01:00"));
    const QJsonObject shown = m_terminal->json({QStringLiteral("show"), ana});
    QCOMPARE(shown.value(QStringLiteral("lastActivity")), QStringLiteral("2026-03-02T09:15:00+01:00"));
    QCOMPARE(shown.value(QStringLiteral("activities")).toArray().size(), 1);
    QVERIFY(m_terminal->run({QStringLiteral("show"), ana}).out.contains(QStringLiteral("Call · No answer · 4:30 · Rang twice")));
}

void TestLeads::plansSnoozesAndCompletesAFollowUp()
{
    const QString ana = add({QStringLiteral("name=Ana")});
    const QString late =
        m_terminal
            ->json({QStringLiteral("followup"), ana, QStringLiteral("2020-01-02T09:00"), QStringLiteral("--note"), QStringLiteral("Ask")})
            .value(QStringLiteral("id"))
            .toString();
    QVERIFY(late.toLongLong() > 0);
    const QJsonObject soon =
        m_terminal->json({QStringLiteral("followup"), ana, QStringLiteral("in"), QStringLiteral("2"), QStringLiteral("weeks")});
    QCOMPARE(soon.value(QStringLiteral("kind")), QStringLiteral("call"));
    QCOMPARE(m_terminal->json({QStringLiteral("show"), ana}).value(QStringLiteral("nextFollowUp")),
             QStringLiteral("2020-01-02T09:00:00+01:00"));
    QCOMPARE(json(QStringLiteral("followups")).value(QStringLiteral("total")), 2);
    const QJsonArray overdue = json(QStringLiteral("followups --due overdue")).value(QStringLiteral("followUps")).toArray();
    QCOMPARE(overdue.size(), 1);
    QCOMPARE(overdue.at(0).toObject().value(QStringLiteral("id")), late);
    QCOMPARE(json(QStringLiteral("followups --due week")).value(QStringLiteral("total")), 0);
    const QJsonObject snoozed = m_terminal->json({QStringLiteral("snooze"), late, QStringLiteral("in 3 hours")});
    QCOMPARE(snoozed.value(QStringLiteral("due")), QStringLiteral("2020-01-02T09:00:00+01:00"));
    QVERIFY(!snoozed.value(QStringLiteral("snoozedUntil")).isNull());
    QCOMPARE(json(QStringLiteral("followups --due overdue")).value(QStringLiteral("total")), 0);
    QCOMPARE(m_terminal->json({QStringLiteral("done"), late}).value(QStringLiteral("state")), QStringLiteral("done"));
    QCOMPARE(json(QStringLiteral("followups")).value(QStringLiteral("total")), 1);
    QCOMPARE(m_terminal->run({QStringLiteral("followup"), ana, QStringLiteral("whenever")}).code, 1);
    QCOMPARE(m_terminal->run({QStringLiteral("done"), QStringLiteral("12345")}).code, 1);
}

void TestLeads::showsTheBoard()
{
    add({QStringLiteral("name=Ana"), QStringLiteral("temperature=hot"), QStringLiteral("value=100 EUR")});
    add({QStringLiteral("name=Bo"), QStringLiteral("temperature=hot"), QStringLiteral("value=250 EUR")});
    const QString cleo = add({QStringLiteral("name=Cleo"), QStringLiteral("temperature=hot")});
    QCOMPARE(m_terminal->run({QStringLiteral("move"), cleo, QStringLiteral("--outcome"), QStringLiteral("won")}).code, 0);
    const QJsonObject board = json(QStringLiteral("board --limit 1"));
    QCOMPARE(board.value(QStringLiteral("total")), 2);
    const QJsonArray columns = board.value(QStringLiteral("columns")).toArray();
    QCOMPARE(columns.size(), 3);
    const QJsonObject hot = columns.at(2).toObject();
    QCOMPARE(hot.value(QStringLiteral("key")), QStringLiteral("hot"));
    QCOMPARE(hot.value(QStringLiteral("count")), 2);
    QCOMPARE(hot.value(QStringLiteral("leads")).toArray().size(), 1);
    QCOMPARE(hot.value(QStringLiteral("value")).toObject().value(QStringLiteral("amount")), QStringLiteral("350.00"));
    QCOMPARE(json(QStringLiteral("board --filter outcome:won")).value(QStringLiteral("total")), 1);
    const Run text = m_terminal->run({QStringLiteral("board")});
    QVERIFY2(text.out.contains(QStringLiteral("Hot   2")), qPrintable(text.out));
    QVERIFY(!text.out.contains(QStringLiteral("Cleo")));
}

void TestLeads::keepsTheTerminalSafeFromWhatALeadSays()
{
    const QString id = add({QStringLiteral("name=\u001b[31mRed\u202eder"), QStringLiteral("notes=one\n\u001b]0;title\u0007two")});
    for (const QStringList &words : {QStringList{QStringLiteral("leads")}, QStringList{QStringLiteral("show"), id}}) {
        const Run run = m_terminal->run(words);
        QCOMPARE(run.code, 0);
        for (const QChar bad : {QChar(0x1b), QChar(0x07), QChar(0x202e)})
            QVERIFY2(!run.out.contains(bad), qPrintable(words.first()));
    }
}

void TestLeads::undoesAndRedoesAcrossRuns()
{
    const QString ana = add({QStringLiteral("name=Ana")});
    const QString hot =
        m_terminal->json({QStringLiteral("edit"), ana, QStringLiteral("temperature=hot")}).value(QStringLiteral("change")).toString();
    m_terminal->run({QStringLiteral("edit"), ana, QStringLiteral("city=Porto")});
    const auto temperature = [&] {
        return m_terminal->json({QStringLiteral("show"), ana}).value(QStringLiteral("temperature")).toString();
    };
    // A named change that is not the last, in a field nobody touched since.
    QCOMPARE(m_terminal->json({QStringLiteral("undo"), hot}).value(QStringLiteral("undoes")), hot);
    QCOMPARE(temperature(), QStringLiteral("cold"));
    QCOMPARE(m_terminal->run({QStringLiteral("redo")}).code, 0);
    QCOMPARE(temperature(), QStringLiteral("hot"));
    m_terminal->run({QStringLiteral("edit"), ana, QStringLiteral("temperature=warm")});
    QCOMPARE(m_terminal->run({QStringLiteral("undo"), hot}).code, 4);
    QCOMPARE(temperature(), QStringLiteral("warm"));
    QVERIFY(json(QStringLiteral("history")).value(QStringLiteral("changes")).toArray().size() >= 5);
    const QJsonArray changes = m_terminal->json({QStringLiteral("history"), ana}).value(QStringLiteral("changes")).toArray();
    const QJsonObject last = changes.at(0).toObject().value(QStringLiteral("fields")).toArray().at(0).toObject();
    QCOMPARE(last.value(QStringLiteral("field")), QStringLiteral("Temperature"));
    QCOMPARE(json(QStringLiteral("verify")).value(QStringLiteral("clean")), true);
}

void TestLeads::knowsNoLeadOfThatId_data()
{
    QTest::addColumn<QStringList>("words");
    for (const char *line : {"show 999", "edit 999 name=x", "move 999 --temperature hot", "log 999 call", "followup 999 tomorrow",
                             "snooze 999 tomorrow", "undo 999", "history 999"})
        QTest::newRow(line) << QString::fromLatin1(line).split(u' ');
}

void TestLeads::knowsNoLeadOfThatId()
{
    QFETCH(QStringList, words);
    add({QStringLiteral("name=Ana")});
    const Run run = m_terminal->run(words);
    QCOMPARE(run.code, 1);
    QCOMPARE(run.out, QString());
    QVERIFY2(run.err.contains(QStringLiteral("999")), qPrintable(run.err));
    QCOMPARE(json(QStringLiteral("history")).value(QStringLiteral("changes")).toArray().size(), 1);
}

QTEST_GUILESS_MAIN(TestLeads)
#include "tst_clileads.moc"
