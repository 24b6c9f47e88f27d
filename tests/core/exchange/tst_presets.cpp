// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/draftreading.h"

#include <QDir>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Exports of other programs, each in tests/data/exchange with the mapping it must be given at once ("FILE.map": the program, then what
/// each column becomes). Nothing may be left for the user to click, and no cell of them is a problem.
class TestPresets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsWithoutAClick_data();
    void mapsWithoutAClick();
    void columnsInAnyOrder();
    void severalValuesInACell();
    void labelsOfGoogle();
    void titleOfOutlookIsNoJob();
    void preambleOfLinkedIn();
    void footerOfSalesforce();
    void suppressionListsAreNeverContactable_data();
    void suppressionListsAreNeverContactable();
    void prefixedPhonesOfFacebook();
    void apostrophesOfShopify();
    void optOutOfBrevo();
    void notesOfPipedriveAreText();
    void marketingConsentIsAClaim();
    void wonDealOfHubSpot();
    void severalCompaniesOfHubSpot();
    void germanOutlook();
    void personOfAPipedriveDeal();
};

namespace {

QString fixture(const QString &name)
{
    return QStringLiteral(KINDLING_SOURCE_DIR "/tests/data/exchange/") + name;
}

/// The only lead of a fixture, or its first.
LeadDraft firstLead(const QString &name)
{
    const std::optional<Drafts> drafts = draftsOf(fixture(name));
    return drafts && !drafts->leads.empty() ? drafts->leads.front() : LeadDraft();
}

QStringList emailsOf(const Lead &lead)
{
    QStringList texts;
    for (const EmailEntry &email : lead.emails)
        texts += email.address.normalised() + (email.label.isEmpty() ? QString() : u' ' + email.label);
    return texts;
}

} // namespace

void TestPresets::mapsWithoutAClick_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &name : QDir(fixture({})).entryList({u"*.csv"_s, u"*.tsv"_s}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << name;
}

void TestPresets::mapsWithoutAClick()
{
    QFETCH(QString, file);
    const Result<ImportMapping> mapping = mappingOf(fixture(file));
    QVERIFY2(mapping.ok(), mapping ? "" : qPrintable(errorSentence(mapping.error())));
    QString found = u"= "_s + mapping->sourceKind + u'\n';
    for (const ImportColumn &column : mapping->columns)
        found += column.header + u'\t' + targetKey(column.target) + u'\n';
    QFile expected(fixture(file + u".map"_s));
    const QString wanted = expected.open(QIODevice::ReadOnly) ? QString::fromUtf8(expected.readAll()) : QString();
    if (found != wanted)
        qWarning("%s", qPrintable(found));
    QCOMPARE(found, wanted);
    QVERIFY(!mapping->datesUnclear);
    QCOMPARE(mapping->newStages, QStringList());
    const std::optional<Drafts> drafts = draftsOf(fixture(file));
    QVERIFY(drafts);
    QVERIFY(!drafts->leads.empty() || !drafts->companies.empty() || !drafts->timeline.empty());
    QCOMPARE(drafts->rejected.size(), size_t(0));
    for (const LeadDraft &draft : drafts->leads)
        QCOMPARE(draft.problems, QStringList());
}

void TestPresets::columnsInAnyOrder()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"export.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Lifecycle Stage,Email,Favourite bread,Last Name,Record ID,First Name\nlead,marta@estrela.example,rye,Oliveira,101,Marta\n");
    file.close();
    const Result<ImportMapping> mapping = mappingOf(path);
    QVERIFY(mapping.ok());
    QCOMPARE(mapping->sourceKind, u"HubSpot contacts"_s);
    QStringList targets;
    for (const ImportColumn &column : mapping->columns)
        targets += targetKey(column.target);
    QCOMPARE(targets.join(u' '), u"stage email notes familyName externalId givenName"_s);
}

void TestPresets::severalValuesInACell()
{
    const Lead lead = firstLead(u"google.csv"_s).lead;
    QCOMPARE(lead.name, u"Marta Sofia Oliveira"_s);
    QCOMPARE(lead.emails.size(), size_t(3));
    QCOMPARE(lead.phones.size(), size_t(2));
    QCOMPARE(lead.tags, QStringList{u"Bakers"_s}); // "* starred" and "* myContacts" are labels of Google's own
    QCOMPARE(lead.street, u"Rua Nova 1"_s);
}

void TestPresets::labelsOfGoogle()
{
    const Lead lead = firstLead(u"google.csv"_s).lead;
    QCOMPARE(emailsOf(lead),
             (QStringList{u"marta@estrela.example Work"_s, u"orders@estrela.example Work"_s, u"marta@home.example Home"_s}));
    QCOMPARE(lead.phones.front().label, u"Mobile"_s);
}

void TestPresets::titleOfOutlookIsNoJob()
{
    const Lead lead = firstLead(u"outlook.csv"_s).lead;
    QCOMPARE(lead.jobTitle, u"Owner"_s);
    QVERIFY(lead.notes.contains(u"Title: Ms"_s));
    const Lead classic = firstLead(u"outlook-classic.csv"_s).lead;
    QCOMPARE(classic.name, u"Jürgen Peters"_s); // the file is in the Windows code page
    QCOMPARE(classic.street, u"Hauptstr. 1, Hof 2"_s);
    QCOMPARE(classic.tags, (QStringList{u"Kunde"_s, u"Messe"_s}));
}

void TestPresets::preambleOfLinkedIn()
{
    const std::optional<Drafts> drafts = draftsOf(fixture(u"linkedin.csv"_s));
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.size(), size_t(2));
    QCOMPARE(drafts->leads.front().line, qint64(5));
    QCOMPARE(drafts->leads.front().lead.company, u"Padaria Estrela"_s);
}

void TestPresets::footerOfSalesforce()
{
    const std::optional<Drafts> drafts = draftsOf(fixture(u"salesforce-report.csv"_s));
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.size(), size_t(1));
    QCOMPARE(drafts->leads.front().lead.owner, u"Ines"_s);
    QCOMPARE(drafts->leads.front().lead.temperature, Temperature::Hot);
}

void TestPresets::suppressionListsAreNeverContactable_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<ContactState>("state");
    QTest::newRow("subscribed") << u"subscribed_members_export.csv"_s << ContactState::Usable;
    QTest::newRow("unsubscribed") << u"unsubscribed_members_export.csv"_s << ContactState::DoNotUse;
    QTest::newRow("cleaned") << u"cleaned_members_export.csv"_s << ContactState::DoNotUse;
}

void TestPresets::suppressionListsAreNeverContactable()
{
    QFETCH(QString, file);
    QFETCH(ContactState, state);
    const Lead lead = firstLead(file).lead;
    QCOMPARE(lead.emails.size(), size_t(1));
    QCOMPARE(lead.emails.front().state, state);
    for (const PhoneEntry &phone : lead.phones)
        QCOMPARE(phone.state, state);
}

void TestPresets::prefixedPhonesOfFacebook()
{
    const Lead lead = firstLead(u"facebook-lead-ads.csv"_s).lead;
    QCOMPARE(lead.phones.front().number.normalised(), u"+351912345678"_s);
    QCOMPARE(lead.campaign, u"Spring"_s);
    QCOMPARE(lead.created, QDateTime::fromString(u"2024-03-12T14:14:00Z"_s, Qt::ISODate).toMSecsSinceEpoch());
}

void TestPresets::apostrophesOfShopify()
{
    const Lead lead = firstLead(u"shopify.csv"_s).lead;
    QCOMPARE(lead.externalId, u"7712345678901"_s);
    QCOMPARE(lead.postalCode, u"1100-001"_s);
    QCOMPARE(lead.phones.front().number.normalised(), u"+351912345678"_s);
    QCOMPARE(lead.street, u"Rua Nova 1, 2 Esq"_s);
}

void TestPresets::optOutOfBrevo()
{
    const Lead lead = firstLead(u"brevo.csv"_s).lead;
    QCOMPARE(lead.emails.front().state, ContactState::DoNotUse);
    QCOMPARE(lead.phones.front().state, ContactState::Usable);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(lead.created, Qt::UTC).date(), QDate(2022, 4, 25));
}

void TestPresets::notesOfPipedriveAreText()
{
    const Lead lead = firstLead(u"pipedrive-people.csv"_s).lead;
    QVERIFY2(lead.notes.contains(u"likes rye\nand spelt & oats"_s), qPrintable(lead.notes));
    QCOMPARE(lead.emails.size(), size_t(3));
}

void TestPresets::marketingConsentIsAClaim()
{
    const Lead lead = firstLead(u"shopify.csv"_s).lead;
    QVERIFY2(lead.notes.contains(u"Accepts Email Marketing: yes (as the imported file says; not proven)"_s), qPrintable(lead.notes));
    QCOMPARE(lead.emails.front().state, ContactState::Usable);
}

void TestPresets::wonDealOfHubSpot()
{
    const Lead lead = firstLead(u"hubspot-deals.csv"_s).lead;
    QCOMPARE(lead.outcome, Outcome::Won);
    QCOMPARE(lead.value, std::optional(Money{1'200'050, u"EUR"_s}));
    QCOMPARE(lead.company, u"Padaria Estrela"_s);
}

void TestPresets::severalCompaniesOfHubSpot()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"export.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Record ID,First Name,Last Name,Email,Associated Company\n101,Marta,Oliveira,marta@estrela.example,Acme;Beta; Gamma\n");
    file.close();
    const std::optional<Drafts> drafts = draftsOf(path);
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.front().lead.company, u"Acme"_s);
    QCOMPARE(drafts->leads.front().lead.notes, u"Associated Company: Beta; Gamma"_s);
}

void TestPresets::germanOutlook()
{
    const Lead lead = firstLead(u"outlook-german.csv"_s).lead;
    QCOMPARE(lead.name, u"Jürgen Peters"_s);
    QCOMPARE(lead.company, u"Bäckerei Peters"_s);
    QCOMPARE(lead.street, u"Hauptstr. 1, Hof 2"_s);
    QCOMPARE(lead.postalCode, u"50667"_s);
    QCOMPARE(lead.city, u"Köln"_s);
    QCOMPARE(lead.country, u"Deutschland"_s);
    QCOMPARE(emailsOf(lead), (QStringList{u"juergen@peters.example"_s, u"laden@peters.example"_s}));
    QCOMPARE(lead.phones.size(), size_t(2));
    QVERIFY2(lead.notes.contains(u"mag Roggen"_s) && lead.notes.contains(u"Anrede: Herr"_s), qPrintable(lead.notes));
}

void TestPresets::personOfAPipedriveDeal()
{
    const std::optional<Drafts> drafts = draftsOf(fixture(u"pipedrive-deals.csv"_s));
    QVERIFY(drafts);
    QCOMPARE(drafts->leads[0].lead.name, u"Marta Oliveira"_s);
    QVERIFY(drafts->leads[0].lead.notes.contains(u"Deal - Title: Ovens"_s));
    QCOMPARE(drafts->leads[1].lead.displayName(), u"Bäckerei Peters"_s); // a deal with nobody named
}

QTEST_GUILESS_MAIN(TestPresets)
#include "tst_presets.moc"
