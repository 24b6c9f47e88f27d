// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"

#include "core/workspace/historyservice.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Who may be written to and called: kept with the lead, filtered by, undone, known of past days, and never lost to an import.
class TestConsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_w = std::make_unique<TemporaryWorkspace>();
        m_marta = m_w->add(u"Marta"_s);
        m_nina = m_w->add(u"Nina"_s);
        m_olaf = m_w->add(u"Olaf"_s);
    }
    void cleanup() { m_w.reset(); }

    void isAFieldLikeOthers();
    void isKnownOfPastDays();
    void nothingIsOfferedThatMustNotBeUsed();
    void anImportNeverTakesAnOptOutBack();

private:
    using Ids = std::vector<LeadId>;
    void set(LeadId lead, FieldId field, const QString &text) { answerOf((*m_w)->leads().edit({lead}, {{field, text}})); }
    Ids list(const QString &filter) { return sorted(m_w->list(filter)->ids); }
    static Ids sorted(Ids ids)
    {
        std::sort(ids.begin(), ids.end());
        return ids;
    }

    std::unique_ptr<TemporaryWorkspace> m_w;
    LeadId m_marta;
    LeadId m_nina;
    LeadId m_olaf;
};

void TestConsent::isAFieldLikeOthers()
{
    set(m_marta, LeadField::Consent, u"given"_s);
    set(m_nina, LeadField::Consent, u"refused"_s);
    set(m_nina, LeadField::DoNotEmail, u"yes"_s);
    set(m_olaf, LeadField::DoNotCall, u"yes"_s);
    const auto holds = [&] {
        QCOMPARE(list(u"consent:given"_s), Ids{m_marta});
        QCOMPARE(list(u"consent:none"_s), Ids{m_olaf});
        QCOMPARE(list(u"consent:any"_s), sorted({m_marta, m_nina}));
        QCOMPARE(list(u"-consent:refused -doNotCall:yes"_s), Ids{m_marta});
        QCOMPARE(list(u"doNotEmail:yes"_s), Ids{m_nina});
        QCOMPARE(list(u"doNotEmail:no"_s), sorted({m_marta, m_olaf}));
        QCOMPARE(list(u"doNotCall:yes"_s), Ids{m_olaf});
        QVERIFY(m_w->lead(m_nina).doNotEmail && !m_w->lead(m_nina).doNotCall);
        QCOMPARE(m_w->lead(m_nina).consent, Consent::Refused);
    };
    holds();
    m_w->open(); // the columns are read anew
    holds();
    answerOf((*m_w)->history().undo());
    QCOMPARE(list(u"doNotCall:yes"_s), Ids());
    answerOf((*m_w)->history().redo());
    holds();
}

void TestConsent::isKnownOfPastDays()
{
    set(m_marta, LeadField::Consent, u"given"_s);
    set(m_marta, LeadField::DoNotCall, u"yes"_s);
    const UtcMs then = m_w->clock().now();
    m_w->clock().advance(86'400'000);
    set(m_marta, LeadField::Consent, u"refused"_s);
    set(m_marta, LeadField::DoNotCall, u"no"_s);
    const auto words = (*m_w)->vocabulary();
    const auto pastList = [&](const QString &text) {
        LeadQuery query;
        query.filter = *parseFilter(text, {words.get(), m_w->clock().now(), m_w->clock().zone()});
        return answerOf((*m_w)->leads().list(query, {}, PastMoment(then)))->ids;
    };
    QCOMPARE(pastList(u"consent:given doNotCall:yes"_s), Ids{m_marta});
    QCOMPARE(pastList(u"consent:refused"_s), Ids());
    QCOMPARE(list(u"consent:refused doNotCall:no"_s), Ids{m_marta});
}

void TestConsent::nothingIsOfferedThatMustNotBeUsed()
{
    Lead lead = m_w->lead(m_marta);
    QVERIFY(!lead.usableEmail() && !lead.usablePhone());
    lead.emails = {{*EmailAddress::parse(u"old@x.example"), {}, ContactState::Invalid}, {*EmailAddress::parse(u"new@x.example"), {}, {}}};
    lead.phones = {{*PhoneNumber::parse(u"+351 912 345 678", u"PT"_s), {}, {}}};
    QVERIFY(lead.usableEmail() && lead.usablePhone());
    QCOMPARE(lead.usableEmail()->address.asTyped(), u"new@x.example"_s);
    lead.doNotEmail = true;
    QVERIFY(!lead.usableEmail() && lead.usablePhone());
    lead.doNotCall = true;
    QVERIFY(!lead.usablePhone());
}

void TestConsent::anImportNeverTakesAnOptOutBack()
{
    set(m_marta, LeadField::Email, u"marta@x.example"_s);
    set(m_nina, LeadField::Email, u"nina@x.example"_s);
    set(m_nina, LeadField::Consent, u"given"_s);
    set(m_marta, LeadField::DoNotEmail, u"yes"_s);
    ImportOptions over;
    over.onMatch = OnMatch::Overwrite;
    m_w->import(m_w->write(u"news.csv"_s,
                           "Name,Email,Unsubscribed from all email,Newsletter\n"
                           "Marta,marta@x.example,no,yes\nNina,nina@x.example,yes,no\n"),
                over);
    QVERIFY(m_w->lead(m_marta).doNotEmail);
    QCOMPARE(m_w->lead(m_marta).consent, Consent::Given);
    QVERIFY(m_w->lead(m_nina).doNotEmail);
    QCOMPARE(m_w->lead(m_nina).consent, Consent::Refused);
    answerOf((*m_w)->history().undo());
    QVERIFY(!m_w->lead(m_nina).doNotEmail);
    QCOMPARE(m_w->lead(m_nina).consent, Consent::Given);
    // What was refused stays so.
    set(m_nina, LeadField::Consent, u"refused"_s);
    for (const char *said : {"yes", "unknown", "2026-01-01"}) {
        m_w->import(m_w->write(u"later.csv"_s, "Name,Email,Consent\nNina,nina@x.example," + QByteArray(said) + '\n'), over);
        QCOMPARE(m_w->lead(m_nina).consent, Consent::Refused);
    }
}

QTEST_GUILESS_MAIN(TestConsent)
#include "tst_consent.moc"
