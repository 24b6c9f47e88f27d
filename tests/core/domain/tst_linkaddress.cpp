// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/linkaddress.h"

#include "core/base/errortext.h"
#include "core/domain/linkedinprofile.h"

#include <QTest>
#include <QUrl>

using namespace kindling;
using namespace Qt::StringLiterals;

/// What is an address to open, and what is a person's profile.
class TestLinkAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void saysWhatIsAccepted();
    void profiles_data();
    void profiles();
};

void TestLinkAddress::reads_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("link"); // empty: refused
    const auto row = [](const QString &typed, const QString &link) { QTest::newRow(qPrintable(typed)) << typed << link; };
    for (const QString &link :
         {u"https://a.example/b?c=d#e"_s, u"http://a.example"_s, u"HTTPS://A.example"_s, u"http://localhost:8080/x"_s,
          u"https://bäcker.example/ä"_s, u"mailto:ines@a.example"_s, u"mailto:ines@a.example?subject=x%20y"_s, u"tel:+49-30-123456"_s})
        row(link, link);
    row(u" example.com "_s, u"https://example.com"_s);
    row(u"example.com/x"_s, u"https://example.com/x"_s);
    row(u"www.a.example?q=1"_s, u"https://www.a.example?q=1"_s);
    row(u"a.example:8080/x"_s, u"https://a.example:8080/x"_s);
    row(u"bäcker.de"_s, u"https://bäcker.de"_s);
    for (const QString &refused :
         {u"javascript:alert(1)"_s, u"JavaScript:a.b(1)"_s, u"file:///etc/passwd"_s, u"data:text/html,x"_s, u"ftp://a.example"_s,
          u"example"_s, u"see example.com"_s, u"https://a.example/b c"_s, u"https://"_s, u"mailto:ines"_s, u"tel:call"_s, u"1.5"_s,
          u"/etc/passwd"_s, u"\\\\server\\share"_s, u"java.script:alert(1)"_s, u"https://a.example\nx"_s})
        row(refused, {});
}

void TestLinkAddress::reads()
{
    QFETCH(QString, typed);
    const Result<QString> link = readLink(typed);
    QTEST(link ? *link : QString(), "link");
    QVERIFY(!link || mayOpen(QUrl(*link)));
}

void TestLinkAddress::saysWhatIsAccepted()
{
    QCOMPARE(errorSentence(readLink(u"javascript:x"_s).error()),
             u"“javascript:x” cannot be read as a link, as in example.com, https://example.com, mailto:ines@example.com or "
             "tel:+4930123456."_s);
}

void TestLinkAddress::profiles_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("profile");
    QTest::newRow("as exported") << u"https://www.linkedin.com/in/martaoliveira"_s << u"in/martaoliveira"_s;
    QTest::newRow("country, case, slash, query") << u"http://pt.LinkedIn.com/in/MartaOliveira/?trk=x#y"_s << u"in/martaoliveira"_s;
    QTest::newRow("bare") << u"linkedin.com/in/martaoliveira"_s << u"in/martaoliveira"_s;
    QTest::newRow("language") << u"https://www.linkedin.com/in/martaoliveira/en"_s << u"in/martaoliveira"_s;
    QTest::newRow("escaped") << u"https://www.linkedin.com/in/%C5%BEofie"_s << u"in/žofie"_s;
    QTest::newRow("old") << u"https://www.linkedin.com/pub/jane-doe/1/2b/3c4/"_s << u"pub/jane-doe/1/2b/3c4"_s;
    QTest::newRow("company") << u"https://www.linkedin.com/company/padaria"_s << QString();
    QTest::newRow("nobody") << u"https://www.linkedin.com/in/"_s << QString();
    QTest::newRow("elsewhere") << u"https://linkedin.com.evil.example/in/marta"_s << QString();
    QTest::newRow("mentioned") << u"https://a.example/?u=linkedin.com/in/marta"_s << QString();
}

void TestLinkAddress::profiles()
{
    QFETCH(QString, address);
    QTEST(linkedInProfile(address), "profile");
}

QTEST_GUILESS_MAIN(TestLinkAddress)
#include "tst_linkaddress.moc"
