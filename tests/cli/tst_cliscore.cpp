// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QDate>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// Qualification, stages and scores by commands.
class TestCliScore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_terminal = std::make_unique<Terminal>();
        m_marta = add(u"Marta"_s);
    }
    void cleanup() { m_terminal.reset(); }

    void qualifiesALead();
    void frameworksOfOnesOwn();
    void stagesHaveCriteria();
    void rulesAreListedAndChanged();
    void previewsBeforeItSaves();
    void explainsAScoreOfAnyDay();
    void scoresAreColumns();
    void leadsFollowTheirScore();
    void lostLeadsComeBack();

private:
    QString add(const QString &name) const { return m_terminal->json({u"add"_s, u"name="_s + name}).value(u"id"_s).toString(); }
    /// Rules of which all is known.
    void oneRule(const QString &half, const QString &rule, const QString &points) const
    {
        while (!m_terminal->json({u"score"_s, u"rules"_s})[u"rules"_s].toArray().isEmpty())
            QCOMPARE(m_terminal->run({u"score"_s, u"rule"_s, u"remove"_s, u"1"_s}).code, 0);
        QCOMPARE(m_terminal->run({u"score"_s, u"rule"_s, u"add"_s, half, rule, u"--points"_s, points}).code, 0);
    }

    std::unique_ptr<Terminal> m_terminal;
    QString m_marta;
};

void TestCliScore::qualifiesALead()
{
    const QJsonObject card =
        m_terminal->json({u"qualify"_s, m_marta, u"budget=partly: asks her father"_s, u"need=yes"_s, u"--through"_s, u"sales"_s});
    QCOMPARE(card[u"framework"_s].toString(), u"BANT"_s);
    const QJsonArray answers = card[u"answers"_s].toArray();
    QCOMPARE(answers.size(), 4);
    QCOMPARE(answers[0][u"answer"_s].toString(), u"partly"_s);
    QCOMPARE(answers[0][u"note"_s].toString(), u"asks her father"_s);
    QVERIFY(answers[0][u"at"_s].isString());
    QCOMPARE(answers[1][u"answer"_s].toString(), u"unknown"_s);
    QVERIFY(answers[1][u"at"_s].isNull());
    QCOMPARE(card[u"qualifiedThrough"_s].toString(), u"sales"_s);
    QCOMPARE(card[u"missing"_s].toArray(), (QJsonArray{u"ask about authority"_s, u"ask about timeline"_s}));
    QVERIFY(m_terminal->run({u"qualify"_s, m_marta}).out.contains(u"Missing to be sales qualified: ask about authority"_s));
    QCOMPARE(m_terminal->run({u"qualify"_s, m_marta, u"city=yes"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"qualify"_s, m_marta, u"budget=maybe"_s}).code, 2);
    QCOMPARE(m_terminal->json({u"leads"_s, u"--filter"_s, u"qualification>=1"_s})[u"total"_s].toInt(), 1);
}

void TestCliScore::frameworksOfOnesOwn()
{
    const QJsonObject saved = m_terminal->json({u"framework"_s, u"save"_s, u"CHAMP"_s, u"Challenges: What hurts?"_s,
                                                u"Authority: Who decides?"_s, u"Money: Is there a budget?"_s});
    QCOMPARE(saved[u"frameworks"_s].toArray().size(), 2);
    QCOMPARE(saved[u"frameworks"_s][1][u"used"_s].toBool(), true);
    const QJsonObject card = m_terminal->json({u"qualify"_s, m_marta, u"challenges=yes"_s});
    QCOMPARE(card[u"framework"_s].toString(), u"CHAMP"_s);
    QCOMPARE(card[u"answers"_s][0][u"answer"_s].toString(), u"yes"_s);
    QCOMPARE(m_terminal->run({u"framework"_s, u"save"_s, u"Small"_s, u"One"_s}).code, 2);
    QVERIFY(m_terminal->run({u"framework"_s, u"use"_s, u"BANT"_s}).out.contains(u"BANT (in use)"_s));
}

void TestCliScore::stagesHaveCriteria()
{
    const QJsonObject stages =
        m_terminal->json({u"stages"_s, u"edit"_s, u"SQL"_s, u"--criteria"_s, u"We spoke"_s, u"--win"_s, u"45"_s, u"--quiet"_s, u"5"_s});
    const QJsonObject sales = stages[u"stages"_s][3].toObject();
    QCOMPARE(sales[u"criteria"_s].toString(), u"We spoke"_s);
    QCOMPARE(sales[u"winPercent"_s].toInt(), 45);
    QCOMPARE(sales[u"quietDays"_s].toInt(), 5);
    QCOMPARE(sales[u"ownHistory"_s][u"decided"_s].toInt(), 0);
    QVERIFY(m_terminal->run({u"move"_s, m_marta, u"--stage"_s, u"SQL"_s}).err.contains(u"Sales qualified: We spoke"_s));
    QCOMPARE(m_terminal->run({u"stages"_s, u"edit"_s, u"nowhere"_s, u"--win"_s, u"4"_s}).code, 1);
    QCOMPARE(m_terminal->run({u"stages"_s, u"edit"_s, u"SQL"_s, u"--win"_s, u"400"_s}).code, 1);
    QCOMPARE(m_terminal->run({u"stages"_s, u"paint"_s}).code, 2);
}

void TestCliScore::rulesAreListedAndChanged()
{
    QVERIFY(m_terminal->run({u"score"_s, u"rules"_s}).out.contains(u"Each download: +10, together at most +20, half after 30 days"_s));
    oneRule(u"fit"_s, u"city:Lisbon"_s, u"20"_s);
    QJsonObject rules = m_terminal->json({u"score"_s, u"rule"_s, u"edit"_s, u"1"_s, u"--points=-15"_s});
    QCOMPARE(rules[u"rules"_s][0][u"points"_s].toInt(), -15);
    rules = m_terminal->json({u"score"_s, u"rule"_s, u"limits"_s, u"--warm"_s, u"10"_s, u"--hot"_s, u"20"_s});
    QCOMPARE(rules[u"hotFrom"_s].toInt(), 20);
    QCOMPARE(m_terminal->run({u"score"_s, u"rule"_s, u"limits"_s, u"--warm"_s, u"90"_s}).code, 1);
    QCOMPARE(m_terminal->run({u"score"_s, u"rule"_s, u"remove"_s, u"7"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"score"_s, u"rule"_s, u"add"_s, u"looks"_s, u"city:Lisbon"_s, u"--points"_s, u"5"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"score"_s, u"rule"_s, u"add"_s, u"fit"_s, u"score>5"_s, u"--points"_s, u"5"_s}).code, 2);
    QVERIFY(m_terminal->json({u"score"_s, u"rule"_s, u"reset"_s})[u"rules"_s].toArray().size() > 10);
}

void TestCliScore::previewsBeforeItSaves()
{
    oneRule(u"fit"_s, u"city:Lisbon"_s, u"20"_s);
    const QJsonObject preview = m_terminal->json({u"score"_s, u"preview"_s, u"fit"_s, u"name:Marta"_s, u"--points"_s, u"80"_s});
    QCOMPARE(preview[u"leads"_s].toInt(), 1);
    QCOMPARE(preview[u"moved"_s].toInt(), 1);
    QCOMPARE(preview[u"warm"_s][u"become"_s].toArray(), QJsonArray{m_marta});
    QVERIFY(m_terminal->run({u"score"_s, u"rule"_s, u"add"_s, u"fit"_s, u"name:Marta"_s, u"--points"_s, u"80"_s, u"--preview"_s})
                .out.contains(u"Marta"_s));
    QCOMPARE(m_terminal->json({u"score"_s, u"rules"_s})[u"rules"_s].toArray().size(), 1);
}

void TestCliScore::explainsAScoreOfAnyDay()
{
    oneRule(u"engagement"_s, u"activity:call"_s, u"40"_s);
    m_terminal->json({u"log"_s, m_marta, u"call"_s});
    const QJsonObject why = m_terminal->json({u"score"_s, u"explain"_s, m_marta});
    QCOMPARE(why[u"engagement"_s].toInt(), 40);
    QCOMPARE(why[u"fit"_s].toInt(), 0);
    QCOMPARE(why[u"score"_s].toInt(), 20);
    QCOMPARE(why[u"suggested"_s].toString(), u"cold"_s);
    QCOMPARE(why[u"reasons"_s][0][u"rule"_s].toString(), u"each call"_s);
    QVERIFY(why[u"prediction"_s][u"refusal"_s].isString());
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    const QJsonObject then = m_terminal->json({u"score"_s, u"explain"_s, m_marta, u"--as-of"_s, today}); // its evening is still to come
    QCOMPARE(then[u"day"_s].toString(), today);
    QCOMPARE(then[u"engagement"_s].toInt(), 40);
    QVERIFY(m_terminal->run({u"score"_s, u"explain"_s, m_marta}).out.contains(u"+40  each call"_s));
    QCOMPARE(m_terminal->run({u"score"_s, u"explain"_s, m_marta, u"--as-of"_s, u"2001-01-01"_s}).code, 1);
    QCOMPARE(m_terminal->run({u"score"_s, u"rules"_s, u"--as-of"_s, u"2001-01-01"_s}).code, 2);
}

void TestCliScore::scoresAreColumns()
{
    oneRule(u"fit"_s, u"name:Marta"_s, u"70"_s);
    add(u"Nina"_s);
    const QJsonObject list = m_terminal->json({u"leads"_s, u"--sort"_s, u"score"_s});
    QCOMPARE(list[u"leads"_s][0][u"score"_s].toInt(), 0);
    QCOMPARE(list[u"leads"_s][1][u"score"_s].toInt(), 35);
    QCOMPARE(list[u"leads"_s][1][u"fit"_s].toInt(), 70);
    QCOMPARE(m_terminal->json({u"leads"_s, u"--filter"_s, u"score>30"_s})[u"total"_s].toInt(), 1);
    QCOMPARE(m_terminal->json({u"show"_s, m_marta})[u"score"_s].toInt(), 35);
    QCOMPARE(m_terminal->run({u"export"_s, u"leads"_s, u"--format"_s, u"csv"_s, u"-o"_s, m_terminal->path(u"out.csv"_s)}).code, 0);
    const QList<QByteArray> lines = m_terminal->bytesOf(u"out.csv"_s).split('\n');
    QVERIFY(lines.front().contains("score"));
    QVERIFY(
        std::any_of(lines.begin(), lines.end(), [](const QByteArray &line) { return line.contains("Marta") && line.contains(",70,"); }));
}

void TestCliScore::leadsFollowTheirScore()
{
    oneRule(u"fit"_s, u"name:Marta"_s, u"80"_s);
    QCOMPARE(m_terminal->json({u"score"_s, u"follow"_s})[u"total"_s].toInt(), 1);
    QCOMPARE(m_terminal->json({u"show"_s, m_marta})[u"temperature"_s].toString(), u"warm"_s);
    m_terminal->run({u"move"_s, m_marta, u"--temperature"_s, u"cold"_s});
    QCOMPARE(m_terminal->json({u"show"_s, m_marta})[u"temperaturePinned"_s].toBool(), true);
    QCOMPARE(m_terminal->json({u"score"_s, u"follow"_s})[u"total"_s].toInt(), 0);
}

void TestCliScore::lostLeadsComeBack()
{
    QCOMPARE(m_terminal->run({u"move"_s, m_marta, u"--back"_s, u"in 2 weeks"_s}).code, 2);
    m_terminal->json({u"move"_s, m_marta, u"--outcome"_s, u"disqualified"_s, u"--reason"_s, u"Too small"_s, u"--back"_s, u"in 2 weeks"_s});
    const QJsonObject away = m_terminal->json({u"show"_s, m_marta});
    QCOMPARE(away[u"backOn"_s].toString(), QDate::currentDate().addDays(14).toString(Qt::ISODate));
    QCOMPARE(away[u"followUps"_s].toArray().size(), 1);
    m_terminal->run({u"edit"_s, m_marta, u"backOn=2020-01-01"_s});
    m_terminal->json({u"today"_s});
    QCOMPARE(m_terminal->json({u"show"_s, m_marta})[u"outcome"_s].toString(), u"open"_s);
}

QTEST_GUILESS_MAIN(TestCliScore)
#include "tst_cliscore.moc"
