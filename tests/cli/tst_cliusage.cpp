// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QTest>

/// What can be told from the command line alone: help, the manual, and mistakes in typing.
class TestUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsItsVersion();
    void listsEveryCommandInHelp();
    void explainsACommand();
    void writesAManualWithEveryCommand();
    void refusesWhatItDoesNotUnderstand_data();
    void refusesWhatItDoesNotUnderstand();
    void missesAWorkspaceAndMakesNone_data();
    void missesAWorkspaceAndMakesNone();

private:
    static QStringList commands();
};

QStringList TestUsage::commands()
{
    return QStringLiteral("init import mappings watch export leads search show add edit move log today followup followups done snooze "
                          "reschedule priority board "
                          "companies duplicates merge split segment view field qualify framework stages report score team handover "
                          "campaign rate goal forecast files history undo redo backup restore verify dashboard privacy help")
        .split(u' ');
}

void TestUsage::printsItsVersion()
{
    const Run run = Terminal().runAlone({QStringLiteral("--version")});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out, QStringLiteral("kindling-cli " KINDLING_VERSION "\n"));
    QCOMPARE(run.err, QString());
}

void TestUsage::listsEveryCommandInHelp()
{
    const Terminal terminal;
    const Run help = terminal.runAlone({QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    for (const QString &command : commands())
        QVERIFY2(help.out.contains(QStringLiteral("\n  %1 ").arg(command)), qPrintable(command));
    QCOMPARE(terminal.runAlone({QStringLiteral("help")}).out, help.out);
    for (const QString &line : help.out.split(u'\n'))
        QVERIFY2(line.size() <= 100, qPrintable(line));
}

void TestUsage::explainsACommand()
{
    const Terminal terminal;
    const Run help = terminal.runAlone({QStringLiteral("help"), QStringLiteral("import")});
    QCOMPARE(help.code, 0);
    for (const char *option : {"--map COLUMN=FIELD", "--date-order ORDER", "--on-match WAY", "--dry-run", "--rejects FILE"})
        QVERIFY2(help.out.contains(QLatin1String(option)), option);
    QCOMPARE(terminal.runAlone({QStringLiteral("import"), QStringLiteral("--help")}).out, help.out);
}

void TestUsage::writesAManualWithEveryCommand()
{
    const Run man = Terminal().runAlone({QStringLiteral("--man")});
    QCOMPARE(man.code, 0);
    QVERIFY(man.out.startsWith(QStringLiteral(".TH KINDLING\\-CLI 1 ")));
    QStringList chapters;
    for (const QString &line : man.out.split(u'\n')) {
        if (line.startsWith(QStringLiteral(".SS ")))
            chapters += line.mid(4);
        // A line that begins with a dot must be one of the requests the page uses, or text went astray.
        if (line.startsWith(u'.'))
            QVERIFY2(QStringLiteral(".TH .SH .SS .B .PP .TP .RS .RE .nf .fi").split(u' ').contains(line.section(u' ', 0, 0)),
                     qPrintable(line));
    }
    QStringList expected = commands();
    expected.removeOne(QStringLiteral("help"));
    QCOMPARE(chapters, expected);
    for (const char *option : {"\\-\\-workspace FILE", "\\-\\-json", "\\-\\-dry\\-run"})
        QVERIFY2(man.out.contains(QLatin1String(option)), option);
}

void TestUsage::refusesWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QString &words, const QString &said) { QTest::newRow(name) << words.split(u' ') << said; };
    row("unknown command", QStringLiteral("leds"), QStringLiteral("“leads”"));
    row("letters swapped", QStringLiteral("baord"), QStringLiteral("“board”"));
    row("nothing near", QStringLiteral("qwertyuiop"), QStringLiteral("help"));
    row("unknown option", QStringLiteral("leads --fliter x"), QStringLiteral("“--filter”"));
    row("option without its value", QStringLiteral("leads --filter"), QStringLiteral("--filter FILTER"));
    row("option where the value should be", QStringLiteral("leads --filter --json"), QStringLiteral("--filter FILTER"));
    row("value for a switch", QStringLiteral("import x.csv --dry-run=yes"), QStringLiteral("--dry-run=yes"));
    row("option given twice", QStringLiteral("leads --limit 1 --limit 2"), QStringLiteral("--limit"));
    row("not a number", QStringLiteral("leads --limit many"), QStringLiteral("many"));
    row("negative number", QStringLiteral("init --sample -5"), QStringLiteral("-5"));
    row("argument missing", QStringLiteral("show"), QStringLiteral("ID"));
    row("argument too many", QStringLiteral("done 1 2"), QStringLiteral("done"));
    row("not an id", QStringLiteral("show Marta"), QStringLiteral("Marta"));
    row("unknown field to sort by", QStringLiteral("leads --sort nmae"), QStringLiteral("“name”"));
    row("unknown direction", QStringLiteral("leads --sort name:down"), QStringLiteral("desc"));
    row("unknown column", QStringLiteral("leads --columns name,valeu"), QStringLiteral("“value”"));
    row("not a field to set", QStringLiteral("add created=2020-01-01"), QStringLiteral("created"));
    row("no field at all", QStringLiteral("add Marta"), QStringLiteral("field=value"));
    row("unknown field", QStringLiteral("add nme=Marta"), QStringLiteral("“name”"));
    row("nothing to edit", QStringLiteral("edit 5"), QStringLiteral("temperature=hot"));
    row("nowhere to move", QStringLiteral("move 5"), QStringLiteral("--temperature"));
    row("id and filter", QStringLiteral("move 5 --filter x --stage MQL"), QStringLiteral("either"));
    row("unknown kind", QStringLiteral("log 5 cal"), QStringLiteral("“call”"));
    row("unknown outcome of a call", QStringLiteral("log 5 call --outcome connectd"), QStringLiteral("“connected”"));
    row("duration", QStringLiteral("log 5 call --duration 4:99"), QStringLiteral("4:30"));
    row("axis of the board", QStringLiteral("board --by colour"), QStringLiteral("temperature, stage, owner"));
    row("unknown report", QStringLiteral("report weather"), QStringLiteral("funnel"));
    row("date of a report", QStringLiteral("report funnel --from yesterdayish"), QStringLiteral("2026-03-01"));
    row("period that ends before it begins", QStringLiteral("report funnel --from 2026-03 --to 2026-02"), QStringLiteral("before"));
    row("no such score", QStringLiteral("score guess"), QStringLiteral("rules, rule, explain"));
    row("period of a snapshot", QStringLiteral("report funnel --basis snapshot --from 2026"), QStringLiteral("snapshot"));
    row("date order", QStringLiteral("import x.csv --date-order ydm"), QStringLiteral("dmy, mdy, ymd"));
    row("way on a match", QStringLiteral("import x.csv --on-match merge"), QStringLiteral("skip, fill, overwrite, create"));
    row("format of an export", QStringLiteral("export leads --format docx"), QStringLiteral("csv, xlsx, vcf"));
    row("records of an export", QStringLiteral("export everything"), QStringLiteral("companies"));
    row("format of these records", QStringLiteral("export activities --format ics"), QStringLiteral("ics"));
    row("export of all to nowhere", QStringLiteral("export all"), QStringLiteral("-o FOLDER"));
    row("unknown field of a mapping", QStringLiteral("import x.csv --map Mail=emial"), QStringLiteral("“email”"));
    row("mapping without a field", QStringLiteral("import x.csv --map Mail"), QStringLiteral("--map"));
    QTest::newRow("nothing at all") << QStringList() << QStringLiteral("help");
}

void TestUsage::refusesWhatItDoesNotUnderstand()
{
    QFETCH(QStringList, words);
    QFETCH(QString, said);
    const Terminal terminal;
    Run run = terminal.run(words);
    QVERIFY(!QFile::exists(terminal.workspace()));
    if (run.code == 1) { // which fields and choices there are, the workspace tells
        QCOMPARE(terminal.run({QStringLiteral("init")}).code, 0);
        run = terminal.run(words);
    }
    QCOMPARE(run.code, 2);
    QCOMPARE(run.out, QString());
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
}

void TestUsage::missesAWorkspaceAndMakesNone_data()
{
    QTest::addColumn<QStringList>("words");
    for (const char *line : {"leads",
                             "search x",
                             "show 5",
                             "edit 5 name=x",
                             "move 5 --stage MQL",
                             "log 5 call",
                             "followup 5 tomorrow",
                             "followups",
                             "done 5",
                             "snooze 5 tomorrow",
                             "board",
                             "companies",
                             "duplicates",
                             "merge 5 6",
                             "split 5",
                             "report funnel",
                             "report people",
                             "score report",
                             "score explain 5",
                             "history",
                             "undo",
                             "redo",
                             "verify",
                             "export leads",
                             "export all -o x",
                             "mappings",
                             "watch ."})
        QTest::newRow(line) << QString::fromLatin1(line).split(u' ');
}

void TestUsage::missesAWorkspaceAndMakesNone()
{
    QFETCH(QStringList, words);
    const Terminal terminal;
    const Run run = terminal.run(words);
    QCOMPARE(run.code, 1);
    QCOMPARE(run.out, QString());
    QVERIFY2(run.err.contains(terminal.workspace()), qPrintable(run.err));
    QCOMPARE(run.err.count(u'\n'), 1);
    QVERIFY(!QFile::exists(terminal.workspace()));
}

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_cliusage.moc"
