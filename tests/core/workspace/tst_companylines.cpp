// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/companydetail.h"
#include "core/workspace/campaignservice.h"
#include "core/workspace/exportservice.h"
#include "support/temporaryworkspace.h"

#include <QRandomGenerator>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// What is done to companies by hand, drawn from a seed. Each waits for its answer; a refusal is one, too.
class CompanyHand
{
public:
    CompanyHand(TemporaryWorkspace &workspace, quint32 seed)
        : m_w(workspace)
        , m_random(seed)
    {
    }

    void act()
    {
        m_w.clock().advance(60'000);
        const std::vector<Company> all = answerOf(m_w->companies().list({}, 1000));
        switch (all.size() < 2 ? 0 : m_random.bounded(9)) {
        case 0:
        case 1: m_w.add(u"L"_s, someName()); break;
        case 2:
        case 3: save(one(all)); break;
        case 4: wait(m_w->companies().merge({one(all).id, {one(all).id}, {}, {}})); break;
        case 5: wait(m_w->companies().split(one(all).id)); break;
        case 6: wait(m_w->history().undo()); break;
        case 7: wait(m_w->history().redo()); break;
        default: archive(); break;
        }
    }

private:
    template <typename T>
    void wait(QFuture<Result<T>> future)
    {
        while (!future.isFinished())
            QTest::qWait(0);
    }
    QString word(const QStringList &words) { return words[m_random.bounded(int(words.size()))]; }
    QString someName()
    {
        return word({u"Ärger"_s, u"beta"_s, u"Beta Ltd"_s, u"Café"_s, u"Delta"_s, u"Zeta"_s}) + word({QString(), u" 1"_s, u" 2"_s});
    }
    void archive()
    {
        if (const LeadListPtr all = m_w.list({}); !all->ids.empty())
            wait(m_w->leads().archive({all->ids.front()}, true));
    }
    const Company &one(const std::vector<Company> &all) { return all[size_t(m_random.bounded(int(all.size())))]; }
    void save(Company company)
    {
        if (m_random.bounded(2) == 0)
            company.name = someName();
        company.city = word({QString(), u"Évora"_s, u"Faro"_s, u"evora"_s});
        company.country = word({QString(), u"Portugal"_s, u"Austria"_s});
        company.industry = word({QString(), u"Wine"_s});
        company.domain = word({QString(), u"z.example"_s, u"A.example"_s, u"a.example"_s});
        company.employees = m_random.bounded(2) == 0 ? std::nullopt : std::optional<qint64>(m_random.bounded(3));
        wait(m_w->companies().save(company));
    }

    TemporaryWorkspace &m_w;
    QRandomGenerator m_random;
};

/// The list in every order there is, whole and by some letters.
std::vector<std::vector<CompanyLine>> allLists(TemporaryWorkspace &w)
{
    std::vector<std::vector<CompanyLine>> lists;
    for (const CompanyColumnInfo &info : companyListColumns()) {
        for (const bool descending : {false, true}) {
            for (const QString &text : {QString(), u"TA"_s, u"arg"_s, u"1"_s})
                lists.push_back(answerOf(w->companies().lines({text, info.column, descending, 0})).lines);
        }
    }
    return lists;
}

/// What the store says, by name.
std::vector<CompanyLine> storedLines(TemporaryWorkspace &w)
{
    std::vector<CompanyLine> lines;
    for (const Company &company : answerOf(w->companies().list({}, 1000))) {
        CompanyLine line;
        line.id = company.id;
        line.name = company.name;
        line.leads = company.leadCount;
        line.city = company.city;
        line.country = company.country;
        line.industry = company.industry;
        line.domain = company.domain;
        line.employees = company.employees;
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<CompanyLine> withoutTotals(std::vector<CompanyLine> lines)
{
    for (CompanyLine &line : lines) {
        line.open = line.won = line.lastActivity = 0;
        line.openValue = line.wonValue = {};
    }
    return lines;
}

} // namespace

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
    void followsARename();
    void followsMergesAndTakingApart();
    void followsCompaniesThatComeAndGo();
    void followsEditedFields();
    void followsArchivedLeads();
    void followsAWholeWorkspace();
    void isAlwaysWhatTheStoreSays_data();
    void isAlwaysWhatTheStoreSays();

private:
    static LeadId addLead(TemporaryWorkspace &w, const QString &company, const QString &value)
    {
        const LeadId lead = w.add(u"L"_s, company);
        answerOf(w->leads().edit({lead}, {{LeadField::Value, value}}));
        return lead;
    }
    static QStringList found(TemporaryWorkspace &w, const QString &text)
    {
        QStringList all;
        const CompanyList list = answerOf(w->companies().lines({text, CompanyColumn::Name, false, 0}));
        for (const CompanyLine &line : list.lines)
            all += line.name;
        return all;
    }
    static Company stored(TemporaryWorkspace &w, const QString &name)
    {
        for (const Company &company : answerOf(w->companies().list(name, 10))) {
            if (company.name == name)
                return company;
        }
        return {};
    }
    static QStringList names(TemporaryWorkspace &w, CompanyColumn sort, bool descending)
    {
        QStringList all;
        const CompanyList list = answerOf(w->companies().lines({{}, sort, descending, 0}));
        for (const CompanyLine &line : list.lines)
            all += line.name;
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
    QCOMPARE(kaffe.leads, 3);
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
    QCOMPARE(found.lines.front().name, u"Padaria"_s);
    QCOMPARE(found.lines.front().leads, 2);
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
    QCOMPARE(list.lines.front().name, u"C"_s);
}

void TestCompanyLines::followsARename()
{
    TemporaryWorkspace w;
    for (const QString &name : {u"Alpha"_s, u"Beta"_s, u"Gamma"_s})
        w.add(u"L"_s, name);
    QCOMPARE(found(w, {}), QStringList({u"Alpha"_s, u"Beta"_s, u"Gamma"_s})); // from here on they are kept
    Company alpha = stored(w, u"Alpha"_s);
    alpha.name = u"Bülow"_s;
    answerOf(w->companies().save(alpha));
    QCOMPARE(found(w, {}), QStringList({u"Beta"_s, u"Bülow"_s, u"Gamma"_s}));
    QCOMPARE(found(w, u"alpha"_s), QStringList());
    QCOMPARE(found(w, u"BULO"_s), QStringList{u"Bülow"_s});
    answerOf(w->history().undo());
    QCOMPARE(found(w, {}), QStringList({u"Alpha"_s, u"Beta"_s, u"Gamma"_s}));
    QCOMPARE(found(w, u"bulow"_s), QStringList());
    answerOf(w->history().redo());
    QCOMPARE(found(w, {}), QStringList({u"Beta"_s, u"Bülow"_s, u"Gamma"_s}));
}

void TestCompanyLines::followsMergesAndTakingApart()
{
    TemporaryWorkspace w;
    for (const QString &name : {u"Padaria"_s, u"Doces"_s, u"Grupo"_s})
        w.add(u"L"_s, name);
    QCOMPARE(found(w, {}).size(), 3);
    const CompanyId padaria = stored(w, u"Padaria"_s).id;
    const CompanyId doces = stored(w, u"Doces"_s).id;
    const CompanyId grupo = stored(w, u"Grupo"_s).id;
    answerOf(w->companies().merge({padaria, {doces}, {}, {}}));
    QCOMPARE(found(w, {}), QStringList({u"Grupo"_s, u"Padaria"_s}));
    QCOMPARE(found(w, u"doce"_s), QStringList{u"Padaria"_s});
    answerOf(w->companies().merge({grupo, {padaria}, {}, {}})); // what was part of it goes along
    QCOMPARE(found(w, u"doce"_s), QStringList{u"Grupo"_s});
    QCOMPARE(answerOf(w->companies().lines({})).lines.front().leads, 3);
    answerOf(w->companies().split(grupo));
    QCOMPARE(found(w, u"doce"_s), QStringList{u"Padaria"_s});
    answerOf(w->companies().split(doces));
    QCOMPARE(found(w, u"doce"_s), QStringList{u"Doces"_s});
    QCOMPARE(found(w, {}), QStringList({u"Doces"_s, u"Grupo"_s, u"Padaria"_s}));
    answerOf(w->history().undo());
    QCOMPARE(found(w, u"doce"_s), QStringList{u"Padaria"_s});
    answerOf(w->history().undo());
    QCOMPARE(found(w, u"doce"_s), QStringList{u"Grupo"_s});
    answerOf(w->history().undo());
    answerOf(w->history().undo());
    QCOMPARE(found(w, u"doce"_s), QStringList{u"Doces"_s});
    QCOMPARE(found(w, {}).size(), 3);
}

void TestCompanyLines::followsCompaniesThatComeAndGo()
{
    TemporaryWorkspace w;
    QCOMPARE(found(w, {}), QStringList());
    w.add(u"L"_s, u"Beta"_s);
    w.add(u"L"_s, u"Alpha"_s);
    QCOMPARE(found(w, {}), QStringList({u"Alpha"_s, u"Beta"_s}));
    w.import(w.write(u"a.csv"_s, "name,company,email\nUwe,Ábaco,uwe@a.example\nTom,Zebra,tom@z.example\n"));
    QCOMPARE(found(w, {}), QStringList({u"Ábaco"_s, u"Alpha"_s, u"Beta"_s, u"Zebra"_s}));
    w.import(w.write(u"b.csv"_s,
                     "account,sector,year_established,revenue,employees,office_location,subsidiary_of\n"
                     "Mitte,Wine,1999,251.41,12,Kenya,\nZebra,Bread,1996,1100.04,7,Kenya,\n"));
    QCOMPARE(found(w, {}), QStringList({u"Ábaco"_s, u"Alpha"_s, u"Beta"_s, u"Mitte"_s, u"Zebra"_s}));
    QCOMPARE(names(w, CompanyColumn::Employees, true).first(), u"Mitte"_s);
    answerOf(w->history().undo());
    answerOf(w->history().undo());
    QCOMPARE(found(w, {}), QStringList({u"Alpha"_s, u"Beta"_s}));
    answerOf(w->history().redo());
    QCOMPARE(found(w, {}), QStringList({u"Ábaco"_s, u"Alpha"_s, u"Beta"_s, u"Zebra"_s}));
}

void TestCompanyLines::followsEditedFields()
{
    TemporaryWorkspace w;
    for (const QString &name : {u"Alpha"_s, u"Beta"_s})
        w.add(u"L"_s, name);
    QCOMPARE(names(w, CompanyColumn::City, false), QStringList({u"Alpha"_s, u"Beta"_s}));
    Company beta = stored(w, u"Beta"_s);
    beta.city = u"Évora"_s;
    beta.domain = u"Beta.example"_s;
    beta.employees = 0;
    answerOf(w->companies().save(beta));
    for (const CompanyColumn column : {CompanyColumn::City, CompanyColumn::Domain, CompanyColumn::Employees})
        QCOMPARE(names(w, column, false), QStringList({u"Beta"_s, u"Alpha"_s})); // none of them employed is known
    const CompanyLine line = answerOf(w->companies().lines({u"beta"_s, CompanyColumn::Domain, true, 1})).lines.front();
    QCOMPARE(line.city, u"Évora"_s);
    QCOMPARE(line.domain, u"Beta.example"_s);
    QCOMPARE(line.employees, 0);
    answerOf(w->history().undo());
    QCOMPARE(names(w, CompanyColumn::City, false), QStringList({u"Alpha"_s, u"Beta"_s}));
    QVERIFY(!answerOf(w->companies().lines({u"beta"_s, CompanyColumn::Name, false, 0})).lines.front().employees);
}

void TestCompanyLines::followsArchivedLeads()
{
    TemporaryWorkspace w;
    const LeadId lead = addLead(w, u"Alpha"_s, u"10 EUR"_s);
    addLead(w, u"Beta"_s, u"5 EUR"_s);
    QCOMPARE(names(w, CompanyColumn::OpenValue, true), QStringList({u"Alpha"_s, u"Beta"_s}));
    answerOf(w->leads().archive({lead}, true));
    QCOMPARE(names(w, CompanyColumn::OpenValue, true), QStringList({u"Beta"_s, u"Alpha"_s}));
    QCOMPARE(answerOf(w->companies().lines({})).lines.front().leads, 0);
    answerOf(w->history().undo());
    QCOMPARE(names(w, CompanyColumn::OpenValue, true), QStringList({u"Alpha"_s, u"Beta"_s}));
}

void TestCompanyLines::followsAWholeWorkspace()
{
    TemporaryWorkspace from;
    from.add(u"L"_s, u"Alpha"_s);
    const auto progress = std::make_shared<Progress>();
    answerOf(from->exports().writeAll(from.file(u"out"_s), progress));
    TemporaryWorkspace w;
    QCOMPARE(found(w, {}), QStringList());
    answerOf(w->exports().readAll(from.file(u"out"_s), progress));
    QCOMPARE(found(w, {}), QStringList{u"Alpha"_s});
}

void TestCompanyLines::isAlwaysWhatTheStoreSays_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 4; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestCompanyLines::isAlwaysWhatTheStoreSays()
{
    QFETCH(quint32, seed);
    TemporaryWorkspace w;
    CompanyHand hand(w, seed);
    for (int step = 0; step < 60; ++step) {
        hand.act();
        const std::vector<CompanyLine> kept = answerOf(w->companies().lines({})).lines;
        QVERIFY2(withoutTotals(kept) == storedLines(w), qPrintable(QString::number(step)));
        if (step % 15 != 14)
            continue;
        const auto lists = allLists(w);
        w.open(); // all is read anew
        QVERIFY2(allLists(w) == lists, qPrintable(QString::number(step)));
    }
}

QTEST_GUILESS_MAIN(TestCompanyLines)
#include "tst_companylines.moc"
