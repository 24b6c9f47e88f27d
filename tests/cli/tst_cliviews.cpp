// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Saved views, quick add and the search for anything, by the commands that a script would use.
class TestCliViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_terminal.reset(); }

    void keepsViews();
    void listsTheLeadsOfAView();
    void refusesNonsense();
    void addsFromALine();
    void namedFieldsWin();
    void findsLeadsCompaniesAndSegments();

private:
    std::unique_ptr<Terminal> m_terminal;
};

void TestCliViews::init()
{
    m_terminal = std::make_unique<Terminal>();
    m_terminal->json({u"add"_s, u"name=Marta Oliveira"_s, u"company=Padaria Estrela"_s, u"phone=+351 912 345 678"_s, u"value=900 EUR"_s});
    m_terminal->json({u"add"_s, u"name=Rui Santos"_s, u"company=Padaria Estrela"_s, u"value=7000 EUR"_s});
    m_terminal->json({u"add"_s, u"name=Jonas Brandt"_s, u"company=Brandt Kaffee"_s, u"value=6000 EUR"_s, u"notes=wants a large oven"_s});
}

void TestCliViews::keepsViews()
{
    const QJsonObject added = m_terminal->json(
        {u"view"_s, u"add"_s, u"Big ones"_s, u"value>=5000"_s, u"--columns"_s, u"name,value"_s, u"--sort"_s, u"value:desc"_s});
    QVERIFY(!added.value(u"id"_s).toString().isEmpty());
    QCOMPARE(added.value(u"filter"_s), u"value>=5000"_s);
    QCOMPARE(added.value(u"columns"_s).toArray(), (QJsonArray{u"name"_s, u"value"_s}));
    QCOMPARE(added.value(u"sort"_s), u"value:desc"_s);
    QCOMPARE(added.value(u"pinned"_s), true);
    m_terminal->json({u"view"_s, u"edit"_s, u"big ONES"_s, u"--name"_s, u"Biggest"_s, u"--unpin"_s});
    const QJsonObject shown = m_terminal->json({u"view"_s, u"show"_s, u"Biggest"_s});
    QCOMPARE(shown.value(u"pinned"_s), false);
    QCOMPARE(shown.value(u"filter"_s), u"value>=5000"_s);
    m_terminal->json({u"view"_s, u"remove"_s, u"Biggest"_s});
    QVERIFY(m_terminal->json({u"view"_s}).value(u"views"_s).toArray().isEmpty());
    m_terminal->json({u"undo"_s});
    QCOMPARE(m_terminal->json({u"view"_s}).value(u"views"_s).toArray().size(), 1);
}

void TestCliViews::listsTheLeadsOfAView()
{
    m_terminal->json({u"view"_s, u"add"_s, u"Big ones"_s, u"value>=5000"_s, u"--columns"_s, u"name"_s, u"--sort"_s, u"value:desc"_s});
    const QJsonObject listed = m_terminal->json({u"leads"_s, u"--view"_s, u"Big ones"_s});
    QCOMPARE(listed.value(u"total"_s).toInt(), 2);
    const QJsonObject first = listed.value(u"leads"_s).toArray().first().toObject();
    QCOMPARE(first.value(u"name"_s), u"Rui Santos"_s);
    QCOMPARE(first.keys(), (QStringList{u"id"_s, u"name"_s})); // only the column of the view
    QCOMPARE(m_terminal->json({u"leads"_s, u"--view"_s, u"Big ones"_s, u"--filter"_s, u"company:Brandt"_s}).value(u"total"_s).toInt(), 1);
}

void TestCliViews::refusesNonsense()
{
    QCOMPARE(m_terminal->run({u"view"_s, u"ad"_s, u"X"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"view"_s, u"show"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"view"_s, u"show"_s, u"X"_s}).code, 1);
    QCOMPARE(m_terminal->run({u"view"_s, u"add"_s, u"X"_s, u"colour:red"_s}).code, 2);
    QCOMPARE(m_terminal->run({u"leads"_s, u"--view"_s, u"X"_s}).code, 1);
    QCOMPARE(m_terminal->run({u"add"_s}).code, 2);
}

void TestCliViews::addsFromALine()
{
    const QJsonObject lead = m_terminal->json({u"add"_s, u"--quick"_s, u"Jane Doe, Acme, jane@acme.example, +49 30 123456, hot"_s});
    QCOMPARE(lead.value(u"name"_s), u"Jane Doe"_s);
    QCOMPARE(lead.value(u"company"_s), u"Acme"_s);
    QCOMPARE(lead.value(u"email"_s), u"jane@acme.example"_s);
    QCOMPARE(lead.value(u"phone"_s), u"+49 30 123456"_s);
    QCOMPARE(lead.value(u"temperature"_s), u"hot"_s);
}

void TestCliViews::namedFieldsWin()
{
    const QJsonObject lead = m_terminal->json({u"add"_s, u"--quick"_s, u"Jane Doe, hot"_s, u"temperature=warm"_s, u"city=Berlin"_s});
    QCOMPARE(lead.value(u"temperature"_s), u"warm"_s);
    QCOMPARE(lead.value(u"city"_s), u"Berlin"_s);
}

void TestCliViews::findsLeadsCompaniesAndSegments()
{
    m_terminal->json({u"segment"_s, u"add"_s, u"Padaria people"_s, u"company:Padaria"_s});
    const QJsonObject found = m_terminal->json({u"search"_s, u"padaria"_s});
    QCOMPARE(found.value(u"total"_s).toInt(), 2);
    const QJsonObject company = found.value(u"companies"_s).toArray().first().toObject();
    QCOMPARE(company.value(u"name"_s), u"Padaria Estrela"_s);
    QCOMPARE(company.value(u"leads"_s).toInt(), 2);
    QCOMPARE(found.value(u"segments"_s).toArray(), QJsonArray{u"Padaria people"_s});
    const auto only = [this](const QString &typed) {
        const QJsonArray leads = m_terminal->json({u"search"_s, typed}).value(u"leads"_s).toArray();
        return leads.size() == 1 ? leads.first().toObject().value(u"name"_s).toString() : QString::number(leads.size());
    };
    QCOMPARE(only(u"olivera"_s), u"Marta Oliveira"_s); // a slip
    QCOMPARE(only(u"912345"_s), u"Marta Oliveira"_s); // some digits of the number
    QCOMPARE(only(u"large oven"_s), u"Jonas Brandt"_s); // a note
    QCOMPARE(m_terminal->run({u"search"_s, u"zzzzzz"_s}).out.trimmed(), u"Nothing found."_s);
}

QTEST_MAIN(TestCliViews)
#include "tst_cliviews.moc"
