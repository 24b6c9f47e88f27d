// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/leadcsv.h"

#include <QTest>

using namespace kindling;

/// Leads as CSV: quoting by RFC 4180, and formulas that must not run.
class TestLeadCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesWhatHasToBe();
    void tellsFormulasFromNumbers_data();
    void tellsFormulasFromNumbers();
    void guardsEachPieceOfACell_data();
    void guardsEachPieceOfACell();
    void writesEveryFieldOfTheCatalogue();
};

void TestLeadCsv::quotesWhatHasToBe()
{
    QCOMPARE(csvRecord({QStringLiteral("plain"),
                        {},
                        QStringLiteral("a,b"),
                        QStringLiteral("say \"hi\""),
                        QStringLiteral("two\nlines"),
                        QStringLiteral(" edge")}),
             QByteArray("plain,,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\" edge\"\r\n"));
    QCOMPARE(csvRecord({QStringLiteral("a;b"), QStringLiteral("a\tb")}), QByteArray("\"a;b\",\"a\tb\"\r\n"));
    QCOMPARE(csvRecord({QString(), QString()}), QByteArray(",\r\n"));
    QCOMPARE(csvRecord({QStringLiteral("Žofie")}), QByteArray("Žofie\r\n"));
}

void TestLeadCsv::tellsFormulasFromNumbers_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("formula");
    QTest::newRow("formula") << QStringLiteral("=1+1") << true;
    QTest::newRow("command") << QStringLiteral("-2+3+cmd|' /C calc'!A0") << true;
    QTest::newRow("plus") << QStringLiteral("+SUM(A1)") << true;
    QTest::newRow("at") << QStringLiteral("@SUM(A1)") << true;
    QTest::newRow("tab") << QStringLiteral("\t=1") << true;
    QTest::newRow("phone") << QStringLiteral("+49 (0)30 12-34") << false;
    QTest::newRow("negative amount") << QStringLiteral("-1,234.50") << false;
    QTest::newRow("word") << QStringLiteral("a=b") << false;
    QTest::newRow("empty") << QString() << false;
}

void TestLeadCsv::tellsFormulasFromNumbers()
{
    QFETCH(QString, cell);
    QFETCH(bool, formula);
    QCOMPARE(looksLikeFormula(cell), formula);
}

void TestLeadCsv::guardsEachPieceOfACell_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("guarded");
    QTest::newRow("plain") << QStringLiteral("a;b") << QStringLiteral("a;b");
    QTest::newRow("after a semicolon") << QStringLiteral("x;=1+1") << QStringLiteral("x;'=1+1");
    QTest::newRow("after a tab") << QStringLiteral("x\t@A1;y") << QStringLiteral("x\t'@A1;y");
    QTest::newRow("with an apostrophe") << QStringLiteral("x;'=1+1") << QStringLiteral("x;''=1+1");
    QTest::newRow("both") << QStringLiteral("=1;=2") << QStringLiteral("'=1;'=2");
    QTest::newRow("begins with a tab") << QStringLiteral("\t=1") << QStringLiteral("'\t'=1");
    QTest::newRow("phones") << QStringLiteral("+49 30 1;+49 30 2") << QStringLiteral("'+49 30 1;+49 30 2");
    QTest::newRow("apostrophes") << QStringLiteral("';';\t'") << QStringLiteral("';';\t'");
    QTest::newRow("empty") << QString() << QString();
}

void TestLeadCsv::guardsEachPieceOfACell()
{
    QFETCH(QString, cell);
    QFETCH(QString, guarded);
    QCOMPARE(withGuard(cell), guarded);
    QCOMPARE(withoutGuard(guarded), cell);
}

void TestLeadCsv::writesEveryFieldOfTheCatalogue()
{
    QCOMPARE(leadCsvHeader(nullptr).trimmed().split(',').size(), qsizetype(leadFields().size()));
    Lead lead;
    lead.id = LeadId(42);
    lead.name = QStringLiteral("=Ana");
    const QByteArray guarded = leadCsvRecord(lead, {}, FormulaGuard::On);
    QVERIFY(guarded.startsWith("42,,'=Ana,"));
    QCOMPARE(guarded.trimmed().split(',').size(), qsizetype(leadFields().size()));
    QVERIFY(leadCsvRecord(lead, {}, FormulaGuard::Off).startsWith("42,,=Ana,"));
}

QTEST_GUILESS_MAIN(TestLeadCsv)
#include "tst_leadcsv.moc"
