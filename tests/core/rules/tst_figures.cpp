// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/figures.h"

#include <QLocale>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Figures in words, as lengths in a chart, and as CSV.
class TestFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readAsAPersonWouldSay();
    void nothingIsNotZero();
    void sharesHaveBounds();
    void csvIsForPrograms();
    void csvHasNoFormulas();
};

namespace {

/// As it is read, with plain spaces in place of those that keep a line together.
QString inWords(const FigureValue &figure, const QLocale &locale)
{
    return figureText(figure, locale).replace(QChar(QChar::Nbsp), u' ');
}

MoneySum euros(qint64 minor)
{
    MoneySum sum;
    sum.add({minor, u"EUR"_s});
    return sum;
}

} // namespace

void TestFigures::readAsAPersonWouldSay()
{
    const QLocale locale(u"en_GB"_s);
    QCOMPARE(inWords(qint64(1234), locale), u"1,234"_s);
    QCOMPARE(inWords(Days{51.78}, locale), u"51.8 days"_s);
    QCOMPARE(inWords(Rate::of(4238, 6711), locale), u"63.2 % (62.0–64.3)"_s);
    QCOMPARE(inWords(Estimate{0.4, 0.25, 0.6}, locale), u"40.0 % (25.0–60.0)"_s);
    QCOMPARE(inWords(Estimate{0.4, 0.4, 0.4}, locale), u"40.0 %"_s); // a prediction, not an estimate of a share
    QCOMPARE(inWords(euros(123'456), locale), u"€ 1,234.56"_s);
    QCOMPARE(inWords(MoneyRange{{123'456, u"EUR"_s}, 50'000, 200'000}, locale), u"€ 1,235 (500–2,000)"_s); // no cents of an estimate
    QCOMPARE(inWords(MoneyRange{{123'456, u"EUR"_s}, 123'456, 123'456}, locale), u"€ 1,234.56"_s); // what is sure
}

void TestFigures::nothingIsNotZero()
{
    const QLocale locale(u"en_GB"_s);
    QCOMPARE(inWords({}, locale), u"–"_s);
    QCOMPARE(inWords(Rate::of(0, 0), locale), u"–"_s); // none of none is no rate
    QCOMPARE(inWords(qint64(0), locale), u"0"_s);
    QVERIFY(!figureNumber(FigureValue()));
    QVERIFY(!figureNumber(Rate::of(0, 0)));
    QCOMPARE(*figureNumber(Rate::of(0, 5)), 0.0);
}

void TestFigures::sharesHaveBounds()
{
    QVERIFY(!figureInterval(qint64(3)));
    QVERIFY(!figureInterval(Rate::of(0, 0)));
    QVERIFY(std::abs(figureInterval(Rate::of(1, 2))->low - 0.0945312) < 1e-6);
    QCOMPARE(figureInterval(Estimate{0.4, 0.25, 0.6})->high, 0.6);
    QVERIFY(!figureInterval(Estimate{0.4, 0.4, 0.4}));
}

void TestFigures::csvIsForPrograms()
{
    Figures figures;
    figures.rowLabel = u"Owner"_s;
    figures.columns = {{u"leads"_s, u"Leads"_s}, {u"winRate"_s, u"Won, of decided"_s}, {u"value"_s, u"Value"_s}};
    figures.rows.push_back({u"Ann \"the\" first"_s, {qint64(1200), Rate::of(1, 2), euros(120'050)}, {}, false});
    figures.total = {u"All"_s, {qint64(1200), Rate::of(0, 0), FigureValue()}, {}, false};
    QCOMPARE(figuresCsv(figures),
             QByteArray("Owner,Leads,\"Won, of decided\",\"Won, of decided, low\",\"Won, of decided, high\",Value\r\n"
                        "\"Ann \"\"the\"\" first\",1200,0.5,0.09453120573,0.9054687943,1200.50 EUR\r\n"
                        "All,1200,,,,\r\n"));
}

void TestFigures::csvHasNoFormulas()
{
    Figures figures;
    figures.rowLabel = u"Owner"_s;
    figures.rows.push_back({u"=cmd()"_s, {}, {}, false});
    QCOMPARE(figuresCsv(figures), QByteArray("Owner\r\n'=cmd()\r\n"));
}

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
