// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/columnsurvey.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

ColumnSurvey surveyOf(const QStringList &cells)
{
    ColumnSurvey survey;
    for (const QString &cell : cells)
        survey.add(cell.toUtf8());
    return survey;
}

} // namespace

/// What the cells of a column look like, whatever its header says.
class TestColumnSurvey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsOnlyWhatIsFilled();
    void tellsContactsFromNumbers();
    void gathersEvidenceOfDates();
    void gathersEvidenceOfDecimalSigns();
    void keepsTheDifferentWords();
    void survivesLongCells();
};

void TestColumnSurvey::countsOnlyWhatIsFilled()
{
    const ColumnSurvey survey = surveyOf({u""_s, u"  "_s, u"ana@a.example"_s, u"x"_s});
    QCOMPARE(survey.filled(), 2);
    QCOMPARE(survey.emails(), 0.5); // one of the two
    QCOMPARE(ColumnSurvey().emails(), 0.0); // an empty column is no column of emails
}

void TestColumnSurvey::tellsContactsFromNumbers()
{
    const ColumnSurvey phones = surveyOf({u"+49 30 123456"_s, u"(030) 123-456"_s, u"030/123456"_s, u"555-0100 x12"_s});
    QVERIFY(phones.phones() >= 0.75);
    QCOMPARE(phones.emails(), 0.0);
    const ColumnSurvey dates = surveyOf({u"2026-03-01"_s, u"31.12.2025"_s});
    QCOMPARE(dates.dates(), 1.0);
    QCOMPARE(dates.phones(), 0.0); // a date has digits and hyphens, too
    const ColumnSurvey ids = surveyOf({u"4711"_s, u"123456789"_s});
    QCOMPARE(ids.phones(), 0.0); // bare digits are rather a number
    QCOMPARE(ids.numbers(), 1.0);
    const ColumnSurvey links = surveyOf({u"https://a.example"_s, u"WWW.b.example"_s, u"see http://c.example"_s, u"d.example"_s});
    QCOMPARE(links.links(), 0.5);
    QCOMPARE(surveyOf({u"Germany"_s, u"FR"_s, u"Atlantis"_s, u"Österreich"_s}).countries(), 0.75);
}

void TestColumnSurvey::gathersEvidenceOfDates()
{
    ColumnSurvey survey = surveyOf({u"13/04/2026"_s, u"03/04/2026"_s, u"04/13/2026"_s, u"2026-04-03"_s});
    QCOMPARE(survey.dayFirst(), 1);
    QCOMPARE(survey.monthFirst(), 1);
    QCOMPARE(survey.unclear(), 1);
    survey.addRest("14/04/2026", true, false, false); // the rest of a long file is read for this alone
    QCOMPARE(survey.dayFirst(), 2);
    QCOMPARE(survey.filled(), 4);
    survey.addRest("15/04/2026", false, true, true);
    QCOMPARE(survey.dayFirst(), 2);
}

void TestColumnSurvey::gathersEvidenceOfDecimalSigns()
{
    ColumnSurvey survey = surveyOf({u"1.234,50"_s, u"€ 12,5"_s, u"1,234"_s, u"99.95"_s, u"n/a"_s});
    QCOMPARE(survey.commas(), 2);
    QCOMPARE(survey.points(), 1);
    QCOMPARE(survey.numbers(), 0.8);
    survey.addRest("7,25", false, true, false);
    QCOMPARE(survey.commas(), 3);
}

void TestColumnSurvey::keepsTheDifferentWords()
{
    ColumnSurvey survey = surveyOf({u"Won"_s, u" Won "_s, u"Lost"_s, u"won"_s});
    QCOMPARE(survey.words(), (QStringList{u"Won"_s, u"Lost"_s, u"won"_s})); // as they are written, in the order in which they came
    survey.addRest("Open", false, false, true);
    survey.addRest("", false, false, true);
    QCOMPARE(survey.words().last(), u"Open"_s);
    for (int i = 0; i < 500; ++i)
        survey.add(QByteArray::number(i));
    QCOMPARE(survey.words().size(), 100); // so many are no choice
}

void TestColumnSurvey::survivesLongCells()
{
    ColumnSurvey survey;
    survey.add(QByteArray(1'000'000, '7'));
    survey.add(QByteArray("\xFF\xFE\x80 not UTF-8"));
    survey.add(QByteArray(500'000, '@'));
    survey.addRest(QByteArray(1'000'000, '1'), true, true, true);
    QCOMPARE(survey.filled(), 3);
    QCOMPARE(survey.emails(), 0.0);
    QCOMPARE(survey.dates(), 0.0);
    QCOMPARE(survey.words().size(), 1); // a novel is no word
}

QTEST_GUILESS_MAIN(TestColumnSurvey)
#include "tst_columnsurvey.moc"
