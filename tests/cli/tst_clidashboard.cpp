// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The dashboard in a terminal.
class TestCliDashboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_terminal.reset(); }
    void listsTheUsualCharts();
    void addsMovesAndRemoves();
    void showsTheFiguresOfAChart();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();

private:
    QStringList reports(const QString &line = u"dashboard list"_s)
    {
        QStringList names;
        for (const QJsonValue &chart : m_terminal->json(line.split(u' ')).value(u"charts"_s).toArray())
            names += chart.toObject().value(u"report"_s).toString();
        return names;
    }

    std::unique_ptr<Terminal> m_terminal;
};

void TestCliDashboard::init()
{
    m_terminal = std::make_unique<Terminal>();
    QCOMPARE(m_terminal->run({u"add"_s, u"name=Marta"_s, u"source=Web"_s, u"owner=Ines"_s}).code, 0);
}

void TestCliDashboard::listsTheUsualCharts()
{
    QCOMPARE(reports(), (QStringList{u"funnel"_s, u"trend"_s, u"sources"_s, u"conversion"_s, u"people"_s, u"reasons"_s}));
    QVERIFY(m_terminal->run({u"dashboard"_s}).out.contains(u"the last 12 months"_s));
}

void TestCliDashboard::addsMovesAndRemoves()
{
    QCOMPARE(reports(u"dashboard add velocity --by owner --period thisYear --owner Ines"_s).last(), u"velocity"_s);
    QCOMPARE(reports(u"dashboard move 7 1"_s).first(), u"velocity"_s);
    QCOMPARE(reports(u"dashboard remove 2"_s),
             (QStringList{u"velocity"_s, u"trend"_s, u"sources"_s, u"conversion"_s, u"people"_s, u"reasons"_s}));
    QCOMPARE(m_terminal->run({u"undo"_s}).code, 0);
    QCOMPARE(reports().at(1), u"funnel"_s);
    QCOMPARE(reports(u"dashboard reset"_s).size(), 6);
}

void TestCliDashboard::showsTheFiguresOfAChart()
{
    QCOMPARE(m_terminal->json({u"dashboard"_s, u"show"_s, u"1"_s}).value(u"total"_s).toInt(), 1);
    const QJsonObject people = m_terminal->json({u"dashboard"_s, u"show"_s, u"5"_s});
    QCOMPARE(people.value(u"rows"_s).toArray().first().toObject().value(u"name"_s).toString(), u"Ines"_s);
}

void TestCliDashboard::refusesWhatIsNone_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("report") << u"dashboard add horoscope"_s << u"horoscope"_s;
    QTest::newRow("place") << u"dashboard remove 9"_s << u"1 to 6"_s;
    QTest::newRow("segment") << u"dashboard add people --segment Bakeries"_s << u"Bakeries"_s;
    QTest::newRow("period") << u"dashboard add people --period soon"_s << u"soon"_s;
    QTest::newRow("the past") << u"dashboard remove 1 --as-of 2026-01-01"_s << u"--as-of"_s;
}

void TestCliDashboard::refusesWhatIsNone()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    const Run run = m_terminal->run(line.split(u' '));
    QVERIFY(run.code != 0);
    QVERIFY2(run.err.contains(says), qPrintable(run.err));
}

QTEST_GUILESS_MAIN(TestCliDashboard)
#include "tst_clidashboard.moc"
