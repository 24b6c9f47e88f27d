// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Files in and out by the command line: every format, everything at once, what an undo keeps, a watched folder.
class TestExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void exportsByTheEndingOfTheFile();
    void exportsOnlyWhatMatches();
    void exportsAWorkbookToStandardOutput();
    void bringsEverythingBack();
    void importsASheet();
    void tellsOfPictures();
    void undoListsWhatItKept();
    void showsAndForgetsMappings();
    void watchesAFolderOnce();

private:
    Run run(const QString &line) const { return m_terminal->run(line.split(u' ')); }
    QJsonObject json(const QString &line) const { return m_terminal->json(line.split(u' ')); }

    std::unique_ptr<Terminal> m_terminal;
};

void TestExchange::init()
{
    m_terminal = std::make_unique<Terminal>();
    m_terminal->file(u"people.csv"_s, "Name,Company,Email\nMarta,Estrela,marta@estrela.example\nJan,Peters,jan@peters.example\n");
    QCOMPARE(run(u"import "_s + m_terminal->path(u"people.csv"_s)).code, 0);
}

void TestExchange::exportsByTheEndingOfTheFile()
{
    for (const QString &ending : {u"csv"_s, u"xlsx"_s, u"vcf"_s, u"json"_s})
        QCOMPARE(run(u"export leads -o "_s + m_terminal->path(u"out."_s + ending)).code, 0);
    QVERIFY(m_terminal->bytesOf(u"out.csv"_s).contains("marta@estrela.example"));
    QVERIFY(m_terminal->bytesOf(u"out.xlsx"_s).startsWith("PK"));
    QCOMPARE(m_terminal->bytesOf(u"out.vcf"_s).count("BEGIN:VCARD"), 2);
    QCOMPARE(QJsonDocument::fromJson(m_terminal->bytesOf(u"out.json"_s)).object()[u"total"].toInt(), 2);
    QCOMPARE(json(u"export companies -o "_s + m_terminal->path(u"companies.csv"_s))[u"companies"].toInt(), 2);
    QCOMPARE(run(u"export followups -o "_s + m_terminal->path(u"todo.ics"_s)).code, 0);
    QVERIFY(m_terminal->bytesOf(u"todo.ics"_s).startsWith("BEGIN:VCALENDAR"));
}

void TestExchange::exportsOnlyWhatMatches()
{
    const Run cards = m_terminal->run({u"export"_s, u"leads"_s, u"--format"_s, u"vcf"_s, u"--filter"_s, u"name:Marta"_s});
    QCOMPARE(cards.code, 0);
    QCOMPARE(cards.out.count(u"BEGIN:VCARD"_s), 1);
    const Run companies = m_terminal->run({u"export"_s, u"companies"_s, u"--filter"_s, u"name:Marta"_s});
    QVERIFY(companies.out.contains(u"Estrela"_s) && !companies.out.contains(u"Peters"_s));
}

void TestExchange::exportsAWorkbookToStandardOutput()
{
    QVERIFY(run(u"export leads --format xlsx"_s).out.startsWith(u"PK"_s));
}

void TestExchange::bringsEverythingBack()
{
    const QString folder = m_terminal->path(u"everything"_s);
    QCOMPARE(json(u"export all -o "_s + folder)[u"leads"].toInt(), 2);
    QCOMPARE(run(u"export all -o "_s + folder).code, 1); // nothing is overwritten
    const Terminal other;
    const Run back = other.run({u"import"_s, folder});
    QCOMPARE(back.code, 0);
    QCOMPARE(other.json({u"leads"_s}), m_terminal->json({u"leads"_s}));
    QCOMPARE(other.json({u"history"_s}), m_terminal->json({u"history"_s}));
    QCOMPARE(other.run({u"import"_s, folder}).code, 1); // only into a new one
    QCOMPARE(other.json({u"leads"_s})[u"total"].toInt(), 2);
}

void TestExchange::importsASheet()
{
    const QString book = m_terminal->path(u"book.xlsx"_s);
    QCOMPARE(run(u"export leads -o "_s + book).code, 0);
    const Terminal other;
    const QJsonObject imported = other.json({u"import"_s, book});
    QCOMPARE(imported[u"created"].toInt(), 2);
    QCOMPARE(imported[u"sheet"].toString(), u"Leads"_s);
    QCOMPARE(other.run({u"import"_s, book, u"--sheet"_s, u"Nowhere"_s}).code, 1);
}

void TestExchange::tellsOfPictures()
{
    const QString cards = m_terminal->file(u"cards.vcf"_s, "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nPHOTO;ENCODING=b:AAAA\nEND:VCARD\n");
    QCOMPARE(json(u"import "_s + cards)[u"photos"].toInt(), 1);
}

void TestExchange::undoListsWhatItKept()
{
    const QString id = m_terminal->json({u"leads"_s, u"--filter"_s, u"name:Jan"_s})[u"leads"].toArray()[0][u"id"_s].toString();
    QCOMPARE(m_terminal->run({u"edit"_s, id, u"city=Bremen"_s}).code, 0);
    const QString import = m_terminal->json({u"history"_s})[u"changes"].toArray()[1][u"id"_s].toString();
    const Run undo = m_terminal->run({u"--json"_s, u"undo"_s, import});
    QCOMPARE(undo.code, 3);
    const QJsonArray kept = undo.json()[u"kept"].toArray();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept[0][u"name"_s].toString(), u"Jan"_s);
    QCOMPARE(kept[0][u"reason"_s].toString(), u"edited"_s);
    QCOMPARE(m_terminal->json({u"leads"_s})[u"total"].toInt(), 1);
}

void TestExchange::showsAndForgetsMappings()
{
    const QJsonArray mappings = json(u"mappings"_s)[u"mappings"].toArray();
    QCOMPARE(mappings.size(), 1);
    QCOMPARE(mappings[0][u"file"_s].toString(), u"people.csv"_s);
    QCOMPARE(run(u"mappings forget "_s + mappings[0][u"id"_s].toString()).code, 0);
    QCOMPARE(json(u"mappings"_s)[u"mappings"].toArray().size(), 0);
    QCOMPARE(run(u"mappings forget 5"_s).code, 1);
}

void TestExchange::watchesAFolderOnce()
{
    QVERIFY(QDir().mkpath(m_terminal->path(u"inbox"_s)));
    m_terminal->file(u"inbox/a.vcf"_s, "BEGIN:VCARD\nFN:Ana\nEND:VCARD\n");
    const QString line = u"watch --once "_s + m_terminal->path(u"inbox"_s);
    const QJsonObject first = json(line);
    QCOMPARE(first[u"files"].toArray()[0][u"state"_s].toString(), u"imported"_s);
    QCOMPARE(json(line)[u"files"].toArray()[0][u"state"_s].toString(), u"known"_s);
    m_terminal->file(u"inbox/form.csv"_s, "Email,Haus\nana@one.example,One\n");
    const Run unknown = run(line);
    QCOMPARE(unknown.code, 1);
    QVERIFY2(unknown.err.contains(u"form.csv"_s), qPrintable(unknown.err));
    QCOMPARE(m_terminal->json({u"leads"_s})[u"total"].toInt(), 3);
}

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_cliexchange.moc"
