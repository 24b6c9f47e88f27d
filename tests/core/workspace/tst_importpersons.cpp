// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Whose row it is, in files as people write them: ids that are line numbers, names in two columns, addresses that come in pieces.
class TestImportPersons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineNumberIsNoPerson();
    void aLineNumberWithoutContactsIsNoPersonEither();
    void zerosBeforeAnIdAreNone();
    void anIdWithAnotherNameIsTold();
    void aDealIsNotThePersonOfItsNumber();
    void aShortListOfPipedriveIsKnown();
    void whatARowAddsIsKnownToTheNext();
    void partsOfANameAreKept_data();
    void partsOfANameAreKept();
    void columnsOfOneNameAreRememberedEach();
    void anExportCutDownKnowsItsLeads();
    void amountsHaveTheDecimalsOfTheirCurrency();
    void salesforceClosesItsLeads();

private:
    static ImportCounts import(TemporaryWorkspace &w, const QByteArray &text, const QString &name = u"file.csv"_s)
    {
        return w.import(w.write(name, text)).counts;
    }
    static Lead only(TemporaryWorkspace &w, const QString &filter)
    {
        const LeadListPtr found = w.list(filter);
        if (found->ids.size() != 1)
            QTest::qFail(qPrintable(u"%1 leads: %2"_s.arg(found->ids.size()).arg(filter)), __FILE__, __LINE__);
        return found->ids.empty() ? Lead() : w.lead(found->ids.front());
    }
};

void TestImportPersons::aLineNumberIsNoPerson()
{
    TemporaryWorkspace w;
    import(w, "ID,Name,Email,Phone,Company\n1,Ann Lee,ann@x.example,+49 30 1111111,Acme\n");
    const QByteArray fair = "ID,Name,Email,Phone,Company\n1,Ben Kay,ben@y.example,+49 30 2222222,Globex\n";
    const ImportCounts counts = import(w, fair, u"fair.csv"_s);
    QCOMPARE(counts.created, 1);
    QCOMPARE(only(w, u"name:\"Ann Lee\""_s).emails.size(), size_t(1));
    const Lead ben = only(w, u"name:\"Ben Kay\""_s);
    QCOMPARE(ben.externalId, QString()); // it is Ann's
    QVERIFY2(ben.notes.contains(u"External id: 1"_s), qPrintable(ben.notes));
    const ImportCounts again = import(w, fair, u"fair.csv"_s);
    QCOMPARE(again.created + again.updated, 0);
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestImportPersons::aLineNumberWithoutContactsIsNoPersonEither()
{
    TemporaryWorkspace w;
    import(w, "ID,Name,Company\n1,Bob,Acme\n2,Eva,Globex\n");
    QCOMPARE(import(w, "ID,Name,Company\n1,Ana,Initech\n2,Eva Sol,Globex\n", u"fair.csv"_s).created, 1);
    QCOMPARE(only(w, u"name:Ana"_s).company, u"Initech"_s);
    QVERIFY(only(w, u"name:Eva"_s).notes.contains(u"Eva Sol"_s)); // the same firm: she is told to be called so
}

void TestImportPersons::zerosBeforeAnIdAreNone()
{
    TemporaryWorkspace w;
    import(w, "ID,Name,Email\n123,Ann,a@x.example\n");
    const ImportCounts counts = import(w, "ID,Name,Email,City\n00123,Ann,a@x.example,Porto\n", u"later.csv"_s);
    QCOMPARE(counts.created, 0);
    QCOMPARE(only(w, u"name:Ann"_s).city, u"Porto"_s);
}

void TestImportPersons::anIdWithAnotherNameIsTold()
{
    TemporaryWorkspace w;
    import(w, "ID,Name,Email\n1,Ann Lee,ann@x.example\n");
    const ImportResult married = w.import(w.write(u"later.csv"_s, "ID,Name,Email\n1,Ann Kay,ann@x.example\n"));
    QCOMPARE(married.counts.updated, 1);
    const Lead ann = only(w, u"email:ann@x.example"_s);
    QCOMPARE(ann.name, u"Ann Lee"_s);
    QVERIFY(ann.notes.contains(u"Name: Ann Kay"_s));
}

void TestImportPersons::aDealIsNotThePersonOfItsNumber()
{
    TemporaryWorkspace w;
    import(w,
           "Person - ID,Person - Name,Person - Phone,Person - Email\n1,Ana A,+351 910 000 001,ana@a.example\n"
           "2,Bob B,+351 910 000 002,bob@b.example\n");
    const QByteArray deals = "Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Status,Person - Name,Person - ID\n"
                             "1,Bobs deal,500,Qualified,Open,Bob B,2\n2,Anas deal,70,Proposal Made,Open,Ana A,1\n";
    import(w, deals, u"deals.csv"_s);
    QCOMPARE(only(w, u"name:\"Ana A\""_s).value, (Money{7'000, u"EUR"_s}));
    const Lead bob = only(w, u"name:\"Bob B\""_s);
    QCOMPARE(bob.value, (Money{50'000, u"EUR"_s}));
    QVERIFY(!bob.notes.contains(u"Anas deal"_s));
    const ImportCounts again = import(w, deals, u"deals.csv"_s);
    QCOMPARE(again.created + again.updated, 0);
}

void TestImportPersons::aShortListOfPipedriveIsKnown()
{
    TemporaryWorkspace w;
    import(w, "Person - Name,Person - ID,Person - Email - Work\nTyrion,17,ty@r.example\nArya,18,ar@w.example\n");
    import(w,
           "Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Status,Person - Name,Person - ID\n"
           "17,Shields,1234.50,Contact Made,Won,Arya,18\n",
           u"deals.csv"_s);
    const Lead arya = only(w, u"name:Arya"_s);
    QCOMPARE(arya.value, (Money{123'450, u"EUR"_s}));
    QCOMPARE(arya.outcome, Outcome::Won);
    QCOMPARE(only(w, u"name:Tyrion"_s).value, std::nullopt);
}

void TestImportPersons::whatARowAddsIsKnownToTheNext()
{
    TemporaryWorkspace w;
    import(w,
           "Name,Email,Email 2,Phone\nAnn,a@x.example,,\nAnn,a@x.example,b@x.example,+49 30 1234567\nAnn,b@x.example,,\n"
           "Ann,,,+49 30 1234567\n");
    QCOMPARE(only(w, u"name:Ann"_s).emails.size(), size_t(2));
    // The same of a lead that was there.
    import(w, "Name,Email,Email 2\nAnn,b@x.example,c@x.example\nAnn,c@x.example,\n", u"later.csv"_s);
    QCOMPARE(only(w, u"name:Ann"_s).emails.size(), size_t(3));
}

void TestImportPersons::partsOfANameAreKept_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("note");
    const auto row = [](const char *text, const char *name, const char *note = "") {
        QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(name) << QString::fromUtf8(note);
    };
    row("Name;Vorname;E-Mail\nPohl;Uwe;u@p.example\n", "Uwe Pohl");
    row("Vorname;Nachname;Ansprechpartner;E-Mail\nUwe;Pohl;Jana Kern;u@p.example\n", "Uwe Pohl", "Ansprechpartner: Jana Kern");
    row("First Name,Last Name,Display Name,Email\nUwe,Pohl,pohlu,u@p.example\n", "Uwe Pohl", "Display Name: pohlu");
    row("Name,First Name,Last Name,Email\nDr. Uwe Pohl,Uwe,Pohl,u@p.example\n", "Dr. Uwe Pohl");
    row("Name,First Name,Last Name,Email\nUwe Pohl,Uwe Jan,Pohl,u@p.example\n", "Uwe Pohl");
    row("Name,First Name,Last Name,Email\nUwe,Uwe,Pohl,u@p.example\n", "Uwe Pohl");
    row("Name,First Name,Email\nUwe Pohl,Uwe,u@p.example\n", "Uwe Pohl");
    row("Name,First Name,Email\nBob Smith,Robert,u@p.example\n", "Bob Smith");
    row("Name,First Name,Last Name,Email\n山田太郎,太郎,山田,u@p.example\n", "山田太郎");
    row("Name,Last Name,Email\nAnna Müller Schmidt,Müller-Schmidt,u@p.example\n", "Anna Müller Schmidt");
}

void TestImportPersons::partsOfANameAreKept()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    QFETCH(QString, note);
    TemporaryWorkspace w;
    import(w, text);
    const Lead lead = only(w, u"email:u@p.example"_s);
    QCOMPARE(lead.name, name);
    QVERIFY2(lead.notes.contains(note), qPrintable(lead.notes));
}

void TestImportPersons::columnsOfOneNameAreRememberedEach()
{
    TemporaryWorkspace w;
    import(w, "Name,Email,Name\nAnn,a@x.example,Acme\n");
    QVERIFY(only(w, u"name:Ann"_s).notes.contains(u"Acme"_s));
    const QByteArray second = "Name,Email,Name\nBob,b@x.example,Beta\n";
    import(w, second, u"second.csv"_s);
    QVERIFY(only(w, u"name:Bob"_s).notes.contains(u"Beta"_s));
    QCOMPARE(import(w, second, u"second.csv"_s).updated, 0);
}

void TestImportPersons::anExportCutDownKnowsItsLeads()
{
    TemporaryWorkspace w;
    const LeadId ann = w.add(u"Ann"_s, u"Acme"_s);
    const QByteArray cut = "id,name,city\n" + ann.toString().toLatin1() + ",Ann,Porto\n";
    const ImportCounts counts = import(w, cut);
    QCOMPARE(counts.created, 0);
    QCOMPARE(counts.updated, 1);
    QCOMPARE(w.lead(ann).city, u"Porto"_s);
    // What is no id, in a column that was chosen for one by hand, is told and not lost.
    const QString path = w.write(u"byhand.csv"_s, "Number,Name\nabc,Zoe\n");
    const auto progress = std::make_shared<Progress>();
    ImportMapping mapping = answerOf(w->imports().recognise(path, progress));
    mapping.columns.front().target = {};
    mapping.columns.front().target.kind = ImportTarget::Kind::OwnId;
    const ImportResult byHand = answerOf(w->imports().run({path, mapping, {}, {}, {}, {}, {}}, progress));
    QCOMPARE(byHand.problems.size(), size_t(1));
    QVERIFY(only(w, u"name:Zoe"_s).notes.contains(u"Number: abc"_s));
    // Numbers of any other kind stay what they were.
    import(w, "id,name,city\n123456789012345678,Ben,Faro\n", u"other.csv"_s);
    QCOMPARE(only(w, u"name:Ben"_s).externalId, u"123456789012345678"_s);
}

void TestImportPersons::amountsHaveTheDecimalsOfTheirCurrency()
{
    TemporaryWorkspace w;
    import(w,
           "Name,Email,Value,Currency\nA,a@x.example,5000,JPY\nB,b@x.example,7.125,KWD\nC,c@x.example,1234.5,JPY\nD,d@x.example,$20,CAD\n"
           "E,e@x.example,70,\nF,f@x.example,80,£\nG,g@x.example,90,Yen\n");
    QCOMPARE(only(w, u"name:A"_s).value, (Money{5'000, u"JPY"_s}));
    QCOMPARE(only(w, u"name:B"_s).value, (Money{7'125, u"KWD"_s}));
    QCOMPARE(only(w, u"name:C"_s).value, (Money{1'235, u"JPY"_s}));
    QCOMPARE(only(w, u"name:D"_s).value, (Money{2'000, u"CAD"_s}));
    QCOMPARE(only(w, u"name:E"_s).value, (Money{7'000, u"EUR"_s}));
    QCOMPARE(only(w, u"name:F"_s).value, (Money{8'000, u"GBP"_s}));
    QCOMPARE(only(w, u"name:G"_s).value, (Money{9'000, u"EUR"_s}));
    QVERIFY(only(w, u"name:G"_s).notes.contains(u"Currency: Yen"_s));
    // Without rates they are ordered by their numbers, not by their smallest coins.
    const LeadListPtr sorted = answerOf(w->leads().list({{}, {{LeadField::Value, true}}}));
    QStringList names;
    for (const LeadId id : sorted->ids)
        names += w.lead(id).name;
    QCOMPARE(names, (QStringList{u"A"_s, u"C"_s, u"G"_s, u"F"_s, u"E"_s, u"D"_s, u"B"_s}));
}

void TestImportPersons::salesforceClosesItsLeads()
{
    TemporaryWorkspace w;
    import(w,
           "Id,FirstName,LastName,Company,Email,LeadSource,Status,OwnerId,CreatedDate,Rating\n"
           "00Q1,Tom,Ford,Ford,t@f.example,Web,Closed - Converted,005,2024-03-12T09:14:00.000Z,Hot\n"
           "00Q2,Sue,Ford,Ford,s@f.example,Web,Closed - Not Converted,005,2024-03-12T09:14:00.000Z,Cold\n");
    QCOMPARE(only(w, u"name:\"Tom Ford\""_s).outcome, Outcome::Won);
    QCOMPARE(only(w, u"name:\"Sue Ford\""_s).outcome, Outcome::Lost);
}

QTEST_GUILESS_MAIN(TestImportPersons)
#include "tst_importpersons.moc"
