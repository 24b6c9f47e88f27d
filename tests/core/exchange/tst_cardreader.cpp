// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/cardproperty.h"
#include "support/draftreading.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// vCards as phones, Outlook, Apple and Android write them.
class TestCardReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalCards();
    void quotedPrintableOfVersion21();
    void charsetOfVersion21();
    void foldedLines();
    void groupsOfApple();
    void companiesOfApple();
    void version4();
    void photosAreSkippedAndCounted();
    void aCardThatBreaksOffIsRejected();
    void anEndlessLineCostsItsCardOnly();
    void endlessPhotoIsNoProblem();
    void utf16();
    void escapedSigns();
    void moreEmailsThanColumns();
    void aCardWithoutAnEndCostsItselfOnly();
    void aCardWithinACardIsSomebodyElse();
    void groupsAreNobody();
    void profilesAreNamed();

private:
    QString written(const QByteArray &bytes);
    QTemporaryDir m_folder;
};

QString TestCardReader::written(const QByteArray &bytes)
{
    QFile file(m_folder.filePath(u"people.vcf"_s));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

void TestCardReader::severalCards()
{
    const auto drafts = draftsOf(written("BEGIN:VCARD\r\nVERSION:3.0\r\nN:Oliveira;Marta;Sofia;;\r\nFN:Marta Oliveira\r\n"
                                         "ORG:Padaria Estrela;Sales\r\nTITLE:Owner\r\nEMAIL;TYPE=HOME:marta@home.example\r\n"
                                         "EMAIL;TYPE=WORK,PREF:marta@estrela.example\r\nTEL;TYPE=CELL:+351 912 345 678\r\n"
                                         "ADR;TYPE=WORK:;;Rua Nova 1;Lisboa;;1100-001;Portugal\r\nCATEGORIES:Baker,VIP\r\n"
                                         "NOTE:likes rye\r\nUID:abc-1\r\nEND:VCARD\r\n"
                                         "begin:vcard\nversion:2.1\nn:Peters;Jan\ntel;work:0221 123456\nend:vcard\n"));
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.size(), size_t(2));
    const Lead &marta = drafts->leads[0].lead;
    QCOMPARE(marta.name, u"Marta Oliveira"_s);
    QCOMPARE(marta.company, u"Padaria Estrela"_s);
    QCOMPARE(marta.jobTitle, u"Owner"_s);
    QCOMPARE(marta.emails.size(), size_t(2));
    QCOMPARE(marta.emails.front().address.normalised(), u"marta@estrela.example"_s); // the preferred one is the one to use
    QCOMPARE(marta.emails.front().label, u"Work"_s);
    QCOMPARE(marta.emails.back().label, u"Home"_s);
    QCOMPARE(marta.phones.front().label, u"Mobile"_s);
    QCOMPARE(marta.street, u"Rua Nova 1"_s);
    QCOMPARE(marta.city, u"Lisboa"_s);
    QCOMPARE(marta.tags, (QStringList{u"Baker"_s, u"VIP"_s}));
    QCOMPARE(marta.externalId, u"abc-1"_s);
    QVERIFY(marta.notes.contains(u"likes rye"_s) && marta.notes.contains(u"Department: Sales"_s));
    QCOMPARE(drafts->leads[1].lead.name, u"Jan Peters"_s);
    QCOMPARE(drafts->leads[1].lead.phones.front().label, u"Work"_s);
    QCOMPARE(drafts->leads[1].line, qint64(15));
}

void TestCardReader::quotedPrintableOfVersion21()
{
    const auto drafts =
        draftsOf(written("BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen\r\n"
                         "NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:first line=0D=0Asec=\r\nond line\r\nEND:VCARD\r\n"));
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.front().lead.name, u"Jürgen Müller"_s);
    QVERIFY2(drafts->leads.front().lead.notes.contains(u"second line"_s), qPrintable(drafts->leads.front().lead.notes));
}

void TestCardReader::charsetOfVersion21()
{
    // "Иван Петров" in windows-1251.
    const auto drafts = draftsOf(written("BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:"
                                         "=C8=E2=E0=ED =CF=E5=F2=F0=EE=E2\r\nTEL:+7 495 123-45-67\r\nEND:VCARD\r\n"));
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.front().lead.name, u"Иван Петров"_s);
    QCOMPARE(decodedText("\xA4", u"ISO-8859-15"_s), u"€"_s);
}

void TestCardReader::foldedLines()
{
    const auto drafts =
        draftsOf(written("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Marta Oli\r\n veira\r\nEMAIL:marta@est\r\n\trela.example\r\nEND:VCARD\r\n"));
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.front().lead.name, u"Marta Oliveira"_s);
    QCOMPARE(drafts->leads.front().lead.emails.front().address.normalised(), u"marta@estrela.example"_s);
}

void TestCardReader::groupsOfApple()
{
    const auto drafts =
        draftsOf(written("BEGIN:VCARD\nVERSION:3.0\nPRODID:-//Apple Inc.//macOS 14.0//EN\nN:Oliveira;Marta;;;\nFN:Marta Oliveira\n"
                         "item1.EMAIL;type=INTERNET;type=pref:marta@estrela.example\nitem1.X-ABLabel:Bakery\n"
                         "item2.TEL:+351 912 345 678\nitem2.X-ABLabel:_$!<Work>!$_\n"
                         "item3.URL;type=pref:https://estrela.example\nitem3.X-ABLabel:_$!<HomePage>!$_\n"
                         "X-SOCIALPROFILE;type=twitter:https://twitter.example/marta\nX-ABUID:1234\nEND:VCARD\n"));
    QVERIFY(drafts);
    const Lead &lead = drafts->leads.front().lead;
    QCOMPARE(lead.emails.front().label, u"Bakery"_s);
    QCOMPARE(lead.phones.front().label, u"Work"_s);
    QCOMPARE(lead.website, u"https://estrela.example"_s);
    QVERIFY(lead.notes.contains(u"https://twitter.example/marta"_s));
    QVERIFY(!lead.notes.contains(u"1234"_s));
}

void TestCardReader::companiesOfApple()
{
    const auto drafts = draftsOf(written("BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:Padaria Estrela\nORG:Padaria Estrela;\nX-ABShowAs:COMPANY\n"
                                         "TEL:+351 21 123 4567\nEND:VCARD\n"));
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.front().lead.name, QString());
    QCOMPARE(drafts->leads.front().lead.company, u"Padaria Estrela"_s);
}

void TestCardReader::version4()
{
    const auto drafts = draftsOf(written("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Marta Oliveira\r\nEMAIL;PREF=2:second@estrela.example\r\n"
                                         "EMAIL;PREF=1;TYPE=work:first@estrela.example\r\n"
                                         "TEL;VALUE=uri;TYPE=\"voice,cell\":tel:+351-912-345-678;ext=12\r\nLANG:pt\r\nEND:VCARD\r\n"));
    QVERIFY(drafts);
    const Lead &lead = drafts->leads.front().lead;
    QCOMPARE(lead.emails.front().address.normalised(), u"first@estrela.example"_s);
    QCOMPARE(lead.phones.front().number.normalised(), u"+351912345678"_s);
    QCOMPARE(lead.phones.front().label, u"Mobile"_s);
    QCOMPARE(lead.language, u"pt"_s);
}

void TestCardReader::photosAreSkippedAndCounted()
{
    QByteArray photo = "PHOTO;ENCODING=b;TYPE=JPEG:";
    for (int i = 0; i < 1000; ++i)
        photo += QByteArray(74, 'A') + "\r\n ";
    photo += "AA\r\n";
    const auto drafts = draftsOf(written(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Marta\r\n" + photo
        + "EMAIL:marta@estrela.example\r\nEND:VCARD\r\n"
          "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Peters;Jan\r\nPHOTO;BASE64:\r\n  AAAA\r\n  AAAA\r\n\r\nTEL:0221 123456\r\nEND:VCARD\r\n"));
    QVERIFY(drafts);
    QCOMPARE(drafts->photos, qint64(2));
    QCOMPARE(drafts->leads.size(), size_t(2));
    QCOMPARE(drafts->leads[0].lead.emails.size(), size_t(1));
    QCOMPARE(drafts->leads[1].lead.phones.size(), size_t(1));
}

void TestCardReader::aCardThatBreaksOffIsRejected()
{
    const auto drafts =
        draftsOf(written("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Marta\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jan\r\n"));
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.size(), size_t(1));
    QCOMPARE(drafts->rejected.size(), size_t(1));
    QCOMPARE(drafts->rejected.front().line, qint64(5));
    QVERIFY(!drafts->rejected.front().reason.isEmpty());
}

void TestCardReader::anEndlessLineCostsItsCardOnly()
{
    const auto drafts = draftsOf(written("BEGIN:VCARD\r\nFN:Marta\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Endless\r\nNOTE:"
                                         + QByteArray(40 << 20, 'x') + "\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Jan\r\nEND:VCARD\r\n"));
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.size(), size_t(2));
    QCOMPARE(drafts->rejected.size(), size_t(1));
    QCOMPARE(drafts->rejected.front().cells.value(0), u"FN:Endless"_s);
}

void TestCardReader::endlessPhotoIsNoProblem()
{
    const auto drafts =
        draftsOf(written("BEGIN:VCARD\r\nFN:Marta\r\nPHOTO:" + QByteArray(20 << 20, 'A') + "\r\nTEL:+351 912 345 678\r\nEND:VCARD\r\n"));
    QVERIFY(drafts);
    QCOMPARE(drafts->rejected.size(), size_t(0));
    QCOMPARE(drafts->leads.front().lead.phones.size(), size_t(1));
}

void TestCardReader::utf16()
{
    const QString text = u"\uFEFFBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jürgen Müller\r\nEND:VCARD\r\n"_s;
    const auto drafts = draftsOf(written(QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)));
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.front().lead.name, u"Jürgen Müller"_s);
}

void TestCardReader::escapedSigns()
{
    const auto property = readCardProperty("ORG:Smith\\, Jones\\; Sons;R\\nD");
    QVERIFY(property);
    QCOMPARE(property->parts(u';'), (QStringList{u"Smith, Jones; Sons"_s, u"R\nD"_s}));
    QVERIFY(!readCardProperty("no property"));
}

void TestCardReader::moreEmailsThanColumns()
{
    QByteArray card = "BEGIN:VCARD\r\nFN:Marta\r\n";
    for (int i = 0; i < 9; ++i)
        card += "EMAIL:m" + QByteArray::number(i) + "@estrela.example\r\n";
    const auto drafts = draftsOf(written(card + "END:VCARD\r\n"));
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.front().lead.emails.size(), size_t(9));
}

void TestCardReader::aCardWithoutAnEndCostsItselfOnly()
{
    const auto drafts = draftsOf(written("BEGIN:VCARD\nVERSION:3.0\nFN:Unended\nBEGIN:VCARD\nVERSION:3.0\nFN:Good\nEND:VCARD\n"
                                         "BEGIN:VCARD\nVERSION:3.0\nFN:Another\nEND:VCARD\n"));
    QVERIFY(drafts);
    QCOMPARE(drafts->rejected.size(), size_t(1));
    QCOMPARE(drafts->rejected.front().line, qint64(1));
    QCOMPARE(drafts->leads.size(), size_t(2));
    QCOMPARE(drafts->leads[0].lead.name, u"Good"_s);
    QCOMPARE(drafts->leads[0].line, qint64(4));
    QCOMPARE(drafts->leads[1].lead.name, u"Another"_s);
}

void TestCardReader::aCardWithinACardIsSomebodyElse()
{
    const auto drafts = draftsOf(written("BEGIN:VCARD\nVERSION:2.1\nFN:Marta\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nFN:Jan\nEND:VCARD\n"
                                         "TEL:+351 912 345 678\nEND:VCARD\n"));
    QVERIFY(drafts);
    QCOMPARE(drafts->rejected.size(), size_t(0));
    QCOMPARE(drafts->leads.size(), size_t(1));
    QCOMPARE(drafts->leads[0].lead.name, u"Marta"_s);
    QCOMPARE(drafts->leads[0].lead.phones.size(), size_t(1));
}

void TestCardReader::groupsAreNobody()
{
    const auto drafts = draftsOf(written("BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Friends\nMEMBER:urn:uuid:1\nEND:VCARD\n"
                                         "BEGIN:VCARD\nVERSION:3.0\nFN:Family\nX-ADDRESSBOOKSERVER-KIND:group\nEND:VCARD\n"
                                         "BEGIN:VCARD\nVERSION:4.0\nKIND:individual\nFN:Marta\nEND:VCARD\n"));
    QVERIFY(drafts);
    QCOMPARE(drafts->leads.size(), size_t(1));
    QCOMPARE(drafts->leads[0].lead.name, u"Marta"_s);
    QCOMPARE(drafts->rejected.size(), size_t(2));
    QVERIFY(drafts->rejected[0].reason.contains(u"group"_s));
}

void TestCardReader::profilesAreNamed()
{
    const auto drafts = draftsOf(written("BEGIN:VCARD\nFN:Marta\nX-SOCIALPROFILE;TYPE=twitter:https://x.example/marta\nEND:VCARD\n"));
    QVERIFY(drafts);
    QCOMPARE(drafts->leads[0].lead.notes, u"Social profile: https://x.example/marta"_s);
}

QTEST_GUILESS_MAIN(TestCardReader)
#include "tst_cardreader.moc"
