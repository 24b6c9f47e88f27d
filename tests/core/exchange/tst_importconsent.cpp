// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/draftreading.h"

#include <QTest>

using namespace kindling;

/// What a file says of who agreed to be written to, who does not want to be, and who cannot be reached.
class TestImportConsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optOutsAreRecognised_data();
    void optOutsAreRecognised();
    void consentIsRead_data();
    void consentIsRead();
    void whoWentAwayGivesNoConsent();
    void doNotContactMeansPhonesToo();

private:
    static std::vector<LeadDraft> leadsOf(const QByteArray &text)
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("leads.csv")));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        file.close();
        const std::optional<Drafts> drafts = written ? draftsOf(file.fileName()) : std::nullopt;
        return drafts ? drafts->leads : std::vector<LeadDraft>();
    }
};

void TestImportConsent::optOutsAreRecognised_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<QByteArray>("in");
    for (const char *header : {"Unsubscribed from all email", "Opted Out of Email", "hs_email_optout", "Do not contact", "Unsubscribe",
                               "Bounced", "Do not disturb", "Keine Werbung", "Désabonné", "Blacklisted"}) {
        QTest::newRow(header) << QByteArray(header) << QByteArray("yes") << QByteArray("no");
        QTest::addRow("%s (1)", header) << QByteArray(header) << QByteArray("1") << QByteArray("false");
    }
    for (const char *header : {"Email Status", "Marketing Status", "Email Permission Status", "Person - Marketing status", "Status"}) {
        QTest::newRow(header) << QByteArray(header) << QByteArray("Unsubscribed") << QByteArray("Subscribed");
        QTest::addRow("%s (bounced)", header) << QByteArray(header) << QByteArray("bounced") << QByteArray("active");
    }
    QTest::newRow("cancelled") << QByteArray("Status") << QByteArray("cancelled") << QByteArray("confirmed");
    QTest::newRow("cleaned") << QByteArray("Email Status") << QByteArray("CLEANED") << QByteArray("Verified");
    QTest::newRow("unknown state") << QByteArray("Marketing Status") << QByteArray("bounced") << QByteArray("Guessed");
}

void TestImportConsent::optOutsAreRecognised()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, out);
    QFETCH(QByteArray, in);
    const std::vector<LeadDraft> leads =
        leadsOf("Name,Email," + header + "\nA,a@x.example," + out + "\nB,b@x.example," + in + "\nC,c@x.example,\n");
    QCOMPARE(leads.size(), size_t(3));
    QCOMPARE(leads[0].lead.emails.front().state, ContactState::DoNotUse);
    QCOMPARE(leads[1].lead.emails.front().state, ContactState::Usable);
    QCOMPARE(leads[2].lead.emails.front().state, ContactState::Usable);
    const bool undeliverable = out.toLower() == "bounced" || out == "CLEANED" || header == "Bounced"; // nobody asked for anything
    QCOMPARE(leads[0].lead.doNotEmail, !undeliverable);
    QVERIFY(!leads[1].lead.doNotEmail && !leads[2].lead.doNotEmail);
    for (const LeadDraft &draft : leads)
        QCOMPARE(draft.problems, QStringList());
}

void TestImportConsent::consentIsRead_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Consent>("consent");
    for (const char *header :
         {"Accepts Email Marketing", "Newsletter", "Einwilligung", "Marketing consent", "GDPR", "Email Opt In", "Consent"}) {
        QTest::addRow("%s yes", header) << QByteArray(header) << QByteArray("yes") << Consent::Given;
        QTest::addRow("%s on a day", header) << QByteArray(header) << QByteArray("2026-01-31") << Consent::Given;
        QTest::addRow("%s no", header) << QByteArray(header) << QByteArray("no") << Consent::Refused;
        QTest::addRow("%s withdrawn", header) << QByteArray(header) << QByteArray("Withdrawn") << Consent::Refused;
        QTest::addRow("%s empty", header) << QByteArray(header) << QByteArray("") << Consent::Unknown;
        QTest::addRow("%s bounced", header) << QByteArray(header) << QByteArray("bounced") << Consent::Unknown; // nobody was asked
        QTest::addRow("%s unclear", header) << QByteArray(header) << QByteArray("maybe later") << Consent::Unknown;
    }
}

void TestImportConsent::consentIsRead()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, text);
    QFETCH(Consent, consent);
    const std::vector<LeadDraft> leads = leadsOf("Name,Email," + header + "\nA,a@x.example," + text + "\n");
    QCOMPARE(leads.front().lead.consent, consent);
    if (text == "maybe later") // a column of the field says what cannot be read, a claim is kept as it stands
        QCOMPARE(leads.front().problems.size(), header == "Consent" ? 1 : 0);
    if (text == "maybe later" && header != "Consent")
        QVERIFY(leads.front().lead.notes.contains(u"maybe later"));
}

void TestImportConsent::whoWentAwayGivesNoConsent()
{
    // Mailchimp: confirmed once, unsubscribed later.
    const std::vector<LeadDraft> left = leadsOf("Email Address,First Name,Last Name,CONFIRM_TIME,UNSUB_TIME,LEID,EUID\n"
                                                "a@x.example,Ana,Sousa,2024-01-02 10:00:00,2025-03-04 10:00:00,1,2\n");
    QVERIFY(left.front().lead.doNotEmail);
    QCOMPARE(left.front().lead.consent, Consent::Refused);
    // Of two columns the one of the consent itself counts.
    const std::vector<LeadDraft> withdrawn =
        leadsOf("Name,Email,Accepts Email Marketing,Consent\nA,a@x.example,yes,withdrawn\nB,b@x.example,yes,given\n");
    QCOMPARE(withdrawn[0].lead.consent, Consent::Refused);
    QCOMPARE(withdrawn[1].lead.consent, Consent::Given);
}

void TestImportConsent::doNotContactMeansPhonesToo()
{
    const std::vector<LeadDraft> leads = leadsOf("Name,Email,Phone,Do not contact\nA,a@x.example,+49 30 1234567,yes\n");
    QCOMPARE(leads.front().lead.phones.front().state, ContactState::DoNotUse);
    QCOMPARE(leads.front().lead.emails.front().state, ContactState::DoNotUse);
}

QTEST_GUILESS_MAIN(TestImportConsent)
#include "tst_importconsent.moc"
