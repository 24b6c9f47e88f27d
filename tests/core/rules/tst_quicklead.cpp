// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quicklead.h"

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
    void readsASignature();
    void readsAGermanSignature();
    void nothingIsNothing();
};

namespace {

QString read(const QString &text)
{
    Vocabulary words;
    words.stages = defaultStages();
    words.sources = {u"Trade fair"_s, u"Web form"_s};
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
    QTest::newRow("what nobody knows") << u"Jane, Acme, likes tea"_s << u"name=Jane | company=Acme | notes=likes tea"_s;
}

void TestQuickLead::readsOneLine()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, fields);
    QCOMPARE(read(typed), fields);
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
    QCOMPARE(read(u"Mit freundlichen Grüßen\n\nJonas Brandt\nGeschäftsführer\nBrandt Kaffee GmbH\nRosenstraße 5, 10115 Berlin\n"
                  "Tel. 030 23125 126 · Telefax 030 23125 127\nMobil: 0151 23456789\njonas@brandt-kaffee.de\n"_s),
             u"name=Jonas Brandt | company=Brandt Kaffee GmbH | jobTitle=Geschäftsführer | email=jonas@brandt-kaffee.de | "
             "phone=030 23125 126; 0151 23456789 | street=Rosenstraße 5 | postalCode=10115 | city=Berlin"_s);
}

void TestQuickLead::nothingIsNothing()
{
    QCOMPARE(read(QString()), QString());
    QCOMPARE(read(u" ,, ;\n\n"_s), QString());
}

QTEST_MAIN(TestQuickLead)
#include "tst_quicklead.moc"
