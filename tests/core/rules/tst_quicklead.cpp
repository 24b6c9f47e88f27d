// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quicklead.h"

#include "core/base/money.h"

#include <QElapsedTimer>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// A lead out of one line, or out of a signature.
class TestQuickLead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOneLine_data();
    void readsOneLine();
    void readsWithoutCommas_data();
    void readsWithoutCommas();
    void readsASignature();
    void readsASignatureWithoutColons();
    void readsAnAddress_data();
    void readsAnAddress();
    void readsAGermanSignature();
    void labelsAreNoAddresses_data();
    void labelsAreNoAddresses();
    void closingsAreNoNames_data();
    void closingsAreNoNames();
    void numbersThatAreNone_data();
    void numbersThatAreNone();
    void placesInOneLine_data();
    void placesInOneLine();
    void signsOfMoney_data();
    void signsOfMoney();
    void namesAsTheyAreWritten_data();
    void namesAsTheyAreWritten();
    void longTextsTakeNoTime();
    void nothingIsNothing();
};

namespace {

QString read(const QString &text, const QString &currency = u"EUR"_s)
{
    Vocabulary words;
    words.stages = defaultStages();
    words.sources = {u"Trade fair"_s, u"Web form"_s, u"Referral"_s};
    words.members = {u"Ines Prado"_s, u"Jan Novák"_s, u"Jan Maler"_s};
    words.country = u"DE"_s;
    words.currency = currency;
    QStringList parts;
    for (const ReadField &field : readQuickLead(text, words))
        parts += fieldKey(field.field) + u'=' + field.text;
    return parts.join(u" | "_s);
}

} // namespace

void TestQuickLead::readsOneLine_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("fields");
    QTest::newRow("the one of the manual")
        << u"Jane Doe, Acme, jane@acme.com, +49 30 23125001, hot"_s
        << u"name=Jane Doe | company=Acme | email=jane@acme.com | phone=+49 30 23125001 | temperature=hot"_s;
    QTest::newRow("a name alone") << u"Jane Doe"_s << u"name=Jane Doe"_s;
    QTest::newRow("an address alone") << u"jane@acme.com"_s << u"email=jane@acme.com"_s;
    QTest::newRow("as mail programs write it") << u"\"Jane Doe\" <jane@acme.com>"_s << u"name=Jane Doe | email=jane@acme.com"_s;
    QTest::newRow("value and source") << u"Jane Doe, trade fair, 5k"_s << u"name=Jane Doe | source=Trade fair | value=5k"_s;
    QTest::newRow("value with its sign") << u"Jane, Acme, 1.200,50 €"_s << u"name=Jane | company=Acme | value=1.200,50 €"_s;
    QTest::newRow("value with thousands") << u"Jane, 5,000 EUR"_s << u"name=Jane | value=5,000 EUR"_s;
    QTest::newRow("the number of the manual") << u"Jane,+49 30 123456,hot"_s << u"name=Jane | phone=+49 30 123456 | temperature=hot"_s;
    QTest::newRow("a company by its form") << u"Acme GmbH, Jane Doe"_s << u"name=Jane Doe | company=Acme GmbH"_s;
    QTest::newRow("post") << u"Jane Doe, Head of operations, Acme"_s << u"name=Jane Doe | company=Acme | jobTitle=Head of operations"_s;
    QTest::newRow("tags") << u"Jane Doe, #ovens, #fair"_s << u"name=Jane Doe | tags=ovens; fair"_s;
    QTest::newRow("two addresses") << u"Jane, a@acme.com, b@acme.com"_s << u"name=Jane | email=a@acme.com; b@acme.com"_s;
    QTest::newRow("a stage") << u"Jane, proposal, www.acme.com"_s << u"name=Jane | website=www.acme.com | stage=Proposal"_s;
    QTest::newRow("the word before a value") << u"Jane Doe, Acme, value 5k"_s << u"name=Jane Doe | company=Acme | value=5k"_s;
    QTest::newRow("who it is for") << u"Jane Doe, value 5k, Acme, Ines"_s
                                   << u"name=Jane Doe | company=Acme | owner=Ines Prado | value=5k"_s;
    QTest::newRow("who it is for, in full") << u"Jane Doe, jan novak"_s << u"name=Jane Doe | owner=Jan Novák"_s;
    QTest::newRow("a first name of two members") << u"Jane Doe, Acme, Jan"_s << u"name=Jane Doe | company=Acme | notes=Jan"_s;
    QTest::newRow("a lead called like a member") << u"Ines Prado, Acme"_s << u"name=Ines Prado | company=Acme"_s;
    QTest::newRow("family name first") << u"Doe, Jane, Acme Ltd"_s << u"name=Jane Doe | company=Acme Ltd"_s;
    QTest::newRow("a company displaces what was taken for one")
        << u"Jane Doe, likes tea, Acme Ltd"_s << u"name=Jane Doe | company=Acme Ltd | notes=likes tea"_s;
    QTest::newRow("a company displaces only a guess")
        << u"Jane Doe, Acme Ltd, Globex Inc"_s << u"name=Jane Doe | company=Acme Ltd | notes=Globex Inc"_s;
    QTest::newRow("no legal form") << u"Jane Doe, Acme, ab Montag"_s << u"name=Jane Doe | company=Acme | notes=ab Montag"_s;
    QTest::newRow("a date is no phone") << u"Jane Doe, Acme, 01.02.2026"_s << u"name=Jane Doe | company=Acme | notes=01.02.2026"_s;
    QTest::newRow("what nobody knows") << u"Jane, Acme, likes tea"_s << u"name=Jane | company=Acme | notes=likes tea"_s;
}

void TestQuickLead::readsOneLine()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, fields);
    QCOMPARE(read(typed), fields);
}

void TestQuickLead::readsWithoutCommas_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("fields");
    QTest::newRow("nothing but spaces") << u"Jane Doe jane@acme.com +49 30 123456 hot"_s
                                        << u"name=Jane Doe | email=jane@acme.com | phone=+49 30 123456 | temperature=hot"_s;
    QTest::newRow("a phone, then an amount") << u"Jane Doe +49 30 123456 5k"_s << u"name=Jane Doe | phone=+49 30 123456 | value=5k"_s;
    QTest::newRow("a phone, then money") << u"Jane Doe 030 123456 5,000 EUR"_s << u"name=Jane Doe | phone=030 123456 | value=5,000 EUR"_s;
    QTest::newRow("told in a sentence")
        << u"met Bob Stone of Globex at fair, bob@globex.com 5k referral tomorrow 9 #oven"_s
        << u"name=Bob Stone | company=Globex | email=bob@globex.com | source=Referral | value=5k | tags=oven | "
           "notes=met Bob Stone of Globex at fair\ntomorrow 9"_s;
    QTest::newRow("of a company") << u"Bob Stone of Globex, hot"_s << u"name=Bob Stone | company=Globex | temperature=hot"_s;
    QTest::newRow("no person") << u"Acme GmbH, Bank of America"_s << u"name=Bank of America | company=Acme GmbH"_s;
    QTest::newRow("a sentence with its capital") << u"Met Bob Stone at the fair"_s << u"name=Bob Stone | notes=Met Bob Stone at the fair"_s;
    QTest::newRow("a remark with an amount is kept whole")
        << u"Jane Doe jane@acme.com, Acme, wants five ovens at 2k each"_s
        << u"name=Jane Doe | company=Acme | email=jane@acme.com | value=2k | notes=wants five ovens at 2k each"_s;
    QTest::newRow("a source with an amount") << u"Jane Doe, trade fair 5k"_s << u"name=Jane Doe | source=Trade fair | value=5k"_s;
    QTest::newRow("at a company with its form")
        << u"John O'Neil @ Globex Inc john@globex.com"_s << u"name=John O'Neil | company=Globex Inc | email=john@globex.com"_s;
    QTest::newRow("a company with of") << u"Royal House of Bread Ltd, Jane"_s << u"name=Jane | company=Royal House of Bread Ltd"_s;
    QTest::newRow("two phones") << u"Jane Doe 0171 1234567 / 030 7654321, Acme"_s
                                << u"name=Jane Doe | company=Acme | phone=0171 1234567; 030 7654321"_s;
    QTest::newRow("two phones alone") << u"Jane, 0171 234567 / 030 765432"_s << u"name=Jane | phone=0171 234567; 030 765432"_s;
    QTest::newRow("a phone with a stroke") << u"Jane Doe +49 (0) 30 / 23125126 hot"_s
                                           << u"name=Jane Doe | phone=+49 (0) 30 / 23125126 | temperature=hot"_s;
    QTest::newRow("no meeting") << u"Met Office"_s << u"name=Met Office"_s;
    QTest::newRow("labels") << u"Jane Doe tel 030 1234567 email jane@acme.com web www.acme.com"_s
                            << u"name=Jane Doe | email=jane@acme.com | phone=030 1234567 | website=www.acme.com"_s;
    QTest::newRow("in angles") << u"Jane Doe <jane@acme.com> hot, Acme"_s
                               << u"name=Jane Doe | company=Acme | email=jane@acme.com | temperature=hot"_s;
    QTest::newRow("the company behind it") << u"Jane Doe jane@acme.com Acme Bakery"_s
                                           << u"name=Jane Doe | company=Acme Bakery | email=jane@acme.com"_s;
    QTest::newRow("all small") << u"jane doe jane@acme.com acme warm"_s << u"name=jane doe | company=acme warm | email=jane@acme.com"_s;
    QTest::newRow("tags and a link") << u"Jane #oven acme.com #fair worth 1.200,50 €"_s
                                     << u"name=Jane | website=acme.com | value=1.200,50 € | tags=oven; fair"_s;
    QTest::newRow("a name with a warm word") << u"Hot Bread Kitchen Ltd, Jane"_s << u"name=Jane | company=Hot Bread Kitchen Ltd"_s;
    QTest::newRow("a remark with a warm word") << u"Jane, Acme, likes his coffee hot"_s
                                               << u"name=Jane | company=Acme | notes=likes his coffee hot"_s;
    QTest::newRow("a name with a number") << u"Studio 54, Jane"_s << u"name=Studio 54 | company=Jane"_s;
    QTest::newRow("a company called fax") << u"Jane, Fax Machines"_s << u"name=Jane | company=Fax Machines"_s;
}

void TestQuickLead::readsWithoutCommas()
{
    readsOneLine();
}

void TestQuickLead::readsASignatureWithoutColons()
{
    QCOMPARE(read(u"José Núñez\nDirector\nPanadería Sol S.A.\nT +49 (0)30 1234567 | M +49 171 9876543\nF +49 30 1234568\n"
                  "E jose@sol.example\nW www.sol.example\n"_s),
             u"name=José Núñez | company=Panadería Sol S.A. | jobTitle=Director | email=jose@sol.example | "
             "phone=+49 (0)30 1234567; +49 171 9876543 | website=www.sol.example"_s);
    QCOMPARE(read(u"Jane Doe\nT +49 30 1234567 M +49 171 9876543 F +49 30 1234568"_s),
             u"name=Jane Doe | phone=+49 30 1234567; +49 171 9876543"_s);
}

void TestQuickLead::readsAnAddress_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("fields");
    const QString berlin = u"name=Jane Doe | street=Hauptstrasse 12 | postalCode=10115 | city=Berlin"_s;
    QTest::newRow("without country") << u"Hauptstrasse 12, 10115 Berlin"_s << berlin;
    QTest::newRow("country") << u"Hauptstrasse 12, 10115 Berlin, Germany"_s << berlin + u" | country=Germany"_s;
    QTest::newRow("country as it is called there")
        << u"Hauptstrasse 12 | 10115 Berlin | Deutschland"_s << berlin + u" | country=Deutschland"_s;
    const QString name = u"name=Jane Doe | "_s;
    QTest::newRow("Polish") << u"00-238 Warszawa"_s << name + u"postalCode=00-238 | city=Warszawa"_s;
    QTest::newRow("Polish with its street") << u"ul. Długa 5, PL-00-238 Warszawa, Polska"_s
                                            << name + u"street=ul. Długa 5 | postalCode=00-238 | city=Warszawa | country=Polska"_s;
    QTest::newRow("Czech") << u"Dlouhá 5, 110 00 Praha 1"_s << name + u"street=Dlouhá 5 | postalCode=110 00 | city=Praha 1"_s;
    QTest::newRow("Swedish") << u"Kungsgatan 5, 111 22 Stockholm, Sverige"_s
                             << name + u"street=Kungsgatan 5 | postalCode=111 22 | city=Stockholm | country=Sverige"_s;
    QTest::newRow("Spanish") << u"C/ Mayor, 5, 28013 Madrid"_s << name + u"street=C/ Mayor, 5 | postalCode=28013 | city=Madrid"_s;
    QTest::newRow("Spanish in two lines") << u"C/ Mayor, 5\n28013 Madrid"_s
                                          << name + u"street=C/ Mayor, 5 | postalCode=28013 | city=Madrid"_s;
    QTest::newRow("a street by its house") << u"Mayor, 5, 28013 Madrid"_s << name + u"street=Mayor, 5 | postalCode=28013 | city=Madrid"_s;
    QTest::newRow("country below") << u"Hauptstrasse 12\n10115 Berlin\nGermany"_s << berlin + u" | country=Germany"_s;
    QTest::newRow("company before the town") << u"Acme GmbH, 10115 Berlin, Germany"_s
                                             << u"name=Jane Doe | company=Acme GmbH | postalCode=10115 | city=Berlin | country=Germany"_s;
}

void TestQuickLead::readsAnAddress()
{
    QFETCH(const QString, line);
    QFETCH(const QString, fields);
    const QStringList parts = read(u"Jane Doe\n"_s + line).split(u" | "_s);
    const QStringList expected = fields.split(u" | "_s);
    QCOMPARE(QSet(parts.begin(), parts.end()), QSet(expected.begin(), expected.end()));
}

void TestQuickLead::readsASignature()
{
    QCOMPARE(read(u"Best regards,\nJane Doe\nHead of Operations | Acme Ltd\nT: +44 20 7946 0393 | F: nothing\nFax: +44 20 7946 0394\n"
                  "Email: jane@acme.co.uk\nwww.acme.co.uk\n12 Baker Street\n"_s)
                 .section(u" | notes"_s, 0, 0),
             u"name=Jane Doe | company=Acme Ltd | jobTitle=Head of Operations | email=jane@acme.co.uk | phone=+44 20 7946 0393 | "
             "website=www.acme.co.uk | street=12 Baker Street"_s);
}

void TestQuickLead::readsAGermanSignature()
{
    QVERIFY(!read(u"Anna Schaefer\nSchaefer GmbH\nHRB 12345\na@schaefer.example"_s).contains(u"value="_s));
    QVERIFY(read(u"Anna Schaefer, CHF 4500"_s).contains(u"value=CHF 4500"_s));
    QCOMPARE(read(u"Mit freundlichen Grüßen\n\nJonas Brandt\nGeschäftsführer\nBrandt Kaffee GmbH\nRosenstraße 5, 10115 Berlin\n"
                  "Tel. 030 23125 126 · Telefax 030 23125 127\nMobil: 0151 23456789\njonas@brandt-kaffee.de\n"_s),
             u"name=Jonas Brandt | company=Brandt Kaffee GmbH | jobTitle=Geschäftsführer | email=jonas@brandt-kaffee.de | "
             "phone=030 23125 126; 0151 23456789 | street=Rosenstraße 5 | postalCode=10115 | city=Berlin"_s);
}

void TestQuickLead::labelsAreNoAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("fields");
    QTest::newRow("m.rossi") << u"Marco Rossi, Rossi SpA, m.rossi@rossi.it"_s
                             << u"name=Marco Rossi | company=Rossi SpA | email=m.rossi@rossi.it"_s;
    QTest::newRow("two") << u"m.lee@x.org; a.m@y.org"_s << u"email=m.lee@x.org; a.m@y.org"_s;
    for (const QString &address :
         {u"t.mueller@mueller.de"_s, u"e.fox@x.org"_s, u"p.fox@x.org"_s, u"w.fox@x.org"_s, u"mob.lee@x.org"_s, u"tel.aviv@x.org"_s,
          u"cell.block@x.org"_s, u"mail.man@x.org"_s, u"email.me@x.org"_s, u"e-mail.me@x.org"_s, u"fax.man@x.org"_s, u"fax2@x.org"_s,
          u"fax@x.org"_s, u"m.1980@x.org"_s, u"fax.030@x.org"_s, u"office.b@x.org"_s, u"telefon.b@x.org"_s, u"phone.b@x.org"_s})
        QTest::newRow(qPrintable(address)) << u"Jane, "_s + address << u"name=Jane | email="_s + address;
    QTest::newRow("a site called like a label") << u"Jane, web.de"_s << u"name=Jane | website=web.de"_s;
    QTest::newRow("dot and space") << u"Jane\nT. +49 30 23125001"_s << u"name=Jane | phone=+49 30 23125001"_s;
    QTest::newRow("dot and digit") << u"Jane\nM.0171 2312500"_s << u"name=Jane | phone=0171 2312500"_s;
    QTest::newRow("dot and bracket") << u"Jane\nTel.(030) 2312500"_s << u"name=Jane | phone=(030) 2312500"_s;
    QTest::newRow("a letter before a site") << u"Jane\nW. acme.com"_s << u"name=Jane | website=acme.com"_s;
    QTest::newRow("a letter of a name") << u"E. Fox, P. Smith & Sons Ltd"_s << u"name=E. Fox | company=P. Smith & Sons Ltd"_s;
    QTest::newRow("French") << u"Jane\nTél. : 030 2312500"_s << u"name=Jane | phone=030 2312500"_s;
    QTest::newRow("dot and colon") << u"Jane\nTel.: 030 2312500"_s << u"name=Jane | phone=030 2312500"_s;
    QTest::newRow("colon") << u"Jane\nE: a@b.cc"_s << u"name=Jane | email=a@b.cc"_s;
    QTest::newRow("colon alone") << u"Jane\nE:m.lee@b.cc"_s << u"name=Jane | email=m.lee@b.cc"_s;
    QTest::newRow("dot and space before an address") << u"Jane\nE. m.lee@b.cc"_s << u"name=Jane | email=m.lee@b.cc"_s;
    for (const QString &fax :
         {u"Fax. 030 2312500"_s, u"Fax.030 2312500"_s, u"Fax.: 030 2312500"_s, u"Fax (030) 2312500"_s, u"Fax (+49) 30 2312500"_s})
        QTest::newRow(qPrintable(fax)) << u"Jane\n"_s + fax << u"name=Jane"_s;
}

void TestQuickLead::labelsAreNoAddresses()
{
    readsOneLine();
}

void TestQuickLead::closingsAreNoNames_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("fields");
    for (const QString &closing : {u"Med vänlig hälsning"_s,
                                   u"Vänliga hälsningar,"_s,
                                   u"MVH"_s,
                                   u"Mvh,"_s,
                                   u"Med venlig hilsen"_s,
                                   u"Med vennlig hilsen"_s,
                                   u"Vennlig hilsen"_s,
                                   u"Com os melhores cumprimentos,"_s,
                                   u"Melhores cumprimentos"_s,
                                   u"Atenciosamente,"_s,
                                   u"Cumprimentos,"_s,
                                   u"Atentamente"_s,
                                   u"Distinti saluti"_s,
                                   u"Cordiali saluti"_s,
                                   u"Un cordiale saluto"_s,
                                   u"Un saludo,"_s,
                                   u"Saludos cordiales"_s,
                                   u"Reciba un cordial saludo"_s,
                                   u"Z poważaniem"_s,
                                   u"Pozdrawiam,"_s,
                                   u"Serdecznie pozdrawiam"_s,
                                   u"S pozdravem"_s,
                                   u"S úctou"_s,
                                   u"S pozdravom"_s,
                                   u"Met vriendelijke groet,"_s,
                                   u"Met vriendelijke groeten"_s,
                                   u"Hartelijke groet"_s,
                                   u"Groeten,"_s,
                                   u"Ystävällisin terveisin"_s,
                                   u"Terveisin"_s,
                                   u"Bien à vous,"_s,
                                   u"Bien cordialement"_s,
                                   u"Sincères salutations"_s,
                                   u"Liebe Grüße"_s,
                                   u"Freundliche Grüße"_s,
                                   u"Freundliche Gruesse"_s,
                                   u"Hochachtungsvoll"_s,
                                   u"MfG"_s,
                                   u"All the best,"_s,
                                   u"Many thanks!"_s,
                                   u"Respectfully"_s,
                                   u"Best,"_s,
                                   u"Kind regards"_s,
                                   u"Yours sincerely"_s,
                                   u"Thanks for your time"_s,
                                   u"Thanks & Regards"_s,
                                   u"Cheers :-)"_s,
                                   u"Gruß"_s})
        QTest::newRow(qPrintable(closing)) << closing + u"\nJane Doe\nAcme Ltd"_s << u"name=Jane Doe | company=Acme Ltd"_s;
    for (const QString &company :
         {u"Best Bakery Ltd"_s, u"Best"_s, u"MVH Consulting"_s, u"MfG Handel"_s, u"Cheers Wine Ltd"_s, u"Thanksgiving Foods"_s,
          u"Regards GmbH"_s, u"Groeten Plaza"_s, u"Respectfully Yours Inc."_s, u"Un Saludo Bar"_s})
        QTest::newRow(qPrintable(company)) << u"Jane Doe\n"_s + company << u"name=Jane Doe | company="_s + company;
}

void TestQuickLead::closingsAreNoNames()
{
    readsOneLine();
}

void TestQuickLead::numbersThatAreNone_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("fields");
    for (const QString &number : {u"P.IVA 01234567890"_s,
                                  u"P. IVA 01234567890"_s,
                                  u"Partita IVA: 01234567890"_s,
                                  u"VAT IT01234567890"_s,
                                  u"VAT Reg. No.: GB 123 4567 89"_s,
                                  u"NIP 5260001246"_s,
                                  u"NIP: 526-000-12-46"_s,
                                  u"USt-IdNr. DE123456789"_s,
                                  u"USt-ID: DE 123 456 789"_s,
                                  u"NIF B12345678"_s,
                                  u"CIF: B-12345678"_s,
                                  u"NIF/CIF B12345678"_s,
                                  u"KvK 12345678"_s,
                                  u"IČO 12345678"_s,
                                  u"IČO: 123 45 678"_s,
                                  u"SIRET 732 829 320 00074"_s,
                                  u"HRB 12345"_s,
                                  u"HRB 12345 B"_s,
                                  u"CVR-nr. 12345678"_s,
                                  u"Org.nr 556677-8899"_s,
                                  u"BTW NL001234567B01"_s,
                                  u"UID: ATU12345678"_s,
                                  u"Company No. 01234567"_s,
                                  u"HRB 12345 Amtsgericht Berlin"_s})
        QTest::newRow(qPrintable(number)) << u"Jane Doe\nAcme Ltd\n"_s + number << u"name=Jane Doe | company=Acme Ltd | notes="_s + number;
    QTest::newRow("beside each other") << u"Jane Doe\nAcme Ltd\nIČO 12345678, DIČ CZ12345678 | Tel. 030 2312500"_s
                                       << u"name=Jane Doe | company=Acme Ltd | phone=030 2312500 | notes=IČO 12345678\nDIČ CZ12345678"_s;
    QTest::newRow("behind the company") << u"Jane Doe\nAcme Srl P.IVA 01234567890"_s
                                        << u"name=Jane Doe | company=Acme Srl | notes=P.IVA 01234567890"_s;
    QTest::newRow("no company by it") << u"Jane Doe\nHRB 12345\nAcme"_s << u"name=Jane Doe | company=Acme | notes=HRB 12345"_s;
    QTest::newRow("in one line") << u"Jane Doe, Acme, NIP 5260001246, 5k"_s
                                 << u"name=Jane Doe | company=Acme | value=5k | notes=NIP 5260001246"_s;
    QTest::newRow("a court before it") << u"Jane Doe\nAmtsgericht Berlin HRB 12345 B\nAcme"_s
                                       << u"name=Jane Doe | company=Acme | notes=Amtsgericht Berlin HRB 12345 B"_s;
    QTest::newRow("money behind a tax") << u"Jane Doe, Acme, VAT 5000 EUR"_s
                                        << u"name=Jane Doe | company=Acme | value=5000 EUR | notes=VAT"_s;
    QTest::newRow("another first name") << u"Rea 030 2312500"_s << u"name=Rea | phone=030 2312500"_s;
    QTest::newRow("a first name") << u"Iva 030 2312500"_s << u"name=Iva | phone=030 2312500"_s;
    QTest::newRow("a country in brackets") << u"Jane, (+34) 91 123 45 67"_s << u"name=Jane | phone=(+34) 91 123 45 67"_s;
    QTest::newRow("a country in brackets, no comma")
        << u"Jane (+34) 91 123 45 67 hot"_s << u"name=Jane | phone=(+34) 91 123 45 67 | temperature=hot"_s;
}

void TestQuickLead::numbersThatAreNone()
{
    readsOneLine();
}

void TestQuickLead::placesInOneLine_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("fields");
    QTest::newRow("Polish") << u"Jan Kos, Acme, 00-238 Warszawa"_s << u"name=Jan Kos | company=Acme | postalCode=00-238 | city=Warszawa"_s;
    QTest::newRow("Polish, with all")
        << u"Jan Kos, Acme, ul. Długa 5, 00-238 Warszawa, Polska, 5k"_s
        << u"name=Jan Kos | company=Acme | street=ul. Długa 5 | postalCode=00-238 | city=Warszawa | country=Polska | value=5k"_s;
    QTest::newRow("Polish without commas") << u"Jan Kos 00-238 Warszawa"_s << u"name=Jan Kos 00-238 Warszawa"_s;
    QTest::newRow("Czech") << u"Jan Kos, Acme, 110 00 Praha"_s << u"name=Jan Kos | company=Acme | postalCode=110 00 | city=Praha"_s;
    QTest::newRow("Spanish") << u"Ana Gil, Acme, C/ Mayor, 5, 28013 Madrid"_s
                             << u"name=Ana Gil | company=Acme | street=C/ Mayor, 5 | postalCode=28013 | city=Madrid"_s;
    QTest::newRow("Italian") << u"Ugo Sala, Via Roma, 12 bis, 20121 Milano"_s
                             << u"name=Ugo Sala | street=Via Roma, 12 bis | postalCode=20121 | city=Milano"_s;
    QTest::newRow("a house without its town") << u"Ana Gil, Acme, C/ Mayor, 5"_s << u"name=Ana Gil | company=Acme | street=C/ Mayor, 5"_s;
    QTest::newRow("money is no town") << u"Jane, 12000 EUR"_s << u"name=Jane | value=12000 EUR"_s;
    QTest::newRow("money is no town, in lines") << u"Jane\n12000 EUR"_s << u"name=Jane | value=12000 EUR"_s;
    QTest::newRow("Czech money is no town, in lines") << u"Jane\n100 00 Kč"_s << u"name=Jane | value=100 00 Kč"_s;
    QTest::newRow("in care of") << u"Jane, c/o Acme, 5k"_s << u"name=Jane | company=c/o Acme | value=5k"_s;
}

void TestQuickLead::placesInOneLine()
{
    readsOneLine();
}

void TestQuickLead::signsOfMoney_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    QTest::newRow("Kč") << u"Jan, 100 000 Kč"_s << u"100 000 Kč"_s << qint64(10'000'000) << u"CZK"_s;
    QTest::newRow("Kč before") << u"Jan, Kč 500"_s << u"Kč 500"_s << qint64(50'000) << u"CZK"_s;
    QTest::newRow("as it is shown") << u"Jan, 100\u00A0000\u00A0Kč"_s << u"100 000 Kč"_s << qint64(10'000'000) << u"CZK"_s;
    QTest::newRow("kr") << u"Jan, 12 000 kr"_s << u"12 000 kr"_s << qint64(1'200'000) << u"SEK"_s;
    QTest::newRow("kr.") << u"Jan, 12.000 kr."_s << u"12.000 kr."_s << qint64(1'200'000) << u"SEK"_s;
    QTest::newRow("kr before") << u"Jan, kr 500"_s << u"kr 500"_s << qint64(50'000) << u"SEK"_s;
    QTest::newRow("kr without commas") << u"Jan 500 kr hot"_s << u"500 kr"_s << qint64(50'000) << u"SEK"_s;
    QTest::newRow("zł") << u"Jan, 1 500,50 zł"_s << u"1 500,50 zł"_s << qint64(150'050) << u"PLN"_s;
    QTest::newRow("Ft") << u"Jan, 25 000 Ft"_s << u"25 000 Ft"_s << qint64(2'500'000) << u"HUF"_s;
    QTest::newRow("¥") << u"Jan, ¥5000"_s << u"¥5000"_s << qint64(5000) << u"JPY"_s;
    QTest::newRow("R$") << u"Jan, R$ 1.500"_s << u"R$ 1.500"_s << qint64(150'000) << u"BRL"_s;
    QTest::newRow("R$ without commas") << u"Jan R$ 1.500 hot"_s << u"R$ 1.500"_s << qint64(150'000) << u"BRL"_s;
    QTest::newRow("₹") << u"Jan, ₹ 500"_s << u"₹ 500"_s << qint64(50'000) << u"INR"_s;
    QTest::newRow("thousands") << u"Jan, 5k Kč"_s << u"5k Kč"_s << qint64(500'000) << u"CZK"_s;
}

void TestQuickLead::signsOfMoney()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, amount);
    QFETCH(const qint64, minor);
    QFETCH(const QString, currency);
    const QString fields = read(typed);
    QVERIFY2(fields.startsWith(u"name=Jan | "_s) && fields.contains(u"value="_s + amount) && !fields.contains(u"company="_s),
             qPrintable(fields));
    const Result<Money> money = Money::parse(amount, u"EUR"_s);
    QVERIFY(money.ok());
    QCOMPARE(*money, (Money{minor, currency}));
}

void TestQuickLead::namesAsTheyAreWritten_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("fields");
    QTest::newRow("of Outlook") << u"\"Silva, Ana\" <ana@silva.pt>"_s << u"name=Ana Silva | email=ana@silva.pt"_s;
    QTest::newRow("of Outlook, with more") << u"\"Silva, Ana\" <ana@silva.pt>, Silva Lda, hot"_s
                                           << u"name=Ana Silva | company=Silva Lda | email=ana@silva.pt | temperature=hot"_s;
    QTest::newRow("family name first") << u"O'Brien, Pat <pat@x.org>"_s << u"name=Pat O'Brien | email=pat@x.org"_s;
    QTest::newRow("a company before the address")
        << u"Jane Doe, Acme <jane@acme.com>"_s << u"name=Jane Doe | company=Acme | email=jane@acme.com"_s;
    QTest::newRow("a company by the address") << u"Jane, Acme <info@acme.com>"_s << u"name=Jane | company=Acme | email=info@acme.com"_s;
    QTest::newRow("two family names") << u"García López, Ana <ana.garcia@x.es>"_s << u"name=Ana García López | email=ana.garcia@x.es"_s;
    QTest::newRow("post in brackets") << u"Jane Doe (CTO at Acme Inc.)"_s << u"name=Jane Doe | company=Acme Inc. | jobTitle=CTO"_s;
    QTest::newRow("post in brackets, with more")
        << u"Jane Doe (CTO at Acme), hot"_s << u"name=Jane Doe | company=Acme | jobTitle=CTO | temperature=hot"_s;
    QTest::newRow("post in brackets, no company")
        << u"Jane Doe (Head of Sales), Acme"_s << u"name=Jane Doe | company=Acme | jobTitle=Head of Sales"_s;
    QTest::newRow("post in brackets before an address")
        << u"Jane Doe (CTO at Acme Inc.) jane@acme.com"_s << u"name=Jane Doe | company=Acme Inc. | jobTitle=CTO | email=jane@acme.com"_s;
    QTest::newRow("company in brackets") << u"Jane Doe (Acme Inc.), hot"_s << u"name=Jane Doe | company=Acme Inc. | temperature=hot"_s;
    QTest::newRow("post and company") << u"Jane Doe, CTO at Acme Inc."_s << u"name=Jane Doe | company=Acme Inc. | jobTitle=CTO"_s;
    QTest::newRow("post and company in brackets")
        << u"Jane Doe (CTO, Acme Inc.)"_s << u"name=Jane Doe | company=Acme Inc. | jobTitle=CTO"_s;
    QTest::newRow("two tags") << u"Jane, #fair #vip"_s << u"name=Jane | tags=fair; vip"_s;
    QTest::newRow("a tag and a phone") << u"Jane, #fair 030 2312500"_s << u"name=Jane | phone=030 2312500 | tags=fair"_s;
    QTest::newRow("degrees") << u"Jane Doe, MBA, PhD\nAcme"_s << u"name=Jane Doe | company=Acme"_s;
    QTest::newRow("degrees with dots") << u"Jane Doe, M.A., Ph.D.\nHead of Sales\nAcme"_s
                                       << u"name=Jane Doe | company=Acme | jobTitle=Head of Sales"_s;
    QTest::newRow("degrees together") << u"Jane Doe, MSc MBA\nAcme"_s << u"name=Jane Doe | company=Acme"_s;
    QTest::newRow("degrees before") << u"Dipl.-Ing. Jonas Brandt\nAcme"_s << u"name=Dipl.-Ing. Jonas Brandt | company=Acme"_s;
    QTest::newRow("a degree that is a name") << u"Ma, Jack, Acme Ltd"_s << u"name=Jack Ma | company=Acme Ltd"_s;
}

void TestQuickLead::namesAsTheyAreWritten()
{
    readsOneLine();
}

void TestQuickLead::longTextsTakeNoTime()
{
    QElapsedTimer timer;
    timer.start();
    for (const QString &some :
         {u"1 "_s, u"a"_s, u"x of Yy "_s, u"0"_s, u"Mail "_s, u"www.a"_s, u"- "_s, u"1.000 "_s, u"HRB 1 "_s, u"VAT "_s, u"VAT No "_s,
          u"C/ M, 5, "_s, u"110 00 "_s, u"(CEO "_s, u"kr "_s, u"#a "_s, u"M.A. "_s, u"Via A"_s})
        read(u"Jane "_s + some.repeated(64 * 1024 / some.size()));
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed()))); // with quadratic expressions it is minutes
}

void TestQuickLead::nothingIsNothing()
{
    QCOMPARE(read(QString()), QString());
    QCOMPARE(read(u" ,, ;\n\n"_s), QString());
}

QTEST_MAIN(TestQuickLead)
#include "tst_quicklead.moc"
