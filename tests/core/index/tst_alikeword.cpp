// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/alikeword.h"

#include "core/base/fuzzymatch.h"
#include "core/base/textfold.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace kindling;
using namespace Qt::StringLiterals;

/// A word with slips finds words that begin like it.
class TestAlikeWord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
    void countsLikeTheTable();
};

void TestAlikeWord::counts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("slips"); // allowed + 1: not found
    QTest::newRow("the same") << u"marta"_s << u"marta"_s << 0;
    QTest::newRow("a beginning") << u"oliv"_s << u"marta oliveira"_s << 0;
    QTest::newRow("a letter too few") << u"olivera"_s << u"marta oliveira"_s << 1;
    QTest::newRow("a letter too many") << u"marrta"_s << u"marta oliveira"_s << 1;
    QTest::newRow("another letter") << u"marda"_s << u"marta"_s << 1;
    QTest::newRow("swapped") << u"matra"_s << u"marta"_s << 1;
    QTest::newRow("swapped at the beginning") << u"amrta"_s << u"marta"_s << 1;
    QTest::newRow("first letter missing") << u"liveira"_s << u"oliveira"_s << 1;
    QTest::newRow("two slips in eight letters") << u"oliwerra"_s << u"oliveira"_s << 2;
    QTest::newRow("two slips in five are too many") << u"mardi"_s << u"marta"_s << 2;
    QTest::newRow("not in the middle") << u"veira"_s << u"oliveira"_s << 2;
    QTest::newRow("accents") << u"pekárma"_s << u"novák pekárna"_s << 1;
    QTest::newRow("another script") << u"иваноф"_s << u"пётр иванов"_s << 1;
    QTest::newRow("too short for slips") << u"mat"_s << u"mart"_s << 1; // allowed() is none
    QTest::newRow("an empty text") << u"marta"_s << QString() << 2;
    QTest::newRow("after signs") << u"brandr"_s << u"o'neill-brandt"_s << 1;
}

void TestAlikeWord::counts()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, text);
    QFETCH(const int, slips);
    const QByteArray utf8 = foldedUtf8(text);
    QCOMPARE(AlikeWord(folded(typed)).slipsIn({utf8.constData(), size_t(utf8.size())}), slips);
}

/// Against the table of edit distances, over two thousand words made of few letters.
void TestAlikeWord::countsLikeTheTable()
{
    QRandomGenerator random(7);
    const auto word = [&](int from, int to) {
        QString made;
        for (int length = random.bounded(from, to); length > 0; --length)
            made += QChar(u'a' + random.bounded(3));
        return made;
    };
    for (int round = 0; round < 2000; ++round) {
        const QString typed = word(4, 11);
        const QString name = word(1, 13);
        const AlikeWord alike(typed);
        int expected = alike.allowed() + 1;
        for (qsizetype length = 0; length <= name.size(); ++length)
            expected = std::min(expected, editDistance(typed, QStringView(name).left(length), alike.allowed()));
        const QByteArray utf8 = name.toUtf8();
        QVERIFY2(alike.slipsIn({utf8.constData(), size_t(utf8.size())}) == expected, qPrintable(typed + u" in "_s + name));
    }
}

QTEST_MAIN(TestAlikeWord)
#include "tst_alikeword.moc"
