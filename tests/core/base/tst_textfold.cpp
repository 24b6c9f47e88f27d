// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// What people type and what they search for become one text.
class TestTextFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data();
    void folds();
    void foldingAgainChangesNothing();
    void keepsTheDigitsOfAnyScript();
    void wordKeyKeepsLettersAndDigits();
};

void TestTextFold::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"Ines"_s << u"ines"_s;
    QTest::newRow("diacritics") << u"Žofie  MÜLLER"_s << u"zofie muller"_s;
    QTest::newRow("decomposed") << u"Mu\u0308ller"_s << u"muller"_s;
    QTest::newRow("sharp s") << u"Straße"_s << u"strasse"_s;
    QTest::newRow("stroke letters") << u"Łódź Øre"_s << u"lodz ore"_s;
    QTest::newRow("ligature") << u"Ærø ﬁn"_s << u"aero fin"_s;
    QTest::newRow("full width") << u"ＡＢＣ"_s << u"abc"_s;
    QTest::newRow("white space") << u" \t a\u00A0 b\n"_s << u"a b"_s;
    QTest::newRow("Greek") << u"Άλφα"_s << u"αλφα"_s;
    QTest::newRow("empty") << u""_s << u""_s;
}

void TestTextFold::folds()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(folded(text), expected);
    QCOMPARE(foldedUtf8(text), expected.toUtf8());
}

void TestTextFold::foldingAgainChangesNothing()
{
    for (const QString &text : {u"Žofie  MÜLLER"_s, u"Straße 7"_s, u"Ærø"_s, u"İstanbul"_s, u"ﬁn"_s})
        QCOMPARE(folded(folded(text)), folded(text));
}

void TestTextFold::keepsTheDigitsOfAnyScript()
{
    QCOMPARE(digitsOf(u"+49 (0)30 / 123-456"), u"49030123456"_s);
    QCOMPARE(digitsOf(u"٠١٢"), u"012"_s);
    QCOMPARE(digitsOf(u"none"), QString());
}

void TestTextFold::wordKeyKeepsLettersAndDigits()
{
    QCOMPARE(wordKey(u"E-Mail 1 - Value"), u"email1value"_s);
    QCOMPARE(wordKey(u"Straße & Nr."), u"strassenr"_s);
    QCOMPARE(wordKey(u" -_- "), QString());
}

QTEST_GUILESS_MAIN(TestTextFold)
#include "tst_textfold.moc"
