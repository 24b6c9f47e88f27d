// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/companydetail.h"
#include "core/workspace/campaignservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// The list of companies: what their leads amount to, and in which order they stand.
class TestCompanyLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpTheLeads();
    void keepsCurrenciesApart();
    void sortsByEveryColumn();
    void comparesByTheRatesThatAreKnown();
    void findsByTheNameOfAPart();
    void limitsTheLinesAndNotTheTotal();

private:
    static LeadId addLead(TemporaryWorkspace &w, const QString &company, const QString &value)
    {
        const LeadId lead = w.add(u"L"_s, company);
        answerOf(w->leads().edit({lead}, {{LeadField::Value, value}}));
        return lead;
    }
    static QStringList names(TemporaryWorkspace &w, CompanyColumn sort, bool descending)
    {
        QStringList all;
        const CompanyList list = answerOf(w->companies().lines({{}, sort, descending, 0}));
        for (const CompanyLine &line : list.lines)
            all += line.company.name;
        return all;
    }
};

void TestCompanyLines::addsUpTheLeads()
{
    TemporaryWorkspace w;
    addLead(w, u"Kaffe"_s, u"100 EUR"_s);
    const LeadId won = addLead(w, u"Kaffe"_s, u"250 EUR"_s);
    const LeadId lost = addLead(w, u"Kaffe"_s, u"7 EUR"_s);
    const LeadId away = addLead(w, u"Kaffe"_s, u"9 EUR"_s);
    addLead(w, u"Other"_s, u"1 EUR"_s);
    LeadMove move;
    move.outcome = Outcome::Won;
    answerOf(w->leads().move({won}, move));
    move.outcome = Outcome::Lost;
    answerOf(w->leads().move({lost}, move));
    answerOf(w->leads().edit({away}, {{LeadField::Archived, u"yes"_s}}));
    w.clock().advance(60'000);
    Activity call;
    call.lead = won;
    call.at = w.clock().now();
    answerOf(w->leads().log(call));
    const CompanyList list = answerOf(w->companies().lines({}));
    QCOMPARE(list.total, 2);
    const CompanyLine &kaffe = list.lines.front();
    QCOMPARE(kaffe.company.leadCount, 3);
    QCOMPARE(kaffe.open, 1);
    QCOMPARE(kaffe.won, 1);
    QCOMPARE(kaffe.openValue.parts(), std::vector<Money>({{10'000, u"EUR"_s}}));
    QCOMPARE(kaffe.wonValue.parts(), std::vector<Money>({{25'000, u"EUR"_s}}));
    QCOMPARE(kaffe.lastActivity, w.clock().now());
    QCOMPARE(list.lines.back().lastActivity, 0);
}

void TestCompanyLines::keepsCurrenciesApart()
{
    TemporaryWorkspace w;
    for (const QString &value : {u"100 EUR"_s, u"50 USD"_s, u"20 USD"_s, u"3 JPY"_s})
        addLead(w, u"Kaffe"_s, value);
    QCOMPARE(answerOf(w->companies().lines({})).lines.front().openValue.parts(),
             std::vector<Money>({{10'000, u"EUR"_s}, {7'000, u"USD"_s}, {3, u"JPY"_s}}));
}

void TestCompanyLines::sortsByEveryColumn()
{
    TemporaryWorkspace w;
    const LeadId beta = addLead(w, u"Beta"_s, u"30 EUR"_s);
    addLead(w, u"Alpha"_s, u"20 EUR"_s);
    const LeadId alpha = addLead(w, u"Alpha"_s, u"20 EUR"_s);
    const LeadId gamma = w.add(u"L"_s, u"Gamma"_s);
    const std::vector<Company> all = answerOf(w->companies().list({}, 10));
    const QString cities[] = {u"Évora"_s, u"Faro"_s, QString()};
    for (size_t i = 0; i < all.size(); ++i) {
        Company company = all[i];
        company.city = cities[i];
        company.employees = i == 1 ? std::optional<qint64>(1000) : i == 0 ? std::optional<qint64>(90) : std::nullopt;
        company.industry = i == 0 ? u"Wine"_s : i == 1 ? u"Bread"_s : QString();
        company.country = i == 0 ? u"Portugal"_s : i == 1 ? u"Austria"_s : QString();
        company.domain = i == 0 ? u"z.example"_s : i == 1 ? u"a.example"_s : QString();
        answerOf(w->companies().save(company));
    }
    const QStringList alphabetical{u"Alpha"_s, u"Beta"_s, u"Gamma"_s};
    const QStringList betaFirst{u"Beta"_s, u"Alpha"_s, u"Gamma"_s};
    QCOMPARE(names(w, CompanyColumn::Name, false), alphabetical);
    QCOMPARE(names(w, CompanyColumn::Name, true), QStringList({u"Gamma"_s, u"Beta"_s, u"Alpha"_s}));
    QCOMPARE(names(w, CompanyColumn::Leads, true), alphabetical); // those alike by name
    QCOMPARE(names(w, CompanyColumn::Leads, false), QStringList({u"Beta"_s, u"Gamma"_s, u"Alpha"_s}));
    QCOMPARE(names(w, CompanyColumn::OpenValue, true), alphabetical);
    QCOMPARE(names(w, CompanyColumn::OpenValue, false), betaFirst); // without a value comes last either way
    QCOMPARE(names(w, CompanyColumn::City, false), alphabetical); // Évora before Faro
    QCOMPARE(names(w, CompanyColumn::City, true), betaFirst);
    QCOMPARE(names(w, CompanyColumn::Employees, true), betaFirst); // as numbers
    QCOMPARE(names(w, CompanyColumn::Employees, false), alphabetical);
    for (const CompanyColumnInfo &info : companyListColumns()) {
        QCOMPARE(names(w, info.column, true).size(), 3);
        QCOMPARE(companyColumnByKey(QString::fromLatin1(info.key))->column, info.column);
    }
    for (const CompanyColumn column : {CompanyColumn::Industry, CompanyColumn::Country, CompanyColumn::Domain}) {
        QCOMPARE(names(w, column, false), betaFirst);
        QCOMPARE(names(w, column, true), alphabetical);
    }
    LeadMove won;
    won.outcome = Outcome::Won;
    answerOf(w->leads().move({alpha, beta}, won)); // 20 and 30 won; of Alpha one is open, of Gamma one
    QCOMPARE(names(w, CompanyColumn::Open, true), QStringList({u"Alpha"_s, u"Gamma"_s, u"Beta"_s}));
    QCOMPARE(names(w, CompanyColumn::WonValue, true), betaFirst);
    QCOMPARE(names(w, CompanyColumn::WonValue, false), alphabetical);
    QCOMPARE(names(w, CompanyColumn::Won, true), alphabetical);
    for (const LeadId lead : {beta, gamma}) {
        w.clock().advance(60'000);
        Activity call;
        call.lead = lead;
        call.at = w.clock().now();
        answerOf(w->leads().log(call));
    }
    QCOMPARE(names(w, CompanyColumn::LastActivity, true).first(), u"Gamma"_s);
    QCOMPARE(names(w, CompanyColumn::LastActivity, false).first(), u"Beta"_s); // without one comes last
}

void TestCompanyLines::comparesByTheRatesThatAreKnown()
{
    TemporaryWorkspace w;
    addLead(w, u"Yen"_s, u"9000 JPY"_s);
    addLead(w, u"Euro"_s, u"100 EUR"_s);
    QCOMPARE(names(w, CompanyColumn::OpenValue, true), QStringList({u"Yen"_s, u"Euro"_s}));
    ExchangeRate rate;
    rate.currency = u"JPY"_s;
    rate.in = u"EUR"_s;
    rate.day = QDate(2026, 1, 1);
    rate.rate = *Decimal::parse(u"0.006");
    answerOf(w->campaigns().setRate(rate));
    QCOMPARE(names(w, CompanyColumn::OpenValue, true), QStringList({u"Euro"_s, u"Yen"_s}));
}

void TestCompanyLines::findsByTheNameOfAPart()
{
    TemporaryWorkspace w;
    w.add(u"L"_s, u"Padaria"_s);
    w.add(u"L"_s, u"Doces"_s);
    const std::vector<Company> all = answerOf(w->companies().list({}, 10));
    answerOf(w->companies().merge({all[1].id, {all[0].id}, {}, {}}));
    const CompanyList found = answerOf(w->companies().lines({u"DOC"_s, CompanyColumn::Name, false, 0}));
    QCOMPARE(found.total, 1);
    QCOMPARE(found.lines.front().company.name, u"Padaria"_s);
    QCOMPARE(found.lines.front().company.leadCount, 2);
    QCOMPARE(answerOf(w->companies().lines({u"none"_s, CompanyColumn::Name, false, 0})).total, 0);
}

void TestCompanyLines::limitsTheLinesAndNotTheTotal()
{
    TemporaryWorkspace w;
    for (const QString &name : {u"A"_s, u"B"_s, u"C"_s})
        w.add(u"L"_s, name);
    const CompanyList list = answerOf(w->companies().lines({{}, CompanyColumn::Name, true, 2}));
    QCOMPARE(list.total, 3);
    QCOMPARE(list.lines.size(), size_t(2));
    QCOMPARE(list.lines.front().company.name, u"C"_s);
}

QTEST_GUILESS_MAIN(TestCompanyLines)
#include "tst_companylines.moc"
