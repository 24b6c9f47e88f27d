// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translations.h"
#include "core/rules/filtertext.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// "and", "or" and "not" of the filter language: where they join, where they are words, and where they have nothing to join.
class TestFilterKeywords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslations(); }
    void init() { m_vocabulary.stages = defaultStages(); }
    void saysWhatAKeywordLacks_data();
    void saysWhatAKeywordLacks();
    void aWordStaysAWord_data();
    void aWordStaysAWord();
    void whatWasKeptIsNotDropped();

private:
    FilterContext context() const { return {&m_vocabulary, 0, QTimeZone("Europe/Berlin")}; }

    Vocabulary m_vocabulary;
};

void TestFilterKeywords::saysWhatAKeywordLacks_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("said");
    QTest::newRow("or, at the end") << u"stage:Prospect or"_s << u"or"_s << u"at column 16: there is nothing after “or”."_s;
    QTest::newRow("or, before a space") << u"stage:Prospect or  "_s << u"or"_s << u"at column 16: there is nothing after “or”."_s;
    QTest::newRow("or, at the beginning") << u"or stage:Prospect"_s << u"or"_s << u"at column 1: there is nothing before “or”."_s;
    QTest::newRow("or, twice") << u"a or or b"_s << u"or"_s << u"at column 3: there is nothing after “or”."_s;
    QTest::newRow("or, as it was typed") << u"a Or"_s << u"Or"_s << u"at column 3: there is nothing after “Or”."_s;
    QTest::newRow("or, alone in capitals") << u"OR"_s << u"OR"_s << u"at column 1: there is nothing before “OR”."_s;
    QTest::newRow("or, in parentheses") << u"(a or) b"_s << u"or"_s << u"at column 4: there is nothing after “or”."_s;
    QTest::newRow("or, first in parentheses") << u"b (or a)"_s << u"or"_s << u"at column 4: there is nothing before “or”."_s;
    QTest::newRow("or, after a comma") << u"city:Lund, or"_s << u"or"_s << u"at column 12: there is nothing after “or”."_s;
    QTest::newRow("or, beside nothing") << u"() or a"_s << u"or"_s << u"at column 4: there is nothing before “or”."_s;
    QTest::newRow("and, at the end") << u"a and"_s << u"and"_s << u"at column 3: there is nothing after “and”."_s;
    QTest::newRow("and, at the beginning") << u"AND a"_s << u"AND"_s << u"at column 1: there is nothing before “AND”."_s;
    QTest::newRow("and, twice") << u"a and and b"_s << u"and"_s << u"at column 3: there is nothing after “and”."_s;
    QTest::newRow("and, in parentheses") << u"(a and)"_s << u"and"_s << u"at column 4: there is nothing after “and”."_s;
    QTest::newRow("and, before or") << u"a and or b"_s << u"and"_s << u"at column 3: there is nothing after “and”."_s;
    QTest::newRow("or, before and") << u"a or and b"_s << u"and"_s << u"at column 6: there is nothing before “and”."_s;
    QTest::newRow("not, at the end") << u"a not"_s << u"not"_s << u"at column 3: there is nothing after “not”."_s;
    QTest::newRow("not, alone in capitals") << u"NOT"_s << u"NOT"_s << u"at column 1: there is nothing after “NOT”."_s;
    QTest::newRow("not, before or") << u"a not or b"_s << u"not"_s << u"at column 3: there is nothing after “not”."_s;
    QTest::newRow("not, twice") << u"not not"_s << u"not"_s << u"at column 5: there is nothing after “not”."_s;
}

void TestFilterKeywords::saysWhatAKeywordLacks()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, word);
    QFETCH(const QString, said);
    const Result<Filter> filter = parseFilter(typed, context());
    QVERIFY(!filter.ok());
    QCOMPARE(filter.error(), (Error{ErrorCode::BadFilter, word, said}));
}

void TestFilterKeywords::aWordStaysAWord_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::newRow("in quotes, at the end") << u"stage:Prospect \"or\""_s << u"stage:Prospect \"or\""_s;
    QTest::newRow("in quotes, at the beginning") << u"\"and\" a"_s << u"\"and\" a"_s;
    QTest::newRow("in quotes, beside the other") << u"a or \"or\""_s << u"a OR \"or\""_s;
    QTest::newRow("all there is") << u" or "_s << u"\"or\""_s; // on the way to Orlando
    QTest::newRow("all there is, and") << u"And"_s << u"\"And\""_s;
    QTest::newRow("all there is, not") << u"not"_s << u"\"not\""_s;
    QTest::newRow("a value") << u"city:or"_s << u"city:\"or\""_s;
    QTest::newRow("values") << u"city:Lund,or"_s << u"city:Lund,\"or\""_s;
    QTest::newRow("the beginning of one") << u"a org"_s << u"a \"org\""_s;
    QTest::newRow("joined by a hyphen") << u"either-or a"_s << u"\"either-or\" a"_s;
}

void TestFilterKeywords::aWordStaysAWord()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, meant);
    const Result<Filter> filter = parseFilter(typed, context());
    QVERIFY2(filter.ok(), filter.ok() ? "" : qPrintable(filter.error().detail));
    QVERIFY2(*filter == *parseFilter(meant, context()), qPrintable(filterText(*filter, context())));
    QVERIFY(*parseFilter(filterText(*filter, context()), context()) == *filter);
}

void TestFilterKeywords::whatWasKeptIsNotDropped()
{
    // As any text that cannot be read: one broken rule, word for word, never a part of it alone.
    const Filter filter = readFilter(u"stage:Prospect or", context());
    QCOMPARE(filter.kind, Filter::Kind::Broken);
    QCOMPARE(filterText(filter, context()), u"stage:Prospect or"_s);
}

QTEST_GUILESS_MAIN(TestFilterKeywords)
#include "tst_filterkeywords.moc"
