// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/finding.h"

#include "core/base/textfold.h"
#include "core/index/alikeword.h"
#include "core/index/columns.h"
#include "core/index/searchterms.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 leadCount = 3000;

std::string_view viewed(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

bool hasBeginning(const QByteArray &text, const QByteArray &term)
{
    for (qsizetype at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
        if (at == 0 || !isWordByte(text[at - 1]))
            return true;
    }
    return false;
}

struct PlainLead
{
    qint64 id = 0;
    QByteArray name;
    QByteArray company;
    QByteArray text;
    qint64 at = 0;
    bool archived = false;
};

/// How a term fits a lead, written down plainly.
struct PlainFit
{
    bool named = false;
    bool beginning = false;
    bool anywhere = false;
    int slips = 0;
    bool isAlike = false;
    bool isAlikeInName = false;
};

PlainFit fitOf(const SearchTerm &term, const PlainLead &lead)
{
    PlainFit fit;
    const bool initial = term.text.size() == 1 && isWordByte(term.text[0]);
    const auto hasDigits = [&](const QByteArray &digits) { return lead.text.contains(digits); };
    fit.named = hasBeginning(lead.name, term.text) || std::any_of(term.digits.begin(), term.digits.end(), hasDigits);
    fit.beginning = fit.named || hasBeginning(lead.company, term.text);
    fit.anywhere = fit.beginning || (!initial && (lead.text.contains(term.text) || lead.company.contains(term.text)));
    const AlikeWord word(QString::fromUtf8(term.text));
    const int inName = word.slipsIn(viewed(lead.name));
    fit.slips = fit.anywhere ? 0 : std::min(inName, word.slipsIn(viewed(lead.company)));
    fit.isAlike = fit.anywhere || (word.allowed() > 0 && fit.slips <= word.allowed());
    fit.isAlikeInName = fit.named || (word.allowed() > 0 && inName <= word.allowed());
    return fit;
}

} // namespace

/// What is found faster by what was found before is what a walk over all leads finds.
class TestFinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsLikeAPlainWalk_data();
    void findsLikeAPlainWalk();

private:
    ColumnsBuilder builder() const;
    std::vector<LeadId> plainly(const TextQuestion &question, qint64 &total) const;

    Dictionaries m_dictionaries;
    std::vector<LeadFacts> m_facts;
    std::vector<PlainLead> m_leads;
    Columns m_columns;
};

void TestFinding::initTestCase()
{
    QRandomGenerator random(11);
    const QStringList syllables{u"ma"_s, u"ta"_s, u"oli"_s, u"ver"_s, u"sch"_s, u"mit"_s, u"ber"_s, u"lin"_s, u"kö"_s, u"na"_s};
    const auto word = [&] { return syllables[random.bounded(10)] + syllables[random.bounded(10)] + syllables[random.bounded(10)]; };
    for (qint64 id = 1; id <= 400; ++id)
        m_dictionaries.companies.push_back({id, word() + u' ' + word()});
    for (quint32 i = 0; i < leadCount; ++i) {
        PlainLead lead;
        lead.id = i + 1;
        lead.name = foldedUtf8(word() + u' ' + word());
        lead.text = lead.name + '\x1f' + lead.name.left(4) + "@example.org\x1f" + "4930" + QByteArray::number(random.bounded(100'000))
            + (i % 5 == 0 ? " 0151" + QByteArray::number(random.bounded(1000)) : QByteArray()) + '\x1f';
        lead.at = 1000 + random.bounded(500);
        lead.archived = i % 7 == 0;
        LeadFacts facts;
        facts.id = lead.id;
        facts.company = random.bounded(401);
        if (facts.company > 0)
            lead.company = foldedUtf8(m_dictionaries.companies[size_t(facts.company) - 1].name);
        facts.text = lead.text;
        facts.lastActivity = lead.at;
        facts.archived = lead.archived;
        facts.words = QByteArray(8, '\x1f');
        m_facts.push_back(facts);
        m_leads.push_back(lead);
    }
    m_columns.load(builder());
}

ColumnsBuilder TestFinding::builder() const
{
    ColumnsBuilder made(m_dictionaries);
    for (const LeadFacts &facts : m_facts)
        made.add(facts);
    return made;
}

std::vector<LeadId> TestFinding::plainly(const TextQuestion &question, qint64 &total) const
{
    using Key = std::tuple<int, int, int, qint64, qint64>; // group, tier, slips, latest first, last first
    const std::vector<SearchTerm> terms = searchTerms(question.text);
    const QByteArray whole = foldedUtf8(question.text);
    std::vector<Key> keys;
    total = 0;
    for (const PlainLead &lead : m_leads) {
        PlainFit all{true, true, true, 0, true, true};
        size_t named = 0;
        for (const SearchTerm &term : terms) {
            const PlainFit fit = fitOf(term, lead);
            all.named &= fit.named;
            all.beginning &= fit.beginning;
            all.anywhere &= fit.anywhere;
            all.isAlike &= fit.isAlike;
            all.slips += fit.slips;
            named += fit.isAlikeInName ? 1 : 0;
        }
        if (lead.archived || !all.isAlike)
            continue;
        total += all.anywhere ? 1 : 0;
        const int group = all.named ? 0 : all.beginning ? 1 : all.anywhere ? 2 : 3;
        const int near = named == terms.size() ? 0 : named > 0 ? 1 : 2;
        const int tier = group == 3 ? near : group == 0 && whole.size() >= 3 && lead.name != whole ? 1 : 0;
        keys.emplace_back(group, tier, all.slips, -lead.at, -lead.id);
    }
    std::sort(keys.begin(), keys.end());
    std::vector<LeadId> ids;
    for (size_t i = 0; i < std::min(keys.size(), question.leads); ++i)
        ids.emplace_back(-std::get<4>(keys[i]));
    return ids;
}

void TestFinding::findsLikeAPlainWalk_data()
{
    QTest::addColumn<QStringList>("typed"); // one after the other, key by key
    QTest::newRow("a name") << QStringList{u"olivermata schmitber"_s};
    QTest::newRow("slips in one word") << QStringList{u"olivremat"_s, u"schmiber"_s, u"könamit"_s};
    QTest::newRow("slips in two words") << QStringList{u"olivrem schmitb"_s, u"tamalni berlinn"_s};
    QTest::newRow("the second word first") << QStringList{u"berli"_s, u"matta berli"_s};
    QTest::newRow("three words") << QStringList{u"m olivr berl"_s};
    QTest::newRow("numbers") << QStringList{u"+49 (0)30 1234"_s, u"0151 23"_s, u"030 12"_s, u"49 olive"_s, u"3012"_s};
    QTest::newRow("nothing like it") << QStringList{u"xqzwv vbkjx"_s, u"berlin xqzw"_s};
    QTest::newRow("the same twice") << QStringList{u"olivre olivre"_s};
    QTest::newRow("other words, then back") << QStringList{u"mitmat"_s, u"lin"_s, u"sch"_s, u"kona"_s, u"ver"_s, u"mitmatt"_s};
}

void TestFinding::findsLikeAPlainWalk()
{
    QFETCH(const QStringList, typed);
    const SnapshotPtr columns = m_columns.snapshot();
    for (const QString &text : typed) {
        for (qsizetype letters = 1; letters <= text.size(); ++letters) {
            for (const size_t limit : {size_t(8), size_t(5000)}) {
                const TextQuestion question{text.left(letters), {}, limit, 3};
                qint64 total = 0;
                const std::vector<LeadId> expected = plainly(question, total);
                const TextFindings found = findText(*columns, question);
                QVERIFY2(found.leads == expected, qPrintable(question.text));
                QCOMPARE(found.total, total);
                Columns others;
                others.load(builder());
                QCOMPARE(found.companies, findText(*others.snapshot(), question).companies); // with nothing kept
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestFinding)
#include "tst_finding.moc"
