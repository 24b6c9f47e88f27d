// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/leadmatcher.h"

#include "core/index/columns.h"
#include "core/store/factsreader.h"
#include "support/temporarystore.h"

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// A workspace of three leads, and the matcher over it.
class Ground
{
public:
    Ground()
    {
        marta = store.add(lead(u"Marta Oliveira"_s, u"marta@estrela.example"_s, u"030 123456"_s, u"A-1"_s));
        desk = store.add(lead(u"Front desk"_s, {}, u"030 999999"_s, {}));
        Lead plain;
        plain.name = u"Žofie Müller"_s;
        plain.company = u"Sol"_s;
        plain.value = Money{50'000, u"EUR"_s};
        zofie = store.add(plain);
        Progress progress;
        FactsReader reader(*store);
        ColumnsBuilder builder(valueOf(reader.dictionaries()));
        if (!reader.each({}, progress, [&](const LeadFacts &facts) { builder.add(facts); }))
            qFatal("the test cannot read its leads");
        m_columns.load(std::move(builder));
        matcher = std::make_unique<LeadMatcher>(*store, m_columns.snapshot());
    }

    static Lead lead(const QString &name, const QString &email, const QString &phone, const QString &externalId)
    {
        Lead lead;
        lead.id = nextId<LeadId>();
        lead.name = name;
        lead.externalId = externalId;
        if (!email.isEmpty())
            lead.emails.push_back({*EmailAddress::parse(email), {}, ContactState::Usable});
        if (!phone.isEmpty())
            lead.phones.push_back({*PhoneNumber::parse(phone, u"DE"_s), {}, ContactState::Usable});
        return lead;
    }

    /// "Marta by email marta@…", or "nobody".
    QString find(const Lead &draft)
    {
        const std::optional<LeadMatcher::Match> match = valueOf(matcher->find(draft));
        if (!match)
            return u"nobody"_s;
        const QString who = match->lead == marta ? u"Marta"_s
            : match->lead == desk                ? u"desk"_s
            : match->lead == zofie               ? u"Žofie"_s
                                                 : u"another"_s;
        return who + u" by "_s + match->by + (match->inFile ? u" in the file"_s : QString());
    }

    TemporaryStore store;
    LeadId marta;
    LeadId desk;
    LeadId zofie;
    std::unique_ptr<LeadMatcher> matcher;

private:
    Columns m_columns;
};

} // namespace

/// Which lead a row of a file is about.
class TestLeadMatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesByTheIdFirst();
    void anIdOfItsOwnIsAnotherLead();
    void goesByEmailThenPhone();
    void aSwitchboardIsNoPerson();
    void goesByNameWhenThereIsNothingElse();
    void knowsWhatTheFileBrought();
};

void TestLeadMatcher::goesByTheIdFirst()
{
    Ground g;
    QCOMPARE(g.find(Ground::lead(u"Marta Oliveira"_s, u"new@sol.example"_s, {}, u"A-1"_s)), u"Marta by external id A-1"_s);
    QCOMPARE(g.find(Ground::lead(u"Marta Sousa"_s, {}, u"030 123456"_s, u"A-1"_s)), u"Marta by external id A-1"_s);
    QCOMPARE(g.find(Ground::lead(u"Marta Sousa"_s, {}, {}, u"A-1"_s)), u"Marta by external id A-1"_s);
    // Nothing but the number is the same, in a table of anybody's: there it is a line number as often as not.
    QCOMPARE(g.find(Ground::lead(u"Somebody else"_s, u"new@sol.example"_s, {}, u"A-1"_s)), u"nobody"_s);
    QCOMPARE(g.find(Ground::lead({}, {}, {}, u"a-1"_s)), u"nobody"_s); // case is part of an id
    QCOMPARE(g.find(Ground::lead({}, {}, {}, u"A-10"_s)), u"nobody"_s);
}

void TestLeadMatcher::anIdOfItsOwnIsAnotherLead()
{
    Ground g;
    // The same email under another id is another deal of hers, not her first one.
    QCOMPARE(g.find(Ground::lead(u"Marta Oliveira"_s, u"marta@estrela.example"_s, {}, u"A-2"_s)), u"nobody"_s);
    // The desk has no id yet: a row with one may be about it.
    QCOMPARE(g.find(Ground::lead(u"Front desk"_s, {}, u"030 999999"_s, u"B-7"_s)), u"desk by phone +4930999999"_s);
}

void TestLeadMatcher::goesByEmailThenPhone()
{
    Ground g;
    QCOMPARE(g.find(Ground::lead(u"M. Oliveira"_s, u"MARTA@Estrela.example"_s, {}, {})), u"Marta by email marta@estrela.example"_s);
    QCOMPARE(g.find(Ground::lead({}, {}, u"+49 (30) 123456"_s, {})), u"Marta by phone +4930123456"_s);
    // The email decides when both are known and lead to different leads.
    QCOMPARE(g.find(Ground::lead(u"Front desk"_s, u"marta@estrela.example"_s, u"030 999999"_s, {})),
             u"Marta by email marta@estrela.example"_s);
    QCOMPARE(g.find(Ground::lead(u"Marta Oliveira"_s, u"other@estrela.example"_s, {}, {})), u"nobody"_s); // two people may share a name
    QCOMPARE(g.find(Ground::lead({}, {}, u"123456"_s, {})), u"nobody"_s); // a few digits without a place are no one's
}

void TestLeadMatcher::aSwitchboardIsNoPerson()
{
    Ground g;
    QCOMPARE(g.find(Ground::lead(u"Rui Costa"_s, {}, u"030 123456"_s, {})), u"nobody"_s);
    QCOMPARE(g.find(Ground::lead(u"MARTA  oliveira"_s, {}, u"030 123456"_s, {})), u"Marta by phone +4930123456"_s);
    const Lead ana = Ground::lead(u"Ana Silva"_s, u"info@lua.example"_s, {}, {});
    g.matcher->add(ana);
    QCOMPARE(g.find(Ground::lead(u"Bo"_s, u"info@lua.example"_s, {}, {})), u"nobody"_s);
    g.matcher->add(Ground::lead(u"Bo"_s, u"info@lua.example"_s, {}, {}));
    QVERIFY(valueOf(g.matcher->find(Ground::lead(u"Bo"_s, u"info@lua.example"_s, {}, {})))->lead != ana.id);
    QCOMPARE(valueOf(g.matcher->find(Ground::lead({}, u"info@lua.example"_s, {}, {})))->lead, ana.id);
}

void TestLeadMatcher::goesByNameWhenThereIsNothingElse()
{
    Ground g;
    Lead row;
    row.name = u"zofie muller"_s;
    row.company = u"SOL"_s;
    QCOMPARE(g.find(row), u"Žofie by name zofie muller"_s);
    row.value = Money{50'000, u"EUR"_s};
    QCOMPARE(g.find(row), u"Žofie by name zofie muller"_s);
    row.value = Money{60'000, u"EUR"_s};
    QCOMPARE(g.find(row), u"nobody"_s); // another deal
    row.value.reset();
    row.company = u"Lua"_s;
    QCOMPARE(g.find(row), u"nobody"_s);
    row.company.clear();
    QCOMPARE(g.find(row), u"nobody"_s);
}

void TestLeadMatcher::knowsWhatTheFileBrought()
{
    Ground g;
    const Lead first = Ground::lead(u"Ana Silva"_s, u"ana@lua.example"_s, u"030 777777"_s, {});
    g.matcher->add(first);
    QCOMPARE(g.find(Ground::lead({}, u"ana@lua.example"_s, {}, {})), u"another by email ana@lua.example in the file"_s);
    QCOMPARE(g.find(Ground::lead(u"Ana Silva"_s, {}, u"030 777777"_s, {})), u"another by phone +4930777777 in the file"_s);
    QCOMPARE(g.find(Ground::lead(u"Rui"_s, {}, u"030 777777"_s, {})), u"nobody"_s);
    const Lead second = Ground::lead(u"Bo"_s, {}, {}, u"C-1"_s);
    g.matcher->add(second);
    QCOMPARE(g.find(Ground::lead({}, {}, {}, u"C-1"_s)), u"another by external id C-1 in the file"_s);
    // A list of names only is taken as it stands: two rows are two people.
    Lead name;
    name.id = nextId<LeadId>();
    name.name = u"Cy"_s;
    g.matcher->add(name);
    QCOMPARE(g.find(name), u"nobody"_s);
}

QTEST_GUILESS_MAIN(TestLeadMatcher)
#include "tst_leadmatcher.moc"
