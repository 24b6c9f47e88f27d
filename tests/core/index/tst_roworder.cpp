// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"

#include "core/base/textfold.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// An order that was mended after writes is the order that a workspace opened anew makes from nothing.
class TestRowOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void mendsWhatWasWritten_data();
    void mendsWhatWasWritten();
    void followsACompanyThatIsRenamed();
    void sortsBySeveral();

private:
    std::vector<LeadId> sorted(std::vector<SortKey> keys) { return answerOf((*m_w)->leads().list({{}, std::move(keys)}))->ids; }
    void edit(LeadId lead, LeadField field, const QString &value) { answerOf((*m_w)->leads().edit({lead}, {{field, value}})); }
    void writeHereAndThere();

    std::optional<TemporaryWorkspace> m_w;
};

void TestRowOrder::init()
{
    m_w.emplace();
    answerOf((*m_w)->imports().addSample(500, 7, std::make_shared<Progress>()));
    const std::vector<LeadId> ids = m_w->list({})->ids;
    int code = 30'000;
    for (auto from = ids.begin(); from + 20 < ids.end(); from += 40) // half of them, several of each
        answerOf((*m_w)->leads().edit({from, from + 20}, {{LeadField::PostalCode, QString::number(code -= 1'000)}}));
}

/// Edits, additions, a value taken away, a row archived, an undo: each a write of its own.
void TestRowOrder::writeHereAndThere()
{
    const std::vector<LeadId> ids = m_w->list({})->ids;
    edit(ids[3], LeadField::Name, u"Aaron Aarons"_s);
    edit(ids[400], LeadField::Name, u"Zoltán Zsigmond"_s);
    edit(ids[17], LeadField::Company, u"Mühle am Bach"_s);
    edit(ids[18], LeadField::Company, {});
    edit(ids[77], LeadField::Value, u"12345 EUR"_s);
    edit(ids[78], LeadField::Value, {});
    edit(ids[99], LeadField::City, u"Aachen"_s);
    edit(ids[120], LeadField::Temperature, u"hot"_s);
    edit(ids[130], LeadField::PostalCode, u"20095"_s);
    edit(ids[10], LeadField::PostalCode, {});
    m_w->add(u"Mona Mitte"_s, u"Mitte GmbH"_s);
    m_w->add({}, u"Nur eine Firma"_s);
    edit(ids[200], LeadField::Name, u"taken back"_s);
    answerOf((*m_w)->history().undo());
}

void TestRowOrder::mendsWhatWasWritten_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<bool>("descending");
    for (const LeadField field :
         {LeadField::Name, LeadField::Email, LeadField::Company, LeadField::Owner, LeadField::City, LeadField::Temperature,
          LeadField::Stage, LeadField::Value, LeadField::Created, LeadField::Closed, LeadField::PostalCode}) {
        QTest::newRow(qPrintable(fieldKey(field))) << int(field) << false;
        QTest::newRow(qPrintable(fieldKey(field) + u" descending"_s)) << int(field) << true;
    }
}

void TestRowOrder::mendsWhatWasWritten()
{
    QFETCH(int, field);
    QFETCH(bool, descending);
    const std::vector<SortKey> keys{{LeadField(field), descending}};
    const std::vector<LeadId> before = sorted(keys);
    writeHereAndThere();
    const std::vector<LeadId> mended = sorted(keys);
    QCOMPARE(mended.size(), before.size() + 2);
    m_w->open();
    QCOMPARE(mended, sorted(keys));
}

void TestRowOrder::followsACompanyThatIsRenamed()
{
    const LeadId first = m_w->add(u"Ida"_s, u"0 Anfang"_s);
    const std::vector<SortKey> keys{{LeadField::Company, false}};
    QCOMPARE(sorted(keys).front(), first);
    Company company = answerOf((*m_w)->companies().list(u"0 anfang"_s, 2)).front();
    company.name = u"Žzz Ende"_s;
    answerOf((*m_w)->companies().save(company));
    const std::vector<LeadId> after = sorted(keys);
    QVERIFY(after.front() != first);
    m_w->open();
    QCOMPARE(after, sorted(keys));
}

void TestRowOrder::sortsBySeveral()
{
    const std::vector<LeadId> ids = sorted({{LeadField::Temperature, true}, {LeadField::City, false}, {LeadField::Value, true}});
    QCOMPARE(ids.size(), m_w->list({})->ids.size());
    for (size_t i = 1; i < ids.size(); ++i) {
        const Lead a = m_w->lead(ids[i - 1]);
        const Lead b = m_w->lead(ids[i]);
        if (a.temperature != b.temperature) {
            QVERIFY(a.temperature > b.temperature);
            continue;
        }
        if (a.city != b.city) { // those without a city last
            const bool inOrder = b.city.isEmpty() || (!a.city.isEmpty() && folded(a.city) < folded(b.city));
            QVERIFY2(inOrder, qPrintable(a.city + u" / "_s + b.city));
            continue;
        }
        QVERIFY(!b.value || (a.value && a.value->minor >= b.value->minor));
    }
}

QTEST_GUILESS_MAIN(TestRowOrder)
#include "tst_roworder.moc"
