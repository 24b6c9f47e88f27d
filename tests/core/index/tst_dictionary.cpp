// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/bytesearch.h"
#include "core/index/dictionary.h"
#include "core/index/staycolumns.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// The codes that are flagged.
std::vector<quint32> flagged(const std::vector<char> &flags)
{
    std::vector<quint32> codes;
    for (quint32 code = 0; code < flags.size(); ++code) {
        if (flags[code])
            codes.push_back(code);
    }
    return codes;
}

} // namespace

/// What the columns are coded with: words by number, bytes in megabytes, stays by lead.
class TestDictionary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersWordsFromOne();
    void keepsTheNumberOfARenamedWord();
    void findsWordsByAnyPart();
    void ordersAsPeopleDo();
    void searchesLikeTheLibrary();
    void replacesTheStaysOfSomeLeads();
};

void TestDictionary::numbersWordsFromOne()
{
    Dictionary words;
    QCOMPARE(words.size(), 1U); // 0 is none
    QCOMPARE(words.intern(""), 0U);
    QCOMPARE(words.intern("Porto"), 1U);
    QCOMPARE(words.intern("porto"), 2U); // texts as they are written
    QCOMPARE(words.intern("Porto"), 1U);
    QCOMPARE(words.name(2), u"porto"_s);
    QVERIFY(words.folded(1) == "porto" && words.folded(0).empty());
    words.take({{77, u"Ines"_s}, {78, u"Tom"_s}});
    QCOMPARE(words.codeOf(78), 4U);
    QCOMPARE(words.codeOf(79), 0U);
    QCOMPARE(words.id(3), 77);
    QCOMPARE(words.id(1), 0);
}

void TestDictionary::keepsTheNumberOfARenamedWord()
{
    Dictionary words;
    words.take({{1, u"Ana"_s}, {2, u"Bo"_s}, {3, u"Cy"_s}});
    const Dictionary before = words; // who reads an older state goes on seeing it
    words.take({{2, u"Bärbel Große"_s}, {4, u"Di"_s}});
    QCOMPARE(words.codeOf(2), before.codeOf(2));
    QCOMPARE(words.name(2), u"Bärbel Große"_s);
    QVERIFY(words.folded(1) == "ana" && words.folded(2) == "barbel grosse" && words.folded(3) == "cy" && words.folded(4) == "di");
    words.take({{2, u"B"_s}});
    QVERIFY(words.folded(1) == "ana" && words.folded(2) == "b" && words.folded(3) == "cy" && words.folded(4) == "di");
    QCOMPARE(before.name(2), u"Bo"_s);
    QCOMPARE(before.size(), 4U);
    QVERIFY(words.memoryBytes() > 0);
}

void TestDictionary::findsWordsByAnyPart()
{
    Dictionary words;
    words.take({{1, u"Bäckerei Straße"_s}, {2, u"Strandbar"_s}, {3, u"bar"_s}, {4, u"Bar"_s}, {5, u"aba"_s}});
    const auto containing = [&](const char *text) { return flagged(words.containing(text)); };
    QCOMPARE(containing("str"), (std::vector<quint32>{1, 2}));
    QCOMPARE(containing("bar"), (std::vector<quint32>{2, 3, 4}));
    QCOMPARE(containing("aba"), std::vector<quint32>{5});
    QCOMPARE(containing("barb"), std::vector<quint32>()); // not over the border of two words
    QCOMPARE(containing(""), (std::vector<quint32>{1, 2, 3, 4, 5})); // but never none
    QCOMPARE(flagged(words.equalTo({u"BAR"_s, u"backerei strasse"_s})), (std::vector<quint32>{1, 3, 4}));
    QCOMPARE(flagged(words.equalTo({u"strand"_s})), std::vector<quint32>());
    QCOMPARE(flagged(words.equalTo({})), std::vector<quint32>());
}

void TestDictionary::ordersAsPeopleDo()
{
    Dictionary words;
    words.take({{1, u"Zebra"_s}, {2, u"äpfel"_s}, {3, u"Birne"_s}, {4, u"Apfel"_s}});
    const std::vector<quint32> ranks = words.ranks();
    QVERIFY(ranks[2] < ranks[3] && ranks[3] < ranks[1]);
    QCOMPARE(ranks[2], ranks[4]); // the same but for an accent: the next key decides
    QVERIFY(ranks[0] > ranks[1]); // none comes last
    QCOMPARE(Dictionary().ranks().size(), size_t(1));
}

void TestDictionary::searchesLikeTheLibrary()
{
    // Against std::string_view::find, on texts of few letters, where there are many near misses.
    QRandomGenerator random(5);
    const auto letters = [&](int most) {
        std::string text;
        for (int i = random.bounded(most); i >= 0; --i)
            text += "ab\xC3 e"[random.bounded(5)];
        return text;
    };
    int found = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = letters(60);
        const std::string needle = letters(5);
        const size_t from = size_t(random.bounded(int(text.size()) + 2));
        const size_t expected = from > text.size() ? std::string_view::npos : std::string_view(text).find(needle, from);
        const size_t is = from > text.size() ? std::string_view::npos : ByteSearch(needle).find(text, from);
        QVERIFY2(is == expected, (text + " | " + needle + " from " + std::to_string(from)).c_str());
        found += is != std::string_view::npos;
    }
    QVERIFY(found > 1000 && found < 19'000);
    QCOMPARE(ByteSearch("a").find("", 0), std::string_view::npos);
    QCOMPARE(ByteSearch("abc").find("ab", 0), std::string_view::npos);
    QCOMPARE(ByteSearch("abc").find("abc", 0), size_t(0));
}

void TestDictionary::replacesTheStaysOfSomeLeads()
{
    const StayColumns stays({{2, 10, 5, 6}, {1, 10, 3, 4}, {1, 11, 1, 3}}); // in any order
    const auto told = [](const StayColumns &columns) {
        QStringList lines;
        for (const StayColumns::Entry &entry : columns.entries())
            lines += u"%1:%2 %3-%4"_s.arg(entry.lead).arg(entry.stage).arg(entry.from).arg(entry.until);
        return lines.join(u", "_s);
    };
    QCOMPARE(told(stays), u"1:11 1-3, 1:10 3-4, 2:10 5-6"_s);
    const std::vector<LeadId> changed{LeadId(1), LeadId(3)};
    const StayColumns after = stays.with(changed, {{3, 12, 7, 8}, {1, 12, 2, 9}});
    QCOMPARE(told(after), u"1:12 2-9, 2:10 5-6, 3:12 7-8"_s);
    QCOMPARE(told(stays), u"1:11 1-3, 1:10 3-4, 2:10 5-6"_s); // the one before is as it was
    QCOMPARE(told(after.with(changed, {})), u"2:10 5-6"_s);
}

QTEST_GUILESS_MAIN(TestDictionary)
#include "tst_dictionary.moc"
