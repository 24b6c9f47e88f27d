// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"

#include "core/workspace/historyservice.h"
#include "core/workspace/scoreservice.h"
#include "core/workspace/segmentservice.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Filters over the texts that are not among the columns: websites, streets, notes and the like.
class TestStoredTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_w = std::make_unique<TemporaryWorkspace>();
        m_marta = m_w->add(u"Marta"_s);
        m_nina = m_w->add(u"Nina"_s);
        set(m_marta, LeadField::Website, u"https://Acme.example/shop"_s);
        set(m_marta, LeadField::Notes, u"Likes Caf\u00e9, none of the rest"_s);
        set(m_marta, LeadField::TimeZone, u"Europe/Lisbon"_s);
        set(m_nina, LeadField::Street, u"Hauptstra\u00dfe 5"_s);
    }
    void cleanup() { m_w.reset(); }

    void areFiltered_data();
    void areFiltered();
    void followEveryChange();
    void areSortedBy();
    void belongToALeadThatCameBack();
    void serveSegmentsAndScores();
    void arePresentOnly();

private:
    void set(LeadId lead, FieldId field, const QString &text) { answerOf((*m_w)->leads().edit({lead}, {{field, text}})); }
    QString names(const QString &filter)
    {
        QStringList found;
        const LeadListPtr list = m_w->list(filter);
        for (const LeadId id : list->ids)
            found += m_w->lead(id).name;
        found.sort();
        return found.join(u' ');
    }

    std::unique_ptr<TemporaryWorkspace> m_w;
    LeadId m_marta;
    LeadId m_nina;
};

void TestStoredTexts::areFiltered_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("found");
    QTest::newRow("part, without regard to case") << u"website:acme"_s << u"Marta"_s;
    QTest::newRow("without accents") << u"notes:cafe"_s << u"Marta"_s;
    QTest::newRow("the word none") << u"notes:\"none\""_s << u"Marta"_s;
    QTest::newRow("no value") << u"notes:none"_s << u"Nina"_s;
    QTest::newRow("a value") << u"street:any"_s << u"Nina"_s;
    QTest::newRow("turned round") << u"-street:hauptstr"_s << u"Marta"_s;
    QTest::newRow("several") << u"street:hauptstr,nowhere"_s << u"Nina"_s;
    QTest::newRow("a whole word") << u"timeZone:europe/lisbon"_s << u"Marta"_s;
    QTest::newRow("not a part of one") << u"timeZone:lisbon"_s << QString();
    QTest::newRow("a part of one") << u"timeZone~lisbon"_s << u"Marta"_s;
    QTest::newRow("none or a word") << u"timeZone:none,Europe/Lisbon"_s << u"Marta Nina"_s;
    QTest::newRow("with others") << u"(postalCode:none or name:nina) website:acme"_s << u"Marta"_s;
    QTest::newRow("nobody") << u"painPoints:any"_s << QString();
}

void TestStoredTexts::areFiltered()
{
    QFETCH(QString, filter);
    QTEST(names(filter), "found");
}

void TestStoredTexts::followEveryChange()
{
    QCOMPARE(names(u"notes:late"_s), QString());
    set(m_nina, LeadField::Notes, u"Late as always"_s);
    QCOMPARE(names(u"notes:late"_s), u"Nina"_s);
    const LeadId olaf = m_w->add(u"Olaf"_s);
    set(olaf, LeadField::Notes, u"late, too"_s);
    QCOMPARE(names(u"notes:late"_s), u"Nina Olaf"_s);
    answerOf((*m_w)->history().undo());
    QCOMPARE(names(u"notes:late"_s), u"Nina"_s);
    set(m_nina, LeadField::Notes, QString());
    QCOMPARE(names(u"notes:late"_s), QString());
    QCOMPARE(names(u"notes:none"_s), u"Nina Olaf"_s);
}

void TestStoredTexts::areSortedBy()
{
    const LeadId olaf = m_w->add(u"Olaf"_s);
    set(olaf, LeadField::Street, u"am Bach 3"_s);
    const auto sorted = [&](bool descending) { return answerOf((*m_w)->leads().list({{}, {{LeadField::Street, descending}}}))->ids; };
    QCOMPARE(sorted(false), (std::vector<LeadId>{olaf, m_nina, m_marta})); // who has none comes last, either way
    QCOMPARE(sorted(true), (std::vector<LeadId>{m_nina, olaf, m_marta}));
    set(m_marta, LeadField::Street, u"B\u00fchlweg 1"_s);
    QCOMPARE(sorted(false), (std::vector<LeadId>{olaf, m_marta, m_nina}));
    answerOf((*m_w)->history().undo());
    QCOMPARE(sorted(false), (std::vector<LeadId>{olaf, m_nina, m_marta}));
}

void TestStoredTexts::belongToALeadThatCameBack()
{
    m_w->open(); // so that it goes from the rows that were loaded
    QCOMPARE(names(u"street:any"_s), u"Nina"_s);
    for (int i = 0; i < 5; ++i) // back to before she was added
        answerOf((*m_w)->history().undo());
    QCOMPARE(names({}), u"Marta"_s);
    for (int i = 0; i < 5; ++i)
        answerOf((*m_w)->history().redo());
    QCOMPARE(names(u"street:any"_s), u"Nina"_s);
    QCOMPARE(names(u"street:none"_s), u"Marta"_s);
    QCOMPARE(answerOf((*m_w)->leads().list({{}, {{LeadField::Street, false}}}))->ids, (std::vector<LeadId>{m_nina, m_marta}));
}

void TestStoredTexts::serveSegmentsAndScores()
{
    answerOf((*m_w)->segments().add(u"Shops"_s, u"website:shop"_s));
    QCOMPARE(names(u"segment:Shops"_s), u"Marta"_s);
    answerOf((*m_w)->scores().save({{{ScoreHalf::Fit, u"website:any"_s, 40, 0, 0}}, 30, 60}));
    QCOMPARE(answerOf((*m_w)->scores().explain(m_marta, {})).score.fit, 40);
    QCOMPARE(answerOf((*m_w)->scores().explain(m_nina, {})).score.fit, 0);
    QCOMPARE(names(u"fit>=40"_s), u"Marta"_s);
}

/// What stood there on a past day is not kept for lists: refused, and not answered with what stands there now.
void TestStoredTexts::arePresentOnly()
{
    const auto words = (*m_w)->vocabulary();
    LeadQuery query;
    query.filter = *parseFilter(u"website:acme", {words.get(), m_w->clock().now(), m_w->clock().zone()});
    const Error refused = errorOf((*m_w)->leads().list(query, {}, PastMoment(m_w->clock().now() - 1)));
    QCOMPARE(refused.code, ErrorCode::BadFilter);
    QCOMPARE(refused.subject, u"website"_s);
    const Error order = errorOf((*m_w)->leads().list({{}, {{LeadField::Street, false}}}, {}, PastMoment(m_w->clock().now() - 1)));
    QCOMPARE(order.code, ErrorCode::Usage);
    QCOMPARE(order.subject, fieldLabel(LeadField::Street));
}

QTEST_GUILESS_MAIN(TestStoredTexts)
#include "tst_storedtexts.moc"
