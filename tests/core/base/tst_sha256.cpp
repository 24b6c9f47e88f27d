// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Hashes of contents, against the examples of FIPS 180-4.
class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheStandards();
    void piecesMakeTheWhole();
    void knowsAHashWhenItSeesOne();
};

void TestSha256::isTheStandards()
{
    Sha256 nothing;
    QCOMPARE(nothing.hex(), u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s);
    Sha256 abc;
    abc.add("abc");
    QCOMPARE(abc.hex(), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
}

void TestSha256::piecesMakeTheWhole()
{
    Sha256 million; // of "a"
    for (int i = 0; i < 1000; ++i)
        million.add(QByteArray(1000, 'a'));
    QCOMPARE(million.hex(), u"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"_s);
}

void TestSha256::knowsAHashWhenItSeesOne()
{
    QVERIFY(isSha256(QString(64, u'0')));
    QVERIFY(!isSha256(QString(63, u'0')));
    QVERIFY(!isSha256(QString(64, u'A')));
    QVERIFY(!isSha256(u"../"_s + QString(61, u'0')));
}

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
