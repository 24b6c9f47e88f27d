// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/companydetail.h"
#include "core/workspace/segmentservice.h"
#include "support/temporaryworkspace.h"

#include <algorithm>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Merging several companies by choice, and taking them apart: each gets its own back, and what was edited since stays.
class TestCompanySplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void previewsWithoutWriting();
    void mergesSeveralAsChosen();
    void refusesWhatWasSavedMeanwhile();
    void splitRestoresBoth();
    void splitUndoesAndRedoes();
    void keepsLaterEditsAndTellsThem();
    void anAmountIsNotGivenBackInAnotherCurrency();
    void leadsThatWentElsewhereStayThere();
    void takesAllOfTheLastMergeApart();
    void takesOneOfSeveralOut();
    void aChainIsTakenApartFromItsEnd();
    void rulesSpeakOfBothAgain();
    void refusesWhenTheNameIsTaken();
    void filesFindWhatWasMerged();
    void noCompanyIsAPartOfItself();

private:
    struct Two
    {
        CompanyId first;
        CompanyId second;
        LeadId marta;
        LeadId rui;
    };

    static Company named(TemporaryWorkspace &w, const QString &name)
    {
        const std::vector<Company> all = answerOf(w->companies().list({}, 1000));
        const auto found = std::find_if(all.begin(), all.end(), [&](const Company &c) { return c.name == name; });
        return found == all.end() ? Company() : *found;
    }
    static void set(TemporaryWorkspace &w, CompanyId id, CompanyDetail field, const QString &text)
    {
        Company company = answerOf(w->companies().company(id));
        const auto words = w->vocabulary();
        QVERIFY(setCompanyDetail(company, field, text, {words.get(), w->clock().zone()}));
        answerOf(w->companies().save(company));
    }
    static Company withoutRevision(Company company)
    {
        company.revision = {};
        return company;
    }
    static Company stored(TemporaryWorkspace &w, CompanyId id) { return withoutRevision(answerOf(w->companies().company(id))); }
    static CompanyId addCompany(TemporaryWorkspace &w, const QString &lead, const QString &company)
    {
        w.add(lead, company);
        return named(w, company).id;
    }

    /// A bakery that is there twice: the second knows its industry, revenue and a note.
    static Two twoBakeries(TemporaryWorkspace &w)
    {
        Two two;
        two.marta = w.add(u"Marta"_s, u"Padaria Estrela"_s);
        w.clock().advance(60'000);
        two.rui = w.add(u"Rui"_s, u"Estrela Lda"_s);
        two.first = named(w, u"Padaria Estrela"_s).id;
        two.second = named(w, u"Estrela Lda"_s).id;
        set(w, two.first, CompanyDetail::City, u"Porto"_s);
        set(w, two.first, CompanyDetail::Notes, u"Two ovens."_s);
        set(w, two.second, CompanyDetail::City, u"Braga"_s);
        set(w, two.second, CompanyDetail::Industry, u"Bakery"_s);
        set(w, two.second, CompanyDetail::Revenue, u"2000 EUR"_s);
        set(w, two.second, CompanyDetail::Notes, u"Pays late."_s);
        return two;
    }
};

void TestCompanySplit::previewsWithoutWriting()
{
    TemporaryWorkspace w;
    const Two two = twoBakeries(w);
    const ChangeId before = w->history().nextUndo()->id;
    const CompanyMergePreview preview = answerOf(w->companies().preview({two.first, {two.second}, {}, {}}));
    QCOMPARE(preview.merged.city, u"Porto"_s);
    QCOMPARE(preview.merged.industry, u"Bakery"_s);
    QCOMPARE(preview.leads, 1);
    QCOMPARE(w->history().nextUndo()->id, before);
    QCOMPARE(named(w, u"Estrela Lda"_s).id, two.second);
    // Without a survivor the one with more leads goes on.
    w.add(u"Nina"_s, u"Estrela Lda"_s);
    QCOMPARE(answerOf(w->companies().preview({{}, {two.first, two.second}, {}, {}})).merged.id, two.second);
}

void TestCompanySplit::mergesSeveralAsChosen()
{
    TemporaryWorkspace w;
    const Two two = twoBakeries(w);
    const CompanyId third = addCompany(w, u"Tom"_s, u"Estrela Doces"_s);
    set(w, third, CompanyDetail::City, u"Lisboa"_s);
    set(w, third, CompanyDetail::Industry, u"Sweets"_s);
    const CompanyMergeRequest request{two.first, {two.second, third}, {{CompanyDetail::City, third}, {CompanyDetail::Industry, third}}, {}};
    const CompanyMergePreview preview = answerOf(w->companies().preview(request));
    const CompanyWritten merged = answerOf(w->companies().merge(request));
    QCOMPARE(merged.company.name, u"Padaria Estrela"_s);
    QCOMPARE(merged.company.city, u"Lisboa"_s);
    QCOMPARE(merged.company.industry, u"Sweets"_s);
    QCOMPARE(merged.company.revenue, (Money{200'000, u"EUR"_s}));
    QCOMPARE(merged.company.notes, u"Two ovens.\nPays late."_s);
    QCOMPARE(merged.company.leadCount, 3);
    QCOMPARE(withoutRevision(preview.merged), withoutRevision(merged.company));
    QVERIFY(answerOf(w->verify()).isEmpty());
}

void TestCompanySplit::refusesWhatWasSavedMeanwhile()
{
    TemporaryWorkspace w;
    const Two two = twoBakeries(w);
    const Company seen = answerOf(w->companies().company(two.second));
    set(w, two.second, CompanyDetail::Phone, u"123"_s);
    QCOMPARE(errorOf(w->companies().merge({two.first, {two.second}, {}, {{seen.id, seen.revision}}})).code, ErrorCode::Conflict);
}

void TestCompanySplit::splitRestoresBoth()
{
    TemporaryWorkspace w;
    const Two two = twoBakeries(w);
    const Company first = stored(w, two.first);
    const Company second = stored(w, two.second);
    answerOf(w->companies().merge({two.first, {two.second}, {{CompanyDetail::City, two.second}}, {}}));
    QCOMPARE(stored(w, two.second).name, u"Padaria Estrela"_s); // the old id finds the survivor
    QCOMPARE(answerOf(w->companies().dossier(two.first)).merged.front().name, u"Estrela Lda"_s);
    w.open();
    const CompanySplitDone done = answerOf(w->companies().split(two.second));
    QCOMPARE(done.companies.size(), size_t(2));
    QVERIFY(done.keptFields.isEmpty());
    QCOMPARE(done.leads, 1);
    QCOMPARE(stored(w, two.first), first);
    QCOMPARE(stored(w, two.second), second);
    QCOMPARE(w.lead(two.marta).company, u"Padaria Estrela"_s);
    QCOMPARE(w.lead(two.rui).company, u"Estrela Lda"_s);
    QCOMPARE(w.list(u"company:\"Estrela Lda\""_s)->ids, std::vector<LeadId>{two.rui});
    QVERIFY(answerOf(w->companies().dossier(two.first)).merged.empty());
    QCOMPARE(errorOf(w->companies().split(two.first)).code, ErrorCode::NotFound);
    QVERIFY(answerOf(w->verify()).isEmpty());
}

void TestCompanySplit::splitUndoesAndRedoes()
{
    TemporaryWorkspace w;
    const Two two = twoBakeries(w);
    const Company second = stored(w, two.second);
    answerOf(w->companies().merge({two.first, {two.second}, {}, {}}));
    const Company merged = stored(w, two.first);
    answerOf(w->companies().split(two.second));
    answerOf(w->history().undo());
    QCOMPARE(stored(w, two.second), merged);
    QCOMPARE(w.lead(two.rui).company, u"Padaria Estrela"_s);
    answerOf(w->history().redo());
    QCOMPARE(stored(w, two.second), second);
    answerOf(w->history().undo());
    answerOf(w->companies().split(two.first)); // and by hand again
    QCOMPARE(stored(w, two.second), second);
    QCOMPARE(w.lead(two.rui).company, u"Estrela Lda"_s);
    // A merge that was taken back and done again is taken apart as well.
    answerOf(w->companies().merge({two.first, {two.second}, {}, {}}));
    answerOf(w->history().undo());
    answerOf(w->history().redo());
    answerOf(w->companies().split(two.second));
    QCOMPARE(w.lead(two.rui).company, u"Estrela Lda"_s);
    QVERIFY(answerOf(w->verify()).isEmpty());
}

void TestCompanySplit::keepsLaterEditsAndTellsThem()
{
    TemporaryWorkspace w;
    const Two two = twoBakeries(w);
    answerOf(w->companies().merge({two.first, {two.second}, {}, {}}));
    w.clock().advance(3'600'000);
    set(w, two.first, CompanyDetail::Industry, u"Food"_s);
    set(w, two.first, CompanyDetail::Revenue, u"2000 USD"_s); // the same number, another amount
    set(w, two.first, CompanyDetail::Phone, u"+351 22 1"_s); // the merge had not touched it
    set(w, two.first, CompanyDetail::City, u"Faro"_s); // and back again: no edit to tell of
    set(w, two.first, CompanyDetail::City, u"Porto"_s);
    set(w, addCompany(w, u"Ana"_s, u"Another"_s), CompanyDetail::Website, u"another.example"_s);
    set(w, two.first, CompanyDetail::Notes, u"Two ovens.\nPays late.\nMoved in May."_s);
    const LeadId nina = w.add(u"Nina"_s, u"estrela lda"_s); // by the old name, into the survivor
    const CompanySplitDone done = answerOf(w->companies().split(two.first));
    QStringList told = done.keptFields;
    told.sort();
    QCOMPARE(told, (QStringList{u"Industry"_s, u"Notes"_s, u"Phone"_s, u"Revenue a year"_s}));
    const Company first = stored(w, two.first);
    QCOMPARE(first.industry, u"Food"_s);
    QCOMPARE(first.revenue, (Money{200'000, u"USD"_s}));
    QCOMPARE(first.phone, u"+351 22 1"_s);
    QCOMPARE(first.notes, QString(u"Two ovens.\nMoved in May."_s));
    QCOMPARE(stored(w, two.second).industry, u"Bakery"_s);
    QCOMPARE(w.lead(nina).company, u"Padaria Estrela"_s); // it was never the other's
    QCOMPARE(stored(w, two.second).leadCount, 1);
}

/// Only the number is in the journal of such a merge: the currency was that of both.
void TestCompanySplit::anAmountIsNotGivenBackInAnotherCurrency()
{
    TemporaryWorkspace w;
    const Two two = twoBakeries(w);
    set(w, two.first, CompanyDetail::Revenue, u"100 EUR"_s);
    set(w, two.second, CompanyDetail::Revenue, u"200 EUR"_s);
    answerOf(w->companies().merge({two.first, {two.second}, {{CompanyDetail::Revenue, two.second}}, {}}));
    QCOMPARE(stored(w, two.first).revenue, (Money{20'000, u"EUR"_s}));
    set(w, two.first, CompanyDetail::Revenue, u"200 USD"_s);
    const CompanySplitDone done = answerOf(w->companies().split(two.second));
    QCOMPARE(stored(w, two.first).revenue, (Money{20'000, u"USD"_s}));
    QCOMPARE(done.keptFields, QStringList{u"Revenue a year"_s});
    QCOMPARE(stored(w, two.second).revenue, (Money{20'000, u"EUR"_s}));
}

void TestCompanySplit::leadsThatWentElsewhereStayThere()
{
    TemporaryWorkspace w;
    const Two two = twoBakeries(w);
    const LeadId tom = w.add(u"Tom"_s, u"Estrela Lda"_s);
    answerOf(w->companies().merge({two.first, {two.second}, {}, {}}));
    answerOf(w->leads().edit({tom}, {{LeadField::Company, u"Kaffe AB"_s}}));
    const CompanySplitDone done = answerOf(w->companies().split(two.second));
    QCOMPARE(done.leads, 1);
    QCOMPARE(done.leadsElsewhere, 1);
    QCOMPARE(w.lead(tom).company, u"Kaffe AB"_s);
    QCOMPARE(w.lead(two.rui).company, u"Estrela Lda"_s);
}

void TestCompanySplit::takesAllOfTheLastMergeApart()
{
    TemporaryWorkspace w;
    const Two two = twoBakeries(w);
    const CompanyId third = addCompany(w, u"Tom"_s, u"Estrela Doces"_s);
    set(w, third, CompanyDetail::Phone, u"99"_s);
    set(w, third, CompanyDetail::Notes, u"Only sweets."_s);
    const CompanyId fourth = addCompany(w, u"Ivo"_s, u"Estrela Sul"_s);
    const std::vector<Company> before{stored(w, two.first), stored(w, two.second), stored(w, third)};
    answerOf(w->companies().merge({two.first, {fourth}, {}, {}}));
    answerOf(w->companies().merge({two.first, {two.second, third}, {}, {}}));
    const CompanySplitDone done = answerOf(w->companies().split(two.first));
    QCOMPARE(done.companies.size(), size_t(3));
    QVERIFY(done.keptFields.isEmpty());
    QCOMPARE(stored(w, two.second), before[1]);
    QCOMPARE(stored(w, third), before[2]);
    QCOMPARE(stored(w, two.first).notes, u"Two ovens."_s);
    QCOMPARE(stored(w, fourth).id, two.first); // an earlier merge stays
    answerOf(w->companies().split(two.first));
    QCOMPARE(stored(w, two.first), before[0]);
    QCOMPARE(stored(w, fourth).name, u"Estrela Sul"_s);
}

void TestCompanySplit::takesOneOfSeveralOut()
{
    TemporaryWorkspace w;
    const Two two = twoBakeries(w);
    const CompanyId third = addCompany(w, u"Tom"_s, u"Estrela Doces"_s);
    set(w, third, CompanyDetail::Phone, u"99"_s);
    set(w, third, CompanyDetail::Notes, u"Only sweets."_s);
    answerOf(w->companies().merge({two.first, {two.second, third}, {}, {}}));
    const CompanySplitDone done = answerOf(w->companies().split(two.second));
    QCOMPARE(done.companies.size(), size_t(2));
    const Company first = stored(w, two.first);
    QVERIFY(first.industry.isEmpty());
    QCOMPARE(first.phone, u"99"_s); // the third's, which is still part of it
    QCOMPARE(first.notes, QString(u"Two ovens.\nOnly sweets."_s));
    QCOMPARE(first.leadCount, 2);
    answerOf(w->companies().split(third));
    QCOMPARE(stored(w, two.first).notes, u"Two ovens."_s);
    QVERIFY(stored(w, two.first).phone.isEmpty());
}

void TestCompanySplit::aChainIsTakenApartFromItsEnd()
{
    TemporaryWorkspace w;
    const Two two = twoBakeries(w);
    const CompanyId top = addCompany(w, u"Tom"_s, u"Grupo Estrela"_s);
    const Company second = stored(w, two.second);
    answerOf(w->companies().merge({two.first, {two.second}, {}, {}}));
    answerOf(w->companies().merge({top, {two.first}, {}, {}}));
    QCOMPARE(stored(w, two.second).id, top);
    QCOMPARE(errorOf(w->companies().split(two.second)).code, ErrorCode::Conflict);
    answerOf(w->companies().split(top));
    QCOMPARE(stored(w, two.second).id, two.first); // what was part of it went along
    QCOMPARE(w.lead(two.rui).company, u"Padaria Estrela"_s);
    answerOf(w->companies().split(two.second));
    QCOMPARE(stored(w, two.second), second);
    QCOMPARE(w.lead(two.rui).company, u"Estrela Lda"_s);
}

void TestCompanySplit::rulesSpeakOfBothAgain()
{
    TemporaryWorkspace w;
    const Two two = twoBakeries(w);
    answerOf(w->segments().add(u"Estrelas"_s, u"company:\"Estrela Lda\""_s));
    answerOf(w->segments().add(u"Edited"_s, u"company:\"Estrela Lda\""_s));
    const auto text = [&](const QString &name) {
        const auto words = w->vocabulary();
        for (const SegmentPtr &segment : words->segments) {
            if (segment->name == name)
                return segment->text;
        }
        return QString();
    };
    answerOf(w->companies().merge({two.first, {two.second}, {}, {}}));
    const QString merged = text(u"Estrelas"_s);
    QVERIFY(merged.contains(u"Padaria Estrela"_s));
    const auto words = w->vocabulary();
    for (const SegmentPtr &segment : words->segments) {
        if (segment->name == u"Edited"_s)
            answerOf(w->segments().edit(segment->id, u"Edited"_s, u"city:Porto"_s));
    }
    answerOf(w->companies().split(two.second));
    QCOMPARE(text(u"Estrelas"_s), u"company:\"Estrela Lda\""_s);
    QCOMPARE(text(u"Edited"_s), u"city:Porto"_s);
    answerOf(w->history().undo());
    QCOMPARE(text(u"Estrelas"_s), merged);
}

void TestCompanySplit::refusesWhenTheNameIsTaken()
{
    TemporaryWorkspace w;
    const Two two = twoBakeries(w);
    answerOf(w->companies().merge({two.first, {two.second}, {}, {}}));
    set(w, two.first, CompanyDetail::Name, u"Estrela Lda"_s);
    const Error refused = errorOf(w->companies().split(two.second));
    QCOMPARE(refused.code, ErrorCode::Conflict);
    set(w, two.first, CompanyDetail::Name, u"Estrela"_s);
    answerOf(w->companies().split(two.second));
    QCOMPARE(stored(w, two.second).name, u"Estrela Lda"_s);
    QCOMPARE(stored(w, two.first).name, u"Estrela"_s);
}

void TestCompanySplit::filesFindWhatWasMerged()
{
    TemporaryWorkspace w;
    const CompanyId alpha = addCompany(w, u"Ann"_s, u"Alpha GmbH"_s);
    answerOf(w->companies().merge({alpha, {addCompany(w, u"Cy"_s, u"Gamma KG"_s)}, {}, {}}));
    w.import(w.write(u"more.csv"_s, "Name,Company,Email\nBo,Gamma,b@gamma.example\nDi,Gamma KG,d@gamma.example\n"));
    QCOMPARE(answerOf(w->companies().list({}, 10)).size(), size_t(1));
    QCOMPARE(stored(w, alpha).leadCount, 4);
}

void TestCompanySplit::noCompanyIsAPartOfItself()
{
    TemporaryWorkspace w;
    const CompanyId alpha = addCompany(w, u"Ann"_s, u"Alpha"_s);
    const CompanyId beta = addCompany(w, u"Bo"_s, u"Beta"_s);
    const CompanyId gamma = addCompany(w, u"Cy"_s, u"Gamma"_s);
    set(w, gamma, CompanyDetail::Parent, u"Beta"_s);
    const CompanyMergeRequest request{alpha, {beta, gamma}, {}, {}};
    QCOMPARE(answerOf(w->companies().preview(request)).merged.parent, QString());
    answerOf(w->companies().merge(request));
    QCOMPARE(stored(w, alpha).parent, QString());
    answerOf(w->companies().split(alpha));
    QCOMPARE(stored(w, gamma).parent, u"Beta"_s);
    // Of a company and its parent the grandparent is left.
    set(w, alpha, CompanyDetail::Parent, u"Beta"_s);
    set(w, beta, CompanyDetail::Parent, u"Holding"_s);
    answerOf(w->companies().merge({alpha, {beta}, {}, {}}));
    QCOMPARE(stored(w, alpha).parent, u"Holding"_s);
    Company itself = answerOf(w->companies().company(alpha));
    QVERIFY(!setCompanyDetail(itself, CompanyDetail::Parent, u"alpha"_s, {}));
}

QTEST_GUILESS_MAIN(TestCompanySplit)
#include "tst_companysplit.moc"
