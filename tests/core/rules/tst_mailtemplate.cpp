// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/mailfile.h"
#include "core/rules/mailtemplate.h"

#include <QTest>
#include <QUrlQuery>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

Lead marta()
{
    Lead lead;
    lead.name = u"Marta Oliveira"_s;
    lead.company = u"Padaria Estrela"_s;
    lead.emails.push_back({*EmailAddress::parse(u"old@estrela.example"), {}, ContactState::DoNotUse});
    lead.emails.push_back({*EmailAddress::parse(u"marta@estrela.example"), {}, ContactState::Usable});
    return lead;
}

/// The value of a header of an email as a file, unfolded.
QByteArray header(const QByteArray &mail, const QByteArray &name)
{
    QByteArray head = mail.left(mail.indexOf("\r\n\r\n") + 2);
    head.replace("\r\n ", " ");
    const qsizetype at = head.indexOf("\r\n" + name + ": ");
    return at < 0 ? QByteArray() : head.mid(at + name.size() + 4, head.indexOf("\r\n", at + 2) - at - name.size() - 4);
}

} // namespace

/// Emails: filled in, handed to the mail program, written as a file.
class TestMailTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsIn_data();
    void fillsIn();
    void goesToTheAddressThatMayBeUsed();
    void opensTheMailProgram();
    void isAFileThatCanBeOpened();
    void nobodyAddsAHeader();
    void longSubjectsAreFoldedBetweenLetters();
};

void TestMailTemplate::fillsIn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("name") << u"Dear {name},"_s << u"Dear Marta Oliveira,"_s;
    QTest::newRow("first name") << u"Hello {firstName}!"_s << u"Hello Marta!"_s;
    QTest::newRow("twice") << u"{company} and {company}, {me}"_s << u"Padaria Estrela and Padaria Estrela, Ines"_s;
    QTest::newRow("no such word") << u"{price} {x y} {"_s << u"{price} {x y} {"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestMailTemplate::fillsIn()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(filledTemplate({{}, {}, text}, marta(), u"Ines"_s).body, expected);
    Lead nobody;
    QCOMPARE(filledTemplate({{}, {}, u"Hello {firstName},"_s}, nobody, {}).body, u"Hello,"_s); // no gap where a name would be
    Lead sly = marta();
    sly.name = u"{me}"_s;
    QCOMPARE(filledTemplate({{}, {}, u"{name}"_s}, sly, u"Ines"_s).body, u"{me}"_s);
}

void TestMailTemplate::goesToTheAddressThatMayBeUsed()
{
    QCOMPARE(filledTemplate({}, marta(), {}).to, u"marta@estrela.example"_s);
}

void TestMailTemplate::opensTheMailProgram()
{
    const QUrl url = mailtoUrl({u"marta@estrela.example"_s, u"Ovens & more?"_s, u"Hello,\n1 + 1 = 2 ü"_s});
    QCOMPARE(url.scheme(), u"mailto"_s);
    QCOMPARE(url.path(), u"marta@estrela.example"_s);
    const QByteArray text = url.toEncoded();
    QVERIFY2(text.contains("subject=Ovens%20%26%20more%3F"), text.constData());
    QVERIFY2(text.contains("body=Hello%2C%0D%0A1%20%2B%201%20%3D%202%20%C3%BC"), text.constData());
    // An address cannot bring fields along.
    QVERIFY(!mailtoUrl({u"a@b.example?bcc=x@y.example"_s, {}, {}}).toEncoded().contains("?bcc"));
}

void TestMailTemplate::isAFileThatCanBeOpened()
{
    const QByteArray mail = mailFile(u"marta@estrela.example"_s, u"Unsere Öfen"_s, u"Hallo,\nes grüßt\nInes"_s, 1772449200000);
    QCOMPARE(header("\r\n" + mail, "X-Unsent"), QByteArray("1"));
    QCOMPARE(header(mail, "To"), QByteArray("marta@estrela.example"));
    QCOMPARE(header(mail, "Date"), QByteArray("02 Mar 2026 11:00:00 +0000"));
    QCOMPARE(header(mail, "Subject"), "=?UTF-8?B?" + QByteArray("Unsere Öfen").toBase64() + "?=");
    QByteArray body = mail.mid(mail.indexOf("\r\n\r\n") + 4);
    QCOMPARE(QByteArray::fromBase64(body.replace("\r\n", "")), QByteArray("Hallo,\r\nes grüßt\r\nInes"));
}

void TestMailTemplate::nobodyAddsAHeader()
{
    const QByteArray mail = mailFile(u"a@b.example\r\nBcc: x@y.example"_s, u"Hi\nBcc: x@y.example"_s, {}, 0);
    QVERIFY(!mail.contains("\nBcc:"));
}

void TestMailTemplate::longSubjectsAreFoldedBetweenLetters()
{
    const QByteArray mail = mailFile(u"a@b.example"_s, u"ü"_s.repeated(60), {}, 0);
    const QByteArray subject = header(mail, "Subject");
    QString text;
    for (const QByteArray &word : subject.split(' ')) {
        QVERIFY2(word.size() <= 75, word.constData());
        text += QString::fromUtf8(QByteArray::fromBase64(word.mid(10, word.size() - 12)));
    }
    QCOMPARE(text, u"ü"_s.repeated(60));
}

QTEST_GUILESS_MAIN(TestMailTemplate)
#include "tst_mailtemplate.moc"
