// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Fields of one's own and segments, by the commands that a script would use.
class TestSegments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_terminal.reset(); }

    void makesAFieldAndUsesItEverywhere();
    void refusesWhatAFieldCannotBe();
    void importsAColumnAsANewField();
    void exportsAndImportsWithoutLoss();
    void makesListsAndFreezesASegment();
    void takesASegmentInPlaceOfAFilter();
    void showsABrokenSegment();
    void refusesUnknownSegments();

private:
    QJsonObject json(const QStringList &words) const { return m_terminal->json(words); }
    QStringList names(const QStringList &words) const
    {
        QStringList names;
        for (const QJsonValue &lead : json(QStringList{u"leads"_s} + words).value(u"leads"_s).toArray())
            names += lead.toObject().value(u"name"_s).toString();
        names.sort();
        return names;
    }

    std::unique_ptr<Terminal> m_terminal;
};

void TestSegments::init()
{
    m_terminal = std::make_unique<Terminal>();
    QCOMPARE(m_terminal->run({u"init"_s}).code, 0);
}

void TestSegments::makesAFieldAndUsesItEverywhere()
{
    const QJsonObject made = json({u"field"_s, u"add"_s, u"Shop size"_s, u"--type"_s, u"choice"_s, u"--options"_s, u"small; large"_s});
    QCOMPARE(made.value(u"key"_s).toString(), u"shopSize"_s);
    const QString id = json({u"add"_s, u"name=Ada"_s, u"shopSize=large"_s}).value(u"id"_s).toString();
    json({u"add"_s, u"name=Bob"_s, u"Shop size=small"_s});
    QCOMPARE(json({u"show"_s, id}).value(u"shopSize"_s).toString(), u"large"_s);
    QVERIFY(m_terminal->run({u"show"_s, id}).out.contains(u"Shop size"_s));
    QCOMPARE(names({u"--filter"_s, u"shopSize:small"_s}), QStringList{u"Bob"_s});
    const QJsonArray sorted =
        json({u"leads"_s, u"--sort"_s, u"shopSize:desc"_s, u"--columns"_s, u"name,shopSize"_s}).value(u"leads"_s).toArray();
    QCOMPARE(sorted.first().toObject().value(u"shopSize"_s).toString(), u"large"_s);
    const QJsonObject board = json({u"board"_s, u"--by"_s, u"shopSize"_s});
    QCOMPARE(board.value(u"columns"_s).toArray().first().toObject().value(u"name"_s).toString(), u"small"_s);
    QCOMPARE(m_terminal->run({u"edit"_s, u"--filter"_s, u"shopSize:small"_s, u"shopSize=large"_s}).code, 0);
    const Run again = m_terminal->run({u"edit"_s, u"--filter"_s, u"shopSize:large"_s, u"shopSize=large"_s});
    QVERIFY2(again.out.contains(u"nothing was changed"_s), qPrintable(again.out)); // and no change 0 to take back
    QCOMPARE(names({u"--filter"_s, u"shopSize:large"_s}), (QStringList{u"Ada"_s, u"Bob"_s}));
    QVERIFY(m_terminal->run({u"history"_s, id}).code == 0);
    QCOMPARE(m_terminal->run({u"field"_s, u"remove"_s, u"shopSize"_s}).code, 0);
    QCOMPARE(m_terminal->run({u"leads"_s, u"--filter"_s, u"shopSize:large"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"undo"_s}).code, 0);
    QCOMPARE(names({u"--filter"_s, u"shopSize:large"_s}).size(), 2);
}

void TestSegments::refusesWhatAFieldCannotBe()
{
    QCOMPARE(m_terminal->run({u"field"_s, u"add"_s, u"City"_s}).code, 1);
    QCOMPARE(m_terminal->run({u"field"_s, u"add"_s, u"Size"_s, u"--type"_s, u"choice"_s}).code, 1);
    QCOMPARE(m_terminal->run({u"field"_s, u"add"_s, u"Size"_s, u"--type"_s, u"chioce"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"field"_s, u"remove"_s, u"name"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"field"_s, u"frobnicate"_s}).code, 2);
    json({u"field"_s, u"add"_s, u"Panels"_s, u"--type"_s, u"number"_s});
    const Run refused = m_terminal->run({u"add"_s, u"name=Ada"_s, u"panels=many"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.err.contains(u"many"_s));
}

void TestSegments::importsAColumnAsANewField()
{
    const QString file = m_terminal->file(u"leads.csv"_s, "Name,Email,Panels,Roof\nAda,ada@a.example,12,flat\nBob,bob@b.example,8,gable\n");
    QCOMPARE(m_terminal->run({u"import"_s, file, u"--map"_s, u"Panels=newField"_s, u"--map"_s, u"Roof=newField:choice"_s}).code, 0);
    QCOMPARE(names({u"--filter"_s, u"panels>10 roof:flat"_s}), QStringList{u"Ada"_s});
    const QJsonArray fields = json({u"field"_s, u"list"_s}).value(u"fields"_s).toArray();
    QCOMPARE(fields.at(0).toObject().value(u"type"_s).toString(), u"number"_s);
    QCOMPARE(m_terminal->run({u"undo"_s}).code, 0);
    QVERIFY(json({u"field"_s, u"list"_s}).value(u"fields"_s).toArray().isEmpty());
}

void TestSegments::exportsAndImportsWithoutLoss()
{
    json({u"field"_s, u"add"_s, u"Interest"_s, u"--type"_s, u"choices"_s, u"--options"_s, u"Solar; Storage"_s});
    json({u"field"_s, u"add"_s, u"Ratio"_s, u"--type"_s, u"number"_s});
    json({u"add"_s, u"name=Ada"_s, u"externalId=1"_s, u"interest=Solar; Storage"_s, u"ratio=1.2345"_s});
    const QString csv = m_terminal->path(u"out.csv"_s);
    QCOMPARE(m_terminal->run({u"export"_s, u"leads"_s, u"-o"_s, csv}).code, 0);
    QCOMPARE(m_terminal->run({u"edit"_s, u"--filter"_s, u"name:Ada"_s, u"interest="_s, u"ratio="_s}).code, 0);
    QCOMPARE(m_terminal->run({u"import"_s, csv}).code, 0);
    QCOMPARE(names({u"--filter"_s, u"interest:Storage ratio:1.2345"_s}), QStringList{u"Ada"_s});
}

void TestSegments::makesListsAndFreezesASegment()
{
    json({u"add"_s, u"name=Ada"_s, u"temperature=hot"_s});
    json({u"add"_s, u"name=Bob"_s});
    const QJsonObject made = json({u"segment"_s, u"add"_s, u"Uncalled"_s, u"activity:call<1@30d"_s, u"temperature:hot"_s});
    QCOMPARE(made.value(u"filter"_s).toString(), u"activity:call<1@30d temperature:hot"_s);
    QCOMPARE(made.value(u"sentence"_s).toString(), u"Leads: no call in the last 30 days, temperature is hot"_s);
    QCOMPARE(made.value(u"total"_s).toInt(), 1);
    QVERIFY(!json({u"segment"_s, u"freeze"_s, u"Uncalled"_s}).value(u"frozen"_s).isNull());
    json({u"add"_s, u"name=Cleo"_s, u"temperature=hot"_s});
    QCOMPARE(names({u"--segment"_s, u"uncalled"_s}), QStringList{u"Ada"_s});
    QCOMPARE(m_terminal->run({u"segment"_s, u"thaw"_s, u"Uncalled"_s}).code, 0);
    QCOMPARE(names({u"--segment"_s, u"Uncalled"_s}).size(), 2);
    QCOMPARE(json({u"segment"_s, u"edit"_s, u"Uncalled"_s, u"--name"_s, u"To call"_s}).value(u"name"_s).toString(), u"To call"_s);
    QCOMPARE(json({u"segment"_s}).value(u"segments"_s).toArray().size(), 1);
    QCOMPARE(m_terminal->run({u"segment"_s, u"remove"_s, u"To call"_s}).code, 0);
    QVERIFY(json({u"segment"_s, u"list"_s}).value(u"segments"_s).toArray().isEmpty());
}

void TestSegments::takesASegmentInPlaceOfAFilter()
{
    json({u"add"_s, u"name=Ada"_s, u"city=Porto"_s, u"value=100"_s});
    json({u"add"_s, u"name=Bob"_s, u"city=Porto"_s});
    json({u"add"_s, u"name=Cleo"_s});
    json({u"segment"_s, u"add"_s, u"Porto"_s, u"city:Porto"_s});
    QCOMPARE(names({u"--segment"_s, u"Porto"_s, u"--filter"_s, u"value:any"_s}), QStringList{u"Ada"_s});
    QCOMPARE(json({u"board"_s, u"--segment"_s, u"Porto"_s}).value(u"total"_s).toInt(), 2);
    QVERIFY(m_terminal->run({u"report"_s, u"funnel"_s, u"--segment"_s, u"Porto"_s}).code == 0);
    QCOMPARE(m_terminal->run({u"export"_s, u"leads"_s, u"--segment"_s, u"Porto"_s}).out.count(u'\n'), 3);
    QCOMPARE(json({u"edit"_s, u"--segment"_s, u"Porto"_s, u"country=Portugal"_s}).value(u"total"_s).toInt(), 2);
    QCOMPARE(names({u"--filter"_s, u"-segment:Porto"_s}), QStringList{u"Cleo"_s});
}

void TestSegments::showsABrokenSegment()
{
    json({u"field"_s, u"add"_s, u"Roof"_s});
    json({u"add"_s, u"name=Ada"_s, u"roof=flat"_s});
    json({u"segment"_s, u"add"_s, u"Not flat"_s, u"--"_s, u"-roof:flat"_s});
    json({u"field"_s, u"remove"_s, u"roof"_s});
    const QJsonObject broken = json({u"segment"_s, u"show"_s, u"Not flat"_s});
    QCOMPARE(broken.value(u"broken"_s).toArray().size(), 1);
    QCOMPARE(broken.value(u"filter"_s).toString(), u"-roof:flat"_s);
    QCOMPARE(broken.value(u"total"_s).toInt(), 0);
    // Who lists its leads is told, too: the list alone would only be empty.
    for (const QString &command : {u"leads"_s, u"board"_s}) {
        const Run listed = m_terminal->run({command, u"--segment"_s, u"Not flat"_s});
        QCOMPARE(listed.code, 0);
        QVERIFY2(listed.err.contains(u"“Roof” was removed"_s), qPrintable(listed.err));
    }
}

void TestSegments::refusesUnknownSegments()
{
    const Run refused = m_terminal->run({u"leads"_s, u"--segment"_s, u"Nobody"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.err.contains(u"Nobody"_s));
    QCOMPARE(m_terminal->run({u"segment"_s, u"add"_s, u"Lonely"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"segment"_s, u"add"_s, u"Wrong"_s, u"temperature:tepid"_s}).code, 2);
}

QTEST_GUILESS_MAIN(TestSegments)
#include "tst_clisegments.moc"
