// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quicklead.h"

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
    void longTextsTakeNoTime();
    void nothingIsNothing();
};

namespace {

QString read(const QString &text)
{
    Vocabulary words;
    words.stages = defaultStages();
    words.sources = {u"Trade fair"_s, u"Web form"_s, u"Referral"_s};
    words.members = {u"Ines Prado"_s, u"Jan Novák"_s, u"Jan Maler"_s};
    words.country = u"DE"_s;
    words.currency = u"EUR"_s;
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

void TestQuickLead::longTextsTakeNoTime()
{
    QElapsedTimer timer;
    timer.start();
    for (const QString &some : {u"1 "_s, u"a"_s, u"x of Yy "_s, u"0"_s, u"Mail "_s, u"www.a"_s, u"- "_s, u"1.000 "_s})
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
