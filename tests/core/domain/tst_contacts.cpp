// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/emailaddress.h"
#include "core/domain/phonenumber.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Email addresses and phone numbers: kept as typed, compared as normalised.
class TestContacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnEmail_data();
    void readsAnEmail();
    void refusesWhatIsNoEmail_data();
    void refusesWhatIsNoEmail();
    void readsAPhone_data();
    void readsAPhone();
    void refusesWhatIsNoPhone_data();
    void refusesWhatIsNoPhone();
};

void TestContacts::readsAnEmail_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("normalised");
    QTest::newRow("plain") << u"ines@example.org"_s << u"ines@example.org"_s;
    QTest::newRow("capitals") << u"Ines.Keller@Example.ORG"_s << u"ines.keller@example.org"_s;
    QTest::newRow("spaces around") << u"  ines@example.org "_s << u"ines@example.org"_s;
    QTest::newRow("plus") << u"a+b@example.org"_s << u"a+b@example.org"_s;
    QTest::newRow("umlaut domain") << u"info@Bäckerei.example"_s << u"info@bäckerei.example"_s;
}

void TestContacts::readsAnEmail()
{
    QFETCH(QString, typed);
    QFETCH(QString, normalised);
    const Result<EmailAddress> email = EmailAddress::parse(typed);
    QVERIFY(email.ok());
    QCOMPARE(email->asTyped(), typed.trimmed());
    QCOMPARE(email->normalised(), normalised);
}

void TestContacts::refusesWhatIsNoEmail_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"", "ines", "@example.org", "ines@", "a@b@c.org", "ines example.org", "a b@example.org", "ines@example..org",
                              ".ines@example.org", "ines@-example.org", "ines@exam ple.org", "ines@example.org\r\nBcc: x@example.org"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
    QTest::newRow("too long") << QString(300, u'a') + u"@example.org"_s;
}

void TestContacts::refusesWhatIsNoEmail()
{
    QFETCH(QString, typed);
    const Result<EmailAddress> email = EmailAddress::parse(typed);
    QVERIFY(!email.ok());
    QCOMPARE(email.error().code, ErrorCode::InvalidValue);
}

void TestContacts::readsAPhone_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("normalised");
    QTest::newRow("national") << u"030 23125 123"_s << u"DE"_s << u"+493023125123"_s;
    QTest::newRow("bracketed nought") << u"+49 (0)30 23125-123"_s << u"DE"_s << u"+493023125123"_s;
    QTest::newRow("double nought") << u"0049 30 23125123"_s << u"DE"_s << u"+493023125123"_s;
    QTest::newRow("another country") << u"(212) 736-5000"_s << u"US"_s << u"+12127365000"_s;
    QTest::newRow("not valid there") << u"12345"_s << u"DE"_s << u"12345"_s;
}

void TestContacts::readsAPhone()
{
    QFETCH(QString, typed);
    QFETCH(QString, region);
    QFETCH(QString, normalised);
    const Result<PhoneNumber> phone = PhoneNumber::parse(typed, region);
    QVERIFY(phone.ok());
    QCOMPARE(phone->asTyped(), typed);
    QCOMPARE(phone->normalised(), normalised);
    QCOMPARE(phone->isValid(), normalised.startsWith(u'+'));
}

void TestContacts::refusesWhatIsNoPhone_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"", "12", "call me", "123456789012345678901", "030<script>", "ask 030 123456 please"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TestContacts::refusesWhatIsNoPhone()
{
    QFETCH(QString, typed);
    const Result<PhoneNumber> phone = PhoneNumber::parse(typed, u"DE"_s);
    QVERIFY(!phone.ok());
    QCOMPARE(phone.error().code, ErrorCode::InvalidValue);
}

QTEST_GUILESS_MAIN(TestContacts)
#include "tst_contacts.moc"
