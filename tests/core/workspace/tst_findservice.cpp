// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/findservice.h"

#include "core/workspace/campaignservice.h"
#include "core/workspace/duplicateservice.h"
#include "core/workspace/followupservice.h"
#include "core/workspace/privacyservice.h"
#include "core/workspace/segmentservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3'600'000;

} // namespace

/// One field finds leads, companies, segments and what was noted.
class TestFindService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsLeads_data();
    void findsLeads();
    void findsCompaniesWithTheirNumberOfLeads();
    void findsSegments();
    void findsCampaigns();
    void findsNotesWithThePassage();
    void findsWhatIsPlanned();
    void latestActivityComesFirst();
    void whatWasOpenedLatelyComesFirst();
    void archivedLeadsAreNotFound();
    void followsWrites();
    void nearNamesComeBeforeNearCompanies();
    void wholeNamesComeFirst();
    void countsAllAndShowsFew();
    void countsOtherCompanies();
    void countsLeadsWithNotes();
    void companiesThatAreGoneAreNotFound();
    void cancels();

private:
    QStringList names(const QString &typed);
    QStringList companies(const QString &typed);

    std::unique_ptr<TemporaryWorkspace> m_w;
};

void TestFindService::initTestCase()
{
    m_w = std::make_unique<TemporaryWorkspace>();
    const QStringList fields[] = {
        {u"Marta Oliveira"_s, u"Casa do Forno Lda"_s, u"marta@casadoforno.example"_s, u"+351 912 345 678"_s},
        {u"Jan Novák"_s, u"Pekárna Novák"_s, u"jan@pekarna.example"_s, u"+420 601 123 456"_s},
        {u"Jonas Brandt"_s, u"Brandt Kaffee GmbH"_s, u"jonas@brandt.example"_s, u"+49 30 23125126"_s},
        {u"Anna Olberg"_s, u"Ølberg Bakst"_s, u"anna@olberg.example"_s, u"030 111"_s},
        {u"Ivo Apolinar"_s, u"Casa Nova"_s, u"ivo@nova.example"_s, QString()},
    };
    for (const QStringList &one : fields) {
        m_w->clock().advance(hour);
        Lead lead;
        lead.name = one[0];
        lead.company = one[1];
        lead.emails = {{*EmailAddress::parse(one[2]), {}, {}}};
        if (!one[3].isEmpty())
            lead.phones = {{*PhoneNumber::parse(one[3], u"DE"_s), {}, {}}};
        lead.tags = {u"bakery"_s};
        answerOf((*m_w)->leads().add(lead));
    }
}

QStringList TestFindService::names(const QString &typed)
{
    QStringList all;
    for (const Lead &lead : answerOf((*m_w)->find().names({typed, {}})).leads)
        all += lead.name.section(u' ', 0, 0);
    return all;
}

QStringList TestFindService::companies(const QString &typed)
{
    QStringList all;
    for (const FoundCompany &company : answerOf((*m_w)->find().names({typed, {}})).companies)
        all += u"%1 (%2)"_s.arg(company.name).arg(company.leads);
    return all;
}

void TestFindService::findsLeads_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("nothing typed") << u" "_s << QStringList();
    QTest::newRow("a letter: beginnings of words") << u"o"_s << QStringList{u"Anna"_s, u"Marta"_s};
    QTest::newRow("beginnings first, then parts of words") << u"ol"_s << QStringList{u"Anna"_s, u"Marta"_s, u"Ivo"_s};
    QTest::newRow("accents") << u"novak"_s << QStringList{u"Jan"_s, u"Ivo"_s}; // and Casa Nova, a slip away
    QTest::newRow("typed with accents") << u"Nóvák pek"_s << QStringList{u"Jan"_s};
    QTest::newRow("words in any order") << u"oliveira mar"_s << QStringList{u"Marta"_s};
    QTest::newRow("a slip") << u"olivera"_s << QStringList{u"Marta"_s};
    QTest::newRow("letters swapped") << u"Brnadt"_s << QStringList{u"Jonas"_s};
    QTest::newRow("two slips in a long word") << u"apolimarr"_s << QStringList{u"Ivo"_s};
    QTest::newRow("a slip in the company") << u"kafee"_s << QStringList{u"Jonas"_s};
    QTest::newRow("one word right, one with a slip") << u"marta forni"_s << QStringList{u"Marta"_s};
    QTest::newRow("company and name") << u"casa ivo"_s << QStringList{u"Ivo"_s};
    QTest::newRow("email") << u"jan@pek"_s << QStringList{u"Jan"_s};
    QTest::newRow("phone as at home") << u"912 345"_s << QStringList{u"Marta"_s};
    QTest::newRow("phone with country code") << u"+351 912-345-678"_s << QStringList{u"Marta"_s};
    QTest::newRow("phone with a zero in brackets") << u"+49 (0) 30 / 23125126"_s << QStringList{u"Jonas"_s};
    QTest::newRow("phone dialled from abroad") << u"0049 30 23125"_s << QStringList{u"Jonas"_s};
    QTest::newRow("trunk zero") << u"030 23125"_s << QStringList{u"Jonas"_s};
    QTest::newRow("nobody") << u"zzzzzz"_s << QStringList();
    QTest::newRow("only one word fits") << u"marta brandt"_s << QStringList();
}

void TestFindService::findsLeads()
{
    QFETCH(const QString, typed);
    QFETCH(const QStringList, found);
    QCOMPARE(names(typed), found);
    for (const QString &other : {u"x1"_s, u"x2"_s, u"x3"_s, u"x4"_s})
        names(other); // so that what was found is not kept
    QStringList last;
    for (qsizetype letters = 1; letters <= typed.size(); ++letters)
        last = names(typed.left(letters));
    QCOMPARE(last, found); // a longer word is looked for where its beginning was found
}

void TestFindService::findsCompaniesWithTheirNumberOfLeads()
{
    QCOMPARE(companies(u"casa"_s), (QStringList{u"Casa do Forno Lda (1)"_s, u"Casa Nova (1)"_s}));
    QCOMPARE(companies(u"pekarma"_s), QStringList{u"Pekárna Novák (1)"_s});
    QCOMPARE(companies(u"olberg"_s), QStringList{u"Ølberg Bakst (1)"_s});
    QCOMPARE(companies(u"jonas"_s), QStringList());
}

void TestFindService::findsCampaigns()
{
    Campaign campaign;
    campaign.name = u"Autumn fair"_s;
    answerOf((*m_w)->campaigns().add(campaign));
    const Found found = answerOf((*m_w)->find().names({u"autum"_s, {}, 8, 3, 3}));
    QCOMPARE(found.campaigns, std::vector<QString>{u"Autumn fair"_s});
    QVERIFY(answerOf((*m_w)->find().names({})).campaigns.empty());
    QVERIFY(answerOf((*m_w)->find().names({u"%"_s, {}, 8, 3, 3})).campaigns.empty());
}

void TestFindService::findsSegments()
{
    answerOf((*m_w)->segments().add(u"Large bakeries"_s, u"value>=5000"_s));
    const Found found = answerOf((*m_w)->find().names({u"large bak"_s, {}}));
    QCOMPARE(found.segments.size(), size_t(1));
    QCOMPARE(found.segments.front()->name, u"Large bakeries"_s);
    QVERIFY(answerOf((*m_w)->find().names({})).segments.empty());
}

void TestFindService::findsNotesWithThePassage()
{
    const LeadId jan = m_w->list(u"Novák"_s)->ids.front();
    answerOf((*m_w)->leads().edit({jan}, {{LeadField::Notes, u"Asked for the price of the large sourdough\noven in March"_s}}));
    Activity call;
    call.lead = m_w->list(u"Brandt"_s)->ids.front();
    call.kind = ActivityKind::Call;
    call.note = u"wants an oven, too"_s;
    answerOf((*m_w)->leads().log(call));
    const std::vector<FoundNote> notes = answerOf((*m_w)->find().notes(u"ove"_s, 5));
    QCOMPARE(notes.size(), size_t(2));
    QCOMPARE(notes[0].lead.name, u"Jonas Brandt"_s); // the latest first
    QVERIFY(notes[1].passage.contains(u"sourdough oven in March"_s));
    QVERIFY(answerOf((*m_w)->find().notes(u"ov"_s, 5)).empty()); // two letters stand everywhere
    QVERIFY(answerOf((*m_w)->find().notes(u"oven lamp"_s, 5)).empty());
}

void TestFindService::findsWhatIsPlanned()
{
    TemporaryWorkspace w;
    const LeadId jan = w.add(u"Jan Novák"_s, u"Pekárna"_s);
    const LeadId eva = w.add(u"Eva Nová"_s, u"Pekárna"_s);
    FollowUp call;
    call.lead = jan;
    call.localTime = u"2026-12-01T09:00:00"_s;
    call.zone = u"Europe/Berlin"_s;
    call.note = u"ask for the proofing cabinet"_s;
    const auto found = [&w] {
        QStringList all;
        for (const FoundNote &note : answerOf(w->find().notes(u"proofing"_s, 5)))
            all += note.lead.name + u": "_s + note.passage;
        return all;
    };
    answerOf(w->followUps().plan(call));
    QCOMPARE(found(), QStringList{u"Jan Novák: ask for the proofing cabinet"_s});
    answerOf(w->history().undo());
    QCOMPARE(found(), QStringList());
    answerOf(w->history().redo());
    answerOf(w->duplicates().merge({eva, {jan}, {}, {}}));
    QCOMPARE(found(), QStringList{u"Eva Nová: ask for the proofing cabinet"_s});
    answerOf(w->history().undo());
    QCOMPARE(found(), QStringList{u"Jan Novák: ask for the proofing cabinet"_s});
    answerOf(w->privacy().erase(jan));
    QCOMPARE(found(), QStringList());
}

void TestFindService::latestActivityComesFirst()
{
    QCOMPARE(names(u"casa"_s), (QStringList{u"Ivo"_s, u"Marta"_s}));
    m_w->clock().advance(hour);
    Activity note;
    note.lead = m_w->list(u"Oliveira"_s)->ids.front();
    note.kind = ActivityKind::Note;
    note.note = u"hello"_s;
    answerOf((*m_w)->leads().log(note));
    QCOMPARE(names(u"casa"_s), (QStringList{u"Marta"_s, u"Ivo"_s}));
}

void TestFindService::whatWasOpenedLatelyComesFirst()
{
    const LeadId ivo = m_w->list(u"Apolinar"_s)->ids.front();
    const LeadId jan = m_w->list(u"Novák"_s)->ids.front();
    const std::vector<Lead> found = answerOf((*m_w)->find().names({u"casa"_s, {jan, ivo}, 2})).leads;
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found.front().id, ivo); // Jan has no such company
    QCOMPARE(found.back().name, u"Marta Oliveira"_s);
}

void TestFindService::archivedLeadsAreNotFound()
{
    const LeadId ivo = m_w->list(u"Apolinar"_s)->ids.front();
    answerOf((*m_w)->leads().archive({ivo}, true));
    QCOMPARE(names(u"apolinar"_s), QStringList());
    QCOMPARE(companies(u"nova"_s), (QStringList{u"Pekárna Novák (1)"_s, u"Casa Nova (0)"_s}));
    answerOf((*m_w)->history().undo());
    QCOMPARE(names(u"apolinar"_s), QStringList{u"Ivo"_s});
}

void TestFindService::followsWrites()
{
    const LeadId zoe = m_w->add(u"Zoë Quist"_s, u"Quist & Co"_s);
    QCOMPARE(names(u"zoe"_s), QStringList{u"Zoë"_s});
    QCOMPARE(names(u"qiust"_s), QStringList{u"Zoë"_s});
    answerOf((*m_w)->leads().edit({zoe}, {{LeadField::Name, u"Maja Quist"_s}}));
    QCOMPARE(names(u"zoe"_s), QStringList());
    QCOMPARE(names(u"quist"_s), QStringList{u"Maja"_s});
}

void TestFindService::nearNamesComeBeforeNearCompanies()
{
    TemporaryWorkspace w;
    const auto add = [&w](const QString &name, const QString &company) {
        w.clock().advance(hour);
        w.add(name, company);
    };
    const auto found = [&w](const QString &typed) {
        QStringList all;
        for (const Lead &lead : answerOf(w->find().names({typed, {}})).leads)
            all += lead.name;
        return all;
    };
    add(u"Marta Oliveira"_s, u"Casa"_s);
    add(u"Inês Oliveira"_s, u"Padaria"_s);
    add(u"Marta Almeida"_s, u"Oliveira Lda"_s);
    add(u"Rui Costa"_s, u"Marta Oliveira Lda"_s);
    QCOMPARE(found(u"marra oliv"_s), (QStringList{u"Marta Oliveira"_s, u"Marta Almeida"_s, u"Rui Costa"_s}));
    QCOMPARE(found(u"oliveria"_s), (QStringList{u"Inês Oliveira"_s, u"Marta Oliveira"_s, u"Rui Costa"_s, u"Marta Almeida"_s}));
    QCOMPARE(found(u"Marta Oliveria"_s), (QStringList{u"Marta Oliveira"_s, u"Marta Almeida"_s, u"Rui Costa"_s}));
    // Fewer slips first among names that have as much of it.
    add(u"Inês Olivera"_s, {});
    QCOMPARE(found(u"oliveiro"_s).mid(0, 3), (QStringList{u"Inês Oliveira"_s, u"Marta Oliveira"_s, u"Inês Olivera"_s}));
}

void TestFindService::wholeNamesComeFirst()
{
    TemporaryWorkspace w;
    w.add(u"Marta Oliveira"_s, u"Casa Nova"_s);
    w.add(u"Casa"_s, u"Casa"_s);
    for (const QString &name : {u"Marta Oliveira Costa"_s, u"Oliveira Marta"_s, u"Casagrande"_s}) {
        w.clock().advance(hour);
        w.add(name, u"Casa Nova"_s);
    }
    QCOMPARE(answerOf(w->find().names({u"marta  OLIVEIRA"_s, {}})).leads.front().name, u"Marta Oliveira"_s);
    QCOMPARE(answerOf(w->find().names({u"\"marta oliveira\""_s, {}, 1})).leads.front().name, u"Marta Oliveira"_s);
    const Found casa = answerOf(w->find().names({u"casa"_s, {}, 1, 1}));
    QCOMPARE(casa.leads.front().name, u"Casa"_s);
    QCOMPARE(casa.companies.front().name, u"Casa"_s); // before the larger one
    for (const QString &name : {u"Newsletter 12 a"_s, u"Newsletter 120"_s, u"Newsletter 12"_s}) {
        Campaign campaign;
        campaign.name = name;
        answerOf(w->campaigns().add(campaign));
        answerOf(w->segments().add(name, u"value>=5000"_s));
    }
    const Found letters = answerOf(w->find().names({u"newsletter 12"_s, {}, 8, 3, 1}));
    QCOMPARE(letters.campaigns, std::vector<QString>{u"Newsletter 12"_s});
    QCOMPARE(letters.segments.front()->name, u"Newsletter 12"_s);
}

void TestFindService::countsAllAndShowsFew()
{
    const Found found = answerOf((*m_w)->find().names({u"bakery"_s, {}, 2, 1, 1}));
    QCOMPARE(found.leads.size(), size_t(2));
    QCOMPARE(found.total, qint64(5));
    QCOMPARE(found.alike, size_t(0));
    QCOMPARE(answerOf((*m_w)->find().names({u"olivera"_s, {}, 2, 1, 1})).alike, size_t(1));
}

void TestFindService::countsOtherCompanies()
{
    const auto others = [this](const QString &typed, size_t shown) {
        const Found found = answerOf((*m_w)->find().names({typed, {}, 8, shown, 3}));
        return answerOf((*m_w)->find().otherCompanies(typed, found.companies));
    };
    QCOMPARE(others(u"CASA"_s, 1), (OtherCompanies{1, 1}));
    QCOMPARE(others(u"casa"_s, 3), (OtherCompanies{0, 0}));
    QCOMPARE(others(u"Ølb"_s, 0), (OtherCompanies{1, 1}));
    // In any order they are found; as they stand, which is how the list of companies looks for them, they are not there.
    QCOMPARE(others(u"nova casa"_s, 0), (OtherCompanies{1, 0}));
    QCOMPARE(others(u"\"casa nova\""_s, 0), (OtherCompanies{1, 1}));
    QCOMPARE(others(u"pekarma"_s, 0), (OtherCompanies{0, 0})); // one that only is like it is not counted
    QCOMPARE(others(u" "_s, 0), (OtherCompanies{0, 0}));
}

void TestFindService::countsLeadsWithNotes()
{
    TemporaryWorkspace w;
    const LeadId leads[] = {w.add(u"Ada"_s), w.add(u"Bob"_s), w.add(u"Cleo"_s)};
    for (int i = 0; i < 30; ++i) { // many notes of one lead are one lead
        Activity call;
        call.lead = leads[i < 28 ? 0 : i - 27];
        call.kind = ActivityKind::Call;
        call.note = u"about the oven %1"_s.arg(i);
        answerOf(w->leads().log(call));
    }
    QCOMPARE(answerOf(w->find().notes(u"oven"_s, 2)).size(), size_t(2));
    QCOMPARE(answerOf(w->find().noteCount(u"ove"_s)), qint64(3));
    QCOMPARE(answerOf(w->find().noteCount(u"ov"_s)), qint64(0)); // as no notes are found either
    QCOMPARE(answerOf(w->find().noteCount(u"!!!"_s)), qint64(0));
}

void TestFindService::companiesThatAreGoneAreNotFound()
{
    TemporaryWorkspace w;
    w.add(u"Ada"_s, u"Bakery"_s);
    w.add(u"Bob"_s, u"Bakery of a moment"_s);
    answerOf(w->history().undo());
    const Found found = answerOf(w->find().names({u"bakery"_s, {}}));
    QCOMPARE(found.companies.size(), size_t(1));
    QCOMPARE(found.companies.front().name, u"Bakery"_s);
    QCOMPARE(answerOf(w->find().otherCompanies(u"bakery"_s, found.companies)), OtherCompanies());
}

void TestFindService::cancels()
{
    const auto progress = std::make_shared<Progress>();
    progress->cancel();
    QCOMPARE(errorOf((*m_w)->find().names({u"marta"_s, {}}, progress)).code, ErrorCode::Cancelled);
    QCOMPARE(errorOf((*m_w)->find().notes(u"marta"_s, 5, progress)).code, ErrorCode::Cancelled);
    QCOMPARE(errorOf((*m_w)->find().noteCount(u"marta"_s, progress)).code, ErrorCode::Cancelled);
    QCOMPARE(errorOf((*m_w)->find().otherCompanies(u"casa"_s, {}, progress)).code, ErrorCode::Cancelled);
}

QTEST_MAIN(TestFindService)
#include "tst_findservice.moc"
