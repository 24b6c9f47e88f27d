// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/companydetail.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Companies: what belongs to them, editing, merging, and recognising them in files.
class TestCompanyService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatBelongsToIt();
    void editsFields();
    void refusesAStaleEditAndATakenName();
    void mergesAndUndoes();
    void theOldNameAndIdFindTheSurvivor();
    void importsMatchWithoutLegalForm();
    void importsMatchByDomain();
    void companyFilesMatchWithoutLegalForm();
    void differentFirmsStayDifferent();
    void suggestsTwins();

private:
    static Company named(TemporaryWorkspace &w, const QString &name)
    {
        for (const Company &company : answerOf(w->companies().list({}, 1000))) {
            if (company.name == name)
                return company;
        }
        return {};
    }
    static QStringList names(TemporaryWorkspace &w)
    {
        QStringList all;
        for (const Company &company : answerOf(w->companies().list({}, 1000)))
            all += company.name;
        return all;
    }
};

void TestCompanyService::tellsWhatBelongsToIt()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s, u"Padaria Estrela"_s);
    const LeadId rui = w.add(u"Rui"_s, u"Padaria Estrela"_s);
    w.add(u"Tom"_s, u"Kaffe AB"_s);
    answerOf(w->leads().edit({marta}, {{LeadField::Value, u"1000 EUR"_s}}));
    answerOf(w->leads().edit({rui}, {{LeadField::Value, u"300 EUR"_s}}));
    LeadMove won;
    won.outcome = Outcome::Won;
    answerOf(w->leads().move({rui}, won));
    Activity call;
    call.lead = rui;
    answerOf(w->leads().log(call));
    const CompanyDossier dossier = answerOf(w->companies().dossier(named(w, u"Padaria Estrela"_s).id));
    QCOMPARE(dossier.leads->ids.size(), size_t(2));
    QCOMPARE(dossier.leads->ids.front(), rui); // the last active first
    QCOMPARE(dossier.open, 1);
    QCOMPARE(dossier.won, 1);
    QCOMPARE(dossier.openValue.parts().front().minor, 100'000);
    QCOMPARE(dossier.wonValue.parts().front().minor, 30'000);
    QCOMPARE(dossier.activities.size(), size_t(1));
    QCOMPARE(dossier.activities.front().lead, rui);
    QVERIFY(dossier.possible.empty());
    QCOMPARE(errorOf(w->companies().dossier(CompanyId(99))).code, ErrorCode::NotFound);
}

void TestCompanyService::editsFields()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s, u"Padaria Estrela"_s);
    Company company = named(w, u"Padaria Estrela"_s);
    const auto words = w->vocabulary();
    const FieldContext context{words.get(), QTimeZone::utc()};
    QVERIFY(setCompanyDetail(company, CompanyDetail::Employees, u"1,200"_s, context));
    QVERIFY(setCompanyDetail(company, CompanyDetail::Founded, u"1987"_s, context));
    QVERIFY(setCompanyDetail(company, CompanyDetail::Revenue, u"2.5M"_s, context)
            || setCompanyDetail(company, CompanyDetail::Revenue, u"2500000"_s, context));
    QVERIFY(setCompanyDetail(company, CompanyDetail::Industry, u" Bakery "_s, context));
    QVERIFY(!setCompanyDetail(company, CompanyDetail::Employees, u"many"_s, context));
    QVERIFY(!setCompanyDetail(company, CompanyDetail::Founded, u"12"_s, context));
    QVERIFY(!setCompanyDetail(company, CompanyDetail::Name, u" "_s, context));
    const Company saved = answerOf(w->companies().save(company)).company;
    QCOMPARE(saved.employees, 1200);
    QCOMPARE(saved.founded, 1987);
    QCOMPARE(saved.industry, u"Bakery"_s);
    QCOMPARE(companyDetailText(saved, CompanyDetail::Revenue), u"2500000.00 EUR"_s);
    QCOMPARE(w->history().nextUndo()->label, u"Edit Padaria Estrela"_s);
    answerOf(w->history().undo());
    QVERIFY(!named(w, u"Padaria Estrela"_s).employees);
    for (const CompanyDetailInfo &info : companyDetails())
        QCOMPARE(companyDetailByKey(QString::fromLatin1(info.key))->field, info.field);
}

void TestCompanyService::refusesAStaleEditAndATakenName()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s, u"Padaria Estrela"_s);
    w.add(u"Tom"_s, u"Kaffe AB"_s);
    Company first = named(w, u"Padaria Estrela"_s);
    Company second = first;
    first.city = u"Porto"_s;
    answerOf(w->companies().save(first));
    second.city = u"Braga"_s;
    QCOMPARE(errorOf(w->companies().save(second)).code, ErrorCode::Conflict);
    Company renamed = named(w, u"Padaria Estrela"_s);
    renamed.name = u"kaffe ab"_s;
    QCOMPARE(errorOf(w->companies().save(renamed)).code, ErrorCode::Conflict);
}

void TestCompanyService::mergesAndUndoes()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s, u"Padaria Estrela"_s);
    const LeadId rui = w.add(u"Rui"_s, u"Estrela Lda"_s);
    Company other = named(w, u"Estrela Lda"_s);
    other.industry = u"Bakery"_s;
    other.notes = u"Pays late."_s;
    answerOf(w->companies().save(other));
    const Company survivor = named(w, u"Padaria Estrela"_s);
    const CompanyWritten merged = answerOf(w->companies().merge({survivor.id, {other.id}, {}, {}}));
    QCOMPARE(merged.company.industry, u"Bakery"_s);
    QCOMPARE(merged.company.notes, u"Pays late."_s);
    QCOMPARE(merged.company.leadCount, 2);
    QCOMPARE(w.lead(rui).company, u"Padaria Estrela"_s);
    QCOMPARE(names(w), QStringList{u"Padaria Estrela"_s});
    QCOMPARE(w.list(u"company:\"Padaria Estrela\""_s)->ids.size(), size_t(2));
    QVERIFY(answerOf(w->verify()).isEmpty());
    w.open();
    answerOf(w->history().undo());
    QCOMPARE(w.lead(rui).company, u"Estrela Lda"_s);
    QCOMPARE(w.lead(marta).company, u"Padaria Estrela"_s);
    QCOMPARE(named(w, u"Estrela Lda"_s).industry, u"Bakery"_s);
    answerOf(w->history().redo());
    QCOMPARE(w.lead(rui).company, u"Padaria Estrela"_s);
    QCOMPARE(errorOf(w->companies().merge({survivor.id, {survivor.id}, {}, {}})).code, ErrorCode::Usage);
}

void TestCompanyService::theOldNameAndIdFindTheSurvivor()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s, u"Padaria Estrela"_s);
    w.add(u"Rui"_s, u"Estrela Doces"_s);
    w.add(u"Tom"_s, u"Estrela Pão"_s);
    const CompanyId last = named(w, u"Estrela Pão"_s).id;
    const CompanyId middle = named(w, u"Estrela Doces"_s).id;
    answerOf(w->companies().merge({middle, {last}, {}, {}}));
    answerOf(w->companies().merge({named(w, u"Padaria Estrela"_s).id, {middle}, {}, {}}));
    QCOMPARE(answerOf(w->companies().company(last)).name, u"Padaria Estrela"_s);
    const LeadId nina = w.add(u"Nina"_s, u"estrela doces"_s);
    QCOMPARE(w.lead(nina).company, u"Padaria Estrela"_s);
    w.import(w.write(u"more.csv"_s, "name,company,email\nUwe,Estrela Pão,uwe@web.de\n"));
    QCOMPARE(names(w), QStringList{u"Padaria Estrela"_s});
}

void TestCompanyService::importsMatchWithoutLegalForm()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s, u"Brandt Feinkost GmbH"_s);
    w.import(w.write(u"a.csv"_s,
                     "name,company,email\nUwe,Brandt Feinkost,uwe@brandt.example\nNina,Brandt Feinkost GmbH & Co. KG,nina@brandt.example\n"
                     "Tom,Kaffe,tom@kaffe.example\nIvo,Kaffe AB,ivo@kaffe.example\n"));
    QCOMPARE(names(w), QStringList({u"Brandt Feinkost GmbH"_s, u"Kaffe"_s}));
    QCOMPARE(named(w, u"Brandt Feinkost GmbH"_s).leadCount, 3);
}

void TestCompanyService::importsMatchByDomain()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s, u"Padaria Estrela"_s);
    Company company = named(w, u"Padaria Estrela"_s);
    company.domain = u"estrela.example"_s;
    answerOf(w->companies().save(company));
    w.import(w.write(u"a.csv"_s,
                     "name,company,email\nUwe,,uwe@estrela.example\nNina,Padaria Estrella,nina@estrela.example\nTom,,tom@gmail.com\n"));
    QCOMPARE(names(w), QStringList{u"Padaria Estrela"_s});
    QCOMPARE(named(w, u"Padaria Estrela"_s).leadCount, 3); // Tom's host says nothing
}

void TestCompanyService::companyFilesMatchWithoutLegalForm()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s, u"Muster Bau GmbH"_s);
    w.import(w.write(u"leads.csv"_s, "name,company,email\nUwe,Sol,uwe@sol.example\n"));
    const QString file = w.write(
        u"companies.csv"_s, "Company name,Domain,City\nMuster Bau,muster.example,Bonn\nSol AG,sol.example,Ulm\nSol Ltd,lua.example,Rye\n");
    const ImportResult first = w.import(file);
    QCOMPARE(first.counts.updated, qint64(2));
    QCOMPARE(first.counts.created, qint64(1)); // the same name at another domain is another firm
    QCOMPARE(names(w), QStringList({u"Muster Bau GmbH"_s, u"Sol"_s, u"Sol Ltd"_s}));
    QCOMPARE(named(w, u"Muster Bau GmbH"_s).city, u"Bonn"_s);
    QCOMPARE(named(w, u"Muster Bau GmbH"_s).domain, u"muster.example"_s);
    QCOMPARE(named(w, u"Sol"_s).city, u"Ulm"_s);
    // What an earlier row of the file told of a company counts for the next.
    TemporaryWorkspace other;
    other.add(u"Marta"_s, u"Muster Bau GmbH"_s);
    other.import(other.write(u"two.csv"_s, "Company name,Domain\nMuster Bau,muster.example\nMuster Bau AG,baumuster.example\n"));
    QCOMPARE(names(other), QStringList({u"Muster Bau AG"_s, u"Muster Bau GmbH"_s}));
    QCOMPARE(named(other, u"Muster Bau GmbH"_s).domain, u"muster.example"_s);
}

void TestCompanyService::differentFirmsStayDifferent()
{
    TemporaryWorkspace w;
    w.import(w.write(u"a.csv"_s,
                     "name,company,email\nUwe,Weber GmbH,uwe@weber-berlin.example\nNina,Weber AG,nina@weber-koeln.example\n"
                     "Tom,Shop 12,tom@shop.example\nIvo,Shop 13,ivo@shop.example\nEva,Weber,eva@web.de\n"));
    // Two firms at two domains; who only says "Weber" could be with either.
    QCOMPARE(names(w), QStringList({u"Shop 12"_s, u"Shop 13"_s, u"Weber"_s, u"Weber AG"_s, u"Weber GmbH"_s}));
}

void TestCompanyService::suggestsTwins()
{
    TemporaryWorkspace w;
    w.add(u"Marta"_s, u"Padaria Estrela"_s);
    w.add(u"Rui"_s, u"Padaria Estrela Lda"_s);
    w.add(u"Tom"_s, u"Padaria Lua"_s);
    const CompanyDossier dossier = answerOf(w->companies().dossier(named(w, u"Padaria Estrela"_s).id));
    QCOMPARE(dossier.possible.size(), size_t(1));
    QCOMPARE(dossier.possible.front().company.name, u"Padaria Estrela Lda"_s);
    QCOMPARE(dossier.possible.front().because, u"the same name but for its legal form"_s);
}

QTEST_GUILESS_MAIN(TestCompanyService)
#include "tst_companyservice.moc"
