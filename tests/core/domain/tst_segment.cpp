// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/segment.h"

#include <QTest>

using namespace kindling;

/// The leads of a frozen segment as a compact text.
class TestSegment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packsAndUnpacks();
    void isCompact();
    void refusesDamage();
};

void TestSegment::packsAndUnpacks()
{
    const std::vector<LeadId> ids{LeadId(1), LeadId(2), LeadId(127), LeadId(128), LeadId(1'000'000), LeadId(0x7fff'ffff'ffff'ffff)};
    QCOMPARE(*unpackedMembers(packedMembers(ids)), ids);
    QCOMPARE(unpackedMembers(packedMembers({}))->size(), size_t(0));
}

void TestSegment::isCompact()
{
    // Leads of one import follow each other: a byte each, a third more as text.
    std::vector<LeadId> ids;
    for (qint64 i = 0; i < 90'000; ++i)
        ids.emplace_back(nextIdValue() + i);
    QVERIFY(packedMembers(ids).size() < 90'000 * 3);
}

void TestSegment::refusesDamage()
{
    QVERIFY(!unpackedMembers(QStringLiteral("not base64!")));
    QVERIFY(!unpackedMembers(QString::fromLatin1(QByteArray("\x80").toBase64()))); // breaks off
    QVERIFY(!unpackedMembers(QString::fromLatin1(QByteArray(12, '\xff').toBase64()))); // never ends
}

QTEST_GUILESS_MAIN(TestSegment)
#include "tst_segment.moc"
